import { Alert, Loader } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { api, answer } from '../api/client.js';
import { type Shape, wordsOf } from '../api/problem.js';
import { BarsChart, type ChartData } from '../common/chart/chart.js';
import { STATUS_COLORS } from '../common/chart/chart-theme.js';
import { day, word } from '../common/words.js';
import { useSession } from '../session/session-context.js';
import { t } from '../text/text.js';

/** Devices today by type and status: at one site, or at all sites that the account can see. */
export function countsQuery(site?: string) {
  return queryOptions({
    queryKey: ['home', 'counts', site],
    queryFn: () =>
      answer(
        api.GET('/api/v1/counts', {
          params: { query: { groupBy: ['kind', 'status'], ...(site ? { site: [site] } : {}) } },
        }),
      ),
  });
}

/** How many devices there are today, by type and status. A bar leads to its devices. */
export function CountsPicture({
  site,
  empty,
}: {
  /** Code of a site. Without it, the devices of all sites that the account can see. */
  site?: string;
  /** What is shown when there are no devices. */
  empty: ReactNode;
}) {
  const session = useSession();
  const navigate = useNavigate();
  const { data, error } = useQuery(countsQuery(site));
  const chart = useMemo(() => data && chartOf(data.groups), [data]);
  if (!data || !chart)
    return error ? (
      <Alert color="orange" role="alert">
        {wordsOf(error)}
      </Alert>
    ) : (
      <Loader size="sm" role="status" aria-label={t('common.loading')} />
    );
  if (data.total === 0) return <>{empty}</>;
  const date = day(data.asOf);
  const ofAllSites =
    session.sites === 'all' ? t('home.countAboutDistrict', { date }) : t('home.countAbout', { date });
  return (
    <BarsChart
      title={t('common.devices', { count: data.total })}
      about={site ? t('home.countOn', { date }) : ofAllSites}
      categoryName={t('field.kind')}
      data={chart}
      onPick={(kind, status) => void navigate({ to: '/devices', search: { site, kind, status } })}
    />
  );
}

/** A bar for each type, the most common first; its parts are the statuses. */
function chartOf(groups: Shape<'Counts'>['groups']): ChartData {
  const countOf = (kind: string, status: string): number =>
    groups.find((group) => group.kind === kind && group.status === status)?.count ?? 0;
  const totalOf = (kind: string): number =>
    groups.filter((group) => group.kind === kind).reduce((sum, { count }) => sum + count, 0);
  const kinds = [...new Set(groups.map(({ kind }) => kind ?? 'other'))]
    .filter((kind) => totalOf(kind) > 0)
    .toSorted((one, other) => totalOf(other) - totalOf(one));
  const statuses = Object.keys(STATUS_COLORS).filter((status) =>
    groups.some((group) => group.status === status && group.count > 0),
  );
  return {
    categories: kinds.map((kind) => ({ key: kind, label: word('kind', kind) })),
    series: statuses.map((status) => ({
      key: status,
      label: word('status', status),
      color: STATUS_COLORS[status],
      values: kinds.map((kind) => countOf(kind, status)),
    })),
  };
}
