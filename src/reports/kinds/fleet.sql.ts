/** What reports of single devices can be split by, as SQL over `d` devices, `s` sites, `m` models. */
export const FLEET_GROUPS = ['site', 'region', 'kind', 'model', 'district'] as const;

export type FleetGroup = (typeof FLEET_GROUPS)[number];

export const FLEET_GROUP_SQL: Record<FleetGroup, string> = {
  site: `s.code || ' ' || s.name`,
  region: `coalesce(s.region, '(none)')`,
  kind: 'd.kind',
  model: `m.manufacturer || ' ' || m.name`,
  district: `'All'`,
};

export const FLEET_GROUP_HEADER: Record<FleetGroup, string> = {
  site: 'Site',
  region: 'Region',
  kind: 'Kind',
  model: 'Model',
  district: 'District',
};

/** Devices with what they are split by. */
export const FLEET_TABLES = `
  FROM devices d
  JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
  JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id`;

/** The room `r` that a device stands in, if that is known. */
export const ROOM = `LEFT JOIN rooms r ON r.district_id = $1 AND r.id = d.room_id`;

/** The last sighting `l` of each device `d` of district `$1`, in one pass; nothing where there was none. */
export const LAST_SIGHTING = `
  LEFT JOIN (
    SELECT DISTINCT ON (device_id) device_id, seen_at, seen_by, site_id, condition, in_use FROM live_sightings
     WHERE district_id = $1 ORDER BY device_id, seen_at DESC, id DESC) l ON l.device_id = d.id`;

/** The calendar date of its disposal; `$4` is the district's time zone. */
export const DISPOSED_ON = `CASE WHEN d.status = 'disposed' THEN (d.status_since AT TIME ZONE $4::text)::date::text END`;

/** Those in use; `$1` district, `$2` ids of the sites in reach or null. */
export const FLEET_IN_USE = `
 WHERE d.district_id = $1 AND ($2::uuid[] IS NULL OR d.site_id = ANY ($2))
   AND d.status IN ('in_stock', 'deployed', 'in_repair')`;

/** When automatic updates of model `m` end: the district's own date, else that of the published list `a`. */
export const AUTO_UPDATE = `LEFT JOIN auto_update_ends a ON a.name = m.auto_update_name`;
export const AUTO_UPDATE_ENDS = `coalesce(m.auto_update_ends_on, a.ends_on)`;

/** The day a device's age counts from; null where nobody knew it. */
export const AGE_FROM = `coalesce(d.in_service_on, d.purchased_on, CASE WHEN d.entry_dated THEN d.entered_on END)`;

/** The settings of replacement of model `m`: `pm` of the model itself, `pk` of its kind. */
export const REPLACEMENT = `
  LEFT JOIN replacement_settings pm ON pm.district_id = $1 AND pm.model_id = m.id
  LEFT JOIN replacement_settings pk ON pk.district_id = $1 AND pk.kind = m.kind AND pk.model_id IS NULL`;

/**
 * The day on which a device is to be replaced: when its expected life is over, or when its automatic updates end,
 * whichever comes first. Null where neither is known. Needs `AUTO_UPDATE` and `REPLACEMENT`.
 */
export const DUE_ON = `least(${AGE_FROM} + make_interval(months =>
  coalesce(pm.life_months, pk.life_months, m.expected_life_months)), ${AUTO_UPDATE_ENDS})::date`;

export const NOW_NOTE = 'Devices in use (in stock, deployed or in repair), as our records have them now.';
