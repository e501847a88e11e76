/** What every page says that takes photos and papers. */
export const files = {
  takePhoto: 'Take photo',
  choose: 'Choose files',
  choosePhotos: 'Choose photos',
  sending: '{count, plural, one {Adding # file} other {Adding # files}}',
  adding: 'Adding {name}',
  notAdded: '{name} was not added',
  dismiss: 'Dismiss',
  empty: 'This file is empty. Choose another file.',
  wrongType: 'This type of file can’t be added. Choose a JPEG, PNG or WebP photo, or a PDF file.',
  wrongPhotoType: 'This type of file can’t be added. Choose a JPEG, PNG or WebP photo.',
  unreadable:
    'This photo can’t be read. Save it as a JPEG, PNG or WebP file, or take it again, and then add that file.',
  tooLarge:
    'This file has {size, number} MB, and a file can have up to 10 MB. Make it smaller, and then add it again.',
  open: 'Show {name} large',
  download: 'Download {name}',
  delete: 'Delete',
  deleteOne: 'Delete {name}',
  askDelete: 'Delete this file?',
  deleteText: '{name} will be deleted for good. You can’t get it back.',
  keep: 'Keep file',
  previous: 'Previous',
  next: 'Next',
  place: '{at} of {of}',
  original: 'Open in a new tab',
} as const;
