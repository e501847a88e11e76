import type { Page } from 'playwright-core';
import { BadLots } from '../../src/warranty/bad-lots/bad-lots.service.js';
import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import type { Role } from '../../src/access/scope.js';
import type { TestDistrict } from '../support/app.js';
import { daysAgo } from '../support/devices.js';
import { districtWithSites } from '../support/imports.js';
import { findings } from './findings.js';
import { describePages, DESKTOP, inSpanish, PHONE, until, Web } from './web.js';

let web: Web;
let district: TestDistrict;
let page: Page;
/** Devices of the bad lot. */
let bad: string[];

beforeAll(async () => {
  web = await Web.start();
});

beforeEach(async () => {
  district = await districtWithSites(web.app);
});

afterEach(() => page.context().close());

afterAll(() => web.close());

const post = async <T = { id: string }>(path: string, body: object, status = 201): Promise<T> =>
  (await district.admin.post(path).send(body).expect(status)).body as T;

async function bought(count: number, reference: string): Promise<string[]> {
  const device = { manufacturer: 'Lenovo', model: '300e', kind: 'chromebook', site: 'A1' };
  const rows = Array.from({ length: count }, (_, i) => ({
    ...device,
    purchaseReference: reference,
    assetTag: `${reference}-${i}`,
    inServiceOn: daysAgo(700),
  }));
  const { body } = await district.admin.put('/devices/batch').send({ rows }).expect(200);
  return (body as { results: { id: string }[] }).results.map(({ id }) => id);
}

async function claimed(deviceId: string, days: number): Promise<string> {
  const claim = { deviceId, vendor: 'lenovo', category: 'hinge', observed: 'Broken.', staysInUse: true };
  const { id } = await post<ClaimDetail>('/claims', claim);
  await web.app.source.query(`UPDATE claims SET opened_at = $3 WHERE district_id = $1 AND id = $2`, [
    district.id,
    id,
    `${daysAgo(days)}T20:00:00Z`,
  ]);
  return id;
}

/** A bad lot beside a good one, claims that a vendor resolved in time, and an invoice that a warranty would have paid. */
async function figures(): Promise<void> {
  await post('/vendors', {
    name: 'Lenovo',
    roles: ['manufacturer'],
    acknowledgeWithinHours: 8,
    resolveWithinHours: 40,
  });
  bad = await bought(25, 'PO-BAD');
  const good = await bought(60, 'PO-GOOD');
  const ids: string[] = [];
  for (const [i, id] of bad.slice(0, 12).entries()) ids.push(await claimed(id, i === 0 ? 480 : 20 + 8 * i));
  for (const id of good.slice(0, 3)) await claimed(id, 5);
  for (const id of ids.slice(0, 4))
    for (const step of [
      { step: 'ready', acceptWarnings: true },
      { step: 'send', reference: 'SR' },
      { step: 'resolve', outcome: 'repaired' },
    ])
      await post(`/claims/${id}/steps`, step, 200);
  const lasts = { startsOn: daysAgo(600), endsOn: daysAgo(-40) };
  for (const deviceId of bad.slice(0, 3))
    await post('/coverages', { deviceId, vendor: 'lenovo', kind: 'manufacturer', ...lasts });
  await district.admin
    .patch(`/claims/${ids[1]}`)
    .set('if-match', '*')
    .send({ costInvoicedCents: 18_900 })
    .expect(200);
  const { id: repaired } = { id: good[9] ?? '' };
  await post('/coverages', { deviceId: repaired, vendor: 'lenovo', kind: 'extended', ...lasts });
  await district.admin
    .patch(`/devices/${repaired}`)
    .set('if-match', '*')
    .send({ status: 'in_repair' })
    .expect(200);
  await web.app.get(BadLots).findIn(district.admin.scope);
}

async function open(path: string, viewport = DESKTOP, role: Role = 'admin'): Promise<void> {
  const email = await web.account(district, role, role === 'admin' ? {} : { sites: ['A1'] });
  page = await web.signedIn(await web.context(viewport), email);
  await page.goto(path);
}

const region = (name: string) => page.getByRole('region', { name, exact: true });

describePages('the figures of warranties', () => {
  it('show bad lots, vendors, ages and money, and a download of each', async () => {
    await figures();
    await open('/warranty');
    await region('Bad lots to act on').getByText('3 of 25 devices are still covered.').waitFor();
    const scorecard = region('Scorecard of vendors').first();
    await scorecard.getByText('4 of 4').first().waitFor();
    await region('Open claims by age').getByText('15 open claims').waitFor();
    const lots = region('Failure rates by model and purchase').first();
    await lots.getByText('Lenovo 300e, PO-BAD').waitFor();
    expect(await lots.innerText()).toMatch(/Bad lot[^]*12 in 32.9 years of use[^]*Too few failures to rank/);
    await region('Paid although covered').first().getByText('we paid $189.00').waitFor();
    const repairs = region('In repair without a claim').first();
    await repairs.getByText('PO-GOOD-9').waitFor();
    expect(await findings(page)).toEqual([]);
    const link = await repairs.getByRole('link', { name: /^Start a claim for/ }).getAttribute('href');
    expect(link).toMatch(/^\/claims\/new\?device=/);
  });

  it('lead to the devices of a bad lot, which is marked as handled with the keyboard alone', async () => {
    await figures();
    await open('/warranty', PHONE);
    const link = region('Bad lots to act on').getByRole('link', { name: 'Lenovo 300e, PO-BAD' });
    await link.waitFor();
    expect(await findings(page)).toEqual([]);
    await link.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Lenovo 300e, PO-BAD' }).waitFor();
    await region('Devices of this lot').first().getByText('PO-BAD-24').waitFor();
    expect(await findings(page)).toEqual([]);
    const handle = page.getByRole('button', { name: 'Mark as handled' });
    await handle.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('What was done').waitFor();
    await page.keyboard.type('Lenovo repairs all 25 hinges.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Open again' }).waitFor();
    await region('History').getByText('Reason: Lenovo repairs all 25 hinges.').waitFor();
    await page.goto('/warranty');
    await page.getByText('Rollcall found no bad lots that are still covered.').waitFor();
  });

  it('say what to do where there are no claims yet', async () => {
    await open('/warranty', PHONE);
    await page.getByText('Rollcall found no bad lots that are still covered.').waitFor();
    await page.getByText('We have not sent any claims in the last eight quarters.').waitFor();
    await page.getByText('There are no open claims.').waitFor();
    await page.getByText('We paid for nothing that a warranty would have covered.').waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it('are in Spanish for those who read Spanish', async () => {
    await figures();
    await open('/warranty', PHONE);
    await inSpanish(page);
    await page.getByRole('heading', { level: 1, name: 'Cifras de garantía' }).waitFor();
    await page.getByText('Partida defectuosa', { exact: true }).waitFor();
    await page.getByText('4 de 4').first().waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it('are in the menu of those who deal with warranties, and of nobody else', async () => {
    await open('/', DESKTOP, 'technician');
    const menu = () => page.getByRole('navigation').getByRole('link', { name: 'Warranty figures' });
    await menu().click();
    await page.getByRole('heading', { level: 1, name: 'Warranty figures' }).waitFor();
    await page.context().close();
    await open('/warranty', DESKTOP, 'site_staff');
    await page
      .getByText(/don’t have access|isn’t for you|can’t open/)
      .first()
      .waitFor();
    await until(async () => (await menu().count()) === 0, 'the menu has no such page');
  });
});
