import type { Tx } from '../../database/tx.js';

/**
 * Takes back the covers of assignments that hold no more: nobody is missed there. What was, up to the day before, stays.
 * @param today in the district's time zone
 */
export async function endCoversOfEnded(tx: Tx, districtId: string, today: string): Promise<void> {
  await tx.query(
    `UPDATE support_covers c SET cancelled_at = $3
       FROM support_assignments a
      WHERE c.district_id = $1 AND c.cancelled_at IS NULL AND c.on_date >= $2
        AND a.district_id = $1 AND a.id = c.assignment_id AND a.cancelled_at IS NOT NULL`,
    [districtId, today, tx.at],
  );
}

/** Gives covers to the assignments that came in place of their own: the same technician, site and weekday. */
export async function passCoversOn(tx: Tx, districtId: string, today: string): Promise<void> {
  await tx.query(
    `UPDATE support_covers c SET assignment_id = n.id
       FROM support_assignments a
       JOIN support_assignments n ON n.district_id = $1 AND n.technician_id = a.technician_id
        AND n.site_id = a.site_id AND n.weekday = a.weekday AND n.cancelled_at IS NULL
      WHERE c.district_id = $1 AND c.cancelled_at IS NULL AND c.on_date >= $2
        AND a.district_id = $1 AND a.id = c.assignment_id AND a.cancelled_at IS NOT NULL
        AND c.on_date BETWEEN n.starts_on AND n.ends_on`,
    [districtId, today],
  );
}
