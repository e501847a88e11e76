import type { Examples } from './bodies.js';

/** People who work at vendors. */
export const VENDOR_DESK_EXAMPLES: Examples = {
  VendorPeopleController_invite: { email: 'kim.tran@valleydepot.example', name: 'Kim Tran' },
  VendorPeopleController_changeAccount: { disabled: true },
  InvitationsController_accept: { name: 'Kim Tran', password: 'at least twelve characters' },
};
