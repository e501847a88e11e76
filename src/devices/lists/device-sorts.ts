/** Ways to sort devices. Each one has the expressions of an index, and these are never null. */
export const DEVICE_SORTS = {
  id: ['d.id'],
  assetTag: [`coalesce(d.asset_tag, '')`, 'd.id'],
  status: ['d.status', 'd.id'],
  statusSince: ['d.status_since', 'd.id'],
  inServiceOn: [`coalesce(d.in_service_on, DATE '0001-01-01')`, 'd.id'],
} as const;

export type DeviceSort = keyof typeof DEVICE_SORTS;

export const SORT_NAMES = Object.keys(DEVICE_SORTS) as DeviceSort[];
