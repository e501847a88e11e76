import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { TestDistrict } from '../support/app.js';
import { deviceOf, devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { typeAsScanner, typeByHand } from './keys.js';
import {
  choose,
  describePages,
  fillPlace,
  kept,
  PHONE,
  pickAction,
  until,
  untilSent,
  Web,
  WORKS_OFFLINE,
} from './web.js';

/** What two devices have in common: the address of one network adapter, which is plugged into both. */
const SHARED = 'AA:BB:CC:00:11:22';

let web: Web;
let district: TestDistrict;
let page: Page;

beforeAll(async () => {
  web = await Web.start();
  district = await districtWithSites(web.app);
  await load(web.app, district.admin, devicesCsv(numbered(20, { Room: '12' })));
  for (const tag of ['T1016', 'T1017']) {
    const { id } = await deviceOf(district.admin, tag);
    await district.admin.patch(`/devices/${id}`).set('If-Match', '*').send({ mac: SHARED }).expect(200);
  }
  await district.admin
    .post('/people')
    .send({ externalId: '70001', givenName: 'Ada', familyName: 'Byron', site: 'A1', role: 'student' })
    .expect(201);
  page = await web.signedIn(
    await web.context(PHONE, WORKS_OFFLINE),
    await web.account(district, 'technician', { sites: ['A1', 'B2'] }),
  );
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
});

afterAll(() => web.close());

/** What the large banner says, with its color. */
async function banner(): Promise<{ tone: string | null; text: string }> {
  const result = page.locator('.result');
  return { tone: await result.getAttribute('data-tone'), text: await result.innerText() };
}

async function untilBanner(tone: string, text: RegExp): Promise<void> {
  await until(
    async () => {
      const now = await banner();
      return now.tone === tone && text.test(now.text);
    },
    `the banner is ${tone} and says ${String(text)}`,
  );
}

/** The line of the list about a code, latest first. */
function line(code: string) {
  return page.locator(`.running li[data-code=${code}]`).first();
}

async function untilOutcome(code: string, outcome: string): Promise<void> {
  await until(
    async () => (await line(code).getAttribute('data-outcome')) === outcome,
    `${code} is ${outcome}`,
  );
}

describePages('what the server answers', () => {
  beforeAll(async () => {
    await page.goto('/scan');
  });

  it('stands in the banner, the list and the header where it did not do what was scanned, until somebody has seen it', async () => {
    await pickAction(page, 'Deploy');
    await page.context().setOffline(true);
    await page.getByRole('combobox', { name: 'Person' }).click();
    await typeByHand(page, '999999');
    await page.getByRole('option', { name: /^Use “999999”/ }).click();
    await page.getByText('This number is checked when your scan is sent.').first().waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await typeAsScanner(page, 'T1001');
    await untilBanner('good', /Deployed: T1001[^]*For 999999[^]*Waiting/);
    await untilOutcome('T1001', 'waiting');
    await page.context().setOffline(false);

    await untilBanner('bad', /Not done: T1001[^]*number or email “999999” doesn’t belong to a student/);
    await untilOutcome('T1001', 'refused');
    expect(await line('T1001').innerText()).toMatch(/Not done/);
    expect(await line('T1001').getByRole('button', { name: /Undo/ }).count()).toBe(0);
    const badge = page.getByRole('link', { name: '1 needs attention. Show them.' });
    await badge.waitFor();
    expect(await page.getByText('All sent').count()).toBe(0);
    await page.reload();
    await badge.click();

    const card = page.getByRole('article', { name: 'Not done: T1001' });
    expect(await card.innerText()).toMatch(/Find the person by name and scan the device again/);
    await card.getByRole('button', { name: 'Mark as seen' }).click();
    await page.getByText('You’re all caught up').waitFor();
    await page.getByText('All sent').waitFor();
    expect(await deviceOf(district.admin, 'T1001')).toMatchObject({ status: 'deployed', personId: null });
  });

  it('is told in the banner also where something else was scanned since', async () => {
    await page.goto('/scan');
    await pickAction(page, 'Return');
    await page.getByRole('button', { name: 'Done' }).click();
    // Somebody at a desk retires the device while the phone has no network, and nothing may return it from there.
    await page.context().setOffline(true);
    await typeAsScanner(page, 'T1002');
    await untilBanner('good', /Returned: T1002/);
    const { id } = await deviceOf(district.admin, 'T1002');
    await district.admin
      .patch(`/devices/${id}`)
      .set('If-Match', '*')
      .send({ status: 'in_repair' })
      .expect(200);
    await typeAsScanner(page, 'T1003');
    await untilBanner('good', /Returned: T1003/);
    await page.context().setOffline(false);
    await untilBanner('bad', /Needs review: T1002[^]*Someone else changed this device/);
    await untilOutcome('T1002', 'review');
    await untilOutcome('T1003', 'sent');
    await page.evaluate(ageScans);
    await page.reload();
    await page.getByRole('link', { name: /1 needs attention/ }).click();
    await until(
      async () => (await kept<{ code: string }>(page, 'scans')).map(({ code }) => code).join() === 'T1002',
      'of old scans, only the one that nobody has looked at is kept',
    );
    await page
      .getByRole('article', { name: 'Needs review: T1002' })
      .getByRole('link', { name: 'Open the inbox' })
      .waitFor();
    await page.getByRole('button', { name: 'Mark as seen' }).click();
    await page.getByRole('link', { name: 'Back to scanning' }).click();
  });

  it('is what the banner shows: the device as it is after the scan, and as it is again after an undo', async () => {
    await pickAction(page, 'Move here');
    await choose(page, 'Site', 'B2');
    await fillPlace(page, 'Room', 'Library');
    await page.getByRole('button', { name: 'Done' }).click();
    await typeAsScanner(page, 'T1004');
    await untilBanner('notice', /Moved here: T1004[^]*It was at School A1\.[^]*School B2 · Room Library/);
    await untilSent(page);
    await untilBanner('notice', /Sent/);
    await page.getByRole('button', { name: 'Undo T1004' }).click();
    await untilBanner('good', /Undone: T1004[^]*School A1 · Room 12/);
    await untilSent(page);
    await untilOutcome('T1004', 'undone');
    expect(await deviceOf(district.admin, 'T1004')).toMatchObject({ site: 'A1', room: '12' });
    // Once more: what was undone is no change by somebody else.
    await typeAsScanner(page, 'T1004');
    await untilBanner('notice', /Moved here: T1004[^]*School B2 · Room Library/);
    await untilSent(page);
    await untilOutcome('T1004', 'sent');
    expect(await deviceOf(district.admin, 'T1004')).toMatchObject({ site: 'B2', room: 'Library' });
  });

  it('says so where an undo comes too late', async () => {
    await typeAsScanner(page, 'T1005');
    await untilBanner('notice', /Moved here: T1005/);
    await untilSent(page);
    const { id } = await deviceOf(district.admin, 'T1005');
    await district.admin.patch(`/devices/${id}`).set('If-Match', '*').send({ room: 'Gym' }).expect(200);
    await page.getByRole('button', { name: 'Undo T1005' }).click();
    await untilBanner('bad', /Couldn’t undo: T1005[^]*changed after this scan/);
    await untilOutcome('T1005', 'sent');
    expect(await line('T1005').innerText()).toMatch(/Couldn’t undo/);
    await page.getByRole('link', { name: /1 needs attention/ }).click();
    await page.getByRole('button', { name: 'Mark as seen' }).click();
    await page.goto('/scan');
  });
});

describePages('a person who was typed and not chosen', () => {
  it('is asked for before anything is saved, unless it is somebody’s exact number', async () => {
    await page.goto('/scan');
    await pickAction(page, 'Deploy');
    await page.getByRole('combobox', { name: 'Person' }).click();
    await typeByHand(page, 'Ada B');
    await page.keyboard.press('Tab');
    await page.getByText('No one is chosen yet. Choose a person from the list for “Ada B”').waitFor();
    await typeAsScanner(page, 'T1006');
    await untilBanner('bad', /Not saved: T1006[^]*No one is chosen yet/);
    await page.getByRole('combobox', { name: 'Person' }).click();
    await typeByHand(page, '70001');
    await page.keyboard.press('Tab');
    await page.getByText('70001 · School A1').first().waitFor();
    await typeAsScanner(page, 'T1006');
    await untilBanner('notice', /Deployed: T1006[^]*For Ada Byron/);
    await untilSent(page);
    expect(await deviceOf(district.admin, 'T1006')).toMatchObject({ personName: 'Ada Byron' });
  });
});

describePages('a place that was typed and not chosen', () => {
  beforeAll(async () => {
    const { id } = await deviceOf(district.admin, 'T1013');
    const change = { room: 'Studio', cart: null };
    await district.admin.patch(`/devices/${id}`).set('If-Match', '*').send(change).expect(200);
    await page.goto('/scan');
    await pickAction(page, 'Move here');
    await choose(page, 'Site', 'A1');
    await fillPlace(page, 'Room', '12');
  });

  /** Types over what a field holds, and leaves the focus in it. */
  async function type(label: string, text: string): Promise<void> {
    await page.getByRole('combobox', { name: label, exact: true }).click();
    await page.keyboard.press('ControlOrMeta+A');
    await typeByHand(page, text);
    // Else the last key would belong to the code of the scanner.
    await sleep(300);
  }

  it.each([
    ['Room', 'Annex', 'No room is chosen yet. “Annex” isn’t on the list'],
    ['Cart', 'Cart 9', 'No cart is chosen yet. “Cart 9” isn’t on the list'],
    ['Site', 'Nowhere', 'No site is chosen yet. Choose a site from the list for “Nowhere”'],
  ])('is asked for before anything is saved: %s', async (label, text, words) => {
    await type(label, text);
    // The scanner types into the field too, and the text that was there stays.
    await typeAsScanner(page, 'T1007');
    await untilBanner('bad', new RegExp(`Not saved: T1007[^]*${words}`));
    const field = page.getByRole('combobox', { name: label, exact: true });
    await until(async () => (await field.inputValue()) === text, 'the text stays in the field');
    // A Tab so soon after a code would be the scanner's.
    await sleep(300);
    await page.keyboard.press('Tab');
    await page.locator('.setup').getByText(words).waitFor();
    expect(await page.getByRole('button', { name: 'Done' }).isDisabled()).toBe(true);
    await field.click();
    await page.keyboard.press('Escape');
    await until(async () => (await field.inputValue()) !== text, 'what was chosen is shown again');
    expect((await kept<{ code: string }>(page, 'scans')).some(({ code }) => code === 'T1007')).toBe(false);
  });

  it('is taken where it is an exact name, before and after the field is left', async () => {
    await type('Room', ' studio ');
    await typeAsScanner(page, 'T1007');
    await untilBanner('good', /Moved here: T1007[^]*Room Studio/);
    await sleep(300);
    await page.keyboard.press('Tab');
    expect(await page.getByRole('combobox', { name: 'Room' }).inputValue()).toBe('Studio');
    await type('Site', 'b2');
    await page.keyboard.press('Tab');
    await page.locator('.setup-summary', { hasText: /^Move here · School B2$/ }).waitFor();
    await typeAsScanner(page, 'T1008');
    await untilBanner('notice', /Moved here: T1008[^]*School B2/);
    await untilSent(page);
    expect(await deviceOf(district.admin, 'T1007')).toMatchObject({ site: 'A1', room: 'Studio' });
    expect(await deviceOf(district.admin, 'T1008')).toMatchObject({ site: 'B2', room: null });
  });
});

describePages('a code of several devices', () => {
  /** Lines of the list about the code, with the device that each names. */
  async function lines(): Promise<string[]> {
    return page.locator(`.running li[data-code="${SHARED}"]`).allInnerTexts();
  }

  it('is one line of the list, which keeps what was said with the scan, once somebody says which device it is', async () => {
    await page.context().setOffline(false);
    await page.goto('/scan');
    await pickAction(page, 'Move here');
    await choose(page, 'Site', 'A1');
    await fillPlace(page, 'Room', 'Lab');
    await page.getByRole('button', { name: 'Done' }).click();
    await typeAsScanner(page, SHARED);
    const dialog = page.getByRole('dialog', { name: /^Which device with code/ });
    await dialog.waitFor();
    // What is picked for the next scan has nothing to do with this one.
    await page.evaluate(() => localStorage.setItem('rollcall.picked', '{"action":"seen"}'));
    await dialog.getByRole('button', { name: /^T1017/ }).click();
    await untilBanner('good', /Moved here: T1017[^]*Room Lab/);
    await untilSent(page);
    expect(await lines()).toHaveLength(1);
    expect(await deviceOf(district.admin, 'T1017')).toMatchObject({ room: 'Lab' });
    expect(await deviceOf(district.admin, 'T1016')).toMatchObject({ room: '12' });
  });
});

describePages('an answer that the phone cannot keep as a whole', () => {
  it('is not kept at all, and the scan is sent again', async () => {
    await page.goto('/scan');
    await pickAction(page, 'Move here');
    await choose(page, 'Site', 'B2');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.evaluate(REFUSE_DEVICES);
    await typeAsScanner(page, 'T1018');
    await until(
      async () => (await deviceOf(district.admin, 'T1018'))['site'] === 'B2',
      'the server has done what was scanned',
    );
    await sleep(1_000);
    await untilOutcome('T1018', 'waiting');
    await page.reload();
    await untilSent(page);
    await untilOutcome('T1018', 'sent');
    const now = await deviceOf(district.admin, 'T1018');
    const devices = await kept<{ id: string }>(page, 'devices');
    expect(devices.find(({ id }) => id === now['id'])).toMatchObject({ site: 'B2', version: now['version'] });
  });
});

describePages('an undo that the phone cannot keep', () => {
  it('says so, and the scan stays as it is', async () => {
    await page.goto('/scan');
    await page.locator('.setup').waitFor();
    await typeAsScanner(page, 'T1019');
    await untilBanner('notice', /Moved here: T1019/);
    await untilSent(page);
    await page.evaluate(REFUSE_SCANS);
    await page.getByRole('button', { name: 'Undo T1019' }).click();
    await untilBanner('bad', /Couldn’t undo: T1019[^]*the disk is full/);
    await untilOutcome('T1019', 'sent');
  });
});

describePages('a device that is reported missing', () => {
  it('by a scan without a network is missing, with the number of the police report, and may be undone', async () => {
    await page.goto('/scan');
    await pickAction(page, 'Report missing');
    await page.context().setOffline(true);
    await choose(page, 'What happened', 'Lost');
    expect(await page.getByLabel('Police report number').count()).toBe(0);
    await choose(page, 'What happened', 'Stolen');
    await typeAsScanner(page, 'T1010');
    await untilBanner('bad', /Not saved: T1010[^]*Fill in “Police report number” first/);
    const report = page.getByLabel('Police report number');
    await report.click();
    await page.keyboard.insertText('7'.repeat(150));
    expect(await report.inputValue()).toBe('7'.repeat(100));
    await report.fill('DR 26-114');
    await page.getByLabel('Missing since').fill('2026-01-15');
    await page.getByLabel('Note').fill('Broken window');
    await page.getByRole('button', { name: 'Done' }).click();
    await typeAsScanner(page, 'T1010');
    await untilBanner('good', /Reported missing: T1010[^]*Missing · School A1/);
    await page.context().setOffline(false);
    await untilSent(page);
    const { id } = await deviceOf(district.admin, 'T1010');
    const { body } = await district.admin.get(`/devices/${id}/events`).expect(200);
    expect((body as { items: object[] }).items).toContainEqual(
      expect.objectContaining({
        note: 'Broken window',
        details: { missing: 'stolen', missingSince: '2026-01-15', policeReportNumber: 'DR 26-114' },
      }),
    );
    expect(await deviceOf(district.admin, 'T1010')).toMatchObject({ status: 'missing' });
    await page.getByRole('button', { name: 'Undo T1010' }).click();
    await untilBanner('good', /Undone: T1010[^]*Deployed · School A1/);
    await untilSent(page);
    expect(await deviceOf(district.admin, 'T1010')).toMatchObject({ status: 'deployed' });
  });
});

/** In the page: the browser refuses to write devices. */
const REFUSE_DEVICES = `
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...values) {
    if (this.name === 'devices') throw new DOMException('the disk is full', 'QuotaExceededError');
    return put.apply(this, values);
  };`;

/** In the page: the browser refuses to keep more scans. */
const REFUSE_SCANS = `
  IDBObjectStore.prototype.add = function () {
    throw new DOMException('the disk is full', 'QuotaExceededError');
  };`;

/** In the page: makes all scans that are kept look very old. */
async function ageScans(): Promise<void> {
  const databases = await indexedDB.databases();
  const opening = indexedDB.open(databases.find(({ name }) => name?.startsWith('rollcall-'))?.name ?? '');
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.addEventListener('success', () => resolve(opening.result));
  });
  const transaction = database.transaction('scans', 'readwrite');
  const scans = transaction.objectStore('scans');
  const reading = scans.getAll();
  reading.addEventListener('success', () => {
    for (const scan of reading.result) scans.put({ ...scan, scannedAt: '2020-01-01T00:00:00.000Z' });
  });
  await new Promise((resolve) => {
    transaction.addEventListener('complete', resolve);
  });
  database.close();
}
