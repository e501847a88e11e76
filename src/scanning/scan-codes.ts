import { groupBy } from '../common/group-by.js';
import { isPlaceholderCode } from '../common/placeholders.js';
import { readingsOf } from '../devices/device-codes.js';
import type { Verdict } from './scan-outcomes.js';

/** A device that has a code. */
export interface CodeMatch {
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

/** Readings of codes, for `MATCHES`. */
export function allReadings(scans: readonly Coded[]): string[] {
  return [...new Set(scans.flatMap(({ code }) => readingsOf(code)))];
}

/** Devices that have codes, as one JSON value: `$1` district, `$2` readings. */
export const MATCHES = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('reading', k.code, 'deviceId', d.id,
           'isLive', k.released_at IS NULL AND d.status <> 'disposed')), '[]')
    FROM device_codes k JOIN devices d ON d.district_id = $1 AND d.id = k.device_id
   WHERE k.district_id = $1 AND k.code = ANY ($2::text[]) AND d.status <> 'void'`;

const UNKNOWN: Verdict = {
  outcome: 'unknown',
  reason: 'UNKNOWN_CODE',
  detail:
    'Our records have no device with this code. The scan is saved in the inbox until somebody links it to a device.',
};

/** Placeholders with other digits than zero may be tags of a series that the district has, or will have. */
function isNeverACode(code: string): boolean {
  return isPlaceholderCode(code) && !/[1-9]/.test(code);
}

function placeholder(code: string): Verdict {
  const detail = `"${code}" is a placeholder that many devices have, not the code of one. Scan another label of this device.`;
  return { outcome: 'refused', reason: 'NOT_A_CODE', detail };
}

/** What the code of each scan means, out of `MATCHES` of all their readings. */
export function meaningsOf(scans: readonly Coded[], matches: readonly CodeMatch[]): Meaning[] {
  const found = groupBy(matches, ({ reading }) => reading);
  return scans.map(({ code, deviceId }) => {
    const own = readingsOf(code).flatMap((reading) => found.get(reading) ?? []);
    const live = own.filter(({ isLive }) => isLive);
    const ids = [...new Set((live.length > 0 ? live : own).map((match) => match.deviceId))];
    const [only, ...others] = ids;
    if (only === undefined) return isNeverACode(code) ? placeholder(code) : UNKNOWN;
    if (others.length === 0) return { deviceId: only };
    if (deviceId !== undefined && ids.includes(deviceId)) return { deviceId };
    return {
      outcome: 'conflict',
      reason: 'AMBIGUOUS_CODE',
      detail: `${ids.length} devices have this code. Choose which one was scanned.`,
      clash: [{ field: 'device', theirs: ids, mine: null }],
    };
  });
}
