import { Injectable } from '@nestjs/common';
import { DataSource, EntityManager } from 'typeorm';
import type { Scope } from '../access/scope.js';
import { copyRows } from '../database/copy.js';
import { Transactions, UNIQUE_VIOLATION } from '../database/transactions.js';
import type { JobRun } from '../jobs/job-run.js';
import type { ImportContext, ImportKind, Outcome, RowOutcome, RowProblem, StagedRow } from './import-kind.js';
import { inFileColumns } from './file-columns.js';
import type { Import } from './imports.entities.js';
import { RowsRefused, TooManyForOne } from './imports.errors.js';

/** Rows a transaction: at a site with many devices a scan waits for one of these at the most. */
const CHUNK = 2_000;
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
];

/** What a pass over the rows comes to. */
export interface ImportPlan {
  rows: number;
  add: number;
  change: number;
  unchanged: number;
  refused: number;
  held: number;
  /** Site code → how many more devices. */
  countChange: Record<string, number>;
}

/** What a pass goes over, and how. */
interface Pass {
  run: JobRun;
  kind: ImportKind;
  row: Import;
  scope: Scope;
  mode: 'rehearse' | 'commit';
}

/** How far a pass has come. */
interface Reached {
  plan: ImportPlan;
  through: number;
}

type ChunkRow = StagedRow & { problems: RowProblem[] | null };

/** Takes staged rows chunk by chunk through a kind: to rehearse them, or to commit them. */
@Injectable()
export class ImportPasses {
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
    const pass: Pass = { run, kind, row, scope, mode };
    if (mode === 'commit' && row.options.allOrNothing) return this.allOrNothing(pass);
    let reached: Reached = {
      plan: (row.plan as ImportPlan | null) ?? emptyPlan(),
      through: row.appliedThrough,
    };
    for (;;) {
      const from = reached;
      const next = await this.transactions.run((tx) => this.chunk(tx, pass, from), [UNIQUE_VIOLATION]);
      if (!next) return reached.plan;
      reached = next;
    }
  }

  /** One transaction for the whole file; one refused row and nothing has happened but that the reasons are kept. */
  private async allOrNothing(pass: Pass): Promise<ImportPlan> {
    const { run, row } = pass;
    if ((row.stagedRows ?? 0) > MOST_ALL_OR_NOTHING)
      throw new TooManyForOne(row.stagedRows ?? 0, MOST_ALL_OR_NOTHING);
    let outcomes: RowOutcome[] = [];
    let plan = emptyPlan();
    const whole = async (tx: EntityManager): Promise<ImportPlan> => {
      outcomes = [];
      plan = emptyPlan();
      let through = 0;
      for (;;) {
        const next = await this.chunk(tx, pass, { plan, through });
        if (!next) break;
        ({ plan, through } = next);
        outcomes.push(...next.outcomes);
        // Outside of the transaction: inside, the job's row would be locked to its end, and nobody could cancel.
        await run.progress('committing', plan.rows, row.stagedRows);
      }
      if (plan.refused + plan.held > 0) throw new RowsRefused(plan.refused + plan.held);
      await run.holdWithin(tx);
      return plan;
    };
    try {
      return await this.transactions.run(whole, [UNIQUE_VIOLATION]);
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
    tx: EntityManager,
    { run, kind, row, scope, mode }: Pass,
    { plan: before, through }: Reached,
  ): Promise<(Reached & { outcomes: RowOutcome[] }) | undefined> {
    const rows = await this.rows(tx, row, through, mode);
    const last = rows.at(-1);
    if (!last) return undefined;
    const context: ImportContext = {
      scope,
      importId: row.id,
      changeSetId: row.changeSetId as string,
      mode,
      options: row.options,
    };
    const good = rows.filter(({ problems }) => !problems);
    const toFile = inFileColumns(kind, row.mapping);
    const judged = new Map(
      (await kind.process(tx, context, good)).map((outcome) => [
        outcome.rowNo,
        outcome.problems ? { ...outcome, problems: toFile(outcome.problems) } : outcome,
      ]),
    );
    const outcomes = rows.map((staged) => judged.get(staged.rowNo) ?? refusedRow(staged));
    await this.writeOutcomes(tx, row, outcomes, through, last.rowNo);
    const plan = addTo(before, outcomes);
    await tx.query(
      `UPDATE imports SET applied_through = $3, plan = $4::jsonb WHERE district_id = $1 AND id = $2`,
      [row.districtId, row.id, last.rowNo, JSON.stringify(plan)],
    );
    if (mode === 'rehearse') await run.progressWithin(tx, 'rehearsing', plan.rows, row.stagedRows);
    else if (!row.options.allOrNothing) await run.progressWithin(tx, 'committing', plan.rows, row.stagedRows);
    return { plan, through: last.rowNo, outcomes };
  }

  private rows(
    tx: EntityManager,
    row: Import,
    through: number,
    mode: 'rehearse' | 'commit',
  ): Promise<ChunkRow[]> {
    const rehearsed = mode === 'commit' && row.rehearsedAt !== null;
    return tx.query<ChunkRow[]>(
      `SELECT r.row_no AS "rowNo", r.new_id AS "newId", r.fields, r.problems
              ${rehearsed ? `, CASE WHEN o.row_no IS NOT NULL THEN jsonb_build_object('outcome', o.outcome, 'targetId', o.target_id, 'targetVersion', o.target_version) END AS rehearsed` : ''}
         FROM import_rows r
         ${rehearsed ? 'LEFT JOIN import_outcomes o ON o.district_id = r.district_id AND o.import_id = r.import_id AND o.row_no = r.row_no' : ''}
        WHERE r.district_id = $1 AND r.import_id = $2 AND r.row_no > $3 ORDER BY r.row_no LIMIT ${CHUNK}`,
      [row.districtId, row.id, through],
    );
  }

  private async writeOutcomes(
    tx: EntityManager,
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
        o.outcome === 'change' && o.changes ? o.changes : null,
        o.problems && o.problems.length > 0 ? o.problems : null,
      ]),
    );
  }

  /** Outcomes of committed rows, for an undo. */
  async applied(tx: EntityManager, row: Import, after: number, limit: number): Promise<RowOutcome[]> {
    return tx.query<RowOutcome[]>(
      `SELECT row_no AS "rowNo", outcome, target_id AS "targetId", target_version AS "targetVersion",
              coalesce(changes, '{}') AS changes
         FROM import_outcomes
        WHERE district_id = $1 AND import_id = $2 AND row_no > $3 AND row_no <= $5
          AND outcome IN ('add', 'change') ORDER BY row_no LIMIT $4`,
      // Beyond what was committed stands what the rehearsal said.
      [row.districtId, row.id, after, limit, row.appliedThrough],
    );
  }

  /** Staged rows of a finished import; the upload itself is kept for the error file. */
  async forgetStaged(districtId: string, importId: string): Promise<void> {
    await this.source.query(`DELETE FROM import_rows WHERE district_id = $1 AND import_id = $2`, [
      districtId,
      importId,
    ]);
  }
}

export function emptyPlan(): ImportPlan {
  return { rows: 0, add: 0, change: 0, unchanged: 0, refused: 0, held: 0, countChange: {} };
}

function addTo(before: ImportPlan, outcomes: RowOutcome[]): ImportPlan {
  const plan: ImportPlan = { ...before, countChange: { ...before.countChange } };
  for (const { outcome, countChange } of outcomes) {
    plan.rows += 1;
    plan[outcome satisfies Outcome] += 1;
    for (const { site, delta } of countChange ?? [])
      plan.countChange[site] = (plan.countChange[site] ?? 0) + delta;
  }
  return plan;
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
