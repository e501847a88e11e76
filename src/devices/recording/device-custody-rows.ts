import { newId } from '../../common/ids.js';
import type { Tx } from '../../database/tx.js';
import type { EventRow, PreparedWrite } from './device-writes.js';

/** One hand-over that an event made, or took back. */
interface HandOver {
  id: string;
  device_id: string;
  person_id: string | null;
  at: Date;
  due_on: string | null;
  corrects: boolean;
  voids: boolean;
}

const ROWS = `jsonb_to_recordset($2::jsonb)
  AS n (id uuid, device_id uuid, person_id uuid, at timestamptz, due_on date, corrects boolean, voids boolean)`;

/** Closes and opens loans where an event changed the holder. */
export async function writeCustody(tx: Tx, districtId: string, prepared: PreparedWrite[]): Promise<void> {
  const events = prepared.flatMap((write) => write.events);
  await changeDueDates(tx, districtId, events);
  const handOvers = events
    .filter((event) => event.changes['personId'])
    .map(handOverOf)
    .filter((handOver, i, all) => !saysAgain(handOver, all[i - 1]));
  if (handOvers.length === 0) return;
  const parameters = [districtId, JSON.stringify(handOvers)];
  // A loan that is taken back ends at the instant at which it began; a return that is taken back never happened.
  await tx.query(
    `UPDATE custody c SET returned_at = CASE WHEN n.voids THEN c.loaned_at ELSE greatest(n.at, c.loaned_at) END
       FROM ${ROWS}
      WHERE c.district_id = $1 AND c.device_id = n.device_id AND c.returned_at IS NULL`,
    parameters,
  );
  await tx.query(
    `UPDATE custody c SET returned_at = NULL FROM ${ROWS}
      WHERE n.corrects AND n.person_id IS NOT NULL AND c.district_id = $1
        AND c.id = (SELECT l.id FROM custody l
                     WHERE l.district_id = $1 AND l.device_id = n.device_id AND l.person_id = n.person_id
                     ORDER BY (l.loaned_at <= n.at) DESC, l.loaned_at DESC LIMIT 1)`,
    parameters,
  );
  await tx.query(
    `INSERT INTO custody (district_id, id, device_id, person_id, loaned_at, due_on)
     SELECT $1::uuid, n.id, n.device_id, n.person_id, n.at, n.due_on FROM ${ROWS}
      WHERE n.person_id IS NOT NULL AND NOT n.corrects`,
    parameters,
  );
}

/** A loan that is extended, or that need not end on a day any more. */
async function changeDueDates(tx: Tx, districtId: string, events: EventRow[]): Promise<void> {
  const changed = events.filter(({ changes }) => changes['dueOn'] && !changes['personId']);
  if (changed.length === 0) return;
  const rows = changed.map(({ deviceId, changes }) => ({
    device_id: deviceId,
    due_on: changes['dueOn']?.[1],
  }));
  await tx.query(
    `UPDATE custody c SET due_on = n.due_on FROM jsonb_to_recordset($2::jsonb) AS n (device_id uuid, due_on date)
      WHERE c.district_id = $1 AND c.device_id = n.device_id AND c.returned_at IS NULL`,
    [districtId, JSON.stringify(rows)],
  );
}

function handOverOf(event: EventRow): HandOver {
  return {
    id: newId(),
    device_id: event.deviceId,
    person_id: (event.changes['personId']?.[1] as string | null) ?? null,
    at: event.effectiveAt,
    due_on: event.dueOn,
    corrects: event.type === 'corrected' || event.type === 'voided' || event.type === 'merged',
    voids: event.type === 'voided' || event.type === 'merged',
  };
}

/** Whether an undo corrects two instants in the same way. Both corrections then belong to the same loan. */
function saysAgain(one: HandOver, before: HandOver | undefined): boolean {
  return one.corrects && one.device_id === before?.device_id && one.person_id === before.person_id;
}
