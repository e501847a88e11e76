import { SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import type { Problem } from '../../api/problem.js';
import { Part } from '../../common/part.js';
import { SignaturePad } from '../../common/signature/signature-pad.js';
import { t } from '../../text/text.js';
import type { PickUpDraft } from './pick-up-draft.js';

export interface Signature {
  /** The typed name is the signature. */
  isTyped: boolean;
  image: string | null;
}

interface Props {
  draft: PickUpDraft;
  isLease: boolean;
  signature: Signature;
  /** Changes with everything that is signed: then the driver signs again. */
  signedKey: string;
  asksToSign: boolean;
  problem: Problem | undefined;
  onChange: (change: Partial<PickUpDraft>) => void;
  onSign: (signature: Signature) => void;
}

/** Who takes the devices, and signs for them. */
export function DriverPart({ draft, isLease, signature, signedKey, asksToSign, problem, ...on }: Props) {
  const { onChange, onSign } = on;
  return (
    <Part id="pick-up-driver" title={t('pickUp.driver')}>
      <Stack gap="sm" maw={620}>
        <TextInput
          label={t('pickUp.driverName')}
          value={draft.driver}
          onChange={(event) => onChange({ driver: event.currentTarget.value })}
          error={problem?.of('driver.name')}
          required
          maxLength={200}
          autoComplete="off"
        />
        <TextInput
          label={t('pickUp.company')}
          value={draft.company}
          onChange={(event) => onChange({ company: event.currentTarget.value })}
          error={problem?.of('driver.company')}
          required
          maxLength={200}
          autoComplete="off"
        />
        {isLease && (
          <TextInput
            label={t('lots.lessorReceipt')}
            description={t('pickUp.lessorReceiptHelp')}
            value={draft.lessorReceipt}
            onChange={(event) => onChange({ lessorReceipt: event.currentTarget.value })}
            error={problem?.of('lessorReceipt')}
            required
            maxLength={200}
            autoComplete="off"
          />
        )}
        <Text size="sm">{t('pickUp.signText')}</Text>
        <SegmentedControl
          aria-label={t('sweeps.signHow')}
          value={signature.isTyped ? 'type' : 'draw'}
          onChange={(how) => onSign({ isTyped: how === 'type', image: null })}
          data={[
            { value: 'draw', label: t('sweeps.draw') },
            { value: 'type', label: t('sweeps.type') },
          ]}
        />
        {signature.isTyped ? (
          <Text>{t('pickUp.typedCounts')}</Text>
        ) : (
          <SignaturePad key={signedKey} onChange={(image) => onSign({ isTyped: false, image })} />
        )}
        {(asksToSign || problem?.of('driver.image')) && (
          <Text c="red" role="alert">
            {problem?.of('driver.image') ?? t('sweeps.signFirst')}
          </Text>
        )}
      </Stack>
    </Part>
  );
}
