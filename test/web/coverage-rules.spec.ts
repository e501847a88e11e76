import type { Locator, Page } from 'playwright-core';
import type { TestDistrict } from '../support/app.js';
import { deviceOf, devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { findings } from './findings.js';
import { choose, describePages, DESKTOP, inSpanish, PHONE, Web } from './web.js';

let web: Web;
let district: TestDistrict;
let page: Page;

beforeAll(async () => {
  web = await Web.start();
});

beforeEach(async () => {
  district = await districtWithSites(web.app);
  const { admin } = district;
  await load(
    web.app,
    admin,
    devicesCsv(numbered(3, { 'PO number': 'PO-4711', 'Purchase date': '2026-02-01' })),
  );
  await admin
    .post('/vendors')
    .send({ name: 'Safe Insurance', roles: ['insurer'] })
    .expect(201);
});

afterEach(() => page.context().close());

afterAll(() => web.close());

async function open(path: string, viewport = DESKTOP): Promise<void> {
  const email = await web.account(district, 'its');
  page = await web.signedIn(await web.context(viewport), email);
  await page.goto(path);
}

const button = (name: string, within: Page | Locator = page): Locator =>
  within.getByRole('button', { name, exact: true });

const rule = {
  name: 'PO-4711',
  vendor: 'safe-insurance',
  kind: 'accidental_damage',
  months: 36,
  startsFrom: 'purchased',
  devices: { purchaseReference: 'PO-4711' },
};

describePages('a rule for coverage', () => {
  it('is written on a phone, previewed, applied and undone', async () => {
    await open('/coverage-rules', PHONE);
    await page.getByText('No coverage rules yet').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('link', { name: 'New rule' }).click();
    await button('Add rule').click();
    await page.getByText('Some fields need your attention').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByLabel('Name').fill('PO-4711');
    await choose(page, 'Vendor', 'Safe Insurance');
    await choose(page, 'Type', 'Accidental damage');
    await page.getByLabel('Months').fill('36');
    await page.getByLabel('Incidents a year').fill('2');
    await button('Add rule').click();
    await page.getByText('Give at least one condition').or(page.getByText('at least one')).first().waitFor();
    await page.getByLabel('PO number').fill('PO-4711');
    await button('Add rule').click();
    await page.getByRole('heading', { name: 'PO-4711', level: 1 }).waitFor();
    await page.getByText('36 months from the day of purchase').waitFor();
    await button('Preview').click();
    const adds = page.getByRole('region', { name: 'Get coverage' });
    await adds.getByText('3', { exact: true }).waitFor();
    await adds.getByText('Feb 1, 2026 to Jan 31, 2029').first().waitFor();
    expect(await findings(page)).toEqual([]);
    const { id } = await deviceOf(district.admin, 'T1001');
    const covered = async (): Promise<unknown> =>
      (await district.admin.get(`/devices/${id}/coverage?on=2026-03-01`).expect(200)).body;
    expect(await covered()).toMatchObject({ state: 'unknown' });
    await button('Apply rule').click();
    expect(await findings(page)).toEqual([]);
    await button('Apply rule', page.getByRole('dialog')).click();
    await page.getByText('The rule is applied').waitFor();
    expect(await covered()).toMatchObject({ state: 'active' });
    await button('Undo last application').click();
    await button('Undo last application', page.getByRole('dialog')).click();
    await page.getByText('3 coverages are withdrawn').waitFor();
    expect(await findings(page)).toEqual([]);
    expect(await covered()).toMatchObject({ state: 'unknown' });
  });

  it('brings together what two people change, and then says what else is wrong', async () => {
    const { body } = await district.admin.post('/coverage-rules').send(rule).expect(201);
    const { id } = body as { id: string };
    await open(`/coverage-rules/${id}`);
    await button('Edit').click();
    await page.getByLabel('Months').fill('24');
    await page.getByLabel('Deductible').fill('49');
    await district.admin
      .patch(`/coverage-rules/${id}`)
      .set('If-Match', '*')
      .send({ months: 12, waitingDays: 30 })
      .expect(200);
    await button('Save').click();
    await page.getByText('Someone else made changes while you were editing').waitFor();
    await page.getByRole('radio', { name: 'Theirs: 12' }).check();
    await page.getByLabel('Name').fill('');
    expect(await findings(page)).toEqual([]);
    await button('Save').click();
    await page.getByText('Some fields need your attention').waitFor();
    await page.getByLabel('Name').fill('PO-4711, damage');
    await button('Save').click();
    await page.getByRole('heading', { name: 'PO-4711, damage' }).waitFor();
    const { body: now } = await district.admin.get(`/coverage-rules/${id}`).expect(200);
    expect(now).toMatchObject({
      months: 12,
      waitingDays: 30,
      deductibleCents: 4900,
      devices: { purchaseReference: 'PO-4711' },
    });
  });

  it('is in Spanish for those who read Spanish', async () => {
    await district.admin.post('/coverage-rules').send(rule).expect(201);
    await open('/coverages');
    await inSpanish(page);
    await page.getByRole('link', { name: 'Reglas' }).click();
    await page.getByRole('link', { name: 'PO-4711' }).click();
    await button('Vista previa').click();
    await page.getByText('Esto es lo que haría la regla').waitFor();
    expect(await findings(page)).toEqual([]);
  });
});
