import { DataSource } from 'typeorm';
import { randomBytes } from 'node:crypto';
import { AccountsService, type NewAccount } from '../../../access/accounts/accounts.service.js';
import type { Role } from '../../../access/scope.js';
import { Transactions } from '../../../database/transactions.js';
import type { DemoStage } from '../demo-stage.js';
import { DEMO_EMAIL, REGIONS } from '../irvine.js';
import type { PlannedTechnician } from '../support/week-plan.js';

/** How somebody signs in to the demo. It is shown once. */
export interface SignIn {
  role: Role;
  name: string;
  email: string;
  password: string;
}

const PASSWORD_BYTES = 12;

const ADMIN: NewAccount & { name: string } = { email: DEMO_EMAIL, name: 'Alex Demo', role: 'admin' };
export const ITS_EMAIL = 'its@irvine.example';
export const LEAD_EMAIL = 'lead@irvine.example';
export const LIAISON_EMAIL = 'liaison@irvine.example';
export const TECHNICIAN_EMAIL = 'technician@irvine.example';
const PRINCIPAL_EMAIL = 'principal@irvine.example';
export const VENDOR_EMAIL = 'vendor@irvine.example';

/** Accounts that get a password, in the order in which they are shown after the admin. */
const SIGN_IN: readonly string[] = [
  ITS_EMAIL,
  LEAD_EMAIL,
  LIAISON_EMAIL,
  TECHNICIAN_EMAIL,
  PRINCIPAL_EMAIL,
  VENDOR_EMAIL,
];

const OFFICE: readonly NewAccount[] = [
  { email: ITS_EMAIL, name: 'Dana Whitfield', role: 'its' },
  { email: LEAD_EMAIL, name: 'Marcus Bell', role: 'lead', regions: [REGIONS.north] },
  { email: LIAISON_EMAIL, name: 'Elena Ruiz', role: 'liaison', regions: [REGIONS.south] },
];

/** The school of the principal and the technician who sign in: the lead's region has it too. */
export const SHOWN_SCHOOL = '30736503030657';

/** Principals who ask for support, each at one school. */
export const PRINCIPALS: Readonly<Record<string, NewAccount>> = {
  northwoodHigh: principal(PRINCIPAL_EMAIL, 'Grace Lindqvist', SHOWN_SCHOOL),
  portolaHigh: principal('omar.haddad@irvine.example', 'Omar Haddad', '30736500133405'),
  universityHigh: principal('ruth.kwan@irvine.example', 'Ruth Kwan', '30736503035102'),
  irvineHigh: principal('paul.serrano@irvine.example', 'Paul Serrano', '30736503030152'),
  beaconPark: principal('nina.castellano@irvine.example', 'Nina Castellano', '30736500133389'),
  sierraVista: principal('james.otto@irvine.example', 'James Otto', '30736506100879'),
  woodbury: principal('lily.tran@irvine.example', 'Lily Tran', '30736506085344'),
  jeffreyTrail: principal('robert.faulk@irvine.example', 'Robert Faulk', '30736500127472'),
  deerfield: principal('amy.solano@irvine.example', 'Amy Solano', '30736506096184'),
};

function principal(email: string, name: string, site: string): NewAccount {
  return { email, name, role: 'site_staff', sites: [site] };
}

/** Makes the accounts that are not there yet, without passwords. @returns ids of all accounts by their address */
export async function makeAccounts(
  stage: DemoStage,
  technicians: readonly PlannedTechnician[],
): Promise<Map<string, string>> {
  const accounts = stage.session.app.get(AccountsService);
  const known = await accountIds(stage);
  const wanted: NewAccount[] = [
    ...OFFICE,
    ...Object.values(PRINCIPALS),
    ...technicians.map(({ name, email, sites }) => ({ name, email, role: 'technician' as const, sites })),
  ];
  for (const account of wanted) {
    if (known.has(account.email)) continue;
    const { id } = await accounts.create(stage.scope.districtId, account);
    known.set(account.email, id);
  }
  return known;
}

/**
 * Makes the admin and gives everybody a password who signs in, in one transaction: the last thing that a load does,
 * so that where the admin is there, everything else is.
 */
export function makeSignIns(stage: DemoStage, ids: ReadonlyMap<string, string>): Promise<SignIn[]> {
  const { session, scope } = stage;
  const accounts = session.app.get(AccountsService);
  return session.app.get(Transactions).run(async (tx) => {
    const password = newPassword();
    await accounts.createWithin(tx, scope.districtId, { ...ADMIN, password });
    const signIns: SignIn[] = [{ role: ADMIN.role, name: ADMIN.name, email: ADMIN.email, password }];
    for (const email of SIGN_IN) {
      const id = ids.get(email);
      if (!id) throw new Error(`The demo's account ${email} is not there.`);
      const own = newPassword();
      const { name, role } = await accounts.setPasswordWithin(tx, scope.districtId, id, own);
      signIns.push({ role, name, email, password: own });
    }
    return signIns;
  });
}

async function accountIds({ session, scope }: DemoStage): Promise<Map<string, string>> {
  const rows = await session.app
    .get(DataSource)
    .query<{ id: string; email: string }[]>(`SELECT id, email FROM accounts WHERE district_id = $1`, [
      scope.districtId,
    ]);
  return new Map(rows.map(({ email, id }) => [email, id]));
}

function newPassword(): string {
  return randomBytes(PASSWORD_BYTES).toString('base64url');
}
