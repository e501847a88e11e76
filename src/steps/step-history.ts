import type { Scope } from '../access/scope.js';
import type { Statements } from '../database/tx.js';
import type { StepMachine } from './step-machine.js';

/** A step as pages show it. */
export interface StepView {
  /** Version of the record after the step. */
  version: number;
  step: string;
  /** Null for the first. */
  from: string | null;
  to: string;
  note: string | null;
  details: object | null;
  takenAt: Date;
  /** Account; null for the system. */
  takenBy: string | null;
  /** Name of the account, or its email if it has no name. */
  takenByName: string | null;
}

/** What was done to a record of any module, oldest first. Whoever asks has made sure that the scope reaches it. */
export function stepsOf(
  db: Statements,
  { districtId }: Scope,
  { kind }: Pick<StepMachine, 'kind'>,
  id: string,
): Promise<StepView[]> {
  return db.query<StepView[]>(
    `SELECT h.version, h.step, h.from_state AS "from", h.to_state AS "to", h.note, h.details,
            h.taken_at AS "takenAt", h.taken_by AS "takenBy", coalesce(nullif(a.name, ''), a.email) AS "takenByName"
       FROM steps_taken h
       LEFT JOIN accounts a ON a.district_id = $1 AND a.id = h.taken_by
      WHERE h.district_id = $1 AND h.subject_kind = $2 AND h.subject_id = $3 ORDER BY h.version`,
    [districtId, kind, id],
  );
}
