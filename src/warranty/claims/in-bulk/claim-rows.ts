import type { Scope } from '../../../access/scope.js';
import { startOfDate } from '../../../common/time/clock.js';
import { codeKeys } from '../../../devices/device-keys.js';
import type { RowFields, RowKey, RowProblem } from '../../../imports/import-kind.js';
import { problem, textOf } from '../../coverages/in-bulk/coverage-rows.js';
import type { FaultCategory } from '../claim.entity.js';
import type { NewClaim } from '../claim-openings.js';

const NOON_MS = 12 * 3_600_000;

/** What a row says of its claim, without the device and the vendor. */
export type SaidClaim = Omit<NewClaim, 'id' | 'device' | 'vendorId'>;

/** Two rows of a file are about the same claim if they name the same device and the same kind of fault. */
export function claimKeys(fields: RowFields): RowKey[] {
  const [device] = codeKeys(fields);
  const category = textOf(fields, 'category');
  return device && category ? [{ key: `${device.key}, ${spaced(category)}`, of: device.of }] : [];
}

/** Checks that need the whole row and no database. */
export function checkClaim(fields: RowFields): RowProblem[] {
  if (textOf(fields, 'serialNumber') ?? textOf(fields, 'assetTag')) return [];
  const detail =
    'This row does not say which device it is about. Fill in the serial number or the asset tag.';
  return [problem('serialNumber', 'NO_CODE', detail)];
}

/** @param now the moment of the import, for rows that do not say when the fault was noticed */
export function saidBy(fields: RowFields, { timeZone }: Scope, now: Date): SaidClaim {
  const day = textOf(fields, 'noticedOn');
  return {
    category: textOf(fields, 'category') as FaultCategory,
    isAccidental: textOf(fields, 'cause') === 'accident',
    observed: textOf(fields, 'observed') ?? '',
    tried: textOf(fields, 'tried') ?? null,
    // Noon is on that day in the district, whatever the clocks do.
    noticedAt: day === undefined ? now : new Date(startOfDate(timeZone, day).getTime() + NOON_MS),
    districtReference: textOf(fields, 'districtReference') ?? null,
  };
}

export function spaced(word: string): string {
  return word.replaceAll('_', ' ');
}
