import { newId } from '../../src/common/ids.js';
import { FIELD, OFFICE, READERS, row, STAFF, type RouteRow } from './route-row.js';
import { scanOf } from './scans.js';

/** The routes of what is scanned. */
export const SCAN_ROUTES: Record<string, RouteRow> = {
  'POST /scan-batches': row(
    FIELD,
    'none',
    () => '/scan-batches',
    () => ({ scans: [scanOf('NO-SUCH-CODE', 'seen')] }),
  ),
  'GET /scans': row(FIELD, 'none', () => '/scans'),
  'PUT /scans/:id/photo': {
    ...row(FIELD, 'none', () => `/scans/${newId()}/photo`, undefined, { always: 404 }),
    send: (test) => test.attach('file', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'photo.jpg'),
  },
  'GET /scans/:id/photo': row(READERS, 'none', () => `/scans/${newId()}/photo`, undefined, { always: 404 }),
  'GET /departures': row(READERS, 'none', () => '/departures'),
  'GET /conflicts': row(READERS, 'none', () => '/conflicts'),
  // Which of two devices it was is not said, so that it stays undecided.
  'POST /conflicts/:id/resolution': row(
    FIELD,
    'site',
    (p) => `/conflicts/${p.conflict}/resolution`,
    () => ({ decision: 'apply' }),
    { conflicts: true },
  ),
  'GET /field/devices': row(FIELD, 'none', () => '/field/devices', undefined, {
    tellsDistrict: true,
  }),
  'GET /loans': row(STAFF, 'none', () => '/loans'),
  'GET /sweeps': row(READERS, 'none', () => '/sweeps'),
  'POST /sweeps': row(
    FIELD,
    'none',
    () => '/sweeps',
    () => ({ site: 'NOT-A-SITE' }),
    { always: 400 },
  ),
  'GET /sweeps/due': row(READERS, 'none', () => '/sweeps/due'),
  'GET /sweeps/:id': row(READERS, 'site', (p) => `/sweeps/${p.sweep}`),
  'GET /sweeps/:id/findings': row(READERS, 'site', (p) => `/sweeps/${p.sweep}/findings`),
  'GET /sweeps/:id/report/:format': row(READERS, 'site', (p) => `/sweeps/${p.sweep}/report/csv`),
  'POST /sweeps/:id/closing': row(
    FIELD,
    'site',
    (p) => `/sweeps/${p.sweep}/closing`,
    () => ({ moves: false }),
    { conflicts: true },
  ),
  'GET /labels/layouts': row(READERS, 'none', () => '/labels/layouts'),
  // Which labels is not said, so that nothing is printed.
  'POST /labels': row(
    READERS,
    'none',
    () => '/labels',
    () => ({ layout: 'avery-5160' }),
    { always: 400 },
  ),
  'GET /tag-series': row(READERS, 'none', () => '/tag-series'),
  'POST /tag-series': row(
    OFFICE,
    'none',
    () => '/tag-series',
    () => ({ prefix: 'ROUTES-', digits: 4 }),
    { conflicts: true },
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
    'none',
    () => '/unknown-codes/claim',
    () => ({ code: 'NOBODY-HAS-THIS', deviceId: newId() }),
    { always: 404 },
  ),
  'POST /unknown-codes/dismissal': row(
    FIELD,
    'none',
    () => '/unknown-codes/dismissal',
    () => ({ code: 'NOBODY-HAS-THIS' }),
    { always: 404 },
  ),
};
