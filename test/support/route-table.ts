import type { Test } from 'supertest';
import { ALLOCATION_ROUTES } from './allocation-routes.js';
import { CLAIM_FILE_ROUTES } from './claim-file-routes.js';
import { CLAIM_ROUTES } from './claim-routes.js';
import { FIGURE_ROUTES } from './figure-routes.js';
import { COVERAGE_ROUTES } from './coverage-routes.js';
import { PROBLEM_ROUTES } from './problem-routes.js';
import type { TestUser } from './app.js';
import { addressOf, type Place, WORLD_PASSWORD } from './district-world.js';
import { REPORT_ROUTES } from './report-routes.js';
import { SALVAGE_ROUTES } from './salvage-routes.js';
import { SCAN_ROUTES } from './scan-routes.js';
import { VENDOR_DESK_ROUTES } from './vendor-desk-routes.js';
import { VENDOR_PEOPLE_ROUTES } from './vendor-people-routes.js';
import { WARRANTY_ROUTES } from './warranty-routes.js';
import { ADMIN, FIELD, fresh, OFFICE, PLANNERS, READERS, row, type RouteRow, STAFF } from './route-row.js';

export type { RouteRow } from './route-row.js';

const note = (): object => ({ note: 'a mistake' });
const upload = (test: Test): Test =>
  test
    .field('kind', 'sites')
    .attach('file', Buffer.from(`Site code,Name,Type\n${fresh()},Filed,office\n`), 'sites.csv');

const HOLD = { kind: 'legal', forbids: ['dispose'], reason: 'a case' };

/** The hold that is lifted next. */
let lifted = { spare: '', hold: '' };

const placeHold = async (admin: TestUser, { spare }: Place): Promise<void> => {
  const { body } = await admin.post(`/devices/${spare}/holds`).send(HOLD);
  lifted = { spare, hold: (body as { id: string }).id };
};

const OURS = '/imports/mappings/sites/ours';
const MAPPING = { mapping: { columns: { Code: 'code' } } };

/** Every route, its method and path as they are declared. A route that is not here fails the test, and so does a row without a route. */
export const ROUTES: Record<string, RouteRow> = {
  'GET /health/live': row('anybody', 'none', () => '/health/live'),
  'GET /health/ready': row('anybody', 'none', () => '/health/ready'),
  'GET /metrics': row('anybody', 'none', () => '/metrics'),

  'POST /session': row(
    'anybody',
    'none',
    () => '/session',
    (p) => ({ email: addressOf(p.siteCode), password: WORLD_PASSWORD }),
  ),
  'GET /session': row('everybody', 'none', () => '/session'),
  'PATCH /session': row(
    'everybody',
    'none',
    () => '/session',
    () => ({ language: 'es' }),
  ),
  // The accounts of these tests have no password.
  'PUT /session/password': row(
    'everybody',
    'none',
    () => '/session/password',
    () => ({ currentPassword: WORLD_PASSWORD, newPassword: 'another good password' }),
    { always: 400 },
  ),
  'DELETE /session': row('anybody', 'none', () => '/session'),
  'GET /setup/:secret': row('anybody', 'none', () => '/setup/guess', undefined, { always: 403 }),
  'POST /setup/:secret': row(
    'anybody',
    'none',
    () => '/setup/guess',
    () => ({
      district: { name: 'A', slug: 'a', timeZone: 'UTC' },
      account: { email: 'a@test.example', password: WORLD_PASSWORD },
    }),
    { always: 403 },
  ),

  'GET /accounts': row(ADMIN, 'none', () => '/accounts'),
  'POST /accounts': row(
    ADMIN,
    'none',
    () => '/accounts',
    () => ({ email: `${fresh()}@test.example`, role: 'its' }),
  ),
  'GET /accounts/:id': row(ADMIN, 'district', (p) => `/accounts/${p.account}`),
  'PATCH /accounts/:id': row(
    ADMIN,
    'district',
    (p) => `/accounts/${p.account}`,
    () => ({ name: 'A' }),
  ),
  'GET /tokens': row('everybody', 'none', () => '/tokens'),
  'POST /tokens': row(
    'everybody',
    'none',
    () => '/tokens',
    () => ({ name: 'A' }),
  ),
  'DELETE /tokens/:id': row('everybody', 'owner', (p) => `/tokens/${p.token}`),

  // These jobs are imports of the admin's; whoever began one may see and stop it too, whatever their role.
  'GET /jobs': row('everybody', 'none', () => '/jobs'),
  'GET /jobs/:id': row('everybody', 'office', (p) => `/jobs/${p.job}`),
  'POST /jobs/:id/cancel': row('everybody', 'office', (p) => `/jobs/${p.job}/cancel`),

  'POST /imports': row(OFFICE, 'none', () => '/imports', undefined, { send: upload }),
  'GET /imports': row(OFFICE, 'none', () => '/imports'),
  'GET /imports/templates/:kind': row(OFFICE, 'none', () => '/imports/templates/sites.csv'),
  'GET /imports/mappings/:kind': row(OFFICE, 'none', () => '/imports/mappings/sites'),
  'PUT /imports/mappings/:kind/:name': row(
    OFFICE,
    'none',
    () => OURS,
    () => MAPPING,
  ),
  'DELETE /imports/mappings/:kind/:name': row(OFFICE, 'none', () => OURS, undefined, {
    before: (admin) => admin.put(OURS).send(MAPPING),
  }),
  'GET /imports/:id': row(OFFICE, 'district', (p) => `/imports/${p.import}`),
  'GET /imports/:id/rows': row(OFFICE, 'district', (p) => `/imports/${p.import}/rows`),
  'GET /imports/:id/errors.csv': row(OFFICE, 'district', (p) => `/imports/${p.import}/errors.csv`),
  'GET /imports/:id/notes.csv': row(OFFICE, 'district', (p) => `/imports/${p.import}/notes.csv`),
  'POST /imports/:id/cancel': row(OFFICE, 'district', (p) => `/imports/${p.import}/cancel`),
  'POST /imports/:id/commit': row(OFFICE, 'district', (p) => `/imports/${p.rehearsed}/commit`, undefined, {
    conflicts: true,
  }),
  'POST /imports/:id/undo': row(OFFICE, 'district', (p) => `/imports/${p.committed}/undo`, undefined, {
    conflicts: true,
  }),

  'GET /sites': row(READERS, 'none', () => '/sites'),
  // A new site would be out of a lead's reach, so that only who sees the whole district adds one.
  'POST /sites': row(
    OFFICE,
    'none',
    () => '/sites',
    () => ({ code: fresh(), name: 'A', type: 'office' }),
  ),
  'GET /sites/export/:format': row(READERS, 'none', () => '/sites/export/csv'),
  'GET /pupils/export/:format': row(READERS, 'none', () => '/pupils/export/csv'),
  'GET /sites/:id': row(READERS, 'site', (p) => `/sites/${p.site}`),
  'PATCH /sites/:id': row(
    PLANNERS,
    'site',
    (p) => `/sites/${p.site}`,
    () => ({ city: 'Irvine' }),
  ),
  'GET /sites/:id/pupils': row(READERS, 'site', (p) => `/sites/${p.site}/pupils`),
  'PUT /sites/:id/pupils/:schoolYear': row(
    PLANNERS,
    'site',
    (p) => `/sites/${p.site}/pupils/2025-26`,
    () => ({ pupils: 700 }),
  ),
  'GET /school-calendars/:schoolYear': row(READERS, 'none', () => '/school-calendars/2025-26'),
  'PUT /school-calendars/:schoolYear': row(
    OFFICE,
    'none',
    () => '/school-calendars/2025-26',
    () => ({ startsOn: '2025-08-13', endsOn: '2026-06-11' }),
  ),
  'GET /sites/:id/rooms': row(READERS, 'site', (p) => `/sites/${p.site}/rooms`),
  'POST /sites/:id/rooms': row(
    STAFF,
    'site',
    (p) => `/sites/${p.site}/rooms`,
    () => ({ name: fresh() }),
  ),
  'GET /rooms/:id': row(READERS, 'site', (p) => `/rooms/${p.room}`),
  'PATCH /rooms/:id': row(
    STAFF,
    'site',
    (p) => `/rooms/${p.room}`,
    () => ({ name: fresh() }),
  ),
  'GET /sites/:id/carts': row(READERS, 'site', (p) => `/sites/${p.site}/carts`),
  'POST /sites/:id/carts': row(
    STAFF,
    'site',
    (p) => `/sites/${p.site}/carts`,
    () => ({ name: fresh() }),
  ),
  'GET /carts/:id': row(READERS, 'site', (p) => `/carts/${p.cart}`),
  'PATCH /carts/:id': row(
    STAFF,
    'site',
    (p) => `/carts/${p.cart}`,
    () => ({ name: fresh() }),
  ),

  'GET /counts': row(READERS, 'none', () => '/counts?groupBy=site'),
  'GET /counts/growth': row(READERS, 'none', () => '/counts/growth?from=2026-01-01&groupBy=site'),
  'GET /counts/series': row(READERS, 'none', () => '/counts/series?from=2026-01-01&groupBy=site'),

  'GET /counts/devices': row(READERS, 'none', () => '/counts/devices'),
  'GET /counts/growth/events': row(READERS, 'none', () => '/counts/growth/events?from=2026-01-01'),

  ...ALLOCATION_ROUTES,
  ...PROBLEM_ROUTES,
  ...REPORT_ROUTES,
  ...SCAN_ROUTES,
  ...WARRANTY_ROUTES,
  ...VENDOR_PEOPLE_ROUTES,
  ...VENDOR_DESK_ROUTES,
  ...CLAIM_ROUTES,
  ...CLAIM_FILE_ROUTES,
  ...FIGURE_ROUTES,
  ...SALVAGE_ROUTES,
  ...COVERAGE_ROUTES,

  'GET /people': row(STAFF, 'none', () => '/people'),
  'POST /people': row(
    ADMIN,
    'none',
    () => '/people',
    () => ({ externalId: fresh(), role: 'staff' }),
  ),
  'GET /people/export/:format': row(STAFF, 'none', () => '/people/export/csv'),
  'GET /people/lookup': row(STAFF, 'none', () => '/people/lookup?numbers=1001'),
  'GET /people/:id': row(STAFF, 'site', (p) => `/people/${p.person}`),
  'PATCH /people/:id': row(
    ADMIN,
    'site',
    (p) => `/people/${p.person}`,
    () => ({ grade: '5' }),
  ),
  'POST /people/:id/redaction': row(ADMIN, 'site', (p) => `/people/${p.person}/redaction`),

  'GET /models': row(READERS, 'none', () => '/models'),
  'POST /models': row(
    OFFICE,
    'none',
    () => '/models',
    () => ({ manufacturer: 'Acer', name: fresh(), kind: 'laptop', platform: 'windows' }),
  ),
  'GET /models/:id': row(READERS, 'district', (p) => `/models/${p.model}`),
  'PATCH /models/:id': row(
    OFFICE,
    'district',
    (p) => `/models/${p.model}`,
    () => ({ expectedLifeMonths: 60 }),
  ),
  'GET /funding-sources': row(READERS, 'none', () => '/funding-sources'),
  'POST /funding-sources': row(
    OFFICE,
    'none',
    () => '/funding-sources',
    () => ({ name: fresh() }),
  ),
  'GET /funding-sources/known-retentions': row(READERS, 'none', () => '/funding-sources/known-retentions'),
  'GET /funding-sources/:id': row(READERS, 'district', (p) => `/funding-sources/${p.fund}`),
  'PATCH /funding-sources/:id': row(
    OFFICE,
    'district',
    (p) => `/funding-sources/${p.fund}`,
    () => ({ fain: 'S1' }),
  ),

  'GET /devices': row(READERS, 'none', () => '/devices'),
  'GET /devices/count': row(READERS, 'none', () => '/devices/count'),
  'GET /devices/lookup': row(READERS, 'none', (p) => `/devices/lookup?code=${p.tag}`),
  'GET /devices/export/:format': row(READERS, 'none', () => '/devices/export/csv'),
  'POST /devices': row(
    FIELD,
    'none',
    () => '/devices',
    () => ({
      assetTag: fresh(),
      manufacturer: 'Dell',
      model: 'Chromebook OWN',
      kind: 'chromebook',
      site: 'OWN',
    }),
  ),
  'PUT /devices/batch': row(
    FIELD,
    'none',
    () => '/devices/batch',
    () => ({ rows: [{ assetTag: 'OWN-1', notes: fresh() }] }),
  ),
  'POST /devices/bulk': row(
    FIELD,
    'none',
    () => '/devices/bulk',
    () => ({ filter: { site: ['OWN'] }, change: { notes: fresh() } }),
  ),
  'POST /devices/bulk/:id/undo': row(FIELD, 'owner', (p) => `/devices/bulk/${p.bulkChange}/undo`, undefined, {
    conflicts: true,
  }),
  'POST /devices/sightings': row(
    FIELD,
    'none',
    () => '/devices/sightings',
    (p) => ({ sightings: [{ code: p.tag, condition: 'good' }] }),
  ),
  'GET /devices/:id/sightings': row(READERS, 'site', (p) => `/devices/${p.device}/sightings`),
  'GET /devices/:id': row(READERS, 'site', (p) => `/devices/${p.device}`),
  'PATCH /devices/:id': row(
    FIELD,
    'site',
    (p) => `/devices/${p.device}`,
    () => ({ notes: fresh() }),
  ),
  'GET /devices/:id/events': row(READERS, 'site', (p) => `/devices/${p.device}/events`),
  'POST /devices/:id/holds': row(
    ADMIN,
    'site',
    (p) => `/devices/${p.spare}/holds`,
    () => HOLD,
  ),
  'DELETE /devices/:id/holds/:holdId': row(
    ADMIN,
    'site',
    (p) => `/devices/${p.spare}/holds/${lifted.spare === p.spare ? lifted.hold : p.hold}`,
    undefined,
    { before: placeHold },
  ),
  'POST /devices/:id/reopening': row(ADMIN, 'site', (p) => `/devices/${p.gone}/reopening`, note, {
    conflicts: true,
  }),
  'POST /devices/:id/merge': row(
    FIELD,
    'site',
    (p) => `/devices/${p.device}/merge`,
    (p) => ({ duplicateId: p.twin }),
    { conflicts: true },
  ),
  'POST /devices/:id/void': row(ADMIN, 'site', (p) => `/devices/${p.device}/void`, note),

  'GET /change-sets/:id': row(ADMIN, 'district', (p) => `/change-sets/${p.changeSet}`),
  'GET /change-sets/:id/events': row(ADMIN, 'district', (p) => `/change-sets/${p.changeSet}/events`),
  'POST /change-sets/:id/undo': row(ADMIN, 'district', (p) => `/change-sets/${p.changeSet}/undo`),
};
