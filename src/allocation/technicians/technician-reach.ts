import { type Scope, siteFilter } from '../../access/scope.js';
import type { Tx } from '../../database/tx.js';
import { wrongField } from '../../sites/sites.errors.js';

/** When somebody works. */
export interface WorkingDays {
  /** From 1 for Monday to 7 for Sunday. */
  weekdays: number[];
  startsOn: string;
  /** The last day. Null if there is none. */
  endsOn: string | null;
}

/**
 * Who plans for some sites disposes of the technicians who are at home there; others' are not told from those that are
 * not there. Of two who dispose of the same technician, one waits here for the other.
 * @throws InvalidInput
 */
export async function lockTechnician(tx: Tx, scope: Scope, technicianId: string): Promise<WorkingDays> {
  const [row] = await tx.query<WorkingDays[]>(
    `SELECT weekdays, starts_on AS "startsOn", ends_on AS "endsOn" FROM technicians
      WHERE district_id = $1 AND id = $2 AND ($3::uuid[] IS NULL OR home_site_id = ANY ($3)) FOR NO KEY UPDATE`,
    [scope.districtId, technicianId, siteFilter(scope)],
  );
  if (!row)
    throw wrongField(
      'technicianId',
      'UNKNOWN_TECHNICIAN',
      'Choose a technician whose home site is one of your sites.',
    );
  return row;
}
