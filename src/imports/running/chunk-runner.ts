import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../access/scope.js';
import { deferred } from './deferred.js';
import { copyRows } from '../../database/copy.js';
import { mayRetry, Transactions, UNIQUE_VIOLATION } from '../../database/transactions.js';
import type { Statements, Tx } from '../../database/tx.js';
import type { JobRun } from '../../jobs/job-run.js';
import type {
  ImportContext,
  ImportKind,
  Outcome,
  RowNote,
  RowOutcome,
  RowProblem,
  StagedRow,
} from '../import-kind.js';
import { inFileColumns } from '../mapping/file-columns.js';
import type { Import } from '../imports.entities.js';
import { RowsRefused, TooManyForOne } from '../imports.errors.js';

/** Rows a transaction: at a site with many devices a scan waits for one of these at the most. */
const CHUNK = 1_000;
/** A chunk beside another waits so long for a lock: far longer than a scan holds one. */
const LOCK_TIMEOUT = '10s';
const LOCK_NOT_AVAILABLE = '55P03';
/** It counted on something that the chunk before made, and then did not; or that somebody has removed. */
const FOREIGN_KEY_VIOLATION = '23503';
const RETRIED = [UNIQUE_VIOLATION, LOCK_NOT_AVAILABLE, FOREIGN_KEY_VIOLATION];
const MOST_ALL_OR_NOTHING = 50_000;
const COLUMNS = [
  'district_id',
  'import_id',
  'row_no',
  'outcome',
  'target_id',
  'target_version',
  'changes',
  'problems',
  'notes',
];

/** The result of a pass over the rows. */
export interface ImportPlan {
  rows: number;
  add: number;
  change: number;
  unchanged: number;
  refused: number;
  held: number;
  /** Rows with at least one note. */
  noted: number;
  /** Number of rows by code of the note. */
  notes: Record<string, number>;
  /** How many more devices, by site code. */
  countChange: Record<string, number>;
}

/** What a pass goes over, and how. */
interface Pass {
  run: JobRun;
  kind: ImportKind;
  row: Import;
  scope: Scope;
  mode: 'rehearse' | 'commit';
  memory: Map<string, unknown>;
}

/** How far a pass has come. */
interface Reached {
  plan: ImportPlan;
  through: number;
  /** What the last chunk changed: rows judged beside it cannot have seen that. */
  changed?: Set<string>;
}

/** A chunk that was begun. */
interface Chunk {
  /** Its last row, as soon as the next may begin; undefined where that must wait until this is done. */
  judged: Promise<number | undefined>;
  /** Undefined where no row was left. */
  done: Promise<Reached | undefined>;
}

/** The chunk before failed; what was judged ahead of its turn is thrown away. */
class NotItsTurn extends Error {}

/** The chunk before changed what this one was judged by. */
class Overtaken extends Error {}

/** A staged row, with what was found when it was read. */
type ChunkRow = StagedRow & { problems: RowProblem[] | null; notes: RowNote[] | null };

/** Takes staged rows chunk by chunk through a kind: to rehearse them, or to commit them. */
@Injectable()
export class ChunkRunner {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** Goes on after `row.appliedThrough`; each chunk, its outcomes and its progress are one commit. */
  async pass(
    run: JobRun,
    kind: ImportKind,
    row: Import,
    scope: Scope,
    mode: 'rehearse' | 'commit',
  ): Promise<ImportPlan> {
    const pass: Pass = { run, kind, row, scope, mode, memory: new Map() };
    if (mode === 'commit' && row.options.allOrNothing) return this.allOrNothing(pass);
    let reached: Reached = {
      plan: { ...emptyPlan(), ...(row.plan as ImportPlan | null) },
      through: row.appliedThrough,
    };
    let chunk = this.begin(pass, reached.through, Promise.resolve(reached));
    for (;;) {
      const turn = deferred<Reached>();
      // Where nothing was begun ahead, nobody waits for it.
      turn.promise.catch(() => undefined);
      const through = await chunk.judged;
      const ahead = through === undefined ? undefined : this.begin(pass, through, turn.promise);
      try {
        const next = await chunk.done;
        if (!next) return reached.plan;
        reached = next;
        turn.resolve(reached);
        chunk = ahead ?? this.begin(pass, reached.through, Promise.resolve(alone(reached)));
      } catch (error) {
        // Its locks may be what this one needs when it is tried again, and PostgreSQL cannot see who waits for whom.
        turn.reject(new NotItsTurn());
        await ahead?.done.catch(() => undefined);
        if (!(error instanceof Overtaken) && !mayRetry(error, RETRIED)) throw error;
        pass.memory = new Map();
        const next = await this.alone(pass, reached);
        if (!next) return reached.plan;
        reached = next;
        chunk = this.begin(pass, reached.through, Promise.resolve(alone(reached)));
      }
    }
  }

  /** One chunk with nothing beside it, tried again where that may help. */
  private async alone(pass: Pass, reached: Reached): Promise<Reached | undefined> {
    const rows = await this.rows(this.source.manager, pass, reached.through);
    const turn = Promise.resolve(alone(reached));
    return this.transactions.run((tx) => this.chunk(tx, afresh(pass), rows, turn), [UNIQUE_VIOLATION]);
  }

  /**
   * Begins a chunk while the one before is still being written: it is judged and written beside it, and committed
   * after it. It only begins once the other is judged, so that all that one can still wait for is a code that this
   * one has; then the other gives up (LOCK_TIMEOUT), and with it this one.
   * @param turn what the chunk before has reached, once that is committed
   */
  private begin(pass: Pass, after: number, turn: Promise<Reached>): Chunk {
    const judged = deferred<number | undefined>();
    const work = async (): Promise<Reached | undefined> => {
      const rows = await this.rows(this.source.manager, pass, after);
      if (rows.length === 0) return undefined;
      await pass.kind.prepare?.(contextOf(pass), rows);
      return this.transactions.once(async (tx) => {
        await tx.query(`SET LOCAL lock_timeout = '${LOCK_TIMEOUT}'`);
        return this.chunk(tx, pass, rows, turn, () => judged.resolve(rows.at(-1)?.rowNo));
      });
    };
    const done = work();
    done.catch(() => undefined).finally(() => judged.resolve(undefined));
    return { judged: judged.promise, done };
  }

  /** One transaction for the whole file; one refused row and nothing has happened but that the reasons are kept. */
  private async allOrNothing(pass: Pass): Promise<ImportPlan> {
    const { run, row } = pass;
    if ((row.stagedRows ?? 0) > MOST_ALL_OR_NOTHING)
      throw new TooManyForOne(row.stagedRows ?? 0, MOST_ALL_OR_NOTHING);
    // A worker that died right after this commit had loaded them all.
    if (row.appliedThrough > 0) return row.plan as ImportPlan;
    let outcomes: RowOutcome[] = [];
    let plan = emptyPlan();
    const whole = async (tx: Tx): Promise<ImportPlan> => {
      outcomes = [];
      plan = emptyPlan();
      let through = 0;
      const attempt = afresh(pass);
      for (;;) {
        const rows = await this.rows(tx, attempt, through);
        const next = await this.chunk(tx, attempt, rows, Promise.resolve({ plan, through }));
        if (!next) break;
        ({ plan, through } = next);
        outcomes.push(...next.outcomes);
        run.reach('committing', plan.rows, row.stagedRows);
      }
      if (plan.refused + plan.held > 0) throw new RowsRefused(plan.refused + plan.held);
      await run.holdUnlessCancelledWithin(tx);
      return plan;
    };
    try {
      return await run.tellingFromOutside(() => this.transactions.run(whole, [UNIQUE_VIOLATION]));
    } catch (error) {
      if (error instanceof RowsRefused) await this.keepReasons(run, row, outcomes, plan);
      throw error;
    }
  }

  private keepReasons(run: JobRun, row: Import, outcomes: RowOutcome[], plan: ImportPlan): Promise<void> {
    return this.transactions.run(async (tx) => {
      await this.writeOutcomes(tx, row, outcomes, 0, outcomes.at(-1)?.rowNo ?? 0);
      await tx.query(`UPDATE imports SET plan = $3::jsonb WHERE district_id = $1 AND id = $2`, [
        row.districtId,
        row.id,
        JSON.stringify(plan),
      ]);
      await run.holdWithin(tx);
    });
  }

  private async chunk(
    tx: Tx,
    pass: Pass,
    rows: ChunkRow[],
    turn: Promise<Reached>,
    judged?: () => void,
  ): Promise<(Reached & { outcomes: RowOutcome[] }) | undefined> {
    const { run, kind, row, mode } = pass;
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last) return undefined;
    const good = rows.filter(({ problems }) => !problems);
    const toFile = inFileColumns(kind, row.mapping);
    const byRow = new Map(
      (await kind.process(tx, { ...contextOf(pass), judged }, good)).map((outcome) => [
        outcome.rowNo,
        {
          ...outcome,
          problems: outcome.problems && toFile(outcome.problems),
          notes: outcome.notes && toFile(outcome.notes),
        },
      ]),
    );
    const { plan: before, changed } = await turn;
    const outcomes = rows.map((staged) =>
      withReadingNotes(byRow.get(staged.rowNo) ?? refusedRow(staged), staged.notes),
    );
    // Judged by how it was before the chunk before changed it.
    if (outcomes.some(({ targetId }) => targetId && changed?.has(targetId))) throw new Overtaken();
    await this.writeOutcomes(tx, row, outcomes, first.rowNo - 1, last.rowNo);
    const plan = addTo(before, outcomes);
    await tx.query(
      `UPDATE imports SET applied_through = $3, plan = $4::jsonb WHERE district_id = $1 AND id = $2`,
      [row.districtId, row.id, last.rowNo, JSON.stringify(plan)],
    );
    if (mode === 'rehearse') await run.progressWithin(tx, 'rehearsing', plan.rows, row.stagedRows);
    else if (!row.options.allOrNothing) await run.progressWithin(tx, 'committing', plan.rows, row.stagedRows);
    return { plan, through: last.rowNo, outcomes, changed: changedBy(outcomes) };
  }

  private rows(db: Statements, { row, mode }: Pass, through: number): Promise<ChunkRow[]> {
    const rehearsed = mode === 'commit' && row.rehearsedAt !== null;
    return db.query<ChunkRow[]>(
      `SELECT r.row_no AS "rowNo", r.new_id AS "newId", r.fields, r.problems, r.notes
              ${rehearsed ? `, CASE WHEN o.row_no IS NOT NULL THEN jsonb_build_object('outcome', o.outcome, 'targetId', o.target_id, 'targetVersion', o.target_version) END AS rehearsed` : ''}
         FROM import_rows r
         ${rehearsed ? 'LEFT JOIN import_outcomes o ON o.district_id = $1 AND o.import_id = r.import_id AND o.row_no = r.row_no' : ''}
        WHERE r.district_id = $1 AND r.import_id = $2 AND r.row_no > $3 ORDER BY r.row_no LIMIT ${CHUNK}`,
      [row.districtId, row.id, through],
    );
  }

  private async writeOutcomes(
    tx: Tx,
    row: Import,
    outcomes: RowOutcome[],
    from: number,
    through: number,
  ): Promise<void> {
    // What a rehearsal said, be it whole or cancelled, or a commit that went in whole or not at all.
    await tx.query(
      `DELETE FROM import_outcomes WHERE district_id = $1 AND import_id = $2 AND row_no > $3 AND row_no <= $4`,
      [row.districtId, row.id, from, through],
    );
    await copyRows(
      tx,
      'import_outcomes',
      COLUMNS,
      outcomes.map((o) => [
        row.districtId,
        row.id,
        o.rowNo,
        o.outcome,
        o.targetId,
        o.targetVersion,
        // What a new thing is made of stands in its row; only changes are worth keeping twice.
        keptChanges(o),
        o.problems && o.problems.length > 0 ? o.problems : null,
        o.notes && o.notes.length > 0 ? o.notes : null,
      ]),
    );
  }

  /** Outcomes of committed rows, for an undo. */
  applied(row: Import, after: number, limit: number): Promise<RowOutcome[]> {
    return this.source.query<RowOutcome[]>(
      `SELECT row_no AS "rowNo", outcome, target_id AS "targetId", target_version AS "targetVersion",
              coalesce(changes, '{}') AS changes
         FROM import_outcomes
        WHERE district_id = $1 AND import_id = $2 AND row_no > $3 AND row_no <= $5
          AND (outcome IN ('add', 'change') OR (outcome = 'unchanged' AND changes IS NOT NULL)) ORDER BY row_no LIMIT $4`,
      // Beyond what was committed stands what the rehearsal said.
      [row.districtId, row.id, after, limit, row.appliedThrough],
    );
  }

  /** Staged rows of a finished import; the upload itself is kept for the error file. */
  async forgetStagedWithin(tx: Tx, districtId: string, importId: string): Promise<void> {
    await tx.query(`DELETE FROM import_rows WHERE district_id = $1 AND import_id = $2`, [
      districtId,
      importId,
    ]);
  }
}

function contextOf({ scope, row, mode, memory }: Pass): ImportContext {
  return {
    scope,
    importId: row.id,
    changeSetId: row.changeSetId as string,
    mode,
    options: row.options,
    memory,
  };
}

/** What an undo takes back. */
function keptChanges({ outcome, changes = {} }: RowOutcome): RowOutcome['changes'] | null {
  if (outcome === 'change') return changes;
  return outcome === 'unchanged' && Object.keys(changes).length > 0 ? changes : null;
}

/** Remembers nothing: what another attempt made in its transaction went with it. */
function afresh(pass: Pass): Pass {
  return { ...pass, memory: new Map() };
}

/** What was reached, for a chunk that was not begun before that. */
function alone({ plan, through }: Reached): Reached {
  return { plan, through };
}

function changedBy(outcomes: RowOutcome[]): Set<string> {
  return new Set(outcomes.flatMap(({ outcome, targetId }) => (outcome === 'change' && targetId) || []));
}

export function emptyPlan(): ImportPlan {
  return {
    rows: 0,
    add: 0,
    change: 0,
    unchanged: 0,
    refused: 0,
    held: 0,
    noted: 0,
    notes: {},
    countChange: {},
  };
}

function addTo(before: ImportPlan, outcomes: RowOutcome[]): ImportPlan {
  const plan: ImportPlan = { ...before, notes: { ...before.notes }, countChange: { ...before.countChange } };
  for (const { outcome, countChange, notes = [] } of outcomes) {
    plan.rows += 1;
    plan[outcome satisfies Outcome] += 1;
    if (notes.length > 0) plan.noted += 1;
    for (const code of new Set(notes.map((note) => note.code)))
      plan.notes[code] = (plan.notes[code] ?? 0) + 1;
    for (const { site, delta } of countChange ?? [])
      plan.countChange[site] = (plan.countChange[site] ?? 0) + delta;
  }
  return plan;
}

/** What was noted when the row was read stands first, whatever becomes of the row. */
function withReadingNotes(outcome: RowOutcome, noted: RowNote[] | null): RowOutcome {
  return noted ? { ...outcome, notes: [...noted, ...(outcome.notes ?? [])] } : outcome;
}

function refusedRow(row: ChunkRow): RowOutcome {
  return {
    rowNo: row.rowNo,
    outcome: 'refused',
    targetId: null,
    targetVersion: null,
    problems: row.problems ?? [],
  };
}
