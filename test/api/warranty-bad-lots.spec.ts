import type {
  BadLotDetail,
  BadLotDevice,
  BadLotView,
  LotRates,
  LotView,
} from '../../src/warranty/bad-lots/bad-lots.queries.js';
import { BadLots } from '../../src/warranty/bad-lots/bad-lots.service.js';
import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import { testApp, type TestApp, type TestUser } from '../support/app.js';
import { daysAgo, freshTag, register, type Register } from '../support/devices.js';

/** A third of four years, so that 25 devices have been watched for 33⅓ years and 60 for 80. */
const WATCHED_DAYS = 487;

let app: TestApp;
let here: Register;
let technician: TestUser;
/** Devices of the bad lot and of the good one. */
let bad: string[];
let good: string[];

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
  await here.admin
    .post('/vendors')
    .send({ name: 'Lenovo', roles: ['manufacturer'] })
    .expect(201);
  bad = await bought(25, 'PO-BAD');
  good = await bought(60, 'PO-GOOD');
});

afterAll(() => app.close());

async function bought(count: number, purchaseReference: string, more: object = {}): Promise<string[]> {
  const device = { manufacturer: 'Lenovo', model: '300e', kind: 'chromebook', site: 'A', purchaseReference };
  const rows = Array.from({ length: count }, () => ({
    ...device,
    assetTag: freshTag(),
    inServiceOn: daysAgo(700),
    ...more,
  }));
  const { results } = await here.batch(rows);
  return results.map((result) => (result as unknown as { id: string }).id);
}

/** A claim of a device that was opened some days ago. */
async function failed(deviceId: string, days: number, more: object = {}): Promise<string> {
  const claim = {
    deviceId,
    vendor: 'lenovo',
    category: 'hinge',
    observed: 'Broken.',
    staysInUse: true,
    ...more,
  };
  const { id } = (await here.admin.post('/claims').send(claim).expect(201)).body as ClaimDetail;
  // At noon there, so that no change of the clocks makes it another day.
  await app.source.query(`UPDATE claims SET opened_at = $3 WHERE district_id = $1 AND id = $2`, [
    here.district.id,
    id,
    `${daysAgo(days)}T20:00:00Z`,
  ]);
  return id;
}

/** Twelve of 25 devices of the bad lot fail, and three of 60 of the good one. */
async function allFailed(): Promise<void> {
  for (const [i, id] of bad.slice(0, 12).entries()) await failed(id, i === 0 ? WATCHED_DAYS : 100 + i);
  for (const id of good.slice(0, 3)) await failed(id, 50);
}

async function rates(query = '', user = here.admin): Promise<LotRates> {
  return (await user.get(`/warranty/bad-lots?${query}`).expect(200)).body as LotRates;
}

async function lot(reference: string): Promise<LotView | undefined> {
  return (await rates()).lots.find(({ purchaseReference }) => purchaseReference === reference);
}

async function cover(deviceIds: string[], ends: number, more: object = {}): Promise<void> {
  for (const deviceId of deviceIds)
    await here.admin
      .post('/coverages')
      .send({
        deviceId,
        vendor: 'lenovo',
        kind: 'manufacturer',
        startsOn: daysAgo(900),
        endsOn: daysAgo(-ends),
        ...more,
      })
      .expect(201);
}

const find = (): Promise<void> => app.get(BadLots).findIn(here.admin.scope);

async function found(query = ''): Promise<BadLotView[]> {
  const { body } = await here.admin.get(`/warranty/bad-lots/found?${query}`).expect(200);
  return (body as { items: BadLotView[] }).items;
}

async function step(id: string, body: object, status = 200): Promise<BadLotDetail & { code: string }> {
  const answer = await technician.post(`/warranty/bad-lots/found/${id}/steps`).send(body).expect(status);
  return answer.body as BadLotDetail & { code: string };
}

describe('the failure rates of lots', () => {
  it('are failures in 100 device-years, with the exact interval, as by hand', async () => {
    await allFailed();
    // A lot that is too small to be shown still belongs to the rest of its kind: 10 devices, 13⅓ years.
    await bought(10, 'PO-SMALL');
    const answer = await rates();
    expect(answer).toMatchObject({ from: daysAgo(WATCHED_DAYS), to: daysAgo(0), tested: 2, smallLots: 1 });
    expect(answer.lots.map(({ purchaseReference }) => purchaseReference)).toEqual(['PO-BAD', 'PO-GOOD']);
    // 12 in 33⅓ device-years; limits of 12: 6.2006 and 20.9616 (tables). The rest: 3 in 80 + 13⅓.
    expect(answer.lots[0]).toMatchObject({
      model: 'Lenovo 300e',
      devices: 25,
      failures: 12,
      deviceYears: 33.3,
      rate: 36,
      rateLow: 18.6,
      rateHigh: 62.88,
      restRate: 3.21,
      ratio: 11.2,
      rank: 1,
      notRanked: null,
    });
    expect(answer.lots[1]).toMatchObject({ failures: 3, rate: 3.75, rank: null, notRanked: 'few_failures' });
  });

  it('count defects only, and what comes back soon only once', async () => {
    await allFailed();
    const [, , , , , , , , , , , , accident = '', cancelled = '', denied = '', again = ''] = bad;
    await failed(accident, 80, { isAccidental: true });
    const id = await failed(cancelled, 80);
    await here.admin.post(`/claims/${id}/steps`).send({ step: 'cancel', reason: 'It works.' }).expect(200);
    const dropped = await failed(denied, 80);
    for (const body of [
      { step: 'ready', acceptWarnings: true },
      { step: 'send', reference: 'SR' },
      { step: 'deny', denialReason: 'customer_damage' },
    ])
      await here.admin.post(`/claims/${dropped}/steps`).send(body).expect(200);
    expect((await lot('PO-BAD'))?.failures).toBe(12);
    await failed(again, 300);
    await failed(again, 211, { category: 'screen' });
    expect((await lot('PO-BAD'))?.failures).toBe(13);
    // 90 days after the one before, it is another failure.
    await failed(again, 120, { category: 'keyboard' });
    expect((await lot('PO-BAD'))?.failures).toBe(14);
  });

  it('end with the day on which a device left, and begin with its own first day', async () => {
    await failed(bad[0] ?? '', WATCHED_DAYS);
    const young = await bought(20, 'PO-YOUNG', { inServiceOn: daysAgo(73) });
    expect(young).toHaveLength(20);
    // 20 devices for a fifth of a year.
    expect(await lot('PO-YOUNG')).toMatchObject({ deviceYears: 4, notRanked: 'short_time' });
    await app.source.query(
      `UPDATE devices SET status = 'retired', status_since = now() - interval '122 days'
        WHERE district_id = $1 AND id = ANY ($2)`,
      [here.district.id, good],
    );
    // 60 devices for 365 days of 365.25.
    expect(await lot('PO-GOOD')).toMatchObject({ deviceYears: 60 });
  });

  it('are those of the devices in reach, and nothing without claims', async () => {
    expect(await rates()).toMatchObject({ from: null, lots: [], tested: 0 });
    await allFailed();
    const other = await app.user(here.district, 'technician', { sites: ['B'] });
    expect((await rates('', other)).lots).toEqual([]);
    expect((await rates('limit=1')).lots).toHaveLength(1);
  });
});

describe('a bad lot', () => {
  it('becomes work while a device is covered, with the day by which claims must be made', async () => {
    await allFailed();
    await cover(bad.slice(0, 5), -3);
    await cover(bad.slice(5, 6), 40, { kind: 'battery' });
    await find();
    // Nothing pays for its defects any more.
    expect(await found()).toEqual([]);
    await cover(bad.slice(0, 4), 90, { kind: 'extended' });
    await cover(bad.slice(4, 6), 30, { kind: 'extended' });
    await Promise.all(Array.from({ length: 6 }, find));
    const [work, ...others] = await found();
    expect(others).toEqual([]);
    expect(work).toMatchObject({
      model: 'Lenovo 300e',
      purchaseReference: 'PO-BAD',
      state: 'open',
      devices: 25,
      failures: 12,
      coveredDevices: 6,
      claimBy: daysAgo(-30),
      lastCoverageOn: daysAgo(-90),
    });
    const { steps } = (await technician.get(`/warranty/bad-lots/found/${work?.id}`).expect(200))
      .body as BadLotDetail;
    expect(steps.map(({ step: name }) => name)).toEqual(['create']);
    expect(await lot('PO-BAD')).toMatchObject({ badLotId: work?.id, badLotState: 'open' });
    expect((await rates('', technician)).lots[0]).toMatchObject({ rank: 1, badLotId: null });
  });

  it('lists its devices with what still pays and who has a claim', async () => {
    await allFailed();
    await cover(bad.slice(0, 2), 30);
    await find();
    const [{ id } = { id: '' }] = await found();
    const devices = async (user: TestUser): Promise<BadLotDevice[]> =>
      (
        (await user.get(`/warranty/bad-lots/found/${id}/devices?limit=200`).expect(200)).body as {
          items: BadLotDevice[];
        }
      ).items;
    const all = await devices(technician);
    expect(all).toHaveLength(25);
    expect(
      all
        .filter(({ coveredUntil }) => coveredUntil === daysAgo(-30))
        .map((one) => one.id)
        .toSorted(),
    ).toEqual(bad.slice(0, 2).toSorted());
    expect(all.filter(({ claim }) => claim !== null)).toHaveLength(12);
    expect(await devices(await app.user(here.district, 'technician', { sites: ['B'] }))).toEqual([]);
  });

  it('is handled by a person with a note, stays so, and can be opened again', async () => {
    await allFailed();
    await cover(bad.slice(0, 2), 30);
    await find();
    const [{ id } = { id: '' }] = await found();
    await step(id, { step: 'handle' }, 400);
    const handled = await step(id, { step: 'handle', note: 'Lenovo repairs all 25.' });
    expect(handled).toMatchObject({ state: 'handled', steps: [{}, { note: 'Lenovo repairs all 25.' }] });
    expect((await step(id, { step: 'handle', note: 'Again.' }, 409)).code).toBe('BAD_LOT_WRONG_STATE');
    await failed(bad[20] ?? '', 5);
    await find();
    expect(await found()).toMatchObject([{ state: 'handled', failures: 12 }]);
    expect(await found('state=open')).toEqual([]);
    await step(id, { step: 'reopen', note: 'Only ten came back.' });
    await find();
    expect(await found('state=open')).toMatchObject([{ failures: 13 }]);
  });
});
