/** Signing in, accepting an invitation, and setting up a new server. */
export const session = {
  signInTitle: 'Sign in to Rollcall',
  email: 'Email',
  password: 'Password',
  district: 'District',
  districtHelp: 'Your district’s short name, for example irvine',
  signIn: 'Sign in',
  noAccount:
    'No account? Ask your district’s Rollcall administrator. If you just installed Rollcall, open the setup link that the server printed when it started.',
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
  passwordHelp: 'At least 12 characters',
  create: 'Create district',
  invitationTitle: 'Claims of {vendor}',
  invitationText:
    '{district} invites you to see and answer the warranty claims that it sends to {vendor}. Choose a password for {email}. The link works once.',
  invitationUnusable: 'This invitation doesn’t work',
  accept: 'Create account',
} as const;
