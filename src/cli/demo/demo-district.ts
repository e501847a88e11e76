import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { AccountsService } from '../../access/accounts/accounts.service.js';
import { DistrictsService } from '../../access/districts.service.js';
import { type Scope, systemScope } from '../../access/scope.js';
import { dateIn } from '../../common/time/clock.js';
import { Conflict } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import { ChangeSetsService } from '../../devices/change-sets/change-sets.service.js';
import type { Session } from '../session.js';
import { DEMO_CHANGE_SET, DEMO_EMAIL, IRVINE } from './irvine.js';

const PASSWORD_BYTES = 12;

/** The demo's district, as far as it has come. */
export interface DemoDistrict {
  scope: Scope;
  /** The last day of the story: the day on which the demo was begun, in the district's time zone. */
  storyEndsOn: string;
  /** The account is made last, so where it is there, so is everything else. */
  isComplete: boolean;
}

interface DistrictRow {
  id: string;
  timeZone: string;
  begunAt: Date | null;
  hasAccount: boolean;
}

/**
 * Finds the demo's district, or begins it.
 * @throws Conflict where somebody else's district has its slug
 */
export async function openDemoDistrict({ app }: Session): Promise<DemoDistrict> {
  const found = (await find(app.get(DataSource))) ?? (await begin(app));
  if (!found.begunAt)
    throw new Conflict(
      `There is a district "${IRVINE.slug}" already that the demo did not make; the demo stays away from it.`,
      'DEMO_SLUG_TAKEN',
    );
  return {
    scope: systemScope(found),
    storyEndsOn: dateIn(found.timeZone, found.begunAt),
    isComplete: found.hasAccount,
  };
}

/** Makes the account to try the demo with. @returns its password, which is nowhere else */
export async function makeDemoAccount({ app }: Session, scope: Scope): Promise<string> {
  const password = randomBytes(PASSWORD_BYTES).toString('base64url');
  await app
    .get(AccountsService)
    .create(scope.districtId, { email: DEMO_EMAIL, name: 'Demo', role: 'admin', password });
  return password;
}

async function find(source: DataSource): Promise<DistrictRow | undefined> {
  const [row] = await source.query<DistrictRow[]>(
    `SELECT d.id, d.time_zone AS "timeZone", c.recorded_at AS "begunAt", a.id IS NOT NULL AS "hasAccount"
       FROM districts d
       LEFT JOIN change_sets c ON c.district_id = d.id AND c.id = $2
       LEFT JOIN accounts a ON a.district_id = d.id AND a.email = $3
      WHERE d.slug = $1`,
    [IRVINE.slug, DEMO_CHANGE_SET, DEMO_EMAIL],
  );
  return row;
}

function begin(app: Session['app']): Promise<DistrictRow> {
  return app.get(Transactions).run(async (tx) => {
    const district = await app.get(DistrictsService).createWithin(tx, IRVINE);
    const { recordedAt } = await app
      .get(ChangeSetsService)
      .beginWithin(tx, systemScope(district), 'import', { id: DEMO_CHANGE_SET });
    const { id, timeZone } = district;
    return { id, timeZone, begunAt: recordedAt, hasAccount: false };
  });
}
