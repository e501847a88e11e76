import { DataSource } from 'typeorm';
import type { DemoStage } from '../demo-stage.js';
import type { PlannedTechnician } from '../support/week-plan.js';

/** A room or a cart of a site that has about a class of devices in use. */
export interface FullPlace {
  name: string;
  /** Asset tags, in order. */
  tags: string[];
}

const FEWEST = 12;
const MOST = 45;
const FEWEST_CARTS = 3;

/** Rooms or carts of a site with about a class of devices, by name. */
export function fullPlaces(
  { session, scope }: DemoStage,
  kind: 'room' | 'cart',
  site: string,
): Promise<FullPlace[]> {
  return session.app.get(DataSource).query<FullPlace[]>(
    `SELECT p.name, array_agg(d.asset_tag ORDER BY d.asset_tag) AS tags
       FROM devices d
       JOIN ${kind}s p ON p.district_id = $1 AND p.id = d.${kind}_id
       JOIN sites s ON s.district_id = $1 AND s.id = d.site_id AND s.code = $2
      WHERE d.district_id = $1 AND d.status = 'deployed'
      GROUP BY p.name HAVING count(*) BETWEEN ${FEWEST} AND ${MOST} ORDER BY p.name`,
    [scope.districtId, site],
  );
}

/** Carts of the first of a technician's sites that has some: schools where students take their device home have few. */
export async function fullCarts(
  stage: DemoStage,
  { sites }: PlannedTechnician,
): Promise<{ site: string; carts: FullPlace[] }> {
  for (const site of sites) {
    const carts = await fullPlaces(stage, 'cart', site);
    if (carts.length >= FEWEST_CARTS) return { site, carts };
  }
  return { site: sites[0] ?? '', carts: [] };
}

/** Asset tags of a site's devices that stand in no room and in no cart, in order. */
export function looseTags(
  { session, scope }: DemoStage,
  site: string,
  status: string,
  count: number,
): Promise<string[]> {
  return session.app
    .get(DataSource)
    .query<{ tag: string }[]>(
      `SELECT d.asset_tag AS tag FROM devices d
         JOIN sites s ON s.district_id = $1 AND s.id = d.site_id AND s.code = $2
        WHERE d.district_id = $1 AND d.status = $3 AND d.room_id IS NULL AND d.cart_id IS NULL
        ORDER BY d.asset_tag LIMIT $4`,
      [scope.districtId, site, status, count],
    )
    .then((rows) => rows.map(({ tag }) => tag));
}
