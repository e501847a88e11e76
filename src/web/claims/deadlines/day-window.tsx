import { Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Problem } from '../../api/problem.js';
import { FormWindow } from '../../common/form-window.js';
import { t } from '../../text/text.js';
import { type Claim, useClaimChange } from '../changing/use-claim-change.js';
import { DAY_OF, type DeadlineKind } from './deadlines.js';

/** Asks for the last day of a deadline. A day that is blanked removes it. */
export function DayWindow({
  kinds,
  onClose,
  ...props
}: {
  claim: Claim;
  etag: string;
  /** One to change, or those that can be added. */
  kinds: readonly DeadlineKind[];
  onClose: () => void;
}) {
  const { claim } = props;
  const [kind, setKind] = useState<DeadlineKind>(kinds[0] ?? 'part');
  const field = DAY_OF[kind];
  const isNew = claim[field] === null;
  const [on, setOn] = useState(claim[field] ?? '');
  const [isMissing, setIsMissing] = useState(false);
  const saving = useClaimChange(props, (now) => now[field], onClose);
  const problem = saving.error instanceof Problem ? saving.error.of(field) : undefined;
  const missing = isMissing && on === '' ? t('claimWork.dayMissing') : undefined;
  const save = (): void => {
    setIsMissing(isNew && on === '');
    if (!isNew || on !== '') saving.mutate({ [field]: on || null });
  };
  return (
    <FormWindow
      title={isNew ? t('claimWork.deadlineAddTitle') : t(`claimWork.deadline_${kind}`)}
      confirm={isNew ? t('claimWork.deadlineAdd') : t('common.save')}
      isPending={saving.isPending}
      error={saving.error}
      isAtField={problem !== undefined}
      noValidate
      onConfirm={save}
      onClose={onClose}
    >
      {isNew && (
        <Radio.Group label={t('claimWork.deadlineKind')} value={kind} onChange={setKind}>
          <Stack gap="xs" mt={4}>
            {kinds.map((one) => (
              <Radio key={one} value={one} label={t(`claimWork.deadline_${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <TextInput
        data-autofocus
        type="date"
        label={t('claimWork.day')}
        description={isNew ? undefined : t('claimWork.dayHelp')}
        value={on}
        onChange={(event) => setOn(event.currentTarget.value)}
        error={problem ?? missing}
        required={isNew}
      />
    </FormWindow>
  );
}
