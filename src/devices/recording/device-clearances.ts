import type { Scope } from '../../access/scope.js';
import { groupBy } from '../../common/group-by.js';
import { newId } from '../../common/ids.js';
import type { Statements, Tx } from '../../database/tx.js';
import { ClearanceUsed } from '../devices.errors.js';
import { recordsOf } from '../../catalogue/device-records.sql.js';
import type { Clearance } from './device-drafts.js';
import type { Gate } from './device-lifecycle.js';
import { lockDevices, lockPresent } from './device-locks.js';
import { nameOfDevice } from './device-rules.js';

export interface NewClearance {
  gate: Exclude<Gate, 'admin_import' | 'funding_date'>;
  /** Kind of the records that prove it: `sanitization`, `claim`, `lot`. */
  evidence: string;
  /** The instant from which the gate is open. A disposal that takes effect before it is refused. */
  from: Date;
}

/** A device, and the record that proves it. */
export interface ClearedDevice {
  deviceId: string;
  subjectId: string;
  /** If it is not the instant of the others. */
  from?: Date;
}

/**
 * Opens a gate of the disposal routes. The same clearance a second time changes nothing.
 * @param devices each with the record that proves it
 * @throws NotFound or DeviceIsGone for any of the devices; then none is cleared
 */
export async function placeClearances(
  tx: Tx,
  scope: Scope,
  devices: readonly ClearedDevice[],
  { gate, evidence, from }: NewClearance,
): Promise<void> {
  const deviceIds = devices.map(({ deviceId }) => deviceId);
  const evidenceIds = devices.map(({ subjectId }) => subjectId);
  await lockPresent(tx, scope.districtId, deviceIds, ['void', 'disposed']);
  // The same record proves it anew: what it proved before the device was used again, or came back, makes room.
  await tx.query(
    `UPDATE device_clearances c SET withdrawn_at = $5, withdrawn_by = $7
       FROM unnest($2::uuid[], $3::uuid[]) AS n (device_id, evidence_id)
      WHERE c.district_id = $1 AND c.evidence_kind = $6 AND c.evidence_id = n.evidence_id AND c.gate = $4
        AND c.device_id = n.device_id AND c.withdrawn_at IS NULL AND NOT (${CLEARS})`,
    [scope.districtId, deviceIds, evidenceIds, gate, tx.at, evidence, scope.accountId],
  );
  await tx.query(
    `INSERT INTO device_clearances
            (district_id, id, device_id, evidence_id, gate, evidence_kind, holds_from, placed_by, placed_at)
     SELECT $1::uuid, n.id, n.device_id, n.evidence_id, $5::text, $6::text, n.holds_from, $8::uuid, $9::timestamptz
       FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $7::timestamptz[]) AS n (id, device_id, evidence_id, holds_from)
     ON CONFLICT (district_id, evidence_kind, evidence_id, gate, device_id) WHERE withdrawn_at IS NULL DO NOTHING`,
    [
      scope.districtId,
      devices.map(() => newId()),
      deviceIds,
      evidenceIds,
      gate,
      evidence,
      devices.map((device) => device.from ?? from),
      scope.accountId,
      tx.at,
    ],
  );
}

/** A record that proves nothing any more: of one device, or of all of its devices. */
export interface NoProof {
  subjectId: string;
  deviceId?: string;
}

/**
 * Closes every gate that some records opened.
 * @returns how many clearances were withdrawn
 * @throws ClearanceUsed where a device is gone: then none is withdrawn
 */
export async function withdrawClearances(
  tx: Tx,
  scope: Scope,
  evidence: string,
  noProofs: readonly NoProof[],
): Promise<number> {
  const withdrawn = `
    c.district_id = $1 AND c.evidence_kind = $2 AND c.withdrawn_at IS NULL
      AND c.evidence_id = n.subject_id AND c.device_id = coalesce(n.device_id, c.device_id)`;
  const no = `unnest($3::uuid[], $4::uuid[]) AS n (subject_id, device_id)`;
  const params = [
    scope.districtId,
    evidence,
    noProofs.map(({ subjectId }) => subjectId),
    noProofs.map(({ deviceId }) => deviceId ?? null),
  ];
  const open = await tx.query<{ deviceId: string }[]>(
    `SELECT DISTINCT c.device_id AS "deviceId" FROM device_clearances c JOIN ${no} ON ${withdrawn}`,
    params,
  );
  const deviceIds = open.map(({ deviceId }) => deviceId);
  // A disposal locks the device too: it either comes before and is seen here, or finds the gate closed.
  for (const device of (await lockDevices(tx, scope.districtId, deviceIds)).values())
    if (device.status === 'disposed') throw new ClearanceUsed(nameOfDevice(device));
  const [, count] = await tx.query<[unknown, number]>(
    `UPDATE device_clearances c SET withdrawn_at = $5, withdrawn_by = $6
       FROM ${no} WHERE ${withdrawn} AND c.device_id = ANY ($7)`,
    [...params, tx.at, scope.accountId, deviceIds],
  );
  return count;
}

/**
 * SQL of the latest instant of those events `e` of all records of a device that a condition names. That a record was made
 * void says nothing of the thing. `$1` is the district.
 */
const lastEvent = (device: string, condition: string): string => `(
  SELECT max(e.effective_at) FROM device_events e
   WHERE e.district_id = $1 AND e.device_id IN (${recordsOf(device)}) AND e.type <> 'voided' AND ${condition})`;

/**
 * SQL of the last instant at which something said that a device was in use: that it was deployed or in somebody's hands,
 * or no longer is. An undone event counts too: nobody can tell what happened meanwhile. `$1` is the district.
 * @param device SQL of the device's id
 */
export const lastUse = (device: string): string =>
  lastEvent(
    device,
    `('deployed' IN (e.changes #>> '{status,0}', e.changes #>> '{status,1}')
          OR e.changes #>> '{personId,0}' IS NOT NULL OR e.changes #>> '{personId,1}' IS NOT NULL)`,
  );

/** The same for when it was last handed out. The end of its use does not count. */
export const lastHandedOut = (device: string): string =>
  lastEvent(device, `(e.changes #>> '{status,1}' = 'deployed' OR e.changes #>> '{personId,1}' IS NOT NULL)`);

/** Gates that are open for one departure. A device that came back needs them opened anew. */
const OF_ONE_DEPARTURE: readonly Gate[] = [
  'sanitization_contracted',
  'board_item',
  'signed_lot',
  'lessor_receipt',
  'vendor_claim',
];

/** SQL that is true for a clearance `c` by which a device left, and which has come back since. */
const IS_SPENT = `(
  c.gate IN (${OF_ONE_DEPARTURE.map((gate) => `'${gate}'`).join(', ')})
  AND EXISTS (SELECT FROM device_events e
               WHERE e.district_id = $1 AND e.device_id IN (${recordsOf('c.device_id')})
                 AND e.changes #>> '{status,0}' = 'disposed'
                 AND e.recorded_at > c.placed_at))`;

/**
 * SQL that is true for a clearance `c` that still says what is true. Whoever uses a device puts data on it again, and
 * whoever gets it can enroll it again.
 */
const HOLDS = `c.withdrawn_at IS NULL
  AND CASE WHEN c.gate IN ('sanitized', 'sanitization_contracted')
           THEN coalesce(${lastUse('c.device_id')}, '-infinity') <= c.holds_from
           WHEN c.gate = 'released' THEN coalesce(${lastHandedOut('c.device_id')}, '-infinity') <= c.holds_from
           ELSE true END`;

/** SQL that is true for a clearance `c` that opens its gate. `$1` is the district. */
export const CLEARS = `${HOLDS} AND NOT ${IS_SPENT}`;

/**
 * SQL of the gates that are open for a device: a table of `gate`, `holds_from` and `is_spent`. A gate that is spent was
 * open for a departure from which the device came back. Whether the grant allows a disposal is not recorded but worked
 * out: from the day of installation, or if that is unknown from the purchase or the entry, for the years that the funding
 * source names. `$1` is the district.
 * @param device SQL of the device's id
 */
export const openGates = (device: string): string => `(
  SELECT c.gate, c.holds_from, ${IS_SPENT} AS is_spent FROM device_clearances c
   WHERE c.district_id = $1 AND c.device_id = ${device} AND ${HOLDS}
   UNION ALL
  SELECT 'funding_date', coalesce(
           ((coalesce(x.in_service_on, x.purchased_on, x.entered_on) + make_interval(years => f.keep_years))
             AT TIME ZONE t.time_zone),
           '-infinity'), false
    FROM devices x
    JOIN districts t ON t.id = $1
    LEFT JOIN funding_sources f ON f.district_id = $1 AND f.id = x.funding_source_id
   WHERE x.district_id = $1 AND x.id = ${device})`;

/** The open clearances of devices, and the spent ones, by device. */
export async function openClearances(
  tx: Statements,
  districtId: string,
  deviceIds: readonly string[],
): Promise<Map<string, Clearance[]>> {
  if (deviceIds.length === 0) return new Map();
  const rows = await tx.query<(Clearance & { deviceId: string })[]>(
    `SELECT n.id AS "deviceId", g.gate, g.holds_from AS "from", g.is_spent AS "isSpent"
       FROM unnest($2::uuid[]) AS n (id) CROSS JOIN LATERAL ${openGates('n.id')} g`,
    [districtId, deviceIds],
  );
  return groupBy(rows, ({ deviceId }) => deviceId);
}
