/** States of a device. */
export const status = {
  in_stock: 'In stock',
  deployed: 'Deployed',
  in_repair: 'In repair',
  missing: 'Missing',
  retired: 'Retired',
  disposed: 'Disposed',
  void: 'Void',
} as const;

export const kind = {
  desktop: 'Desktop',
  laptop: 'Laptop',
  ipad: 'iPad',
  chromebook: 'Chromebook',
  other: 'Other',
} as const;

export const role = {
  admin: 'Administrator',
  its: 'ITS',
  lead: 'Lead technician',
  liaison: 'Liaison',
  technician: 'Technician',
  site_staff: 'Site staff',
  vendor: 'Vendor',
} as const;

/** Fields of a device, as histories, forms and tables name them. */
export const field = {
  assetTag: 'Asset tag',
  serialNumber: 'Serial number',
  manufacturer: 'Manufacturer',
  model: 'Model',
  modelId: 'Model',
  kind: 'Type',
  status: 'Status',
  site: 'Site',
  siteId: 'Site',
  region: 'Region',
  room: 'Room',
  roomId: 'Room',
  cart: 'Cart',
  cartId: 'Cart',
  person: 'Checked out to',
  personId: 'Checked out to',
  purchasedOn: 'Purchased',
  inServiceOn: 'In service since',
  statusSince: 'Status since',
  costCents: 'Cost',
  purchaseReference: 'PO number',
  fundingSource: 'Funding source',
  fundingSourceId: 'Funding source',
  autoUpdateEndsOn: 'Updates end',
  missingSince: 'Missing since',
  dueOn: 'Due back',
  notes: 'Notes',
  codes: 'Codes',
  disposalRoute: 'Disposal',
} as const;

/** Kinds of codes on a device. */
export const codeKind = {
  asset_tag: 'asset tag',
  serial: 'serial number',
  old_tag: 'old asset tag',
  mac: 'MAC address',
  imei: 'IMEI',
  other: 'other code',
} as const;

/** How a device left the inventory for good. */
export const disposalRoute = {
  recycle: 'Recycled',
  sell: 'Sold',
  donate: 'Donated',
  write_off: 'Written off',
  vendor_swap: 'Swapped by the vendor',
  lease_return: 'Lease returned',
  trade_in: 'Traded in',
  agency_transfer: 'Transferred to another agency',
  historical: 'Disposed before Rollcall',
} as const;

/** What a hold does not allow. */
export const forbidden = {
  move: 'move',
  retire: 'retire',
  dispose: 'dispose',
  void: 'void',
  redact: 'remove names',
  change: 'edit',
} as const;
