import type { Test } from 'supertest';
import type { TestUser } from './app.js';
import { fresh, OFFICE, PLANNERS, READERS, row, type RouteRow } from './route-row.js';

/** The setting that is to be removed next: each call that may, removes it. */
let setting = '';
const settingAgain = (admin: TestUser): Test =>
  admin
    .post('/replacement-settings')
    .send({ kind: 'other', lifeMonths: 60, source: 'a policy', asOf: '2026-07-01' })
    .expect(({ body }) => {
      setting = (body as { id?: string }).id ?? setting;
    });

/** The routes of reports and of what they assume. */
export const REPORT_ROUTES: Record<string, RouteRow> = {
  'GET /reports/kinds': row(READERS, 'none', () => '/reports/kinds'),
  'GET /reports/kinds/:kind/table': row(READERS, 'none', () => '/reports/kinds/not-sighted/table?by=devices'),
  'GET /reports/kinds/:kind/export/:format': row(
    READERS,
    'none',
    () => '/reports/kinds/counts/export/csv?groupBy=site',
  ),
  'GET /reports': row(PLANNERS, 'none', () => '/reports'),
  'POST /reports': row(
    PLANNERS,
    'none',
    () => '/reports',
    () => ({ name: fresh(), kind: 'counts' }),
  ),
  'GET /reports/:id': row(PLANNERS, 'office', (p) => `/reports/${p.report}`),
  'PATCH /reports/:id': row(
    PLANNERS,
    'office',
    (p) => `/reports/${p.report}`,
    () => ({ name: fresh() }),
  ),
  'POST /reports/:id/outputs': row(PLANNERS, 'office', (p) => `/reports/${p.report}/outputs`),
  'GET /reports/:id/outputs': row(PLANNERS, 'office', (p) => `/reports/${p.report}/outputs`),
  'GET /reports/outputs/:id': row(PLANNERS, 'office', (p) => `/reports/outputs/${p.output}`),
  'GET /reports/outputs/:id/table': row(PLANNERS, 'office', (p) => `/reports/outputs/${p.output}/table`),
  'GET /reports/outputs/:id/export/:format': row(
    PLANNERS,
    'office',
    (p) => `/reports/outputs/${p.output}/export/csv`,
  ),
  'GET /reports/outputs/:id/comparison': row(
    PLANNERS,
    'office',
    (p) => `/reports/outputs/${p.output}/comparison`,
  ),
  'GET /reports/outputs/:id/deliveries': row(
    PLANNERS,
    'office',
    (p) => `/reports/outputs/${p.output}/deliveries`,
  ),
  'POST /reports/outputs/:id/deliveries': row(
    PLANNERS,
    'office',
    (p) => `/reports/outputs/${p.output}/deliveries`,
    () => ({ recipients: ['board@test.example'] }),
  ),

  'GET /outbox': row(OFFICE, 'none', () => '/outbox'),
  'GET /outbox/:id': row(OFFICE, 'district', (p) => `/outbox/${p.letter}`),
  'POST /outbox/:id/retry': row(OFFICE, 'district', (p) => `/outbox/${p.letter}/retry`, undefined, {
    conflicts: true,
  }),

  'DELETE /reports/:id': row(PLANNERS, 'office', (p) => `/reports/${p.report}`),

  'GET /replacement-settings': row(READERS, 'none', () => '/replacement-settings'),
  'POST /replacement-settings': row(
    OFFICE,
    'none',
    () => '/replacement-settings',
    (p) => ({
      kind: 'chromebook',
      modelId: p.model,
      priceCents: 30_000,
      source: 'a quote',
      asOf: '2026-07-01',
    }),
    { names: 'district', conflicts: true },
  ),
  'GET /replacement-settings/:id': row(READERS, 'district', (p) => `/replacement-settings/${p.setting}`),
  'PATCH /replacement-settings/:id': row(
    OFFICE,
    'district',
    (p) => `/replacement-settings/${p.setting}`,
    () => ({ lifeMonths: 48 }),
  ),
  'DELETE /replacement-settings/:id': row(
    OFFICE,
    'none',
    () => `/replacement-settings/${setting}`,
    undefined,
    { before: settingAgain },
  ),
};
