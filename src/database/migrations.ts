import { CreatedAccess1764000000000 } from '../../migrations/1764000000000-created-access.js';
import { CreatedJobs1764000001000 } from '../../migrations/1764000001000-created-jobs.js';
import { CreatedSites1764000002000 } from '../../migrations/1764000002000-created-sites.js';
import { CreatedCounts1764000003000 } from '../../migrations/1764000003000-created-counts.js';
import { CreatedDevices1764000004000 } from '../../migrations/1764000004000-created-devices.js';
import { CreatedImports1764000005000 } from '../../migrations/1764000005000-created-imports.js';
import { LoggedNameReadings1764000006000 } from '../../migrations/1764000006000-logged-name-readings.js';
import { TightenedNamesAndAges1764000007000 } from '../../migrations/1764000007000-tightened-names-and-ages.js';
import { CoveredCounts1764000008000 } from '../../migrations/1764000008000-covered-counts.js';

/** Every migration in order, named one by one: a file that was forgotten here fails the drift test. */
export const MIGRATIONS = [
  CreatedAccess1764000000000,
  CreatedJobs1764000001000,
  CreatedSites1764000002000,
  CreatedCounts1764000003000,
  CreatedDevices1764000004000,
  CreatedImports1764000005000,
  LoggedNameReadings1764000006000,
  TightenedNamesAndAges1764000007000,
  CoveredCounts1764000008000,
];
