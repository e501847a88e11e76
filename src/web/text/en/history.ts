/** The history of a record. */
export const history = {
  title: 'History',
  none: 'No changes yet.',
  set: '{field}: {after}',
  changed: '{field}: {before} → {after}',
  nothing: 'none',
  byRollcall: 'Rollcall',
  recorded: 'recorded {when}',
  reason: 'Reason: {note}',
} as const;
