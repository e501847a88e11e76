import { DataSource } from 'typeorm';
import { AccountsService } from '../../../access/accounts/accounts.service.js';
import { Vendors } from '../../../vendors/vendors.service.js';
import type { DemoStage } from '../demo-stage.js';
import { VENDOR_EMAIL } from '../people/demo-accounts.js';
import { demoVendors } from './demo-vendors.js';

/** Adds the vendors that are not there yet. */
export async function loadVendors({ session, scope, year }: DemoStage): Promise<void> {
  const vendors = session.app.get(Vendors);
  const wanted = demoVendors(year);
  const keys = wanted.map(({ key }) => key);
  const known = await vendors.idsByKey(session.app.get(DataSource), scope.districtId, keys);
  for (const vendor of wanted) if (!known.has(vendor.key)) await vendors.create(scope, vendor);
}

/** The depot next door, whose desk signs in to the demo. */
const SIGNING_IN = { key: 'valley-depot', name: 'Rosa Delgado' };

/** Makes the account of a person at a vendor, which knows its vendor and so cannot be made before. */
export async function loadVendorPeople(
  { session, scope }: DemoStage,
  accounts: Map<string, string>,
): Promise<void> {
  if (accounts.has(VENDOR_EMAIL)) return;
  const { districtId } = scope;
  const vendorId = await session.app
    .get(Vendors)
    .idOf(session.app.get(DataSource), districtId, SIGNING_IN.key);
  const person = { email: VENDOR_EMAIL, name: SIGNING_IN.name, role: 'vendor' as const, vendorId };
  const { id } = await session.app.get(AccountsService).create(districtId, person);
  accounts.set(VENDOR_EMAIL, id);
}
