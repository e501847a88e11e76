import { Alert, Anchor, Group, Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, answer } from '../api/client.js';
import { wordsOf } from '../api/problem.js';
import { day, when } from '../common/words.js';
import { CountsPicture } from '../home/counts-picture.js';
import { t } from '../text/text.js';
import { Panel } from './panel.js';
import { amountWords, PurchaseState } from './purchase-words.js';

/** Of each list, so that the page stays an overview. */
const SHOWN = 5;

interface Props {
  /** Code of the school. */
  site: string;
}

/** The devices of a school by type and status. */
export function SchoolDevices({ site }: Props) {
  return (
    <Panel
      title={t('school.devices')}
      all={{ link: { to: '/devices', search: { site } }, text: t('school.devicesAll') }}
    >
      <CountsPicture site={site} empty={<Text c="dimmed">{t('school.devicesNone')}</Text>} />
    </Panel>
  );
}

/** Devices of the school that are being repaired. */
export function RepairsPanel({ site }: Props) {
  return (
    <Panel
      title={t('school.repairs')}
      all={{
        link: { to: '/devices', search: { site, status: 'in_repair' } },
        text: t('school.repairsAll'),
      }}
    >
      <ShortList
        queryKey={['repairs', site]}
        load={() =>
          answer(
            api.GET('/api/v1/devices', {
              params: { query: { site: [site], status: ['in_repair'], limit: SHOWN } },
            }),
          )
        }
        empty={t('school.repairsNone')}
      >
        {({ id, assetTag, serialNumber, manufacturer, model, statusSince }) => (
          <div key={id}>
            <Anchor fw={600} renderRoot={(props) => <Link to="/devices/$id" params={{ id }} {...props} />}>
              {assetTag ?? serialNumber ?? t('common.device')}
            </Anchor>
            <Text size="sm" c="dimmed">
              {manufacturer} {model}, {t('school.repairsSince', { date: day(statusSince.slice(0, 10)) })}
            </Text>
          </div>
        )}
      </ShortList>
    </Panel>
  );
}

/** Problems that the school reported and that are still open. */
export function ProblemsPanel({ site }: Props) {
  return (
    <Panel title={t('school.problems')} all={{ link: { to: '/problems' }, text: t('school.problemsAll') }}>
      <ShortList
        queryKey={['problems', site]}
        load={() =>
          answer(
            api.GET('/api/v1/problem-reports', {
              params: { query: { site, state: 'open', limit: SHOWN } },
            }),
          )
        }
        empty={t('school.problemsNone')}
      >
        {({ id, description, createdAt }) => (
          <div key={id}>
            <Text lineClamp={2}>{description}</Text>
            <Text size="sm" c="dimmed">
              {t('problems.reportedAt', { when: when(createdAt) })}
            </Text>
          </div>
        )}
      </ShortList>
    </Panel>
  );
}

/** What the school asked for, and what became of it. */
export function RequestsPanel({ site }: Props) {
  return (
    <Panel title={t('school.requests')} all={{ link: { to: '/support' }, text: t('school.requestsAll') }}>
      <ShortList
        queryKey={['requests', site]}
        load={() =>
          answer(api.GET('/api/v1/allocation/purchases', { params: { query: { site, limit: SHOWN } } }))
        }
        empty={t('school.requestsNone')}
      >
        {(request) => (
          <Group key={request.id} justify="space-between" wrap="nowrap">
            <div>
              <Anchor
                fw={600}
                renderRoot={(props) => <Link to="/support/$id" params={{ id: request.id }} {...props} />}
              >
                {amountWords(request)}
              </Anchor>
              <Text size="sm" c="dimmed">
                {request.optionName}, {request.schoolYear}
              </Text>
            </div>
            <PurchaseState state={request.state} />
          </Group>
        )}
      </ShortList>
    </Panel>
  );
}

function ShortList<T>({
  queryKey,
  load,
  empty,
  children,
}: {
  queryKey: readonly string[];
  load: () => Promise<{ items: T[] }>;
  empty: string;
  children: (item: T) => ReactNode;
}) {
  const { data, error } = useQuery({ queryKey: ['home', ...queryKey], queryFn: load });
  if (data)
    return data.items.length === 0 ? (
      <Text c="dimmed">{empty}</Text>
    ) : (
      <div className="short-list">{data.items.map(children)}</div>
    );
  if (error)
    return (
      <Alert color="orange" role="alert">
        {wordsOf(error)}
      </Alert>
    );
  return <Loader size="sm" role="status" aria-label={t('common.loading')} />;
}
