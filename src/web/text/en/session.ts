/** Signing in. */
export const session = {
  signInTitle: 'Sign in to Rollcall',
  email: 'Email',
  password: 'Password',
  district: 'District',
  districtHelp: 'Your district’s short name, for example irvine',
  signIn: 'Sign in',
  noAccount:
    'No account? Ask your district’s Rollcall administrator. If you just installed Rollcall, open the setup link that the server printed when it started.',
} as const;
