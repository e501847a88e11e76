import type { EntityManager } from 'typeorm';
import { type Scope, siteFilter } from '../access/scope.js';
import { wrongField } from '../sites/sites.errors.js';

/**
 * Who plans for some sites disposes of the technicians who are at home there; others' are not told from those that are
 * not there. Of two who dispose of the same technician, one waits here for the other.
 * @throws InvalidInput
 */
export async function lockTechnician(tx: EntityManager, scope: Scope, technicianId: string): Promise<void> {
  const rows = await tx.query<unknown[]>(
    `SELECT 1 FROM technicians
      WHERE district_id = $1 AND id = $2 AND ($3::uuid[] IS NULL OR home_site_id = ANY ($3)) FOR NO KEY UPDATE`,
    [scope.districtId, technicianId, siteFilter(scope)],
  );
  if (rows.length === 0)
    throw wrongField(
      'technicianId',
      'UNKNOWN_TECHNICIAN',
      'the id of a technician who is at home at one of your sites',
    );
}
