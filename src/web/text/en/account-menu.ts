/** The menu of the account, which is loaded when somebody opens it. */
export const accountMenu = {
  roleAt: '{role}, {district}',
  light: 'Light theme',
  dark: 'Dark theme',
  language: 'Language',
  languageBrowser: 'Same as the browser',
  languageEnglish: 'English',
  languageSpanish: 'Español',
  install: 'Install on this device',
  signOut: 'Sign out',
  signOutAsk: 'You have unsent scans',
  signOutAskText:
    '{count, plural, one {# scan has} other {# scans have}} not been sent yet. {count, plural, one {It stays} other {They stay}} on this device. Sign in here again to send {count, plural, one {it} other {them}}. Nobody else can see {count, plural, one {it} other {them}} until then.',
  stay: 'Stay signed in',
  signOutAnyway: 'Sign out anyway',
} as const;
