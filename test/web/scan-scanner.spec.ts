import type { Page } from 'playwright-core';
import type { TestDistrict } from '../support/app.js';
import { deviceOf, devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { typeAsScanner, typeByHand } from './keys.js';
import {
  choose,
  describePages,
  DESKTOP,
  fillPlace,
  listed,
  openSetup,
  PHONE,
  pickAction,
  until,
  untilSent,
  Web,
  WORKS_OFFLINE,
} from './web.js';

let web: Web;
let district: TestDistrict;
let used = 0;

/** A device that no test has scanned yet. */
function freshTag(): string {
  used += 1;
  return `T${1000 + used}`;
}

async function placesAt(code: string, of: 'rooms' | 'carts'): Promise<string[]> {
  const { body: sites } = await district.admin.get('/sites').expect(200);
  const site = (sites as { items: { id: string; code: string }[] }).items.find((one) => one.code === code);
  const { body } = await district.admin.get(`/sites/${site?.id}/${of}`).expect(200);
  return (body as { items: { name: string }[] }).items.map(({ name }) => name);
}

/** Scans a device of its own and waits until the page lists it, as the first and only one that is new. */
async function scanOne(page: Page, scan: (code: string) => Promise<void>): Promise<string> {
  const before = (await listed(page)).length;
  const code = freshTag();
  await scan(code);
  await until(async () => (await listed(page))[0]?.code === code, `${code} is listed`);
  expect((await listed(page)).length).toBe(before + 1);
  return code;
}

/** The field of the site, which has the focus after the choice, with its list closed. */
async function chooseTwice(page: Page): Promise<void> {
  await choose(page, 'Site', 'B2');
  await choose(page, 'Site', 'A1');
}

describePages('a scanner that types', () => {
  let page: Page;

  beforeAll(async () => {
    web = await Web.start();
    district = await districtWithSites(web.app);
    await load(web.app, district.admin, devicesCsv(numbered(60, { Room: '12', Cart: 'C1' })));
    page = await web.signedIn(
      await web.context(PHONE, WORKS_OFFLINE),
      await web.account(district, 'technician', { sites: ['A1', 'B2'] }),
    );
  });

  afterAll(() => web.close());

  describe('on the Scan page', () => {
    beforeAll(async () => {
      await page.goto('/scan');
      await pickAction(page, 'Deploy');
      await choose(page, 'Site', 'A1');
    });

    it.each([
      ['an action that was just tapped', () => pickAction(page, 'Deploy')],
      ['a button', () => page.getByRole('button', { name: 'Account' }).focus()],
      ['the site', () => page.getByRole('combobox', { name: 'Site' }).click()],
      ['a site that was just chosen', () => chooseTwice(page)],
      ['the room', () => page.getByRole('combobox', { name: 'Room' }).click()],
      ['the cart', () => page.getByRole('combobox', { name: 'Cart' }).click()],
      ['the person', () => page.getByRole('combobox', { name: 'Person' }).click()],
      ['the date', () => page.getByLabel('Due back').click()],
    ])('is read while %s has the focus, which keeps what it held', async (_, focus) => {
      await focus();
      await scanOverFocus();
      expect(await page.getByRole('combobox', { name: 'Room' }).inputValue()).toBe('');
    });

    it('counts a code that it types into the field for codes once', async () => {
      await page.getByRole('button', { name: 'Done' }).click();
      await page.getByLabel('Scan or type a code').click();
      await scanOverFocus();
    });

    /** Scans while something has the focus: it is listed once, and what has the focus holds what it held. */
    async function scanOverFocus(): Promise<void> {
      const focused = await page.evaluateHandle(() => document.activeElement as HTMLInputElement);
      const held = (): Promise<string> => focused.evaluate(({ value }) => value);
      const before = await held();
      await scanOne(page, (code) => typeAsScanner(page, code));
      expect(await held()).toBe(before);
    }

    it('leaves a note in the middle of a word as it was', async () => {
      await pickAction(page, 'Return');
      await page.getByLabel('Note').click();
      await typeByHand(page, 'cracked scr', 130);
      await scanOne(page, (code) => typeAsScanner(page, code));
      await typeByHand(page, 'een', 130);
      expect(await page.getByLabel('Note').inputValue()).toBe('cracked screen');
    });

    it.each([
      ['Tab', { end: 'Tab' }],
      ['no end key', { end: 'nothing' }],
      ['the pace of a slow wireless one', { everyMs: 36 }],
    ] as const)('is read with %s', async (_, settings) => {
      await page.getByRole('combobox', { name: 'Room' }).click();
      await scanOne(page, (code) => typeAsScanner(page, code, settings));
    });

    it('counts each of three codes in a row, and one that is read twice once', async () => {
      const before = (await listed(page)).length;
      const codes = [freshTag(), freshTag(), freshTag()];
      await pickAction(page, 'Move here');
      for (const code of [...codes, codes[2] as string]) await typeAsScanner(page, code);
      await until(async () => (await listed(page)).length === before + 3, 'three more are listed');
      expect((await listed(page)).slice(0, 3).map(({ code }) => code)).toEqual(codes.toReversed());
    });

    it('is read while the list to paste is open, and leaves it as it was', async () => {
      await page.getByRole('button', { name: 'Done' }).click();
      await page.getByRole('button', { name: 'Paste a list' }).click();
      const list = page.getByRole('textbox', { name: 'Codes' });
      await list.click();
      await scanOne(page, (code) => typeAsScanner(page, code));
      expect(await list.inputValue()).toBe('');
      await page.keyboard.press('Escape');
    });

    it('makes no room of a code, and moves nothing into one', async () => {
      await openSetup(page);
      await page.getByRole('combobox', { name: 'Room' }).click();
      const first = await scanOne(page, (code) => typeAsScanner(page, code));
      const second = await scanOne(page, (code) => typeAsScanner(page, code));
      await untilSent(page);
      for (const code of [first, second])
        expect(await deviceOf(district.admin, code)).toMatchObject({ site: 'A1', room: '12', cart: 'C1' });
      expect(await placesAt('A1', 'rooms')).toEqual(['12']);
      expect(await placesAt('A1', 'carts')).toEqual(['C1']);
    });

    it('is no hand: text that is typed into the room and left there is no room, and is said to be none', async () => {
      const room = page.getByRole('combobox', { name: 'Room' });
      await room.click();
      await typeByHand(page, '12B', 130);
      await page.keyboard.press('Tab');
      await page.getByText('“12B” isn’t on the list:').waitFor();
      expect(await room.inputValue()).toBe('12B');
      await room.click();
      await typeByHand(page, '12B', 130);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await room.inputValue()).toBe('12B');
      const code = await scanOne(page, (one) => typeAsScanner(page, one));
      await until(async () => (await deviceOf(district.admin, code))['room'] === '12B', 'it is in it');
    });

    it('offers every room of the site, also without a device in it', async () => {
      const { body: sites } = await district.admin.get('/sites').expect(200);
      const site = (sites as { items: { id: string; code: string }[] }).items.find(
        ({ code }) => code === 'B2',
      );
      await district.admin.post(`/sites/${site?.id}/rooms`).send({ name: 'Empty room' }).expect(201);
      await choose(page, 'Site', 'B2');
      await fillPlace(page, 'Room', 'Empty room');
      const code = await scanOne(page, (one) => typeAsScanner(page, one));
      await until(async () => (await deviceOf(district.admin, code))['room'] === 'Empty room', 'it is there');
      await page.context().setOffline(true);
      await page.reload();
      await openSetup(page);
      await page.getByRole('combobox', { name: 'Room' }).click();
      await page.getByRole('option', { name: 'Empty room' }).waitFor();
      await page.context().setOffline(false);
    });

    it('looks for a device where the search box is open, and records nothing', async () => {
      const before = (await listed(page)).length;
      await page.getByRole('button', { name: 'Search' }).click();
      const search = page.getByLabel('Search devices, sites, people and pages');
      await search.waitFor();
      await typeAsScanner(page, 'T1002');
      await page.getByRole('option', { name: /T1002/ }).waitFor();
      expect(await search.inputValue()).toBe('T1002');
      await page.keyboard.press('Escape');
      expect((await listed(page)).length).toBe(before);
    });
  });

  it('checks in a device while the note has the focus', async () => {
    await page.goto('/loans/take-back');
    await page.getByRole('heading', { name: 'Check in' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/loans/check-in');
    await openSetup(page);
    await page.getByLabel('Note').click();
    await scanOne(page, (code) => typeAsScanner(page, code));
    expect(await page.getByLabel('Note').inputValue()).toBe('');
  });

  it('opens a device from the list of devices while the search field has the focus', async () => {
    const desk = await web.signedIn(
      await web.context(DESKTOP, WORKS_OFFLINE),
      await web.account(district, 'technician', { sites: ['A1', 'B2'] }),
    );
    await desk.goto('/devices');
    await desk.getByRole('searchbox', { name: 'Search' }).click();
    await typeAsScanner(desk, 'T1000');
    await desk.getByRole('heading', { name: /T1000/ }).waitFor();
    await desk.context().close();
  });

  it('is read in a sweep after the list of findings was tapped', async () => {
    const { body } = await district.admin.post('/sweeps').send({ site: 'A1', room: '12' }).expect(201);
    await page.goto(`/sweeps/${(body as { id: string }).id}`);
    await page.getByRole('tab', { name: /In the right place/ }).focus();
    await scanOne(page, (code) => typeAsScanner(page, code));
  });
});
