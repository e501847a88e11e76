import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, answer } from '../../api/client.js';
import type { Shape } from '../../api/problem.js';
import { LinkButton } from '../../common/link-button.js';
import { Failed, Loading } from '../../common/states.js';
import { when } from '../../common/words.js';
import { may } from '../../session/session.js';
import { useSession } from '../../session/session-context.js';
import { t } from '../../text/text.js';
import { ResultBadge } from './result-badge.js';

/** More of them are rare, and are in the list of all assessments. */
const MOST = 10;
const AT_HAND: readonly string[] = ['in_stock', 'in_repair', 'retired'];

/** What was recommended for one device, newest first, and the way to assess it. */
export function DeviceAssessments({ device: { id, status } }: { device: Shape<'DeviceDetail'> }) {
  const isAtHand = AT_HAND.includes(status);
  const edits = may(useSession(), 'salvage:edit') && isAtHand;
  const isShown = isAtHand || status === 'disposed';
  const { data, error, refetch } = useQuery({
    queryKey: ['assessments', 'of', id],
    queryFn: () => answer(api.GET('/api/v1/assessments', { params: { query: { device: id, limit: MOST } } })),
    enabled: isShown,
  });
  if (!isShown) return null;
  return (
    <section aria-labelledby="assessments">
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Title order={2} size="h4" id="assessments">
            {t('assess.title')}
          </Title>
          {edits && (
            <LinkButton to="/assessments/new" search={{ device: id }} variant="default">
              {t('assess.assessThis')}
            </LinkButton>
          )}
        </Group>
        {error && !data && (
          <Failed title={t('common.listFailed')} error={error} onRetry={() => void refetch()} />
        )}
        {!data && !error && <Loading />}
        {data?.items.length === 0 && <Text c="dimmed">{t('assess.ofDeviceNone')}</Text>}
        {data?.items.map((one) => (
          <Group key={one.id} component="article" gap="sm">
            <Anchor
              fw={600}
              renderRoot={(props) => <Link to="/assessments/$id" params={{ id: one.id }} {...props} />}
            >
              {when(one.assessedAt)}
            </Anchor>
            <ResultBadge of={one} />
            <Text size="sm">{one.assessedByName}</Text>
          </Group>
        ))}
      </Stack>
    </section>
  );
}
