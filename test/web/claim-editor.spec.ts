import { deviceOf } from '../support/imports.js';
import { ClaimPages } from './claim-pages.js';
import { findings } from './findings.js';
import { choose, describePages, inSpanish, PHONE } from './web.js';

let pages: ClaimPages;

beforeAll(async () => {
  pages = await ClaimPages.start();
});

beforeEach(() => pages.begin());

afterEach(() => pages.page.context().close());

afterAll(() => pages.web.close());

const WAREHOUSE = {
  'Name of the place': 'District warehouse',
  Street: '100 Nightmist',
  City: 'Irvine',
  State: 'CA',
  'ZIP code': '92618',
};

describePages('what a claim asks for', () => {
  it('is entered where the claim is started, and is on its page', async () => {
    const { id: deviceId } = await deviceOf(pages.district.admin, await pages.covered());
    await pages.open(`/claims/new?device=${deviceId}`, PHONE);
    await choose(pages.page, 'What is broken', 'Hinge');
    await pages.page.getByLabel('What is wrong').fill('It is loose.');
    const more = pages.button('Service, contact and address (optional)');
    expect(await more.getAttribute('aria-expanded')).toBe('false');
    await more.press('Enter');
    await choose(pages.page, 'Service', 'Depot');
    await pages.page.getByLabel('Our reference').fill('T-4711');
    await pages.button('Use my name and email').click();
    await pages.page.getByLabel('Phone of the contact').fill('949-555-0142');
    await pages.page.getByRole('radio', { name: 'Another address' }).check();
    for (const [label, text] of Object.entries(WAREHOUSE).slice(0, 4))
      await pages.page.getByRole('textbox', { name: label, exact: true }).fill(text);
    expect(await findings(pages.page)).toEqual([]);
    await pages.button('Start a claim').click();
    // The ZIP code is missing, and the focus is on its field.
    await pages.page.getByText('Some fields need your attention').waitFor();
    expect(await pages.page.getByLabel('ZIP code').getAttribute('aria-invalid')).toBe('true');
    expect(await findings(pages.page)).toEqual([]);
    await pages.page.getByLabel('ZIP code').fill('92618');
    await pages.button('Start a claim').click();
    const asked = pages.page.getByRole('region', { name: 'What we ask for' });
    for (const words of ['T-4711', '949-555-0142', '100 Nightmist', 'Irvine, CA 92618'])
      await asked.getByText(words).waitFor();
    expect(await findings(pages.page)).toEqual([]);
    const [claim] = await pages.all();
    expect(claim).toMatchObject({
      requestedService: 'depot',
      districtReference: 'T-4711',
      contact: { email: expect.stringContaining('@test.example') as string, phone: '949-555-0142' },
      shipFrom: { name: 'District warehouse', street: '100 Nightmist', postalCode: '92618' },
      shipsFromSite: false,
    });
  });

  it('is changed in the editor, and the vendor and the fault of a draft are corrected there', async () => {
    await pages.district.admin
      .post('/vendors')
      .send({ name: 'Valley Depot', roles: ['depot'] })
      .expect(201);
    const { id } = await pages.start(await pages.covered());
    await pages.open(`/claims/${id}`);
    await pages.button('Edit').click();
    await choose(pages.page, 'What is broken', 'Keyboard');
    await pages.page.getByRole('radio', { name: 'Accident' }).check();
    await pages.page.getByLabel('Name of the contact').fill('Maria Lopez');
    await pages.page.getByLabel('Email of the contact').fill('nobody');
    expect(await findings(pages.page)).toEqual([]);
    await pages.button('Save').click();
    await pages.page.getByText('Some fields need your attention').waitFor();
    expect(await pages.page.getByLabel('Email of the contact').getAttribute('aria-invalid')).toBe('true');
    await pages.page.getByLabel('Email of the contact').fill('maria@district.example');
    await pages.page.getByLabel('Tracking number to the vendor').fill('1Z999');
    await pages.button('Save').click();
    await pages.page.getByText('The coverage doesn’t pay for accidents.').waitFor();
    await pages.page.getByText('maria@district.example').waitFor();
    expect(await pages.found(id)).toMatchObject({
      category: 'keyboard',
      isAccidental: true,
      vendor: 'lenovo',
      contact: { name: 'Maria Lopez', email: 'maria@district.example', phone: null },
      trackingOut: '1Z999',
      shipsFromSite: true,
    });
    await pages.button('Edit').click();
    await choose(pages.page, 'Vendor', 'Valley Depot');
    await pages.page.getByLabel('Name of the contact').fill('');
    await pages.page.getByLabel('Email of the contact').fill('');
    await pages.button('Save').click();
    await pages.page.getByText('No coverage from this vendor is on record').waitFor();
    expect(await pages.found(id)).toMatchObject({ vendor: 'valley-depot', contact: null });
  });

  it('stays with what somebody else saved meanwhile, and only what both changed is asked, in Spanish', async () => {
    const { id } = await pages.start(await pages.covered());
    await pages.open(`/claims/${id}`, PHONE);
    await inSpanish(pages.page);
    await pages.button('Editar').click();
    await choose(pages.page, 'Servicio', 'Reparación en taller externo');
    await pages.page.getByLabel('Nombre del contacto').fill('Ana');
    await pages.district.admin
      .patch(`/claims/${id}`)
      .set('If-Match', '*')
      .send({ requestedService: 'on_site', contact: { name: 'Maria', phone: '1' }, districtReference: 'T-9' })
      .expect(200);
    await pages.button('Guardar').click();
    await pages.page
      .getByRole('radio', { name: /taller externo/ })
      .first()
      .waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await pages.button('Guardar').click();
    await pages.button('Editar').waitFor();
    expect(await pages.found(id)).toMatchObject({
      requestedService: 'depot',
      districtReference: 'T-9',
      contact: { name: 'Ana', phone: '1' },
    });
  });

  it('no longer includes the service once the vendor has the claim', async () => {
    const { id } = await pages.start(await pages.covered());
    await pages.step(id, { step: 'ready' });
    await pages.step(id, { step: 'send', reference: 'SR-1' });
    await pages.open(`/claims/${id}`);
    await pages.button('Edit').click();
    await pages.page.getByLabel('Our reference').fill('T-1');
    expect(await pages.page.getByRole('combobox', { name: 'Service' }).count()).toBe(0);
    await pages.button('Save').click();
    await pages.page.getByRole('region', { name: 'What we ask for' }).getByText('T-1').waitFor();
    expect((await pages.found(id)).districtReference).toBe('T-1');
  });
});
