/** Work that goes on by itself: imports, bulk changes, reports. */
export const jobs = {
  tray: '{count, plural, =0 {Background work} one {Background work: # running} other {Background work: # running}}',
  title: 'Background work',
  done: '{done} done',
  doneOf: '{done} of {total}',
  rate: '{rate} per second',
  secondsLeft: '{count, plural, one {about # second left} other {about # seconds left}}',
  minutesLeft: '{count, plural, one {about # minute left} other {about # minutes left}}',
  queued: 'Waiting to start',
  stop: 'Stop',
  stopping: 'Stopping',
} as const;

/** Kinds of work, by their names in the API. */
export const jobKind = {
  imports_rehearse: 'Check an import',
  imports_commit: 'Import',
  imports_undo: 'Undo an import',
  allocation_proposal: 'Plan technicians’ weeks',
  reports_make: 'Report',
  'coverages_look-up': 'Ask a manufacturer',
  'change-sets_undo': 'Undo changes',
  'devices_rehearse-in-bulk': 'Preview a change of devices',
  'devices_change-in-bulk': 'Change devices',
} as const;

export const jobState = {
  queued: 'Waiting',
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Stopped',
} as const;
