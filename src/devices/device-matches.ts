import { groupBy } from '../common/group-by.js';
import type { EntityManager } from 'typeorm';
import { modelName } from './model-names.js';
import type { PlanRequest } from './device-planner.js';
import type { JudgedCodes } from './input-codes.js';

/** Which devices each request means: none, one, or two that contradict each other. */
export interface Matches {
  of: string[][];
  /** All of them, once each. */
  ids: string[];
}

interface CodeOwner {
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
  const owners = await tx.query<CodeOwner[]>(
    `SELECT kind, code, manufacturer, device_id AS "deviceId" FROM device_codes
      WHERE district_id = $1 AND code = ANY ($2) AND kind = 'serial' AND released_at IS NULL
      UNION ALL
     SELECT kind, code, manufacturer, device_id FROM device_codes
      WHERE district_id = $1 AND code = ANY ($3) AND kind = 'asset_tag' AND released_at IS NULL`,
    [districtId, serials, tags],
  );
  const bySerial = groupBy(
    owners.filter(({ kind }) => kind === 'serial'),
    ({ code }) => code,
  );
  const byTag = new Map(
    owners.filter(({ kind }) => kind === 'asset_tag').map((owner) => [owner.code, owner]),
  );
  const of = requests.map(({ targetId, input }, i) => {
    const { serialNumber, assetTag } = judged[i] as JudgedCodes;
    const found = new Set<string>(targetId ? [targetId] : []);
    for (const id of serialOwners(bySerial.get(serialNumber ?? '') ?? [], input)) found.add(id);
    const tagged = byTag.get(assetTag ?? '');
    if (tagged) found.add(tagged.deviceId);
    return [...found];
  });
  return { of, ids: [...new Set(of.flat())] };
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
