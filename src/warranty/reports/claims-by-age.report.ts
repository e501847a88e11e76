import { Injectable } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../../access/scope.js';
import { inOneBatch } from '../../common/documents/table-writer.js';
import { IfGiven } from '../../common/http/request-fields.js';
import type { Report, ReportColumn, ReportContext, ReportKind } from '../../reports/report.js';
import { CLAIM_STATES } from '../claims/claim.entity.js';

const GROUPS = ['state', 'site', 'vendor'] as const;
type Group = (typeof GROUPS)[number];

class ClaimsByAgeParameters {
  @IfGiven()
  @IsIn(GROUPS)
  groupBy: Group = 'state';
}

/** SQL of the groups. States are shown in the order of a claim's life. */
const GROUP_SQL: Record<Group, { name: string; order: string }> = {
  state: {
    name: `replace(k.state, '_', ' ')`,
    order: `array_position(ARRAY['${CLAIM_STATES.join("', '")}'], k.state)`,
  },
  site: { name: `s.code || ' ' || s.name`, order: '0' },
  vendor: { name: 'v.name', order: '0' },
};

const HEADERS: Record<Group, string> = { state: 'State', site: 'Site', vendor: 'Vendor' };

/** The last day of each age but the last one, in whole days. */
const AGES = [7, 14, 30, 60, 90];
const AGE_HEADERS = [
  ...AGES.map((last, i) => `${i === 0 ? 0 : (AGES[i - 1] ?? 0) + 1} to ${last} days`),
  `Over ${AGES.at(-1)} days`,
];

const COUNTS = AGE_HEADERS.map((_, age) => `count(*) FILTER (WHERE g.age = ${age})`).join(', ');

/** How long open claims have been open. */
@Injectable()
export class ClaimsByAgeReport implements ReportKind<ClaimsByAgeParameters> {
  readonly kind = 'claims-by-age';
  readonly title = 'Open claims by age';
  readonly about = 'Warranty claims that have not ended, by their age and by state, site or vendor.';
  readonly need = 'devices:read';
  readonly parameters = ClaimsByAgeParameters;

  constructor(private readonly source: DataSource) {}

  async run(scope: Scope, { groupBy }: ClaimsByAgeParameters, context: ReportContext): Promise<Report> {
    const { today, now } = context;
    const { name, order } = GROUP_SQL[groupBy];
    const rows = await this.source.query<{ name: string; counts: number[] }[]>(
      `SELECT g.name, ARRAY[${COUNTS}]::int[] AS counts
         FROM (SELECT ${name} AS name, ${order} AS place,
                      width_bucket($3::date - (k.opened_at AT TIME ZONE $4)::date, $5::int[]) AS age
                 FROM claims k
                 JOIN devices d ON d.district_id = $1 AND d.id = k.device_id
                 JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
                 JOIN vendors v ON v.district_id = $1 AND v.id = k.vendor_id
                WHERE k.district_id = $1 AND k.state NOT IN ('closed', 'cancelled')
                  AND ($2::uuid[] IS NULL OR d.site_id = ANY ($2))) g
        GROUP BY g.name, g.place ORDER BY g.place, g.name`,
      [scope.districtId, siteFilter(scope), today, scope.timeZone, AGES.map((last) => last + 1)],
    );
    return {
      head: {
        kind: this.kind,
        title: `${this.title}, ${today}`,
        asOf: today,
        knownAt: now,
        parameters: { groupBy },
        notes: [
          'Claims that are not closed or cancelled, at the site where the device is now. The age counts from the day on which the claim was opened.',
        ],
        columns: [
          { header: HEADERS[groupBy], type: 'text', isKey: true },
          ...AGE_HEADERS.map((header): ReportColumn => ({ header, type: 'integer' })),
          { header: 'Total', type: 'integer' },
        ],
        chart: {
          kind: 'bars',
          unit: 'open claims',
          labels: AGE_HEADERS,
          series: [
            {
              name: 'Claims',
              values: AGE_HEADERS.map((_, i) => rows.reduce((sum, { counts }) => sum + (counts[i] ?? 0), 0)),
            },
          ],
        },
      },
      rows: inOneBatch(
        rows.map((row) => [row.name, ...row.counts, row.counts.reduce((sum, count) => sum + count, 0)]),
      ),
    };
  }
}
