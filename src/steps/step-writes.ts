import type { Scope } from '../access/scope.js';
import type { Tx } from '../database/tx.js';
import type { StepMachine } from './step-machine.js';

/** A record under lock, with the columns that its declaration names. */
export type Subject<S extends string, C extends object> = C & { id: string; state: S; version: number };

/** A step that was taken, for what the module does in the same transaction because of it. */
export interface TakenStep<S extends string, C extends object> {
  id: string;
  step: string;
  before: Subject<S, C>;
  after: { state: S; version: number };
  note: string | null;
  details: object | null;
}

/** A line of the history. */
export interface HistoryRow {
  id: string;
  version: number;
  step: string;
  from: string | null;
  to: string;
  note: string | null;
  details: object | null;
}

/** Locks records in the order of their ids, so that two lists of the same records never wait for each other. */
export async function lockSubjects<S extends string, C extends object>(
  tx: Tx,
  scope: Scope,
  { table, columns, reach }: StepMachine<S, C>,
  ids: readonly string[],
): Promise<Map<string, Subject<S, C>>> {
  const { sql, parameters } = reach(scope);
  const more = Object.entries<string>(columns).map(([name, column]) => `, ${column} AS "${name}"`);
  const rows = await tx.query<Subject<S, C>[]>(
    `SELECT t.id, t.state, t.version${more.join('')} FROM ${table} t
      WHERE t.district_id = $1 AND t.id = ANY ($2::uuid[]) AND ${sql}
      ORDER BY t.id FOR NO KEY UPDATE OF t`,
    [scope.districtId, ids, ...parameters],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export async function updateSubjects<S extends string, C extends object>(
  tx: Tx,
  { districtId }: Scope,
  { table }: StepMachine<S, C>,
  moves: readonly { taken: TakenStep<S, C>; set: Record<string, unknown> }[],
): Promise<void> {
  const names = Object.keys(moves[0]?.set ?? {});
  if (moves.some(({ set }) => Object.keys(set).join() !== names.join()))
    throw new Error(`Steps of ${table} in one call set different columns.`);
  const columns = ['state', 'version', 'updated_at', ...names.map(columnOf)];
  const rows = moves.map(({ taken: { id, after }, set }) => ({
    id,
    ...after,
    updated_at: tx.at,
    ...Object.fromEntries(Object.entries(set).map(([name, value]) => [columnOf(name), value])),
  }));
  // The table's own row type gives each value the type of its column.
  await tx.query(
    `UPDATE ${table} t SET ${columns.map((column) => `${column} = n.${column}`).join(', ')}
       FROM jsonb_populate_recordset(NULL::${table}, $2::jsonb) AS n
      WHERE t.district_id = $1 AND t.id = n.id`,
    [districtId, JSON.stringify(rows)],
  );
}

export async function insertHistory(
  tx: Tx,
  { districtId, accountId }: Scope,
  kind: string,
  rows: readonly HistoryRow[],
): Promise<void> {
  await tx.query(
    `INSERT INTO steps_taken (district_id, subject_kind, subject_id, version, step, from_state, to_state, note, details,
            taken_by, taken_at)
     SELECT $1::uuid, $2::text, n.id, n.version, n.step, n."from", n."to", n.note, n.details, $3::uuid, $4::timestamptz
       FROM jsonb_to_recordset($5::jsonb) AS n (id uuid, version integer, step text, "from" text, "to" text, note text,
            details jsonb)`,
    [districtId, kind, accountId, tx.at, JSON.stringify(rows)],
  );
}

function columnOf(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
