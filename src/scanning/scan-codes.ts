import type { EntityManager } from 'typeorm';
import { groupBy } from '../common/group-by.js';
import { readingsOf } from '../devices/device-codes.js';
import type { Verdict } from './scan-outcomes.js';

interface CodeMatch {
  reading: string;
  deviceId: string;
  isLive: boolean;
}

/** A scan, as far as its code goes. */
interface Coded {
  code: string;
  deviceId?: string;
}

/** The device that a code means, or what became of the scan because it means none, or several. */
export type Meaning = { deviceId: string } | Verdict;

/** What the codes of some scans mean in a district; one query for all. */
export async function meaningsOf(
  tx: EntityManager,
  districtId: string,
  scans: readonly Coded[],
): Promise<Meaning[]> {
  const readings = scans.map(({ code }) => readingsOf(code));
  const rows = await tx.query<CodeMatch[]>(
    `SELECT DISTINCT k.code AS reading, d.id AS "deviceId",
            k.released_at IS NULL AND d.status NOT IN ('disposed', 'void') AS "isLive"
       FROM device_codes k JOIN devices d ON d.district_id = k.district_id AND d.id = k.device_id
      WHERE k.district_id = $1 AND k.code = ANY ($2::text[]) AND d.status <> 'void'`,
    [districtId, [...new Set(readings.flat())]],
  );
  const found = groupBy(rows, ({ reading }) => reading);
  return scans.map(({ deviceId }, i) => {
    const matches = (readings[i] ?? []).flatMap((reading) => found.get(reading) ?? []);
    const live = matches.filter(({ isLive }) => isLive);
    const ids = [...new Set((live.length > 0 ? live : matches).map((match) => match.deviceId))];
    const [only, ...others] = ids;
    if (only === undefined)
      return { outcome: 'unknown', reason: 'UNKNOWN_CODE', detail: 'no device has this code; it is kept' };
    if (others.length === 0) return { deviceId: only };
    if (deviceId !== undefined && ids.includes(deviceId)) return { deviceId };
    return {
      outcome: 'conflict',
      reason: 'AMBIGUOUS_CODE',
      detail: `${ids.length} devices have this code; say which one it was`,
      clash: [{ field: 'device', theirs: ids, mine: null }],
    };
  });
}
