import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Failed } from '../../common/states.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import { ClaimSection } from '../changing/claim-section.js';
import { type Claim, useClaimChange } from '../changing/use-claim-change.js';
import { nameOfPart, type Part, partsOf, sent } from './part-words.js';
import { PartWindow } from './part-window.js';

/** In these states, no vendor has the claim, so what it asks for can change. */
const NOT_SENT: readonly Claim['state'][] = ['draft', 'ready', 'denied'];
/** As many as the API takes. */
const MOST = 20;

interface Props {
  claim: Claim;
  etag: string;
}

/** The parts that the district asks the vendor for. */
export function ClaimParts(props: Props) {
  const { parts, state } = props.claim;
  const edits = may(useSession(), 'warranty:edit') && NOT_SENT.includes(state);
  const [asked, setAsked] = useState<{ part?: Part }>();
  const removing = useClaimChange(props, partsOf, () => undefined);
  // A window stays where somebody else has sent the claim meanwhile, because it says so.
  if (parts.length === 0 && !edits && !asked) return null;
  const remove = (part: Part): void =>
    removing.mutate({ parts: parts.filter((one) => one !== part).map(sent) });
  return (
    <ClaimSection
      id="claim-parts"
      title={t('claimWork.parts')}
      actions={
        edits &&
        parts.length < MOST && (
          <Button size="sm" variant="default" onClick={() => setAsked({})}>
            {t('claimWork.partAdd')}
          </Button>
        )
      }
    >
      {removing.error && <Failed title={t('claimWork.partNotRemoved')} error={removing.error} />}
      {parts.length === 0 && <Text c="dimmed">{t('claimWork.partsNone')}</Text>}
      {parts.map((part) => (
        <PartLine
          key={part.position}
          part={part}
          edits={edits}
          isPending={removing.isPending}
          onEdit={() => setAsked({ part })}
          onRemove={() => remove(part)}
        />
      ))}
      {parts.length > 0 && !edits && NOT_SENT.every((one) => one !== state) && (
        <Text size="sm" c="dimmed">
          {t('claimWork.partsSent')}
        </Text>
      )}
      {asked && <PartWindow {...props} {...asked} onClose={() => setAsked(undefined)} />}
    </ClaimSection>
  );
}

function PartLine({
  part,
  edits,
  isPending,
  onEdit,
  onRemove,
}: {
  part: Part;
  edits: boolean;
  isPending: boolean;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const { number, description, quantity, mustReturn } = part;
  const name = nameOfPart(part);
  return (
    <Group component="article" aria-label={name} justify="space-between" gap="xs">
      <Stack gap={0} flex="1 1 12rem" miw={0} className="claim-words">
        <Text fw={600}>{t('claimWork.partLine', { count: String(quantity), name })}</Text>
        {number !== null && description !== null && <Text size="sm">{description}</Text>}
        <Text size="sm" c="dimmed">
          {mustReturn ? t('claimWork.partReturns') : t('claimWork.partStays')}
        </Text>
      </Stack>
      {edits && (
        <Group gap="xs" wrap="nowrap">
          <Button
            size="sm"
            variant="default"
            aria-label={t('claimWork.partChangeOf', { name })}
            onClick={onEdit}
          >
            {t('claimWork.partChange')}
          </Button>
          <Button
            size="sm"
            variant="default"
            aria-label={t('claimWork.partRemoveOf', { name })}
            disabled={isPending}
            onClick={onRemove}
          >
            {t('claimWork.partRemove')}
          </Button>
        </Group>
      )}
    </Group>
  );
}
