import { explainConstraint } from '../common/constraint-refusals.js';
import { Conflict, type FieldError, Refusal } from '../common/refusal.js';
import type { Gate, MoveProblem } from './recording/device-lifecycle.js';
import type { DeviceStatus } from './statuses.js';

/** `in stock` for `in_stock`. */
const words = (value: string): string => value.replaceAll('_', ' ');

export class IllegalDeviceMove extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'DEVICE_ILLEGAL_MOVE';
  constructor(
    readonly device: string,
    readonly from: DeviceStatus,
    readonly to: DeviceStatus,
    on?: string,
  ) {
    super(
      on === undefined
        ? `${device} is ${words(from)}. A device cannot go from ${words(from)} to ${words(to)}. Change its status step by step, as it happened.`
        : `With this change, ${device} would be ${words(from)} on ${on}, so that it could not become ${words(to)} on that day. Choose another date, or correct the later change first.`,
    );
  }
}

export class MoveIncomplete extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'DEVICE_MOVE_INCOMPLETE';
  override readonly errors: MoveProblem[];
  constructor(device: string, to: DeviceStatus, problems: MoveProblem[]) {
    super(`${device} cannot become ${words(to)} yet. ${problems.map(({ detail }) => detail).join(' ')}`);
    this.errors = problems;
  }
}

/** What opens each gate. */
export const TO_OPEN: Readonly<Record<Gate, string>> = {
  released: 'Release the device from management, and record that.',
  sanitized: 'Record how the data on the device was removed.',
  sanitization_contracted: 'Have the recipient of the lot remove the data, by contract.',
  funding_date: 'Wait until the grant that paid for it allows that, or correct its funding source.',
  board_item: 'Record the board item that approves it.',
  signed_lot: 'Add the device to a lot, and have the lot signed at its pick-up.',
  lessor_receipt: 'Record the receipt of the lessor.',
  vendor_claim: 'Resolve the warranty claim of the device with a replacement.',
  loss_report: 'Report the loss or the theft.',
  approval: 'An admin enters the number of the approval, for one device at a time.',
  admin_import: 'An admin imports disposals of the past from a file.',
};

export class GatesClosed extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'GATES_CLOSED';
  /** One for each closed gate; the code is the name of the gate. */
  override readonly errors: FieldError[];
  constructor(device: string, route: string, gates: readonly Gate[]) {
    // Do not ask for an approval: the caller may have given one, and this way stays closed to them or to all.
    super(
      route === 'write_off'
        ? `${device} cannot be written off this way. Only an admin can write off a missing device, one at a time, with the approval number.`
        : `${device} cannot leave the district by ${words(route)} yet. ${gates.map((gate) => TO_OPEN[gate]).join(' ')}`,
    );
    this.errors = gates.map((gate) => ({ field: 'disposalRoute', code: gate, detail: TO_OPEN[gate] }));
  }
}

export class ClearanceUsed extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'CLEARANCE_USED';
  constructor(device: string) {
    super(
      `${device} left the district on the strength of this record, so the record cannot be withdrawn any more.`,
    );
  }
}

export class DeviceHeld extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'DEVICE_HELD';
  constructor(device: string, action: string, hold: { kind: string; reason: string; owner: string }) {
    super(
      `A ${hold.kind} hold on ${device} does not allow you to ${action} it. Reason: ${hold.reason}. Owner of the hold: ${hold.owner}.`,
    );
  }
}

export class DeviceIsGone extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'DEVICE_IS_GONE';
  constructor(device: string, status: DeviceStatus) {
    super(
      status === 'void'
        ? `The record of ${device} is void, so it cannot change. It was entered by mistake or merged into another record.`
        : `${device} is ${words(status)}, so it cannot change. If it is still here, ask an admin to reopen it.`,
    );
  }
}

export class BeforeEntry extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'BEFORE_ENTRY';
  constructor(device: string, enteredOn: string) {
    super(
      `Our records have ${device} only since ${enteredOn}. Enter that day or a later one, or correct the day on which it came in.`,
    );
  }
}

export class BackdatedCustody extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'BACKDATED_CUSTODY';
  constructor(device: string) {
    super(`Somebody else checked out or checked in ${device} after this date. Correct that check-out first.`);
  }
}

export class PlaceElsewhere extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'PLACE_ELSEWHERE';
  constructor(device: string) {
    super(
      `${device} was put into a room or cart of its site after that date. Take it out of the room or cart first.`,
    );
  }
}

export class CodeTaken extends Refusal {
  readonly kind = 'conflict';
  readonly code: 'TAG_TAKEN' | 'SERIAL_TAKEN';
  constructor(kind: 'asset_tag' | 'serial', code: string) {
    super(
      kind === 'serial'
        ? `Another device of this manufacturer already has the serial number ${code}. Check the number, or open that device.`
        : `Another device already has the asset tag ${code}. Check the tag, or open that device.`,
    );
    this.code = kind === 'serial' ? 'SERIAL_TAKEN' : 'TAG_TAKEN';
  }
}

explainConstraint('device_codes_tag_unique', (tag) => new CodeTaken('asset_tag', tag));
explainConstraint('device_codes_serial_unique', (serial) => new CodeTaken('serial', serial));
explainConstraint(
  'custody_one_holder',
  () => new Conflict('Somebody else has this device at that time. Check it in first.', 'ALREADY_LENT'),
);
