import type { Page } from 'playwright-core';
import type { VendorView } from '../../src/vendors/vendors.queries.js';
import type { TestDistrict } from '../support/app.js';
import { districtWithSites } from '../support/imports.js';
import { findings } from './findings.js';
import { choose, describePages, DESKTOP, inSpanish, PHONE, Web } from './web.js';

let web: Web;
let district: TestDistrict;
let page: Page;

beforeAll(async () => {
  web = await Web.start();
});

beforeEach(async () => {
  district = await districtWithSites(web.app);
});

afterEach(() => page.context().close());

afterAll(() => web.close());

/** Open around lunch, and on Saturdays until midnight. */
const HOURS = [
  { weekday: 1, opens: '08:00', closes: '12:00' },
  { weekday: 1, opens: '13:00', closes: '17:00' },
  { weekday: 6, opens: '20:00', closes: '24:00' },
];

async function open(path: string, viewport = DESKTOP): Promise<void> {
  const email = await web.account(district, 'its');
  page = await web.signedIn(await web.context(viewport), email);
  await page.goto(path);
}

async function add(body: object = {}): Promise<VendorView> {
  const said = { name: 'Valley Depot Repair', roles: ['depot'], hours: HOURS, ...body };
  return (await district.admin.post('/vendors').send(said).expect(201)).body as VendorView;
}

const find = async (id: string): Promise<VendorView> =>
  (await district.admin.get(`/vendors/${id}`).expect(200)).body as VendorView;

const field = (name: string) => page.getByRole('textbox', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });

describePages('the page of vendors', () => {
  it('says what to do while there is none, and adds one on a phone, with errors at their fields', async () => {
    await open('/vendors', PHONE);
    await page.getByText('No vendors yet').waitFor();
    await page.getByRole('link', { name: 'Add a vendor' }).click();
    await field('Name').fill('Valley Depot Repair');
    await button('Add vendor').click();
    // The roles are missing.
    await page.getByText('Some fields need your attention').waitFor();
    await page.getByRole('checkbox', { name: 'Repair depot' }).check();
    await page.getByRole('checkbox', { name: 'Recycler' }).check();
    await field('Hours to resolve a claim').fill('22.5');
    await button('Add a contact to level 2').click();
    await page.keyboard.type('Bo Tan');
    const contact = page.getByRole('group', { name: 'Level 2, contact 1' });
    await contact.getByRole('textbox', { name: 'Email' }).fill('bo');
    await button('Add closed day').click();
    await page.getByLabel('Closed day 1', { exact: true }).and(page.locator('input')).fill('2026-12-25');
    expect(await findings(page)).toEqual([]);
    await button('Add vendor').click();
    await page.locator('input[type=email]:focus').waitFor();
    await page.keyboard.type('@depot.example');
    await button('Add vendor').click();
    await page.getByRole('heading', { name: 'Vendors', exact: true }).waitFor();
    await page.getByText('valley-depot-repair').waitFor();
    expect(await page.locator('main').innerText()).toMatch(/Repair depot, Recycler[^]*22\.5 hours[^]*1/);
    expect(await findings(page)).toEqual([]);
    const { body } = await district.admin.get('/vendors').expect(200);
    expect((body as { items: VendorView[] }).items).toMatchObject([
      {
        name: 'Valley Depot Repair',
        roles: ['depot', 'recycler'],
        timeZone: 'America/Los_Angeles',
        closedOn: ['2026-12-25'],
        acknowledgeWithinHours: null,
        resolveWithinHours: 22.5,
        contacts: [{ level: 2, name: 'Bo Tan', email: 'bo@depot.example', phone: null }],
        isActive: true,
      },
    ]);
  });

  it('keeps several openings a day, midnight, and everything else that is not changed', async () => {
    const { id, ...before } = await add({
      timeZone: 'America/Phoenix',
      acknowledgeWithinHours: 8,
      contacts: [{ level: 1, name: 'Ann Lee', email: 'ann@depot.example', phone: '559-555-0117' }],
    });
    await open(`/vendors/${id}`);
    await page.getByRole('group', { name: 'Opening time 3' }).getByLabel('Closes').waitFor();
    expect(
      await page.getByLabel('Closes').evaluateAll((all: HTMLInputElement[]) => all.map((one) => one.value)),
    ).toEqual(['12:00', '17:00', '00:00']);
    await page.getByRole('textbox', { name: 'Notes (optional)' }).fill('Customer number 20117.');
    await button('Save').click();
    await page.getByRole('heading', { name: 'Vendors', exact: true }).waitFor();
    expect(await find(id)).toEqual({
      id,
      ...before,
      notes: 'Customer number 20117.',
      version: 2,
      updatedAt: expect.any(String),
    });
  });

  it('adds and removes opening times by keyboard, and never loses the place', async () => {
    const { id } = await add();
    await open(`/vendors/${id}`);
    await button('Add opening time').focus();
    await page.keyboard.press('Enter');
    const added = page.getByRole('group', { name: 'Opening time 4' });
    await added.locator('input:focus').waitFor();
    await choose(page, 'Time zone', 'America/Denver');
    await button('Remove opening time 1').focus();
    await page.keyboard.press('Enter');
    await added.waitFor({ state: 'detached' });
    expect(await page.locator('button:focus').innerText()).toBe('Add opening time');
    await button('Save').click();
    await page.getByRole('heading', { name: 'Vendors', exact: true }).waitFor();
    expect(await find(id)).toMatchObject({
      timeZone: 'America/Denver',
      hours: [...HOURS.slice(1), { weekday: 7, opens: '08:00', closes: '17:00' }],
    });
  });

  it('says that opening times overlap, and keeps what was typed', async () => {
    const { id } = await add();
    await open(`/vendors/${id}`);
    await page.getByRole('group', { name: 'Opening time 2' }).getByLabel('Opens').fill('11:00');
    await button('Save').click();
    await page.getByText('The opening times of Monday must not overlap.').waitFor();
    expect(await findings(page)).toEqual([]);
    expect((await find(id)).version).toBe(1);
  });

  it('brings together what two people change, and asks where both changed one thing', async () => {
    const { id } = await add({ contacts: [{ level: 1, name: 'Ann Lee', email: 'ann@depot.example' }] });
    await open(`/vendors/${id}`);
    await field('Name').fill('Valley Depot');
    await field('Hours to resolve a claim').fill('40');
    await district.admin
      .patch(`/vendors/${id}`)
      .set('if-match', '"1"')
      .send({ name: 'Valley Repair', closedOn: ['2026-12-25'] })
      .expect(200);
    await button('Save').click();
    await page.getByText('Someone else made changes while you were editing').waitFor();
    await page.getByRole('radio', { name: 'Theirs: Valley Repair' }).check();
    expect(await findings(page)).toEqual([]);
    await button('Save').click();
    await page.getByRole('heading', { name: 'Vendors', exact: true }).waitFor();
    expect(await find(id)).toMatchObject({
      name: 'Valley Repair',
      closedOn: ['2026-12-25'],
      resolveWithinHours: 40,
      hours: HOURS,
      version: 3,
    });
  });

  it('asks before it leaves changes, and has them again later', async () => {
    const { id } = await add();
    await open(`/vendors/${id}`);
    await page.getByRole('checkbox', { name: 'We work with this vendor' }).uncheck();
    await page.locator('.shell-side').getByRole('link', { name: 'Vendors' }).click();
    await button('Leave without saving').click();
    await page.getByRole('link', { name: 'Valley Depot Repair' }).click();
    await page.getByText('Your unsaved changes are back').waitFor();
    await button('Save').click();
    await page.getByText('Inactive').waitFor();
    expect((await find(id)).isActive).toBe(false);
  });

  it('is in Spanish for those who read Spanish, with errors too', async () => {
    await add({ name: 'Existing' });
    await open('/vendors');
    await inSpanish(page);
    // A page that loads itself again would cut off the way to another one.
    await page.getByRole('heading', { name: 'Proveedores' }).waitFor();
    await page.goto('/vendors/new');
    await page.getByRole('heading', { name: 'Agregar un proveedor' }).waitFor();
    await field('Nombre').fill('EXISTING');
    await page.getByRole('checkbox', { name: 'Centro de reparación' }).check();
    await page.getByRole('button', { name: 'Agregar proveedor' }).click();
    await page.getByText('Ya existe un proveedor con este nombre.').waitFor();
    expect(await page.locator('main').innerText()).toContain('Horario de atención');
  });
});
