import { Injectable } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { IfGiven, QueryInteger, QueryNumber } from '../../common/http/request-fields.js';
import { inOneBatch } from '../../common/documents/table-writer.js';
import { type Scope, siteFilter } from '../../access/scope.js';
import { InvalidInput } from '../../common/refusal.js';
import { CountsFilterQuery, filterOf } from '../../counts/counts.dto.js';
import { CountsQueries, IN_USE } from '../../counts/counts.queries.js';
import { SeriesQueries } from '../../counts/series/series.queries.js';
import { schoolYearName } from '../../common/time/school-year.js';
import type { Report, ReportContext, ReportKind } from '../report.js';
import { fiscalYearOf } from '../report-days.js';
import { trendOf } from './trend.js';

class ScenarioParameters extends CountsFilterQuery {
  /** `ratio`: pupils times devices per 100 pupils. `trend`: the years so far, gone on with. */
  @IfGiven()
  @IsIn(['ratio', 'trend'])
  method: 'ratio' | 'trend' = 'trend';

  /** School years ahead, this one included. */
  @IfGiven()
  @QueryInteger(1, 15)
  years: number = 5;

  /** School years behind that a trend is drawn through. */
  @IfGiven()
  @QueryInteger(3, 30)
  basedOn: number = 6;

  /** Devices for 100 pupils; what there is today where nothing is said. */
  @IfGiven()
  @QueryNumber(0, 1000)
  devicesPer100Pupils?: number;

  /** Percent by which pupils change each year. */
  @IfGiven()
  @QueryNumber(-50, 50)
  pupilChangePercent: number = 0;
}

type YearRow = [on: string, year: string, pupils: number | null, devices: number, low: number, high: number];

interface Outlook {
  notes: string[];
  rows: YearRow[];
}

/** How many devices the years to come may need, and under which assumptions. */
@Injectable()
export class GrowthScenarioReport implements ReportKind<ScenarioParameters> {
  readonly kind = 'growth-scenario';
  readonly title = 'Growth scenario';
  readonly about =
    'Devices in the coming years, from enrolled students and a ratio, or from the trend so far.';
  readonly need = 'counts:read';
  readonly parameters = ScenarioParameters;

  constructor(
    private readonly source: DataSource,
    private readonly counts: CountsQueries,
    private readonly seriesQueries: SeriesQueries,
  ) {}

  async run(scope: Scope, asked: ScenarioParameters, context: ReportContext): Promise<Report> {
    const { today } = context;
    const filter = { ...filterOf(asked), statuses: filterOf(asked).statuses ?? IN_USE };
    const { total, knownAt } = await this.counts.counts(scope, { ...filter, asOf: today, groupBy: [] });
    const { notes, rows } =
      asked.method === 'ratio'
        ? await this.byRatio(scope, asked, context, total, knownAt)
        : await this.byTrend(scope, { ...asked, filter: { ...filter, knownAt } }, context);
    return {
      head: {
        kind: this.kind,
        title: `${this.title}, ${asked.years} school years from ${today}`,
        asOf: today,
        knownAt,
        parameters: { ...asked },
        notes: [
          `Today: ${total} devices in use.`,
          ...notes,
          'This is a projection of an assumption, not a forecast of what will happen.',
        ],
        columns: [
          { header: 'On', type: 'date', isKey: true },
          { header: 'School year', type: 'text' },
          { header: 'Enrolled students', type: 'integer' },
          { header: 'Devices', type: 'integer' },
          { header: 'Low', type: 'integer' },
          { header: 'High', type: 'integer' },
        ],
        chart: {
          kind: 'lines',
          unit: 'devices',
          labels: [today, ...rows.map(([on]) => on)],
          series: [
            { name: 'Expected', values: [total, ...rows.map((row) => row[3])] },
            ...(asked.method === 'trend'
              ? [
                  { name: 'Low', values: [null, ...rows.map((row) => row[4])] },
                  { name: 'High', values: [null, ...rows.map((row) => row[5])] },
                ]
              : []),
          ],
        },
      },
      rows: inOneBatch(rows),
    };
  }

  private async byRatio(
    scope: Scope,
    asked: ScenarioParameters,
    context: ReportContext,
    devices: number,
    knownAt: Date,
  ): Promise<Outlook> {
    const [row] = await this.source.query<{ year: number; pupils: number }[]>(
      `SELECT school_year AS year, sum(pupils)::int AS pupils
         FROM (SELECT DISTINCT ON (p.site_id, p.school_year) p.school_year, p.pupils
                 FROM site_pupils p JOIN sites s ON s.district_id = $1 AND s.id = p.site_id
                WHERE p.district_id = $1 AND p.recorded_at <= $2 AND ($3::uuid[] IS NULL OR p.site_id = ANY ($3))
                  AND ($4::text[] IS NULL OR s.code = ANY ($4))
                ORDER BY p.site_id, p.school_year, p.revision DESC) standing
        GROUP BY 1 ORDER BY 1 DESC LIMIT 1`,
      [scope.districtId, knownAt, siteFilter(scope), filterOf(asked).sites ?? null],
    );
    if (!row)
      throw new InvalidInput(
        'There are no numbers of enrolled students. Import them by school year first, or choose the trend.',
        [
          {
            field: 'method',
            code: 'NO_PUPILS',
            detail: 'Import enrolled students by school year first, or choose the trend.',
          },
        ],
      );
    const per100 = asked.devicesPer100Pupils ?? (row.pupils > 0 ? (devices / row.pupils) * 100 : 0);
    return {
      notes: [
        `Enrolled students: ${row.pupils} in ${schoolYearName(row.year)}, changing by ${asked.pupilChangePercent}% each year.`,
        `Devices for 100 students: ${per100.toFixed(1)}${asked.devicesPer100Pupils === undefined ? ', as today' : ', as chosen'}.`,
      ],
      rows: ahead(asked.years, context).map(({ on, year }, i) => {
        const pupils = Math.round(row.pupils * (1 + asked.pupilChangePercent / 100) ** (i + 1));
        const needed = Math.ceil((pupils * per100) / 100);
        return [on, year, pupils, needed, needed, needed];
      }),
    };
  }

  private async byTrend(
    scope: Scope,
    asked: ScenarioParameters & { filter: object },
    context: ReportContext,
  ): Promise<Outlook> {
    const start = fiscalYearOf(DateTime.fromISO(context.today, { zone: 'utc' }), context.fiscalYearStarts);
    const { points } = await this.seriesQueries.series(scope, {
      ...asked.filter,
      from: isoDay(start.minus({ years: asked.basedOn })),
      to: isoDay(start.minus({ days: 1 })),
      interval: 'schoolYear',
      groupBy: [],
    });
    const values = points.map(({ total }) => total);
    const { slope, at } = trendOf(values);
    return {
      notes: [
        `The trend is a straight line through the ends of ${asked.basedOn} school years: ${values.join(', ')}. It changes by ${slope.toFixed(0)} a year.`,
        'Low and high are the 95% prediction interval of each year.',
      ],
      rows: ahead(asked.years, context).map(({ on, year }, i) => {
        const { value, low, high } = at(asked.basedOn + i);
        const [expected, least, most] = [value, low, high].map((n) => Math.max(0, Math.round(n)));
        return [on, year, null, expected ?? 0, least ?? 0, most ?? 0];
      }),
    };
  }
}

/** The ends of this school year and of those after it. */
function ahead(years: number, { today, fiscalYearStarts }: ReportContext): { on: string; year: string }[] {
  const start = fiscalYearOf(DateTime.fromISO(today, { zone: 'utc' }), fiscalYearStarts);
  return Array.from({ length: years }, (_, i) => ({
    on: isoDay(start.plus({ years: i + 1 }).minus({ days: 1 })),
    year: schoolYearName(start.year + i),
  }));
}

const isoDay = (day: DateTime): string => day.toISODate() ?? '';
