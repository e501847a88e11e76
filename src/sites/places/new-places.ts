import type { Tx } from '../../database/tx.js';

/** A room or a cart that is named for the first time. */
export interface NewPlace {
  id: string;
  siteId: string;
  name: string;
}

/**
 * Adds rooms or carts that are not there yet, whoever else adds them at the same time.
 * @param changeSetId kept with what is made, so that everybody can see which file or change made it
 */
export async function addPlaces(
  tx: Tx,
  table: 'rooms' | 'carts',
  districtId: string,
  changeSetId: string,
  places: readonly NewPlace[],
): Promise<void> {
  await tx.query(
    `INSERT INTO ${table} (district_id, id, site_id, name, change_set_id)
     SELECT $1::uuid, n.id, n."siteId", n.name, $3::uuid FROM jsonb_to_recordset($2::jsonb) AS n (id uuid, "siteId" uuid, name text)
      WHERE NOT EXISTS (SELECT 1 FROM ${table} t WHERE t.district_id = $1 AND t.site_id = n."siteId"
                          AND lower(t.name) = lower(n.name))
      ORDER BY n."siteId", n.name
     ON CONFLICT (district_id, site_id, lower(name)) DO NOTHING`,
    [districtId, JSON.stringify(places), changeSetId],
  );
}
