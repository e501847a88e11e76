import { explainConstraint } from '../../common/constraint-refusals.js';
import { Conflict, Forbidden, NotFound } from '../../common/refusal.js';

explainConstraint('vendor_invitations_open_once', () => new AlreadyInvited());

/** Not there, of another vendor, or of another district. */
export class InvitationNotFound extends NotFound {
  constructor() {
    super('The invitation', 'INVITATION_NOT_FOUND');
  }
}

export class VendorAccountNotFound extends NotFound {
  constructor() {
    super('The account', 'VENDOR_ACCOUNT_NOT_FOUND');
  }
}

export class AlreadyInvited extends Conflict {
  constructor() {
    const detail =
      'This person has an invitation that is still open. Send its link again, or withdraw it first.';
    super(detail, 'ALREADY_INVITED', [{ field: 'email', code: 'ALREADY_INVITED', detail }]);
  }
}

/** A district has at most one account with an address, so that a sign-in says who it is. */
export class AddressInUse extends Conflict {
  constructor(email: string) {
    const detail = `${email} already has an account in this district. Use another address, or open the account again if it was shut.`;
    super(detail, 'INVITED_ADDRESS_IN_USE', [{ field: 'email', code: 'INVITED_ADDRESS_IN_USE', detail }]);
  }
}

export class VendorInactive extends Conflict {
  constructor(name: string) {
    super(
      `The district no longer deals with ${name}, so nobody can be invited there. Make the vendor active first.`,
      'VENDOR_INACTIVE',
    );
  }
}

/** Somebody has accepted it, or it was withdrawn. */
export class InvitationOver extends Conflict {
  constructor() {
    super(
      'This invitation was accepted, was withdrawn or has expired. Invite the person again if needed.',
      'INVITATION_OVER',
    );
  }
}

/** The same answer for a link that never was: nobody learns which invitations there are. */
export class InvitationLinkSpent extends Forbidden {
  constructor() {
    super(
      'This invitation does not work: somebody used it, it was withdrawn, it has expired, or the link was copied incompletely. Ask the school district for a new invitation.',
      'INVITATION_LINK_SPENT',
    );
  }
}
