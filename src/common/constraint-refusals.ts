import { isNativeError } from 'node:util/types';
import { constraintOf, driverErrorOf, sqlStateOf } from './database-errors.js';
import { Conflict, InvalidInput, Refusal } from './refusal.js';

type Explain = (detail: string) => Refusal;

/** What each named constraint means to a caller; modules add theirs beside the table that holds it. */
const EXPLANATIONS = new Map<string, Explain>();

/** Says how the violation of a named constraint is told to the caller. */
export function explainConstraint(name: string, explain: Explain): void {
  EXPLANATIONS.set(name, explain);
}

/**
 * The refusal behind a constraint violation, or undefined when the failure is something else. The database
 * is the last guard of every rule: a race that slips past the checks in code ends here, as a 409.
 */
export function refusalOfConstraint(error: unknown): Refusal | undefined {
  const state = sqlStateOf(error);
  if (state === undefined || !isNativeError(error)) return undefined;
  const constraint = constraintOf(error);
  const explain = EXPLANATIONS.get(constraint);
  if (explain) return explain(valueOf(driverErrorOf(error).detail ?? ''));
  switch (state) {
    case '23505':
    case '23P01':
      return new Conflict(
        `Another record already has this value, and only one may (${constraint}).`,
        'NOT_UNIQUE',
      );
    case '23503':
      return new Conflict(`This refers to a record that does not exist (${constraint}).`, 'NOT_THERE');
    case '23514':
    case '23502':
      return new InvalidInput(`A value is not allowed (${constraint}).`, [], 'NOT_ALLOWED');
    case '22P02':
    case '22003':
    case '22007':
    case '22008':
    case '22009':
    case '22021':
    case '22023':
    case '22P05':
      return new InvalidInput(
        'A value has the wrong format. Check the values that you entered.',
        [],
        'WRONG_FORM',
      );
    default:
      return undefined;
  }
}

const IS_ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** PostgreSQL says `Key (district_id, site_id, name)=(…, …, 12) already exists.`; a person typed what is no id. */
function valueOf(detail: string): string {
  const values = /=\(([^)]*)\)/.exec(detail)?.[1]?.split(', ') ?? [];
  return values.find((value) => value !== '' && !IS_ID.test(value)) ?? values.at(-1) ?? '';
}
