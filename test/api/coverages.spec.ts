import type { CoverageView, DeviceCoverage } from '../../src/warranty/coverages/coverages.queries.js';
import { testApp, type TestApp, type TestUser } from '../support/app.js';
import { daysAgo, register, type Register } from '../support/devices.js';
import { download } from '../support/exports.js';

let app: TestApp;
let here: Register;
let technician: TestUser;
let deviceId: string;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  for (const name of ['Lenovo', 'Safe Insurance'])
    await here.district.admin
      .post('/vendors')
      .send({ name, roles: ['manufacturer'] })
      .expect(201);
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
  deviceId = (await here.add()).id;
});

afterAll(() => app.close());

const COVERAGE = { vendor: 'lenovo', kind: 'manufacturer', startsOn: '2024-08-01', endsOn: '2027-07-31' };

async function add(more: object = {}): Promise<CoverageView> {
  const { body } = await technician
    .post('/coverages')
    .send({ ...COVERAGE, deviceId, ...more })
    .expect(201);
  return body as CoverageView;
}

async function ofDevice(on?: string): Promise<DeviceCoverage> {
  const query = on === undefined ? '' : `?on=${on}`;
  return (await technician.get(`/devices/${deviceId}/coverage${query}`).expect(200)).body as DeviceCoverage;
}

async function listed(query: string, user = technician): Promise<CoverageView[]> {
  return ((await user.get(`/coverages?${query}`).expect(200)).body as { items: CoverageView[] }).items;
}

describe('a coverage', () => {
  it('is entered with its terms, and shown with its device, vendor and state', async () => {
    const made = await add({
      serviceLevel: 'depot',
      contractNumber: ' P-77 ',
      incidentsAYear: 1,
      deductibleCents: 4900,
      excludes: ['theft', 'loss'],
      onReplacement: 'ends',
    });
    expect(made).toMatchObject({
      ...COVERAGE,
      deviceId,
      vendorName: 'Lenovo',
      site: 'A',
      serviceLevel: 'depot',
      contractNumber: 'P-77',
      incidentsAYear: 1,
      incidentsInTotal: null,
      deductibleCents: 4900,
      excludes: ['theft', 'loss'],
      onReplacement: 'ends',
      waitingDays: 0,
      cancelledOn: null,
      lastOn: COVERAGE.endsOn,
      source: 'person',
      version: 1,
    });
    expect((await technician.get(`/coverages/${made.id}`).expect(200)).body).toEqual(made);
  });

  // By hand: it ends on July 31, 2027; 60 days before that is June 1.
  it.each([
    ['2024-07-31', 'not_started'],
    ['2024-08-01', 'active'],
    ['2027-05-31', 'active'],
    ['2027-06-01', 'expiring'],
    ['2027-07-31', 'expiring'],
    ['2027-08-01', 'expired'],
  ])('is on %s %s', async (on, state) => {
    await add();
    expect(await ofDevice(on)).toMatchObject({ on, state, coverages: [{ state }] });
  });

  it('ends early when it was cancelled, whatever its last day is', async () => {
    const { id } = await add({ cancelledOn: '2025-12-31' });
    expect(await ofDevice('2026-01-01')).toMatchObject({
      state: 'expired',
      coverages: [{ lastOn: '2025-12-31' }],
    });
    await technician.patch(`/coverages/${id}`).set('If-Match', '"1"').send({ cancelledOn: null }).expect(200);
    expect(await ofDevice('2026-01-01')).toMatchObject({ state: 'active', coverages: [{ version: 2 }] });
  });

  it('is one of several of a device, which has the state of the best', async () => {
    expect(await ofDevice()).toEqual({ deviceId, on: daysAgo(0), state: 'unknown', coverages: [] });
    await add({ startsOn: daysAgo(800), endsOn: daysAgo(70) });
    await add({ vendor: 'safe-insurance', kind: 'insurance', startsOn: daysAgo(30), endsOn: daysAgo(-30) });
    expect((await ofDevice()).state).toBe('expiring');
    await add({ kind: 'accidental_damage', startsOn: daysAgo(30), endsOn: daysAgo(-300) });
    const { state, coverages } = await ofDevice();
    expect(state).toBe('active');
    expect(coverages.map(({ kind }) => kind)).toEqual(['accidental_damage', 'insurance', 'manufacturer']);
    for (const [asked, kind] of [
      ['active', 'accidental_damage'],
      ['expiring', 'insurance'],
      ['expired', 'manufacturer'],
    ])
      expect((await listed(`state=${asked}`)).map((one) => one.kind)).toEqual([kind]);
    expect(await listed('state=not_started')).toEqual([]);
  });

  it('is found by vendor, type, site, device and last day, in the order of its last day', async () => {
    await add({ endsOn: '2028-07-31' });
    await add({ kind: 'battery', endsOn: '2026-07-31' });
    const ends = async (query: string): Promise<string[]> =>
      (await listed(query)).map(({ endsOn }) => endsOn);
    expect(await ends('vendor=lenovo')).toEqual(['2026-07-31', '2028-07-31']);
    expect(await ends('sort=-endsOn')).toEqual(['2028-07-31', '2026-07-31']);
    expect(await ends('kind=battery')).toEqual(['2026-07-31']);
    expect(await ends(`device=${deviceId}&site=A&endsFrom=2026-08-01`)).toEqual(['2028-07-31']);
    expect(await ends('endsTo=2026-07-31')).toEqual(['2026-07-31']);
    expect(await ends('vendor=safe-insurance')).toEqual([]);
    expect(await ends('site=B')).toEqual([]);
    const csv = await download(technician, 'coverages?format=csv');
    expect(csv.toString('utf8')).toContain('2028-07-31');
  });

  it('is corrected by whoever read its last version, and is then what a person says', async () => {
    const { id } = await add();
    const change = (etag: string, body: object): PromiseLike<{ status: number; body: object }> =>
      technician.patch(`/coverages/${id}`).set('If-Match', etag).send(body);
    expect(await change('"1"', { endsOn: '2028-07-31', waitingDays: 30 })).toMatchObject({
      status: 200,
      body: { endsOn: '2028-07-31', waitingDays: 30, startsOn: COVERAGE.startsOn, version: 2 },
    });
    expect(await change('"1"', { endsOn: '2029-07-31' })).toMatchObject({ status: 412 });
    expect(await change('*', { startsOn: '2030-01-01' })).toMatchObject({
      status: 400,
      body: { code: 'COVERAGE_DATES_DISORDERED', errors: [{ field: 'endsOn' }] },
    });
    expect(await change('*', { vendor: 'nobody' })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'vendor', code: 'UNKNOWN_VENDOR' }] },
    });
    expect(await ofDevice()).toMatchObject({ coverages: [{ version: 2 }] });
  });

  it('is withdrawn with a reason, and can be entered again', async () => {
    const { id } = await add();
    const withdraw = (body: object): PromiseLike<{ status: number }> =>
      technician.post(`/coverages/${id}/withdrawal`).set('If-Match', '"1"').send(body);
    expect(await withdraw({ reason: ' ' })).toMatchObject({ status: 400 });
    expect(await withdraw({ reason: 'Another device.' })).toMatchObject({ status: 204 });
    expect((await ofDevice()).coverages).toEqual([]);
    await technician.get(`/coverages/${id}`).expect(404);
    expect(await withdraw({ reason: 'Twice.' })).toMatchObject({
      status: 409,
      body: { code: 'COVERAGE_WITHDRAWN' },
    });
    await add();
  });

  it('is entered once, however many enter it at the same time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => technician.post('/coverages').send({ ...COVERAGE, deviceId })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      201,
      ...Array.from({ length: 19 }, () => 409),
    ]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ code: 'COVERAGE_TWICE' });
    expect((await ofDevice()).coverages).toHaveLength(1);
  });

  it.each([
    [{ endsOn: '2024-07-31' }, 'endsOn'],
    [{ startsOn: '2024-02-30' }, 'startsOn'],
    [{ kind: 'lifetime' }, 'kind'],
    [{ incidentsAYear: 0 }, 'incidentsAYear'],
    [{ deductibleCents: -1 }, 'deductibleCents'],
    [{ excludes: ['rain'] }, 'excludes'],
    [{ waitingDays: 400 }, 'waitingDays'],
    [{ vendor: 'nobody' }, 'vendor'],
    [{ deviceId: '01a22a17-0113-7000-8906-448e80adb8d7' }, 'deviceId'],
  ])('is refused with %j, and told which field is wrong', async (wrong, field) => {
    const { body } = await technician
      .post('/coverages')
      .send({ ...COVERAGE, deviceId, ...wrong })
      .expect(400);
    expect((body as { errors: { field: string }[] }).errors.map((one) => one.field)).toEqual([field]);
  });

  it('is seen and changed only by those who see its device', async () => {
    const { id } = await add();
    const other = await app.user(here.district, 'technician', { sites: ['B'] });
    const stranger = (await register(app)).district.admin;
    for (const user of [other, stranger]) {
      await user.get(`/coverages/${id}`).expect(404);
      await user.get(`/devices/${deviceId}/coverage`).expect(404);
      await user.patch(`/coverages/${id}`).set('If-Match', '*').send({ waitingDays: 1 }).expect(404);
      await user.post(`/coverages/${id}/withdrawal`).set('If-Match', '*').send({ reason: 'x' }).expect(404);
      expect(await listed('', user)).toEqual([]);
    }
    await other
      .post('/coverages')
      .send({ ...COVERAGE, deviceId })
      .expect(400);
    const principal = await app.user(here.district, 'site_staff', { sites: ['A'] });
    expect(await listed('', principal)).toHaveLength(1);
    await principal
      .post('/coverages')
      .send({ ...COVERAGE, deviceId })
      .expect(403);
  });
});
