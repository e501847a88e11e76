import type { DeviceKind } from '../../src/catalogue/kinds.js';
import type { LoadTrend } from '../../src/support-load/load-trend.service.js';
import type { SiteLoad } from '../../src/support-load/site-load.js';
import type { SupportLoad } from '../../src/support-load/support-load.service.js';
import { testApp, type TestApp, type TestDistrict, type TestUser } from '../support/app.js';
import { devicesCsv, load, numbered } from '../support/imports.js';
import { records, reportTable } from '../support/reports.js';

let app: TestApp;
let district: TestDistrict;
let its: TestUser;

beforeAll(async () => {
  app = await testApp();
  district = await app.district();
  its = await app.user(district, 'its');
  for (const code of ['A1', 'B2']) await add('/sites', { code, name: `Site ${code}`, type: 'elementary' });
  const laptop = { Manufacturer: 'Dell', Model: 'Latitude 3120', Kind: 'laptop' };
  const rows = [...numbered(60), ...numbered(20, laptop), ...numbered(100, { Site: 'B2' })].map((row, i) => ({
    ...row,
    'Asset tag': `L${i}`,
    'Serial number': `LOAD${i}`,
  }));
  expect((await load(app, district.admin, devicesCsv(rows))).state).toBe('committed');
});

afterAll(() => app.close());

async function add(path: string, body: object): Promise<string> {
  return ((await its.post(path).send(body).expect(201)).body as { id: string }).id;
}

const loads = async (): Promise<SupportLoad> =>
  (await its.get('/support-load').expect(200)).body as SupportLoad;

async function loadOf(site: string): Promise<SiteLoad> {
  const found = (await loads()).sites.find((one) => one.site === site);
  if (!found) throw new Error(`no site ${site}`);
  return found;
}

const weight = (kind: DeviceKind, minutes: number, more: object = {}): object => ({
  kind,
  minutes,
  source: 'our own time reports',
  sourceDate: '2026-06-30',
  ...more,
});

describe('warranty claims in the support load', () => {
  /** A claim of a device at A1 of this kind, opened some days ago. */
  async function claim(kind: DeviceKind, category: string, days = 0): Promise<string> {
    const { body } = await its.get(`/devices?site=A1&kind=${kind}&limit=1`).expect(200);
    const [device] = (body as { items: { id: string }[] }).items;
    const fault = { deviceId: device?.id, vendor: 'depot', category, observed: 'Broken.', staysInUse: true };
    const id = await add('/claims', fault);
    await app.source.query(
      `UPDATE claims SET opened_at = opened_at - make_interval(days => $3) WHERE district_id = $1 AND id = $2`,
      [district.id, id, days],
    );
    return id;
  }

  it('count with their minutes, as by hand, in the load and in its months', async () => {
    await add('/vendors', { name: 'Depot', roles: ['depot'] });
    const kinds: DeviceKind[] = ['desktop', 'laptop', 'ipad', 'chromebook', 'other'];
    const weights = [
      ...kinds.map((kind) => weight(kind, 100)),
      weight('chromebook', 30, { per: 'claim', work: 'warranty' }),
      weight('laptop', 20.5, { per: 'claim' }),
    ];
    await its.put('/support-load/weights').set('if-match', '*').send({ weights }).expect(200);
    expect(await loadOf('A1')).toMatchObject({ openClaims: 0, claimsAYear: 0, expectedMinutes: 8000 });
    for (const category of ['screen', 'keyboard', 'hinge']) await claim('chromebook', category);
    await claim('laptop', 'battery');
    // Opened in the year before, and still open; and one that was a mistake.
    await claim('laptop', 'screen', 400);
    const mistake = await claim('laptop', 'case');
    await its.post(`/claims/${mistake}/steps`).send({ step: 'cancel', reason: 'A mistake.' }).expect(200);
    // 80 devices × 100 + 3 × 30 + 20.5; four claims of 80 devices are 5 of 100.
    const site = await loadOf('A1');
    expect(site).toMatchObject({
      openClaims: 5,
      claimsAYear: 4,
      claimsPer100Devices: 5,
      expectedMinutes: 8110.5,
    });
    expect(site.expected.filter(({ per }) => per === 'claim')).toEqual([
      { kind: 'chromebook', work: 'warranty', per: 'claim', minutes: 90 },
      { kind: 'laptop', work: null, per: 'claim', minutes: 20.5 },
    ]);
    expect(await loadOf('B2')).toMatchObject({ openClaims: 0, claimsAYear: 0, claimsPer100Devices: 0 });
    const answer = await loads();
    expect(answer.totals).toMatchObject({ openClaims: 5, claimsAYear: 4 });
    expect(answer.notRecorded.map(({ what }) => what)).toEqual(['repairs', 'requests', 'enrollment_work']);
    // 180 devices × 100 ÷ 12 = 1,500, and the claims of this month.
    const { body } = await its.get('/support-load/trend').expect(200);
    expect((body as LoadTrend).months.at(-1)?.expectedMinutes).toBe(1610.5);
    const report = records(await reportTable(its, 'support-load'));
    expect(report.find((row) => row['Site'] === 'A1')).toMatchObject({
      'Open claims': 5,
      'Claims a year': 4,
    });
  });
});
