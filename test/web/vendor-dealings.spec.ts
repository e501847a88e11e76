import ExcelJS from 'exceljs';
import type { ClaimReplyView } from '../../src/warranty/replies/handling/claim-replies.queries.js';
import { findings } from './findings.js';
import { VendorPages } from './vendor-pages.js';
import { choose, describePages, inSpanish, PASSWORD, PHONE } from './web.js';

let desk: VendorPages;

beforeAll(async () => {
  desk = await VendorPages.start();
});

beforeEach(() => desk.begin());

afterEach(() => desk.end());

afterAll(() => desk.close());

const replies = async (): Promise<ClaimReplyView[]> =>
  (
    (await desk.district.admin.get('/claim-replies?sort=id&limit=100').expect(200)).body as {
      items: ClaimReplyView[];
    }
  ).items;

const csvFile = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

describePages('a reply that waits', () => {
  it('is applied with a step that a technician chooses, and a missing reason is said at its field', async () => {
    const { id, number } = await desk.sent('T1001');
    await desk.replied(`Claim number,Status,RMA\n${number},All done,RMA-9\n`);
    const page = await desk.open('/claims/replies', 'technician', PHONE);
    const card = page.getByRole('article', { name: `Reply to ${number}` });
    await card.getByText('Rollcall doesn’t know what “All done” means.').waitFor();
    expect(await findings(page)).toEqual([]);
    await desk.button('Apply', card).focus();
    await page.keyboard.press('Enter');
    await choose(page, 'What happens to the claim', 'Vendor resolved it');
    await choose(page, 'How was it resolved?', 'Repaired');
    expect(await findings(page)).toEqual([]);
    await desk.button('Apply', desk.dialog()).click();
    // The window stays open, and says what is missing.
    await desk.dialog().locator('textarea[aria-invalid="true"], textarea:invalid').waitFor();
    await desk.dialog().getByLabel('Reason').fill('They called.');
    await desk.button('Apply', desk.dialog()).click();
    await page.getByText('No replies to review').waitFor();
    expect(await desk.claim(id)).toMatchObject({ state: 'resolved', outcome: 'repaired', rma: 'RMA-9' });
    expect(await findings(page)).toEqual([]);
  });

  it('is dismissed with a reason, and the claim stays as it was', async () => {
    const { id, number } = await desk.sent('T1001');
    await desk.step(id, { step: 'start' });
    await desk.replied(`Claim number,Status\n${number},acknowledged\n`);
    const page = await desk.open('/claims/replies');
    await page.getByText('This would move the claim back.').waitFor();
    await desk.button('Dismiss').click();
    await desk.dialog().getByLabel('Reason').waitFor();
    await page.keyboard.type('An old list.');
    expect(await findings(page)).toEqual([]);
    await desk.button('Dismiss', desk.dialog()).click();
    await page.getByText('No replies to review').waitFor();
    expect((await desk.claim(id)).state).toBe('in_progress');
    expect(await replies()).toMatchObject([{ state: 'dismissed' }]);
  });
});

describePages('a file of replies', () => {
  it('is checked and then imported by the district, with what waits and what is refused', async () => {
    const [one, two] = [await desk.sent('T1001'), await desk.sent('T1002')];
    const page = await desk.open('/claims/replies');
    await page.getByRole('link', { name: 'Import a file of replies' }).click();
    expect(await page.getByRole('radio', { name: 'Replies of vendors' }).isChecked()).toBe(true);
    expect(await findings(page)).toEqual([]);
    const rows = [
      'Claim number,Status,RMA',
      `${one.number},acknowledged,R-1`,
      `${two.number},Triage,`,
      'C-1999-000001,acknowledged,',
    ];
    await page.locator('input[type=file]').setInputFiles(csvFile('replies.csv', rows.join('\n')));
    await desk.button('Check this file').click();
    await page.getByRole('heading', { name: 'Replies of vendors: replies.csv' }).waitFor();
    await page.getByText('Checked, not imported yet').waitFor();
    expect((await desk.claim(one.id)).state).toBe('sent');
    await page.getByText('Claim number', { exact: true }).first().waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: /^Import \d+ rows?$/ }).click();
    await page.getByRole('link', { name: 'Replies to review' }).click();
    await page.getByText('Rollcall doesn’t know what “Triage” means.').waitFor();
    expect(await desk.claim(one.id)).toMatchObject({ state: 'acknowledged', rma: 'R-1' });
    expect((await desk.claim(two.id)).state).toBe('sent');
  });

  it('is uploaded by the vendor on a phone, checked, applied, and its wrong rows come back', async () => {
    const [one, two] = [await desk.sent('T1001'), await desk.sent('T1002')];
    const { page } = await desk.openDesk('/desk/replies', PHONE);
    const rows = [
      'Claim number,Status,RMA',
      `${one.number},acknowledged,R-1`,
      `${two.number},in progress,`,
      'C-1999-000001,acknowledged,',
    ];
    await page.locator('input[type=file]').setInputFiles(csvFile('ours.csv', rows.join('\n')));
    await desk.button('Check file', page).click();
    const file = page.getByRole('article', { name: 'ours.csv' });
    await file.getByText('2 ready to apply, 0 for the district to review, 1 refused').waitFor();
    expect((await desk.claim(one.id)).state).toBe('sent');
    expect(await findings(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      file.getByRole('link', { name: 'Download refused rows' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    await desk.button('Apply 2 replies', file).click();
    await file.getByText('Imported', { exact: true }).waitFor();
    expect([(await desk.claim(one.id)).state, (await desk.claim(two.id)).state]).toEqual([
      'acknowledged',
      'in_progress',
    ]);
    expect(await findings(page)).toEqual([]);
    await page.locator('input[type=file]').setInputFiles(csvFile('empty.csv', ''));
    await desk.button('Check file', page).click();
    await page.getByRole('alert').waitFor();
    expect(await findings(page)).toEqual([]);
  });
});

describePages('the account of somebody at a vendor', () => {
  it('is shut on the page, and theirs says so within five seconds and shows no claim', async () => {
    const { number } = await desk.sent('T1001');
    const { page: theirs, email } = await desk.openDesk('/');
    await theirs.getByRole('link', { name: number }).waitFor();
    const ours = await desk.open(`/vendors/${desk.vendorId}/people`);
    await ours.getByText(email).waitFor();
    await desk.button('Remove access: Kim Ho').click();
    await ours.getByText(/^Access removed on/).waitFor();
    await theirs.getByText('You’ve been signed out').waitFor({ timeout: 5_000 });
    await theirs.getByText(number).first().waitFor({ state: 'hidden' });
    expect(await findings(theirs)).toEqual([]);
    expect(await findings(ours)).toEqual([]);
    await theirs.locator('input[name=password]').fill(PASSWORD);
    await theirs.getByRole('button', { name: 'Sign in' }).click();
    await theirs.getByRole('alert').waitFor();
    await desk.button('Restore access: Kim Ho').click();
    await ours.getByText(/^Access removed on/).waitFor({ state: 'detached' });
    await theirs.locator('input[name=password]').fill(PASSWORD);
    await theirs.getByRole('button', { name: 'Sign in' }).click();
    await theirs.getByRole('link', { name: number }).waitFor();
  });
});

describePages('a layout from the file of a vendor', () => {
  const HEADERS = ['Ticket Number', 'SERIAL #', 'Problem Description', 'Color'];

  it.each(['csv', 'xlsx'] as const)(
    'in %s is read, finished, tried on ready claims and saved',
    async (format) => {
      const { number } = await desk.ready('T1001');
      const workbook = new ExcelJS.Workbook();
      workbook.addWorksheet('RMA').addRow(HEADERS);
      const buffer =
        format === 'csv' ? Buffer.from(HEADERS.join(';')) : Buffer.from(await workbook.xlsx.writeBuffer());
      const page = await desk.open('/claim-layouts/new', 'its', format === 'csv' ? PHONE : undefined);
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: `template.${format}`, mimeType: 'application/octet-stream', buffer });
      await page.getByText('Choose what goes into these columns: Color').waitFor();
      expect(await findings(page)).toEqual([]);
      const column = (n: number) => page.getByRole('group', { name: `Column ${n}`, exact: true });
      expect(await column(1).getByLabel('Header').inputValue()).toBe('Ticket Number');
      await column(4).getByLabel('Text').fill('black');
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill(`Template ${format}`);
      await choose(page, 'Vendor', 'Valley Depot');
      await desk.button('Try it').click();
      await page.getByRole('cell', { name: number, exact: true }).waitFor();
      await page.getByRole('cell', { name: 'black', exact: true }).waitFor();
      expect(await findings(page)).toEqual([]);
      await desk.button('Add layout').click();
      await page.getByRole('heading', { name: `Template ${format}` }).waitFor();
      const { body } = await desk.district.admin.get('/claim-layouts?limit=100').expect(200);
      const { items } = body as { items: { name: string; definition: { format: string } }[] };
      expect(items.find(({ name }) => name === `Template ${format}`)?.definition.format).toBe(format);
    },
  );

  it('says in Spanish that a file is no table', async () => {
    const page = await desk.open('/claim-layouts/new');
    await inSpanish(page);
    await page.getByRole('heading', { name: 'Nuevo diseño' }).waitFor();
    await page.locator('input[type=file]').setInputFiles(csvFile('a.csv', ''));
    await page.getByRole('alert').waitFor();
    expect(await findings(page)).toEqual([]);
  });
});
