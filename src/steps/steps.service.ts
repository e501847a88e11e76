import { Injectable } from '@nestjs/common';
import type { Scope } from '../access/scope.js';
import { Conflict, NotFound, Refusal } from '../common/refusal.js';
import type { Tx } from '../database/tx.js';
import { type AskedStep, judgeStep } from './judge-step.js';
import { insertHistory, lockSubjects, type Subject, type TakenStep, updateSubjects } from './step-writes.js';
import type { StepMachine, Taker } from './step-machine.js';

/** What a module writes with a step. */
export interface StepWrites {
  /** Further columns of the record, by their property names. Several records in one call must name the same ones. */
  set?: Record<string, unknown>;
  /** Kept with the step in the history. */
  details?: object;
}

export interface StepOptions<S extends string, C extends object> {
  /**
   * Called for each record that may take its step, one after the other, under the lock and before the step is written.
   * @throws Refusal where a condition of the module is not met
   */
  prepare?: (subject: Subject<S, C>) => StepWrites | Promise<StepWrites>;
  /** Who takes the steps where it is not the person themselves. */
  by?: Taker;
}

/** What became of one asked step. */
export type StepResult<S extends string, C extends object> =
  { taken: TakenStep<S, C>; refusal?: never } | { taken?: never; refusal: Refusal };

/** Takes records from state to state, in the transaction of the module whose records they are. */
@Injectable()
export class Steps {
  /** Notes that records were made, in the state in which they start and at version 1. */
  async beginWithin<S extends string, C extends object>(
    tx: Tx,
    scope: Scope,
    machine: StepMachine<S, C>,
    made: readonly { id: string; details?: object }[],
  ): Promise<void> {
    const rows = made.map(({ id, details }) => ({
      id,
      version: 1,
      step: 'create',
      from: null,
      to: machine.starts,
      note: null,
      details: details ?? null,
    }));
    await insertHistory(tx, scope, machine.kind, rows);
  }

  /**
   * Takes one step: locks the record, judges, writes its state, version and history.
   * @throws NotFound where it is not there or out of reach, and what `judgeStep` throws
   */
  async takeWithin<S extends string, C extends object>(
    tx: Tx,
    scope: Scope,
    machine: StepMachine<S, C>,
    asked: AskedStep,
    options: StepOptions<S, C> = {},
  ): Promise<TakenStep<S, C>> {
    const [result] = await this.takeAllWithin(tx, scope, machine, [asked], options);
    if (result?.taken) return result.taken;
    throw result?.refusal ?? new Error('a step without a result');
  }

  /**
   * Takes a step for each of many records, with one statement to lock, one to update and one for the history.
   * @returns a result for each asked step, in their order
   */
  async takeAllWithin<S extends string, C extends object>(
    tx: Tx,
    scope: Scope,
    machine: StepMachine<S, C>,
    asked: readonly AskedStep[],
    { prepare, by }: StepOptions<S, C> = {},
  ): Promise<StepResult<S, C>[]> {
    const ids = [...new Set(asked.map(({ id }) => id))];
    const subjects = await lockSubjects(tx, scope, machine, ids);
    const moves: { taken: TakenStep<S, C>; set: Record<string, unknown> }[] = [];
    const moved = new Set<string>();
    const results: StepResult<S, C>[] = [];
    for (const one of asked) {
      try {
        const before = subjects.get(one.id);
        if (!before) throw new NotFound(machine.name, machine.codes.notFound);
        if (moved.has(one.id))
          throw new Conflict(
            'The list names this record twice. Rollcall took the first step and left out this one.',
            'TWICE_IN_LIST',
          );
        const { step, to } = judgeStep(machine, before, one, scope, by);
        const { set = {}, details = null } = (await prepare?.(before)) ?? {};
        const after = { state: to, version: before.version + 1 };
        const taken = { id: one.id, step, before, after, note: one.note ?? null, details };
        moves.push({ taken, set });
        moved.add(one.id);
        results.push({ taken });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        results.push({ refusal: error });
      }
    }
    if (moves.length === 0) return results;
    await updateSubjects(tx, scope, machine, moves);
    const rows = moves.map(({ taken: { id, step, before, after, note, details } }) => ({
      id,
      version: after.version,
      step,
      from: before.state,
      to: after.state,
      note,
      details,
    }));
    await insertHistory(tx, scope, machine.kind, rows);
    return results;
  }
}
