import type { DeviceKind } from '../catalogue/kinds.js';
import type { DeviceStatus, DisposalRoute } from './statuses.js';

export const CODE_KINDS = ['asset_tag', 'serial', 'old_tag', 'mac', 'imei', 'other'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

/** Everything about a device that events set, and that its history can be folded into. Ids, never names. */
export interface DeviceFacts {
  status: DeviceStatus;
  kind: DeviceKind;
  modelId: string;
  siteId: string;
  roomId: string | null;
  cartId: string | null;
  personId: string | null;
  assetTag: string | null;
  serialNumber: string | null;
  /** Calendar dates in the district's time zone. */
  purchasedOn: string | null;
  inServiceOn: string | null;
  costCents: number | null;
  purchaseReference: string | null;
  fundingSourceId: string | null;
  notes: string | null;
  disposalRoute: DisposalRoute | null;
  mergedIntoId: string | null;
  /** The day from which the device counts. */
  enteredOn: string;
  /** Whether a date in its record, and not the day of the load, decided when it entered. */
  entryDated: boolean;
}

export type Fact = keyof DeviceFacts;

/** A device as the register holds it now. */
export interface DeviceRecord extends DeviceFacts {
  id: string;
  version: number;
  statusSince: Date;
  lastEffectiveAt: Date;
}
