import type { Scope } from '../../access/scope.js';
import { Forbidden } from '../../common/refusal.js';

/**
 * The one vendor whose claims somebody sees. Every query of this folder goes through it.
 * @throws Forbidden for whoever does not work at a vendor, whatever their permissions
 */
export function vendorOf({ role, vendorId }: Scope): string {
  if (role !== 'vendor' || vendorId === undefined)
    throw new Forbidden('This is for people who work at a vendor.', 'NOT_OF_A_VENDOR');
  return vendorId;
}
