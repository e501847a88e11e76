/** A device as the API and exports show it, with the joins that `DEVICE_VIEW` reads. */
export const DEVICE_VIEW = `
  d.id, d.asset_tag AS "assetTag", d.serial_number AS "serialNumber", m.manufacturer, m.name AS model, d.kind,
  m.platform, d.status, d.status_since AS "statusSince", s.code AS site, s.name AS "siteName", s.region,
  r.name AS room, c.name AS cart, d.person_id AS "personId", d.purchased_on AS "purchasedOn",
  d.in_service_on AS "inServiceOn", d.cost_cents AS "costCents", d.purchase_reference AS "purchaseReference",
  f.name AS "fundingSource", f.fain, f.federal_share_percent::float8 AS "federalSharePercent", d.notes,
  d.disposal_route AS "disposalRoute", d.merged_into_id AS "mergedIntoId",
  coalesce(m.auto_update_ends_on, a.ends_on) AS "autoUpdateEndsOn", d.entered_on AS "enteredOn",
  d.entry_dated AS "entryDated", d.version, d.created_at AS "createdAt", d.updated_at AS "updatedAt"`;

export const DEVICE_VIEW_JOINS = `
  JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
  JOIN sites s ON s.district_id = $1 AND s.id = d.site_id
  LEFT JOIN auto_update_ends a ON a.name = m.auto_update_name
  LEFT JOIN rooms r ON r.district_id = $1 AND r.site_id = d.site_id AND r.id = d.room_id
  LEFT JOIN carts c ON c.district_id = $1 AND c.site_id = d.site_id AND c.id = d.cart_id
  LEFT JOIN funding_sources f ON f.district_id = $1 AND f.id = d.funding_source_id`;
