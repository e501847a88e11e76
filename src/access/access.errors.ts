import { Refusal } from '../common/refusal.js';

export class NotSignedIn extends Refusal {
  readonly kind = 'unauthenticated';
  readonly code = 'NOT_SIGNED_IN';
  constructor() {
    super('Sign in, or send Authorization: Bearer with a token that is still valid.');
  }
}

export class WrongCredentials extends Refusal {
  readonly kind = 'unauthenticated';
  readonly code = 'WRONG_CREDENTIALS';
  constructor() {
    super('This e-mail address and password do not go together.');
  }
}

export class TooManyFailures extends Refusal {
  readonly kind = 'too_many';
  readonly code = 'TOO_MANY_FAILED_SIGN_INS';
  constructor(override readonly retryAfterSeconds: number) {
    super(`Too many failed sign-ins; wait ${retryAfterSeconds} seconds and try again.`);
  }
}

export class SetupLinkSpent extends Refusal {
  readonly kind = 'forbidden';
  readonly code = 'SETUP_LINK_SPENT';
  constructor() {
    super('This set-up link is used, too old or was never given; start Rollcall again for a new one.');
  }
}

export class NeedMissing extends Refusal {
  readonly kind = 'forbidden';
  readonly code = 'NOT_ALLOWED_FOR_ROLE';
  constructor(need: string) {
    super(`Your role does not include ${need}.`);
  }
}

export class DistrictUnclear extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'DISTRICT_UNCLEAR';
  constructor() {
    super('This address has accounts in several districts: say which one by its slug.');
  }
}
