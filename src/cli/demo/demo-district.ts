import { DataSource } from 'typeorm';
import { DistrictsService } from '../../access/districts.service.js';
import { type Scope, systemScope } from '../../access/scope.js';
import { dateIn } from '../../common/time/clock.js';
import { Conflict } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import { ChangeSetsService } from '../../devices/change-sets/change-sets.service.js';
import type { Session } from '../session.js';
import { DEMO_CHANGE_SET, DEMO_EMAIL, IRVINE } from './irvine.js';

/** The demo's district, as far as it has come. */
export interface DemoDistrict {
  scope: Scope;
  /** The day on which the demo was begun, in the district's time zone: today, in its story. */
  storyEndsOn: string;
  /** The admin is made last, so where there is one, everything else is there. */
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
      `A district named "${IRVINE.slug}" already exists, and the demo did not create it. Nothing was changed. Use another database to load the demo.`,
      'DEMO_SLUG_TAKEN',
    );
  return {
    scope: systemScope(found),
    storyEndsOn: dateIn(found.timeZone, found.begunAt),
    isComplete: found.hasAccount,
  };
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
