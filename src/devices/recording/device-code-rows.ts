import { type CopyCell, copyRows } from '../../database/copy.js';
import type { Tx } from '../../database/tx.js';
import type { CodeKind } from '../device-record.js';
import { makerKey } from '../../catalogue/makers.js';
import type { PreparedWrite } from './device-writes.js';

interface CodeRow {
  deviceId: string;
  kind: CodeKind;
  code: string;
  manufacturer: string;
}

interface CodeContext {
  districtId: string;
  recordedAt: Date;
}

const COLUMNS = ['district_id', 'device_id', 'kind', 'code', 'manufacturer'];

/**
 * Brings the codes of devices in line with what was prepared. A tag that is replaced is released; a serial that
 * is replaced stays, since the label may still be on the case, unless it was never right; void releases everything.
 */
export async function writeCodes(tx: Tx, context: CodeContext, prepared: PreparedWrite[]): Promise<void> {
  const fresh: CodeRow[] = [];
  const gained: CodeRow[] = [];
  const released: Omit<CodeRow, 'manufacturer'>[] = [];
  const voided: string[] = [];
  for (const { write, after, codes, events } of prepared) {
    const { device } = write;
    const manufacturer = makerKey(write.manufacturer);
    const rows = device ? gained : fresh;
    if (after.status === 'void') {
      voided.push(write.id);
      continue;
    }
    const row = (kind: CodeKind, code: string): CodeRow => ({
      deviceId: write.id,
      kind,
      code,
      manufacturer: kind === 'serial' ? manufacturer : '',
    });
    if (after.assetTag !== (device?.assetTag ?? null)) {
      if (device?.assetTag) released.push({ deviceId: write.id, kind: 'asset_tag', code: device.assetTag });
      if (after.assetTag) rows.push(row('asset_tag', after.assetTag));
    }
    const isSameSerial = after.serialNumber === (device?.serialNumber ?? null);
    // Within which maker a serial is unique follows the model.
    if (isSameSerial && after.serialNumber && device && after.modelId !== device.modelId)
      rows.push(row('serial', after.serialNumber));
    if (!isSameSerial) {
      const wasWrong = events.some((event) => event.type === 'corrected' && event.changes['serialNumber']);
      if (device?.serialNumber && wasWrong)
        released.push({ deviceId: write.id, kind: 'serial', code: device.serialNumber });
      if (after.serialNumber) rows.push(row('serial', after.serialNumber));
    }
    for (const { kind, code, release: goes } of codes)
      if (goes) released.push({ deviceId: write.id, kind, code });
      else rows.push(row(kind, code));
  }
  await releaseAll(tx, context, voided);
  await release(tx, context, released);
  if (fresh.length > 0) await copyRows(tx, 'device_codes', COLUMNS, cells(context, fresh));
  await gain(tx, context, gained);
}

/** In code order, so that two writers of the same codes meet at the first and do not lock each other out. */
function* cells(context: CodeContext, rows: CodeRow[]): Generator<CopyCell[]> {
  const seen = new Set<string>();
  for (const { deviceId, kind, code, manufacturer } of rows.toSorted((a, b) => (a.code < b.code ? -1 : 1))) {
    const key = `${deviceId}|${kind}|${code}`;
    if (!seen.has(key)) yield [context.districtId, deviceId, kind, code, manufacturer];
    seen.add(key);
  }
}

async function releaseAll(tx: Tx, context: CodeContext, deviceIds: string[]): Promise<void> {
  if (deviceIds.length === 0) return;
  await tx.query(
    `UPDATE device_codes SET released_at = $3 WHERE district_id = $1 AND device_id = ANY ($2) AND released_at IS NULL`,
    [context.districtId, deviceIds, context.recordedAt],
  );
}

async function release(tx: Tx, context: CodeContext, rows: object[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `UPDATE device_codes c SET released_at = $2
       FROM jsonb_to_recordset($3::jsonb) AS n ("deviceId" uuid, kind text, code text)
      WHERE c.district_id = $1 AND c.device_id = n."deviceId" AND c.kind = n.kind AND c.code = n.code
        AND c.released_at IS NULL`,
    [context.districtId, context.recordedAt, JSON.stringify(rows)],
  );
}

/** A code that the device had before comes back to life, as the maker's that its model is now. */
async function gain(tx: Tx, context: CodeContext, rows: CodeRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO device_codes (district_id, device_id, kind, code, manufacturer)
     SELECT DISTINCT $1::uuid, n."deviceId", n.kind, n.code, n.manufacturer
       FROM jsonb_to_recordset($2::jsonb) AS n ("deviceId" uuid, kind text, code text, manufacturer text)
      ORDER BY n.code
     ON CONFLICT (district_id, device_id, kind, code) 
       DO UPDATE SET released_at = NULL, manufacturer = excluded.manufacturer`,
    [context.districtId, JSON.stringify(rows)],
  );
}
