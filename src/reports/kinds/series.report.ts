import { Injectable } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { mapInSlices } from '../../common/turns.js';
import { inOneBatch } from '../../common/documents/table-writer.js';
import type { Scope } from '../../access/scope.js';
import { CommaList, IfGiven } from '../../common/http/request-fields.js';
import { CountsFilterQuery, filterOf } from '../../counts/counts.dto.js';
import { type Interval, INTERVALS } from '../../counts/series/series-points.js';
import { assertSeries, type SeriesAsked, SeriesQueries } from '../../counts/series/series.queries.js';
import { SERIES_DIMENSIONS, type SeriesDimension } from '../../counts/series/series-groups.js';
import { capital, mostOf, NO_NAME } from '../outputs/pivot.js';
import type { Report, ReportColumn, ReportContext, ReportKind } from '../report.js';
import { ReportDay, resolveDay } from '../report-days.js';

class SeriesParameters extends CountsFilterQuery {
  /** First calendar date, or a word for one. */
  @ReportDay()
  from: string = 'schoolYearStart-10y';

  /** Last calendar date. Today by default. */
  @ReportDay()
  to: string = 'today';

  @IfGiven()
  @IsIn(INTERVALS)
  interval: Interval = 'month';

  /** Comma-separated: site, region, kind, status; or model, fundingSource, kind, status. Each group is a column. */
  @CommaList(6)
  @IsIn(SERIES_DIMENSIONS, { each: true })
  groupBy: SeriesDimension[] = ['kind'];
}

/** Counts over time. */
@Injectable()
export class SeriesReport implements ReportKind<SeriesParameters> {
  readonly kind = 'series';
  readonly title = 'Devices over time';
  readonly about =
    'How many devices there were at the end of each day, week, month, quarter, school year or year.';
  readonly need = 'counts:read';
  readonly parameters = SeriesParameters;

  constructor(private readonly queries: SeriesQueries) {}

  check(scope: Scope, asked: SeriesParameters, context: ReportContext): void {
    assertSeries(scope, seriesOf(asked, context), context.today, context.fiscalYearStarts);
  }

  async run(scope: Scope, asked: SeriesParameters, context: ReportContext): Promise<Report> {
    const wanted = seriesOf(asked, context);
    const { from, to, groupBy } = wanted;
    const { knownAt, statuses, points } = await this.queries.series(scope, wanted);
    const nameOf = (group: { [dimension in SeriesDimension]?: string | null }): string =>
      groupBy.map((dimension) => capital(group[dimension] ?? NO_NAME)).join(', ');
    const counted = await mapInSlices(
      points,
      ({ groups }) => new Map(groups.map((group) => [nameOf(group), group.count])),
    );
    const found = new Set<string>();
    await mapInSlices(counted, (groups) => groups.forEach((_, name) => found.add(name)));
    const names = [...found].toSorted();
    const series = await mapInSlices(names, (name) => ({
      name,
      values: counted.map((groups) => groups.get(name) ?? 0),
    }));
    const totals = points.map(({ total }) => total);
    const isSplit = groupBy.length > 0;
    const columns: ReportColumn[] = [
      { header: 'On', type: 'date', isKey: true },
      ...(isSplit ? names : []).map((header): ReportColumn => ({ header, type: 'integer' })),
      { header: 'Total', type: 'integer' },
    ];
    return {
      head: {
        kind: this.kind,
        title: `${this.title}, ${from} to ${to}`,
        asOf: to,
        knownAt,
        parameters: { ...asked, from, to },
        notes: [
          'Each row is the count at the end of its day.',
          `Statuses counted: ${statuses.map(capital).join(', ')}.`,
        ],
        columns,
        chart: {
          kind: 'lines',
          unit: 'devices',
          labels: points.map(({ on }) => on),
          series: isSplit ? mostOf(series) : [{ name: 'Devices', values: totals }],
        },
      },
      rows: inOneBatch(
        await mapInSlices(points, ({ on, total }, i) => [
          on,
          ...(isSplit ? series.map(({ values }) => values[i]) : []),
          total,
        ]),
      ),
    };
  }
}

function seriesOf(asked: SeriesParameters, context: ReportContext): SeriesAsked & { to: string } {
  return {
    ...filterOf(asked),
    from: resolveDay(asked.from, context),
    to: resolveDay(asked.to, context),
    interval: asked.interval,
    groupBy: [...new Set(asked.groupBy)],
  };
}
