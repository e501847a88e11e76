import type { Statements } from '../../../database/tx.js';
import type { Tx } from '../../../database/tx.js';
import type { LotState } from '../lot.entities.js';
import type { LineFacts } from './line-facts.js';
import { Manifest, type ManifestDevice, type OtherDevice, type OtherDevices } from './line-matches.js';

/** A lot that a file names. */
export interface ReturnedLot {
  id: string;
  number: number;
  state: LotState;
  /** Whether its wipe certificates are filed or waived. */
  certificatesFiled: boolean;
}

/** A line that stands. */
export interface StoredLine extends LineFacts {
  id: string;
  lotId: string;
  deviceId: string | null;
  code: string;
  importId: string;
  rowNo: number;
  version: number;
}

/** SQL that a device `y` of a lot was not taken at the pick-up. */
export const NOT_TAKEN = `EXISTS (
  SELECT FROM lot_differences p
   WHERE p.district_id = $1 AND p.lot_id = y.lot_id AND p.device_id = y.device_id AND p.kind = 'not_taken')`;

/** SQL of lots; conditions follow. */
const LOTS = `
  SELECT id, number, state,
         EXISTS (SELECT FROM lot_obligations o
                  WHERE o.district_id = $1 AND o.lot_id = lots.id AND o.kind = 'wipe_certificates'
                    AND o.filed_at IS NOT NULL) AS "certificatesFiled"
    FROM lots WHERE district_id = $1`;

/** Lots by their number. With `locks`, nobody settles one of them meanwhile. */
export async function lotsByNumber(
  tx: Tx,
  districtId: string,
  numbers: readonly number[],
  locks: boolean,
): Promise<Map<number, ReturnedLot>> {
  const lots = await tx.query<ReturnedLot[]>(
    `${LOTS} AND number = ANY ($2::integer[]) ORDER BY id${locks ? ' FOR NO KEY UPDATE' : ''}`,
    [districtId, numbers],
  );
  return new Map(lots.map((lot) => [lot.number, lot]));
}

/** Lots by their id, under their lock. */
export async function lockLots(
  tx: Tx,
  districtId: string,
  ids: readonly string[],
): Promise<Map<string, ReturnedLot>> {
  const lots = await tx.query<ReturnedLot[]>(
    `${LOTS} AND id = ANY ($2::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
    [districtId, ids],
  );
  return new Map(lots.map((lot) => [lot.id, lot]));
}

/** What is on the manifests of lots, with every code that each device ever had. */
export async function manifestsOf(
  tx: Tx,
  districtId: string,
  lotIds: readonly string[],
): Promise<Map<string, Manifest>> {
  const rows = await tx.query<(ManifestDevice & { lotId: string })[]>(
    `SELECT y.lot_id AS "lotId", d.id AS "deviceId", d.asset_tag AS "assetTag", d.serial_number AS "serialNumber",
            c.serials, c.tags, y.condition, NOT ${NOT_TAKEN} AS "isTaken"
       FROM lot_devices y
       JOIN devices d ON d.district_id = $1 AND d.id = y.device_id
       CROSS JOIN LATERAL (
         SELECT coalesce(array_agg(k.code) FILTER (WHERE k.kind = 'serial'), '{}') AS serials,
                coalesce(array_agg(k.code) FILTER (WHERE k.kind IN ('asset_tag', 'old_tag')), '{}') AS tags
           FROM device_codes k
          WHERE k.district_id = $1 AND k.device_id = y.device_id
            AND k.kind IN ('serial', 'asset_tag', 'old_tag')) c
      WHERE y.district_id = $1 AND y.lot_id = ANY ($2::uuid[]) AND y.position IS NOT NULL
      ORDER BY y.lot_id, y.position`,
    [districtId, lotIds],
  );
  const manifests = new Map<string, ManifestDevice[]>(lotIds.map((id) => [id, []]));
  for (const { lotId, ...device } of rows) manifests.get(lotId)?.push(device);
  return new Map([...manifests].map(([lotId, devices]) => [lotId, new Manifest(devices)]));
}

/** Devices of the district that have these codes, with the lot of each. */
export async function othersWith(
  tx: Tx,
  districtId: string,
  codes: readonly string[],
): Promise<OtherDevices> {
  const rows = await tx.query<(OtherDevice & { kind: 'serial' | 'asset_tag'; code: string })[]>(
    `SELECT c.kind, c.code, c.device_id AS "deviceId",
            (SELECT l.number FROM lot_devices y JOIN lots l ON l.district_id = $1 AND l.id = y.lot_id
              WHERE y.district_id = $1 AND y.device_id = c.device_id AND l.state <> 'cancelled'
              ORDER BY l.number DESC LIMIT 1) AS "lotNumber"
       FROM device_codes c
       JOIN devices d ON d.district_id = $1 AND d.id = c.device_id AND d.status <> 'void'
      WHERE c.district_id = $1 AND c.code = ANY ($2) AND c.kind IN ('serial', 'asset_tag')
      ORDER BY c.released_at NULLS FIRST, c.device_id`,
    [districtId, codes],
  );
  const bySerial = new Map<string, OtherDevice>();
  const byTag = new Map<string, OtherDevice>();
  for (const { kind, code, ...device } of rows) {
    const map = kind === 'serial' ? bySerial : byTag;
    if (!map.has(code)) map.set(code, device);
  }
  return { bySerial, byTag };
}

const LINE = `id, lot_id AS "lotId", device_id AS "deviceId", code, serial_number AS "serialNumber",
  asset_tag AS "assetTag", cosmetic_grade AS "cosmeticGrade", functional_grade AS "functionalGrade",
  letter_grade AS "letterGrade", weight_grams AS "weightGrams", price_cents AS "priceCents",
  offered_cents AS "offeredCents", sanitization, disposition, disposition_text AS "dispositionText", note,
  import_id AS "importId", row_no AS "rowNo", version`;

/** The lines of lots that stand. */
export function linesOfLots(
  tx: Statements,
  districtId: string,
  lotIds: readonly string[],
): Promise<StoredLine[]> {
  return tx.query<StoredLine[]>(
    `SELECT ${LINE} FROM lot_settlement_lines
      WHERE district_id = $1 AND lot_id = ANY ($2::uuid[]) AND withdrawn_at IS NULL ORDER BY id`,
    [districtId, lotIds],
  );
}
