import type { Tx } from '../../../database/tx.js';
import { CLEARS } from '../../../devices/recording/device-clearances.js';
import { type Lack, lacksOf } from '../lot-lacks.js';

/** A device of a lot, with everything that the papers of the lot say about it. */
export interface LotRowFacts {
  deviceId: string;
  code: string | null;
  assetTag: string | null;
  serialNumber: string | null;
  manufacturer: string;
  model: string;
  kind: string;
  condition: string | null;
  pallet: string | null;
  /** What a device of its model weighs. Null if it is not known. */
  weightGrams: number | null;
  lacks: Lack[];
  /** Whether a record proves that the data of the device is gone. */
  isSanitized: boolean;
  technique: string | null;
  method: string | null;
  /** Calendar date in the district's time zone. */
  sanitizedOn: string | null;
  fundingSource: string | null;
  federalSharePercent: number | null;
  costCents: number | null;
  purchasedOn: string | null;
}

/** The devices of a lot that is locked, in the order of its papers: by pallet, then by code. */
export function lotRows(tx: Tx, districtId: string, lotId: string, timeZone: string): Promise<LotRowFacts[]> {
  return tx.query<LotRowFacts[]>(
    `SELECT d.id AS "deviceId", coalesce(d.asset_tag, d.serial_number) AS code, d.asset_tag AS "assetTag",
            d.serial_number AS "serialNumber", m.manufacturer, m.name AS model, m.kind, y.condition, y.pallet,
            m.weight_grams AS "weightGrams",
            ${lacksOf('$3')} AS lacks, z.evidence_id IS NOT NULL AS "isSanitized", z.technique, z.method,
            (z.done_at AT TIME ZONE $4)::date AS "sanitizedOn", f.name AS "fundingSource",
            f.federal_share_percent::float8 AS "federalSharePercent", d.cost_cents AS "costCents",
            d.purchased_on AS "purchasedOn"
       FROM lot_devices y
       JOIN lots l ON l.district_id = $1 AND l.id = y.lot_id
       JOIN devices d ON d.district_id = $1 AND d.id = y.device_id
       JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
       LEFT JOIN funding_sources f ON f.district_id = $1 AND f.id = d.funding_source_id
       LEFT JOIN LATERAL (
         SELECT c.evidence_id, s.technique, s.method, s.done_at
           FROM device_clearances c
           LEFT JOIN sanitizations s ON s.district_id = $1 AND s.id = c.evidence_id
          WHERE c.district_id = $1 AND c.device_id = d.id AND c.gate = 'sanitized' AND ${CLEARS}
          ORDER BY c.holds_from DESC LIMIT 1) z ON true
      WHERE y.district_id = $1 AND y.lot_id = $2
      ORDER BY y.position, y.pallet NULLS FIRST, coalesce(d.asset_tag, d.serial_number), d.id`,
    [districtId, lotId, tx.at, timeZone],
  );
}
