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
