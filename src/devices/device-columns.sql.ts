/** A `DeviceRecord` out of `devices d`. */
export const DEVICE_RECORD = `
  d.id, d.status, d.kind, d.model_id AS "modelId", d.site_id AS "siteId", d.room_id AS "roomId",
  d.cart_id AS "cartId", d.person_id AS "personId", d.asset_tag AS "assetTag",
  d.serial_number AS "serialNumber", d.purchased_on AS "purchasedOn", d.in_service_on AS "inServiceOn",
  d.cost_cents AS "costCents", d.purchase_reference AS "purchaseReference",
  d.funding_source_id AS "fundingSourceId", d.notes, d.disposal_route AS "disposalRoute",
  d.merged_into_id AS "mergedIntoId", d.entered_on AS "enteredOn", d.entry_dated AS "entryDated",
  d.status_since AS "statusSince", d.last_effective_at AS "lastEffectiveAt", d.version`;

/** Column and PostgreSQL type of each thing in a `DeviceRecord`, in the order in which rows are written. */
export const DEVICE_COLUMNS = [
  ['id', 'id', 'uuid'],
  ['status', 'status', 'text'],
  ['kind', 'kind', 'text'],
  ['modelId', 'model_id', 'uuid'],
  ['siteId', 'site_id', 'uuid'],
  ['roomId', 'room_id', 'uuid'],
  ['cartId', 'cart_id', 'uuid'],
  ['personId', 'person_id', 'uuid'],
  ['assetTag', 'asset_tag', 'text'],
  ['serialNumber', 'serial_number', 'text'],
  ['purchasedOn', 'purchased_on', 'date'],
  ['inServiceOn', 'in_service_on', 'date'],
  ['costCents', 'cost_cents', 'integer'],
  ['purchaseReference', 'purchase_reference', 'text'],
  ['fundingSourceId', 'funding_source_id', 'uuid'],
  ['notes', 'notes', 'text'],
  ['disposalRoute', 'disposal_route', 'text'],
  ['mergedIntoId', 'merged_into_id', 'uuid'],
  ['enteredOn', 'entered_on', 'date'],
  ['entryDated', 'entry_dated', 'boolean'],
  ['statusSince', 'status_since', 'timestamptz'],
  ['lastEffectiveAt', 'last_effective_at', 'timestamptz'],
  ['version', 'version', 'integer'],
] as const;
