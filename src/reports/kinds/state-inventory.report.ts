import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { IfGiven, QueryInteger } from '../../common/http/request-fields.js';
import { type Scope, siteFilter } from '../../access/scope.js';
import { StreamPool } from '../../database/pools/stream-pool.js';
import type { Report, ReportColumn, ReportContext, ReportKind } from '../report.js';
import { DISPOSED_ON, FLEET_TABLES, ROOM } from './fleet.sql.js';
import { CALIFORNIA_35168, thresholdOn } from './legal-thresholds.js';

class StateInventoryParameters {
  /** Items worth more than so many cents; a board may set less than the law. The law’s own where nothing is said. */
  @IfGiven()
  @QueryInteger(0, 100_000_000)
  aboveCents?: number;
}

const CODE = 'Education Code 35168';

const COLUMNS: readonly (ReportColumn & { sql: string })[] = [
  { header: 'Description', type: 'text', source: CODE, sql: 'd.kind' },
  { header: 'Name', type: 'text', source: CODE, sql: `m.manufacturer || ' ' || m.name` },
  { header: 'Asset tag', type: 'text', isKey: true, source: CODE, sql: 'd.asset_tag' },
  { header: 'Serial number', type: 'text', isKey: true, source: CODE, sql: 'd.serial_number' },
  { header: 'Original cost, $', type: 'cents', source: CODE, sql: 'd.cost_cents' },
  {
    header: 'Acquired on',
    type: 'date',
    source: CODE,
    sql: 'coalesce(d.purchased_on, d.in_service_on)::text',
  },
  {
    header: 'Location of use',
    type: 'text',
    source: CODE,
    sql: `concat_ws(', ', s.code || ' ' || s.name, r.name)`,
  },
  {
    header: 'Disposed on',
    type: 'date',
    source: CODE,
    sql: DISPOSED_ON,
  },
  { header: 'Manner of disposal', type: 'text', source: CODE, sql: `replace(d.disposal_route, '_', ' ')` },
];

/** The inventory of equipment that California asks every district for. */
@Injectable()
export class StateInventoryReport implements ReportKind<StateInventoryParameters> {
  readonly kind = 'state-inventory';
  readonly title = 'Equipment inventory, Education Code 35168';
  readonly about =
    'Items above the threshold of California Education Code 35168, with the details that it requires.';
  readonly need = 'devices:read';
  readonly parameters = StateInventoryParameters;

  constructor(
    private readonly source: DataSource,
    private readonly streams: StreamPool,
  ) {}

  async run(scope: Scope, asked: StateInventoryParameters, { today, now }: ReportContext): Promise<Report> {
    const law = thresholdOn(CALIFORNIA_35168, today);
    const aboveCents = asked.aboveCents ?? law.aboveCents;
    const parameters = [scope.districtId, siteFilter(scope), aboveCents];
    const [summary] = await this.source.query<{ items: number; unpriced: number }[]>(
      `SELECT count(*) FILTER (WHERE d.cost_cents > $3)::int AS items,
              count(*) FILTER (WHERE d.cost_cents IS NULL)::int AS unpriced ${ITEMS}`,
      parameters,
    );
    return {
      head: {
        kind: this.kind,
        title: `${this.title}, ${today}`,
        asOf: today,
        knownAt: now,
        parameters: { aboveCents },
        notes: [
          `Items that cost more than $${(aboveCents / 100).toFixed(2)}: ${summary?.items ?? 0}. ${
            asked.aboveCents === undefined
              ? law.source
              : `You chose this threshold. The threshold of the law is $${(law.aboveCents / 100).toFixed(2)} (${law.source})`
          }.`,
          'The law uses the current market value. This list uses the original cost instead, so that no item is left out.',
          `${summary?.unpriced ?? 0} devices have no cost and are not in the list. You can enter a reasonable estimate.`,
        ],
        columns: COLUMNS.map(({ sql: _sql, ...column }) => column),
        chart: null,
      },
      rows: await this.streams.rows(
        scope,
        `SELECT ${COLUMNS.map(({ sql }) => sql).join(', ')} ${ITEMS} AND d.cost_cents > $3 ORDER BY s.code, d.id`,
        [...parameters, scope.timeZone],
      ),
    };
  }
}

const ITEMS = `
  ${FLEET_TABLES} ${ROOM}
 WHERE d.district_id = $1 AND ($2::uuid[] IS NULL OR d.site_id = ANY ($2)) AND d.status <> 'void'`;
