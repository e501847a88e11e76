import { ClaimEscalations } from '../../src/warranty/clocks/claim-escalations.js';
import { testApp, type TestApp } from '../support/app.js';
import { type ClaimDesk, claimDesk } from '../support/claim-files.js';
import { until } from '../support/jobs.js';
import { SmtpPeer } from '../support/smtp-peer.js';
import { DAY_AND_NIGHT } from '../support/vendor-claims.js';
import { WorkerProcess } from '../support/worker-process.js';

const VENDORS = ['north', 'south', 'east', 'west', 'center'];
const CLAIMS_OF_VENDOR = 200;
const CLAIMS = VENDORS.length * CLAIMS_OF_VENDOR;
/** How often the claims of one vendor become late again, for whatever happens only now and then. */
const ROUNDS = 20;
/** Sweeps that begin at the same moment in each process. */
const SWEEPS = 4;

let smtp: SmtpPeer;
let app: TestApp;
let here: ClaimDesk;
let workers: WorkerProcess[];

beforeAll(async () => {
  smtp = await SmtpPeer.start();
  app = await testApp({ ROLE: 'api', SMTP_URL: smtp.url });
  here = await claimDesk(app);
  workers = ['one', 'two'].map(
    (name) => new WorkerProcess(app.database.appUrl, name, { SMTP_URL: smtp.url }),
  );
  await Promise.all(workers.map((worker) => worker.ready()));
}, 300_000);

afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.killHard()));
  await app.close();
  await smtp.stop();
});

/** As if all claims had been sent so many hours earlier. */
async function hoursPass(hours: number): Promise<void> {
  await app.source.query(
    `UPDATE claims SET clock_from = clock_from - make_interval(secs => $2), escalates_at = escalates_at - make_interval(secs => $2)
      WHERE district_id = $1 AND clock_from IS NOT NULL`,
    [here.district.id, hours * 3_600],
  );
}

/** All processes look for late claims at the same moment, several times each. */
async function lookEverywhere(): Promise<void> {
  const sweeps = Array.from({ length: SWEEPS }, () => [
    app.get(ClaimEscalations).raiseLate(),
    ...workers.map((worker) => worker.raiseLate()),
  ]);
  await Promise.all(sweeps.flat());
}

async function raised(): Promise<object[]> {
  return app.source.query(
    `SELECT level, clock, count(*)::int AS raised, count(DISTINCT claim_id)::int AS claims,
            count(DISTINCT notice_id)::int AS notices
       FROM claim_escalations WHERE district_id = $1 GROUP BY level, clock ORDER BY level`,
    [here.district.id],
  );
}

/** Letters that the vendors' contacts of a level got, by address. */
async function lettersAt(level: number): Promise<Record<string, number>> {
  const arrived = (): string[] =>
    smtp.letters.flatMap(({ to }) => to.filter((at) => at.startsWith(`l${level}@`)));
  await until(60, async () => {
    const [{ left } = { left: 1 }] = await app.source.query<{ left: number }[]>(
      `SELECT count(*)::int AS left FROM outbox WHERE district_id = $1 AND state <> 'sent'`,
      [here.district.id],
    );
    return left === 0 ? true : undefined;
  });
  return Object.fromEntries(
    [...new Set(arrived())].toSorted().map((to) => [to, arrived().filter((at) => at === to).length]),
  );
}

it(`raises ${CLAIMS} late claims of ${VENDORS.length} vendors once at each breach, while two workers look at once`, async () => {
  for (const name of VENDORS) {
    const contacts = [1, 2, 3].map((level) => ({
      level,
      name: `L${level}`,
      email: `l${level}@${name}.example`,
    }));
    const promises = { acknowledgeWithinHours: 2, resolveWithinHours: 40 };
    const { key } = await here.vendor(name, { timeZone: 'UTC', hours: DAY_AND_NIGHT, contacts, ...promises });
    await here.ready(
      key,
      Array.from({ length: CLAIMS_OF_VENDOR }, () => ({})),
    );
    await here.send({ vendor: key });
  }
  const once = { raised: CLAIMS, claims: CLAIMS, notices: VENDORS.length };
  const sent = { level: 1, clock: null, ...once };
  expect(await raised()).toEqual([sent]);

  await hoursPass(2.5);
  await lookEverywhere();
  expect(await raised()).toEqual([sent, { level: 2, clock: 'acknowledge', ...once }]);
  await hoursPass(1);
  await lookEverywhere();
  const all = [1, 2, 3].map((level) => ({ level, clock: level === 1 ? null : 'acknowledge', ...once }));
  expect(await raised()).toEqual(all);
  // Level 3 is the highest, and a claim stays there.
  await hoursPass(100);
  await lookEverywhere();
  expect(await raised()).toEqual(all);

  for (const level of [1, 2, 3])
    expect(await lettersAt(level)).toEqual(
      Object.fromEntries(VENDORS.toSorted().map((name) => [`l${level}@${name}.example`, 1])),
    );
}, 300_000);

it(`writes one letter to a vendor each time, ${ROUNDS} times`, async () => {
  const { key } = await here.vendor('often', {
    timeZone: 'UTC',
    hours: DAY_AND_NIGHT,
    acknowledgeWithinHours: 2,
    resolveWithinHours: 40,
  });
  const ids = await here.ready(
    key,
    Array.from({ length: CLAIMS_OF_VENDOR }, () => ({})),
  );
  await here.send({ vendor: key });
  for (let round = 1; round <= ROUNDS; round += 1) {
    // As if the vendor had denied them, and the district had sent them again.
    await app.source.query(
      `UPDATE claims SET resubmissions = $3, escalation_level = 1, breach_minutes = 0,
              clock_from = now() - interval '150 minutes', escalates_at = now() - interval '30 minutes'
        WHERE district_id = $1 AND id = ANY ($2::uuid[])`,
      [here.district.id, ids, round],
    );
    await lookEverywhere();
  }
  const rounds = await app.source.query(
    `SELECT round, count(*)::int AS raised, count(DISTINCT notice_id)::int AS notices FROM claim_escalations
      WHERE district_id = $1 AND claim_id = ANY ($2::uuid[]) AND level = 2 GROUP BY round ORDER BY round`,
    [here.district.id, ids],
  );
  expect(rounds).toEqual(
    Array.from({ length: ROUNDS }, (_, i) => ({ round: i + 1, raised: CLAIMS_OF_VENDOR, notices: 1 })),
  );
}, 300_000);
