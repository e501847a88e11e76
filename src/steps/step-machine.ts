import { may, type Permission, type Scope, siteFilter } from '../access/scope.js';
import { oneOf } from '../database/known-values.js';

/** Who takes a step other than a person who asks for it: Rollcall itself, or a batch that somebody sends. */
export type Taker = 'system' | 'batch';

/** A named way from one state to another. */
export interface Way<S extends string = string> {
  /** Name of the step, a verb. Several ways may have the same name when they lead from different states. */
  step: string;
  from: S | readonly S[];
  to: S;
  /** The permission that a person needs for it, or several of which one is enough. */
  needs?: Permission | readonly Permission[];
  /** The step takes something away from somebody, or corrects them, so it needs a reason. */
  needsNote?: true;
  /** Only the system or a batch takes this way, never a person directly. */
  onlyBy?: Taker;
}

/** SQL that is true for the subjects `t` that the scope reaches. `$1` is the district; its own parameters begin at `$3`. */
export type Reach = (scope: Scope) => { sql: string; parameters: unknown[] };

/**
 * The states of one kind of record as data, and the ways between them. The table of the records has the columns
 * `district_id`, `id`, `state`, `version` and `updated_at`.
 * @typeParam S the states
 * @typeParam C further columns that the module reads under the lock
 */
export interface StepMachine<S extends string = string, C extends object = object> {
  /** What the history calls the records, such as `support_purchase`. */
  kind: string;
  table: string;
  /** The record at the start of a sentence, such as `The support request`. */
  name: string;
  /** Codes of refusals: the record was not found, and its state does not allow the step. */
  codes: { notFound: string; wrongState: string };
  /** The field of the request that gives the reason. */
  noteField: string;
  states: readonly S[];
  /** The state of a new record. */
  starts: S;
  ways: readonly Way<S>[];
  reach: Reach;
  /** SQL of the further columns, of the table `t`. */
  columns: { readonly [K in keyof C]: string };
}

/** A step that somebody may take now. */
export interface NextStep<S extends string = string> {
  step: string;
  to: S;
  needsNote: boolean;
}

const IDENTIFIER = /^[a-z]+(_[a-z]+)*$/;

/** @throws Error where the declaration contradicts itself; it runs while the program starts */
export function defineSteps<S extends string, C extends object = object>(
  machine: StepMachine<S, C>,
): StepMachine<S, C> {
  const { kind, table, states, starts, ways } = machine;
  const fail = (why: string): never => {
    throw new Error(`The steps of ${kind} ${why}.`);
  };
  if (![kind, table, ...states].every((name) => IDENTIFIER.test(name)))
    fail('have a name that is not snake_case');
  for (const state of [starts, ...ways.flatMap((way) => [...fromOf(way), way.to])])
    if (!states.includes(state)) fail(`name the state ${state}, which is not declared`);
  const taken = ways.flatMap((way) =>
    fromOf(way).map((from) => `${way.step} from ${from} ${way.onlyBy ?? ''}`),
  );
  const twice = taken.find((one, i) => taken.indexOf(one) !== i);
  if (twice !== undefined) fail(`have two ways for ${twice.trim()}`);
  const reached = new Set<S>([starts]);
  // A set may grow while it is walked, and then the walk covers what was added.
  for (const state of reached) for (const way of waysFrom(machine, state)) reached.add(way.to);
  const unreached = states.filter((state) => !reached.has(state));
  if (unreached.length > 0) fail(`never reach ${unreached.join(', ')}`);
  return machine;
}

/** Reach by the site of a record. @param column SQL of the site's id, such as `t.site_id` */
export function reachBySite(column: string): Reach {
  return (scope) => ({
    sql: `($3::uuid[] IS NULL OR ${column} = ANY ($3))`,
    parameters: [siteFilter(scope)],
  });
}

/** For records of the whole district. */
export const wholeDistrict: Reach = () => ({ sql: 'true', parameters: [] });

/** SQL of a check that the state is a declared one, for the entity. */
export function stateCheck(states: readonly string[]): string {
  return oneOf('state', states);
}

export function waysFrom<S extends string>({ ways }: Pick<StepMachine<S>, 'ways'>, state: S): Way<S>[] {
  return ways.filter((way) => fromOf(way).includes(state));
}

/** @param needs a permission, or several of which one is enough */
export function mayTake(scope: Scope, needs: Permission | readonly Permission[]): boolean {
  return [needs].flat().some((permission) => may(scope, permission));
}

/** The steps that a person may take from a state, for the buttons of a page. */
export function nextSteps<S extends string>(
  machine: Pick<StepMachine<S>, 'ways'>,
  state: S,
  scope: Scope,
): NextStep<S>[] {
  return waysFrom(machine, state)
    .filter(({ onlyBy, needs }) => onlyBy === undefined && (needs === undefined || mayTake(scope, needs)))
    .map(({ step, to, needsNote }) => ({ step, to, needsNote: needsNote ?? false }));
}

function fromOf<S extends string>({ from }: Way<S>): readonly S[] {
  return typeof from === 'string' ? [from] : from;
}
