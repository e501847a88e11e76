import { Conflict, InvalidInput } from '../../../common/refusal.js';

export class ClosedForReplacement extends Conflict {
  constructor() {
    super(
      'This claim has ended, so it cannot get a replacement any more. Add the new device to the register, and dispose of the old one there.',
      'CLAIM_ENDED',
    );
  }
}

/** The vendor repaired the device, or still has it. */
export class NotResolvedByReplacing extends Conflict {
  constructor() {
    super(
      'The vendor has not resolved this claim with another device. Resolve the claim with the outcome "replaced" and enter the new serial number there.',
      'CLAIM_NOT_RESOLVED_BY_REPLACING',
    );
  }
}

export class HasReplacement extends Conflict {
  constructor() {
    super(
      'This claim already has a replacement with another serial number. If that device is the wrong one, undo the replacement first.',
      'CLAIM_HAS_REPLACEMENT',
    );
  }
}

export function ownSerial(): InvalidInput {
  const detail =
    'This is the serial number of the claimed device. Enter the serial number of the device that the vendor sent.';
  return new InvalidInput(detail, [{ field: 'serialNumber', code: 'SERIAL_OF_CLAIMED_DEVICE', detail }]);
}
