import { fresh, OFFICE, PLANNERS, READERS, row, type RouteRow, STAFF } from './route-row.js';

/** Everybody who may ask for help for a site of theirs; technicians give it. */
const ASKERS = [...PLANNERS, 'site_staff'];

export const DRAFT = { model: 'los-angeles-2025-26', option: 'full-year', amount: 2, payer: 'site' };

const BANDS = [{ types: ['high'], fromPupils: 0, amount: 3 }];

export const newModel = (): object => ({
  key: fresh().toLowerCase(),
  name: 'Ours',
  unit: 'days',
  bands: BANDS,
  source: 'a board',
  sourceDate: '2026-07-01',
});

export const technicianAt = (homeSite: string): object => ({
  name: `Technician ${homeSite}`,
  homeSite,
  startsOn: '2025-07-01',
});

export const assignmentOf = (technicianId: string, site: string): object => ({
  technicianId,
  site,
  weekday: 1,
  startsOn: '2025-07-01',
  endsOn: '2026-06-30',
});

export const absenceOf = (technicianId: string): object => ({
  technicianId,
  fromOn: '2025-10-06',
  toOn: '2025-10-06',
  reason: 'sick',
});

export const coverOf = (technicianId: string, site: string): object => ({
  technicianId,
  site,
  on: '2025-10-08',
  kind: 'urgent',
});

/** A repair from 10 to 11 o'clock in California. */
export const visitOf = (technicianId: string, site: string, on = '2025-10-13'): object => ({
  technicianId,
  site,
  startsAt: `${on}T17:00:00Z`,
  endsAt: `${on}T18:00:00Z`,
  work: 'repair',
});

/** The routes of who gets how much help. */
export const ALLOCATION_ROUTES: Record<string, RouteRow> = {
  'GET /allocation/models': row(READERS, 'none', () => '/allocation/models'),
  'POST /allocation/models': row(OFFICE, 'none', () => '/allocation/models', newModel),
  'GET /allocation/models/:key': row(READERS, 'none', () => '/allocation/models/irvine-2016-17'),
  'PUT /allocation/models/:key': row(
    OFFICE,
    'district',
    (p) => `/allocation/models/${p.allocationModel}`,
    () => ({ name: 'Ours', unit: 'days', bands: BANDS, source: 'a board', sourceDate: '2026-07-01' }),
  ),
  'GET /allocation/plan': row(
    READERS,
    'none',
    () => '/allocation/plan?model=irvine-2016-17&schoolYear=2025-26',
  ),
  'GET /allocation/plan/export/:format': row(
    READERS,
    'none',
    () => '/allocation/plan/export/csv?model=irvine-2016-17&schoolYear=2025-26',
  ),
  'GET /allocation/delivered': row(
    READERS,
    'none',
    () => '/allocation/delivered?model=irvine-2016-17&schoolYear=2025-26',
  ),
  'POST /allocation/comparisons': row(
    READERS,
    'none',
    () => '/allocation/comparisons',
    () => ({
      scenarios: ['irvine-2016-17', 'los-angeles-2025-26'].map((model) => ({ model, schoolYear: '2025-26' })),
    }),
  ),
  'GET /allocation/sites/:id/entitlements': row(
    READERS,
    'site',
    (p) => `/allocation/sites/${p.site}/entitlements`,
  ),
  'PUT /allocation/sites/:id/entitlements/:schoolYear': row(
    PLANNERS,
    'site',
    (p) => `/allocation/sites/${p.site}/entitlements/2025-26`,
    () => ({ unit: 'days', amount: 2 }),
  ),
  'GET /allocation/purchases': row(READERS, 'none', () => '/allocation/purchases'),
  'POST /allocation/purchases': row(
    ASKERS,
    'none',
    () => '/allocation/purchases',
    (p) => ({ ...DRAFT, site: p.siteCode, schoolYear: '2025-26' }),
    { names: 'site' },
  ),
  'GET /allocation/purchases/:id': row(READERS, 'site', (p) => `/allocation/purchases/${p.purchase}`),
  'GET /allocation/purchases/:id/form.pdf': row(
    READERS,
    'site',
    (p) => `/allocation/purchases/${p.purchase}/form.pdf`,
  ),
  'PATCH /allocation/purchases/:id': row(
    ASKERS,
    'site',
    (p) => `/allocation/purchases/${p.purchase}`,
    () => DRAFT,
    { conflicts: true },
  ),
  'POST /allocation/purchases/:id/steps': row(
    ASKERS,
    'site',
    (p) => `/allocation/purchases/${p.purchase}/steps`,
    () => ({ state: 'submitted' }),
    { conflicts: true },
  ),

  'GET /technicians': row(READERS, 'none', () => '/technicians'),
  'POST /technicians': row(
    PLANNERS,
    'none',
    () => '/technicians',
    (p) => technicianAt(p.siteCode),
    { names: 'site' },
  ),
  'GET /technicians/:id': row(READERS, 'site', (p) => `/technicians/${p.technician}`),
  'PATCH /technicians/:id': row(
    PLANNERS,
    'site',
    (p) => `/technicians/${p.technician}`,
    () => ({ languages: ['es'] }),
  ),
  'GET /allocation/assignments': row(READERS, 'none', () => '/allocation/assignments'),
  'POST /allocation/assignments': row(
    PLANNERS,
    'none',
    () => '/allocation/assignments',
    (p) => ({ ...assignmentOf(p.technician, p.siteCode), startsOn: '2026-08-03', endsOn: '2026-08-04' }),
    { names: 'site', conflicts: true },
  ),
  'DELETE /allocation/assignments/:id': row(
    PLANNERS,
    'site',
    (p) => `/allocation/assignments/${p.assignment}`,
  ),
  'GET /allocation/settings': row(READERS, 'none', () => '/allocation/settings'),
  'PUT /allocation/settings': row(
    OFFICE,
    'none',
    () => '/allocation/settings',
    () => ({ reserveShare: 0.1 }),
  ),
  'GET /support-load': row(READERS, 'none', () => '/support-load'),
  'GET /support-load/fairness': row(READERS, 'none', () => '/support-load/fairness'),
  'GET /support-load/trend': row(READERS, 'none', () => '/support-load/trend'),
  'GET /support-load/sites/:id': row(READERS, 'site', (p) => `/support-load/sites/${p.site}`),
  'GET /support-load/weights': row(READERS, 'none', () => '/support-load/weights'),
  'PUT /support-load/weights': row(
    OFFICE,
    'none',
    () => '/support-load/weights',
    () => ({
      weights: ['desktop', 'laptop', 'ipad', 'chromebook', 'other'].map((kind) => ({
        kind,
        minutes: 100,
        source: 'own time reports',
        sourceDate: '2026-06-30',
      })),
    }),
  ),
  'POST /allocation/proposals': row(
    OFFICE,
    'none',
    () => '/allocation/proposals',
    () => ({ schoolYear: '2025-26' }),
  ),
  'POST /allocation/proposals/:id/acceptance': row(
    OFFICE,
    'district',
    (p) => `/allocation/proposals/${p.proposal}/acceptance`,
    undefined,
    { conflicts: true },
  ),

  'GET /allocation/absences': row(PLANNERS, 'none', () => '/allocation/absences'),
  'POST /allocation/absences': row(
    PLANNERS,
    'none',
    () => '/allocation/absences',
    (p) => ({ ...absenceOf(p.technician), fromOn: '2026-02-02', toOn: '2026-02-02' }),
    { names: 'site', conflicts: true },
  ),
  'DELETE /allocation/absences/:id': row(PLANNERS, 'site', (p) => `/allocation/absences/${p.absence}`),
  'GET /allocation/holes': row(READERS, 'none', () => '/allocation/holes?on=2025-10-06'),
  'POST /allocation/cover-proposals': row(
    PLANNERS,
    'none',
    () => '/allocation/cover-proposals',
    () => ({ on: '2025-10-06' }),
  ),
  'GET /allocation/covers': row(READERS, 'none', () => '/allocation/covers?on=2025-10-08'),
  'POST /allocation/covers': row(
    PLANNERS,
    'none',
    () => '/allocation/covers',
    (p) => ({ ...coverOf(p.technician, p.siteCode), on: '2025-10-09' }),
    { names: 'site', conflicts: true },
  ),
  'DELETE /allocation/covers/:id': row(PLANNERS, 'site', (p) => `/allocation/covers/${p.cover}`),

  'GET /work-kinds': row(READERS, 'none', () => '/work-kinds'),
  'POST /work-kinds': row(
    OFFICE,
    'none',
    () => '/work-kinds',
    () => ({ key: fresh().toLowerCase(), name: 'Testing rooms' }),
  ),
  'GET /time-entries': row(READERS, 'none', () => '/time-entries'),
  'POST /time-entries': row(
    STAFF,
    'none',
    () => '/time-entries',
    (p) => visitOf(p.technician, p.siteCode, '2025-10-14'),
    { names: 'site', conflicts: true },
  ),
  'GET /time-entries/:id': row(READERS, 'site', (p) => `/time-entries/${p.timeEntry}`),
  'PATCH /time-entries/:id': row(
    STAFF,
    'site',
    (p) => `/time-entries/${p.timeEntry}`,
    () => ({ note: 'two of them', reason: 'forgotten' }),
  ),
  'POST /time-entries/approvals': row(
    PLANNERS,
    'none',
    () => '/time-entries/approvals',
    (p) => ({ entries: [{ id: p.timeEntry, version: 1 }] }),
  ),
};
