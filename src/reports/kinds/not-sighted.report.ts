import { Injectable } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import { IfGiven, QueryInteger } from '../../common/http/request-fields.js';
import { rounded } from '../../common/http/stated-decimals.js';
import { inOneBatch } from '../../common/documents/table-writer.js';
import { type Scope, siteFilter } from '../../access/scope.js';
import { startOfDate } from '../../common/time/clock.js';
import { StreamPool } from '../../database/pools/stream-pool.js';
import type { Report, ReportContext, ReportHead, ReportKind } from '../report.js';
import { FLEET_TABLES, LAST_SIGHTING, ROOM } from './fleet.sql.js';

class NotSightedParameters {
  /** Devices that nobody saw for so many months. */
  @IfGiven()
  @QueryInteger(1, 240)
  months: number = 12;

  /** `sites`: how many at each. `devices`: which ones. */
  @IfGiven()
  @IsIn(['sites', 'devices'])
  by: 'sites' | 'devices' = 'sites';
}

interface SiteRow {
  site: string;
  name: string;
  devices: number;
  sighted: number;
  before: number;
  never: number;
}

/** Devices on the books that nobody has seen for long. */
@Injectable()
export class NotSightedReport implements ReportKind<NotSightedParameters> {
  readonly kind = 'not-sighted';
  readonly title = 'Devices not sighted';
  readonly about =
    'Devices without a sighting for a number of months: how many there are at each site, or a list of them.';
  readonly need = 'devices:read';
  readonly parameters = NotSightedParameters;

  constructor(
    private readonly source: DataSource,
    private readonly streams: StreamPool,
  ) {}

  async run(scope: Scope, asked: NotSightedParameters, { today, now }: ReportContext): Promise<Report> {
    const since = DateTime.fromISO(today).minus({ months: asked.months }).toISODate() ?? today;
    const parameters = [scope.districtId, siteFilter(scope), startOfDate(scope.timeZone, since)];
    const head: Omit<ReportHead, 'columns' | 'chart'> = {
      kind: this.kind,
      title: `${this.title} since ${since}`,
      asOf: today,
      knownAt: now,
      parameters: { ...asked },
      notes: [
        'Devices that are in stock, deployed, in repair or retired, as our records have them now. Missing devices are left out.',
        'A sighting means that somebody had the device in front of them. An imported file or a change at a desk is not a sighting.',
      ],
    };
    return asked.by === 'sites' ? this.bySite(head, parameters) : this.byDevice(scope, head, parameters);
  }

  private async bySite(head: Omit<ReportHead, 'columns' | 'chart'>, parameters: unknown[]): Promise<Report> {
    const sites = await this.source.query<SiteRow[]>(
      `SELECT s.code AS site, s.name, count(*)::int AS devices,
              count(*) FILTER (WHERE l.seen_at >= $3)::int AS sighted,
              count(*) FILTER (WHERE l.seen_at < $3)::int AS before,
              count(*) FILTER (WHERE l.seen_at IS NULL)::int AS never
         ${FLEET_TABLES} ${LAST_SIGHTING} ${ON_THE_BOOKS}
        GROUP BY 1, 2 ORDER BY 1`,
      parameters,
    );
    const most = sites.toSorted((a, b) => b.before + b.never - (a.before + a.never)).slice(0, 24);
    return {
      head: {
        ...head,
        columns: [
          { header: 'Site', type: 'text', isKey: true },
          { header: 'Name', type: 'text' },
          { header: 'Devices', type: 'integer' },
          { header: 'Sighted since', type: 'integer' },
          { header: 'Sighted before', type: 'integer' },
          { header: 'Never sighted', type: 'integer' },
          { header: 'Not sighted, %', type: 'number' },
        ],
        chart: {
          kind: 'bars',
          unit: 'devices, at the sites where most are not sighted',
          labels: most.map(({ site }) => site),
          series: [
            { name: 'Sighted before', values: most.map(({ before }) => before) },
            { name: 'Never sighted', values: most.map(({ never }) => never) },
          ],
        },
      },
      rows: inOneBatch(
        sites.map(({ site, name, devices, sighted, before, never }) => [
          site,
          name,
          devices,
          sighted,
          before,
          never,
          rounded((100 * (before + never)) / devices, 1),
        ]),
      ),
    };
  }

  private async byDevice(
    scope: Scope,
    head: Omit<ReportHead, 'columns' | 'chart'>,
    parameters: unknown[],
  ): Promise<Report> {
    const sql = `
      SELECT s.code, s.name, d.asset_tag, d.serial_number, m.manufacturer || ' ' || m.name, d.kind, d.status, r.name,
             l.seen_at, coalesce(a.name, a.email), p.code
        ${FLEET_TABLES} ${ROOM} ${LAST_SIGHTING}
        LEFT JOIN accounts a ON a.district_id = $1 AND a.id = l.seen_by
        LEFT JOIN sites p ON p.district_id = $1 AND p.id = l.site_id
        ${ON_THE_BOOKS} AND (l.seen_at IS NULL OR l.seen_at < $3)
       ORDER BY s.code, l.seen_at NULLS FIRST, d.id`;
    return {
      head: {
        ...head,
        columns: [
          { header: 'Site', type: 'text' },
          { header: 'Site name', type: 'text' },
          { header: 'Asset tag', type: 'text', isKey: true },
          { header: 'Serial number', type: 'text', isKey: true },
          { header: 'Model', type: 'text' },
          { header: 'Kind', type: 'text' },
          { header: 'Status', type: 'text' },
          { header: 'Room', type: 'text' },
          { header: 'Last sighted, UTC', type: 'instant' },
          { header: 'By', type: 'text' },
          { header: 'Sighted at', type: 'text' },
        ],
        chart: null,
      },
      rows: await this.streams.rows(scope, sql, parameters),
    };
  }
}

const ON_THE_BOOKS = `
 WHERE d.district_id = $1 AND ($2::uuid[] IS NULL OR d.site_id = ANY ($2))
   AND d.status IN ('in_stock', 'deployed', 'in_repair', 'retired')`;
