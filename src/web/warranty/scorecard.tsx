import { Select, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';
import { BarsChart, type ChartData } from '../common/chart/chart.js';
import { number } from '../common/words.js';
import { t } from '../text/text.js';
import { Figures, tableOf } from './figures.js';

type Row = Shape<'ScorecardRow'>;

/** How vendors keep what they promise, in a quarter. */
export function Scorecard() {
  const query = useQuery({
    queryKey: ['warranty', 'scorecard'],
    queryFn: () => answer(api.GET('/api/v1/warranty/scorecard')),
  });
  return (
    <Figures title={t('warranty.scorecard')} about={t('warranty.scorecardAbout')} query={query}>
      {({ items }) =>
        items.length === 0 ? <Text c="dimmed">{t('warranty.scorecardNone')}</Text> : <Quarter items={items} />
      }
    </Figures>
  );
}

function Quarter({ items }: { items: Row[] }) {
  const quarters = [...new Set(items.map(({ quarter }) => quarter))].toSorted().toReversed();
  const [chosen, setChosen] = useState<string>();
  const quarter = chosen ?? quarters[0] ?? '';
  const rows = useMemo(() => items.filter((row) => row.quarter === quarter), [items, quarter]);
  const chart = useMemo(() => chartOf(rows), [rows]);
  return (
    <Stack>
      <Select
        label={t('warranty.quarter')}
        data={quarters}
        value={quarter}
        onChange={(to) => setChosen(to ?? undefined)}
        allowDeselect={false}
        maw={200}
      />
      {chart.categories.length > 0 && (
        <BarsChart
          title={t('warranty.resolvedChart', { quarter })}
          about={t('warranty.resolvedChartAbout')}
          categoryName={t('warranty.vendor')}
          data={chart}
        />
      )}
      <ScorecardTable rows={rows} />
    </Stack>
  );
}

function ScorecardTable({ rows }: { rows: Row[] }) {
  const headings = [
    t('warranty.claims'),
    t('warranty.acknowledged'),
    t('warranty.resolved'),
    t('warranty.median'),
    t('warranty.p90'),
    t('warranty.denied'),
    t('warranty.repeats'),
    t('warranty.raised'),
  ];
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={tableOf(t('warranty.scorecard'))}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('warranty.vendor')}</Table.Th>
            {headings.map((heading) => (
              <Table.Th key={heading}>{heading}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.vendor}>
              <Table.Th scope="row">{row.vendorName}</Table.Th>
              {cellsOf(row).map((cell, i) => (
                <Table.Td key={headings[i]} data-label={headings[i]}>
                  {cell}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function cellsOf(row: Row): string[] {
  return [
    number(row.claims),
    kept(row.acknowledgedOnTime, row.acknowledgedLate),
    kept(row.resolvedOnTime, row.resolvedLate),
    inDays(row.medianBusinessDays),
    inDays(row.p90BusinessDays),
    number(row.denied),
    number(row.repeatFailures),
    number(row.levelsRaised),
  ];
}

function kept(onTime: number, late: number): string {
  const all = onTime + late;
  return all === 0 ? '–' : t('warranty.onTimeOf', { onTime: number(onTime), all: number(all) });
}

function inDays(days: number | null): string {
  return days === null ? '–' : t('warranty.businessDays', { days: number(days) });
}

function chartOf(rows: readonly Row[]): ChartData {
  const judged = rows.filter(({ resolvedOnTime, resolvedLate }) => resolvedOnTime + resolvedLate > 0);
  return {
    categories: judged.map(({ vendor, vendorName }) => ({ key: vendor, label: vendorName })),
    series: [
      {
        key: 'onTime',
        label: t('warranty.onTime'),
        values: judged.map(({ resolvedOnTime }) => resolvedOnTime),
      },
      { key: 'late', label: t('warranty.late'), values: judged.map(({ resolvedLate }) => resolvedLate) },
    ],
  };
}
