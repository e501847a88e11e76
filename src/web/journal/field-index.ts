import { readingsOf } from '../../devices/device-codes.js';
import type { FieldDatabase, KnownDevice } from './database.js';
import { indexedWith } from './field-codes.js';
import { fullSites } from './field-devices.js';

/** What the phone knows of a code. */
export interface KnownCode {
  /** Devices in use that the code may mean. */
  devices: KnownDevice[];
  /** Whether the phone has the district's codes at all: else nothing can be said of a code it does not find. */
  hasIndex: boolean;
}

export async function lookUpCode(database: FieldDatabase, code: string): Promise<KnownCode> {
  const readings = readingsOf(code);
  const [own, full, { isWhole, found }] = await Promise.all([
    database.devices.where('codes').anyOf(readings).distinct().toArray(),
    fullSites(database),
    indexedWith(database, readings),
  ]);
  // The index has the devices of these sites too. It is a moment younger, and may know one that is not here yet.
  const isOfOthers = ({ site }: KnownDevice): boolean => own.length === 0 || !full?.includes(site);
  return {
    devices: [...own, ...eachOnce(found).filter(isOfOthers)],
    hasIndex: isWhole && full !== undefined,
  };
}

/** The index does not say which device it is: one that looks the same under two readings of a label is taken for one. */
function eachOnce(byReading: readonly KnownDevice[][]): KnownDevice[] {
  return byReading.flatMap((devices, i) => {
    const before = byReading.slice(0, i).flat();
    return devices.filter((device) => !before.some((one) => looksLike(one, device)));
  });
}

function looksLike(one: KnownDevice, other: KnownDevice): boolean {
  return (['site', 'kind', 'status', 'version'] as const).every((field) => one[field] === other[field]);
}
