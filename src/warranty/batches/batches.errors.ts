import { explainConstraint } from '../../common/constraint-refusals.js';
import { Conflict, type FieldError, InvalidInput, NotFound } from '../../common/refusal.js';
import type { RemarkedClaim } from '../layouts/rendering/lay-out.js';

explainConstraint('claim_batches_superseded_once', () => new BatchSuperseded());

/** Problems that an answer lists. */
const MOST_LISTED = 100;

/** Not there, or of another district. */
export class BatchNotFound extends NotFound {
  constructor() {
    super('The batch', 'CLAIM_BATCH_NOT_FOUND');
  }
}

/** Another batch took its place already. */
export class BatchSuperseded extends Conflict {
  constructor() {
    super(
      'Another batch has superseded this one already. Supersede the newer batch instead.',
      'BATCH_SUPERSEDED',
    );
  }
}

/** The vendor would work by a file that another one has replaced. */
export class SupersededNotSent extends Conflict {
  constructor() {
    super(
      'Another batch has replaced this one, so Rollcall does not send it again. Send the newer batch.',
      'SUPERSEDED_NOT_SENT',
    );
  }
}

/** There is nothing to send. */
export class NothingReady extends Conflict {
  constructor() {
    super('No claim of this vendor is ready. Mark claims as ready first.', 'NOTHING_READY');
  }
}

/** The vendor no longer has any claim of the batch that should be superseded. */
export class NothingToCorrect extends Conflict {
  constructor() {
    super(
      'The vendor no longer has any claim of this batch, so there is nothing to send again.',
      'NOTHING_TO_CORRECT',
    );
  }
}

/** Claims that somebody chose cannot be in the batch. */
export class ClaimsNotReady extends Conflict {
  constructor(detail: string, ids: readonly string[]) {
    const errors = ids
      .slice(0, MOST_LISTED)
      .map((id) => ({ field: `claims.${id}`, code: 'CLAIM_NOT_READY', detail }));
    super(detail, 'CLAIMS_NOT_READY', errors);
  }
}

/** Every claim lacks something that the layout requires. They stay ready. */
export class ClaimsIncomplete extends Conflict {
  constructor(lacking: readonly RemarkedClaim[]) {
    const errors = lacking.flatMap(({ claimId, number, remarks }): FieldError[] =>
      remarks.map(({ code, detail }) => ({
        field: `claims.${claimId}`,
        code,
        detail: `${number}: ${detail}`,
      })),
    );
    super(
      `None of the claims has what the vendor's layout requires. ${errors[0]?.detail ?? ''}`,
      'CLAIMS_INCOMPLETE',
      errors.slice(0, MOST_LISTED),
    );
  }
}

/** The layout has names of people, and the district has not allowed them for this vendor. */
export class NamesNotAllowed extends Conflict {
  constructor(columns: readonly string[]) {
    super(
      `The layout has columns with names of people: ${columns.join(', ')}. Allow names for this vendor first, or choose a layout without them.`,
      'NAMES_NOT_ALLOWED',
    );
  }
}

/** A request names a batch that the vendor does not have. */
export function unknownBatch(): InvalidInput {
  const detail = 'This vendor has no such batch. Choose one of its batches.';
  return new InvalidInput(detail, [{ field: 'supersedes', code: 'UNKNOWN_BATCH', detail }]);
}

/** The texts of the chosen claims are too many. */
export class BatchTooLarge extends Conflict {
  constructor() {
    super(
      'The file would be larger than 32 MiB. Choose fewer claims, or a layout with less text.',
      'BATCH_TOO_LARGE',
    );
  }
}
