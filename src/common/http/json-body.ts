import type { FastifyRequest } from 'fastify';
import { isNativeError } from 'node:util/types';
import { InvalidInput } from '../refusal.js';
import { badText, isStorable } from '../storable.js';

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

const [QUOTE, COMMA, BACKSLASH] = ['"', ',', '\\'].map((letter) => letter.charCodeAt(0));

/**
 * Reads the body of a request: one JSON object, or nothing at all.
 * @throws InvalidInput for anything that could not be checked, or stored as it was sent
 */
export function readJsonBody(bytes: Buffer): object | undefined {
  const text = decoded(bytes);
  if (text.trim() === '') return undefined;
  // Before it is parsed, which takes a fifth of a second for a million values.
  const commas = commasIn(text);
  if (commas >= MOST_VALUES) throw tooMany('values', commas, MOST_VALUES);
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

/** How many commas stand between values. Those inside of texts do not count. */
function commasIn(json: string): number {
  let commas = 0;
  let isText = false;
  for (let i = 0; i < json.length; i += 1) {
    const letter = json.charCodeAt(i);
    if (letter === QUOTE) isText = !isText;
    else if (letter === BACKSLASH) i += 1;
    else if (letter === COMMA && !isText) commas += 1;
  }
  return commas;
}

/** Level by level and not by recursion, for the reason that there is a limit. */
function assertStorable(body: object): void {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_LEVELS)
      throw new InvalidInput(`The body is nested deeper than ${MOST_LEVELS} levels.`, [], 'TOO_DEEP');
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'string' && !isStorable(value)) throw badText(BODY);
      if (typeof value !== 'object' || value === null) continue;
      if (Array.isArray(value)) assertShort(value);
      else assertNames(value);
      for (const child of Object.values(value)) next.push(child);
    }
    level = next;
  }
}

function assertShort(list: readonly unknown[]): void {
  const { length } = list;
  if (length > MOST_ENTRIES) throw tooMany('entries in one list', length, MOST_ENTRIES);
  if (length > MOST_OBJECTS && list.some((entry) => typeof entry === 'object'))
    throw tooMany('objects in one list', length, MOST_OBJECTS);
}

function assertNames(value: object): void {
  const names = Object.keys(value);
  if (names.length > MOST_FIELDS) throw tooMany('fields in one object', names.length, MOST_FIELDS);
  names.forEach(assertName);
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

/** Configuration of a route that needs the bytes of its JSON body, to verify their signature. */
export const KEEPS_RAW_BODY = { keepsRawBody: true };

const bodies = new WeakMap<FastifyRequest['raw'], Buffer>();

/** Keeps the bytes of a body as they came, for routes with that configuration. */
export function keepRawBody(request: FastifyRequest, body: Buffer): void {
  const config = request.routeOptions.config as { keepsRawBody?: boolean };
  if (config.keepsRawBody) bodies.set(request.raw, body);
}

/** The bytes of the body; none where the request has no body, or one that is no JSON. */
export function rawBodyOf(request: FastifyRequest): Buffer {
  return bodies.get(request.raw) ?? Buffer.alloc(0);
}
