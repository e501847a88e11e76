/** The first steps of a new district. */
export const start = {
  title: 'Get started',
  text: 'These steps bring your inventory into Rollcall. You can leave and come back at any time.',
  hide: 'Hide these steps',
  step: 'Step {n}',
  done: 'Done',
  sites: 'Add your sites',
  sitesText:
    'Upload a CSV or Excel file with one row for each school or office, or add them one by one. Rollcall checks the file before it saves anything.',
  sitesDone: '{count, plural, one {# site is} other {# sites are}} on record.',
  sitesMany: '{count} sites or more are on record.',
  devicesByAdmin: 'An administrator of your district imports the devices.',
  importSites: 'Import sites',
  addSite: 'Add a site',
  devices: 'Import your devices',
  devicesText:
    'Upload a CSV or Excel file from your current system. You see what will be added and changed before anything is saved.',
  devicesFirst: 'Add your sites first. Each device belongs to a site.',
  devicesDone: '{count, plural, one {# device is} other {# devices are}} on record.',
  importDevices: 'Import devices',
  people: 'Add your team',
  peopleText: 'Add accounts for technicians, ITS and principals, and choose which sites each of them sees.',
  peopleDone: '{count, plural, one {# account} other {# accounts}}.',
  addAccount: 'Add an account',
  labels: 'Print labels',
  labelsText: 'Print a label with a barcode for each device. Then anyone can scan it with a phone.',
  labelsFirst: 'Import your devices first.',
  printLabels: 'Print labels',
  sample: 'Just looking around?',
  sampleText:
    'Load 5 sample sites with 60 devices to try everything out. They are imported like any file, and you can remove them in one step.',
  loadSample: 'Load the sample',
  sampleHere: 'You’re looking at sample data',
  sampleHereText:
    'Remove the sample before you import your own data. Rollcall then undoes the two sample imports. The sample sites stay in the records as closed sites.',
  removeSample: 'Remove the sample',
  sampleFailed: 'The sample could not be loaded: {reason}',
} as const;
