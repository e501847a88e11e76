import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Failed } from '../../common/states.js';
import { day, when } from '../../common/words.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import { ClaimSection } from '../changing/claim-section.js';
import { type Claim, useClaimChange } from '../changing/use-claim-change.js';
import { DayWindow } from './day-window.js';
import { type Deadline, type DeadlineKind, deadlinesOf, kindsToAdd } from './deadlines.js';
import { DoneWindow } from './done-window.js';
import { LeftBadge } from './due-note.js';

interface Props {
  claim: Claim;
  etag: string;
}

/** What the district must do in time for a claim. None of it counts against the vendor. */
export function ClaimDeadlines(props: Props) {
  const { claim } = props;
  const edits = may(useSession(), 'warranty:edit') && claim.state !== 'cancelled';
  const deadlines = deadlinesOf(claim);
  const addable = claim.state === 'closed' ? [] : kindsToAdd(claim);
  const [asked, setAsked] = useState<{ window: 'day' | 'done'; kind?: DeadlineKind }>();
  if (deadlines.length === 0 && (claim.sentAt === null || !edits) && !asked) return null;
  const close = (): void => setAsked(undefined);
  return (
    <ClaimSection
      id="claim-deadlines"
      title={t('claimWork.deadlines')}
      actions={
        edits &&
        addable.length > 0 && (
          <Button size="sm" variant="default" onClick={() => setAsked({ window: 'day' })}>
            {t('claimWork.deadlineAdd')}
          </Button>
        )
      }
    >
      {deadlines.length === 0 && <Text c="dimmed">{t('claimWork.deadlinesNone')}</Text>}
      {deadlines.map((deadline) => (
        <DeadlineLine
          key={deadline.kind}
          {...props}
          deadline={deadline}
          edits={edits && (claim.state !== 'closed' || deadline.kind === 'part')}
          onAsk={(window) => setAsked({ window, kind: deadline.kind })}
        />
      ))}
      {asked?.window === 'day' && (
        <DayWindow {...props} kinds={asked.kind ? [asked.kind] : addable} onClose={close} />
      )}
      {asked?.window === 'done' && asked.kind && <DoneWindow {...props} kind={asked.kind} onClose={close} />}
    </ClaimSection>
  );
}

function DeadlineLine({
  claim,
  etag,
  deadline: { kind, on, is },
  edits,
  onAsk,
}: Props & { deadline: Deadline; edits: boolean; onAsk: (window: 'day' | 'done') => void }) {
  const name = t(`claimWork.deadline_${kind}`);
  const isOpen = is === 'open';
  return (
    <Stack component="article" aria-label={name} gap={4}>
      <Group gap="xs" justify="space-between">
        <Text fw={600}>{name}</Text>
        {isOpen && <LeftBadge on={on} />}
      </Group>
      <Text size="sm">{isOpen ? t('claimWork.lastDay', { day: day(on) }) : endWords(claim, kind, is)}</Text>
      {isOpen && kind === 'rma' && (
        <Text size="sm" c="dimmed">
          {t('claimWork.rmaHelp')}
        </Text>
      )}
      {edits && isOpen && (
        <Group gap="xs">
          {kind !== 'rma' && (
            <Button size="sm" onClick={() => onAsk('done')}>
              {t(`claimWork.done_${kind}`)}
            </Button>
          )}
          <Button
            size="sm"
            variant="default"
            aria-label={t('claimWork.dayChangeOf', { name })}
            onClick={() => onAsk('day')}
          >
            {t('claimWork.dayChange')}
          </Button>
        </Group>
      )}
      {edits && is === 'done' && kind === 'part' && <NotReturned claim={claim} etag={etag} />}
    </Stack>
  );
}

function endWords({ partReturnedOn, shippedAt }: Claim, kind: DeadlineKind, is: Deadline['is']): string {
  if (is === 'over') return t('claimWork.noLongerDue');
  if (kind === 'part') return t('claimWork.partReturned', { day: day(partReturnedOn) });
  return kind === 'rma' ? t('claimWork.rmaUsed', { when: when(shippedAt) }) : t('claimWork.quoteApproved');
}

/** Takes back that the part was sent back. */
function NotReturned(props: Props) {
  const undoing = useClaimChange(
    props,
    ({ partReturnedOn }) => partReturnedOn,
    () => undefined,
  );
  return (
    <>
      {undoing.error && <Failed title={t('claimWork.notSaved')} error={undoing.error} />}
      <Group>
        <Button
          size="sm"
          variant="default"
          loading={undoing.isPending}
          onClick={() => undoing.mutate({ partReturnedOn: null })}
        >
          {t('claimWork.partNotReturned')}
        </Button>
      </Group>
    </>
  );
}
