/** The last sighting `l` of each device `d` of district `$1`, in one pass; nothing where there was none. */
export const LAST_SIGHTING = `
  LEFT JOIN (
    SELECT DISTINCT ON (device_id) device_id, seen_at, seen_by, site_id, condition, in_use FROM device_sightings
     WHERE district_id = $1 ORDER BY device_id, seen_at DESC, id DESC) l ON l.device_id = d.id`;
