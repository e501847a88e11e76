import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import type { TestDistrict } from '../support/app.js';
import { deviceOf, devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { findings } from './findings.js';
import { choose, describePages, DESKTOP, PHONE, Web } from './web.js';

let web: Web;
let district: TestDistrict;
let page: Page;
let vendorId: string;

beforeAll(async () => {
  web = await Web.start();
});

beforeEach(async () => {
  district = await districtWithSites(web.app);
  await load(web.app, district.admin, devicesCsv(numbered(4, { Room: '12' })));
  const { body } = await district.admin
    .post('/vendors')
    .send({ name: 'Valley Depot', roles: ['depot'] })
    .expect(201);
  vendorId = (body as { id: string }).id;
});

afterEach(() => page.context().close());

afterAll(() => web.close());

async function open(path: string, viewport = DESKTOP): Promise<void> {
  page = await web.signedIn(await web.context(viewport), await web.account(district, 'its'));
  await page.goto(path);
}

const button = (name: string, within: Page | Locator = page): Locator =>
  within.getByRole('button', { name, exact: true });

async function ready(tag: string): Promise<ClaimDetail> {
  const { id: deviceId } = await deviceOf(district.admin, tag);
  const { body } = await district.admin
    .post('/claims')
    .send({ deviceId, vendor: 'valley-depot', category: 'screen', observed: 'The screen stays dark.' })
    .expect(201);
  const claim = body as ClaimDetail;
  await district.admin
    .post(`/claims/${claim.id}/steps`)
    .send({ step: 'ready', acceptWarnings: true })
    .expect(200);
  return claim;
}

describePages('a batch', () => {
  it('says what is ready and what is missing, is made, downloaded with its hash, and replaced', async () => {
    await open('/claim-batches', PHONE);
    await page.getByText('No batches yet').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Make a batch' }).click();
    await choose(page, 'Vendor', 'Valley Depot');
    await page.getByText('This vendor has no ready claims').waitFor();
    expect(await findings(page)).toEqual([]);
    const claims = [await ready('T1001'), await ready('T1002')];
    await page.reload();
    await page.getByText('2 rows in the file').first().waitFor();
    expect(await findings(page)).toEqual([]);
    await button('Make a batch of 2 claims').click();
    await page.getByRole('heading', { name: 'Valley Depot, batch 1' }).waitFor();
    for (const { number } of claims) await page.getByRole('link', { name: number }).waitFor();
    await page.getByText('Rollcall hasn’t sent this file').waitFor();
    expect(await findings(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download file' }).click(),
    ]);
    const bytes = await readFile(await download.path());
    const hash = createHash('sha256').update(bytes).digest('hex');
    await page.getByText(hash).waitFor();
    await button('Replace this batch').click();
    await page.getByRole('heading', { name: 'Valley Depot, batch 2' }).waitFor();
    await page.getByRole('link', { name: 'All batches' }).click();
    await page.getByText('Replaced by a newer batch').waitFor();
    await page.getByRole('link', { name: 'Valley Depot, batch 1' }).click();
    await page.getByRole('link', { name: 'Go to the newer batch' }).click();
    await page.getByRole('heading', { name: 'Valley Depot, batch 2' }).waitFor();
    await page.getByRole('link', { name: claims[0]?.number ?? '' }).click();
    await page.getByText('Sent', { exact: true }).first().waitFor();
  });

  it('goes to an address that the vendor’s settings say, and a wrong setting is refused at its field', async () => {
    await open(`/vendors/${vendorId}`);
    await page.getByRole('link', { name: 'Delivery', exact: true }).click();
    await page.getByRole('radio', { name: 'By SFTP' }).check();
    await button('Save').click();
    await page.getByText('Some fields need your attention').or(page.getByRole('alert')).first().waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('radio', { name: 'By email' }).check();
    await page.getByLabel('Email addresses').fill('claims@depot.example, desk@depot.example');
    await page.getByRole('checkbox', { name: 'Send ready claims automatically' }).check();
    await page.getByLabel('Time').fill('15:30');
    await button('Save').click();
    await page.getByText('Saved.').waitFor();
    await page.getByText('The next batch is made on').waitFor();
    expect(await findings(page)).toEqual([]);
    const { body } = await district.admin.get(`/vendors/${vendorId}/delivery`).expect(200);
    expect(body).toMatchObject({
      delivery: { by: 'email', to: ['claims@depot.example', 'desk@depot.example'] },
      schedule: { weekdays: [1, 2, 3, 4, 5], at: '15:30' },
    });
    await page.getByLabel('Time').fill('16:00');
    const body2 = { layout: 'general', delivery: { by: 'download' } };
    await district.admin.put(`/vendors/${vendorId}/delivery`).set('If-Match', '*').send(body2).expect(200);
    await button('Save').click();
    await page.getByText('Someone else made changes while you were editing').waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it('has a layout that somebody writes by keyboard and tries out on ready claims', async () => {
    await ready('T1001');
    await open('/claim-layouts');
    await page.getByRole('link', { name: 'New layout' }).click();
    await page.getByLabel('Name').fill('Depot sheet');
    await button('Add a column').click();
    const third = page.getByRole('group', { name: 'Column 3' });
    await third.getByLabel('Header').fill('Tag');
    await third.getByRole('combobox', { name: 'Content' }).fill('Asset tag');
    await page.getByRole('option', { name: 'Asset tag' }).click();
    await button('Move column 3 up', third).focus();
    await page.keyboard.press('Enter');
    await page
      .getByRole('group', { name: 'Column 2' })
      .getByLabel('Header')
      .and(page.locator('[value="Tag"]'))
      .waitFor();
    await choose(page, 'Vendor', 'Valley Depot');
    await button('Try it').click();
    await page.getByRole('columnheader', { name: 'Tag', exact: true }).waitFor();
    await page.getByRole('cell', { name: 'T1001', exact: true }).waitFor();
    expect(await findings(page)).toEqual([]);
    await button('Add layout').click();
    await page.getByRole('heading', { name: 'Depot sheet' }).waitFor();
    const { body } = await district.admin.get('/claim-layouts?limit=100').expect(200);
    const { items } = body as { items: { name: string; definition: { columns: { header: string }[] } }[] };
    const made = items.find(({ name }) => name === 'Depot sheet');
    expect(made?.definition.columns.map(({ header }) => header)).toEqual(['Claim', 'Tag', 'Serial number']);
    expect(await findings(page)).toEqual([]);
  });
});

describePages('people at a vendor', () => {
  it('are invited, reminded, and their invitation is withdrawn', async () => {
    await open(`/vendors/${vendorId}`, PHONE);
    await page.getByRole('link', { name: 'People', exact: true }).click();
    await page.getByText('Nobody at this vendor can sign in yet').waitFor();
    await button('Send invitation').click();
    await page.getByText('Some fields need your attention').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByLabel('Name').fill('Ann Lee');
    await page.getByLabel('Email').fill('ann@depot.example');
    await button('Send invitation').click();
    await page.getByText('The invitation is on its way to ann@depot.example.').waitFor();
    await button('Get link: Ann Lee').click();
    await page.getByText('This link is shown only once:').waitFor();
    expect(await findings(page)).toEqual([]);
    await button('Withdraw: Ann Lee').click();
    await page.getByText('Withdrawn', { exact: true }).waitFor();
  });
});
