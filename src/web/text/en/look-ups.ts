/** Questions to manufacturers about the warranties that they have on record. */
export const lookUps = {
  title: 'Ask manufacturers',
  about:
    'Rollcall asks manufacturers which warranties and contracts they have for your devices. What your people entered stays as it is.',
  open: 'Ask manufacturers',
  ready: 'Ready',
  notReady: 'Needs credentials',
  setOn: 'Credentials for {vendor}, entered {when}',
  lastEnded: 'Last look-up ended {when}',
  stopped: 'The last look-up stopped early',
  enter: 'Enter credentials',
  replace: 'Replace credentials',
  forget: 'Remove credentials',
  forgetAsk: 'Remove the credentials for {maker}?',
  forgetText: 'Rollcall can no longer ask {maker}. Rollcall keeps the warranties that it already found.',
  forgetDo: 'Remove',
  askNew: 'Ask about new devices',
  askAll: 'Ask about all devices',
  askNewHelp: 'New devices are those about which {maker} has not answered yet.',
  credentials: 'Credentials for {maker}',
  credentialsText: 'Enter what {maker} gave you. Rollcall encrypts it and never shows it again.',
  vendor: 'Vendor',
  vendorHelp: 'The vendor that provides these warranties.',
  vendorMissing: 'Add the vendor first, on the page of vendors.',
  clientId: 'Client ID',
  clientSecret: 'Client secret',
  keyId: 'Key ID',
  privateKey: 'Private key',
  privateKeyHelp: 'Paste the whole file that Apple School Manager gave you.',
  save: 'Save credentials',
  asking: 'Asking {maker}',
  asked:
    '{count, plural, =0 {There were no devices to ask about.} one {Asked about # device.} other {Asked about # devices.}}',
  counts:
    'Found: {found}. Unknown to the manufacturer: {unknown}. Answer can’t be saved: {refused}. No answer: {failed}.',
  written: 'Warranties: {added} added, {changed} changed, {unchanged} already there.',
  differing:
    '{count, plural, one {# device has different details on record. Compare them on its page.} other {# devices have different details on record. Compare them on their pages.}}',
  answers: 'Last answers',
  answersAbout: 'What each manufacturer last said about a device. Choose which answers you want to see.',
  show: 'Answers',
  none: 'No answers to show',
  noneText: 'Ask a manufacturer about your devices. Answers that need your attention appear here.',
  device: 'Device',
  answer: 'Answer',
  detail: 'Details',
  askedAt: 'Asked',
} as const;

/** What became of a question about one device. */
export const lookUpOutcome = {
  found: 'Found',
  unknown: 'Unknown to the manufacturer',
  refused: 'Can’t be saved',
  failed: 'No answer',
} as const;
