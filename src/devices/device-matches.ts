import { groupBy } from '../common/group-by.js';
import type { EntityManager } from 'typeorm';
import type { CodeKind } from './device-words.js';
import { modelName } from './model-names.js';
import type { PlanRequest } from './device-planner.js';
import type { JudgedCodes } from './input-codes.js';

/** Which devices each request means: none, one, or two that contradict each other. */
export interface Matches {
  of: string[][];
  /** For requests whose device is given: who else has their codes. The maker of a serial is not judged yet. */
  rivals: CodeOwner[][];
  /** All of them, once each. */
  ids: string[];
}

export interface CodeOwner {
  kind: 'serial' | 'asset_tag';
  code: string;
  manufacturer: string;
  deviceId: string;
}

/** Finds the devices of requests: by the id that is given, else by serial number, then by asset tag. */
export async function matchDevices(
  tx: EntityManager,
  districtId: string,
  requests: readonly PlanRequest[],
  judged: readonly JudgedCodes[],
): Promise<Matches> {
  const serials = judged.flatMap(({ serialNumber }) => serialNumber ?? []);
  const tags = judged.flatMap(({ assetTag }) => assetTag ?? []);
  const owners = await ownersOf(tx, districtId, serials, tags);
  const bySerial = groupBy(
    owners.filter(({ kind }) => kind === 'serial'),
    ({ code }) => code,
  );
  const byTag = new Map(
    owners.filter(({ kind }) => kind === 'asset_tag').map((owner) => [owner.code, owner]),
  );
  const of = requests.map(({ targetId, input }, i) => {
    const { serialNumber, assetTag } = judged[i] as JudgedCodes;
    if (targetId) return [targetId];
    const found = new Set<string>();
    for (const id of serialOwners(bySerial.get(serialNumber ?? '') ?? [], input)) found.add(id);
    const tagged = byTag.get(assetTag ?? '');
    if (tagged) found.add(tagged.deviceId);
    return [...found];
  });
  const rivals = requests.map(({ targetId }, i): CodeOwner[] => {
    if (!targetId) return [];
    const { serialNumber, assetTag } = judged[i] as JudgedCodes;
    const tagged = byTag.get(assetTag ?? '');
    const all = [...(bySerial.get(serialNumber ?? '') ?? []), ...(tagged ? [tagged] : [])];
    return all.filter(({ deviceId }) => deviceId !== targetId);
  });
  return { of, rivals, ids: [...new Set(of.flat())] };
}

/**
 * Leaves out the old tags and addresses that a device has already, so that saying them again changes nothing, and
 * turns those that shall be emptied into what is released.
 */
export async function withoutKnownCodes(
  tx: EntityManager,
  districtId: string,
  judged: JudgedCodes[],
  { of }: Matches,
): Promise<JudgedCodes[]> {
  const ids = judged.flatMap(({ extra, emptied }, i) =>
    extra.length + emptied.length > 0 ? (of[i] ?? []) : [],
  );
  if (ids.length === 0) return judged;
  const rows = await tx.query<{ deviceId: string; kind: CodeKind; code: string }[]>(
    `SELECT device_id AS "deviceId", kind, code FROM device_codes
      WHERE district_id = $1 AND device_id = ANY ($2) AND released_at IS NULL
        AND kind NOT IN ('asset_tag', 'serial')`,
    [districtId, ids],
  );
  const known = groupBy(rows, ({ deviceId }) => deviceId);
  return judged.map((codes, i) => {
    const its = known.get(of[i]?.[0] ?? '') ?? [];
    const fresh = codes.extra.filter(
      ({ kind, code }) => !its.some((k) => k.kind === kind && k.code === code),
    );
    const gone = its.filter(({ kind }) => codes.emptied.includes(kind));
    return { ...codes, extra: [...fresh, ...gone.map(({ kind, code }) => ({ kind, code, release: true }))] };
  });
}

/** By when the open loans are due of the devices whose requests say something about that. */
export async function loadDueDates(
  tx: EntityManager,
  districtId: string,
  requests: readonly PlanRequest[],
  { of }: Matches,
): Promise<Map<string, string | null>> {
  const ids = requests.flatMap(({ input }, i) => (input.dueOn === undefined ? [] : (of[i] ?? [])));
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; dueOn: string | null }[]>(
    `SELECT device_id AS id, due_on AS "dueOn" FROM custody
      WHERE district_id = $1 AND device_id = ANY ($2) AND returned_at IS NULL`,
    [districtId, ids],
  );
  return new Map(rows.map(({ id, dueOn }) => [id, dueOn]));
}

/** Who has these serial numbers and tags. */
async function ownersOf(
  tx: EntityManager,
  districtId: string,
  serials: string[],
  tags: string[],
): Promise<CodeOwner[]> {
  if (serials.length + tags.length === 0) return [];
  return tx.query<CodeOwner[]>(
    `SELECT kind, code, manufacturer, device_id AS "deviceId" FROM device_codes
      WHERE district_id = $1 AND code = ANY ($2) AND kind = 'serial' AND released_at IS NULL
      UNION ALL
     SELECT kind, code, manufacturer, device_id FROM device_codes
      WHERE district_id = $1 AND code = ANY ($3) AND kind = 'asset_tag' AND released_at IS NULL`,
    [districtId, serials, tags],
  );
}

/** A serial is one maker's: another maker's device with the same one is another device. */
function serialOwners(owners: CodeOwner[], input: PlanRequest['input']): string[] {
  if (owners.length === 0) return [];
  const maker =
    input.model || input.manufacturer ? modelName(input.manufacturer ?? null, input.model ?? '') : null;
  const isKnown = maker && maker.manufacturer !== 'Unknown' && maker.manufacturer !== '';
  const same = isKnown ? owners.filter((o) => o.manufacturer === maker.manufacturer.toUpperCase()) : owners;
  return same.map(({ deviceId }) => deviceId);
}
