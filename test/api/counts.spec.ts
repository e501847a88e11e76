import { type TestApp, testApp } from '../support/app.js';
import { type CountsJson, daysAgo, freshTag, LATITUDE, register, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
});

afterAll(() => app.close());

const add = (n: number, more: object): Promise<unknown> =>
  here.batch(Array.from({ length: n }, () => ({ assetTag: freshTag(), ...LATITUDE, site: 'A', ...more })));

const IPAD = { manufacturer: 'Apple', model: 'iPad Air', kind: 'ipad' };

describe('counts', () => {
  it('are by site, kind and status, in any combination, and always sum to the total', async () => {
    await add(3, {});
    await add(2, { ...IPAD, site: 'B', status: 'deployed' });
    await add(1, { ...IPAD, status: 'retired' });
    expect((await here.count()).groups).toEqual([{ count: 6 }]);
    expect((await here.count('groupBy=kind')).groups).toEqual([
      { kind: 'ipad', count: 3 },
      { kind: 'laptop', count: 3 },
    ]);
    expect((await here.count('groupBy=site,kind,status')).groups).toEqual([
      { site: 'A', kind: 'ipad', status: 'retired', count: 1 },
      { site: 'A', kind: 'laptop', status: 'in_stock', count: 3 },
      { site: 'B', kind: 'ipad', status: 'deployed', count: 2 },
    ]);
    const dimensions = ['site', 'region', 'kind', 'status'];
    for (let mask = 0; mask < 16; mask++) {
      const groupBy = dimensions.filter((_, i) => mask & (1 << i)).join(',');
      const { total, groups } = await here.count(`groupBy=${groupBy}`);
      expect([total, groups.reduce((sum, { count }) => sum + count, 0)]).toEqual([6, 6]);
    }
  });

  it('leave out what was disposed of, unless it is asked for; void is no status at all', async () => {
    const { id } = await here.add({ status: 'missing' });
    await add(2, { status: 'retired' });
    await here.change(id, { status: 'disposed', disposalRoute: 'write_off', approvalReference: 'Board 14' });
    expect((await here.count()).total).toBe(2);
    expect((await here.count('status=disposed')).total).toBe(1);
    expect((await here.count('status=active')).total).toBe(0);
    expect((await here.count('status=active,retired')).total).toBe(2);
    await here.admin.get('/counts?status=void').expect(400);
  });

  it('can be filtered by site and kind', async () => {
    await add(3, {});
    await add(2, { ...IPAD, site: 'B' });
    expect((await here.count('site=b')).total).toBe(2);
    expect((await here.count('site=A,B&kind=ipad')).total).toBe(2);
    expect(await here.count('site=nowhere')).toMatchObject({ total: 0, groups: [] });
  });

  it('are of today where no day is given, in the time zone of the district', async () => {
    const kiritimati = await register(app, { timeZone: 'Pacific/Kiritimati' });
    await kiritimati.add();
    const { asOf, total } = await kiritimati.count();
    expect([asOf, total]).toEqual([daysAgo(0, 'Pacific/Kiritimati'), 1]);
    expect((await kiritimati.count(`asOf=${daysAgo(1, 'Pacific/Kiritimati')}`)).total).toBe(0);
  });

  it.each([
    'asOf=2999-01-01',
    'asOf=yesterday',
    'asOf=2021-02-30',
    'groupBy=room',
    'knownAt=soon',
    'kind=toaster',
    'x=1',
  ])('refuse ?%s', async (query) => {
    await here.admin.get(`/counts?${query}`).expect(400);
  });

  it('refuse tomorrow and name today', async () => {
    const { body } = await here.admin.get(`/counts?asOf=${daysAgo(-1)}`).expect(400);
    expect((body as { detail: string }).detail).toContain(daysAgo(0));
  });

  it('are of the region that a site belonged to on that day', async () => {
    const { body: site } = await here.admin
      .post('/sites')
      .send({ code: 'R', name: 'Roaming', type: 'high', region: 'North' })
      .expect(201);
    await add(2, { site: 'R', inServiceOn: '2015-01-01' });
    await here.admin
      .patch(`/sites/${(site as { id: string }).id}`)
      .set('if-match', '*')
      .send({ region: 'South', regionFrom: '2020-07-01' })
      .expect(200);
    const regions = async (asOf: string): Promise<CountsJson['groups']> =>
      (await here.count(`groupBy=region&asOf=${asOf}`)).groups;
    expect(await regions('2020-06-30')).toEqual([{ region: 'North', count: 2 }]);
    expect(await regions('2020-07-01')).toEqual([{ region: 'South', count: 2 }]);
    await add(1, { inServiceOn: '2015-01-01' });
    expect(await regions('2020-07-01')).toEqual(expect.arrayContaining([{ region: null, count: 1 }]));
  });

  it('are of the caller’s own sites', async () => {
    await add(3, {});
    await add(2, { site: 'B' });
    for (const role of ['technician', 'site_staff'] as const) {
      const user = await app.user(here.district, role, { sites: ['B'] });
      expect((await here.count('groupBy=site', user)).groups).toEqual([{ site: 'B', count: 2 }]);
      expect((await here.count('site=A', user)).total).toBe(0);
    }
    const its = await app.user(here.district, 'its');
    expect((await here.count('', its)).total).toBe(5);
    const vendor = await app.user(here.district, 'vendor');
    await vendor.get('/counts').expect(403);
    const other = await app.district();
    expect((await here.count('', other.admin)).total).toBe(0);
  });

  it('are zero on any day before the first device', async () => {
    await add(1, { inServiceOn: '2012-08-01' });
    for (const asOf of ['1900-01-01', '1999-12-31', '2012-07-31'])
      expect((await here.count(`asOf=${asOf}`)).total).toBe(0);
    await app.fold();
    for (const asOf of ['1900-01-01', '1999-12-31', '2012-07-31'])
      expect((await here.count(`asOf=${asOf}`)).total).toBe(0);
    expect((await here.count('asOf=2012-08-01')).total).toBe(1);
  });
});
