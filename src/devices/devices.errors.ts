import { Refusal } from '../common/refusal.js';
import { explainConstraint } from '../common/constraint-refusals.js';
import { Conflict } from '../common/refusal.js';
import type { Gate, MoveProblem } from './recording/device-lifecycle.js';
import type { DeviceStatus } from './statuses.js';

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
        ? `${device} is ${from} and cannot become ${to}.`
        : `${device} would be ${from} on ${on} and could not become ${to} then.`,
    );
  }
}

export class MoveIncomplete extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'DEVICE_MOVE_INCOMPLETE';
  override readonly errors: MoveProblem[];
  constructor(device: string, to: DeviceStatus, problems: MoveProblem[]) {
    super(`${device} cannot become ${to} yet: ${problems.map((problem) => problem.detail).join('; ')}.`);
    this.errors = problems;
  }
}

export class GatesClosed extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'DEVICE_GATES_CLOSED';
  constructor(device: string, route: string, gates: readonly Gate[]) {
    // Do not ask for an approval: the caller may have given one, and this way stays closed to them or to all.
    super(
      route === 'write_off'
        ? `${device} cannot be written off this way. Only an admin can write off a missing device, one at a time, with the approval number.`
        : `${device} cannot leave by ${route}: ${gates.join(', ').replaceAll('_', ' ')} must be recorded first.`,
    );
  }
}

export class ClearanceUsed extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'CLEARANCE_USED';
  constructor(device: string) {
    super(`${device} has left by this evidence, which can no longer be withdrawn.`);
  }
}

export class DeviceHeld extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'DEVICE_HELD';
  constructor(device: string, action: string, hold: { kind: string; reason: string; owner: string }) {
    super(
      `${device} is under a ${hold.kind} hold that forbids to ${action} it: ${hold.reason} (${hold.owner}).`,
    );
  }
}

export class DeviceIsGone extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'DEVICE_IS_GONE';
  constructor(device: string, status: DeviceStatus) {
    super(
      status === 'void'
        ? `${device} is void: it never was a device, and nothing can become of it.`
        : `${device} is ${status}; only an admin can reopen it.`,
    );
  }
}

export class FutureDate extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'FUTURE_DATE';
  constructor(what: string, today: string) {
    super(`${what} lies in the future; today is ${today}.`);
  }
}

export class BeforeEntry extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'BEFORE_ENTRY';
  constructor(device: string, enteredOn: string) {
    super(`${device} entered the register on ${enteredOn}; nothing can have happened to it before.`);
  }
}

export class BackdatedCustody extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'BACKDATED_CUSTODY';
  constructor(device: string) {
    super(`${device} changed hands later than this date; correct the latest loan first.`);
  }
}

export class PlaceElsewhere extends Refusal {
  readonly kind = 'conflict';
  readonly code = 'PLACE_ELSEWHERE';
  constructor(device: string) {
    super(`${device} was put into a room or cart of its site after that date; take it out of there first.`);
  }
}

export class CodeTaken extends Refusal {
  readonly kind = 'conflict';
  readonly code: 'TAG_TAKEN' | 'SERIAL_TAKEN';
  constructor(kind: 'asset_tag' | 'serial', code: string) {
    super(
      kind === 'serial'
        ? `The serial number ${code} is on another device of this maker.`
        : `The asset tag ${code} is on another device.`,
    );
    this.code = kind === 'serial' ? 'SERIAL_TAKEN' : 'TAG_TAKEN';
  }
}

explainConstraint('device_codes_tag_unique', (tag) => new CodeTaken('asset_tag', tag));
explainConstraint('device_codes_serial_unique', (serial) => new CodeTaken('serial', serial));
explainConstraint(
  'custody_one_holder',
  () => new Conflict('The device is in somebody else’s hands at that time.', 'ALREADY_LENT'),
);
