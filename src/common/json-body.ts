import { isNativeError } from 'node:util/types';
import { InvalidInput } from './refusal.js';
import { badText, isStorable } from './storable.js';

const BODY = 'The body';

/** No body of ours has more than a handful of levels; what checks them recurses, and must not run out of stack. */
const MOST_LEVELS = 32;

/**
 * The longest lists that a request takes are 5,000 labels by their ids, and 1,000 scans or devices. A body of 4 MB can
 * hold a million entries. Checking so many against their classes would keep everybody else waiting for a minute.
 */
const MOST_ENTRIES = 5_000;
const MOST_OBJECTS = 1_000;
const MOST_FIELDS = 1_000;
const MOST_VALUES = 100_000;

/**
 * Reads the body of a request: one JSON object, or nothing at all.
 * @throws InvalidInput for anything that could not be checked, or stored as it was sent
 */
export function readJsonBody(bytes: Buffer): object | undefined {
  const text = decoded(bytes);
  if (text.trim() === '') return undefined;
  const body = parse(text);
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new InvalidInput('The body must be a JSON object.', [], 'NOT_AN_OBJECT');
  assertStorable(body);
  return body;
}

/** A byte order mark, which some programs write, is left out. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!isNativeError(error)) throw error;
    throw badText(BODY);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new InvalidInput(`The body is not JSON: ${error.message}.`, [], 'BAD_JSON');
  }
}

/** Level by level and not by recursion, for the reason that there is a limit. */
function assertStorable(body: object): void {
  let level: unknown[] = [body];
  let values = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_LEVELS)
      throw new InvalidInput(`The body is nested deeper than ${MOST_LEVELS} levels.`, [], 'TOO_DEEP');
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'string' && !isStorable(value)) throw badText(BODY);
      if (typeof value !== 'object' || value === null) continue;
      values += Array.isArray(value) ? assertShort(value) : assertNames(value);
      if (values > MOST_VALUES) throw tooMany('values', values, MOST_VALUES);
      for (const child of Object.values(value)) next.push(child);
    }
    level = next;
  }
}

/** @returns how many entries there are */
function assertShort(list: readonly unknown[]): number {
  const { length } = list;
  if (length > MOST_ENTRIES) throw tooMany('entries in one list', length, MOST_ENTRIES);
  if (length > MOST_OBJECTS && list.some((entry) => typeof entry === 'object'))
    throw tooMany('objects in one list', length, MOST_OBJECTS);
  return length;
}

/** @returns how many fields there are */
function assertNames(value: object): number {
  const names = Object.keys(value);
  if (names.length > MOST_FIELDS) throw tooMany('fields in one object', names.length, MOST_FIELDS);
  names.forEach(assertName);
  return names.length;
}

function tooMany(what: string, found: number, most: number): InvalidInput {
  const [has, may] = [found, most].map((number) => number.toLocaleString('en-US'));
  return new InvalidInput(
    `The body has ${has} ${what}. At most ${may} are allowed; send it in parts.`,
    [],
    'TOO_MANY_VALUES',
  );
}

function assertName(name: string): void {
  if (!isStorable(name)) throw badText(BODY);
  // Copied field by field, it would become the prototype of the copy.
  if (name === '__proto__') throw new InvalidInput(`No field may be called ${name}.`, [], 'BAD_JSON');
}
