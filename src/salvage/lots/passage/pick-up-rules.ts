import { Conflict, InvalidInput } from '../../../common/refusal.js';
import type { LotRowFacts } from './lot-rows.js';
import type { LotRoute } from '../lot.entities.js';
import type { LotStepBody } from '../lots.dto.js';

/** A pick-up whose count agrees with the manifest and the corrections. */
export interface JudgedPickUp {
  taken: LotRowFacts[];
  notTaken: { deviceId: string; code: string; note: string | null }[];
  extras: ExtraDevice[];
  counted: number;
}

/** What is there and not on the manifest. */
export interface ExtraDevice {
  /** As our records write it. */
  code: string;
  /** The device that has the code; null if none has, or several have. */
  deviceId: string | null;
  note: string | null;
}

type SaidOfPickUp = Pick<LotStepBody, 'counted' | 'notTaken' | 'lessorReceipt'> & {
  extras: readonly ExtraDevice[];
};

/**
 * Compares a pick-up with the manifest.
 * @throws InvalidInput if it contradicts the manifest; Conflict if the driver counted another number, or took nothing
 */
export function judgePickUp(
  lot: { route: LotRoute },
  rows: readonly LotRowFacts[],
  { counted = 0, notTaken: left = [], extras, lessorReceipt }: SaidOfPickUp,
): JudgedPickUp {
  if (lot.route === 'lease_return' && lessorReceipt === undefined)
    throw wrong('lessorReceipt', 'MISSING', 'Enter the number of the lessor’s receipt.');
  if (lot.route !== 'lease_return' && lessorReceipt !== undefined)
    throw wrong(
      'lessorReceipt',
      'NOT_FOR_ROUTE',
      'Only a lease return has a lessor’s receipt. Leave it out.',
    );
  const byId = new Map(rows.map((row) => [row.deviceId, row]));
  const there = new Set(byId.keys());
  const notTaken = left.map(({ deviceId, note = null }, i) => {
    const row = byId.get(deviceId);
    if (!row)
      throw wrong(
        `notTaken.${i}.deviceId`,
        'NOT_ON_MANIFEST',
        'This device is not on the manifest of the lot.',
      );
    if (!there.delete(deviceId))
      throw wrong(`notTaken.${i}.deviceId`, 'TWICE_IN_LIST', 'This device is in the list twice.');
    return { deviceId, code: row.code ?? deviceId, note };
  });
  const taken = rows.filter(({ deviceId }) => there.has(deviceId));
  const seen = new Set<string>();
  extras.forEach(({ code, deviceId }, i) => {
    const field = `extras.${i}.code`;
    const row = deviceId === null ? undefined : byId.get(deviceId);
    if (row && there.has(row.deviceId))
      throw wrong(
        field,
        'ON_MANIFEST',
        `${code} is on the manifest, so it is not an extra device. Remove it from the extra devices.`,
      );
    if (row)
      throw wrong(
        field,
        'NOT_TAKEN_AND_EXTRA',
        `${code} is on the manifest, and you say that it is not taken. Remove it from one of the two lists.`,
      );
    const key = deviceId ?? code;
    if (seen.has(key)) throw wrong(field, 'TWICE_IN_LIST', `${code} is in the list twice.`);
    seen.add(key);
  });
  const expected = taken.length + extras.length;
  if (counted !== expected)
    throw new Conflict(
      `The driver counted ${counted} devices, but the manifest and your corrections make ${expected}. Find the difference before the driver signs.`,
      'COUNT_DIFFERS',
      [{ field: 'counted', code: 'COUNT_DIFFERS', detail: `Expected ${expected}.` }],
    );
  if (taken.length === 0)
    throw new Conflict('Every device is marked as not taken. Cancel the lot instead.', 'NOTHING_TAKEN');
  return { taken, notTaken, extras: [...extras], counted };
}

function wrong(field: string, code: string, detail: string): InvalidInput {
  return new InvalidInput(detail, [{ field, code, detail }]);
}
