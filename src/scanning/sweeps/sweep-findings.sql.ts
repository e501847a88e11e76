/**
 * What a sweep found about a device or a code. An expected device without a scan is `not_seen` while the sweep is open,
 * and `missing` once it is closed.
 */
export const SWEEP_RESULTS = ['verified', 'misplaced', 'not_seen', 'missing', 'unknown', 'retired'] as const;

export type SweepResult = (typeof SWEEP_RESULTS)[number];

/** Scans `c` that tell a sweep anything: those of somebody who does not reach the site wait in the inbox. */
export const COUNTS = `c.outcome IN ('applied', 'conflict', 'unknown') AND c.action <> 'undo'
         AND c.reason IS DISTINCT FROM 'OUT_OF_SCOPE'`;

/**
 * What an open sweep has found so far: `$1` district, `$2` sweep. What was scanned last of a device counts. A device that is
 * expected in no room in particular, or in a cart, is where it should be in any. A record that was merged away since stands
 * for its survivor, and one that became void otherwise for nothing.
 */
export const FOUND_SO_FAR = `
  SELECT coalesce(d.id::text, s.code) AS key,
         CASE WHEN s.id IS NULL THEN 'not_seen'
              WHEN d.id IS NULL THEN 'unknown'
              WHEN m.device_id IS NULL AND d.status IN ('retired', 'disposed') THEN 'retired'
              WHEN m.device_id IS NULL THEN 'misplaced'
              WHEN w.cart_id IS NOT NULL THEN 'verified'
              WHEN r.name IS NULL OR s.said ->> 'room' IS NULL THEN 'verified'
              WHEN lower(r.name) = lower(s.said ->> 'room') THEN 'verified'
              ELSE 'misplaced' END AS result,
         coalesce(s.code, d.asset_tag, d.serial_number) AS code, d.id AS device_id, r.name AS expected_room,
         s.said ->> 'room' AS found_room, s.effective_at AS seen_at, s.account_id AS seen_by, s.id AS scan_id,
         d.site_id AS recorded_site_id, q.name AS recorded_room, k.name AS recorded_cart
    FROM (SELECT DISTINCT ON (1) coalesce(v.merged_into_id, v.id) AS device_id, e.room_id
            FROM sweep_devices e JOIN devices v ON v.district_id = $1 AND v.id = e.device_id
           WHERE e.district_id = $1 AND e.sweep_id = $2 ORDER BY 1, v.merged_into_id NULLS FIRST) m
    FULL JOIN (
      SELECT DISTINCT ON (coalesce(v.merged_into_id::text, v.id::text, c.code))
             c.id, coalesce(v.merged_into_id, v.id) AS device_id, c.code, c.said, c.effective_at, c.account_id
        FROM scans c LEFT JOIN devices v ON v.district_id = $1 AND v.id = c.device_id
       WHERE c.district_id = $1 AND c.sweep_id = $2 AND ${COUNTS}
       ORDER BY coalesce(v.merged_into_id::text, v.id::text, c.code), c.effective_at DESC, c.id DESC) s ON s.device_id = m.device_id
    LEFT JOIN devices d ON d.district_id = $1 AND d.id = coalesce(m.device_id, s.device_id)
    LEFT JOIN rooms r ON r.district_id = $1 AND r.id = m.room_id
    LEFT JOIN rooms q ON q.district_id = $1 AND q.id = d.room_id
    LEFT JOIN carts k ON k.district_id = $1 AND k.id = d.cart_id
    JOIN sweeps w ON w.district_id = $1 AND w.id = $2
   WHERE d.status IS DISTINCT FROM 'void'`;

/** The same at the moment of closing: an expected device without a scan is now missing. */
export const FOUND_AT_CLOSING = `
  SELECT key, CASE WHEN result = 'not_seen' THEN 'missing' ELSE result END AS result, code, device_id, expected_room,
         found_room, seen_at, seen_by, scan_id, recorded_site_id, recorded_room, recorded_cart FROM (${FOUND_SO_FAR}) o`;

/** The same of a sweep that was closed, as it was then. */
export const FOUND_IN_ALL = `
  SELECT key, result, code, device_id, expected_room, found_room, seen_at, seen_by, scan_id, recorded_site_id,
         recorded_room, recorded_cart FROM sweep_findings
   WHERE district_id = $1 AND sweep_id = $2`;

/** Devices that should stand at a site, or in a room or a cart of it: `$3` site, `$4` room, `$5` cart, or null. */
export const EXPECTED = `
  SELECT id, room_id FROM devices
   WHERE district_id = $1 AND site_id = $3 AND status IN ('in_stock', 'deployed')
     AND ($4::uuid IS NULL OR room_id = $4) AND ($5::uuid IS NULL OR cart_id = $5)`;
