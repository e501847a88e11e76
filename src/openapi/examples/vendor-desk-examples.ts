import type { Examples } from './bodies.js';

/** People who work at vendors, and what vendors answer. */
export const VENDOR_DESK_EXAMPLES: Examples = {
  VendorPeopleController_invite: { email: 'kim.tran@valleydepot.example', name: 'Kim Tran' },
  VendorPeopleController_changeAccount: { disabled: true },
  InvitationsController_accept: { name: 'Kim Tran', password: 'at least twelve characters' },
  ClaimMessagesController_write: { text: 'When will the device be back?' },
  VendorDesksController_change: { showsAssetTags: true, showsContacts: true },
  ClaimRepliesController_apply: {
    step: 'resolve',
    outcome: 'repaired',
    reason: 'The depot confirmed this by phone.',
  },
  ClaimRepliesController_dismiss: { reason: 'This is last week’s file.' },
  ReplyWordsController_set: {
    words: [
      { word: 'On the bench', meaning: 'in_progress' },
      { word: 'Shipped back', meaning: 'resolved', outcome: 'repaired' },
    ],
  },
  ReplyWordsController_addReadyMade: { name: 'dell' },
  SignedRepliesController_take: {
    replies: [
      {
        claimNumber: 'C-2026-000123',
        state: 'acknowledged',
        reference: 'SR900000001',
        rma: 'RMA-8801',
        expectedOn: '2026-12-04',
        saidAt: '2026-11-30T16:20:00Z',
      },
      { serialNumber: '5CD1234XYZ', state: 'resolved', outcome: 'repaired', costCents: 0 },
    ],
  },
  VendorClaimsController_answer: {
    answers: [
      { claim: '019a0000-0000-7000-8000-000000000001', step: 'acknowledge', rma: 'RMA-8801' },
      { claim: '019a0000-0000-7000-8000-000000000002', step: 'resolve', outcome: 'repaired' },
    ],
  },
  VendorClaimsController_write: { text: 'The part comes on Friday.' },
};
