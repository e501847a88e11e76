import type { TestApp, TestUser } from './app.js';
import type { Place } from './district-world.js';
import { fresh, READERS, row, type RouteRow, STAFF } from './route-row.js';

/** A bad lot as Rollcall would have found it. */
export async function addBadLot(
  { source }: Pick<TestApp, 'source'>,
  districtId: string,
  modelId: string,
): Promise<string> {
  const [lot] = await source.query<{ id: string }[]>(
    `INSERT INTO bad_lots (district_id, id, model_id, purchase_reference, devices, failures, device_years, rate_low,
            rate_high, rest_rate, corrected_chance, covered_devices, claim_by, last_coverage_on, found_at, updated_at)
     VALUES ($1, gen_random_uuid(), $2, $3, 25, 12, 33.3, 18.6, 62.9, 3.2, 0.001, 6, '2027-01-31', '2027-06-30', now(),
            now()) RETURNING id`,
    [districtId, modelId, fresh()],
  );
  return lot?.id ?? '';
}

const stepsOf = ({ badLot }: Place): string => `/warranty/bad-lots/found/${badLot}/steps`;

export const HANDLED = { step: 'handle', note: 'The vendor repairs all of them.' };

/** So that it can be handled; it is open already if nobody handled it. */
export const reopened = (admin: TestUser, place: Place): ReturnType<TestUser['post']> =>
  admin.post(stepsOf(place)).send({ step: 'reopen', note: 'There is still something to do.' });

/** The routes of what claims and coverages add up to. */
export const FIGURE_ROUTES: Record<string, RouteRow> = {
  'GET /warranty/scorecard': row(READERS, 'none', () => '/warranty/scorecard'),
  'GET /warranty/missed-coverage': row(READERS, 'none', () => '/warranty/missed-coverage'),
  'GET /warranty/missed-coverage/totals': row(READERS, 'none', () => '/warranty/missed-coverage/totals'),
  'GET /warranty/missed-coverage/repairs': row(READERS, 'none', () => '/warranty/missed-coverage/repairs'),
  'GET /warranty/bad-lots': row(READERS, 'none', () => '/warranty/bad-lots'),
  'GET /warranty/bad-lots/found': row(STAFF, 'none', () => '/warranty/bad-lots/found'),
  'GET /warranty/bad-lots/found/:id': row(STAFF, 'district', (p) => `/warranty/bad-lots/found/${p.badLot}`),
  'GET /warranty/bad-lots/found/:id/devices': row(
    STAFF,
    'district',
    (p) => `/warranty/bad-lots/found/${p.badLot}/devices`,
  ),
  'POST /warranty/bad-lots/found/:id/steps': row(STAFF, 'district', stepsOf, () => HANDLED, {
    before: reopened,
  }),
};
