import type { ReportTable } from '../../src/reports/outputs/report-table.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { daysAgo, freshTag, LATITUDE, type Problem, register, type Register } from '../support/devices.js';
import { records, reportTable } from '../support/reports.js';

let app: TestApp;
let here: Register;

const CHROMEBOOK = {
  manufacturer: 'Acer',
  model: 'Chromebook 11 (C740)',
  kind: 'chromebook',
};
const IPAD = { manufacturer: 'Apple', model: 'iPad (7th generation)', kind: 'ipad' };

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
});

beforeEach(async () => {
  here = await register(app);
});

afterAll(() => app.close());

const table = (kind: string, query = '', by: TestUser = here.admin): Promise<ReportTable> =>
  reportTable(by, kind, query);

const devices = (count: number, body: object): Promise<unknown> =>
  here.batch(Array.from({ length: count }, () => ({ assetTag: freshTag(), ...body })));

const pupils = async (site: string, count: number): Promise<void> => {
  await here.admin.put(`/sites/${here.siteIds[site]}/pupils/2025-26`).send({ pupils: count }).expect(200);
};

describe('reports of counts', () => {
  beforeEach(async () => {
    await devices(3, { ...LATITUDE, site: 'A', inServiceOn: '2020-03-01' });
    await devices(2, { ...CHROMEBOOK, site: 'B', inServiceOn: '2022-03-01' });
  });

  it('have sites as rows and kinds as columns, with a total and what they stand for', async () => {
    const made = await table('counts', 'asOf=2022-12-31');
    expect(records(made)).toEqual([
      { Site: 'A', Name: 'School A', Chromebook: 0, Laptop: 3, Total: 3 },
      { Site: 'B', Name: 'School B', Chromebook: 2, Laptop: 0, Total: 2 },
    ]);
    expect(made).toMatchObject({ asOf: '2022-12-31', isWhole: true, chart: { kind: 'bars' } });
    expect(made.notes.join(' ')).toContain('5 devices in all');
  });

  it('draw a series with a line for each kind', async () => {
    const { chart, ...made } = await table('series', 'from=2020-01-01&to=2022-12-31&interval=year');
    expect(records({ chart, ...made })).toEqual([
      { On: '2020-12-31', Chromebook: 0, Laptop: 3, Total: 3 },
      { On: '2021-12-31', Chromebook: 0, Laptop: 3, Total: 3 },
      { On: '2022-12-31', Chromebook: 2, Laptop: 3, Total: 5 },
    ]);
    expect(chart).toMatchObject({ kind: 'lines', labels: ['2020-12-31', '2021-12-31', '2022-12-31'] });
  });

  it('split growth by cause, which adds up', async () => {
    const [a, b] = records(await table('growth', 'from=2021-01-01&to=2022-12-31'));
    expect(a).toMatchObject({ Site: 'A', 'On 2021-01-01': 3, 'On 2022-12-31': 3, Change: 0 });
    expect(b).toMatchObject({ Site: 'B', 'On 2021-01-01': 0, Purchased: 2, 'On 2022-12-31': 2, Change: 2 });
  });

  it('understand words for days, and refuse what is none', async () => {
    expect((await table('counts', 'asOf=monthStart-1d')).asOf < daysAgo(0)).toBe(true);
    for (const asOf of ['2026-02-30', 'tomorrow', 'today-1w', daysAgo(-40)]) {
      const { body } = await here.admin.get(`/reports/kinds/counts/table?asOf=${asOf}`).expect(400);
      expect((body as Problem).errors).toHaveLength(1);
    }
  });

  it('refuse parameters that they do not have, and kinds that there are not', async () => {
    const { body } = await here.admin.get('/reports/kinds/counts/table?colour=red').expect(400);
    expect((body as Problem).errors).toMatchObject([{ field: 'colour' }]);
    await here.admin.get('/reports/kinds/dreams/table').expect(404);
  });

  it('show a technician the sites in reach', async () => {
    const technician = await app.user(here.district, 'technician', { sites: ['B'] });
    expect(records(await table('counts', '', technician))).toEqual([
      { Site: 'B', Name: 'School B', Chromebook: 2, Total: 2 },
    ]);
  });
});

describe('reports of the fleet', () => {
  it('say how old devices are, and whose age is not known', async () => {
    await devices(2, { ...LATITUDE, site: 'A', inServiceOn: daysAgo(200) });
    await devices(1, { ...LATITUDE, site: 'A', inServiceOn: daysAgo(900) });
    await devices(4, { ...LATITUDE, site: 'B' });
    expect(records(await table('age', 'bands=1,3'))).toEqual([
      {
        Site: 'A School A',
        'Under 1 year': 2,
        '1 to 2 years': 1,
        '3 years and more': 0,
        'No date': 0,
        Total: 3,
        'Average, years': 1.2,
      },
      {
        Site: 'B School B',
        'Under 1 year': 0,
        '1 to 2 years': 0,
        '3 years and more': 0,
        'No date': 4,
        Total: 4,
        'Average, years': null,
      },
    ]);
  });

  it('say which Chromebooks get no more updates, by the list and by the district’s own date', async () => {
    await devices(3, { ...CHROMEBOOK, site: 'A' });
    await devices(2, { manufacturer: 'Acer', model: 'Chromebook Unheard-of', kind: 'chromebook', site: 'A' });
    const [row] = records(await table('auto-update', 'groupBy=district'));
    expect(row).toMatchObject({ District: 'All', 'Already ended': 3, 'Not known': 2, Total: 5 });
    const { body } = await here.admin.get('/models').expect(200);
    const own = (body as { items: { id: string; name: string }[] }).items.find(({ name }) =>
      name.includes('Unheard'),
    );
    const ends = `${Number(daysAgo(0).slice(0, 4)) + 30}-06-01`;
    await here.admin
      .patch(`/models/${own?.id}`)
      .set('if-match', '*')
      .send({ autoUpdateEndsOn: ends })
      .expect(200);
    const [then] = records(await table('auto-update', 'groupBy=district'));
    expect(then).toMatchObject({ 'Already ended': 3, Later: 2, 'Not known': 0 });
  });

  it('say how many pupils share a device, by site and kind', async () => {
    await devices(4, { ...LATITUDE, site: 'A' });
    await devices(2, { ...IPAD, site: 'A' });
    await pupils('A', 90);
    await pupils('B', 50);
    const made = await table('pupils-per-device', 'schoolYear=2025-26');
    expect(records(made)).toMatchObject([
      {
        Site: 'A',
        'Enrolled students': 90,
        Devices: 6,
        'Students per device': 15,
        Laptop: 4,
        'Students per laptop': 22.5,
        'Students per ipad': 45,
      },
      { Site: 'B', 'Enrolled students': 50, Devices: 0, 'Students per device': null },
    ]);
    expect(made.notes.join(' ')).toContain('Students per device: 23.333');
  });

  it('forecast what must be replaced, in devices and cents, from settings with a source', async () => {
    const setting = {
      kind: 'laptop',
      lifeMonths: 48,
      priceCents: 80_050,
      source: 'Quote 17',
      asOf: '2026-07-01',
    };
    await here.admin.post('/replacement-settings').send(setting).expect(201);
    await here.admin.post('/replacement-settings').send(setting).expect(409);
    await devices(3, { ...LATITUDE, site: 'A', inServiceOn: '2015-01-01' });
    await devices(2, { ...LATITUDE, site: 'A', inServiceOn: daysAgo(10) });
    await devices(1, { ...CHROMEBOOK, site: 'A', inServiceOn: daysAgo(10) });
    await devices(5, { ...IPAD, site: 'A', inServiceOn: daysAgo(10) });
    const made = await table('refresh-forecast');
    const rows = records(made);
    expect(rows).toContainEqual({
      'Fiscal year': 'Due already',
      Kind: 'Laptop',
      Devices: 3,
      'Cost, $': 240_150,
      'Without a price': 0,
    });
    // Its updates ended in 2021, whatever its life.
    expect(rows).toContainEqual(
      expect.objectContaining({
        'Fiscal year': 'Due already',
        Kind: 'Chromebook',
        Devices: 1,
        'Without a price': 1,
      }),
    );
    expect(rows).toContainEqual(expect.objectContaining({ Kind: 'iPad', Devices: 5, 'Without a price': 5 }));
    expect(rows.find((row) => row['Kind'] === 'Laptop' && row['Devices'] === 2)).toMatchObject({
      'Cost, $': 160_100,
    });
    expect(made.notes).toContain('Assumed for Laptop: 48 months, $800.50 (Quote 17, 2026-07-01).');
  });

  it('carry pupils and the trend forward, and say what they assume', async () => {
    await pupils('A', 1_000);
    await devices(50, { ...LATITUDE, site: 'A', inServiceOn: '2015-01-01' });
    const ratio = await table(
      'growth-scenario',
      'method=ratio&devicesPer100Pupils=60&pupilChangePercent=10&years=2',
    );
    expect(records(ratio).map((row) => [row['Enrolled students'], row['Devices']])).toEqual([
      [1_100, 660],
      [1_210, 726],
    ]);
    expect(ratio.notes.join(' ')).toContain('Devices for 100 students: 60.0, as chosen');
    const trend = await table('growth-scenario', 'method=trend&years=2');
    expect(records(trend)).toMatchObject([
      { Devices: 50, Low: 50, High: 50 },
      { Devices: 50, Low: 50, High: 50 },
    ]);
    expect(trend.notes.join(' ')).toContain('50, 50, 50, 50, 50, 50');
  });
});
