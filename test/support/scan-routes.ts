import type { TestUser } from './app.js';
import type { Place } from './district-world.js';
import { FIELD, fresh, OFFICE, READERS, row, type RouteRow, STAFF } from './route-row.js';
import { scanOf, sendScans } from './scans.js';

/** A code that was scanned at a site and that nothing has: each call that is let through decides about it. */
let stray = { site: '', code: '' };
const scanStray = async (admin: TestUser, { site, siteCode }: Place): Promise<void> => {
  stray = { site, code: fresh() };
  await sendScans(admin, [scanOf(stray.code, 'seen', { site: siteCode })]);
};
const strayCode = (p: Place): string => (p.site === stray.site ? stray.code : p.unknownCode);

/** A scan of a code that two devices of a place have, so that somebody has to say which one it was. */
let conflict = { site: '', id: '' };
const scanShared = async (admin: TestUser, { site, siteCode, sharedCode }: Place): Promise<void> => {
  const [result] = await sendScans(admin, [scanOf(sharedCode, 'seen', { site: siteCode })]);
  conflict = { site, id: result?.id ?? '' };
};

/** A room that nobody sweeps yet. */
let newRoom = '';
const addRoom = async (admin: TestUser, place: Place): Promise<void> => {
  newRoom = fresh();
  await admin.post(`/sites/${place.site}/rooms`).send({ name: newRoom });
};

/** The routes of what is scanned. */
export const SCAN_ROUTES: Record<string, RouteRow> = {
  'POST /scan-batches': row(
    FIELD,
    'none',
    () => '/scan-batches',
    () => ({ scans: [scanOf('NO-SUCH-CODE', 'seen')] }),
  ),
  'GET /scans': row(FIELD, 'none', () => '/scans'),
  // Only whoever scanned the code adds a photo: here, the admin.
  'PUT /scans/:id/photo': row(FIELD, 'owner', (p) => `/scans/${p.scan}/photo`, undefined, {
    send: (test) => test.attach('file', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'photo.jpg'),
  }),
  'GET /scans/:id/photo': row(READERS, 'site', (p) => `/scans/${p.scan}/photo`),
  'GET /departures': row(READERS, 'none', () => '/departures'),
  'GET /conflicts': row(READERS, 'none', () => '/conflicts'),
  'POST /conflicts/:id/resolution': row(
    FIELD,
    'site',
    (p) => `/conflicts/${p.site === conflict.site ? conflict.id : p.conflict}/resolution`,
    (p) => ({ decision: 'apply', deviceId: p.spare }),
    { before: scanShared },
  ),
  'GET /field/devices': row(FIELD, 'none', () => '/field/devices'),
  'GET /field/codes': row(FIELD, 'none', () => '/field/codes'),
  'GET /field/actions': row(FIELD, 'none', () => '/field/actions'),
  'GET /loans': row(STAFF, 'none', () => '/loans'),
  'GET /sweeps': row(READERS, 'none', () => '/sweeps'),
  'POST /sweeps': row(
    FIELD,
    'none',
    () => '/sweeps',
    (p) => ({ site: p.siteCode, room: newRoom }),
    { names: 'site', before: addRoom },
  ),
  'GET /sweeps/due': row(READERS, 'none', () => '/sweeps/due'),
  'GET /sweeps/:id': row(READERS, 'site', (p) => `/sweeps/${p.sweep}`),
  'GET /sweeps/:id/findings': row(READERS, 'site', (p) => `/sweeps/${p.sweep}/findings`),
  'GET /sweeps/:id/report/:format': row(READERS, 'site', (p) => `/sweeps/${p.sweep}/report/csv`),
  // Nobody has signed it.
  'GET /sweeps/:id/signature': row(READERS, 'site', (p) => `/sweeps/${p.signedSweep}/signature`),
  'POST /sweeps/:id/closing': row(
    FIELD,
    'site',
    (p) => `/sweeps/${p.sweep}/closing`,
    () => ({ moves: false }),
    { conflicts: true },
  ),
  'GET /labels/layouts': row(READERS, 'none', () => '/labels/layouts'),
  'POST /labels': row(
    READERS,
    'none',
    () => '/labels',
    () => ({ layout: 'avery-5160', filter: { site: ['OWN'] } }),
  ),
  'GET /tag-series': row(READERS, 'none', () => '/tag-series'),
  'POST /tag-series': row(
    OFFICE,
    'none',
    () => '/tag-series',
    () => ({ prefix: `${fresh()}-`, digits: 4 }),
  ),
  'GET /tag-series/:id/ranges': row(READERS, 'district', (p) => `/tag-series/${p.tagSeries}/ranges`),
  'POST /tag-series/:id/ranges': row(
    FIELD,
    'district',
    (p) => `/tag-series/${p.tagSeries}/ranges`,
    () => ({ count: 1 }),
  ),
  'GET /unknown-codes': row(READERS, 'none', () => '/unknown-codes'),
  'POST /unknown-codes/retry': row(
    FIELD,
    'site',
    () => '/unknown-codes/retry',
    (p) => ({ code: p.unknownCode }),
  ),
  'POST /unknown-codes/claim': row(
    FIELD,
    'site',
    () => '/unknown-codes/claim',
    (p) => ({ code: strayCode(p), deviceId: p.device }),
    { before: scanStray },
  ),
  'POST /unknown-codes/dismissal': row(
    FIELD,
    'site',
    () => '/unknown-codes/dismissal',
    (p) => ({ code: strayCode(p) }),
    { before: scanStray },
  ),
};
