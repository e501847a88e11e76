import { InvalidInput, Refusal } from '../common/refusal.js';
import { SHORTEST_PASSWORD } from './accounts/secrets.js';

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

/** @param hasPassword an account without one is used by API tokens only */
export function wrongCurrentPassword(hasPassword: boolean): InvalidInput {
  const detail = hasPassword
    ? 'This is not your current password. Type it again.'
    : 'This account has no password. Ask an admin to set one.';
  return new InvalidInput(detail, [
    { field: 'currentPassword', code: hasPassword ? 'WRONG_PASSWORD' : 'NO_PASSWORD', detail },
  ]);
}

export function passwordTooShort(field: string): InvalidInput {
  const detail = `Enter at least ${SHORTEST_PASSWORD} characters.`;
  return new InvalidInput(`A password needs at least ${SHORTEST_PASSWORD} characters.`, [
    { field, code: 'PASSWORD_TOO_SHORT', detail },
  ]);
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

/** People who work at a vendor get their account by an invitation, which says which vendor it is. */
export function byInvitation(): InvalidInput {
  const detail =
    'Accounts of vendors are made by an invitation. Open the page of the vendor, and invite the person there.';
  return new InvalidInput(
    detail,
    [{ field: 'role', code: 'BY_INVITATION', detail }],
    'ACCOUNT_BY_INVITATION',
  );
}

/** An account of a vendor never becomes one of the district. */
export function vendorRoleFixed(): InvalidInput {
  const detail =
    'This is the account of a person at a vendor, so its role cannot be changed. Shut this account, and add another one for the other role.';
  return new InvalidInput(
    detail,
    [{ field: 'role', code: 'VENDOR_ROLE_FIXED', detail }],
    'VENDOR_ROLE_FIXED',
  );
}
