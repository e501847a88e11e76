import { Injectable } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../../access/scope.js';
import { inOneBatch } from '../../common/documents/table-writer.js';
import { IfGiven } from '../../common/http/request-fields.js';
import type { Report, ReportContext, ReportKind } from '../../reports/report.js';

const WHICH = ['unsettled', 'all'] as const;

class LotsSettlementParameters {
  /** Which lots: only lots that are not settled yet, or all lots that were picked up. */
  @IfGiven()
  @IsIn(WHICH)
  lots: (typeof WHICH)[number] = 'unsettled';
}

/** Lots that were picked up, with what the recipient still owes and what money came back. */
@Injectable()
export class LotsSettlementReport implements ReportKind<LotsSettlementParameters> {
  readonly kind = 'lots-settlement';
  readonly title = 'Lots after their pick-up';
  readonly about =
    'Lots that left: papers that are missing, differences, devices that were not wiped, weight, price and money that came back.';
  readonly need = 'salvage:edit';
  readonly parameters = LotsSettlementParameters;

  constructor(private readonly source: DataSource) {}

  async run(scope: Scope, { lots }: LotsSettlementParameters, context: ReportContext): Promise<Report> {
    const { today, now } = context;
    const rows = await this.source.query<unknown[][]>(
      `SELECT l.number, l.name, replace(l.route, '_', ' ') AS route, v.name AS recipient, s.code AS site, l.state,
              (l.picked_up_at AT TIME ZONE $4)::date AS "pickedUpOn", x.devices, o.missing, o.due_on AS "dueOn",
              greatest($3::date - o.due_on, 0) AS "daysLate", f.open + r.open AS differences, r.unwiped,
              coalesce(o.kg, r.kg) AS kg, coalesce(o.price, r.price) AS price, o.paid
         FROM lots l
         JOIN sites s ON s.district_id = $1 AND s.id = l.site_id
         LEFT JOIN vendors v ON v.district_id = $1 AND v.id = l.recipient_id
        CROSS JOIN LATERAL (
          SELECT count(*)::int - (SELECT count(*)::int FROM lot_differences n
                                   WHERE n.district_id = $1 AND n.lot_id = l.id AND n.kind = 'not_taken') AS devices
            FROM lot_devices y WHERE y.district_id = $1 AND y.lot_id = l.id) x
        CROSS JOIN LATERAL (
          SELECT string_agg(replace(o.kind, '_', ' '), ', ' ORDER BY o.due_on, o.kind)
                   FILTER (WHERE o.filed_at IS NULL) AS missing,
                 min(o.due_on) FILTER (WHERE o.filed_at IS NULL) AS due_on, max(o.weight_kg) AS kg,
                 max(o.amount_cents) FILTER (WHERE o.kind = 'price') AS price,
                 max(o.amount_cents) FILTER (WHERE o.kind = 'payment') AS paid
            FROM lot_obligations o WHERE o.district_id = $1 AND o.lot_id = l.id) o
        CROSS JOIN LATERAL (
          SELECT count(*)::int AS open FROM lot_differences n
           WHERE n.district_id = $1 AND n.lot_id = l.id AND n.resolved_at IS NULL) f
        CROSS JOIN LATERAL (
          SELECT sum(s.weight_grams)::float8 / 1000 AS kg, sum(s.price_cents)::float8 AS price,
                 (SELECT count(*)::int FROM lot_settlement_differences n
                   WHERE n.district_id = $1 AND n.lot_id = l.id AND n.ended_at IS NULL
                     AND n.settled_at IS NULL) AS open,
                 (SELECT count(*)::int FROM lot_settlement_differences n
                   WHERE n.district_id = $1 AND n.lot_id = l.id AND n.ended_at IS NULL
                     AND n.kind = 'not_wiped') AS unwiped
            FROM lot_settlement_lines s
           WHERE s.district_id = $1 AND s.lot_id = l.id AND s.withdrawn_at IS NULL) r
        WHERE l.district_id = $1 AND ($2::uuid[] IS NULL OR l.site_id = ANY ($2))
          AND (l.state = 'picked_up' OR ($5 AND l.state = 'settled'))
        ORDER BY l.number`,
      [scope.districtId, siteFilter(scope), today, scope.timeZone, lots === 'all'],
    );
    return {
      head: {
        kind: this.kind,
        title: `${this.title}, ${today}`,
        asOf: today,
        knownAt: now,
        parameters: { lots },
        notes: [
          'Devices that were on the manifest but not taken are not counted.',
          'Weight and price are those of the papers that were filed. If there are none yet, they are the sums of the settlement file.',
        ],
        columns: [
          { header: 'Lot', type: 'integer', isKey: true },
          { header: 'Name', type: 'text' },
          { header: 'Route', type: 'text' },
          { header: 'Recipient', type: 'text' },
          { header: 'Site', type: 'text' },
          { header: 'State', type: 'text' },
          { header: 'Picked up on', type: 'date' },
          { header: 'Devices', type: 'integer' },
          { header: 'Missing', type: 'text' },
          { header: 'First due on', type: 'date' },
          { header: 'Days late', type: 'integer' },
          { header: 'Open differences', type: 'integer' },
          { header: 'Not wiped', type: 'integer' },
          { header: 'Weight, kg', type: 'number' },
          { header: 'Price', type: 'cents' },
          { header: 'Paid', type: 'cents' },
        ],
        chart: null,
      },
      rows: inOneBatch(rows.map((row) => Object.values(row))),
    };
  }
}
