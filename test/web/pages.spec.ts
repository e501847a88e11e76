import type { Page } from 'playwright-core';
import type { TestDistrict } from '../support/app.js';
import { devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { pagesOf } from './every-page.js';
import { findings } from './findings.js';
import { choose, describePages, DESKTOP, follow, PASSWORD, PHONE, until, watchRequests, Web } from './web.js';

/** Every page, on a machine that does much else. */
const PATIENCE_MS = 240_000;

/**
 * DESIGN section 14: script and style of the scan page over the wire. WebAssembly is apart, and so is the worker that
 * downloads the list of devices: nobody waits for it before the first scan. The design allows 250,000 bytes; the rest
 * is for what comes.
 */
const FIRST_LOAD_BYTES = 245_000;

let web: Web;

beforeAll(async () => {
  web = await Web.alone();
});

afterAll(() => web.close());

async function openByAddress(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
}

// First, while nobody can sign in yet.
describePages('a new deployment', () => {
  it('is set up by its link, and its admin is signed in', async () => {
    const { pathname } = new URL(await web.setUpLink());
    const context = await web.context();
    const page = await context.newPage();
    await page.goto(pathname);
    await page.locator('input[name=district]').fill('Irvine Unified');
    await choose(page, 'Time zone', 'America/Los_Angeles');
    await page.locator('input[name=name]').fill('Pat Doe');
    await page.locator('input[name=email]').fill('pat@irvine.example');
    await page.locator('input[name=password]').fill('too short');
    await page.getByRole('button', { name: 'Create district' }).click();
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.getByRole('button', { name: 'Create district' }).click();
    await page.getByRole('heading', { name: 'Irvine Unified' }).waitFor();
    await page.goto(pathname);
    await page.getByText('This setup link doesn’t work').waitFor();
    expect(web.log).toContain('"path":"/setup/:secret"');
    expect(web.log).not.toContain(pathname.split('/').at(-1));
    await context.close();
  });
});

describePages('every page', () => {
  let district: TestDistrict;
  let email: string;
  let paths: string[];

  beforeAll(async () => {
    district = await districtWithSites(web.app);
    email = await web.account(district, 'admin');
    paths = await pagesOf(web.app, district);
  });

  // Colors do not depend on the size of a page, so that each size is looked at in one scheme.
  it.each([
    ['a phone in the sun, opened by its address', PHONE, 'light', openByAddress],
    ['a desktop at night, opened by a link', DESKTOP, 'dark', follow],
  ] as const)(
    'on %s has no finding of axe, no sideways scroll, and no error',
    async (_, viewport, colorScheme, open) => {
      const context = await web.context(viewport, { colorScheme });
      const page = await web.signedIn(context, email);
      const errors: string[] = [];
      watchRequests(page);
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error' && !/status of 40[14]/.test(message.text()))
          errors.push(message.text());
      });
      const found: Record<string, string[]> = {};
      for (const path of paths) {
        await open(page, path);
        await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor({ state: 'attached' });
        const problems = await findings(page);
        if (problems.length > 0) found[path] = problems;
      }
      expect(found).toEqual({});
      expect(errors).toEqual([]);
      await context.close();
    },
    PATIENCE_MS,
  );

  it('before a sign-in is as good, and says what to do', async () => {
    const context = await web.context(PHONE);
    const page = await context.newPage();
    for (const path of ['/', '/setup/not-a-secret']) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      expect(await findings(page)).toEqual([]);
    }
    await page.getByText('This setup link doesn’t work').waitFor();
    await context.close();
  });

  it('of the scanner is light enough for a school’s network', async () => {
    const context = await web.context(PHONE);
    const page = await web.signedIn(context, email);
    const sizes: number[] = [];
    page.on('response', async (response) => {
      const { pathname } = new URL(response.url());
      if (!/\.(?:js|css)$/.test(pathname) || pathname.includes('field-worker')) return;
      sizes.push(Number((await response.allHeaders())['content-length'] ?? Infinity));
    });
    const session = await context.newCDPSession(page);
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    await page.goto('/scan');
    await page.waitForLoadState('networkidle');
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(FIRST_LOAD_BYTES);
    await context.close();
  });

  it('with a chart loads and draws it only near the screen, and prints its numbers before', async () => {
    const context = await web.context({ width: 360, height: 400 });
    const page = await web.signedIn(context, email);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('/');
    const chart = page.locator('.chart');
    const picture = chart.getByRole('img');
    await picture.waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked.filter((url) => url.includes('echarts'))).toEqual([]);
    const { height } = (await picture.boundingBox()) ?? {};
    await page.emulateMedia({ media: 'print' });
    await chart.getByRole('cell', { name: '30' }).first().waitFor();
    expect(await picture.isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
    // The table does not need it either.
    await chart.getByText('Table', { exact: true }).evaluate((one: HTMLElement) => one.click());
    await chart.getByRole('table').waitFor();
    expect(asked.filter((url) => url.includes('echarts'))).toEqual([]);
    await page.evaluate(() => window.scrollTo(0, 0));
    await chart.getByText('Chart', { exact: true }).evaluate((one: HTMLElement) => one.click());
    await picture.scrollIntoViewIfNeeded();
    await picture.locator('canvas').waitFor();
    expect(await picture.boundingBox()).toMatchObject({ height });
    await page.emulateMedia({ media: 'print' });
    await picture.waitFor();
    expect(await chart.getByRole('table').count()).toBe(0);
    await context.close();
  });

  it('runs only what the app itself brings', async () => {
    const page = await fetch(`${web.url}/scan`);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval';`);
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(await page.text()).toContain(`nonce="${nonce}"`);
    const other = (await fetch(`${web.url}/scan`)).headers.get('content-security-policy');
    expect(other).not.toContain(nonce);
    expect((await fetch(`${web.url}/assets/none.js`)).status).toBe(404);
    expect((await fetch(`${web.url}/api/v1/none`)).status).toBe(404);
  });

  it('works by keyboard alone: sign in, choose, scan, undo', async () => {
    const context = await web.context(DESKTOP);
    const page = await context.newPage();
    await page.goto('/');
    await page.locator('input[name=email]:focus').waitFor();
    await page.keyboard.type(email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await tabTo(page, 'link', 'Scan');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Scan', exact: true }).waitFor();
    await tabTo(page, 'radio', 'Check in place');
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('radio', { name: 'Move here' }).isChecked()).toBe(true);
    await page.keyboard.press('ArrowLeft');
    await tabTo(page, 'textbox', 'Scan or type a code');
    await page.keyboard.type('T1004');
    await page.keyboard.press('Enter');
    await page.locator('li[data-code=T1004]').waitFor();
    await tabTo(page, 'button', 'Undo T1004');
    await page.keyboard.press('Enter');
    await page.getByText('Undone: T1004').waitFor();
    await context.close();
  });

  it('shows a technician of one school nothing of another', async () => {
    const context = await web.context();
    const technician = await web.account(district, 'technician', { sites: ['B2'] });
    const page = await web.signedIn(context, technician);
    await page.goto('/devices');
    await page.getByText('No devices found').waitFor();
    await page.goto('/d/T1005');
    await page.getByText('This device belongs to a site that you can’t see').waitFor();
    await page.goto('/inbox');
    await page.getByText('All clear').waitFor();
    await context.close();
  });

  it('of the inbox shows a conflict in names, without ids, and keeps the record where somebody says so', async () => {
    const context = await web.context(DESKTOP);
    const page = await web.signedIn(context, email);
    await page.goto('/inbox');
    const card = page.getByRole('article', { name: /^Scan of T1010 \(/ });
    await card.getByRole('row', { name: /^Room Library 7 admin-/ }).waitFor();
    const text = await card.innerText();
    expect(text).toContain('Move here at School A1');
    expect(text).toMatch(/Scanned by admin-.*@test\.example/);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|roomId|CHANGED_MEANWHILE/);
    await card.getByRole('button', { name: 'Use scan' }).waitFor();
    await card.getByRole('button', { name: 'Keep record' }).click();
    await page.getByText('All clear').waitFor();
    await context.close();
  });

  it('of a device brings together what two people change, and asks where both changed one thing', async () => {
    const { body } = await district.admin.get('/devices?q=T1006').expect(200);
    const { id } = (body as { items: { id: string }[] }).items[0] as { id: string };
    const context = await web.context(DESKTOP);
    const page = await web.signedIn(context, email);
    await page.goto(`/devices/${id}`);
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('combobox', { name: 'Room' }).fill('14');
    await page.getByLabel('PO number').fill('PO-7');
    await district.admin
      .patch(`/devices/${id}`)
      .set('If-Match', '*')
      .send({ room: '15', notes: 'cracked corner' })
      .expect(200);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Someone else made changes while you were editing').waitFor();
    await page.getByRole('radio', { name: 'Theirs: 15' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Edit' }).waitFor();
    const { body: device } = await district.admin.get(`/devices/${id}`).expect(200);
    expect(device).toMatchObject({ room: '15', notes: 'cracked corner', purchaseReference: 'PO-7' });
    await context.close();
  });
});

describePages('a cart', () => {
  it('is moved to another room with what is in it, and renamed, by keyboard alone, by whoever works there', async () => {
    const district = await districtWithSites(web.app);
    const { admin } = district;
    await load(web.app, admin, devicesCsv(numbered(3, { Room: '12', Cart: 'C1' })));
    const { body: sites } = await admin.get('/sites').expect(200);
    const site = (sites as { items: { id: string; code: string }[] }).items.find(({ code }) => code === 'A1');
    await admin.post(`/sites/${site?.id}/rooms`).send({ name: 'Library' }).expect(201);
    const page = await web.signedIn(
      await web.context(PHONE),
      await web.account(district, 'technician', { sites: ['A1'] }),
    );
    await page.goto('/places?site=A1');
    await page.getByRole('article', { name: 'Cart C1' }).waitFor();
    await tabTo(page, 'combobox', 'Room of C1');
    await page.keyboard.type('Libr');
    await page.getByRole('option', { name: 'Library' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await until(async () => {
      const { body } = await admin.get('/devices?room=Library&site=A1').expect(200);
      return (body as { items: object[] }).items.length === 3;
    }, 'its devices are in the library');
    await tabTo(page, 'button', 'Rename or close cart C1');
    await page.keyboard.press('Enter');
    await tabTo(page, 'textbox', 'Name');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Cart of the library');
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: 'Cart Cart of the library' }).waitFor();
    const staff = await web.signedIn(
      await web.context(PHONE),
      await web.account(district, 'site_staff', { sites: ['A1'] }),
    );
    await staff.goto('/places?site=A1');
    await staff.getByText('in room Library').waitFor();
    expect(await staff.getByRole('button', { name: /Rename/ }).count()).toBe(0);
  });
});

type Role = 'link' | 'radio' | 'textbox' | 'button' | 'combobox';

/** Presses Tab until something has the focus; fails after a hundred presses. */
async function tabTo(page: Page, role: Role, name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true }).first();
  for (let presses = 0; presses < 100; presses += 1) {
    if (await wanted.evaluate((one) => one === document.activeElement).catch(() => false)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard never came to the ${role} "${name}"`);
}
