import type { Page } from 'playwright-core';
import type { TestDistrict } from '../support/app.js';
import { deviceOf, devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { findings } from './findings.js';
import { typeAsScanner } from './keys.js';
import { choose, describePages, DESKTOP, PHONE, pickAction, untilSent, Web, WORKS_OFFLINE } from './web.js';

let web: Web;
let district: TestDistrict;
let ids: string[];

beforeAll(async () => {
  web = await Web.start();
  district = await districtWithSites(web.app);
  const rows = numbered(3, { Room: '12' });
  await load(web.app, district.admin, devicesCsv(rows));
  ids = [];
  for (const row of rows) {
    const { id } = await deviceOf(district.admin, row['Asset tag'] ?? '');
    await district.admin.patch(`/devices/${id}`).set('if-match', '*').send({ status: 'retired' }).expect(200);
    ids.push(id);
  }
});

afterAll(() => web.close());

async function open(path: string, role: 'its' | 'technician', viewport = DESKTOP): Promise<Page> {
  const reach = role === 'technician' ? { sites: ['A1'] } : {};
  const page = await web.signedIn(await web.context(viewport), await web.account(district, role, reach));
  await page.goto(path);
  return page;
}

const gatesOf = async (id: string): Promise<string[]> => {
  const { body } = await district.admin.get(`/devices/${id}`).expect(200);
  return (body as { clearances: { gate: string }[] }).clearances.map(({ gate }) => gate);
};

describePages('the removal of data', () => {
  it('is recorded on a phone from the page of a device, with the technique that suits its storage', async () => {
    const page = await open(`/devices/${ids[0]}`, 'technician', PHONE);
    await page.getByText('Nothing is recorded about the data on this device.').waitFor();
    await page.getByRole('link', { name: 'Record data removal' }).click();
    await page.getByLabel('Storage').selectOption('eMMC or UFS (most Chromebooks)');
    const techniques = await page.getByLabel('How the data was removed').locator('option').allInnerTexts();
    expect(techniques).toContain('Powerwash (Google security chip)');
    expect(techniques).not.toContain('Degaussed');
    expect(techniques).not.toContain('Erase All Content and Settings');
    await page.getByRole('button', { name: 'Record data removal' }).click();
    // Nothing was chosen: the field says so, and has the cursor.
    await page.locator('select:focus').waitFor();
    await page.getByLabel('How the data was removed').selectOption('Powerwash (Google security chip)');
    await page.getByText(/^Counts as: Purge\. Source: .*Titan C/).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByLabel('Tool (optional)').fill('ChromeOS');
    await page.getByLabel('Verified by (optional)').fill('Ada Byron, technician');
    await page.getByRole('button', { name: 'Record data removal' }).click();
    await page.getByRole('heading', { name: 'What was done' }).waitFor();
    await page.getByText('Ada Byron, technician').waitFor();
    expect(await findings(page)).toEqual([]);
    expect(await page.getByRole('button', { name: 'Have it repeated' }).count()).toBe(0);
    expect(await gatesOf(ids[0] ?? '')).toEqual(['sanitized']);
    await page.context().close();
  });

  it('is decided on by ITS, which sees it in the list', async () => {
    const page = await open('/', 'its');
    await page.getByRole('link', { name: 'Data removal' }).click();
    await page.getByRole('grid').getByRole('link', { name: 'T1000' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('link', { name: 'T1000' }).click();
    await page.getByRole('button', { name: 'Have it repeated' }).click();
    await page.getByRole('dialog').getByLabel('What was found').fill('The setup screen did not come.');
    await page.getByRole('dialog').getByRole('button', { name: 'Have it repeated' }).click();
    await page.getByText(/^To be repeated, /).waitFor();
    expect(await gatesOf(ids[0] ?? '')).toEqual([]);
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByText(/^Accepted, /).waitFor();
    expect(await gatesOf(ids[0] ?? '')).toEqual(['sanitized']);
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  });

  it('of many devices is recorded by scanning one after the other', async () => {
    const context = await web.context(PHONE, WORKS_OFFLINE);
    const email = await web.account(district, 'technician', { sites: ['A1'] });
    const page = await web.signedIn(context, email);
    await page.goto('/scan');
    await pickAction(page, 'Data removed');
    await choose(page, 'Storage', 'eMMC or UFS');
    await choose(page, 'How was the data removed?', 'Powerwash (Google security chip)');
    await choose(page, 'Did it complete?', 'Yes');
    await typeAsScanner(page, 'T1001');
    await typeAsScanner(page, 'T1002');
    await untilSent(page);
    expect([await gatesOf(ids[1] ?? ''), await gatesOf(ids[2] ?? '')]).toEqual([
      ['sanitized'],
      ['sanitized'],
    ]);
    await context.close();
  });
});
