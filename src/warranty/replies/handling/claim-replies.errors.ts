import { Conflict, InvalidInput, NotFound } from '../../../common/refusal.js';

/** Not there, of another district, or of a device out of reach. */
export class ClaimReplyNotFound extends NotFound {
  constructor() {
    super('The reply', 'CLAIM_REPLY_NOT_FOUND');
  }
}

/** The claim has ended, so nothing that the vendor says is written to it any more. */
export class RepliedClaimEnded extends Conflict {
  constructor(number: string) {
    super(
      `Claim ${number} has ended, so it cannot be changed. Dismiss the reply, or open a new claim.`,
      'REPLIED_CLAIM_ENDED',
    );
  }
}

/** The vendor's word alone does not say what to do. */
export function chooseStep(detail: string): InvalidInput {
  return new InvalidInput(
    detail,
    [{ field: 'step', code: 'REPLY_STEP_MISSING', detail }],
    'REPLY_STEP_MISSING',
  );
}
