import type { TestUser } from './app.js';
import type { Place } from './district-world.js';
import { FIELD, PLANNERS, READERS, row, type RouteRow } from './route-row.js';

const ASKERS = [...PLANNERS, 'site_staff'];

export const problemAt = (site: string): object => ({ site, description: 'The screen stays dark.' });

/** A report of a place that waits for its next step, where the last one used up the place's own. */
let fresh = { site: '', id: '' };
const reportAt = (p: Place): string => (p.site === fresh.site ? fresh.id : p.problemReport);

const report = async (admin: TestUser, { site, siteCode }: Place): Promise<void> => {
  const { body } = await admin.post('/problem-reports').send(problemAt(siteCode));
  fresh = { site, id: (body as { id: string }).id };
};
const reportAndClose = async (admin: TestUser, place: Place): Promise<void> => {
  await report(admin, place);
  await admin.post(`/problem-reports/${fresh.id}/closing`).send({ note: 'done' });
};

/** The routes of what people at sites report. */
export const PROBLEM_ROUTES: Record<string, RouteRow> = {
  'GET /problem-reports': row(READERS, 'none', () => '/problem-reports'),
  'POST /problem-reports': row(
    ASKERS,
    'none',
    () => '/problem-reports',
    (p) => problemAt(p.siteCode),
    { names: 'site' },
  ),
  'GET /problem-reports/:id': row(READERS, 'site', (p) => `/problem-reports/${p.problemReport}`),
  'POST /problem-reports/:id/closing': row(
    FIELD,
    'site',
    (p) => `/problem-reports/${reportAt(p)}/closing`,
    () => ({ note: 'Replaced the battery.' }),
    { before: report },
  ),
  'POST /problem-reports/:id/reopening': row(
    ASKERS,
    'site',
    (p) => `/problem-reports/${reportAt(p)}/reopening`,
    () => ({ note: 'It went dark again.' }),
    { before: reportAndClose },
  ),
};
