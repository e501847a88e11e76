import { accounts } from './accounts.js';
import { anyPage } from './any-page.js';
import { claimFiles } from './claim-files.js';
import { claims } from './claims.js';
import { devices } from './devices.js';
import { fields } from './fields.js';
import { imports } from './imports.js';
import { places } from './places.js';
import { replies } from './replies.js';
import { reports } from './reports.js';
import { rowNotes } from './row-notes.js';
import { salvage } from './salvage.js';
import { scans } from './scans.js';
import { support } from './support.js';
import { vendors } from './vendors.js';
import { warranty } from './warranty.js';

/** What went wrong, in Spanish, by the code of the API's answer. A test asks for every code that the API has. */
export const refusals: Readonly<Record<string, string>> = {
  ...anyPage,
  ...fields,
  ...accounts,
  ...places,
  ...devices,
  ...scans,
  ...imports,
  ...support,
  ...vendors,
  ...warranty,
  ...claims,
  ...salvage,
  ...claimFiles,
  ...replies,
  ...reports,
  ...rowNotes,
};
