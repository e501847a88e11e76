import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { EventRow, PreparedWrite } from './device-writes.js';

/** One hand-over that an event made, or took back. */
interface HandOver {
  id: string;
  device_id: string;
  person_id: string | null;
  at: Date;
  due_on: string | null;
  corrects: boolean;
}

const ROWS = `jsonb_to_recordset($2::jsonb)
  AS n (id uuid, device_id uuid, person_id uuid, at timestamptz, due_on date, corrects boolean)`;

/** Closes and opens loans where an event changed the holder. */
export async function writeCustody(
  tx: EntityManager,
  districtId: string,
  prepared: PreparedWrite[],
): Promise<void> {
  const handOvers = prepared.flatMap(({ events }) =>
    events.filter((e) => e.changes['personId']).map(handOverOf),
  );
  if (handOvers.length === 0) return;
  const parameters = [districtId, JSON.stringify(handOvers)];
  // A loan that is taken back lasted no time at all; a return that is taken back never happened.
  await tx.query(
    `UPDATE custody c SET returned_at = CASE WHEN n.corrects THEN c.loaned_at ELSE greatest(n.at, c.loaned_at) END
       FROM ${ROWS}
      WHERE c.district_id = $1 AND c.device_id = n.device_id AND c.returned_at IS NULL`,
    parameters,
  );
  await tx.query(
    `UPDATE custody c SET returned_at = NULL FROM ${ROWS}
      WHERE n.corrects AND n.person_id IS NOT NULL AND c.district_id = $1
        AND c.id = (SELECT l.id FROM custody l
                     WHERE l.district_id = $1 AND l.device_id = n.device_id AND l.person_id = n.person_id
                     ORDER BY l.loaned_at DESC LIMIT 1)`,
    parameters,
  );
  await tx.query(
    `INSERT INTO custody (district_id, id, device_id, person_id, loaned_at, due_on)
     SELECT $1, n.id, n.device_id, n.person_id, n.at, n.due_on FROM ${ROWS}
      WHERE n.person_id IS NOT NULL AND NOT n.corrects`,
    parameters,
  );
}

function handOverOf(event: EventRow): HandOver {
  return {
    id: uuid(),
    device_id: event.deviceId,
    person_id: (event.changes['personId']?.[1] as string | null) ?? null,
    at: event.effectiveAt,
    due_on: event.dueOn,
    corrects: event.type === 'corrected' || event.type === 'voided' || event.type === 'merged',
  };
}
