import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { LinkButton } from '../common/link-button.js';
import { Failed, Loading } from '../common/states.js';
import { when } from '../common/words.js';
import { may } from '../session/session.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';
import { OutcomeBadge } from './outcome-badge.js';

/** More of them are rare, and are on a page of their own. */
const MOST = 10;
/** While a device is in use, nobody asks for this. */
const SHOWN: readonly string[] = ['in_stock', 'in_repair', 'retired', 'disposed'];

/** How the data on one device was removed, newest first, and the way to record it. */
export function DeviceSanitizations({ device }: { device: Shape<'DeviceDetail'> }) {
  const { id, status } = device;
  const edits = may(useSession(), 'salvage:edit') && status !== 'disposed';
  const isShown = SHOWN.includes(status);
  const { data, error, refetch } = useQuery({
    queryKey: ['sanitizations', 'of', id],
    queryFn: () =>
      answer(api.GET('/api/v1/sanitizations', { params: { query: { device: id, limit: MOST } } })),
    enabled: isShown,
  });
  if (!isShown) return null;
  return (
    <section aria-labelledby="sanitizations">
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <Title order={2} size="h4" id="sanitizations">
            {t('salvage.wipedOfDevice')}
          </Title>
          {edits && (
            <LinkButton to="/sanitizations/new" search={{ device: id }} variant="default">
              {t('salvage.record')}
            </LinkButton>
          )}
        </Group>
        {error && !data && (
          <Failed title={t('common.listFailed')} error={error} onRetry={() => void refetch()} />
        )}
        {!data && !error && <Loading />}
        {data?.items.length === 0 && <Text c="dimmed">{t('salvage.wipedOfDeviceNone')}</Text>}
        {data?.items.map((record) => (
          <Group key={record.id} component="article" gap="sm">
            <Anchor
              fw={600}
              renderRoot={(props) => <Link to="/sanitizations/$id" params={{ id: record.id }} {...props} />}
            >
              {t(`salvage.technique_${record.technique}`)}
            </Anchor>
            <OutcomeBadge of={record} />
            <Text size="sm">{when(record.doneAt)}</Text>
          </Group>
        ))}
      </Stack>
    </section>
  );
}
