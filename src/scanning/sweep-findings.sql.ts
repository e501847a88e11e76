/** What can be said of a device or a code at the end of a sweep. */
export const SWEEP_RESULTS = ['verified', 'misplaced', 'missing', 'unknown', 'retired'] as const;

export type SweepResult = (typeof SWEEP_RESULTS)[number];

/**
 * What a sweep has found so far: `$1` district, `$2` sweep. What was scanned last of a device counts. A device that is
 * expected in no room in particular, or in a cart, is where it should be in any.
 */
export const FOUND_SO_FAR = `
  SELECT coalesce(d.id::text, s.code) AS key,
         CASE WHEN s.id IS NULL THEN 'missing'
              WHEN d.id IS NULL THEN 'unknown'
              WHEN m.device_id IS NULL AND d.status IN ('retired', 'disposed') THEN 'retired'
              WHEN m.device_id IS NULL THEN 'misplaced'
              WHEN w.cart_id IS NOT NULL THEN 'verified'
              WHEN r.name IS NULL OR s.said ->> 'room' IS NULL THEN 'verified'
              WHEN lower(r.name) = lower(s.said ->> 'room') THEN 'verified'
              ELSE 'misplaced' END AS result,
         coalesce(s.code, d.asset_tag, d.serial_number) AS code, d.id AS device_id, r.name AS expected_room,
         s.said ->> 'room' AS found_room, s.effective_at AS seen_at, s.account_id AS seen_by, s.id AS scan_id
    FROM (SELECT device_id, room_id FROM sweep_devices WHERE district_id = $1 AND sweep_id = $2) m
    FULL JOIN (
      SELECT DISTINCT ON (coalesce(device_id::text, code))
             id, device_id, code, said, effective_at, account_id FROM scans
       WHERE district_id = $1 AND sweep_id = $2 AND outcome IN ('applied', 'conflict', 'unknown')
         AND action <> 'undo' AND reason IS DISTINCT FROM 'OUT_OF_SCOPE'
       ORDER BY coalesce(device_id::text, code), effective_at DESC, id DESC) s ON s.device_id = m.device_id
    LEFT JOIN devices d ON d.district_id = $1 AND d.id = coalesce(m.device_id, s.device_id)
    LEFT JOIN rooms r ON r.district_id = $1 AND r.id = m.room_id
    JOIN sweeps w ON w.district_id = $1 AND w.id = $2`;

/** The same of a sweep that was closed, as it was then. */
export const FOUND_IN_ALL = `
  SELECT key, result, code, device_id, expected_room, found_room, seen_at, seen_by, scan_id FROM sweep_findings
   WHERE district_id = $1 AND sweep_id = $2`;

/** Devices that should stand at a site, or in a room or a cart of it: `$3` site, `$4` room, `$5` cart, or null. */
export const EXPECTED = `
  SELECT id, room_id FROM devices
   WHERE district_id = $1 AND site_id = $3 AND status IN ('in_stock', 'deployed')
     AND ($4::uuid IS NULL OR room_id = $4) AND ($5::uuid IS NULL OR cart_id = $5)`;
