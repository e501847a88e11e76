/** Forms: drafts, and changes that two people make at the same time. */
export const forms = {
  restored: 'Your unsaved changes are back',
  restoredText: 'Save them, or select Cancel to discard them.',
  changedMeanwhile: 'Someone else made changes while you were editing',
  changedElsewhere:
    'The other person changed different fields. The form has the changes of both of you. Save again.',
  changedBoth: 'You both changed these fields. Choose which value to keep, then save again.',
  mine: 'Yours: {value}',
  theirs: 'Theirs: {value}',
  yes: 'Yes',
  no: 'No',
} as const;
