import type { Cause } from '../../counts/ledger/movements.js';
import type { CodeKind, DeviceFacts, DeviceRecord } from '../device-record.js';
import type { EventType } from './device-history.js';
import type { Gate, MoveDetails } from './device-lifecycle.js';

/** A code that a device gains, or that is released from it. */
export interface CodeChange {
  kind: CodeKind;
  code: string;
  release?: boolean;
}

/** One change that somebody wants to make to a device. */
export interface EventDraft {
  type: EventType;
  effectiveAt: Date;
  set: Partial<DeviceFacts>;
  codes?: CodeChange[];
  /** If it is missing, it is worked out from what changes. */
  cause?: Cause;
  amendsId?: string;
  note?: string;
  details?: MoveDetails;
  /** With a new holder, or for the one there is: the calendar date by which it is due back. */
  dueOn?: string | null;
  /** When it was due before. */
  wasDueOn?: string | null;
}

/** A gate that is open for a device, and from when. */
export interface Clearance {
  gate: Gate;
  from: Date;
  /** Whether the device left by it and came back: only an undo may use it once more. */
  isSpent: boolean;
}

/** Everything that one transaction does to one device. */
export interface DeviceWrite {
  id: string;
  /** Null if the first draft adds the device to the register. */
  device: DeviceRecord | null;
  /** The maker, within which its serial is unique. */
  manufacturer: string;
  entryDated?: boolean;
  drafts: EventDraft[];
  /** Gates of a disposal route that the request itself proves for this device. */
  gatesMet?: ReadonlySet<Gate>;
  /** Gates that other modules opened; the recorder looks them up where something is disposed of. */
  clearances?: readonly Clearance[];
}
