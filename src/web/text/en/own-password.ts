/** One’s own password. */
export const ownPassword = {
  passwordHelp: 'At least 12 characters',
  changePassword: 'Change password',
  currentPassword: 'Current password',
  newPassword: 'New password',
  passwordEnds: 'On all other devices and browsers, this account is signed out.',
  passwordChanged: 'Your password is changed. On all other devices and browsers, this account is signed out.',
} as const;
