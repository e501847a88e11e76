import type { TestUser } from './app.js';
import type { Place } from './district-world.js';
import { fresh, row, type RouteRow, STAFF } from './route-row.js';

export const somebody = (): object => ({
  email: `${fresh().toLowerCase()}@vendor.example`,
  name: 'Kim Tran',
});

/** Invites somebody to the vendor of a place. @returns the id of the invitation */
export async function invited(admin: TestUser, { vendor }: Pick<Place, 'vendor'>): Promise<string> {
  const { body } = await admin.post(`/vendors/${vendor}/invitations`).send(somebody()).expect(201);
  return (body as { id: string }).id;
}

/** What the last call used up is made again before each. */
let open = { vendor: '', invitation: '' };
const invite = async (admin: TestUser, place: Place): Promise<void> => {
  open = { vendor: place.vendor, invitation: await invited(admin, place) };
};

const PASSWORD = (): object => ({ password: 'correct horse battery' });

/** The routes of people who work at vendors. */
export const VENDOR_PEOPLE_ROUTES: Record<string, RouteRow> = {
  'GET /vendors/:id/invitations': row(STAFF, 'district', (p) => `/vendors/${p.vendor}/invitations`),
  'POST /vendors/:id/invitations': row(
    STAFF,
    'district',
    (p) => `/vendors/${p.vendor}/invitations`,
    somebody,
  ),
  'POST /vendors/:id/invitations/:invitationId/reminder': row(
    STAFF,
    'district',
    (p) => `/vendors/${p.vendor}/invitations/${p.invitation}/reminder`,
  ),
  'POST /vendors/:id/invitations/:invitationId/link': row(
    STAFF,
    'district',
    (p) => `/vendors/${p.vendor}/invitations/${p.invitation}/link`,
  ),
  'POST /vendors/:id/invitations/:invitationId/withdrawal': row(
    STAFF,
    'district',
    (p) =>
      `/vendors/${p.vendor}/invitations/${p.vendor === open.vendor ? open.invitation : p.invitation}/withdrawal`,
    undefined,
    { before: invite },
  ),
  'GET /vendors/:id/accounts': row(STAFF, 'district', (p) => `/vendors/${p.vendor}/accounts`),
  'PATCH /vendors/:id/accounts/:accountId': row(
    STAFF,
    'district',
    (p) => `/vendors/${p.vendor}/accounts/${p.vendorAccount}`,
    () => ({ disabled: false }),
  ),
  'GET /invitations/:secret': row('anybody', 'none', () => '/invitations/guess', undefined, { always: 403 }),
  'POST /invitations/:secret': row('anybody', 'none', () => '/invitations/guess', PASSWORD, { always: 403 }),
};
