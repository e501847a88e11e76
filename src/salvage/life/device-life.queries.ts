import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../../access/scope.js';
import { NotFound } from '../../common/refusal.js';
import { STANDS } from '../../devices/change-sets/change-set-undo.service.js';

/** The facts at the top of the life of a device. */
export interface LifeFacts {
  assetTag: string | null;
  serialNumber: string | null;
  manufacturer: string;
  model: string;
  status: string;
  route: string | null;
  site: string;
  purchasedOn: string | null;
  inServiceOn: string | null;
  costCents: number | null;
  purchaseReference: string | null;
  fundingSource: string | null;
  fain: string | null;
  federalSharePercent: number | null;
  titleHolder: string | null;
}

/** Hexadecimal digits. */
export interface LotPaperHashes {
  number: number;
  manifest: string;
  receipt: string | null;
}

/** One event in the life of a device. */
export type LifeRow = [at: Date, what: string, detail: string | null, by: string | null];

const NAME = `coalesce(nullif(a.name, ''), a.email)`;

const ACCOUNT = (id: string): string => `LEFT JOIN accounts a ON a.district_id = $1 AND a.id = ${id}`;

const WORDS = (sql: string): string => `replace(${sql}, '_', ' ')`;

/**
 * The parts of the life. Each has the columns when, what, details and who. `$1` is the district, `$2` the device. Undone
 * events are left out.
 */
const PARTS = [
  `SELECT l.effective_at, CASE WHEN l.type = 'entered' THEN 'Entered the records' ELSE 'Status' END,
          concat_ws(', ', CASE WHEN l.changes ? 'status'
            THEN concat_ws(' to ', ${WORDS(`l.changes #>> '{status,0}'`)}, ${WORDS(`l.changes #>> '{status,1}'`)}) END,
            ${WORDS(`l.changes #>> '{disposalRoute,1}'`)}, l.details ->> 'policeReportNumber',
            l.details ->> 'approvalReference'), ${NAME}
     FROM device_events l ${ACCOUNT('l.actor_id')}
    WHERE l.district_id = $1 AND l.device_id = $2 AND (l.changes ? 'status' OR l.type = 'entered') AND ${STANDS}`,
  `SELECT l.effective_at, 'Moved', concat_ws(' to ', b.name, s.name), ${NAME}
     FROM device_events l
     JOIN sites s ON s.district_id = $1 AND s.id = (l.changes #>> '{siteId,1}')::uuid
     LEFT JOIN sites b ON b.district_id = $1 AND b.id = (l.changes #>> '{siteId,0}')::uuid
     ${ACCOUNT('l.actor_id')}
    WHERE l.district_id = $1 AND l.device_id = $2 AND l.type <> 'entered' AND ${STANDS}`,
  `SELECT c.loaned_at, 'Checked out', 'until ' || coalesce((c.returned_at AT TIME ZONE $3)::date::text, 'today'), NULL
     FROM custody c WHERE c.district_id = $1 AND c.device_id = $2 AND c.returned_at IS DISTINCT FROM c.loaned_at`,
  `SELECT k.opened_at, 'Warranty claim ' || k.number,
          concat_ws(', ', ${WORDS('k.category')}, ${WORDS('k.state')}, ${WORDS('k.outcome')}), ${NAME}
     FROM claims k ${ACCOUNT('k.opened_by')} WHERE k.district_id = $1 AND k.device_id = $2`,
  `SELECT s.done_at, CASE WHEN s.result = 'completed' THEN 'Data removed' ELSE 'Data removal failed' END,
          concat_ws(', ', ${WORDS('s.technique')}, s.method, ${WORDS('s.medium')}, s.tool, s.verified_by), ${NAME}
     FROM sanitization_devices y
     JOIN sanitizations s ON s.district_id = $1 AND s.id = y.sanitization_id
     ${ACCOUNT('s.done_by')}
    WHERE y.district_id = $1 AND y.device_id = $2 AND y.withdrawn_at IS NULL`,
  `SELECT x.assessed_at, 'Assessed', concat_ws(', ', x.result, ${WORDS('x.hazard')}, x.rule ->> 'reason'), ${NAME}
     FROM assessments x ${ACCOUNT('x.assessed_by')}
    WHERE x.district_id = $1 AND x.device_id = $2 AND x.withdrawn_at IS NULL`,
  `SELECT r.released_at, 'Released from management', concat_ws(', ', ${WORDS('r.service')}, r.note), ${NAME}
     FROM device_releases r ${ACCOUNT('r.recorded_by')}
    WHERE r.district_id = $1 AND r.device_id = $2 AND r.withdrawn_at IS NULL`,
  `SELECT h.taken_at,
          'Lot ' || l.number || ': ' ||
            CASE WHEN h.step = 'disapprove' THEN 'approval taken back' ELSE ${WORDS('h.to_state')} END,
          CASE WHEN h.step = 'approve' THEN concat_ws(' ', 'board item', b.number, 'of', b.meeting_on)
            WHEN h.step = 'pick_up' THEN concat_ws(', ', l.driver_name, l.driver_company,
              nullif(v.name, l.driver_company)) END, ${NAME}
     FROM lot_devices y
     JOIN lots l ON l.district_id = $1 AND l.id = y.lot_id
     JOIN steps_taken h ON h.district_id = $1 AND h.subject_kind = 'lot' AND h.subject_id = l.id AND h.step <> 'create'
     LEFT JOIN board_items b ON b.district_id = $1 AND b.id = l.board_item_id
     LEFT JOIN vendors v ON v.district_id = $1 AND v.id = l.recipient_id
     ${ACCOUNT('h.taken_by')}
    WHERE y.district_id = $1 AND y.device_id = $2
      AND NOT EXISTS (SELECT FROM lot_differences n
                       WHERE n.district_id = $1 AND n.lot_id = l.id AND n.device_id = $2 AND n.kind = 'not_taken'
                         AND h.step IN ('pick_up', 'settle'))`,
  `SELECT o.filed_at, 'Lot ' || l.number || ': ' || ${WORDS('o.kind')},
          concat_ws(', ', o.filed_on::text, o.reference, o.waived_because), ${NAME}
     FROM lot_devices y
     JOIN lots l ON l.district_id = $1 AND l.id = y.lot_id
     JOIN lot_obligations o ON o.district_id = $1 AND o.lot_id = l.id AND o.filed_at IS NOT NULL
     ${ACCOUNT('o.filed_by')}
    WHERE y.district_id = $1 AND y.device_id = $2
      AND NOT EXISTS (SELECT FROM lot_differences n
                       WHERE n.district_id = $1 AND n.lot_id = l.id AND n.device_id = $2 AND n.kind = 'not_taken')`,
  `SELECT s.recorded_at, 'Lot ' || l.number || ': said by the recipient',
          concat_ws(', ', s.cosmetic_grade, s.functional_grade, s.letter_grade,
            round(s.weight_grams / 1000.0, 3) || ' kg', '$' || to_char(s.price_cents / 100.0, 'FM999999990.00'),
            'data: ' || ${WORDS('s.sanitization')}, s.disposition_text), ${NAME}
     FROM lot_settlement_lines s
     JOIN lots l ON l.district_id = $1 AND l.id = s.lot_id
     ${ACCOUNT('s.recorded_by')}
    WHERE s.district_id = $1 AND s.device_id = $2 AND s.withdrawn_at IS NULL`,
  `SELECT f.settled_at, 'Lot ' || l.number || ': difference settled', concat_ws(', ', ${WORDS('f.kind')}, f.note), ${NAME}
     FROM lot_settlement_differences f
     JOIN lots l ON l.district_id = $1 AND l.id = f.lot_id
     ${ACCOUNT('f.settled_by')}
    WHERE f.district_id = $1 AND f.device_id = $2 AND f.settled_at IS NOT NULL`,
];

/** Lines of one paper. */
export const MOST_ROWS = 2_000;

@Injectable()
export class DeviceLifeQueries {
  constructor(private readonly source: DataSource) {}

  /** @throws NotFound if the district does not have the device, or if the caller cannot see its site */
  async facts({ districtId, ...scope }: Scope, id: string): Promise<LifeFacts> {
    const [row] = await this.source.query<LifeFacts[]>(
      `SELECT d.asset_tag AS "assetTag", d.serial_number AS "serialNumber", m.manufacturer, m.name AS model,
              ${WORDS('d.status')} AS status, ${WORDS('d.disposal_route')} AS route, s.name AS site,
              d.purchased_on AS "purchasedOn", d.in_service_on AS "inServiceOn", d.cost_cents AS "costCents",
              d.purchase_reference AS "purchaseReference", f.name AS "fundingSource", f.fain,
              f.federal_share_percent::float8 AS "federalSharePercent", f.title_holder AS "titleHolder"
         FROM devices d
         JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
         JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
         LEFT JOIN funding_sources f ON f.district_id = $1 AND f.id = d.funding_source_id
        WHERE d.district_id = $1 AND d.id = $2 AND ($3::uuid[] IS NULL OR d.site_id = ANY ($3))`,
      [districtId, id, siteFilter({ districtId, ...scope })],
    );
    if (!row) throw new NotFound('The device', 'DEVICE_NOT_FOUND');
    return row;
  }

  /** The hashes of the papers of the device's lots. */
  papers({ districtId }: Scope, id: string): Promise<LotPaperHashes[]> {
    return this.source.query<LotPaperHashes[]>(
      `SELECT l.number, encode(m.sha256, 'hex') AS manifest, encode(x.sha256, 'hex') AS receipt
         FROM lot_devices y
         JOIN lots l ON l.district_id = $1 AND l.id = y.lot_id AND l.state <> 'cancelled'
         JOIN files m ON m.district_id = $1 AND m.id = l.manifest_csv_id
         LEFT JOIN files x ON x.district_id = $1 AND x.id = l.receipt_id
        WHERE y.district_id = $1 AND y.device_id = $2 ORDER BY l.number`,
      [districtId, id],
    );
  }

  /** What happened to the device, oldest first. It names only accounts and drivers, never students or staff who had the device. */
  async rows({ districtId, timeZone }: Scope, id: string): Promise<LifeRow[]> {
    const rows = await this.source.query<
      { at: Date; what: string; detail: string | null; by: string | null }[]
    >(
      `SELECT * FROM (${PARTS.join(' UNION ALL ')}) AS x (at, what, detail, by) ORDER BY at, what LIMIT ${MOST_ROWS}`,
      [districtId, id, timeZone],
    );
    return rows.map(({ at, what, detail, by }) => [at, what, detail || null, by]);
  }
}
