import type { Tx } from '../../database/tx.js';
import type { ImportOptions, RowNote } from '../../imports/import-kind.js';
import { isOverwritten, keptByPerson } from '../../imports/field-merge.js';
import type { DeviceFacts, Fact } from '../device-record.js';

/** Kinds of change sets in which a person decides about a device; an undo gives the decision back to files. */
const BY_PERSON = ['single', 'bulk', 'scan_batch', 'replacement', 'lot'];

/** What a row calls a fact, and the facts that go with it: who keeps the site keeps the room in it. */
const FIELD_OF: Partial<Record<Fact, { field: string; brings: readonly Fact[] }>> = {
  status: { field: 'status', brings: ['disposalRoute', 'personId'] },
  modelId: { field: 'model', brings: ['kind'] },
  siteId: { field: 'site', brings: ['roomId', 'cartId'] },
  roomId: { field: 'room', brings: [] },
  cartId: { field: 'cart', brings: [] },
  personId: { field: 'holder', brings: [] },
  assetTag: { field: 'assetTag', brings: [] },
  serialNumber: { field: 'serialNumber', brings: [] },
  purchasedOn: { field: 'purchasedOn', brings: [] },
  inServiceOn: { field: 'inServiceOn', brings: [] },
  costCents: { field: 'costCents', brings: [] },
  purchaseReference: { field: 'purchaseReference', brings: [] },
  fundingSourceId: { field: 'fundingSource', brings: [] },
  notes: { field: 'notes', brings: [] },
};

/** Facts of a device whose value a person set last, and the day on which that was recorded. */
export type SetByPerson = ReadonlyMap<string, string>;

/**
 * The facts of some devices that a person set after everybody else. What merely follows from a change (a device that
 * moves leaves its room) is nobody's decision, and neither is the status with which a device is added.
 */
export async function setByPersons(
  tx: Tx,
  { districtId, timeZone }: { districtId: string; timeZone: string },
  deviceIds: readonly string[],
): Promise<Map<string, Map<string, string>>> {
  const found = new Map<string, Map<string, string>>();
  if (deviceIds.length === 0) return found;
  const rows = await tx.query<{ deviceId: string; fact: string; on: string; isPersons: boolean }[]>(
    `SELECT DISTINCT ON (e.device_id, f.fact)
            e.device_id AS "deviceId", f.fact, (e.recorded_at AT TIME ZONE $4)::date::text AS on,
            g.kind = ANY ($3) AND e.actor_id IS NOT NULL AS "isPersons"
       FROM device_events e
       JOIN change_sets g ON g.district_id = $1 AND g.id = e.change_set_id,
            LATERAL jsonb_each(e.changes) AS f (fact, change)
      WHERE e.district_id = $1 AND e.device_id = ANY ($2)
        AND NOT (f.fact IN ('roomId', 'cartId', 'personId', 'disposalRoute') AND f.change -> 1 = 'null'
                 AND (e.changes ? 'siteId' OR e.changes ? 'status'))
        AND NOT (e.type = 'entered' AND f.fact = 'status')
      ORDER BY e.device_id, f.fact, e.effective_at DESC, e.recorded_at DESC, e.id DESC`,
    [districtId, deviceIds, BY_PERSON, timeZone],
  );
  for (const { deviceId, fact, on, isPersons } of rows) {
    if (!isPersons) continue;
    const facts = found.get(deviceId) ?? new Map<string, string>();
    found.set(deviceId, facts.set(fact, on));
  }
  return found;
}

/** Takes out of a row's facts what a person set last, and says so; the option `overwrite` lets the file win. */
export function yieldToPersons(
  facts: Partial<DeviceFacts>,
  setBy: SetByPerson,
  overwrite: ImportOptions['overwrite'],
): RowNote[] {
  const notes: RowNote[] = [];
  for (const [fact, on] of setBy) {
    const known = FIELD_OF[fact as Fact];
    if (!known || facts[fact as Fact] === undefined || isOverwritten(known.field, overwrite)) continue;
    for (const each of [fact as Fact, ...known.brings]) delete facts[each];
    notes.push(...keptByPerson([known.field], on));
  }
  return notes;
}
