import type { RowKey } from '../imports/import-kind.js';
import { normaliseCode, serialOnLabel } from './device-codes.js';
import type { DeviceInput } from './planning/device-input.js';
import { makerSaid } from './planning/device-matches.js';

/** What makes two rows of one file or batch the same device; a serial number within its maker, where one is named. */
export function codeKeys(input: DeviceInput): RowKey[] {
  const keys: RowKey[] = [];
  const { serialNumber, assetTag } = input;
  if (serialNumber) {
    const of = makerSaid(input);
    keys.push({ key: `serial number ${serialOnLabel(normaliseCode(serialNumber), of)}`, of });
  }
  if (assetTag) keys.push({ key: `asset tag ${normaliseCode(assetTag)}`, of: '' });
  return keys;
}

/** Finds rows that repeat an earlier one. */
export class Repeats {
  private readonly seen = new Map<string, { of: string; index: number }[]>();

  /** The earlier row that is the same device, and by which code; the row counts as seen from now on. */
  of(input: DeviceInput, index: number): { index: number; key: string } | undefined {
    let first: { index: number; key: string } | undefined;
    for (const { key, of } of codeKeys(input)) {
      const earlier = this.seen.get(key) ?? [];
      const same = earlier.find((row) => row.of === of || row.of === '' || of === '');
      if (same) first ??= { index: same.index, key };
      this.seen.set(key, [...earlier, { of, index }]);
    }
    return first;
  }
}
