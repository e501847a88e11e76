import type { DeviceKind, Platform } from '../catalogue/kinds.js';
import type { ChangeSetKind } from './entities/change-set.entity.js';
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
  /** Only for roles that can see people. */
  personId: string | null;
  /** Name of the person, or the email address if there is no name. A list has it only if you ask for names. */
  personName: string | null;
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
  /** Last day of the coverage that ends last. Null if no coverage is on record. */
  coverageEndsOn: string | null;
  /** The day from which the device counts. */
  enteredOn: string;
  /** False if no date was known, so that the device counts from the day of its import. */
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
  /** Name of the person, or the email address if there is no name. Null for a student at a site that you cannot see. */
  personName: string | null;
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

/** Record that a gate of a disposal route is open. */
export interface ClearanceView {
  gate: Gate;
  /** The record that proves it: its kind and its id. */
  evidenceKind: string;
  evidenceId: string;
  /** A disposal cannot take effect before this instant. */
  holdsFrom: Date;
}

/** One route of disposal, and what stands before it. */
export interface RouteGates {
  route: DisposalRoute;
  /** Whether the status of the device lets the route begin. */
  mayBegin: boolean;
  /** `toOpen` says what opens a closed gate. */
  gates: { gate: Gate; isOpen: boolean; toOpen: string | null }[];
}

export interface DeviceClearances {
  clearances: ClearanceView[];
  routes: RouteGates[];
}

/** How a device went missing. */
export interface LossView {
  missing: 'lost' | 'stolen';
  /** Calendar date. Null if an import had no date. */
  missingSince: string | null;
  policeReportNumber: string | null;
}

/** One device with its codes, location and holds. */
export interface DeviceDetail extends DeviceView {
  /** Null if the device is not missing. */
  loss: LossView | null;
  codes: CodeView[];
  holds: HoldView[];
  clearances: ClearanceView[];
  custody: CustodyView[];
}

/** The part of a device that every technician in the district can see. It does not include the person or the cost. */
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
  /** The code of the device that was scanned. */
  matched: { kind: string; released: boolean };
  /** Whether the device is at one of the caller's sites. */
  inScope: boolean;
}

export interface EventView {
  id: string;
  type: string;
  cause: string;
  effectiveAt: Date;
  recordedAt: Date;
  /** Account that made the change. Null if Rollcall itself made it. */
  actorId: string | null;
  /** Name of the account, or its email address if it has no name. */
  actorName: string | null;
  changeSetId: string;
  /** The kind of work that made the change, such as an edit of one device, a bulk change, an import, scans or an undo. */
  changeSetKind: ChangeSetKind;
  /** Name of the file, if the change came from an import. */
  fileName: string | null;
  changes: Record<string, [unknown, unknown]>;
  /**
   * Names for the ids in `changes`: sites, rooms, carts, models, funding sources, other records and people. People
   * that you cannot see are left out.
   */
  names: Record<string, string>;
  details: unknown;
  amendsId: string | null;
  note: string | null;
}
