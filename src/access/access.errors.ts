import { Refusal } from '../common/refusal.js';

export class NotSignedIn extends Refusal {
  readonly kind = 'unauthenticated';
  readonly code = 'NOT_SIGNED_IN';
  constructor() {
    super(
      'You are not signed in. Sign in, or send an API token that is still valid in the header Authorization: Bearer.',
    );
  }
}

export class WrongCredentials extends Refusal {
  readonly kind = 'unauthenticated';
  readonly code = 'WRONG_CREDENTIALS';
  constructor() {
    super('The email or password is incorrect.');
  }
}

export class TooManyFailures extends Refusal {
  readonly kind = 'too_many';
  readonly code = 'TOO_MANY_FAILED_SIGN_INS';
  constructor(override readonly retryAfterSeconds: number) {
    super(`Too many failed sign-ins. Wait ${retryAfterSeconds} seconds and try again.`);
  }
}

export class SetupLinkSpent extends Refusal {
  readonly kind = 'forbidden';
  readonly code = 'SETUP_LINK_SPENT';
  constructor() {
    super(
      'This setup link does not work: somebody used it, it is older than 24 hours, or it was copied incompletely. Restart Rollcall to get a new link.',
    );
  }
}

export class NeedMissing extends Refusal {
  readonly kind = 'forbidden';
  readonly code = 'NOT_ALLOWED_FOR_ROLE';
  constructor(need: string) {
    super(`You don't have permission to do this. It needs the permission ${need}.`);
  }
}

export class DistrictUnclear extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'DISTRICT_UNCLEAR';
  constructor() {
    super('This email has accounts in several districts. Add the short name of the district.');
  }
}
