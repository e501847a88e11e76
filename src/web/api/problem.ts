import { word } from '../common/words.js';
import { refusalText } from '../text/refusals.js';
import { t } from '../text/text.js';
import type { components } from './schema.js';

type FieldError = { field: string; code: string; detail: string };

/** What the server refused, and why: `application/problem+json`. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly errors: FieldError[] = [],
  ) {
    super(detail);
  }

  /** What is said of one field. */
  of(field: string): string | undefined {
    return this.errors.find((error) => error.field === field)?.detail;
  }

  /** All of it: what went wrong, and what it says of each field beyond that. */
  get whole(): string {
    const fields = this.errors
      .filter(({ detail }) => !this.message.includes(detail))
      .map(({ field, detail }) => `${word('field', field)}: ${sentence(detail)}`);
    return [this.message, ...fields].join(' ');
  }
}

/** The server did not answer: no network, or it is not there. */
export class NoAnswer extends Error {
  constructor() {
    super(t('common.unreachable'));
  }
}

interface ProblemJson {
  code?: string;
  title?: string;
  detail?: string;
  errors?: FieldError[];
}

export function problemOf(response: { status: number }, body: unknown): Problem {
  const {
    code = '',
    title,
    detail,
    errors = [],
  } = (typeof body === 'object' ? (body ?? {}) : {}) as ProblemJson;
  return new Problem(
    response.status,
    code,
    refusalText(code) ?? detail ?? title ?? t('common.serverAnswered', { status: String(response.status) }),
    errors.map((error) => ({ ...error, detail: refusalText(error.code) ?? error.detail })),
  );
}

/** A detail that ends like a sentence: those of simple checks do not. */
function sentence(detail: string): string {
  return /[.!?]$/.test(detail) ? detail : `${detail}.`;
}

/** What a person is told of anything that went wrong. */
export function wordsOf(error: unknown): string {
  if (error instanceof Problem) return error.whole;
  return error instanceof Error ? error.message : String(error);
}

/** A shape of the API by its name. */
export type Shape<Name extends keyof components['schemas']> = components['schemas'][Name];
