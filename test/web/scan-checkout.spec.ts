import type { Page } from 'playwright-core';
import type { TestDistrict } from '../support/app.js';
import { deviceOf, devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { typeAsScanner, typeByHand } from './keys.js';
import { describePages, PHONE, until, untilSent, Web, WORKS_OFFLINE } from './web.js';

/** The address of a network adapter that is plugged into two devices. */
const SHARED = 'AA:BB:CC:00:11:22';

let web: Web;
let district: TestDistrict;
let page: Page;
const ids = new Map<string, string>();

beforeAll(async () => {
  web = await Web.start();
  district = await districtWithSites(web.app);
  await load(web.app, district.admin, devicesCsv(numbered(20, { Status: 'in_stock' })));
  for (const tag of ['T1018', 'T1019']) {
    const { id } = await deviceOf(district.admin, tag);
    await district.admin.patch(`/devices/${id}`).set('If-Match', '*').send({ mac: SHARED }).expect(200);
  }
  for (const [number, givenName, familyName, grade, site] of [
    ['70001', 'Ada', 'Byron', '7', 'A1'],
    ['70002', 'Grace', 'Hopper', '8', 'A1'],
    ['70003', 'Alan', 'Turing', '7', 'A1'],
  ]) {
    const person = { externalId: number, givenName, familyName, grade, site, role: 'student' };
    const { body } = await district.admin.post('/people').send(person).expect(201);
    ids.set(number as string, (body as { id: string }).id);
  }
  await district.admin
    .post('/people')
    .send({ externalId: 'E-9', givenName: 'Dorothy', familyName: 'Vaughan', role: 'staff', site: 'B2' })
    .expect(201);
  page = await web.signedIn(
    await web.context(PHONE, WORKS_OFFLINE),
    await web.account(district, 'technician', { sites: ['A1'] }),
  );
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
});

afterAll(() => web.close());

/** The card that says what is expected now. */
function nextStep() {
  return page.getByRole('region', { name: 'Next step' });
}

async function holderOf(code: string): Promise<unknown> {
  return (await deviceOf(district.admin, code))['personId'];
}

describePages('a check-out', () => {
  beforeAll(async () => {
    await page.goto('/loans/check-out');
  });

  it('finds a person by name, shows whom it is for, and then takes the device', async () => {
    await page.getByRole('combobox', { name: 'Name, number or email' }).click();
    await typeByHand(page, 'byr');
    const found = page.getByRole('option', { name: /Ada Byron/ });
    expect(await found.innerText()).toMatch(/70001 · grade 7 · School A1/);
    await found.click();
    expect(await nextStep().innerText()).toMatch(/Ada Byron\s+70001 · grade 7 · School A1/);
    await typeAsScanner(page, 'T1001');
    await page.getByText('For Ada Byron').first().waitFor();
    await nextStep().getByText('Who is it for?').waitFor();
    await untilSent(page);
    expect(await holderOf('T1001')).toBe(ids.get('70001'));
  });

  it('finds them by their card, and a member of staff of another school by their number', async () => {
    await typeAsScanner(page, '70002');
    await nextStep().getByText('Grace Hopper').waitFor();
    await typeAsScanner(page, 'T1002');
    await nextStep().getByText('Who is it for?').waitFor();
    await typeAsScanner(page, 'E-9');
    await nextStep().getByText('Dorothy Vaughan').waitFor();
    expect(await nextStep().innerText()).toMatch(/School B2/);
    await page.getByRole('button', { name: 'Not this person' }).click();
    await untilSent(page);
    expect(await holderOf('T1002')).toBe(ids.get('70002'));
  });

  it('refuses a device where a person is expected, a person where a device is, and a number that nobody has', async () => {
    await typeAsScanner(page, 'T1003');
    await page.getByText('Not a person: T1003').waitFor();
    await page.getByText('T1003 is a device.').waitFor();
    await typeAsScanner(page, '79999');
    await page.getByText('Not a person: 79999').waitFor();
    await typeAsScanner(page, '70003');
    await nextStep().getByText('Alan Turing').waitFor();
    await typeAsScanner(page, '70002');
    await page.getByText('Not a device: 70002').waitFor();
    await page.getByText('This is the number of Grace Hopper. Scan the device for Alan Turing').waitFor();
    await typeAsScanner(page, '70003');
    await page.getByText('Not a device: 70003').waitFor();
    await page.getByRole('button', { name: 'Not this person' }).click();
    expect(await holderOf('T1003')).toBeNull();
    const { body } = await district.admin.get('/unknown-codes').expect(200);
    expect((body as { items: object[] }).items).toEqual([]);
  });

  it('is refused while a site is typed and not chosen, and takes the exact code of one', async () => {
    await page.locator('.setup-line').click();
    await page.getByRole('combobox', { name: 'Site' }).click();
    await typeByHand(page, 'Nowhere');
    await page.keyboard.press('Tab');
    await page.locator('.setup').getByText('No site is chosen yet').waitFor();
    await typeAsScanner(page, '70003');
    await nextStep().getByText('Alan Turing').waitFor();
    await typeAsScanner(page, 'T1007');
    await page.getByText('Not saved: T1007').waitFor();
    await page.locator('.result').getByText('No site is chosen yet').waitFor();
    await page.getByRole('combobox', { name: 'Site' }).click();
    await typeByHand(page, 'a1');
    await page.keyboard.press('Tab');
    await page.locator('.setup-summary', { hasText: 'School A1' }).waitFor();
    await page.getByRole('button', { name: 'Not this person' }).click();
    expect(await holderOf('T1007')).toBeNull();
    await page.reload();
  });

  it('of a class list shows names, and says which numbers nobody has', async () => {
    await page.getByRole('button', { name: 'Use a class list' }).click();
    const list = page.getByRole('textbox', { name: 'Student numbers or emails' });
    await list.fill('70003\n70999\n70001');
    await page.getByRole('button', { name: 'Use this list' }).click();
    await page.getByText('1 number is not in our records').waitFor();
    expect(await list.inputValue()).toBe('70999');
    await page.keyboard.press('Escape');
    await nextStep().getByText('Alan Turing').waitFor();
    await typeAsScanner(page, 'T1004');
    await nextStep().getByText('Ada Byron').waitFor();
    await typeAsScanner(page, 'T1005');
    await nextStep().getByText('Who is it for?').waitFor();
    await untilSent(page);
    expect(await holderOf('T1004')).toBe(ids.get('70003'));
    expect(await holderOf('T1005')).toBe(ids.get('70001'));
  });

  it('of a code that two devices have goes to the person of that scan, whoever is next', async () => {
    await page.getByRole('button', { name: 'Use a class list' }).click();
    await page.getByRole('textbox', { name: 'Student numbers or emails' }).fill('70003\n70002');
    await page.getByRole('button', { name: 'Use this list' }).click();
    await nextStep().getByText('Alan Turing').waitFor();
    await typeAsScanner(page, SHARED);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^T1019/ })
      .click();
    await nextStep().getByText('Grace Hopper').waitFor();
    await untilSent(page);
    expect(await holderOf('T1019')).toBe(ids.get('70003'));
    expect(await holderOf('T1018')).toBeNull();
    await page.getByRole('button', { name: 'Not this person' }).click();
  });

  it('without a network takes the number, says that it is checked later, and keeps no name on the phone', async () => {
    await page.context().setOffline(true);
    await page.reload();
    await nextStep().getByText('Who is it for?').waitFor();
    await typeAsScanner(page, '70002');
    await nextStep().getByText('This number is checked when your scan is sent.').waitFor();
    await typeAsScanner(page, 'T1006');
    await page.getByText('For 70002').first().waitFor();
    const kept = await page.evaluate(keptText);
    expect(kept).toContain('70002');
    expect(kept).not.toMatch(/Hopper|Byron|Turing/);
    await page.context().setOffline(false);
    await untilSent(page);
    expect(await holderOf('T1006')).toBe(ids.get('70002'));
  });

  it('is in the list of what one person has, which the search box opens', async () => {
    await page.getByRole('button', { name: 'Search' }).click();
    await typeByHand(page, 'Byron');
    await page.getByRole('option', { name: /Ada Byron/ }).click();
    await page.getByRole('link', { name: 'T1001' }).waitFor();
    await page.getByRole('link', { name: 'T1005' }).waitFor();
    await page.getByText('70001 · grade 7 · School A1').first().waitFor();
    expect(await page.getByRole('link', { name: 'T1002' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Show everyone’s devices' }).click();
    await page.getByRole('link', { name: 'T1002' }).waitFor();
  });

  it('ends with a check-in, whoever had the device', async () => {
    await page.goto('/loans/hand-out');
    await until(() => Promise.resolve(page.url().endsWith('/loans/check-out')), 'the old address leads here');
    await page.goto('/loans/check-in');
    await page.getByRole('heading', { name: 'Check in' }).waitFor();
    await typeAsScanner(page, 'T1001');
    await page.getByText('Returned: T1001').first().waitFor();
    await untilSent(page);
    expect(await holderOf('T1001')).toBeNull();
  });
});

/** In the page: all that the app keeps on the phone, as text. */
async function keptText(): Promise<string> {
  const texts: string[] = [JSON.stringify({ ...localStorage })];
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('rollcall-')) continue;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(opening.error));
    });
    for (const store of database.objectStoreNames)
      texts.push(
        await new Promise<string>((resolve, reject) => {
          const reading = database.transaction(store).objectStore(store).getAll();
          reading.addEventListener('success', () => resolve(JSON.stringify(reading.result)));
          reading.addEventListener('error', () => reject(reading.error));
        }),
      );
    database.close();
  }
  return texts.join('\n');
}
