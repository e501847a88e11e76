/** Where an account's technician is today, in the district's time zone, for `ReachSources`: an assignment or a cover. */
export const TODAYS_SITES = `
  SELECT o.site_id FROM technicians t,
         LATERAL (SELECT ($3::timestamptz AT TIME ZONE d.time_zone)::date AS day) n,
         LATERAL (
           SELECT x.site_id FROM support_assignments x
            WHERE x.district_id = $1 AND x.technician_id = t.id AND x.cancelled_at IS NULL
              AND n.day BETWEEN x.starts_on AND x.ends_on AND x.weekday = extract(isodow FROM n.day)
            UNION ALL
           SELECT c.site_id FROM support_covers c
            WHERE c.district_id = $1 AND c.technician_id = t.id AND c.on_date = n.day AND c.cancelled_at IS NULL) o
   WHERE t.district_id = $1 AND t.account_id = a.id
     AND n.day >= t.starts_on AND coalesce(n.day <= t.ends_on, true)`;
