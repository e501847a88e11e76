import type { DeviceKind, Platform } from '../catalogue/kinds.js';
import type { Gate } from './recording/device-lifecycle.js';
import type { DeviceStatus, DisposalRoute } from './statuses.js';

/** A device as the API shows it. Dates are calendar dates of the district, money is cents. */
export interface DeviceView {
  id: string;
  assetTag: string | null;
  serialNumber: string | null;
  manufacturer: string;
  model: string;
  kind: DeviceKind;
  platform: Platform;
  status: DeviceStatus;
  statusSince: Date;
  /** Code of the site. */
  site: string;
  siteName: string;
  region: string | null;
  room: string | null;
  cart: string | null;
  /** Only for roles that may read people. */
  personId: string | null;
  purchasedOn: string | null;
  inServiceOn: string | null;
  costCents: number | null;
  purchaseReference: string | null;
  fundingSource: string | null;
  fain: string | null;
  federalSharePercent: number | null;
  notes: string | null;
  disposalRoute: DisposalRoute | null;
  mergedIntoId: string | null;
  autoUpdateEndsOn: string | null;
  /** The day it counts from. */
  enteredOn: string;
  /** False where no date was known and it counts from the day of its load. */
  entryDated: boolean;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export interface CodeView {
  kind: string;
  code: string;
  releasedAt: Date | null;
}

export interface CustodyView {
  personId: string;
  loanedAt: Date;
  dueOn: string | null;
  returnedAt: Date | null;
}

export interface HoldView {
  id: string;
  kind: string;
  forbids: string[];
  reason: string;
  owner: string;
  placedAt: Date;
}

/** Says that a gate of a disposal route is open. */
export interface ClearanceView {
  gate: Gate;
  /** What proves it: the kind of record, and its id. */
  evidenceKind: string;
  evidenceId: string;
  /** A disposal must not take effect before. */
  holdsFrom: Date;
}

/** One device with what hangs on it. */
export interface DeviceDetail extends DeviceView {
  codes: CodeView[];
  holds: HoldView[];
  clearances: ClearanceView[];
  custody: CustodyView[];
}

/** What anybody in the field may know of any device of the district: no person, no cost. */
export interface DeviceFound {
  id: string;
  assetTag: string | null;
  serialNumber: string | null;
  manufacturer: string;
  model: string;
  kind: DeviceKind;
  status: DeviceStatus;
  site: string;
  siteName: string;
  version: number;
  /** Which of its codes was read. */
  matched: { kind: string; released: boolean };
  /** Whether the caller's sites reach it. */
  inScope: boolean;
}

export interface EventView {
  id: string;
  type: string;
  cause: string;
  effectiveAt: Date;
  recordedAt: Date;
  actorId: string | null;
  changeSetId: string;
  changes: Record<string, [unknown, unknown]>;
  details: unknown;
  amendsId: string | null;
  note: string | null;
}
