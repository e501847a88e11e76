import { Button, Group, Paper, Stack, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, answer } from '../../api/client.js';
import type { Shape } from '../../api/problem.js';
import { AskNote } from '../../common/ask-note.js';
import { HistoryList } from '../../common/history/history-list.js';
import { when } from '../../common/words.js';
import { FactList } from '../../devices/fact-list.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import { ClaimClock, HIGHEST_LEVEL, runsClock } from './claim-clock.js';

type Claim = Shape<'ClaimDetail'>;
type Raised = Claim['escalations'][number];

/** How high a claim is, when it goes higher, and who was written to at each level. */
export function ClaimLevels({ claim }: { claim: Claim }) {
  const { escalationLevel: level, escalatesAt, escalations } = claim;
  const edits = may(useSession(), 'warranty:edit');
  if (escalations.length === 0) return null;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="claim-levels">
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Title order={2} size="h4" id="claim-levels">
            {t('claims.levels')}
          </Title>
          {edits && runsClock(claim) && level < HIGHEST_LEVEL && <Raise id={claim.id} />}
        </Group>
        <FactList
          facts={[
            [t('claims.levelNow'), t('claims.levelOf', { level: String(level) })],
            [
              t('claims.levelNext'),
              escalatesAt && t('claims.levelNextOn', { level: String(level + 1), when: when(escalatesAt) }),
            ],
          ]}
        />
        <ClaimClock claim={claim} />
        <HistoryList
          entries={escalations.toReversed().map((raised, i) => ({
            id: `${raised.raisedAt} ${i}`,
            title: t('claims.levelTitle', { level: String(raised.level), why: whyWords(raised) }),
            at: raised.raisedAt,
            by: raised.raisedByName ?? undefined,
            changes: [],
            facts: edits ? [writtenWords(raised)] : [],
            note: raised.reason ?? undefined,
          }))}
        />
      </Stack>
    </Paper>
  );
}

function whyWords({ clock, reason, level }: Raised): string {
  if (clock !== null) return t(`claims.late_${clock}`);
  return reason === null && level === 1 ? t('claims.levelSent') : t('claims.levelByHand');
}

function writtenWords({ writtenTo, level }: Raised): string {
  return writtenTo.length > 0
    ? t('claims.writtenTo', { addresses: writtenTo.join(', ') })
    : t('claims.writtenToNobody', { level: String(level) });
}

function Raise({ id }: { id: string }) {
  const queries = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const raising = useMutation({
    mutationFn: (reason: string) =>
      answer(api.POST('/api/v1/claims/{id}/escalation', { params: { path: { id } }, body: { reason } })),
    onSuccess: async () => {
      setIsAsking(false);
      await queries.invalidateQueries();
    },
  });
  const close = (): void => {
    setIsAsking(false);
    // It may have been raised, or answered, by somebody else.
    if (raising.error) void queries.invalidateQueries();
    raising.reset();
  };
  return (
    <>
      <Button size="sm" variant="default" onClick={() => setIsAsking(true)}>
        {t('claims.raise')}
      </Button>
      {isAsking && (
        <AskNote
          title={t('claims.raiseTitle')}
          label={t('claims.raiseReason')}
          help={t('claims.raiseHelp')}
          field="reason"
          isRequired
          confirm={t('claims.raise')}
          isPending={raising.isPending}
          error={raising.error}
          onConfirm={(reason = '') => raising.mutate(reason)}
          onClose={close}
        />
      )}
    </>
  );
}
