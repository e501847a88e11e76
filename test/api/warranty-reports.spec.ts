import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import { testApp, type TestApp } from '../support/app.js';
import { daysAgo, register, type Register } from '../support/devices.js';
import { download, FORMATS } from '../support/exports.js';
import { textOf } from '../support/pdf-text.js';
import { records, reportTable } from '../support/reports.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  await here.admin
    .post('/vendors')
    .send({ name: 'Lenovo', roles: ['manufacturer'] })
    .expect(201);
});

afterAll(() => app.close());

async function claim(days: number, more: object = {}): Promise<string> {
  const { id: deviceId } = await here.add(more);
  const body = { deviceId, vendor: 'lenovo', category: 'screen', observed: 'Dark.', staysInUse: true };
  const { id } = (await here.admin.post('/claims').send(body).expect(201)).body as ClaimDetail;
  await app.source.query(`UPDATE claims SET opened_at = $3 WHERE district_id = $1 AND id = $2`, [
    here.district.id,
    id,
    `${daysAgo(days)}T20:00:00Z`,
  ]);
  return id;
}

async function cover(deviceId: string, endsOn: string): Promise<void> {
  await here.admin
    .post('/coverages')
    .send({ deviceId, vendor: 'lenovo', kind: 'manufacturer', startsOn: daysAgo(2000), endsOn })
    .expect(201);
}

const step = (id: string, body: object): PromiseLike<unknown> =>
  here.admin.post(`/claims/${id}/steps`).send(body).expect(200);

describe('open claims by age', () => {
  it('are counted by state in the order of their life, by site and by vendor', async () => {
    for (const days of [0, 7, 8, 30, 31, 91]) await claim(days);
    const ready = await claim(60, { site: 'B' });
    await step(ready, { step: 'ready', acceptWarnings: true });
    await step(await claim(5), { step: 'cancel', reason: 'It works.' });
    const byState = await reportTable(here.admin, 'claims-by-age');
    expect(byState.rows).toEqual([
      ['draft', 2, 1, 1, 1, 0, 1, 6],
      ['ready', 0, 0, 0, 1, 0, 0, 1],
    ]);
    expect(byState.columns.map(({ header }) => header)).toEqual([
      'State',
      '0 to 7 days',
      '8 to 14 days',
      '15 to 30 days',
      '31 to 60 days',
      '61 to 90 days',
      'Over 90 days',
      'Total',
    ]);
    expect(byState.chart?.series[0]?.values).toEqual([2, 1, 1, 2, 0, 1]);
    expect((await reportTable(here.admin, 'claims-by-age', 'groupBy=site')).rows).toEqual([
      ['A School A', 2, 1, 1, 1, 0, 1, 6],
      ['B School B', 0, 0, 0, 1, 0, 0, 1],
    ]);
    const principal = await app.user(here.district, 'site_staff', { sites: ['B'] });
    expect((await reportTable(principal, 'claims-by-age', 'groupBy=vendor')).rows).toEqual([
      ['Lenovo', 0, 0, 0, 1, 0, 0, 1],
    ]);
  });
});

describe('coverage', () => {
  it('that ends is counted in the month in which the last coverage of a device ends', async () => {
    const month = (ahead: number): string => {
      const [year = 0, now = 0] = daysAgo(0).split('-').map(Number);
      return new Date(Date.UTC(year, now - 1 + ahead, 1)).toISOString().slice(0, 7);
    };
    const [first, second, third] = [await here.add(), await here.add(), await here.add({ site: 'B' })];
    await cover(first.id, `${month(2)}-10`);
    await cover(second.id, `${month(1)}-03`);
    await cover(second.id, `${month(2)}-28`).catch(() => undefined);
    await cover(third.id, `${month(30)}-01`);
    await cover((await here.add()).id, daysAgo(3));
    const report = await reportTable(here.admin, 'coverage-ends', 'months=3');
    expect(report.columns.map(({ header }) => header)).toEqual([
      'Site',
      month(0),
      month(1),
      month(2),
      'Covered',
    ]);
    expect(report.rows).toEqual([
      ['A School A', 0, 1, 1, 2],
      ['B School B', 0, 0, 0, 1],
    ]);
  });

  it('has gaps where none is on record, where it ended, and where it ends before the device does', async () => {
    const settings = { kind: 'laptop', lifeMonths: 60, source: 'policy', asOf: '2026-01-01' };
    await here.admin.post('/replacement-settings').send(settings).expect(201);
    // Five years old in 1,095 days.
    const bought = { inServiceOn: daysAgo(731) };
    const [whole, early, ended] = [await here.add(bought), await here.add(bought), await here.add(bought)];
    await here.add(bought);
    await cover(whole.id, daysAgo(-1200));
    await cover(early.id, daysAgo(-1000));
    await cover(ended.id, daysAgo(1));
    const [row] = records(await reportTable(here.admin, 'coverage-gaps'));
    expect(row).toEqual({
      Site: 'A',
      Name: 'School A',
      Devices: 4,
      'None on record': 1,
      Ended: 1,
      'Ends too early': 1,
      'End of life unknown': 0,
      'Covered to the end': 1,
    });
    const listed = records(await reportTable(here.admin, 'coverage-gaps', 'by=devices&gap=early'));
    expect(listed).toMatchObject([{ 'Asset tag': early.assetTag, 'Covered until': daysAgo(-1000) }]);
    expect(records(await reportTable(here.admin, 'coverage-gaps', 'by=devices&gap=none'))).toHaveLength(1);
  });
});

describe('reports of warranties', () => {
  it.each([
    'claims-by-age',
    'vendor-scorecard',
    'bad-lots',
    'missed-coverage',
    'coverage-ends',
    'coverage-gaps',
  ])('%s is listed and comes as every kind of file', async (kind) => {
    await step(await claim(1), { step: 'ready', acceptWarnings: true });
    const { body } = await here.admin.get('/reports/kinds').expect(200);
    const kinds = (body as { items: { kind: string; title: string }[] }).items;
    const title = kinds.find((one) => one.kind === kind)?.title ?? 'not listed';
    for (const format of FORMATS)
      expect((await download(here.admin, `reports/kinds/${kind}/export/${format}`)).length).toBeGreaterThan(
        20,
      );
    const pdf = await download(here.admin, `reports/kinds/${kind}/export/pdf`);
    expect(await textOf(pdf)).toContain(title);
  });

  it('list what coverages would have paid, with the sum', async () => {
    const id = await claim(1);
    const { deviceId } = (await here.admin.get(`/claims/${id}`).expect(200)).body as ClaimDetail;
    await cover(deviceId, daysAgo(-10));
    await here.admin
      .patch(`/claims/${id}`)
      .set('if-match', '*')
      .send({ costInvoicedCents: 123_456 })
      .expect(200);
    const report = await reportTable(here.admin, 'missed-coverage');
    expect(report.notes[0]).toBe(
      '1 claims with invoices of $1,234.56 together. Coverages would have paid $1,234.56 of this.',
    );
    expect(records(report)).toMatchObject([{ 'Paid, $': 123_456, 'Would have paid, $': 123_456 }]);
  });

  it('show the scorecard and the lots as their routes do', async () => {
    const id = await claim(1);
    for (const body of [
      { step: 'ready', acceptWarnings: true },
      { step: 'send', reference: 'SR' },
      { step: 'resolve', outcome: 'repaired' },
    ])
      await step(id, body);
    expect(records(await reportTable(here.admin, 'vendor-scorecard'))).toMatchObject([
      { Vendor: 'Lenovo', Claims: 1, Denied: 0, 'Levels raised': 0 },
    ]);
    const lots = await reportTable(here.admin, 'bad-lots');
    expect(lots.rows).toEqual([]);
    expect(lots.notes.join(' ')).toContain('5% at most');
  });
});
