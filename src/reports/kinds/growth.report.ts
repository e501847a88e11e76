import { Injectable } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { inOneBatch } from '../../common/documents/table-writer.js';
import type { Scope } from '../../access/scope.js';
import { CommaList } from '../../common/http/request-fields.js';
import { assertRange } from '../../counts/asked-days.js';
import { CountsFilterQuery, filterOf } from '../../counts/counts.dto.js';
import { type Dimension, DIMENSIONS } from '../../counts/counts.queries.js';
import { GrowthQueries } from '../../counts/series/growth.queries.js';
import { capital, NO_NAME, withSiteNames } from '../outputs/pivot.js';
import type { Report, ReportColumn, ReportContext, ReportKind } from '../report.js';
import { ReportDay, resolveDay } from '../report-days.js';
import { SiteNames } from '../site-names.service.js';

class GrowthParameters extends CountsFilterQuery {
  /** What changed after the end of this day. */
  @ReportDay()
  from: string = 'schoolYearStart-1d';

  /** Up to the end of this one; today where nothing is said. */
  @ReportDay()
  to: string = 'today';

  /** Comma-separated: site, region, kind, status. */
  @CommaList(4)
  @IsIn(DIMENSIONS, { each: true })
  groupBy: Dimension[] = ['site'];
}

/** What changed between two days, and why. */
@Injectable()
export class GrowthReport implements ReportKind<GrowthParameters> {
  readonly kind = 'growth';
  readonly title = 'Growth and its causes';
  readonly about = 'What changed between two days and why. The causes add up to the difference.';
  readonly need = 'counts:read';
  readonly parameters = GrowthParameters;

  constructor(
    private readonly queries: GrowthQueries,
    private readonly siteNames: SiteNames,
  ) {}

  check(_: Scope, { from, to }: GrowthParameters, context: ReportContext): void {
    assertRange(resolveDay(from, context), resolveDay(to, context), context.today);
  }

  async run(scope: Scope, asked: GrowthParameters, context: ReportContext): Promise<Report> {
    const from = resolveDay(asked.from, context);
    const to = resolveDay(asked.to, context);
    const groupBy = [...new Set(asked.groupBy)];
    const growth = await this.queries.growth(scope, { ...filterOf(asked), from, to, groupBy });
    const causes = [
      ...new Set(growth.groups.flatMap((group) => group.causes.map(({ cause }) => cause))),
    ].toSorted();
    const keyed: ReportColumn[] = [
      ...groupBy.map((header): ReportColumn => ({ header: capital(header), type: 'text', isKey: true })),
      { header: `On ${from}`, type: 'integer' },
      ...causes.map((cause): ReportColumn => ({ header: capital(cause), type: 'integer' })),
      { header: `On ${to}`, type: 'integer' },
      { header: 'Change', type: 'integer' },
    ];
    const lines = growth.groups.map((group) => [
      ...groupBy.map((dimension) => group[dimension] ?? NO_NAME),
      group.before,
      ...causes.map((cause) => group.causes.find((one) => one.cause === cause)?.change ?? 0),
      group.after,
      group.change,
    ]);
    const { columns, rows } = withSiteNames(
      { columns: keyed, rows: lines, chart: null },
      await this.siteNames.of(scope),
    );
    return {
      head: {
        kind: this.kind,
        title: `${this.title}, ${from} to ${to}`,
        asOf: to,
        knownAt: growth.knownAt,
        parameters: { ...asked, from, to },
        notes: [
          `From ${growth.before} to ${growth.after} devices: ${signed(growth.change)}.`,
          'The causes of a row add up to its change.',
          `Statuses counted: ${growth.statuses.map(capital).join(', ')}.`,
        ],
        columns,
        chart: {
          kind: 'bars',
          unit: 'devices more or fewer, by cause',
          labels: growth.causes.map(({ cause }) => capital(cause)),
          series: [{ name: 'Change', values: growth.causes.map(({ change }) => change) }],
        },
      },
      rows: inOneBatch(rows),
    };
  }
}

const signed = (n: number): string => (n > 0 ? `+${n}` : String(n));
