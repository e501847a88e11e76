import type { Page } from 'playwright-core';
import { findings } from './findings.js';
import { describePages, inSpanish, PHONE } from './web.js';
import { VendorPages } from './vendor-pages.js';

let desk: VendorPages;

beforeAll(async () => {
  desk = await VendorPages.start();
});

beforeEach(() => desk.begin());

afterEach(() => desk.end());

afterAll(() => desk.close());

const pathOf = (part: string): string => `/vendors/${desk.vendorId}/${part}`;

const stored = async (part: string): Promise<object> =>
  (await desk.district.admin.get(pathOf(part)).expect(200)).body as object;

const saved = (page: Page): Promise<void> => page.getByText(/^Saved\./).waitFor();

const SOMEONE_ELSE = 'Someone else made changes while you were editing';

describePages('the status words of a vendor', () => {
  it('get a meaning by keyboard, and the replies that waited for it are applied', async () => {
    const { id, number } = await desk.sent('T1001');
    await desk.replied(`Claim number,Status\n${number},Triage\n`);
    const page = await desk.open(`/vendors/${desk.vendorId}`, 'its', PHONE);
    await page.getByRole('link', { name: 'Status words', exact: true }).click();
    await page.getByText('“Triage”: 1 reply is waiting').waitFor();
    expect(await findings(page)).toEqual([]);
    await desk.button('Give a meaning: Triage').focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-meaning]:focus').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: 'In progress' }).click();
    await desk.button('Add a word').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Shipped back');
    const second = page.getByRole('group', { name: 'Word 2', exact: true });
    await second.getByRole('combobox', { name: 'What it means' }).click();
    await page.getByRole('option', { name: 'Resolved' }).click();
    await second.getByRole('combobox', { name: 'How was it resolved?' }).click();
    await page.getByRole('option', { name: 'Repaired' }).click();
    expect(await findings(page)).toEqual([]);
    await desk.button('Save').click();
    await page.getByText('Saved. Rollcall applied 1 reply that was waiting.').waitFor();
    expect(await findings(page)).toEqual([]);
    expect((await desk.claim(id)).state).toBe('in_progress');
    expect(await stored('reply-words')).toMatchObject({
      version: 1,
      open: [],
      items: [
        { word: 'Shipped back', meaning: 'resolved', outcome: 'repaired' },
        { word: 'Triage', meaning: 'in_progress', outcome: null },
      ],
    });
    await desk.button('Add Dell TechDirect words').click();
    await page.getByRole('group', { name: 'Word 37', exact: true }).waitFor();
    await page.getByRole('button', { name: /^Remove word \d+ Triage$/ }).click();
    await desk.button('Save').click();
    await page.getByRole('group', { name: 'Word 37', exact: true }).waitFor({ state: 'detached' });
    await saved(page);
    expect(JSON.stringify(await stored('reply-words'))).not.toContain('Triage');
  });

  it('of two people come together, and a word that both changed is asked about', async () => {
    const put = (words: object[]) =>
      desk.district.admin.put(pathOf('reply-words')).send({ words }).expect(200);
    await put([
      { word: 'Boxed', meaning: 'no_change' },
      { word: 'Triage', meaning: 'no_change' },
    ]);
    const page = await desk.open(pathOf('reply-words'));
    const meaningOf = (n: number) =>
      page
        .getByRole('group', { name: `Word ${n}`, exact: true })
        .getByRole('combobox')
        .first();
    await meaningOf(2).click();
    await page.getByRole('option', { name: 'In progress' }).click();
    await desk.button('Add a word').click();
    await page.keyboard.type('TRIAGE');
    await desk.button('Save').click();
    // The same word twice is not sent.
    await page.getByText('This word is on the list twice.').first().waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Vendor’s word' }).nth(2).fill('Mine');
    await put([
      { word: 'Theirs', meaning: 'waiting' },
      { word: 'Triage', meaning: 'acknowledged' },
    ]);
    await desk.button('Save').click();
    await page.getByText(SOMEONE_ELSE).waitFor();
    await page.getByRole('radio', { name: 'Theirs: Acknowledged' }).waitFor();
    await page.getByRole('radio', { name: 'Yours: In progress' }).check();
    expect(await findings(page)).toEqual([]);
    await desk.button('Save').click();
    await saved(page);
    expect(await stored('reply-words')).toMatchObject({
      items: [
        { word: 'Boxed', meaning: 'no_change' },
        { word: 'Mine', meaning: 'acknowledged' },
        { word: 'Theirs', meaning: 'waiting' },
        { word: 'Triage', meaning: 'in_progress' },
      ],
    });
  });

  it('are kept while somebody looks elsewhere, and are in Spanish for those who read Spanish', async () => {
    const page = await desk.open(pathOf('reply-words'));
    await desk.button('Add a word').click();
    await page.keyboard.type('Received');
    await page.getByRole('link', { name: 'Checklist', exact: true }).click();
    await desk.button('Leave without saving').click();
    await page.getByRole('heading', { name: 'Checklist' }).waitFor();
    await page.getByRole('link', { name: 'Status words', exact: true }).click();
    await page.getByText('Your unsaved changes are back').waitFor();
    await desk.button('Save').click();
    await saved(page);
    await inSpanish(page);
    await page.getByRole('heading', { name: 'Palabras de estado' }).waitFor();
    await page.getByRole('textbox', { name: 'Palabra del proveedor' }).waitFor();
    expect(await findings(page)).toEqual([]);
  });
});

describePages('what a vendor sees', () => {
  it('is decided on a phone, and two people who decide do not overwrite each other', async () => {
    const page = await desk.open(pathOf('desk'), 'its', PHONE);
    const tags = page.getByRole('checkbox', { name: 'Asset tags' });
    await tags.focus();
    await page.keyboard.press('Space');
    expect(await findings(page)).toEqual([]);
    const patch = (body: object) =>
      desk.district.admin.patch(pathOf('desk')).set('If-Match', '*').send(body).expect(200);
    await patch({ showsContacts: true });
    await desk.button('Save').click();
    await page.getByText(SOMEONE_ELSE).waitFor();
    await desk.button('Save').click();
    await saved(page);
    expect(await stored('desk')).toEqual({ showsAssetTags: true, showsContacts: true, version: 2 });
    expect(await findings(page)).toEqual([]);
    await inSpanish(page);
    await page.getByRole('heading', { name: 'Lo que ve el proveedor' }).waitFor();
    expect(await page.getByRole('checkbox', { name: 'Etiquetas de inventario' }).isChecked()).toBe(true);
  });
});

describePages('the checklist of a vendor', () => {
  it('begins with the ready-made list, is ordered by keyboard, and keeps the names of its points', async () => {
    const page = await desk.open(pathOf('checklist'), 'its', PHONE);
    await page.getByText('Nothing is asked before a claim is ready.').waitFor();
    expect(await findings(page)).toEqual([]);
    await desk.button('Use the ready-made list').click();
    await desk.button('Add a point').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('The asset label is off.');
    // The cursor goes with the point, however often it is moved.
    await desk.button('Move point 7 up').focus();
    for (let i = 0; i < 6; i++) await page.keyboard.press('Enter');
    await page.locator('[data-row="0"] [data-move]:focus').waitFor();
    await desk.button('Remove point 4').click();
    expect(await findings(page)).toEqual([]);
    await desk.button('Save').click();
    await saved(page);
    const points = (): Promise<object> => stored('claim-checklist');
    expect(await points()).toMatchObject({
      version: 1,
      points: [
        { key: 'the-asset-label-is-off', kind: 'confirmation', label: 'The asset label is off.' },
        { key: 'management-lock' },
        { key: 'passwords' },
        { key: 'data' },
        { key: 'photo' },
        { key: 'proof-of-purchase' },
      ],
    });
    await page.getByRole('textbox', { name: 'What must be done' }).first().fill('');
    await desk.button('Save').click();
    await page.locator('input[aria-invalid="true"]:focus').waitFor();
    await page.keyboard.type('The label is off.');
    await desk.button('Save').click();
    await page.locator('input[aria-invalid="true"]').waitFor({ state: 'detached' });
    await saved(page);
    expect(await points()).toMatchObject({
      version: 2,
      points: [{ key: 'the-asset-label-is-off', label: 'The label is off.' }, {}, {}, {}, {}, {}],
    });
  });

  it('of two people is asked about', async () => {
    const page = await desk.open(pathOf('checklist'));
    await desk.button('Add a point').click();
    await page.keyboard.type('Mine');
    const points = [{ key: 'theirs', label: 'Theirs' }];
    await desk.district.admin
      .put(pathOf('claim-checklist'))
      .set('If-Match', '*')
      .send({ points })
      .expect(200);
    await desk.button('Save').click();
    await page.getByText(SOMEONE_ELSE).waitFor();
    await page.getByRole('radio', { name: 'Theirs: Theirs' }).check();
    expect(await findings(page)).toEqual([]);
    await desk.button('Add a point').click();
    await page.keyboard.type('Both');
    await desk.button('Save').click();
    await saved(page);
    expect(await stored('claim-checklist')).toMatchObject({ points: [{ key: 'theirs' }, { key: 'both' }] });
    await inSpanish(page);
    await page.getByRole('heading', { name: 'Lista de control' }).waitFor();
    await page.getByRole('button', { name: 'Agregar los puntos que faltan' }).waitFor();
  });
});

describePages('the deadlines that a vendor gives', () => {
  it('are typed, refused in words at their field, and saved', async () => {
    const page = await desk.open(pathOf('claim-terms'), 'its', PHONE);
    await page.getByLabel('Days to send a defective part back').fill('10');
    await page.getByLabel('Days for which an RMA is valid').fill('400');
    await desk.button('Save').click();
    await page.getByText('Some fields need your attention').waitFor();
    await page.locator('input[aria-invalid="true"]:focus').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('30');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('10');
    await page.keyboard.press('Enter');
    await saved(page);
    const terms = { partBackDays: 10, rmaDays: 30, quoteDays: null, boxSlots: 10 };
    expect(await stored('claim-terms')).toEqual({ ...terms, version: 1 });
    await page.getByLabel('Days to send a defective part back').fill('15');
    await desk.district.admin
      .put(pathOf('claim-terms'))
      .set('If-Match', '*')
      .send({ ...terms, partBackDays: 20, quoteDays: 14 })
      .expect(200);
    await desk.button('Save').click();
    await page.getByText(SOMEONE_ELSE).waitFor();
    await page.getByRole('radio', { name: 'Yours: 15' }).check();
    expect(await findings(page)).toEqual([]);
    await desk.button('Save').click();
    await saved(page);
    expect(await stored('claim-terms')).toMatchObject({ partBackDays: 15, quoteDays: 14, version: 3 });
    await inSpanish(page);
    await page.getByRole('heading', { name: 'Plazos y cajas' }).waitFor();
  });
});

describePages('a vendor as technicians see it', () => {
  it('shows whom to call, lets them invite people, and nothing that they cannot change', async () => {
    const page = await desk.open('/vendors', 'technician', PHONE);
    expect(await page.getByRole('link', { name: 'Add a vendor' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Valley Depot' }).click();
    await page.getByRole('link', { name: '559-555-0117' }).waitFor();
    expect(await findings(page)).toEqual([]);
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
    const links = page.getByRole('navigation', { name: 'Pages about this vendor' }).getByRole('link');
    expect(await links.allInnerTexts()).toEqual(['Details', 'People']);
    await page.getByRole('link', { name: 'People', exact: true }).click();
    await page.getByLabel('Name').fill('Bo Tan');
    await page.getByLabel('Email').fill('bo@depot.example');
    await desk.button('Send invitation').click();
    await page.getByText('The invitation is on its way to bo@depot.example.').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.goto(pathOf('reply-words'));
    await page.getByText('You don’t have access to this page').waitFor();
  });
});
