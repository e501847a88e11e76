import { Injectable } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../../access/scope.js';
import { inOneBatch } from '../../common/documents/table-writer.js';
import { IfGiven, QueryInteger } from '../../common/http/request-fields.js';
import {
  FLEET_GROUP_HEADER,
  FLEET_GROUP_SQL,
  FLEET_GROUPS,
  FLEET_IN_USE,
  FLEET_TABLES,
  type FleetGroup,
  NOW_NOTE,
} from '../../reports/kinds/fleet.sql.js';
import type { Report, ReportColumn, ReportContext, ReportKind } from '../../reports/report.js';
import { LAST_COVERAGE } from './last-coverage.sql.js';

class CoverageEndsParameters {
  @IfGiven()
  @IsIn(FLEET_GROUPS)
  groupBy: FleetGroup = 'site';

  /** Months shown one by one, this one included. */
  @IfGiven()
  @QueryInteger(1, 24)
  months: number = 12;
}

/** Where coverage ends month by month. */
@Injectable()
export class CoverageEndsReport implements ReportKind<CoverageEndsParameters> {
  readonly kind = 'coverage-ends';
  readonly title = 'Coverage that ends';
  readonly about = 'Devices whose last warranty or contract ends, month by month, by site, model or kind.';
  readonly need = 'devices:read';
  readonly parameters = CoverageEndsParameters;

  constructor(private readonly source: DataSource) {}

  async run(scope: Scope, asked: CoverageEndsParameters, { today, now }: ReportContext): Promise<Report> {
    const first = DateTime.fromISO(today, { zone: 'utc' }).startOf('month');
    const months = Array.from({ length: asked.months }, (_, i) =>
      first.plus({ months: i }).toFormat('yyyy-MM'),
    );
    const counts = months
      .map((_, i) => `count(*) FILTER (WHERE f.last_on >= $3::date AND f.month = ${i})`)
      .join(', ');
    const rows = await this.source.query<{ name: string; counts: number[]; total: number }[]>(
      `SELECT f.name, ARRAY[${counts}]::int[] AS counts,
              count(*) FILTER (WHERE f.last_on >= $3::date)::int AS total
         FROM (SELECT ${FLEET_GROUP_SQL[asked.groupBy]} AS name, l.last_on,
                      12 * (extract(year FROM l.last_on) - extract(year FROM $3::date))
                        + extract(month FROM l.last_on) - extract(month FROM $3::date) AS month
                 ${FLEET_TABLES} ${LAST_COVERAGE} ${FLEET_IN_USE}) f
        GROUP BY 1 HAVING count(*) FILTER (WHERE f.last_on >= $3::date) > 0 ORDER BY 1`,
      [scope.districtId, siteFilter(scope), today],
    );
    return {
      head: {
        kind: this.kind,
        title: `${this.title} from ${today}`,
        asOf: today,
        knownAt: now,
        parameters: { ...asked },
        notes: [
          NOW_NOTE,
          'A device counts in the month in which the last of its coverages ends. “Covered” also includes those that end later.',
        ],
        columns: [
          { header: FLEET_GROUP_HEADER[asked.groupBy], type: 'text', isKey: true },
          ...months.map((header): ReportColumn => ({ header, type: 'integer' })),
          { header: 'Covered', type: 'integer' },
        ],
        chart: {
          kind: 'bars',
          unit: 'devices whose last coverage ends',
          labels: months,
          series: [
            {
              name: 'Devices',
              values: months.map((_, i) => rows.reduce((sum, row) => sum + (row.counts[i] ?? 0), 0)),
            },
          ],
        },
      },
      rows: inOneBatch(rows.map((row) => [row.name, ...row.counts, row.total])),
    };
  }
}
