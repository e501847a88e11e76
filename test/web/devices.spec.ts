import type { Page } from 'playwright-core';
import type { TestDistrict } from '../support/app.js';
import { deviceOf, devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { describePages, DESKTOP, PHONE, until, Web } from './web.js';

/** More than two pages of the API. */
const MANY = 240;

let web: Web;
let district: TestDistrict;
let email: string;

beforeAll(async () => {
  web = await Web.start();
  district = await districtWithSites(web.app);
  const { admin } = district;
  // One a month, so that the order by service date is known.
  const rows = numbered(MANY, { Room: '12' }).map((row, i) => ({
    ...row,
    'In service on': `${2000 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`,
  }));
  await load(web.app, admin, devicesCsv(rows));
  await retire('T1239');
  email = await web.account(district, 'admin');
});

afterAll(() => web.close());

async function retire(tag: string): Promise<void> {
  const { id } = await deviceOf(district.admin, tag);
  await district.admin.patch(`/devices/${id}`).set('if-match', '*').send({ status: 'retired' }).expect(200);
}

/** The tags of the rows that are in the page. */
function tags(page: Page): Promise<string[]> {
  return page.locator('.table-grid tbody tr[data-index] a').allInnerTexts();
}

async function firstTag(page: Page, tag: string): Promise<void> {
  await until(async () => (await tags(page))[0] === tag, `the first row is ${tag}`);
}

describePages('the list of devices', () => {
  let page: Page;

  beforeAll(async () => {
    page = await web.signedIn(await web.context(DESKTOP), email);
  });

  beforeEach(async () => {
    await page.goto('/devices');
    await page.locator('.table-grid tbody tr[data-index]').first().waitFor();
  });

  afterAll(() => page.context().close());

  it('begins with devices in use and says so, and shows the others once that is removed', async () => {
    await page.getByText('239 devices').waitFor();
    await firstTag(page, 'T1238');
    await page.getByRole('button', { name: /^Remove filter In use/ }).click();
    await page.getByText('240 devices').waitFor();
    await firstTag(page, 'T1239');
    expect(new URL(page.url()).search).toBe('?status=all');
    await page.goBack();
    await page.getByText('239 devices').waitFor();
  });

  it('says where a search found nothing because it looked only at devices in use', async () => {
    await page.getByRole('searchbox', { name: 'Search' }).fill('T1239');
    await page.getByText('No devices found').waitFor();
    await page.getByRole('button', { name: 'Include retired and disposed devices' }).click();
    await firstTag(page, 'T1239');
  });

  it('is sorted by a heading, both ways, and keeps it in the address', async () => {
    const heading = page.getByRole('columnheader', { name: 'Device', exact: true });
    await heading.getByRole('button').click();
    await firstTag(page, 'T1000');
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
    await heading.getByRole('button').click();
    await firstTag(page, 'T1238');
    await page.reload();
    await firstTag(page, 'T1238');
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
  });

  it('reads on while somebody scrolls, and keeps only the rows in the window in the page', async () => {
    const box = await page.locator('.table-box').boundingBox();
    await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 200);
    await until(async () => {
      await page.mouse.wheel(0, 2_000);
      return (await tags(page)).includes('T1000');
    }, 'the last row is there');
    const inPage = await tags(page);
    expect(inPage.length).toBeLessThan(60);
    expect(inPage).not.toContain('T1238');
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('240');
  });

  it('works by keyboard: rows by arrows, selected by the space bar, opened by Enter', async () => {
    await page.getByRole('button', { name: 'Export' }).focus();
    await until(async () => {
      await page.keyboard.press('Tab');
      return page.evaluate(() => document.activeElement?.matches('tr[data-index="0"]'));
    }, 'the Tab key comes to the rows');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('3 selected').waitFor();
    await page.keyboard.press('End');
    await until(
      () => page.evaluate(() => document.activeElement?.matches('tr[data-index="99"]')),
      'the last row that was read has the focus',
    );
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'T1238' }).waitFor();
  });

  it('selects rows in between with Shift, and then all that match', async () => {
    await page.getByRole('checkbox', { name: 'Select T1237' }).click();
    await page.getByRole('checkbox', { name: 'Select T1234' }).click({ modifiers: ['Shift'] });
    await page.getByText('4 selected').waitFor();
    await page.getByRole('button', { name: 'Select all 239' }).click();
    await page.getByText('All 239 selected').waitFor();
    await page.getByRole('button', { name: 'Clear selection' }).click();
    expect(await page.getByRole('region', { name: 'Selection' }).count()).toBe(0);
  });

  it('remembers the columns that somebody chooses', async () => {
    expect(await page.getByRole('columnheader', { name: 'Cost' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('dialog', { name: 'Columns' }).getByLabel('Cost').click();
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: 'Cost' }).waitFor();
    await page.reload();
    await page.getByRole('columnheader', { name: 'Cost' }).waitFor();
    const link = await fileLink(page, 'CSV');
    expect(link.searchParams.get('columns')?.split(',')).toContain('costCents');
  });

  it('is filtered by what the address keeps, and comes as a file of the same', async () => {
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.getByRole('menuitem', { name: 'Years in service' }).click();
    await page.getByLabel('At least (years)').fill('20');
    await page.keyboard.press('Enter');
    await page.getByText('Years in service: 20 or more').waitFor();
    await until(async () => !(await tags(page)).includes('T1238'), 'the newer devices are gone');
    const link = await fileLink(page, 'CSV');
    expect(Object.fromEntries(link.searchParams)).toMatchObject({
      ageFrom: '20',
      sort: '-inServiceOn',
      status: 'in_stock,deployed,in_repair,missing',
    });
    const before = await tags(page);
    await page.reload();
    await until(async () => (await tags(page))[0] === before[0], 'the filter is in the address');
  });

  it('says on paper how many of the devices are printed', async () => {
    const note = page.getByText('The first 100 of 239 are printed here.');
    await note.waitFor({ state: 'attached' });
    expect(await note.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await note.isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
    await page.goto('/devices?q=T1001');
    await page.getByText('1 device', { exact: true }).waitFor();
    expect(await page.getByText(/printed here/).count()).toBe(0);
  });

  it('says that it could not be loaded, and loads it once somebody tries again', async () => {
    await page.route('**/api/v1/devices?*', (route) => route.abort());
    await page.goto('/devices?kind=chromebook');
    await page.getByText('You’re offline').waitFor();
    await page.unroute('**/api/v1/devices?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.table-grid tbody tr[data-index]').first().waitFor();
  });
});

async function fileLink(page: Page, format: string): Promise<URL> {
  await page.getByRole('button', { name: 'Export' }).click();
  const link = page.getByRole('menuitem', { name: `Export as ${format}` });
  const address = new URL((await link.getAttribute('href')) ?? '', web.url);
  await page.keyboard.press('Escape');
  return address;
}

describePages('the list of devices on a phone', () => {
  it('is of cards, none of which is squeezed or wider than the screen, and reads on', async () => {
    const page = await web.signedIn(await web.context(PHONE), email);
    await page.goto('/devices');
    await page.locator('.card').nth(3).waitFor();
    const widths = await page
      .locator('.card-line')
      .evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().width));
    expect(Math.min(...widths)).toBeGreaterThan(240);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await until(async () => {
      await page.mouse.wheel(0, 3_000);
      return page.locator('.card', { hasText: 'T1000' }).isVisible();
    }, 'the last card is there');
    expect(await page.locator('.card').count()).toBeLessThan(60);
    await page.getByRole('combobox', { name: 'Sort by' }).selectOption('assetTag');
    // Turns of the wheel may still be under way.
    await until(async () => {
      await page.evaluate(() => window.scrollTo(0, 0));
      return page.locator('.card', { hasText: 'T1000' }).isVisible();
    }, 'the first card is another one');
    await page.context().close();
  });

  it('has no boxes to select for those who may change nothing', async () => {
    const principal = await web.account(district, 'site_staff', { sites: ['A1'] });
    const page = await web.signedIn(await web.context(PHONE), principal);
    await page.goto('/devices');
    await page.locator('.card').first().waitFor();
    expect(await page.locator('.card input[type=checkbox]').count()).toBe(0);
    await page.context().close();
  });
});
