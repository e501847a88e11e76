import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { addressOf } from '../api/address.js';
import { api, answer } from '../api/client.js';
import { BarsChart, type ChartData } from '../common/chart/chart.js';
import { FileMenu } from '../common/list-files.js';
import { t } from '../text/text.js';
import { Figures } from './figures.js';

const KIND = 'claims-by-age';

/** How long open claims have been open, by their state. */
export function ClaimAges() {
  const query = useQuery({
    queryKey: ['warranty', 'ages'],
    queryFn: () =>
      answer(api.GET('/api/v1/reports/kinds/{kind}/table', { params: { path: { kind: KIND } } })),
  });
  const rows = query.data?.rows;
  const chart = useMemo(() => rows && chartOf(rows), [rows]);
  const total = chart?.series.reduce((sum, { values }) => sum + values.reduce((all, one) => all + one, 0), 0);
  return (
    <Figures
      title={t('warranty.ages')}
      query={{ data: chart, error: query.error }}
      actions={
        <FileMenu
          isCompact
          addressIn={(format) =>
            addressOf('/api/v1/reports/kinds/{kind}/export/{format}', { kind: KIND, format })
          }
        />
      }
    >
      {(data) =>
        total ? (
          <BarsChart
            title={t('warranty.agesTotal', { count: total })}
            about={t('warranty.agesAbout')}
            categoryName={t('warranty.age')}
            data={data}
          />
        ) : (
          <Text c="dimmed">{t('warranty.agesNone')}</Text>
        )
      }
    </Figures>
  );
}

/** A bar for each age; its parts are the states. A row of the report has the state, its ages, and the total. */
function chartOf(rows: readonly unknown[][]): ChartData {
  const ages = [
    t('warranty.age0'),
    t('warranty.age1'),
    t('warranty.age2'),
    t('warranty.age3'),
    t('warranty.age4'),
    t('warranty.age5'),
  ];
  return {
    categories: ages.map((label, i) => ({ key: String(i), label })),
    series: rows.map(([state, ...counts]) => ({
      key: String(state),
      label: stateWords(String(state)),
      values: ages.map((_, i) => Number(counts[i] ?? 0)),
    })),
  };
}

/** The report writes states with spaces. */
function stateWords(state: string): string {
  const key = `claims.state_${state.replaceAll(' ', '_')}`;
  return t.has(key) ? (t as (key: string) => string)(key) : state;
}
