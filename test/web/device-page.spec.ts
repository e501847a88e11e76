import type { Page } from 'playwright-core';
import type { TestDistrict } from '../support/app.js';
import { deviceOf, devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { choose, describePages, DESKTOP, PHONE, until, Web } from './web.js';

let web: Web;
let district: TestDistrict;
let email: string;

beforeAll(async () => {
  web = await Web.start();
  district = await districtWithSites(web.app);
  await load(web.app, district.admin, devicesCsv(numbered(12, { Room: '12' })));
  email = await web.account(district, 'admin');
});

afterAll(() => web.close());

async function pathOf(tag: string): Promise<string> {
  return `/devices/${(await deviceOf(district.admin, tag)).id}`;
}

describePages('the page of a device', () => {
  let page: Page;

  beforeAll(async () => {
    page = await web.signedIn(await web.context(DESKTOP), email);
  });

  afterAll(() => page.context().close());

  it('reports a theft with its date, the number of the police report and a note, and tells the history of it', async () => {
    await page.goto(await pathOf('T1001'));
    await page.getByRole('button', { name: 'Report lost or stolen' }).click();
    await page.getByRole('radio', { name: 'Stolen' }).check();
    await page.getByLabel('Missing since').fill('2026-03-02');
    await page.getByLabel('Police report number').fill('26-00417');
    await page.getByLabel('Note').fill('Taken from the office over the weekend');
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    await page.getByText('Status changed to Missing').waitFor();
    await page.getByText('Police report 26-00417').waitFor();
    await page.getByText('Reason: Taken from the office over the weekend').waitFor();
    const device = await deviceOf(district.admin, 'T1001');
    expect(device).toMatchObject({ status: 'missing' });
    await page.getByRole('button', { name: 'Update the loss report' }).click();
    expect(await page.getByLabel('Police report number').inputValue()).toBe('26-00417');
    await page.getByRole('button', { name: 'Mark as found' }).click();
    await page.getByText('Status changed to In stock').waitFor();
  });

  it('offers to mark a device as found where it is missing, also if nobody has said how it went missing', async () => {
    await load(
      web.app,
      district.admin,
      devicesCsv([{ 'Asset tag': 'T3001', Status: 'missing', Room: '12' }]),
    );
    const path = await pathOf('T3001');
    await page.route(`**/api/v1${path}`, async (route) => {
      if (route.request().method() !== 'GET') return route.continue();
      const response = await route.fetch();
      const device = (await response.json()) as object;
      return route.fulfill({ response, json: { ...device, loss: null } });
    });
    await page.goto(path);
    await page.getByRole('button', { name: 'Update the loss report' }).click();
    expect(await page.getByRole('button', { name: 'Report', exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Mark as found' }).click();
    await page.getByText('Status changed to In stock').waitFor();
    await page.getByRole('button', { name: 'Report lost or stolen' }).waitFor();
    await page.unrouteAll();
  });

  it('tells its history in names: who, from where to where, and why', async () => {
    const { id } = await deviceOf(district.admin, 'T1002');
    await district.admin
      .patch(`/devices/${id}`)
      .set('if-match', '*')
      .send({ site: 'B2', room: 'Library', note: 'for the reading club' })
      .expect(200);
    await page.goto(`/devices/${id}`);
    const history = page.getByRole('region', { name: 'History' });
    await history.getByText('Moved to School B2').waitFor();
    await history.getByText('Site: School A1 → School B2').waitFor();
    await history.getByText('Room: 12 → Library').waitFor();
    await history.getByText('Reason: for the reading club').waitFor();
    await history.getByText(/imported from .+\.csv/).waitFor();
    expect(await history.innerText()).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|siteId|roomId/);
  });

  it('asks before somebody leaves what they have changed, and keeps it until they come back', async () => {
    const path = await pathOf('T1003');
    await page.goto(path);
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('PO number').fill('PO-77');
    await page.getByRole('link', { name: 'Labels' }).first().click();
    await page.getByRole('dialog', { name: 'You have unsaved changes' }).waitFor();
    await page.getByRole('button', { name: 'Stay on this page' }).click();
    expect(await page.getByLabel('PO number').inputValue()).toBe('PO-77');
    await page.getByRole('link', { name: 'Labels' }).first().click();
    await page.getByRole('button', { name: 'Leave without saving' }).click();
    await page.getByRole('heading', { level: 1, name: 'Labels' }).waitFor();
    await page.goBack();
    await page.getByText('Your unsaved changes are back').waitFor();
    expect(await page.getByLabel('PO number').inputValue()).toBe('PO-77');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Edit' }).waitFor();
    expect(await deviceOf(district.admin, 'T1003')).toMatchObject({ purchaseReference: 'PO-77' });
    await page.reload();
    await page.getByRole('button', { name: 'Edit' }).waitFor();
  });

  it('is added with a form that keeps what was typed, and says so', async () => {
    await page.goto('/devices/new');
    await page.getByLabel('Asset tag').fill('T4001');
    await page.reload();
    await page.getByText('Your unsaved changes are back').waitFor();
    expect(await page.getByLabel('Asset tag').inputValue()).toBe('T4001');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { level: 1, name: 'Devices' }).waitFor();
    await page.goto('/devices/new');
    expect(await page.getByLabel('Asset tag').inputValue()).toBe('');
    expect(await page.getByText('Your unsaved changes are back').count()).toBe(0);
  });

  it('says at the field what is wrong with it, once, and puts the cursor there', async () => {
    await page.goto(await pathOf('T1004'));
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Asset tag').fill('x'.repeat(80));
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Some fields need your attention').waitFor();
    const main = await page.locator('main').innerText();
    expect(main.match(/at most 64 characters|64 characters/g) ?? []).toHaveLength(1);
    await until(
      () => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid') === 'true'),
      'the field that is wrong has the focus',
    );
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  it('says in the frame that a device does not exist', async () => {
    for (const id of ['019a0000-0000-7000-8000-000000000001', 'nonsense']) {
      await page.goto(`/devices/${id}`);
      await page.getByRole('heading', { level: 1, name: 'Device not found' }).waitFor();
      await page.getByRole('navigation').first().waitFor();
    }
  });

  it('stands under its code, too', async () => {
    await page.goto('/d/T1005');
    await page.getByRole('heading', { level: 1, name: 'T1005' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/d/T1005');
    await until(async () => (await page.title()) === 'T1005 · Rollcall', 'the tab has its name');
  });
});

describePages('a change of many devices', () => {
  it('is chosen, rehearsed, made, and undone, by a technician on a phone', async () => {
    const technician = await web.account(district, 'technician', { sites: ['A1'] });
    const page = await web.signedIn(await web.context(PHONE), technician);
    await page.goto('/devices');
    for (const tag of ['T1007', 'T1008', 'T1009'])
      await page.getByRole('checkbox', { name: `Select ${tag}` }).check();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByText('3 devices selected').waitFor();
    await page.getByLabel('Room', { exact: true }).check();
    await page.getByLabel('New value: Room').fill('Media center');
    await page.getByRole('button', { name: 'Preview' }).click();
    await workUntil(page, '3 devices will change');
    await page.getByText('Room: 12 → Media center').first().waitFor();
    expect(await deviceOf(district.admin, 'T1007')).toMatchObject({ room: '12' });
    await page.getByRole('button', { name: 'Change 3 devices' }).click();
    await workUntil(page, '3 devices changed');
    expect(await deviceOf(district.admin, 'T1008')).toMatchObject({ room: 'Media center' });
    await page.reload();
    await page.getByRole('button', { name: 'Undo this change' }).click();
    await workUntil(page, 'Undone for 3 devices');
    expect(await deviceOf(district.admin, 'T1009')).toMatchObject({ room: '12' });
    await page.context().close();
  });

  it('says which devices it refuses, and why', async () => {
    const page = await web.signedIn(await web.context(DESKTOP), email);
    const { id } = await deviceOf(district.admin, 'T1010');
    await district.admin.patch(`/devices/${id}`).set('if-match', '*').send({ status: 'retired' }).expect(200);
    await page.goto('/devices?status=retired,deployed');
    await page.getByRole('checkbox', { name: 'Select T1010' }).click();
    await page.getByRole('checkbox', { name: 'Select T1011' }).click();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByLabel('Status', { exact: true }).check();
    await choose(page, 'New value: Status', 'In repair');
    await page.getByRole('button', { name: 'Preview' }).click();
    await workUntil(page, '1 device will change');
    await page.getByText('1 device can’t be changed').waitFor();
    await page.getByRole('alert').getByRole('link', { name: 'T1010' }).waitFor();
    await page.context().close();
  });
});

/** The server of the pages does no work in the background; this does what it has been asked for, until it is seen. */
async function workUntil(page: Page, text: string): Promise<void> {
  await until(async () => {
    const jobs = await web.app.source.query<{ id: string }[]>(
      `SELECT id FROM jobs WHERE district_id = $1 AND state IN ('queued', 'running')`,
      [district.id],
    );
    for (const { id } of jobs) await web.app.work(district.id, id);
    return page.getByText(text).first().isVisible();
  }, text);
}

describePages('the page of labels', () => {
  it('says that QR codes hold no address where the server has none', async () => {
    const page = await web.signedIn(await web.context(PHONE), email);
    await page.goto('/labels');
    await page.getByText('QR codes will not open device pages').waitFor();
    await page.context().close();
  });
});

describePages('the rooms of a site', () => {
  it('are found by a part of their name', async () => {
    const { body } = await district.admin.get('/sites').expect(200);
    const site = (body as { items: { id: string; code: string }[] }).items.find(({ code }) => code === 'A1');
    for (let n = 100; n < 112; n += 1)
      await district.admin
        .post(`/sites/${site?.id}/rooms`)
        .send({ name: `Room ${n}` })
        .expect(201);
    const page = await web.signedIn(await web.context(PHONE), email);
    await page.goto('/places?site=A1');
    await page.getByText('School A1', { exact: true }).waitFor();
    await page.getByRole('searchbox', { name: 'Search rooms and carts' }).fill('107');
    await page.getByRole('article', { name: 'Room Room 107' }).waitFor();
    await until(async () => (await page.getByRole('article').count()) === 1, 'no other room is listed');
    await page.context().close();
  });
});
