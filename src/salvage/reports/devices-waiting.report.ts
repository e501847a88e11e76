import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../../access/scope.js';
import { inOneBatch } from '../../common/documents/table-writer.js';
import { IfGiven, QueryInteger } from '../../common/http/request-fields.js';
import { CLEARS } from '../../devices/recording/device-clearances.js';
import type { Report, ReportColumn, ReportContext, ReportKind } from '../../reports/report.js';

class DevicesWaitingParameters {
  /** Only devices that have been retired for at least this many days. */
  @IfGiven()
  @QueryInteger(0, 10_000)
  minDays: number = 0;
}

/** The upper end of each age group except the last one, in whole days since a device was retired. */
const AGES = [30, 90, 180, 365];
const AGE_HEADERS = [
  ...AGES.map((last, i) => `${i === 0 ? 0 : (AGES[i - 1] ?? 0) + 1} to ${last} days`),
  `Over ${AGES.at(-1)} days`,
];
const COUNTS = AGE_HEADERS.map((_, age) => `count(*) FILTER (WHERE g.age = ${age})`).join(', ');

/** Retired devices that are still here, and for how long. */
@Injectable()
export class DevicesWaitingReport implements ReportKind<DevicesWaitingParameters> {
  readonly kind = 'devices-waiting';
  readonly title = 'Retired devices still here';
  readonly about = 'Retired devices that have not left yet, by site and by how long they have been retired.';
  readonly need = 'devices:read';
  readonly parameters = DevicesWaitingParameters;

  constructor(private readonly source: DataSource) {}

  async run(
    scope: Scope,
    { minDays }: DevicesWaitingParameters,
    { today, now }: ReportContext,
  ): Promise<Report> {
    const rows = await this.source.query<
      { code: string; name: string; counts: number[]; onLot: number; wiped: number; total: number }[]
    >(
      `SELECT s.code, s.name, ARRAY[${COUNTS}]::int[] AS counts, count(*) FILTER (WHERE g.is_on_lot)::int AS "onLot",
              count(*) FILTER (WHERE g.is_wiped)::int AS wiped, count(*)::int AS total
         FROM (
           SELECT d.site_id,
                  width_bucket($3::date - (d.status_since AT TIME ZONE $4)::date, $5::int[]) AS age,
                  EXISTS (SELECT FROM lot_devices y
                           WHERE y.district_id = $1 AND y.device_id = d.id AND y.ended_at IS NULL) AS is_on_lot,
                  EXISTS (SELECT FROM device_clearances c
                           WHERE c.district_id = $1 AND c.device_id = d.id AND c.gate = 'sanitized'
                             AND ${CLEARS}) AS is_wiped
             FROM devices d
            WHERE d.district_id = $1 AND d.status = 'retired' AND ($2::uuid[] IS NULL OR d.site_id = ANY ($2))
              AND $3::date - (d.status_since AT TIME ZONE $4)::date >= $6) g
         JOIN sites s ON s.district_id = $1 AND s.id = g.site_id
        GROUP BY s.code, s.name ORDER BY s.code`,
      [scope.districtId, siteFilter(scope), today, scope.timeZone, AGES.map((last) => last + 1), minDays],
    );
    return {
      head: {
        kind: this.kind,
        title: `${this.title}, ${today}`,
        asOf: today,
        knownAt: now,
        parameters: { minDays },
        notes: ['The age counts from the day on which the device was retired.'],
        columns: [
          { header: 'Site', type: 'text', isKey: true },
          { header: 'Site name', type: 'text' },
          ...AGE_HEADERS.map((header): ReportColumn => ({ header, type: 'integer' })),
          { header: 'Total', type: 'integer' },
          { header: 'On a lot', type: 'integer' },
          { header: 'Data removed', type: 'integer' },
        ],
        chart: {
          kind: 'bars',
          unit: 'retired devices',
          labels: AGE_HEADERS,
          series: [
            {
              name: 'Devices',
              values: AGE_HEADERS.map((_, i) => rows.reduce((sum, { counts }) => sum + (counts[i] ?? 0), 0)),
            },
          ],
        },
      },
      rows: inOneBatch(
        rows.map(({ code, name, counts, total, onLot, wiped }) => [
          code,
          name,
          ...counts,
          total,
          onLot,
          wiped,
        ]),
      ),
    };
  }
}
