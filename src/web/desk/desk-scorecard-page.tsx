import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { Page } from '../common/page.js';
import { Empty, Failed, Loading } from '../common/states.js';
import { number } from '../common/words.js';
import { t } from '../text/text.js';

type Row = Shape<'ScorecardRow'>;

/** How a vendor kept its promises, quarter by quarter, as the vendor itself sees it. */
export function DeskScorecardPage() {
  const { data, error, refetch } = useQuery({
    queryKey: ['desk-scorecard'],
    queryFn: () => answer(api.GET('/api/v1/vendor/scorecard')),
  });
  return (
    <Page title={t('desk.scorecard')} about={t('desk.scorecardAbout')}>
      {error && !data && (
        <Failed title={t('common.listFailed')} error={error} onRetry={() => void refetch()} />
      )}
      {!data && !error && <Loading />}
      {data?.items.length === 0 && <Empty title={t('desk.noScorecard')}>{t('desk.noScorecardText')}</Empty>}
      {data && data.items.length > 0 && <Quarters rows={data.items.toReversed()} />}
    </Page>
  );
}

function Quarters({ rows }: { rows: Row[] }) {
  const columns: [label: string, cell: (row: Row) => string][] = [
    [t('batches.claims'), ({ claims }) => number(claims)],
    [
      t('desk.acknowledgedOnTime'),
      (row) => ofAll(row.acknowledgedOnTime, row.acknowledgedOnTime + row.acknowledgedLate),
    ],
    [t('desk.resolvedOnTime'), (row) => ofAll(row.resolvedOnTime, row.resolvedOnTime + row.resolvedLate)],
    [t('desk.medianDays'), ({ medianBusinessDays }) => daysOf(medianBusinessDays)],
    [t('desk.p90Days'), ({ p90BusinessDays }) => daysOf(p90BusinessDays)],
    [t('desk.denied'), ({ denied }) => number(denied)],
    [t('desk.repeatFailures'), ({ repeatFailures }) => number(repeatFailures)],
    [t('desk.levelsRaised'), ({ levelsRaised }) => number(levelsRaised)],
  ];
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={t('desk.scorecard')}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('desk.quarter')}</Table.Th>
            {columns.map(([label]) => (
              <Table.Th key={label}>{label}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.quarter}>
              <Table.Td fw={600} style={{ whiteSpace: 'nowrap' }}>
                {row.quarter}
              </Table.Td>
              {columns.map(([label, cell]) => (
                <Table.Td key={label} data-label={label}>
                  {cell(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function ofAll(onTime: number, all: number): string {
  return all === 0 ? t('desk.notDue') : t('desk.ofAll', { count: number(onTime), all: number(all) });
}

function daysOf(days: number | null): string {
  return days === null ? t('desk.notDue') : number(days);
}
