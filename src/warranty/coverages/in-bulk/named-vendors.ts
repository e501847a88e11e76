import type { Tx } from '../../../database/tx.js';
import type { RowFields, StagedRow } from '../../../imports/import-kind.js';
import type { NamedVendor } from './coverage-plans.js';
import { textOf } from './coverage-rows.js';

/** Vendors by their keys and names, in lower case. */
export type NamedVendors = ReadonlyMap<string, NamedVendor>;

/** What a row calls its vendor, in lower case. Empty where it says nothing. */
export function vendorOf(fields: RowFields): string {
  return (textOf(fields, 'vendor') ?? '').trim().toLowerCase();
}

/** The vendors that rows name. Where the key of one is the name of another, the key counts. */
export async function vendorsByName(
  tx: Tx,
  districtId: string,
  rows: readonly StagedRow[],
): Promise<NamedVendors> {
  const vendors = await tx.query<(NamedVendor & { key: string; lowerName: string })[]>(
    `SELECT id, key, name, lower(name) AS "lowerName", time_zone AS "timeZone", is_active AS "isActive" FROM vendors
      WHERE district_id = $1 AND (key = ANY ($2) OR lower(name) = ANY ($2))`,
    [districtId, [...new Set(rows.map(({ fields }) => vendorOf(fields)))]],
  );
  return new Map([
    ...vendors.map((vendor): [string, NamedVendor] => [vendor.lowerName, vendor]),
    ...vendors.map((vendor): [string, NamedVendor] => [vendor.key, vendor]),
  ]);
}
