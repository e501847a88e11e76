/**
 * Floors: the same work at its barest, hand-written, on the same server and the same schema. They are frozen;
 * a change here changes what every earlier figure meant, and belongs into the changelog.
 */

/** `$1` district, `$2` code. */
export const LOOK_UP = `
  SELECT d.id, d.asset_tag AS "assetTag", d.serial_number AS "serialNumber", m.manufacturer, m.name AS model,
         d.kind, d.status, s.code AS site, s.name AS "siteName", d.version
    FROM device_codes k
    JOIN devices d ON d.district_id = k.district_id AND d.id = k.device_id
    JOIN device_models m ON m.district_id = d.district_id AND m.id = d.model_id
    JOIN sites s ON s.district_id = d.district_id AND s.id = d.site_id
   WHERE k.district_id = $1 AND k.code = $2`;

/** A page of devices in use of one kind: `$1` district, `$2` the last id of the page before. */
export const LIST = `
  SELECT d.*, m.name AS model, s.code AS site
    FROM devices d
    JOIN device_models m ON m.district_id = d.district_id AND m.id = d.model_id
    JOIN sites s ON s.district_id = d.district_id AND s.id = d.site_id
   WHERE d.district_id = $1 AND d.status = 'deployed' AND d.kind = 'chromebook' AND d.id > $2
   ORDER BY d.id LIMIT 50`;

/** Devices with a part of a code: `$1` district, `$2` the part between `%`. */
export const SEARCH = `
  SELECT d.*, m.name AS model, s.code AS site
    FROM (SELECT DISTINCT device_id FROM device_codes WHERE district_id = $1 AND code LIKE $2 LIMIT 50) k
    JOIN devices d ON d.district_id = $1 AND d.id = k.device_id
    JOIN device_models m ON m.district_id = d.district_id AND m.id = d.model_id
    JOIN sites s ON s.district_id = d.district_id AND s.id = d.site_id`;

/** Devices whose model or site has a word in its name: `$1` district, `$2` the word between `%`. */
export const SEARCH_NAME = `
  SELECT d.*, m.name AS model, s.code AS site
    FROM devices d
    JOIN device_models m ON m.district_id = d.district_id AND m.id = d.model_id
    JOIN sites s ON s.district_id = d.district_id AND s.id = d.site_id
   WHERE d.district_id = $1 AND (m.name ILIKE $2 OR s.name ILIKE $2)
   ORDER BY d.id LIMIT 50`;

/** Counts of a day by site, kind and status, out of sums made by month: `$1` district, `$2` day. */
export const COUNTS = `
  SELECT site_id, kind, status, sum(n)::int AS count FROM (
    SELECT site_id, kind, status, count AS n FROM count_levels
     WHERE district_id = $1 AND quarter_on = make_date(
       extract(year FROM $2::date)::int - (extract(month FROM $2::date) < 7)::int, 7, 1)
    UNION ALL
    SELECT site_id, kind, status, delta FROM count_sums
     WHERE district_id = $1 AND grain = 'month' AND period_on < date_trunc('month', $2::date)
       AND period_on >= make_date(extract(year FROM $2::date)::int - (extract(month FROM $2::date) < 7)::int, 7, 1)
    UNION ALL
    SELECT site_id, kind, status, delta FROM count_sums
     WHERE district_id = $1 AND grain = 'day' AND period_on BETWEEN date_trunc('month', $2::date) AND $2::date) AS u
   GROUP BY 1, 2, 3`;

/** What each month changed, by kind, and what was before: `$1` district, `$2` and `$3` first and last day. */
export const SERIES = `
  SELECT greatest(period_on, date_trunc('month', $2::date)) AS month_on, kind, sum(delta)::int AS n FROM count_sums
   WHERE district_id = $1 AND grain = 'month' AND period_on <= $3::date GROUP BY 1, 2`;

/** The same by site. */
export const SERIES_BY_SITE = `
  SELECT greatest(period_on, date_trunc('month', $2::date)) AS month_on, site_id, sum(delta)::int AS n FROM count_sums
   WHERE district_id = $1 AND grain = 'month' AND period_on <= $3::date GROUP BY 1, 2`;

/** What changed after `$2` up to `$3`, by site and cause. */
export const GROWTH = `
  SELECT site_id, cause, sum(delta)::int AS n FROM count_movements
   WHERE district_id = $1 AND effective_on > $2::date AND effective_on <= $3::date GROUP BY 1, 2`;

/** A batch of scans: `$1` district, `$2` ids, `$3` the new status, `$4` change set. One transaction. */
export const SCAN_BATCH = [
  `UPDATE devices SET status = $3, version = version + 1, status_since = now(), last_effective_at = now(),
          updated_at = now()
    WHERE district_id = $1 AND id = ANY ($2::uuid[])`,
  `INSERT INTO device_events (district_id, device_id, id, type, cause, effective_at, change_set_id, changes)
   SELECT $1, id, gen_random_uuid(), 'moved', 'deployed', now(), $4, jsonb_build_object('status', $3::text)
     FROM unnest($2::uuid[]) AS id`,
  `INSERT INTO count_tail (district_id, change_set_id, effective_on, site_id, kind, status, model_id, cause, delta)
   SELECT $1, $4, current_date, d.site_id, d.kind, u.status, d.model_id, 'deployed', sum(u.delta)
     FROM devices d, (VALUES ($3::text, 1), (CASE $3::text WHEN 'deployed' THEN 'in_stock' ELSE 'deployed' END, -1))
       AS u (status, delta)
    WHERE d.district_id = $1 AND d.id = ANY ($2::uuid[])
    GROUP BY d.site_id, d.kind, u.status, d.model_id`,
] as const;

/** The columns of the device export, as PostgreSQL writes them; the district is put in by the caller. */
export const EXPORT = (districtId: string): string => `
  COPY (SELECT d.asset_tag, d.serial_number, m.manufacturer, m.name, d.kind, d.status, d.status_since::date, s.code,
               r.name, c.name, p.external_id, l.loaned_at::date, l.due_on, d.purchased_on, d.in_service_on,
               d.cost_cents / 100.0, d.purchase_reference, f.name, f.fain, f.federal_share_percent, mac.code,
               imei.code, old.code, d.notes
          FROM devices d
          JOIN device_models m ON m.district_id = d.district_id AND m.id = d.model_id
          JOIN sites s ON s.district_id = d.district_id AND s.id = d.site_id
          LEFT JOIN rooms r ON r.district_id = d.district_id AND r.site_id = d.site_id AND r.id = d.room_id
          LEFT JOIN carts c ON c.district_id = d.district_id AND c.site_id = d.site_id AND c.id = d.cart_id
          LEFT JOIN funding_sources f ON f.district_id = d.district_id AND f.id = d.funding_source_id
          LEFT JOIN people p ON p.district_id = d.district_id AND p.id = d.person_id
          LEFT JOIN custody l ON l.district_id = d.district_id AND l.device_id = d.id AND l.returned_at IS NULL
          LEFT JOIN device_codes mac ON mac.district_id = d.district_id AND mac.device_id = d.id AND mac.kind = 'mac'
          LEFT JOIN device_codes imei ON imei.district_id = d.district_id AND imei.device_id = d.id AND imei.kind = 'imei'
          LEFT JOIN device_codes old ON old.district_id = d.district_id AND old.device_id = d.id AND old.kind = 'old_tag'
         WHERE d.district_id = '${districtId}' AND d.status <> 'void'
         ORDER BY d.id) TO STDOUT (FORMAT csv)`;

const CELLS = `tag, serial, manufacturer, model, kind, status, status_on, site, room, cart, holder, loaned_on, due_on,
  purchased_on, in_service_on, cost, reference, fund, fain, share, mac, imei, old_tag, notes`;

/** UUIDs in the order of time, as Rollcall makes them, where the server can. */
export const TIMED_ID = (serverVersion: number): string =>
  serverVersion >= 180_000 ? 'uuidv7()' : 'gen_random_uuid()';

/** Before the file: a table of its cells, each row with the id that its device will have. */
export const RAW = (id: string): string => `
  CREATE TEMP TABLE raw (id uuid NOT NULL DEFAULT ${id}, ${CELLS.split(',')
    .map((cell) => `${cell.trim()} text`)
    .join(', ')})`;

export const COPY_RAW = `COPY raw (${CELLS}) FROM STDIN (FORMAT csv, HEADER)`;

/** From cells to devices with codes, events and counts: in order, one transaction, `$district` put in. */
export const IMPORT = (districtId: string, changeSetId: string, id: string): readonly string[] => [
  `INSERT INTO change_sets (district_id, id, kind) VALUES ('${districtId}'::uuid, '${changeSetId}'::uuid, 'import')`,
  `ANALYZE raw`,
  `INSERT INTO device_models (district_id, id, manufacturer, name, match_key, kind, platform)
   SELECT DISTINCT ON (1, 5) '${districtId}'::uuid, ${id}, manufacturer, model, lower(manufacturer || '|' || model), kind, 'other' FROM raw
   ON CONFLICT DO NOTHING`,
  `INSERT INTO funding_sources (district_id, id, name, match_key)
   SELECT DISTINCT ON (4) '${districtId}'::uuid, ${id}, fund, lower(fund) FROM raw WHERE fund IS NOT NULL`,
  `INSERT INTO rooms (district_id, id, site_id, name)
   SELECT '${districtId}'::uuid, ${id}, s.id, r.room
     FROM (SELECT DISTINCT ON (site, lower(room)) site, room FROM raw WHERE room IS NOT NULL) r
     JOIN sites s ON s.district_id = '${districtId}'::uuid AND s.code = r.site`,
  `INSERT INTO carts (district_id, id, site_id, name)
   SELECT '${districtId}'::uuid, ${id}, s.id, r.cart
     FROM (SELECT DISTINCT ON (site, lower(cart)) site, cart FROM raw WHERE cart IS NOT NULL) r
     JOIN sites s ON s.district_id = '${districtId}'::uuid AND s.code = r.site`,
  // Fresh tables have no statistics, and without any the join below would never end.
  `ANALYZE device_models, funding_sources, rooms, carts`,
  `CREATE TEMP TABLE resolved AS
   SELECT r.*, s.id AS site_id, m.id AS model_id, ro.id AS room_id, c.id AS cart_id, f.id AS fund_id,
          coalesce(r.in_service_on, r.purchased_on)::date AS entered_on
     FROM raw r
     JOIN sites s ON s.district_id = '${districtId}'::uuid AND s.code = r.site
     JOIN device_models m ON m.district_id = '${districtId}'::uuid AND m.manufacturer = r.manufacturer AND m.name = r.model
     LEFT JOIN rooms ro ON ro.district_id = '${districtId}'::uuid AND ro.site_id = s.id AND lower(ro.name) = lower(r.room)
     LEFT JOIN carts c ON c.district_id = '${districtId}'::uuid AND c.site_id = s.id AND lower(c.name) = lower(r.cart)
     LEFT JOIN funding_sources f ON f.district_id = '${districtId}'::uuid AND f.match_key = lower(r.fund)`,
  `INSERT INTO devices (district_id, id, status, kind, model_id, site_id, room_id, cart_id, asset_tag, serial_number,
          purchased_on, in_service_on, cost_cents, purchase_reference, funding_source_id, notes, disposal_route,
          entered_on, entry_dated, status_since, last_effective_at)
   SELECT '${districtId}'::uuid, id, status, kind, model_id, site_id, room_id, cart_id, tag, serial, purchased_on::date,
          in_service_on::date, (cost::numeric * 100)::int, reference, fund_id, notes,
          CASE status WHEN 'disposed' THEN 'historical' END, entered_on, true, status_on::timestamptz,
          status_on::timestamptz
     FROM resolved`,
  `INSERT INTO device_codes (district_id, device_id, kind, code, manufacturer)
   SELECT '${districtId}'::uuid, id, 'asset_tag', upper(tag), '' FROM resolved WHERE tag IS NOT NULL
   UNION ALL SELECT '${districtId}'::uuid, id, 'serial', upper(serial), upper(manufacturer) FROM resolved WHERE serial IS NOT NULL
   UNION ALL SELECT '${districtId}'::uuid, id, 'mac', upper(mac), '' FROM resolved WHERE mac IS NOT NULL
   UNION ALL SELECT '${districtId}'::uuid, id, 'imei', upper(imei), '' FROM resolved WHERE imei IS NOT NULL`,
  `INSERT INTO device_events (district_id, device_id, id, type, cause, effective_at, change_set_id, changes)
   SELECT '${districtId}'::uuid, id, ${id}, 'entered', 'purchased', entered_on, '${changeSetId}'::uuid,
          jsonb_strip_nulls(jsonb_build_object('status', jsonb_build_array(null, status), 'kind', jsonb_build_array(null, kind),
            'modelId', jsonb_build_array(null, model_id), 'siteId', jsonb_build_array(null, site_id),
            'roomId', jsonb_build_array(null, room_id), 'assetTag', jsonb_build_array(null, tag),
            'serialNumber', jsonb_build_array(null, serial), 'purchasedOn', jsonb_build_array(null, purchased_on),
            'inServiceOn', jsonb_build_array(null, in_service_on), 'costCents', jsonb_build_array(null, cost),
            'purchaseReference', jsonb_build_array(null, reference), 'fundingSourceId', jsonb_build_array(null, fund_id),
            'code.mac', jsonb_build_array(null, mac)))
     FROM resolved
   UNION ALL
   SELECT '${districtId}'::uuid, id, ${id}, 'moved', 'retired', status_on::timestamptz, '${changeSetId}'::uuid,
          jsonb_build_object('status', jsonb_build_array('in_stock', status))
     FROM resolved, generate_series(1, CASE status WHEN 'disposed' THEN 2 ELSE 1 END)
    WHERE status IN ('retired', 'missing', 'disposed')`,
  `CREATE TEMP TABLE moves AS
   SELECT entered_on AS effective_on, site_id, kind, model_id, fund_id,
          CASE WHEN status IN ('retired', 'missing', 'disposed') THEN 'in_stock' ELSE status END AS status,
          'purchased' AS cause, count(*)::int AS delta
     FROM resolved GROUP BY 1, 2, 3, 4, 5, 6
   UNION ALL
   SELECT status_on::date, site_id, kind, model_id, fund_id, s.status, 'retired', (count(*) * s.delta)::int
     FROM resolved r, LATERAL (VALUES ('in_stock', -1), (r.status, 1)) AS s (status, delta)
    WHERE r.status IN ('retired', 'missing', 'disposed')
    GROUP BY 1, 2, 3, 4, 5, 6, s.delta`,
  `INSERT INTO count_movements (district_id, seq, known_at, change_set_id, effective_on, site_id, kind, status,
          model_id, funding_source_id, cause, delta)
   SELECT '${districtId}'::uuid, nextval('count_movement_seq'), now(), '${changeSetId}'::uuid, effective_on, site_id, kind, status,
          model_id, fund_id, cause, delta FROM moves`,
  `INSERT INTO count_sums AS s (district_id, grain, period_on, site_id, kind, status, delta)
   SELECT '${districtId}'::uuid, g.grain, date_trunc(g.grain, effective_on)::date, site_id, kind, status, sum(delta)
     FROM moves, (VALUES ('day'), ('month')) AS g (grain)
    GROUP BY 2, 3, 4, 5, 6
   ON CONFLICT (district_id, grain, period_on, site_id, kind, status) DO UPDATE SET delta = s.delta + excluded.delta`,
];

/** What an import left behind, so that both sides are seen to have done the same. */
export const WRITTEN = `
  SELECT (SELECT count(*)::int FROM devices WHERE district_id = $1) AS devices,
         (SELECT count(*)::int FROM device_codes WHERE district_id = $1) AS codes,
         (SELECT count(*)::int FROM device_events WHERE district_id = $1) AS events`;
