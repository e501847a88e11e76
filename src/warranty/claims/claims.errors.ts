import { explainConstraint } from '../../common/constraint-refusals.js';
import { Conflict, InvalidInput, NotFound } from '../../common/refusal.js';
import type { DeviceStatus } from '../../devices/statuses.js';

explainConstraint('claims_open_once', () => new ClaimOpen());

/** Not there, of another district, or of a site out of reach: all look the same. */
export class ClaimNotFound extends NotFound {
  constructor() {
    super('The claim', 'CLAIM_NOT_FOUND');
  }
}

/** @param number of the open claim, where it is known */
export class ClaimOpen extends Conflict {
  constructor(readonly number?: string) {
    super(
      number === undefined
        ? 'The device already has an open claim for this fault. Use that claim instead.'
        : `The device already has an open claim for this fault: ${number}. Use that claim instead.`,
      'CLAIM_OPEN',
    );
  }
}

/** The device is retired, disposed of or void. */
export class ClaimDeviceGone extends Conflict {
  constructor(status: DeviceStatus) {
    super(
      `This device is ${status === 'disposed' ? 'disposed of' : status}, so a claim cannot be opened for it. Choose another device.`,
      'CLAIM_DEVICE_GONE',
    );
  }
}

export function vendorMissing(): InvalidInput {
  const detail =
    'No coverage on record says who provides the warranty of this device. Choose a vendor for the claim.';
  return new InvalidInput(detail, [{ field: 'vendor', code: 'MISSING', detail }], 'CLAIM_VENDOR_MISSING');
}

export function unknownClaimDevice(): InvalidInput {
  const detail = 'Your sites have no such device. Choose another one.';
  return new InvalidInput(detail, [{ field: 'deviceId', code: 'UNKNOWN_DEVICE', detail }]);
}

/** A step needs something that the request does not say. */
export function stepIncomplete(field: string, detail: string): InvalidInput {
  return new InvalidInput(detail, [{ field, code: 'MISSING', detail }], 'CLAIM_STEP_INCOMPLETE');
}

/** A field that only another step has. */
export function notOfStep(field: string, step: string): InvalidInput {
  const detail = `The step "${step}" has no field "${field}". Leave it out, or choose the step that has it.`;
  return new InvalidInput(detail, [{ field, code: 'NOT_OF_STEP', detail }], 'CLAIM_STEP_FIELD');
}

export function replacementWithoutOutcome(): InvalidInput {
  const detail =
    'Only a claim that is resolved with the outcome "replaced" has a replacement. Leave out the replacement, or choose that outcome.';
  return new InvalidInput(
    detail,
    [{ field: 'replacement', code: 'NOT_OF_STEP', detail }],
    'CLAIM_STEP_FIELD',
  );
}

/** A claim that ended with a new device does not go on by itself. */
export class ClaimReplaced extends Conflict {
  constructor() {
    super(
      'The vendor replaced the device of this claim, so the claim cannot be reopened. Open a new claim for the new device, or undo the replacement.',
      'CLAIM_REPLACED',
    );
  }
}

/** A draft went to another vendor while the step waited for it. */
export class ClaimVendorChanged extends Conflict {
  constructor() {
    super('Somebody just chose another vendor for this claim. Load it again.', 'CLAIM_VENDOR_CHANGED');
  }
}

/** No vendor sees the claim yet. */
export class ClaimNotSent extends Conflict {
  constructor() {
    super('The vendor does not have this claim yet. Send the claim first.', 'CLAIM_NOT_SENT');
  }
}
