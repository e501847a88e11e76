import { ActionIcon, Group, SegmentedControl, Table, Text, useComputedColorScheme } from '@mantine/core';
import { IconPhotoDown } from '@tabler/icons-react';
import type { EChartsType } from 'echarts/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { t } from '../../text/text.js';
import { number } from '../words.js';
import { CHART_COLORS, INKS } from './chart-theme.js';

/** One kind of thing that is counted: a color and an entry of the legend. */
export interface Series {
  key: string;
  label: string;
  color?: string;
  /** One number for each category. */
  values: number[];
}

export interface ChartData {
  categories: { key: string; label: string }[];
  series: Series[];
}

type Scheme = 'light' | 'dark';

interface Props {
  /** What the numbers show, as a sentence. */
  title: string;
  /** The units, and the date of the numbers. */
  about: string;
  /** Name of the categories, for the first column of the table. */
  categoryName: string;
  data: ChartData;
  /** Opens what is behind a number. */
  onPick?: (category: string, series: string) => void;
}

/** Stacked bars with their numbers: as a picture or as a table, in the light, in the dark and on paper. */
export function BarsChart({ title, about, categoryName, data, onPick }: Props) {
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const chart = useRef<EChartsType>(undefined);
  const scheme = useComputedColorScheme('light');
  const save = (): void => {
    if (!chart.current) return;
    const link = document.createElement('a');
    link.href = inLight(chart.current, data, scheme, (drawn) =>
      drawn.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: INKS.light.ground }),
    );
    link.download = `${title}.png`;
    link.click();
  };
  return (
    <figure className="chart">
      <Group justify="space-between" align="start" gap="xs">
        <figcaption>
          <Text fw={600}>{title}</Text>
          <Text size="sm" c="dimmed">
            {about}
          </Text>
        </figcaption>
        <Group gap="xs" wrap="nowrap" className="page-actions">
          <SegmentedControl
            aria-label={t('chart.view')}
            value={view}
            onChange={(chosen) => setView(chosen === 'table' ? 'table' : 'chart')}
            data={[
              { value: 'chart', label: t('chart.chart') },
              { value: 'table', label: t('chart.table') },
            ]}
          />
          {view === 'chart' && (
            <ActionIcon variant="default" size={42} onClick={save} aria-label={t('chart.savePicture')}>
              <IconPhotoDown aria-hidden />
            </ActionIcon>
          )}
        </Group>
      </Group>
      {view === 'chart' ? (
        <BarsPicture
          title={title}
          categoryName={categoryName}
          data={data}
          scheme={scheme}
          onPick={onPick}
          drawn={chart}
        />
      ) : (
        <BarsTable categoryName={categoryName} data={data} />
      )}
    </figure>
  );
}

/** A chart is drawn when it is this close to the screen, so that it is there when people scroll to it. */
const AHEAD = '200px';

function BarsPicture({
  title,
  categoryName,
  data,
  scheme,
  onPick,
  drawn,
}: Pick<Props, 'title' | 'categoryName' | 'data' | 'onPick'> & {
  scheme: Scheme;
  drawn: RefObject<EChartsType | undefined>;
}) {
  const element = useRef<HTMLDivElement>(null);
  const [isDrawn, setIsDrawn] = useState(false);
  const latest = useRef(onPick);
  latest.current = onPick;
  useEffect(() => {
    let isGone = false;
    let chart: EChartsType | undefined;
    const resized = new ResizeObserver(() => chart?.resize());
    const draw = async (): Promise<void> => {
      const { init } = await import('./echarts.js');
      if (isGone || !element.current) return;
      chart = init(element.current, undefined, { renderer: 'canvas' });
      chart.setOption(optionOf(data, scheme));
      chart.on('click', ({ dataIndex, seriesIndex }) => {
        const [category, series] = [data.categories[dataIndex], data.series[seriesIndex ?? 0]];
        if (category && series) latest.current?.(category.key, series.key);
      });
      resized.observe(element.current);
      drawn.current = chart;
      setIsDrawn(true);
    };
    // To load and draw a chart keeps a phone busy for half a second.
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        near.disconnect();
        void draw();
      },
      { rootMargin: AHEAD },
    );
    if (element.current) near.observe(element.current);
    const printing = (): void => {
      chart?.setOption(optionOf(data, 'light'));
    };
    const printed = (): void => {
      chart?.setOption(optionOf(data, scheme));
    };
    window.addEventListener('beforeprint', printing);
    window.addEventListener('afterprint', printed);
    return () => {
      isGone = true;
      window.removeEventListener('beforeprint', printing);
      window.removeEventListener('afterprint', printed);
      near.disconnect();
      resized.disconnect();
      drawn.current = undefined;
      setIsDrawn(false);
      chart?.dispose();
    };
  }, [data, scheme, drawn]);
  const spoken = data.series
    .map(({ label, values }) => `${label}: ${number(values.reduce((sum, value) => sum + value, 0))}`)
    .join(', ');
  return (
    <>
      <div
        ref={element}
        role="img"
        aria-label={`${title}. ${spoken}`}
        className={isDrawn ? undefined : 'not-on-paper'}
        style={{ height: `${7 + 2.5 * data.categories.length}rem`, width: '100%' }}
      />
      {!isDrawn && (
        <div className="on-paper">
          <BarsTable categoryName={categoryName} data={data} />
        </div>
      )}
    </>
  );
}

function BarsTable({ categoryName, data: { categories, series } }: Pick<Props, 'categoryName' | 'data'>) {
  return (
    <div className="wide" tabIndex={0} role="region" aria-label={categoryName}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{categoryName}</Table.Th>
            {series.map(({ key, label }) => (
              <Table.Th key={key} ta="right">
                {label}
              </Table.Th>
            ))}
            <Table.Th ta="right">{t('common.total')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {categories.map(({ key, label }, i) => (
            <Table.Tr key={key}>
              <Table.Th>{label}</Table.Th>
              {series.map((one) => (
                <Table.Td key={one.key} ta="right" data-label={one.label}>
                  {number(one.values[i] ?? 0)}
                </Table.Td>
              ))}
              <Table.Td ta="right" fw={700} data-label={t('common.total')}>
                {number(series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** Does something with the chart in the colors of paper, and gives it back those of the screen. */
function inLight<T>(chart: EChartsType, data: ChartData, scheme: Scheme, act: (chart: EChartsType) => T): T {
  chart.setOption(optionOf(data, 'light'));
  const done = act(chart);
  chart.setOption(optionOf(data, scheme));
  return done;
}

/** Bars that lie on their side: names of types and sites are long, and a phone is narrow. */
function optionOf({ categories, series }: ChartData, scheme: Scheme) {
  const { text, line } = INKS[scheme];
  const axis = { axisLabel: { color: text }, axisLine: { lineStyle: { color: line } } };
  return {
    // Patterns beside the colors, for people who do not see all colors and for gray paper. The page has its own label.
    aria: { enabled: true, label: { enabled: false }, decal: { show: series.length > 1 } },
    animation: false,
    grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
    legend: { top: 0, left: 0, textStyle: { color: text }, type: 'scroll' as const },
    // Drawn on the canvas: the page's security policy forbids the styles of an HTML tooltip.
    tooltip: {
      trigger: 'axis' as const,
      axisPointer: { type: 'shadow' as const },
      renderMode: 'richText' as const,
      valueFormatter: (value: unknown) => number(Number(value)),
    },
    xAxis: {
      type: 'value' as const,
      splitLine: { lineStyle: { color: line } },
      ...axis,
      // On a phone, long names leave room for only two or three numbers.
      splitNumber: 4,
      axisLabel: { color: text, hideOverlap: true },
    },
    yAxis: {
      type: 'category' as const,
      inverse: true,
      data: categories.map(({ label }) => label),
      ...axis,
    },
    series: series.map(({ label, values, color }, i) => ({
      name: label,
      type: 'bar' as const,
      stack: 'all',
      data: values,
      itemStyle: { color: color ?? CHART_COLORS[i % CHART_COLORS.length] },
    })),
  };
}
