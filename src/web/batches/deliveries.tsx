import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { HistoryList } from '../common/history/history-list.js';
import { Failed, Loading } from '../common/states.js';
import { BAD, GOOD, WAITS } from '../common/tones.js';
import { when } from '../common/words.js';
import { t } from '../text/text.js';

type Delivery = Shape<'BatchDeliveryView'>;

const COLORS: Readonly<Record<Delivery['state'], string>> = {
  waiting: WAITS,
  sending: WAITS,
  sent: GOOD,
  taken: GOOD,
  kept: GOOD,
  unsure: WAITS,
  failed: BAD,
};

/** While a file is on its way, the page looks again. */
const AGAIN_MS = 10_000;

/** Where the file was sent, each attempt with the answer of the other side, and the way to send it again. */
export function Deliveries({ batchId, isSuperseded }: { batchId: string; isSuperseded: boolean }) {
  const params = { path: { id: batchId } };
  const queryKey = ['claim-batch', batchId, 'deliveries'];
  const queries = useQueryClient();
  const { data, error } = useQuery({
    queryKey,
    queryFn: () => answer(api.GET('/api/v1/claim-batches/{id}/deliveries', { params })),
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.state === 'waiting' || one.state === 'sending') ? AGAIN_MS : false,
  });
  const sending = useMutation({
    mutationFn: () => answer(api.POST('/api/v1/claim-batches/{id}/deliveries', { params })),
    onSuccess: (now) => queries.setQueryData(queryKey, now),
  });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="batch-deliveries">
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Title order={2} size="h4" id="batch-deliveries">
            {t('batches.deliveries')}
          </Title>
          {!isSuperseded && (
            <Button size="sm" variant="default" loading={sending.isPending} onClick={() => sending.mutate()}>
              {t('batches.sendAgain')}
            </Button>
          )}
        </Group>
        {sending.error && <Failed title={t('batches.notSentAgain')} error={sending.error} />}
        {error && <Failed title={t('common.listFailed')} error={error} />}
        {!data && !error && <Loading />}
        {data?.items.length === 0 && <Text c="dimmed">{t('batches.notDelivered')}</Text>}
        {data?.items.map((delivery) => (
          <One key={delivery.id} delivery={delivery} />
        ))}
      </Stack>
    </Paper>
  );
}

function One({
  delivery: { state, channel, address, attempts, nextAttemptAt, round },
}: {
  delivery: Delivery;
}) {
  return (
    <Stack gap="xs" component="article" aria-label={address}>
      <Group gap="xs">
        <Badge size="lg" color={COLORS[state]}>
          {t(`batches.state_${state}`)}
        </Badge>
        <Text size="sm" className="remarks">
          {t('batches.to', { channel: channel.toUpperCase(), address })}
          {round > 1 && ` · ${t('batches.round', { round: String(round) })}`}
        </Text>
      </Group>
      {nextAttemptAt !== null && (
        <Text size="sm">{t('batches.nextAttempt', { when: when(nextAttemptAt) })}</Text>
      )}
      <HistoryList
        entries={attempts.toReversed().map(({ attempt, outcome, answer: said, endedAt }) => ({
          id: String(attempt),
          title: t('batches.attempt', { n: String(attempt), outcome: t(`batches.outcome_${outcome}`) }),
          at: endedAt,
          changes: [],
          facts: said ? [t('batches.said', { answer: said })] : [],
        }))}
      />
    </Stack>
  );
}
