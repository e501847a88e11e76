import { Injectable } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { assertNotAhead } from '../../counts/asked-days.js';
import { inOneBatch } from '../../common/documents/table-writer.js';
import type { Scope } from '../../access/scope.js';
import { CommaList } from '../../common/http/request-fields.js';
import { CountsFilterQuery, filterOf } from '../../counts/counts.dto.js';
import { CountsQueries, type Dimension, DIMENSIONS } from '../../counts/counts.queries.js';
import { capital, pivot, withSiteNames } from '../outputs/pivot.js';
import type { Report, ReportContext, ReportKind } from '../report.js';
import { ReportDay, resolveDay } from '../report-days.js';
import { SiteNames } from '../site-names.service.js';

class CountsParameters extends CountsFilterQuery {
  /** Calendar date or a word for one; today where nothing is said. */
  @ReportDay()
  asOf: string = 'today';

  /** Comma-separated: site, region, kind, status. The last of two or more becomes the columns. */
  @CommaList(4)
  @IsIn(DIMENSIONS, { each: true })
  groupBy: Dimension[] = ['site', 'kind'];
}

/** How many devices there were on a day. */
@Injectable()
export class CountsReport implements ReportKind<CountsParameters> {
  readonly kind = 'counts';
  readonly title = 'Devices by place and kind';
  readonly about = 'How many devices there were at the end of a day, by site, region, kind and status.';
  readonly need = 'counts:read';
  readonly parameters = CountsParameters;

  constructor(
    private readonly queries: CountsQueries,
    private readonly siteNames: SiteNames,
  ) {}

  check(_: Scope, { asOf }: CountsParameters, context: ReportContext): void {
    assertNotAhead('asOf', resolveDay(asOf, context), context.today);
  }

  async run(scope: Scope, asked: CountsParameters, context: ReportContext): Promise<Report> {
    const asOf = resolveDay(asked.asOf, context);
    const groupBy = [...new Set(asked.groupBy)];
    const { knownAt, statuses, total, groups } = await this.queries.counts(scope, {
      ...filterOf(asked),
      asOf,
      groupBy,
    });
    const cells = groups.map((group) => ({
      names: groupBy.map((dimension) => group[dimension] ?? null),
      value: group.count,
    }));
    const { columns, rows, chart } = withSiteNames(
      pivot(groupBy.map(capital), cells, 'devices'),
      await this.siteNames.of(scope),
    );
    return {
      head: {
        kind: this.kind,
        title: `${this.title}, ${asOf}`,
        asOf,
        knownAt,
        parameters: { ...asked, asOf },
        notes: [
          `${total.toLocaleString('en-US')} devices in all.`,
          `Statuses counted: ${statuses.map(capital).join(', ')}.`,
        ],
        columns,
        chart,
      },
      rows: inOneBatch(rows),
    };
  }
}
