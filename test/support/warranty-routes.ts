import { fresh, OFFICE, READERS, row, type RouteRow } from './route-row.js';

export const newVendor = (): object => ({
  name: `Vendor ${fresh()}`,
  roles: ['manufacturer'],
  contacts: [{ level: 1, name: 'Ann Lee', email: 'ann@vendor.example' }],
});

/** The routes of vendors. */
export const WARRANTY_ROUTES: Record<string, RouteRow> = {
  'GET /vendors': row(READERS, 'none', () => '/vendors'),
  'POST /vendors': row(OFFICE, 'none', () => '/vendors', newVendor),
  'GET /vendors/:id': row(READERS, 'district', (p) => `/vendors/${p.vendor}`),
  'PATCH /vendors/:id': row(
    OFFICE,
    'district',
    (p) => `/vendors/${p.vendor}`,
    () => ({ notes: fresh() }),
  ),
};
