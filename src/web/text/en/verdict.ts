/** The words for the result of a scan: a title, and the line below it. */
export const verdict = {
  done: '{action}: {device}',
  for: 'For {person}',
  room: 'Room {room}',
  cart: 'Cart {cart}',
  wasAt: 'It was at {site}.',
  found: 'It was missing. Now it’s marked as found.',
  stillRetired: 'Our records say it’s retired.',
  stillMissing: 'Our records say it’s missing. Choose “Move here” to mark it as found.',
  unknown: 'Unknown code: {code}',
  unknownText: 'Not in our records. Saved to the inbox.',
  noIndex: 'Saved: {code}',
  noIndexText: 'Still downloading the device list, so we can’t check this code yet.',
  several: '{count, plural, one {# device has this code} other {# devices have this code}}',
  severalText: 'Choose which one you scanned.',
  otherSite: '{device} is at another site',
  otherSiteText: 'Our records have it at {site}. Move it here first.',
  illegalText:
    'Our records say “{status}”, so this can’t be done directly. Return the device to stock first.',
  undone: 'Undone: {device}',
  notUndone: 'Couldn’t undo: {device}',
  refused: 'Not done: {device}',
  review: 'Needs review: {device}',
} as const;

/** Why the server did not carry out a scan, and what to do now. The key is the code in the server’s answer. */
export const reason = {
  INVALID_SCAN:
    'Something was missing or couldn’t be read. Choose the action again, fill in its fields, and scan the device again.',
  UNKNOWN_ACTION:
    'This action no longer exists. Reload the page, choose another action, and scan the device again.',
  UNKNOWN_SITE: 'This site no longer exists. Choose another site and scan the device again.',
  SITE_CLOSED: 'This site is closed. Choose another site and scan the device again.',
  UNKNOWN_PERSON:
    'The number or email “{person}” doesn’t belong to a student at your sites or to a staff member. Find the person by name and scan the device again.',
  PERSON_UNCLEAR:
    'Several people have the email “{person}”. Find the person by name and scan the device again.',
  NOT_LENT: 'A due date needs a person. Choose a person or clear the date, and scan the device again.',
  NOT_IN_USE: 'The device is out of service, so it can’t be checked out. Return it to stock first.',
  FUTURE_DATE: 'The date is in the future. Change it and scan the device again.',
  NOT_A_CODE: 'This is a placeholder that many devices have. Scan another label on the device.',
  UNKNOWN_SWEEP:
    'This sweep doesn’t exist, or it’s at another site. Open the sweep again and scan the device again.',
  ID_TAKEN: 'The scan couldn’t be saved. Scan the device again.',
  CHANGED_MEANWHILE:
    'Someone else changed this device before your scan arrived. Open the inbox and choose which change to keep.',
  OUT_OF_SCOPE:
    'Our records have the device at a site that isn’t yours. Move it here first, or ask your lead.',
  RE_ENTERED: 'Our records say this device was disposed of. An administrator must review it.',
  AMBIGUOUS_CODE: 'Several devices have this code. Choose the right one in the inbox.',
  DEVICE_ILLEGAL_MOVE:
    'Our records have the device in a state that doesn’t allow this. Return it to stock first, or ask your lead.',
  CLAIM_OPEN: 'The device already has an open claim for this fault. Find it under Warranty claims.',
  CLAIM_VENDOR_MISSING:
    'No coverage on record says who provides the warranty. Open the inbox to choose a vendor.',
  DEVICE_HELD: 'This device is on hold. Ask the person who placed the hold to release it first.',
  UNDO_CHANGED_MEANWHILE: 'The device was changed after this scan. Open the device and change it there.',
  UNDO_DECIDED_BY_OTHERS: 'Someone else has already reviewed this scan. Ask them to change it.',
  UNDO_UNKNOWN_SCAN: 'The server doesn’t have this scan, so there is nothing to undo.',
  UNDO_OUT_OF_SCOPE:
    'The device is now at a site that isn’t yours. Ask a technician of that site to change it.',
} as const;
