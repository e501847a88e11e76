/** Setting up a new server, and accepting an invitation. */
export const welcome = {
  linkUnusable: 'This setup link doesn’t work',
  linkWhere:
    'As long as there is no district, the server prints a new link in its log each time it starts. Ask the person who runs the server.',
  setUpTitle: 'Set up Rollcall',
  setUpText: 'Create your district and your administrator account. This link works once.',
  districtName: 'Name',
  districtExample: 'Irvine Unified',
  slug: 'Short name',
  slugHelp: 'Lowercase letters, digits and hyphens. If you leave this blank, we make one from the name.',
  timeZone: 'Time zone',
  you: 'Your administrator account',
  yourName: 'Your name',
  create: 'Create district',
  invitationTitle: 'Claims of {vendor}',
  invitationText:
    '{district} invites you to see and answer the warranty claims that it sends to {vendor}. Choose a password for {email}. The link works once.',
  invitationUnusable: 'This invitation doesn’t work',
  accept: 'Create account',
} as const;
