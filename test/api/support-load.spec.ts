import type { DeviceKind } from '../../src/catalogue/kinds.js';
import type { Fairness } from '../../src/support-load/fairness/fairness.service.js';
import type { LoadTrend } from '../../src/support-load/load-trend.service.js';
import type { SiteLoad } from '../../src/support-load/site-load.js';
import type { SiteSupport } from '../../src/support-load/site-support.service.js';
import type { SupportLoad } from '../../src/support-load/support-load.service.js';
import type { Weight } from '../../src/support-load/weights/weights.js';
import type { Weights } from '../../src/support-load/weights/weights.service.js';
import { assignmentOf, technicianAt, visitOf } from '../support/allocation-routes.js';
import { testApp, type TestApp, type TestDistrict, type TestUser } from '../support/app.js';
import { devicesCsv, load, numbered } from '../support/imports.js';
import { download } from '../support/exports.js';
import { textOf } from '../support/pdf-text.js';
import { records, reportTable } from '../support/reports.js';

const YEAR = '2025-26';
const KINDS: DeviceKind[] = ['desktop', 'laptop', 'ipad', 'chromebook', 'other'];

let app: TestApp;
let district: TestDistrict;
let its: TestUser;
/** Ids by code: A1 and B2 are elementary schools of 650 pupils, HIGH a high school, TINY has ten devices. */
const sites = new Map<string, string>();

beforeAll(async () => {
  app = await testApp();
  district = await app.district();
  its = await app.user(district, 'its');
  for (const [code, type, longitude] of [
    ['A1', 'elementary', -117.8],
    ['B2', 'elementary', -117.7],
    ['HIGH', 'high', -117.5],
    ['TINY', 'elementary', -117.79],
  ] as const) {
    const id = await add('/sites', { code, name: `Site ${code}`, type, latitude: 33.7, longitude });
    await district.admin.put(`/sites/${id}/pupils/${YEAR}`).send({ pupils: 650 }).expect(200);
    sites.set(code, id);
  }
  const laptop = { Manufacturer: 'Dell', Model: 'Latitude 3120', Kind: 'laptop' };
  const rows = [
    ...numbered(60),
    ...numbered(20, laptop),
    ...numbered(100, { Site: 'B2' }),
    ...numbered(10, { Site: 'TINY' }),
    ...numbered(90, { Site: 'HIGH' }),
  ].map((row, i) => ({ ...row, 'Asset tag': `L${i}`, 'Serial number': `LOAD${i}` }));
  const imported = await load(app, district.admin, devicesCsv(rows));
  expect(imported.state).toBe('committed');
});

afterAll(() => app.close());

async function add(path: string, body: object): Promise<string> {
  return ((await district.admin.post(path).send(body).expect(201)).body as { id: string }).id;
}

const IRVINE = 'model=irvine-2016-17';

async function loads(query = IRVINE, user = its): Promise<SupportLoad> {
  const { body } = await user.get(`/support-load?schoolYear=${YEAR}&${query}`).expect(200);
  return body as SupportLoad;
}

async function loadOf(site: string, query = IRVINE): Promise<SiteLoad> {
  const found = (await loads(query)).sites.find((one) => one.site === site);
  if (!found) throw new Error(`no site ${site}`);
  return found;
}

const weight = (kind: DeviceKind, minutes: number, more: Partial<Weight> = {}): Weight => ({
  kind,
  work: null,
  per: 'device',
  minutes,
  source: 'our own time reports',
  sourceDate: '2026-06-30',
  ...more,
});

async function weigh(weights: Weight[]): Promise<Weights> {
  const { body } = await its.put('/support-load/weights').set('if-match', '*').send({ weights }).expect(200);
  return body as Weights;
}

describe('the support load of a site', () => {
  it('begins with one weight for every kind, and says that it is a guide’s', async () => {
    const { body } = await its.get('/support-load/weights').expect(200);
    const { version, weights } = body as Weights;
    expect(version).toBe(0);
    expect(new Set(weights.map(({ minutes }) => minutes))).toEqual(new Set([249.6]));
    expect(weights[0]?.source).toMatch(/500 managed devices/);
    // By hand: 80 devices × 249.6 = 19,968 a year, 384 a week; 12 hours a week for under 700 pupils.
    expect(await loadOf('A1')).toMatchObject({
      devices: 80,
      expectedMinutes: 19_968,
      allocatedHours: 12,
      giftHours: 0,
      minutesPerAllocatedHour: 32,
      minutesPerPupil: 30.7,
      hoursPer100Devices: 15,
      deliveredHours: null,
      minutesPerDeliveredHour: null,
      isSmall: false,
    });
  });

  it('says what it does not know, and puts last what is too small to rank', async () => {
    const answer = await loads();
    expect(answer.notRecorded.map(({ what }) => what)).toEqual(['repairs', 'requests', 'enrollment_work']);
    expect(answer.sites.map(({ site }) => site)).toEqual(['B2', 'A1', 'HIGH', 'TINY']);
    expect(answer.sites.at(-1)).toMatchObject({
      isSmall: true,
      openRepairs: null,
      repairsPer100Devices: null,
    });
    // Not covered: it has devices, and no hours to divide by.
    expect(answer.sites[2]).toMatchObject({ allocatedHours: 0, minutesPerAllocatedHour: null });
    expect(answer.totals).toMatchObject({ sites: 4, small: 1, devices: 280, allocatedHours: 36 });
  });

  it('changes with one weight and with one band, as by hand', async () => {
    await weigh(
      KINDS.flatMap((kind) =>
        kind === 'laptop' ? [weight(kind, 1000), weight(kind, 40, { work: 'repair' })] : [weight(kind, 100)],
      ),
    );
    // 60 chromebooks × 100 + 20 laptops × (1,000 + 40) = 26,800 a year; ÷ 52 ÷ 12.
    const weighed = await loadOf('A1');
    expect(weighed.expectedMinutes).toBe(26_800);
    expect(weighed.expected).toEqual([
      { kind: 'laptop', work: null, per: 'device', minutes: 20_000 },
      { kind: 'laptop', work: 'repair', per: 'device', minutes: 800 },
      { kind: 'chromebook', work: null, per: 'device', minutes: 6000 },
    ]);
    expect(weighed.minutesPerAllocatedHour).toBe(42.9);
    // The same bands, but 10 hours where Irvine gives 12: 51.5 minutes for each instead of 42.9.
    const model = {
      key: 'ours',
      name: 'Ours',
      unit: 'hours',
      gives: true,
      bands: [{ types: ['elementary'], fromPupils: 0, amount: 10 }],
      source: 'a board',
      sourceDate: '2026-07-01',
    };
    await its.post('/allocation/models').send(model).expect(201);
    const banded = await loadOf('A1', 'model=ours');
    expect(banded.minutesPerAllocatedHour).toBe(51.5);
    expect(banded.hoursPer100Devices).toBe(12.5);
  });

  it('goes by the model in force where none is named', async () => {
    expect(await loads('asOf=2020-01-01')).toMatchObject({ model: 'none', asOf: '2020-01-01' });
    const settings = { reserveShare: 0.1, model: 'irvine-2016-17' };
    const put = (body: object): ReturnType<TestUser['put']> =>
      its.put('/allocation/settings').set('if-match', '*').send(body);
    await put({ ...settings, model: 'nobody-s' })
      .expect(400)
      .expect(({ body }) => expect(body).toMatchObject({ errors: [{ code: 'UNKNOWN_MODEL' }] }));
    await put(settings).expect(200);
    expect(await loads('')).toMatchObject({ model: 'irvine-2016-17' });
  });

  it('counts repairs once there are any, open ones with their minutes', async () => {
    await weigh([
      ...KINDS.map((kind) => weight(kind, 100)),
      weight('chromebook', 45, { per: 'open_repair', work: 'repair' }),
    ]);
    const { body } = await its.get('/devices?site=B2&limit=3').expect(200);
    const [first, second, third] = (body as { items: { id: string }[] }).items;
    for (const device of [first, second, third]) await status(device?.id, 'in_repair');
    await status(first?.id, 'deployed');
    expect(await loadOf('B2')).toMatchObject({
      openRepairs: 2,
      waitingMinutes: 90,
      repairsAYear: 3,
      repairsPer100Devices: 3,
      devices: 100,
    });
    const answer = await loads();
    expect(answer.notRecorded.map(({ what }) => what)).not.toContain('repairs');
    const none = { site: 'A1', openRepairs: 0, repairsAYear: 0 };
    expect(answer.sites.find(({ site }) => site === 'A1')).toMatchObject(none);
    // Somebody who sees no repair is told of none, and not that none are recorded.
    const principal = await app.user(district, 'site_staff', { sites: ['A1'] });
    expect((await loads(IRVINE, principal)).sites).toEqual([expect.objectContaining(none)]);
  });

  it('is that of the hours that came, once technicians report theirs', async () => {
    const id = await add('/technicians', technicianAt('A1'));
    const { body } = await its.post('/time-entries').send(visitOf(id, 'A1')).expect(201);
    expect(body).toMatchObject({ site: 'A1', minutes: 60 });
    const site = await loadOf('A1');
    expect(site.deliveredHours).toBe(1);
    expect(site.minutesPerDeliveredHour).toBe(153.8);
    expect(await loadOf('B2')).toMatchObject({ deliveredHours: 0, minutesPerDeliveredHour: null });
  });

  it('refuses a day to come', async () => {
    await its.get(`/support-load?asOf=2099-01-01`).expect(400);
    await its.get('/support-load?model=nobody-s').expect(404);
  });
});

async function status(id: string | undefined, to: string): Promise<void> {
  const { headers } = await district.admin.get(`/devices/${id}`).expect(200);
  await district.admin
    .patch(`/devices/${id}`)
    .set('if-match', headers['etag'] as string)
    .send({ status: to })
    .expect(200);
}

describe('weights', () => {
  it('are refused, each named, where one is said twice, a kind has none, or the work is not known', async () => {
    const weights = [weight('laptop', 10), weight('laptop', 20), weight('ipad', 5, { work: 'gardening' })];
    const { body } = await its
      .put('/support-load/weights')
      .set('if-match', '*')
      .send({ weights })
      .expect(400);
    const { code, errors } = body as { code: string; errors: { field: string; code: string }[] };
    expect(code).toBe('WEIGHTS_UNUSABLE');
    expect(errors.map((error) => [error.field, error.code])).toEqual([
      ['weights[2].work', 'UNKNOWN_WORK'],
      ['weights[1]', 'WEIGHT_TWICE'],
      ['weights', 'KIND_WITHOUT_WEIGHT'],
      ['weights', 'KIND_WITHOUT_WEIGHT'],
      ['weights', 'KIND_WITHOUT_WEIGHT'],
    ]);
  });

  it('are changed by one of many at once, from the version that was read', async () => {
    const { headers } = await its.get('/support-load/weights').expect(200);
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, i) =>
        its
          .put('/support-load/weights')
          .set('if-match', headers['etag'] as string)
          .send({ weights: KINDS.map((kind) => weight(kind, 100 + i)) }),
      ),
    );
    expect(answers.map(({ status: code }) => code).toSorted()).toEqual([200, 412, 412, 412, 412]);
  });
});

describe('fairness', () => {
  it('is told for each model, with and without gifts', async () => {
    const draft = {
      site: 'B2',
      schoolYear: YEAR,
      model: 'los-angeles-2025-26',
      option: 'full-year',
      amount: 1,
      payer: 'gift',
      payerName: 'PTA',
      accountString: '01-0000',
    };
    const purchase = await add('/allocation/purchases', draft);
    for (const [version, state] of [
      [1, 'submitted'],
      [2, 'approved'],
    ] as const)
      await district.admin
        .post(`/allocation/purchases/${purchase}/steps`)
        .set('if-match', `"${version}"`)
        .send({ state })
        .expect(200);
    const { body } = await its.get(`/support-load/fairness?schoolYear=${YEAR}`).expect(200);
    const { models, smallerThan } = body as Fairness;
    expect(smallerThan).toBe(50);
    const irvine = models.find(({ model }) => model === 'irvine-2016-17');
    // A1 has 12 hours for 80 devices, B2 12 for 100 and 8 more as a gift; HIGH is not covered, TINY too small.
    expect(irvine).toMatchObject({ small: 1, notCovered: 1 });
    const spread = (basis: string): object | undefined => irvine?.spreads.find((one) => one.basis === basis);
    expect(spread('recommended')).toMatchObject({ sites: 2, median: 13.5, p10: 12.3, p90: 14.7 });
    expect(spread('without_gifts')).toEqual({ ...spread('recommended'), basis: 'without_gifts' });
    expect(spread('allocated')).toMatchObject({ median: 17.5, gini: 0.071 });
    const losAngeles = models.find(({ model }) => model === 'los-angeles-2025-26');
    expect(losAngeles?.spreads.map(({ basis, sites: count, gini }) => [basis, count, gini])).toEqual([
      ['recommended', 3, 0.05],
      ['allocated', 3, 0.667],
      ['without_gifts', 3, null],
    ]);
  });
});

describe('the trend', () => {
  it('has what was expected and what was delivered, month by month', async () => {
    const { body } = await its.get('/support-load/trend?from=2025-10-20').expect(200);
    const { from, months } = body as LoadTrend;
    expect(from).toBe('2025-10-01');
    expect(months[0]).toMatchObject({ month: '2025-10', on: '2025-10-31', deliveredHours: 1 });
    const { weights } = (await its.get('/support-load/weights')).body as Weights;
    const last = months.at(-1);
    expect(last?.devices).toBe(280);
    expect(last?.expectedMinutes).toBeCloseTo((280 * (weights[0]?.minutes ?? 0)) / 12, 1);
    await its.get('/support-load/trend?from=2026-02-01&to=2026-01-01').expect(400);
  });
});

describe('a principal’s view', () => {
  it('has the technician, the days, what was delivered, what waits, and no other school', async () => {
    const technicianId = await add('/technicians', technicianAt('B2'));
    for (const weekday of [4, 2])
      await add('/allocation/assignments', {
        ...assignmentOf(technicianId, 'B2'),
        weekday,
        endsOn: '2099-06-30',
      });
    const principal = await app.user(district, 'site_staff', { sites: ['B2'] });
    const ask = async (user: TestUser, site: string): Promise<SiteSupport> =>
      (await user.get(`/support-load/sites/${sites.get(site)}`).expect(200)).body as SiteSupport;
    const own = await ask(principal, 'B2');
    expect(own.technicians).toEqual([
      {
        technicianId,
        technician: 'Technician B2',
        days: [2, 4].map((weekday) => ({ weekday, startsOn: '2025-07-01', endsOn: '2099-06-30' })),
      },
    ]);
    expect(own.load).toMatchObject({ site: 'B2', devices: 100, openRepairs: 2 });
    expect(own.months).toHaveLength(12);
    expect(own.neighbours).toEqual([]);
    await principal.get(`/support-load/sites/${sites.get('A1')}`).expect(404);
    expect((await loads('', principal)).sites.map(({ site }) => site)).toEqual(['B2']);
    // Who sees more sees the neighbours, the nearest first, and not the one that is too small.
    const seen = await ask(its, 'B2');
    expect(seen.neighbours.map(({ site }) => site)).toEqual(['A1', 'HIGH']);
    expect(seen.neighbours[0]?.kilometres).toBe(9.3);
  });
});

describe('time that is set aside', () => {
  it('is told against what is planned', async () => {
    await its
      .put('/allocation/settings')
      .set('if-match', '*')
      .send({ reserveShare: 0.1, setAside: [{ work: 'travel', hoursAWeek: 4 }] })
      .expect(200);
    const { body } = await its
      .get(`/allocation/delivered?schoolYear=${YEAR}&from=2025-10-13&to=2025-10-26`)
      .expect(200);
    const { aside } = body as { aside: { work: string; planned: number | null }[] };
    // Two technicians of five days, two weeks, four hours each.
    expect(aside.find(({ work }) => work === 'travel')).toMatchObject({ hours: 0, planned: 16 });
    expect(aside.find(({ work }) => work === 'projects')).toMatchObject({ planned: null });
    await its
      .put('/allocation/settings')
      .set('if-match', '*')
      .send({ reserveShare: 0.1, setAside: [{ work: 'repair', hoursAWeek: 4 }] })
      .expect(400);
  });
});

describe('the reports', () => {
  it('say the same as the API, as a table and as files', async () => {
    const answer = await loads(IRVINE);
    const table = await reportTable(its, 'support-load', `schoolYear=${YEAR}&model=irvine-2016-17`);
    expect(
      records(table).map((record) => [record['Site'], record['Devices'], record['Hours a week']]),
    ).toEqual(answer.sites.map(({ site, devices, allocatedHours }) => [site, devices, allocatedHours]));
    expect(records(await reportTable(its, 'fairness', `schoolYear=${YEAR}`))).toHaveLength(9);
    const pdf = await download(its, 'reports/kinds/support-load/export/pdf');
    expect(await textOf(pdf)).toContain('Minutes per hour');
  });
});
