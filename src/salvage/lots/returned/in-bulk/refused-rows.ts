import { normaliseCode } from '../../../../devices/device-codes.js';
import type { ImportContext } from '../../../../imports/import-kind.js';
import type { Tx } from '../../../../database/tx.js';
import type { Manifest } from '../line-matches.js';
import { manifestsOf } from '../returned-reads.js';

/** What a row that did not go in calls its device, as far as Rollcall can read it. */
export interface RefusedRow {
  serialNumber: string | null;
  assetTag: string | null;
}

/** What the rows that did not go in are about. */
export interface RefusedDevices {
  /** Devices of the manifests that such a row names. */
  named: ReadonlySet<string>;
  /** Rows about which nobody can say which device they mean. */
  unreadable: number;
}

/** Rows of a file that were refused when they were read, and those after `through`, which were never judged. */
export function rowsLeftOut(
  tx: Tx,
  districtId: string,
  importId: string,
  through: number,
): Promise<RefusedRow[]> {
  return tx.query<RefusedRow[]>(
    `SELECT fields ->> 'serialNumber' AS "serialNumber", fields ->> 'assetTag' AS "assetTag" FROM import_rows
      WHERE district_id = $1 AND import_id = $2 AND (problems IS NOT NULL OR row_no > $3)`,
    [districtId, importId, through],
  );
}

/** The row of a plan that did not go in. */
export function refusedRow({ fields }: { fields: Record<string, unknown> }): RefusedRow {
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return { serialNumber: text(fields['serialNumber']), assetTag: text(fields['assetTag']) };
}

/** Finds the devices of refused rows by any code that they ever had. */
export function devicesOf(rows: readonly RefusedRow[], manifests: Iterable<Manifest>): RefusedDevices {
  const named = new Set<string>();
  const all = [...manifests];
  let unreadable = 0;
  for (const { serialNumber, assetTag } of rows) {
    const [serial, tag] = [normaliseCode(serialNumber ?? ''), normaliseCode(assetTag ?? '')];
    const devices = all.flatMap((manifest) => manifest.named(serial, tag));
    for (const { deviceId } of devices) named.add(deviceId);
    if (devices.length === 0 && serial === '') unreadable += 1;
  }
  return { named, unreadable };
}

/** Whether a device without a line is missing: only if no row that did not go in can be about it. */
export async function missingTest(
  tx: Tx,
  { scope: { districtId } }: Pick<ImportContext, 'scope'>,
  lotIds: readonly string[],
  rows: readonly RefusedRow[],
): Promise<(deviceId: string) => boolean> {
  if (rows.length === 0) return () => true;
  const { named, unreadable } = devicesOf(rows, (await manifestsOf(tx, districtId, lotIds)).values());
  return (deviceId) => unreadable === 0 && !named.has(deviceId);
}
