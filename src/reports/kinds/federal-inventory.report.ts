import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { IfGiven, QueryInteger } from '../../common/http/request-fields.js';
import { type Scope, siteFilter } from '../../access/scope.js';
import { startOfDate } from '../../common/time/clock.js';
import { groupBy } from '../../common/group-by.js';
import { StreamPool } from '../../database/pools/stream-pool.js';
import type { Report, ReportColumn, ReportContext, ReportKind } from '../report.js';
import { DISPOSED_ON, FLEET_TABLES, LAST_SIGHTING, ROOM } from './fleet.sql.js';

class FederalInventoryParameters {
  /** Months in which each must have been sighted; 2 CFR 200.313(d)(2) says two years. */
  @IfGiven()
  @QueryInteger(1, 24)
  months: number = 24;
}

const RECORD = '2 CFR 200.313(d)(1)';
const PHYSICAL = '2 CFR 200.313(d)(2)';

/** Each column with what asks for it and where it comes from. */
const COLUMNS: readonly (ReportColumn & { sql: string })[] = [
  {
    header: 'Description',
    type: 'text',
    source: RECORD,
    sql: `d.kind || ': ' || m.manufacturer || ' ' || m.name`,
  },
  { header: 'Asset tag', type: 'text', isKey: true, source: RECORD, sql: 'd.asset_tag' },
  { header: 'Serial number', type: 'text', isKey: true, source: RECORD, sql: 'd.serial_number' },
  { header: 'Source of funding', type: 'text', source: RECORD, sql: 'f.name' },
  { header: 'FAIN', type: 'text', source: RECORD, sql: 'f.fain' },
  { header: 'Title holder', type: 'text', source: RECORD, sql: 'f.title_holder' },
  {
    header: 'Acquired on',
    type: 'date',
    source: RECORD,
    sql: 'coalesce(d.purchased_on, d.in_service_on)::text',
  },
  { header: 'Cost, $', type: 'cents', source: RECORD, sql: 'd.cost_cents' },
  { header: 'Federal share, %', type: 'number', source: RECORD, sql: 'f.federal_share_percent::float8' },
  {
    header: 'Federal share, $',
    type: 'cents',
    source: RECORD,
    sql: 'round(d.cost_cents * f.federal_share_percent / 100)::bigint',
  },
  { header: 'Site', type: 'text', source: RECORD, sql: `s.code || ' ' || s.name` },
  { header: 'Room', type: 'text', source: RECORD, sql: 'r.name' },
  { header: 'Status', type: 'text', source: RECORD, sql: 'd.status' },
  {
    header: 'In use',
    type: 'text',
    source: RECORD,
    sql: `CASE WHEN l.in_use IS NOT NULL THEN CASE WHEN l.in_use THEN 'yes' ELSE 'no' END
               WHEN d.status = 'deployed' THEN 'yes' ELSE 'no' END`,
  },
  { header: 'Condition', type: 'text', source: RECORD, sql: 'l.condition' },
  { header: 'Last sighted, UTC', type: 'instant', source: PHYSICAL, sql: 'l.seen_at' },
  { header: 'Sighted by', type: 'text', source: PHYSICAL, sql: 'coalesce(a.name, a.email)' },
  {
    header: 'Sighted in time',
    type: 'text',
    source: PHYSICAL,
    sql: `CASE WHEN d.status = 'disposed' THEN '' WHEN l.seen_at >= $3 THEN 'yes' ELSE 'NO' END`,
  },
  {
    header: 'Disposed on',
    type: 'date',
    source: RECORD,
    sql: DISPOSED_ON,
  },
  { header: 'Disposal', type: 'text', source: RECORD, sql: 'd.disposal_route' },
  { header: 'Sale price, $', type: 'cents', source: RECORD, sql: 'NULL::bigint' },
];

/** Equipment that federal money paid for, with what an auditor asks of its records and its physical inventory. */
@Injectable()
export class FederalInventoryReport implements ReportKind<FederalInventoryParameters> {
  readonly kind = 'federal-inventory';
  readonly title = 'Federally funded equipment';
  readonly about =
    'Property records and the physical inventory every two years, as 2 CFR 200.313(d) requires, device by device.';
  readonly need = 'devices:read';
  readonly parameters = FederalInventoryParameters;

  constructor(
    private readonly source: DataSource,
    private readonly streams: StreamPool,
  ) {}

  async run(
    scope: Scope,
    { months }: FederalInventoryParameters,
    { today, now }: ReportContext,
  ): Promise<Report> {
    const since = DateTime.fromISO(today).minus({ months }).toISODate() ?? today;
    const parameters = [scope.districtId, siteFilter(scope), startOfDate(scope.timeZone, since)];
    const [summary] = await this.source.query<{ devices: number; sighted: number; bare: number }[]>(
      `SELECT count(*)::int AS devices, count(*) FILTER (WHERE l.seen_at >= $3)::int AS sighted,
              count(*) FILTER (WHERE f.fain IS NULL OR d.cost_cents IS NULL OR f.title_holder IS NULL)::int AS bare
         ${FEDERAL} AND d.status <> 'disposed'`,
      parameters,
    );
    const { devices = 0, sighted = 0, bare = 0 } = summary ?? {};
    return {
      head: {
        kind: this.kind,
        title: `${this.title}, ${today}`,
        asOf: today,
        knownAt: now,
        parameters: { months },
        notes: [
          `${devices} devices have a federal award or a federal share. ${sighted} were sighted since ${since}, and ${devices - sighted} were not.`,
          `${bare} of them lack an award number (FAIN), a title holder or a cost.`,
          'The list has every device paid by a fund with a FAIN or a federal share above 0, also below the equipment threshold of 2 CFR 200.1.',
          'Condition and use come from the last sighting. If nobody reported the use, it follows the status.',
          'The sale price is recorded with the lot, so devices that left without a lot have none.',
          ...[...groupBy(COLUMNS, ({ source }) => source ?? '')].map(
            ([source, columns]) => `${source} requires: ${columns.map(({ header }) => header).join(', ')}.`,
          ),
        ],
        columns: COLUMNS.map(({ sql: _sql, ...column }) => column),
        chart: {
          kind: 'bars',
          unit: 'devices',
          labels: [`Sighted since ${since}`, 'Not sighted since'],
          series: [{ name: 'Devices', values: [sighted, devices - sighted] }],
        },
      },
      rows: await this.streams.rows(
        scope,
        `SELECT ${COLUMNS.map(({ sql }) => sql).join(', ')} ${FEDERAL} ORDER BY f.name, s.code, d.id`,
        [...parameters, scope.timeZone],
      ),
    };
  }
}

const FEDERAL = `
  ${FLEET_TABLES} ${ROOM} ${LAST_SIGHTING}
  JOIN funding_sources f ON f.district_id = $1 AND f.id = d.funding_source_id
  LEFT JOIN accounts a ON a.district_id = $1 AND a.id = l.seen_by
 WHERE d.district_id = $1 AND ($2::uuid[] IS NULL OR d.site_id = ANY ($2)) AND d.status <> 'void'
   AND (f.fain IS NOT NULL OR f.federal_share_percent > 0)`;
