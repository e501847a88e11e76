/** Rules (`src`), the API and the database (`test`): one Jest run, real PostgreSQL, real HTTP. */
export default {
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // Programs that the tests run; a browser among them is a lot to look through.
  modulePathIgnorePatterns: ['<rootDir>/\\.cache/'],
  // Node loads the specs and all that they import; see there.
  testRunner: '<rootDir>/test/support/run-natively.mjs',
  transform: {},
  testSequencer: '<rootDir>/test/support/slowest-first.mjs',
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  testTimeout: 60_000,
  // On two cores: many specs wait, for processes that start or are killed and for pages.
  maxWorkers: 3,
  // A worker keeps what it has loaded, and every file leaves a little behind.
  workerIdleMemoryLimit: '2GB',
  // A connection that a killed child of a test leaves half open must not hold the run for ever.
  forceExit: true,
};
