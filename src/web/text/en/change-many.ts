/** Making the same change to many devices, and the job that does it. */
export const changeMany = {
  title: 'Change devices',
  selected: '{count, plural, one {{number} device selected} other {{number} devices selected}}',
  which: 'What do you want to change?',
  newValue: 'New value: {field}',
  blankClears: 'Leave this blank to clear the field',
  modelHelp: 'The device type changes with the model',
  preview: 'Preview',
  previewing: 'Checking each device…',
  previewFailed: 'Couldn’t check this change',
  tryAgain: 'Try again in a minute.',
  editAgain: 'Change something else',
  examples: '{count, plural, one {The first device} other {The first # devices}}',
  change: 'Change',
  willChange:
    '{count, plural, =0 {No device will change} one {{number} device will change} other {{number} devices will change}}',
  changed:
    '{count, plural, =0 {No device was changed} one {{number} device changed} other {{number} devices changed}}',
  inField: '{field}: {count, plural, one {{number} device} other {{number} devices}}',
  unchanged:
    '{count, plural, one {{number} device already has these values.} other {{number} devices already have these values.}}',
  willRefuse:
    '{count, plural, one {{number} device can’t be changed} other {{number} devices can’t be changed}}',
  refused: '{count, plural, one {{number} device was not changed} other {{number} devices were not changed}}',
  andMore: 'and {count} more',
  confirm: '{count, plural, one {Change {number} device} other {Change {number} devices}}',
  changing: 'Changing devices…',
  failed: 'The change stopped because of an error',
  stopped: 'The change was stopped',
  stoppedAt:
    '{count, plural, one {{number} device was already done and stays changed.} other {{number} devices were already done and stay changed.}}',
  undo: 'Undo this change',
  undoing: 'Undoing…',
  undone: '{count, plural, one {Undone for {number} device} other {Undone for {number} devices}}',
  notUndone:
    '{count, plural, one {{number} device was changed again since then and was left as it is.} other {{number} devices were changed again since then and were left as they are.}}',
  unknown: 'Couldn’t find this change',
  gone: 'Your selection is gone',
  goneText: 'Go back to the list and select the devices again.',
  back: 'Back to devices',
} as const;
