import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import { ClaimEscalations } from '../../src/warranty/clocks/claim-escalations.js';
import type { Scorecard, ScorecardRow } from '../../src/warranty/figures/scorecard.queries.js';
import { testApp, type TestApp } from '../support/app.js';
import { register, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
});

beforeEach(async () => {
  here = await register(app);
});

afterAll(() => app.close());

/** Eight business hours a day. It answers within 2 hours, and is done within 24, which are three business days. */
async function vendor(name: string, more: object = {}): Promise<void> {
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:00', closes: '16:00' }));
  const promises = { acknowledgeWithinHours: 2, resolveWithinHours: 24 };
  await here.admin
    .post('/vendors')
    .send({ name, roles: ['depot'], timeZone: 'America/Los_Angeles', hours, ...promises, ...more })
    .expect(201);
}

async function step(id: string, body: object): Promise<ClaimDetail> {
  return (await here.admin.post(`/claims/${id}/steps`).send(body).expect(200)).body as ClaimDetail;
}

const RESOLVED = { step: 'resolve', outcome: 'repaired' };

/** A claim that was sent at an instant, and the device that it is about. */
async function sent(key: string, at: string, more: object = {}): Promise<ClaimDetail> {
  const deviceId = (more as { deviceId?: string }).deviceId ?? (await here.add()).id;
  const claim = { deviceId, vendor: key, category: 'screen', observed: 'Dark.', ...more };
  const { id } = (await here.admin.post('/claims').send(claim).expect(201)).body as ClaimDetail;
  await step(id, { step: 'ready', acceptWarnings: true });
  const detail = await step(id, { step: 'send', reference: 'SR-1' });
  await set(id, { sent_at: at });
  return detail;
}

/** As if the clock had run so. */
async function set(id: string, columns: Record<string, string | number | null>): Promise<void> {
  for (const [column, value] of Object.entries(columns))
    await app.source.query(`UPDATE claims SET ${column} = $3 WHERE district_id = $1 AND id = $2`, [
      here.district.id,
      id,
      value,
    ]);
}

/** Answered and resolved after so many business hours. */
async function done(
  id: string,
  hours: [acknowledged: number, resolved: number],
  body = RESOLVED,
): Promise<void> {
  await step(id, body);
  await set(id, { acknowledge_minutes: hours[0] * 60, resolve_minutes: hours[1] * 60 });
}

async function scorecard(query = '', user = here.admin): Promise<ScorecardRow[]> {
  return ((await user.get(`/warranty/scorecard?${query}`).expect(200)).body as Scorecard).items;
}

const Q3 = '2026-08-03T17:00:00Z';

describe('the scorecard of a vendor', () => {
  it('counts what it kept and what not, as by hand', async () => {
    await vendor('north');
    const hours: [number, number][] = [
      [1, 8],
      [2, 24],
      [2.5, 24.5],
      [0.5, 40],
    ];
    for (const [i, each] of hours.entries())
      await done((await sent('north', Q3, { observed: `No. ${i}` })).id, each);
    const denied = await sent('north', Q3);
    await done(denied.id, [1, 16], { step: 'deny', denialReason: 'wear' } as never);
    // Sent, and nothing else happened yet.
    await sent('north', Q3);
    expect(await scorecard('vendor=north&quarter=2026-Q3')).toEqual([
      {
        vendor: 'north',
        vendorName: 'north',
        quarter: '2026-Q3',
        claims: 6,
        // 1, 2, 0.5 and 1 hours; 2.5 is late.
        acknowledgedOnTime: 4,
        acknowledgedLate: 1,
        // 8, 24 and the denial after 16; 24.5 and 40 are late.
        resolvedOnTime: 3,
        resolvedLate: 2,
        // 8, 16, 24, 24.5 and 40 hours: the middle one is 24, of 8 hours a day. The 90th percentile is at place 3.6 from 0:
        // 24.5 + 0.6 × 15.5 = 33.8 hours.
        medianBusinessDays: 3,
        p90BusinessDays: 4.2,
        denied: 1,
        repeatFailures: 0,
        levelsRaised: 0,
      },
    ]);
  });

  it('counts a claim that is sent again in both quarters, and the denial in the first', async () => {
    await vendor('north');
    const { id } = await sent('north', '2026-05-04T17:00:00Z');
    await done(id, [3, 10], { step: 'deny', denialReason: 'liquid' } as never);
    await step(id, { step: 'resubmit', reason: 'The picture shows no liquid.' });
    await step(id, { step: 'send' });
    await set(id, { sent_at: Q3 });
    await done(id, [1, 30]);
    expect(await scorecard('vendor=north&quarter=2026-Q2')).toMatchObject([
      { claims: 1, acknowledgedLate: 1, resolvedOnTime: 1, denied: 1, medianBusinessDays: 1.3 },
    ]);
    expect(await scorecard('vendor=north&quarter=2026-Q3')).toMatchObject([
      { claims: 1, acknowledgedOnTime: 1, resolvedLate: 1, denied: 0, medianBusinessDays: 3.8 },
    ]);
  });

  it('counts what nobody answered as late once Rollcall raised it, and each level', async () => {
    await vendor('north', {
      hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' })),
    });
    const late = await sent('north', Q3);
    const byHand = await sent('north', Q3);
    await app.source.query(
      `UPDATE claims SET clock_from = clock_from - interval '2.5 hours', escalates_at = escalates_at - interval '2.5 hours'
        WHERE district_id = $1 AND id = $2`,
      [here.district.id, late.id],
    );
    await app.get(ClaimEscalations).raiseLate();
    await here.admin.post(`/claims/${byHand.id}/escalation`).send({ reason: 'A class waits.' }).expect(200);
    expect(await scorecard('quarter=2026-Q3')).toMatchObject([
      { claims: 2, acknowledgedLate: 1, acknowledgedOnTime: 0, levelsRaised: 2, medianBusinessDays: null },
    ]);
  });

  it('is not changed by what the vendor promises later', async () => {
    await vendor('north');
    await done((await sent('north', Q3)).id, [2, 20]);
    const { body } = await here.admin.get('/vendors').expect(200);
    const [{ id } = { id: '' }] = (body as { items: { id: string }[] }).items;
    await here.admin
      .patch(`/vendors/${id}`)
      .set('if-match', '*')
      .send({ acknowledgeWithinHours: 1, resolveWithinHours: 8 })
      .expect(200);
    expect(await scorecard('quarter=2026-Q3')).toMatchObject([{ acknowledgedOnTime: 1, resolvedOnTime: 1 }]);
  });

  it('counts a repair as not lasting if the fault came back within 90 days', async () => {
    await vendor('north');
    const first = await sent('north', Q3);
    await done(first.id, [1, 8]);
    await set(first.id, { resolved_at: '2026-08-10T17:00:00Z' });
    await step(first.id, { step: 'close' });
    const again = await sent('north', '2026-10-05T17:00:00Z', { deviceId: first.deviceId });
    await set(again.id, { opened_at: '2026-10-05T16:00:00Z' });
    expect(await scorecard('quarter=2026-Q3')).toMatchObject([{ claims: 1, repeatFailures: 1 }]);
    // November 8 is 90 days after August 10: from then on it is another failure.
    await set(again.id, { opened_at: '2026-11-08T18:00:00Z' });
    expect(await scorecard('quarter=2026-Q3')).toMatchObject([{ repeatFailures: 0 }]);
    // Another kind of fault is no repeat.
    await set(again.id, { opened_at: '2026-10-05T16:00:00Z', category: 'battery' });
    expect(await scorecard('quarter=2026-Q3')).toMatchObject([{ repeatFailures: 0 }]);
    const reopened = await sent('north', Q3);
    await done(reopened.id, [1, 8]);
    await step(reopened.id, { step: 'reopen', reason: 'It is dark again.' });
    expect(await scorecard('quarter=2026-Q3')).toMatchObject([{ claims: 2, repeatFailures: 1 }]);
  });

  it('does not count a replacement that the district added by mistake and undid', async () => {
    await vendor('north');
    const { id: deviceId } = await here.add({ serialNumber: 'PF000001' });
    const { id } = await sent('north', Q3, { deviceId });
    const replacement = { serialNumber: 'PF000002', dataRemoved: 'wiped' };
    await step(id, { step: 'resolve', outcome: 'replaced', replacement });
    await here.admin.post(`/claims/${id}/replacement/undo`).send({ reason: 'Wrong claim.' }).expect(200);
    await done(id, [1, 8]);
    expect(await scorecard('quarter=2026-Q3')).toMatchObject([{ claims: 1, repeatFailures: 0 }]);
  });

  it('shows each vendor and quarter by itself, over the claims of the devices in reach', async () => {
    await vendor('north');
    await vendor('south');
    await sent('north', Q3);
    await sent('south', Q3);
    // In Los Angeles, this is the last evening of June.
    await sent('south', '2026-07-01T05:00:00Z');
    await sent('south', Q3, { deviceId: (await here.add({ site: 'B' })).id });
    const shown = (rows: ScorecardRow[]): unknown[] =>
      rows.map(({ vendor: key, quarter, claims }) => [key, quarter, claims]);
    expect(shown(await scorecard('quarter=2026-Q3'))).toEqual([
      ['north', '2026-Q3', 1],
      ['south', '2026-Q3', 2],
    ]);
    expect(shown(await scorecard('quarter=2026-Q2'))).toEqual([['south', '2026-Q2', 1]]);
    const technician = await app.user(here.district, 'technician', { sites: ['B'] });
    expect(shown(await scorecard('quarter=2026-Q3', technician))).toEqual([['south', '2026-Q3', 1]]);
    await sent('north', new Date().toISOString());
    // Without a quarter, the last eight are shown, with the present one.
    expect(shown(await scorecard('vendor=north')).at(0)).toEqual(['north', expect.any(String), 1]);
    expect(await scorecard('vendor=east')).toEqual([]);
    await here.admin.get('/warranty/scorecard?quarter=2026-Q5').expect(400);
  });
});
