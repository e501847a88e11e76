import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { deferred } from '../../src/imports/running/deferred.js';
import type { TestDistrict } from '../support/app.js';
import { deviceOf, devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { typeAsScanner } from './keys.js';
import {
  choose,
  describePages,
  listed,
  PHONE,
  pickAction,
  signIn,
  until,
  untilSent,
  Web,
  WORKS_OFFLINE,
} from './web.js';

const DEVICES = 40;
const tag = (n: number): string => `T${1000 + n}`;

describePages('scanning without a network', () => {
  let web: Web;
  let district: TestDistrict;

  beforeAll(async () => {
    web = await Web.alone();
    district = await districtWithSites(web.app);
    await load(web.app, district.admin, devicesCsv(numbered(DEVICES)));
  });

  afterAll(() => web.close());

  async function scanPage(email: string): Promise<Page> {
    const page = await web.signedIn(await web.context(PHONE, WORKS_OFFLINE), email);
    // Only once the worker has the page, the next load needs no network.
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.goto('/scan');
    return page;
  }

  async function pick(page: Page, action: string, site: string): Promise<void> {
    await pickAction(page, action);
    await choose(page, 'Site', site);
    await page.getByRole('button', { name: 'Done' }).click();
  }

  /** What the server has of an account's scans: each id, and the events of a device. */
  async function eventsOf(code: string): Promise<{ type: string }[]> {
    const { id } = await deviceOf(district.admin, code);
    const { body } = await district.admin.get(`/devices/${id}/events`).expect(200);
    return (body as { items: { type: string }[] }).items;
  }

  it('keeps what is scanned over a reload, a closed tab and a dead server, and sends each once, in order', async () => {
    const page = await scanPage(await web.account(district, 'admin'));
    await pick(page, 'Move here', 'B2');
    await page.context().setOffline(true);
    for (let n = 0; n < 5; n += 1) await typeAsScanner(page, tag(n));
    await until(async () => (await listed(page)).length === 5, 'five are listed');
    await page.reload();
    await until(
      async () => (await listed(page)).length === 5,
      'five are listed after a reload without a network',
    );
    for (let n = 5; n < 8; n += 1) await typeAsScanner(page, tag(n));
    await until(async () => (await listed(page)).length === 8, 'eight are listed');
    const { context } = { context: page.context() };
    await page.close();

    await web.kill();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto('/scan');
    await until(async () => (await listed(again)).length === 8, 'eight are listed in another tab');
    expect((await listed(again)).every(({ state }) => state === 'waiting')).toBe(true);
    await web.serve();
    await again.getByRole('button', { name: /Send now/ }).click();
    await untilSent(again);
    for (let n = 0; n < 8; n += 1) {
      expect(await deviceOf(district.admin, tag(n))).toMatchObject({ site: 'B2' });
      expect((await eventsOf(tag(n))).filter(({ type }) => type !== 'entered')).toHaveLength(1);
    }
    await context.close();
  });

  it('counts rapid repeats once, and takes back what is undone', async () => {
    const page = await scanPage(await web.account(district, 'admin'));
    await pick(page, 'Move here', 'B2');
    for (let times = 0; times < 4; times += 1) await typeAsScanner(page, tag(20));
    await until(async () => (await listed(page)).length === 1, 'one is listed');
    await untilSent(page);
    await page.getByRole('button', { name: `Undo ${tag(20)}` }).click();
    await untilSent(page);
    await until(async () => (await deviceOf(district.admin, tag(20)))['site'] === 'A1', 'it is where it was');
    await page.context().close();
  });

  it('keeps the photo of an unknown code too, and shows it to whoever decides about the code', async () => {
    const page = await scanPage(await web.account(district, 'admin'));
    await pick(page, 'Move here', 'B2');
    await page.context().setOffline(true);
    await typeAsScanner(page, 'WHOSE-IS-THIS');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Photo of WHOSE-IS-THIS' }).click();
    const buffer = await page.screenshot();
    await (await chooser).setFiles({ name: 'sticker.png', mimeType: 'image/png', buffer });
    await page.getByText('Photo added').waitFor();
    await page.reload();
    await until(async () => (await listed(page)).length === 1, 'it is listed after a reload');
    await page.getByText('Photo added').waitFor();
    await page.context().setOffline(false);
    await untilSent(page);
    const { body } = await district.admin.get('/unknown-codes').expect(200);
    expect((body as { items: { photo: string | null }[] }).items[0]?.photo).toMatch(/^[\da-f-]{36}$/);
    await page.goto('/inbox?tab=unknown');
    const picture = page.getByRole('img', { name: 'What WHOSE-IS-THIS is on' });
    await picture.scrollIntoViewIfNeeded();
    await until(
      () => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth > 100),
      'the photo is shown',
    );
    await page.context().close();
  });

  it('goes on after the sign-in has ended, and sends once the same account signs in', async () => {
    const email = await web.account(district, 'admin');
    const page = await scanPage(email);
    await pick(page, 'Move here', 'B2');
    await page.context().clearCookies();
    await typeAsScanner(page, tag(21));
    await until(async () => (await listed(page)).length === 1, 'it is listed');
    await page.reload();
    await page.getByText('You’ve been signed out').waitFor();
    await typeAsScanner(page, tag(22));
    await until(async () => (await listed(page)).length === 2, 'both are listed');
    await page
      .getByRole('region', { name: 'Sign in again' })
      .locator('input[name=password]')
      .fill('correct horse battery');
    await page
      .getByRole('region', { name: 'Sign in again' })
      .getByRole('button', { name: 'Sign in' })
      .click();
    await untilSent(page);
    for (const code of [tag(21), tag(22)])
      expect(await deviceOf(district.admin, code)).toMatchObject({ site: 'B2' });
    await page.context().close();
  });

  it('warns before a sign-out, shows nothing to another account, and has it all when the first comes back', async () => {
    const first = await web.account(district, 'admin');
    const second = await web.account(district, 'admin');
    const page = await scanPage(first);
    await pick(page, 'Move here', 'B2');
    await page.context().setOffline(true);
    await typeAsScanner(page, tag(23));
    await until(async () => (await listed(page)).length === 1, 'it is listed');
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByText('You have unsent scans').waitFor();
    // Who is signed in is asked for again once there is a network; the answer comes in the middle of the sign-out.
    let late = 0;
    const leaving = deferred<void>();
    await page.context().route('**/api/v1/session', async (route) => {
      if (route.request().method() === 'DELETE') {
        leaving.resolve();
        await sleep(500);
        return route.continue();
      }
      const response = await route.fetch();
      late += 1;
      await leaving.promise;
      await route.fulfill({ response }).catch(() => undefined);
    });
    await page.context().setOffline(false);
    await until(async () => Promise.resolve(late > 0), 'it was asked who is signed in');
    // Whatever was tried meanwhile may have sent it: the warning is about what it was when it was asked.
    await page.context().route('**/api/v1/scan-batches', (route) => route.abort());
    await page.getByRole('button', { name: 'Sign out anyway' }).click();
    await page.getByRole('heading', { name: 'Sign in to Rollcall' }).waitFor();
    await signIn(page, second);
    await page.goto('/scan');
    await page.getByText('Your scans appear here').waitFor();
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in to Rollcall' }).waitFor();
    await page.context().unrouteAll();
    await signIn(page, first);
    await page.goto('/scan');
    await until(async () => (await listed(page)).length === 1, 'it is there again');
    await untilSent(page);
    expect((await listed(page)).map(({ code }) => code)).toEqual([tag(23)]);
    expect(await deviceOf(district.admin, tag(23))).toMatchObject({ site: 'B2' });
    await page.context().close();
  });

  it('keeps a code that nobody knows, and applies its scan to the device that is made of it', async () => {
    const page = await scanPage(await web.account(district, 'admin'));
    await pick(page, 'Move here', 'B2');
    await typeAsScanner(page, 'BRAND-NEW-1');
    await page.getByText('Unknown code').first().waitFor();
    await untilSent(page);
    await page.goto('/inbox?tab=unknown');
    await page
      .getByRole('article', { name: 'Unknown code BRAND-NEW-1' })
      .getByRole('link', { name: 'Add device' })
      .click();
    await page.getByRole('combobox', { name: 'Manufacturer' }).fill('Lenovo');
    await page.getByRole('combobox', { name: 'Model' }).fill('300e');
    // The suggestions lie over the next field until the focus goes on.
    await page.keyboard.press('Tab');
    await choose(page, 'Type', 'Chromebook');
    await choose(page, 'Site', 'A1');
    await page.getByRole('button', { name: 'Add device' }).click();
    await page.getByRole('heading', { name: 'BRAND-NEW-1' }).waitFor();
    expect(await deviceOf(district.admin, 'BRAND-NEW-1')).toMatchObject({ site: 'B2' });
    await page.context().close();
  });

  it('says at once where the device refuses to keep anything', async () => {
    const context = await web.context(PHONE, WORKS_OFFLINE);
    await context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('the disk is full', 'QuotaExceededError');
      };
    });
    const page = await context.newPage();
    await page.goto('/scan');
    await signIn(page, await web.account(district, 'admin'));
    await page.getByText('This device can’t save scans').waitFor();
    await typeAsScanner(page, tag(30));
    await page.getByText('Not saved: T1030').waitFor();
    await context.close();
  });
});
