import { DataSource } from 'typeorm';
import { Vendors } from '../../../vendors/vendors.service.js';
import type { DemoStage } from '../demo-stage.js';
import { demoVendors } from './demo-vendors.js';

/** Adds the vendors that are not there yet. */
export async function loadVendors({ session, scope, year }: DemoStage): Promise<void> {
  const vendors = session.app.get(Vendors);
  const wanted = demoVendors(year);
  const keys = wanted.map(({ key }) => key);
  const known = await vendors.idsByKey(session.app.get(DataSource), scope.districtId, keys);
  for (const vendor of wanted) if (!known.has(vendor.key)) await vendors.create(scope, vendor);
}
