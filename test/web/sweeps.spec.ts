import type { Page } from 'playwright-core';
import type { TestDistrict } from '../support/app.js';
import { devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { scanOf, sendScans } from '../support/scans.js';
import { choose, describePages, DESKTOP, fillPlace, PHONE, until, Web, WORKS_OFFLINE } from './web.js';

let web: Web;
let district: TestDistrict;
let email: string;

beforeAll(async () => {
  web = await Web.start();
  district = await districtWithSites(web.app);
  const { admin } = district;
  await load(web.app, admin, devicesCsv(numbered(8, { Room: '12' })));
  // T1006 and T1007 stand in another room.
  for (const tag of ['T1006', 'T1007']) await move(tag, '7');
  email = await web.account(district, 'technician', { sites: ['A1'] });
});

afterAll(() => web.close());

async function move(tag: string, room: string): Promise<void> {
  const { body } = await district.admin.get(`/devices?q=${tag}`).expect(200);
  const [device] = (body as { items: { id: string }[] }).items;
  await district.admin.patch(`/devices/${device?.id}`).set('if-match', '*').send({ room }).expect(200);
}

async function roomOf(tag: string): Promise<string | null> {
  const { body } = await district.admin.get(`/devices?q=${tag}`).expect(200);
  return (body as { items: { room: string | null }[] }).items[0]?.room ?? null;
}

async function begin(): Promise<string> {
  const { body } = await district.admin.post('/sweeps').send({ site: 'A1', room: '12' }).expect(201);
  return (body as { id: string }).id;
}

/** What is known of a scanned code on the page: the color is that of its tone. */
function toneOf(page: Page, code: string): Promise<string | null> {
  return page.locator(`li[data-code=${code}] .running-sign`).getAttribute('data-tone');
}

async function scan(page: Page, code: string): Promise<void> {
  await page.getByLabel('Scan or type a code').fill(code);
  await page.keyboard.press('Enter');
  await page.locator(`li[data-code=${code}]`).waitFor();
}

/** Draws a line through some points of the place to sign, as a mouse does. */
async function draw(page: Page, points: readonly (readonly [number, number])[]): Promise<void> {
  const paper = page.getByRole('img', { name: 'Signature area' });
  await paper.scrollIntoViewIfNeeded();
  const box = await paper.boundingBox();
  if (!box) throw new Error('there is no place to sign');
  const at = ([x, y]: readonly [number, number]): [number, number] => [
    box.x + box.width * x,
    box.y + box.height * y,
  ];
  const [first, ...others] = points;
  if (!first) return;
  await page.mouse.move(...at(first));
  await page.mouse.down();
  for (const point of others) await page.mouse.move(...at(point), { steps: 5 });
  await page.mouse.up();
}

const NAME_LIKE = [
  [0.1, 0.7],
  [0.2, 0.2],
  [0.3, 0.8],
  [0.5, 0.3],
  [0.7, 0.7],
  [0.9, 0.4],
] as const;

describePages('a sweep on a page', () => {
  it('starts nowhere while its room is typed and not chosen, and in the room of an exact name', async () => {
    const page = await web.signedIn(await web.context(DESKTOP), email);
    await page.goto('/sweeps');
    const form = page.getByRole('region', { name: 'Start a sweep' });
    await form.getByRole('combobox', { name: 'Site' }).fill('School A1');
    await page.keyboard.press('Tab');
    const room = form.getByRole('combobox', { name: /^Room/ });
    await room.fill('Annex');
    await page.keyboard.press('Enter');
    await form.getByText('No room is chosen yet. “Annex” isn’t on the list').waitFor();
    expect(new URL(page.url()).pathname).toBe('/sweeps');
    const { body } = await district.admin.get('/sweeps').expect(200);
    expect((body as { items: object[] }).items).toEqual([]);
    await room.fill(' 7 ');
    await page.getByRole('option', { name: '7', exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('0 of 2 expected devices seen').waitFor();
    await page.context().close();
  });

  it('shows a device of another room as misplaced, counts nothing as missing, and is signed with a mouse', async () => {
    const id = await begin();
    const page = await web.signedIn(await web.context(DESKTOP), email);
    await page.goto(`/sweeps/${id}`);
    await page.getByText('0 of 6 expected devices seen').waitFor();
    for (const code of ['T1000', 'T1001', 'T1002', 'T1006']) await scan(page, code);
    expect(await toneOf(page, 'T1000')).toBe('good');
    expect(await toneOf(page, 'T1006')).toBe('notice');
    await page.getByText('On record in room 7.').first().waitFor();
    await page.getByText('3 of 6 expected devices seen').waitFor();
    expect(await page.getByText('Missing').count()).toBe(0);
    await page.getByRole('tab', { name: 'Misplaced: 1' }).click();
    await page
      .getByRole('row', { name: /^T1006/ })
      .getByText('School A1, room 7')
      .waitFor();

    await page.getByRole('link', { name: 'Review and close' }).click();
    await page.getByRole('heading', { name: '1 device to move' }).waitFor();
    const row = page.getByRole('row', { name: /^T1006/ });
    expect(await row.innerText()).toMatch(/School A1, room 7\s+School A1, room 12/);
    const missing = page.getByRole('region', { name: '3 devices weren’t found' });
    expect(await missing.getByRole('row').count()).toBe(4);
    await page.getByLabel('Your name').fill('Ann Lee');
    await page.getByRole('button', { name: 'Sign and close' }).click();
    await page.getByText('Sign in the box first').waitFor();
    await draw(page, NAME_LIKE);
    await page.getByRole('button', { name: 'Sign and close' }).click();

    await page.getByRole('status').filter({ hasText: '1 device was moved.' }).waitFor();
    const picture = page.getByRole('img', { name: 'Signature of Ann Lee' });
    await picture.waitFor();
    await until(
      () => picture.evaluate((one) => (one as HTMLImageElement).naturalWidth === 600),
      'the signature is shown',
    );
    await page.getByRole('tab', { name: 'Missing: 3' }).waitFor();
    expect(await roomOf('T1006')).toBe('12');
    const { body } = await district.admin.get(`/sweeps/${id}`).expect(200);
    expect(body).toMatchObject({ signedName: 'Ann Lee', isDrawn: true, found: { missing: 3, not_seen: 0 } });
    // Closed, it asks nobody again.
    await page.goto(`/sweeps/${id}/close`);
    await page.getByText('Signed by Ann Lee').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/sweeps/${id}`);
    await page.context().close();
  });

  it('is signed with a finger on a phone, cleared and drawn again, and moves nothing where somebody says so', async () => {
    const id = await begin();
    await sendScans(district.admin, [scanOf('T1007', 'count', { site: 'A1', room: '12', sweep: id })]);
    const page = await web.signedIn(await web.context(PHONE, { hasTouch: true, isMobile: true }), email);
    await page.goto(`/sweeps/${id}/close`);
    await page.getByRole('checkbox', { name: 'Move this device to where it was found' }).uncheck();
    await page.getByLabel('Your name').fill('Bob Ray');
    await draw(page, NAME_LIKE.slice(0, 3));
    await page.getByRole('button', { name: 'Clear signature' }).click();
    await page.getByRole('button', { name: 'Sign and close' }).click();
    await page.getByText('Sign in the box first').waitFor();
    const before = await page.evaluate(() => window.scrollY);
    await draw(page, NAME_LIKE);
    expect(await page.evaluate(() => window.scrollY)).toBe(before);
    await page.getByRole('button', { name: 'Sign and close' }).click();
    await page.getByText('Signed by Bob Ray').waitFor();
    expect(await roomOf('T1007')).toBe('7');
    await page.context().close();
  });

  it('is signed by keyboard alone', async () => {
    const id = await begin();
    const page = await web.signedIn(await web.context(DESKTOP), email);
    await page.goto(`/sweeps/${id}/close`);
    const name = page.getByLabel('Your name');
    await name.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Cy Dee');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.getByText('The name that you type above is your signature.').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Signed by Cy Dee').waitFor();
    const { body } = await district.admin.get(`/sweeps/${id}`).expect(200);
    expect(body).toMatchObject({ signedName: 'Cy Dee', isDrawn: false });
    await page.context().close();
  });
});

describePages('a sweep by two technicians, one without a network', () => {
  it('ends in one report', async () => {
    const theirs = await districtWithSites(web.app);
    await load(web.app, theirs.admin, devicesCsv(numbered(6, { Room: '12' })));
    const [one, two] = await Promise.all(
      [0, 1].map(() => web.account(theirs, 'technician', { sites: ['A1'] })),
    );
    const first = await web.signedIn(await web.context(PHONE, WORKS_OFFLINE), one as string);
    await first.goto('/sweeps');
    await choose(first, 'Site', 'A1');
    await fillPlace(first, 'Room', '12');
    await first.getByRole('button', { name: 'Start a sweep', exact: true }).click();
    await first.getByRole('heading', { name: 'Room 12' }).waitFor();
    const address = new URL(first.url()).pathname;
    const second = await web.signedIn(await web.context(PHONE, WORKS_OFFLINE), two as string);
    await second.goto(address);
    await second.getByText('0 of 6 expected devices seen').waitFor();
    await second.context().setOffline(true);
    for (const code of ['T1000', 'T1001', 'T1002']) await scan(first, code);
    for (const code of ['T1002', 'T1003', 'STRANGER-9']) await scan(second, code);
    await second.context().setOffline(false);
    await until(
      async () => first.getByText('4 of 6 expected devices seen').isVisible(),
      'both are counted together',
    );
    await first.getByRole('tab', { name: 'Unknown code: 1' }).waitFor();
    await first.getByRole('tab', { name: 'Not seen yet: 2' }).waitFor();
    await first.getByRole('link', { name: 'Review and close' }).click();
    await first.getByRole('heading', { name: '2 devices weren’t found' }).waitFor();
    await first.getByLabel('Your name').fill('Ann Lee');
    await first.getByText('Type', { exact: true }).click();
    await first.getByRole('button', { name: 'Sign and close' }).click();
    await first.getByText('Signed by Ann Lee').waitFor();
    await first.getByRole('tab', { name: 'Missing: 2' }).waitFor();
  });
});
