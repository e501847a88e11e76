/** What kind of no a refusal is; the error filter turns it into an HTTP status. */
export type RefusalKind =
  | 'not_found'
  | 'conflict'
  | 'invalid'
  | 'forbidden'
  | 'unauthenticated'
  | 'stale'
  | 'precondition_required'
  | 'too_large'
  | 'no_such_method'
  | 'unsupported'
  | 'too_many'
  | 'unavailable';

/** One problem with one field: where it is, what is wrong, and what to do. */
export interface FieldError {
  field: string;
  code: string;
  detail: string;
}

/** A refusal that the caller can act on. Anything else that throws is a bug, and a 500. */
export abstract class Refusal extends Error {
  abstract readonly kind: RefusalKind;
  /** Stable, upper snake case; callers switch on it. */
  abstract readonly code: string;
  readonly errors: FieldError[] = [];
  /** When trying again may help, where that is known. */
  readonly retryAfterSeconds?: number;
}

/** Input that breaks a rule; `errors` names each field. */
export class InvalidInput extends Refusal {
  readonly kind = 'invalid';
  override readonly errors: FieldError[];
  constructor(
    message: string,
    errors: FieldError[] = [],
    readonly code = 'INVALID_INPUT',
  ) {
    super(message);
    this.errors = errors;
  }
}

/** The thing is not there, or not for this caller: the two look the same from outside. */
export class NotFound extends Refusal {
  readonly kind = 'not_found';
  constructor(
    what: string,
    readonly code = 'NOT_FOUND',
  ) {
    super(`${what} was not found.`);
  }
}

/** The request contradicts what is stored. */
export class Conflict extends Refusal {
  readonly kind = 'conflict';
  override readonly errors: FieldError[];
  constructor(
    message: string,
    readonly code = 'CONFLICT',
    errors: FieldError[] = [],
  ) {
    super(message);
    this.errors = errors;
  }
}

/** The caller is known and may not do this. */
export class Forbidden extends Refusal {
  readonly kind = 'forbidden';
  constructor(
    message: string,
    readonly code = 'FORBIDDEN',
  ) {
    super(message);
  }
}
