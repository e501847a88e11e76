/** What the district counts by. */
export const KINDS = ['desktop', 'laptop', 'ipad', 'chromebook', 'other'] as const;
export type DeviceKind = (typeof KINDS)[number];

export const PLATFORMS = ['chromeos', 'ipados', 'macos', 'windows', 'other'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Where a device stands in its life; DESIGN section 4. */
export const STATUSES = [
  'in_stock',
  'deployed',
  'in_repair',
  'missing',
  'retired',
  'disposed',
  'void',
] as const;
export type DeviceStatus = (typeof STATUSES)[number];

export type StatusGroup = 'active' | 'missing' | 'retired' | 'gone' | 'none';

export const STATUS_GROUP = {
  in_stock: 'active',
  deployed: 'active',
  in_repair: 'active',
  missing: 'missing',
  retired: 'retired',
  disposed: 'gone',
  void: 'none',
} as const satisfies Record<DeviceStatus, StatusGroup>;

/** The ways a device leaves the register for good. */
export const ROUTES = [
  'recycle',
  'sell',
  'donate',
  'write_off',
  'vendor_swap',
  'lease_return',
  'trade_in',
  'agency_transfer',
  'historical',
] as const;
export type DisposalRoute = (typeof ROUTES)[number];

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
  /** The day it counts from. */
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
