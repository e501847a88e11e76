import type { Page } from 'playwright-core';
import type { TestDistrict } from '../support/app.js';
import { deviceOf, devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { findings } from './findings.js';
import { describePages, DESKTOP, PASSWORD, PHONE, until, Web } from './web.js';

let web: Web;
let district: TestDistrict;
let email: string;
let page: Page;

beforeAll(async () => {
  web = await Web.start();
  district = await districtWithSites(web.app);
  await load(web.app, district.admin, devicesCsv(numbered(3)));
  await district.admin
    .post('/problem-reports')
    .send({ site: 'A1', description: 'The screen stays dark.' })
    .expect(201);
  email = await web.account(district, 'admin');
});

afterAll(() => web.close());

async function open(viewport: { width: number; height: number }): Promise<void> {
  page = await web.signedIn(await web.context(viewport), email);
}

/** Presses a button by keyboard, and waits for the window that it opens. */
async function press(path: string, button: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: button, exact: true }).first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
}

async function untilFocused(selector: string): Promise<void> {
  await until(
    () => page.evaluate((wanted) => document.activeElement?.matches(wanted), selector),
    `${selector} has the focus`,
  );
}

const WINDOWS = [
  ['/loans/check-in', 'Paste a list'],
  ['/problems', 'Close report'],
] as const;

describePages('a window on a phone', () => {
  beforeAll(() => open(PHONE));
  afterAll(() => page.context().close());

  it.each([...WINDOWS, ['/scan', 'Search'], ['/', 'More']] as const)(
    'on %s, opened by “%s”, has no finding of axe, and gives the focus back',
    async (path, button) => {
      await press(path, button);
      // A window that is still fading in has pale letters.
      await page.waitForTimeout(500);
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      const opener = page.getByRole('button', { name: button, exact: true }).first();
      await until(
        () => opener.evaluate((one) => one === document.activeElement),
        `“${button}” has the focus again`,
      );
    },
  );

  it('for a change that is not saved, and for an account, has no finding of axe', async () => {
    const { id } = await deviceOf(district.admin, 'T1001');
    await page.goto(`/devices/${id}`);
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('PO number').fill('PO-77');
    await page.getByRole('link', { name: 'Scan' }).first().click();
    await page.getByRole('dialog', { name: 'You have unsaved changes' }).waitFor();
    await page.waitForTimeout(500);
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Leave without saving' }).click();
    await web.account(district, 'its');
    await page.goto('/accounts');
    await page.getByRole('link', { name: /^its-/ }).click();
    await page.getByRole('button', { name: 'Disable account' }).click();
    await page.getByRole('dialog').waitFor();
    await page.waitForTimeout(500);
    expect(await findings(page)).toEqual([]);
  });

  it('is not needed any more once the fields of a scan are set: the focus is on their line', async () => {
    await page.goto('/scan');
    await page.getByRole('button', { name: 'Done' }).click();
    await untilFocused('.setup-line');
  });
});

describePages('a window', () => {
  it('can be closed before it has loaded, and tried again if it could not be loaded', async () => {
    await open(DESKTOP);
    let mayLoad = false;
    await page.route('**/assets/search-window-*.js', async (route) => {
      if (mayLoad) return route.continue();
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      return route.abort();
    });
    await page.goto('/scan');
    await page.getByRole('button', { name: 'Search' }).first().focus();
    await page.keyboard.press('/');
    await untilFocused('.search-early input');
    await page.keyboard.press('Escape');
    await untilFocused('.search-button');
    await page.keyboard.press('/');
    await page.getByText('Couldn’t load this part of the page').waitFor();
    mayLoad = true;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('dialog', { name: 'Search' }).waitFor();
    await page.context().close();
  });

  it('has its styles when it is tried again, if only they could not be loaded', async () => {
    await open(DESKTOP);
    let mayLoad = false;
    await page.route('**/assets/later-styles-*.css', (route) => (mayLoad ? route.continue() : route.abort()));
    await page.goto('/scan');
    await page.getByRole('button', { name: 'Search' }).first().focus();
    await page.keyboard.press('/');
    await page.getByText('Couldn’t load this part of the page').waitFor();
    mayLoad = true;
    await page.getByRole('button', { name: 'Try again' }).click();
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.waitFor();
    const paint = await dialog.evaluate((one) => getComputedStyle(one).getPropertyValue('overflow-y'));
    expect(paint).toBe('auto');
    await page.context().close();
  });

  it('is not needed to clear a field: the cursor stays in it', async () => {
    await open(DESKTOP);
    await page.goto('/devices');
    await page.getByRole('searchbox', { name: 'Search' }).fill('T1001');
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await untilFocused('input[type=search]');
    await page.goto('/scan');
    await page
      .locator('label.action')
      .filter({ hasText: /^Deploy$/ })
      .click();
    await page.getByRole('combobox', { name: 'Person' }).fill('Ada');
    await page.keyboard.press('Tab');
    await page.locator('.asked-wide:has(input[placeholder^="Name, number"]) button').click();
    await untilFocused('input[placeholder^="Name, number"]');
    await page.context().close();
  });

  it('has buttons in Spanish, too', async () => {
    page = await (await web.context(PHONE, { locale: 'es-US' })).newPage();
    await page.goto('/');
    await page.locator('input[name=email]').fill(email);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Cuenta' }).waitFor();
    await press('/loans/check-in', 'Pegar lista');
    await page.getByRole('dialog').getByRole('button', { name: 'Cerrar' }).click();
    await page.context().close();
  });
});
