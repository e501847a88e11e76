import type { Scope } from '../access/scope.js';
import { StaleVersion } from '../common/http/etag.js';
import { Conflict, Forbidden, InvalidInput } from '../common/refusal.js';
import { mayTake, type StepMachine, type Taker, type Way, waysFrom } from './step-machine.js';

/** A step that somebody asks for. */
export interface AskedStep {
  id: string;
  /** Name of the step. */
  step: string;
  /** The version that they read; null or nothing for any version. */
  version?: number | null;
  /** Why. */
  note?: string | null;
}

type Judged<S extends string> = Pick<StepMachine<S>, 'name' | 'codes' | 'noteField' | 'ways'>;

/**
 * The way that a step takes from where its record is now.
 * @param by who takes the step where it is not the person themselves
 * @throws StaleVersion, Conflict with the states that are possible, Forbidden or InvalidInput, in this order
 */
export function judgeStep<S extends string>(
  machine: Judged<S>,
  current: { state: S; version: number },
  asked: AskedStep,
  scope: Scope,
  by?: Taker,
): Way<S> {
  if (asked.version != null && asked.version !== current.version)
    throw new StaleVersion(machine.name, current.version);
  const ways = waysFrom(machine, current.state).filter(({ step }) => step === asked.step);
  const way = ways.find(({ onlyBy }) => onlyBy === undefined || onlyBy === by);
  if (!way && ways.length === 0)
    throw new Conflict(noSuchWay(machine, current.state, asked.step), machine.codes.wrongState);
  if (!way)
    throw new Forbidden(
      ways[0]?.onlyBy === 'batch'
        ? `${machine.name} becomes ${words(ways[0].to)} only as part of a batch. Create a batch instead.`
        : `Rollcall takes the step "${asked.step}" by itself. People cannot take it.`,
      'STEP_NOT_FOR_PEOPLE',
    );
  if (way.needs && !mayTake(scope, way.needs))
    throw new Forbidden(
      `You don't have permission to take the step "${asked.step}". It needs the permission ${[way.needs].flat().join(' or ')}.`,
      'NEED_MISSING',
    );
  if (way.needsNote && !asked.note?.trim())
    throw new InvalidInput(`Enter a reason for the step "${asked.step}".`, [
      {
        field: machine.noteField,
        code: 'NOTE_MISSING',
        detail: 'Enter a reason that the people affected will understand.',
      },
    ]);
  return way;
}

function noSuchWay<S extends string>(machine: Judged<S>, state: S, step: string): string {
  const possible = waysFrom(machine, state).filter(({ onlyBy }) => onlyBy === undefined);
  const states = [...new Set(possible.map(({ to }) => words(to)))];
  const instead = `It can become ${states.join(' or ') || 'nothing else'}.`;
  const target = machine.ways.find((way) => way.step === step)?.to;
  if (target === undefined) return `${machine.name} has no step "${step}". ${instead}`;
  if (target === state) return `${machine.name} is already ${words(state)}. ${instead}`;
  return `${machine.name} is ${words(state)}. It cannot become ${words(target)}. ${instead}`;
}

function words(state: string): string {
  return state.replaceAll('_', ' ');
}
