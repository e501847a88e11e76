import type { Page } from 'playwright-core';
import type { TestDistrict } from '../support/app.js';
import { deviceOf, devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { typeAsScanner } from './keys.js';
import { describePages, kept, PHONE, pickAction, until, untilSent, Web, WORKS_OFFLINE } from './web.js';

/** Addresses of network adapters that are plugged into two devices. */
const A1_AND_B2 = 'AA:BB:CC:00:11:22';
const BOTH_AT_A1 = 'AA:BB:CC:00:11:33';

let web: Web;
let district: TestDistrict;
let page: Page;
let id: string;

beforeAll(async () => {
  web = await Web.start();
  district = await districtWithSites(web.app);
  await load(web.app, district.admin, devicesCsv(numbered(12, { Site: 'A1', Room: '12' })));
  await load(
    web.app,
    district.admin,
    devicesCsv([{ 'Asset tag': 'T2001', 'Serial number': 'SN2001', Site: 'B2' }]),
  );
  await share(A1_AND_B2, ['T1007', 'T2001']);
  await share(BOTH_AT_A1, ['T1008', 'T1009']);
  ({ id } = (await deviceOf(district.admin, 'T1003')) as { id: string });
  page = await web.signedIn(
    await web.context(PHONE, WORKS_OFFLINE),
    await web.account(district, 'technician', { sites: ['A1'] }),
  );
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.goto('/scan');
  await page.locator('.setup').waitFor();
  await typeAsScanner(page, 'T1001');
  await page.getByText('T1001').first().waitFor();
  await pickAction(page, 'Send to repair');
  await typeAsScanner(page, 'T1002');
  await page.locator('.result').getByText('T1002').waitFor();
  await untilSent(page);
  await until(async () => (await kept(page, 'devices')).length === 12, 'the devices are saved');
  await page.context().setOffline(true);
});

afterAll(() => web.close());

async function share(mac: string, tags: string[]): Promise<void> {
  for (const tag of tags) {
    const device = await deviceOf(district.admin, tag);
    await district.admin.patch(`/devices/${device['id']}`).set('If-Match', '*').send({ mac }).expect(200);
  }
}

/** Opens a page, and waits until it says what it knows. */
async function says(path: string, what: RegExp | string): Promise<void> {
  await page.goto(path);
  await until(
    async () => {
      if ((await page.locator('main [aria-label="Loading"]').count()) > 0) return false;
      const text = await page.locator('main').innerText();
      return typeof what === 'string' ? text.includes(what) : what.test(text);
    },
    `${path} says ${String(what)}`,
  );
}

describePages('without a connection', () => {
  it('the home page says how old what it knows is, and how many devices are saved', async () => {
    await says(
      '/',
      /You’re offline\. This is what was saved on this phone or computer on \w+ \d+, \d{4}[^]*Show the 12 saved devices/,
    );
  });

  it('the list of devices shows those of the own sites, filtered by what is known of them', async () => {
    await says('/devices', '12 devices');
    await page.getByRole('searchbox', { name: 'Search' }).fill('T1004');
    await page.getByText('1 device', { exact: true }).waitFor();
    await says('/devices?ageFrom=3&room=12', /filters by age, purchase or person don’t apply[^]*12 devices/);
    await says('/devices?room=Library', 'No devices found');
  });

  it('a device shows what is known, with the scans that wait, and what is not known', async () => {
    await page.goto('/scan');
    await pickAction(page, 'Send to repair');
    await typeAsScanner(page, 'T1003');
    await page.locator('.result').getByText('T1003').waitFor();
    await says(
      `/devices/${id}`,
      /T1003[^]*In repair[^]*need a connection to see the device’s history, its purchase, and the person who has it[^]*12/,
    );
    await says('/d/T1005', 'School A1');
    await says('/d/NOBODYS-9', 'No saved device has the code NOBODYS-9');
    await says('/', /Scans to send\s+1/);
  });

  it('a device of another site is known by its code, with its site', async () => {
    await says('/d/T2001', /Site\s+School B2/);
  });

  it('a device of another site is no choice where several have the code, and its site is named', async () => {
    await page.goto('/scan');
    await pickAction(page, 'Check in place');
    await typeAsScanner(page, A1_AND_B2);
    const dialog = page.getByRole('dialog', { name: /^Which device with code/ });
    await dialog.getByText(/School B2/).waitFor();
    expect(await dialog.getByRole('button', { name: /School/ }).allInnerTexts()).toEqual([
      expect.stringMatching(/^T1007\s/),
    ]);
    await dialog.getByRole('button', { name: 'Decide later' }).click();
  });

  it('scans that wait are counted for the device that was chosen, and an undo for what it takes back', async () => {
    await page.goto('/scan');
    await pickAction(page, 'Send to repair');
    await typeAsScanner(page, BOTH_AT_A1);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^T1008/ })
      .click();
    await page.locator('.result').getByText('T1008').waitFor();
    await page.getByRole('button', { name: 'Undo T1002' }).click();
    await page.locator('.result').getByText('Undone: T1002').waitFor();
    await says('/devices?status=in_repair', '2 devices');
    const list = await page.locator('main').innerText();
    expect(list.match(/T10\d\d/g)?.toSorted()).toEqual(['T1003', 'T1008']);
  });

  it('rooms show how many devices they have', async () => {
    await says('/places?site=A1', '12: 12 devices');
  });

  it.each(['/loans', '/inbox', '/sweeps', '/problems'])(
    '%s says that it needs a connection',
    async (path) => {
      await says(path, 'You’re offline');
    },
  );

  it('is over for the page by itself once the network is back', async () => {
    await says('/sweeps', 'You’re offline');
    await page.context().setOffline(false);
    await page.getByRole('heading', { level: 1, name: 'Sweeps' }).waitFor();
    await until(
      async () => (await page.getByText('You’re offline').count()) === 0,
      'the page has its answer',
    );
  });
});

describePages('someone whose devices aren’t saved', () => {
  it('is told so without a connection, instead of reading that there are none', async () => {
    page = await web.signedIn(await web.context(PHONE, WORKS_OFFLINE), await web.account(district, 'its'));
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.goto('/');
    await page.context().setOffline(true);
    await says('/', 'You’re offline');
    expect(await page.getByText(/saved devices/).count()).toBe(0);
    for (const path of ['/devices', '/d/T1001', '/places?site=A1'])
      await says(path, /saved on this phone or computer\s+Rollcall saves devices for people who scan them/);
  });
});
