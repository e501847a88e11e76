import { explainConstraint } from '../common/constraint-refusals.js';
import { Conflict, InvalidInput, NotFound } from '../common/refusal.js';

explainConstraint('vendors_key_unique', (key) => {
  const detail = `There is already a vendor with the key "${key}". Enter another key.`;
  return new Conflict(detail, 'VENDOR_KEY_TAKEN', [{ field: 'key', code: 'VENDOR_KEY_TAKEN', detail }]);
});
explainConstraint('vendors_name_unique', () => nameTaken());

/** Not there, or of another district. */
export class VendorNotFound extends NotFound {
  constructor() {
    super('The vendor', 'VENDOR_NOT_FOUND');
  }
}

/** Names differ in more than upper and lower case. */
export function nameTaken(): Conflict {
  const detail = 'There is already a vendor with this name. Enter another name.';
  return new Conflict(detail, 'VENDOR_NAME_TAKEN', [{ field: 'name', code: 'VENDOR_NAME_TAKEN', detail }]);
}

/** The name has no letters or digits that a key could be made of. */
export function keyMissing(name: string): InvalidInput {
  const detail = `Rollcall cannot make a key from the name "${name}". Enter a key of lower-case letters, digits and hyphens.`;
  return new InvalidInput(detail, [{ field: 'key', code: 'VENDOR_KEY_MISSING', detail }]);
}

/** A request or a file names a vendor that the district does not have. */
export function unknownVendor(field: string, key: string): InvalidInput {
  const detail = `There is no vendor with the key "${key}". Check the key, or add the vendor first.`;
  return new InvalidInput(detail, [{ field, code: 'UNKNOWN_VENDOR', detail }]);
}

/** A request names a vendor that the district no longer deals with. */
export function inactiveVendor(field: string, name: string): InvalidInput {
  const detail = `The vendor ${name} is not active any more. Choose another vendor, or make this one active again.`;
  return new InvalidInput(detail, [{ field, code: 'INACTIVE_VENDOR', detail }], 'INACTIVE_VENDOR');
}

/** A promise that the vendor's few hours reach only after years. */
export function promiseTooLong(field: string): InvalidInput {
  const detail =
    'The vendor is open for too few hours to reach this promise within five years. Enter a shorter time, or more hours.';
  return new InvalidInput(detail, [{ field, code: 'PROMISE_TOO_LONG', detail }]);
}
