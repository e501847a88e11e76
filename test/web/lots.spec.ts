import type { Page } from 'playwright-core';
import type { TestDistrict } from '../support/app.js';
import { daysAgo } from '../support/devices.js';
import { districtWithSites } from '../support/imports.js';
import { devicesToLeave } from '../support/leaving-devices.js';
import { findings } from './findings.js';
import { typeAsScanner, typeByHand } from './keys.js';
import { sign } from './sign.js';
import {
  choose,
  describePages,
  DESKTOP,
  PHONE,
  pickAction,
  until,
  untilSent,
  Web,
  WORKS_OFFLINE,
} from './web.js';

const PATIENCE_MS = 180_000;

let web: Web;
let district: TestDistrict;
/** By their asset tags. */
let ids: Map<string, string>;

interface LotJson {
  id: string;
  number: number;
  state: string;
  devices: number;
  checked: number;
}

beforeAll(async () => {
  web = await Web.start();
  district = await districtWithSites(web.app);
  ids = await devicesToLeave(web.app, district, 9);
  await district.admin
    .post('/vendors')
    .send({ name: 'E-Waste Inc.', roles: ['recycler'] })
    .expect(201);
});

afterAll(() => web.close());

async function open(path: string, role: 'its' | 'technician' | 'admin', viewport = DESKTOP): Promise<Page> {
  const reach = role === 'technician' ? { sites: ['A1'] } : {};
  const page = await web.signedIn(await web.context(viewport), await web.account(district, role, reach));
  await page.goto(path);
  return page;
}

async function lotWith(tags: readonly string[], more: object = {}): Promise<LotJson> {
  const { body } = await district.admin
    .post('/lots')
    .send({ name: 'Old Chromebooks', route: 'recycle', site: 'A1', recipient: 'e-waste-inc', ...more })
    .expect(201);
  const lot = body as LotJson;
  await district.admin
    .put(`/lots/${lot.id}/devices`)
    .send({ add: tags.map((tag) => ids.get(tag)) })
    .expect(200);
  return lot;
}

const step = (id: string, body: object): PromiseLike<unknown> =>
  district.admin.post(`/lots/${id}/steps`).send(body).expect(200);

async function approved(tags: readonly string[], more: object = {}): Promise<LotJson> {
  const lot = await lotWith(tags, more);
  await step(lot.id, { step: 'freeze' });
  const { body: item } = await district.admin
    .post('/board-items')
    .send({
      meetingOn: daysAgo(3),
      number: `9.${lot.number}`,
      title: 'Surplus devices',
      finding: '17546_c',
      present: 5,
      yes: 5,
      decision: 'approved',
    })
    .expect(201);
  await step(lot.id, { step: 'approve', boardItem: (item as { id: string }).id });
  return lot;
}

const read = async (id: string): Promise<LotJson> =>
  (await district.admin.get(`/lots/${id}`).expect(200)).body as LotJson;

describePages('a lot', () => {
  it(
    'goes from its first device to its last paper, with the papers of every step',
    async () => {
      const page = await open('/', 'admin');
      await page.getByRole('link', { name: 'Lots', exact: true }).click();
      await page.getByText('No lots yet').waitFor();
      expect(await findings(page)).toEqual([]);
      await page.getByRole('link', { name: 'New lot' }).first().click();
      await page.getByRole('button', { name: 'Create lot' }).click();
      // What is missing is said at its field, and the first of them has the cursor.
      await page.locator('input:focus[aria-invalid=true]').waitFor();
      expect(await findings(page)).toEqual([]);
      await page.getByLabel('Name').fill('Spring Chromebooks');
      await page.getByLabel('Route').selectOption('Recycle');
      await choose(page, 'Recipient (optional)', 'E-Waste Inc.');
      await choose(page, 'Site', 'A1');
      await page.getByLabel('Place (optional)').fill('Room 7');
      await page.getByLabel('Waste since (optional)').fill(daysAgo(350));
      await page.getByRole('button', { name: 'Create lot' }).click();
      await page.getByRole('heading', { name: /^Lot \d+: Spring Chromebooks$/ }).waitFor();
      await page
        .getByText(/15 days left/)
        .first()
        .waitFor();

      const field = page.getByRole('textbox', { name: 'Asset tag or serial number to add' });
      for (const tag of ['T1000', 'T1001', 'T1008']) {
        await field.click();
        await typeByHand(page, tag);
        await page.keyboard.press('Enter');
        await page.getByText(`${tag} added`).waitFor();
      }
      await page.getByLabel('Pallet (optional)').fill('P1');
      await typeAsScanner(page, 'T1002');
      await page.getByText('T1002 added').waitFor();
      await field.click();
      await typeByHand(page, 'T9999');
      await page.keyboard.press('Enter');
      await page.getByText(/No device at your sites has the code T9999/).waitFor();

      // One device lacks two things: the page says what, and does not ask to confirm.
      await page.getByText('Data not removed: 1 device.').waitFor();
      await page.getByRole('button', { name: 'Freeze' }).click();
      await page.getByText('Some devices aren’t ready.').waitFor();
      expect(await page.getByRole('dialog').count()).toBe(0);
      expect(await findings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Remove T1008' }).click();
      await page.getByText('Every device is ready').waitFor();
      await page.getByRole('button', { name: 'Freeze' }).click();
      await page.getByRole('dialog').getByText('the manifest of 3 devices').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Freeze' }).click();
      await page.getByRole('link', { name: 'Manifest (PDF)' }).waitFor();
      expect(await page.locator('.lot-hash').innerText()).toMatch(/^[0-9a-f]{64}$/);
      expect(await page.getByRole('button', { name: /^Remove/ }).count()).toBe(0);

      await page.getByRole('button', { name: 'Approve' }).click();
      await page.getByText('There are no board items yet.').waitFor();
      await page.getByRole('dialog').getByRole('link', { name: 'New board item' }).click();
      await page.getByLabel('Meeting').fill(daysAgo(4));
      await page.getByLabel('Item number').fill('9.4');
      await page.getByLabel('Title').fill('Surplus Chromebooks');
      await page
        .getByLabel('Finding')
        .selectOption({ label: 'Education Code 17546(c): worth less than a sale would cost' });
      await page.getByText(/insufficient value to defray the costs/).waitFor();
      await page.getByLabel('Decision').selectOption('Approved');
      await page.getByLabel('Members present').fill('5');
      await page.getByLabel('Members who voted yes').fill('5');
      expect(await findings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Add board item' }).click();
      await page.getByRole('button', { name: 'Approve' }).click();
      await choose(page, 'Board item', 'Surplus Chromebooks');
      expect(await findings(page)).toEqual([]);
      await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
      await page.getByRole('link', { name: 'Pick up' }).click();

      await page.getByRole('heading', { name: /^Pick up Lot/ }).waitFor();
      await page.setViewportSize(PHONE);
      await page.getByRole('checkbox', { name: 'Not taken: T1002' }).check();
      await page.getByRole('textbox', { name: 'Note about T1002' }).fill('not on the pallet');
      await page.getByLabel('Devices that the driver counts').fill('3');
      await page.getByText(/The driver counts 3, and it must be 2/).waitFor();
      await page.getByText('1 device stays here: T1002').waitFor();
      await page.getByLabel('Name of the driver').fill('Sam Rivera');
      await page.getByLabel('Company').fill('E-Waste Inc.');
      // What was typed is there again after a reload.
      await page.reload();
      await page.getByText('1 device stays here: T1002').waitFor();
      expect(await page.getByLabel('Name of the driver').inputValue()).toBe('Sam Rivera');
      await page.getByLabel('Devices that the driver counts').fill('2');
      await page.getByRole('button', { name: 'Hand over 2 devices' }).click();
      await page.getByText('Sign in the box first').waitFor();
      expect(await findings(page)).toEqual([]);
      await sign(page);
      await page.getByRole('button', { name: 'Hand over 2 devices' }).click();
      await page.getByText('The lot is handed over').waitFor();
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Signed receipt (PDF)' }).click();
      expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
      await page.getByRole('link', { name: 'Go to the lot' }).click();
      await page.setViewportSize(DESKTOP);

      await page.getByRole('button', { name: 'Settle' }).click();
      await page.getByText('file 2 papers and explain 1 difference.').waitFor();
      expect(await findings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Explain T1002' }).click();
      await page.getByLabel('What you found out').fill('It was on the wrong shelf.');
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await page.getByText('Found out: It was on the wrong shelf.').waitFor();
      await page.getByRole('button', { name: 'File: Weight' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'File' }).click();
      await page.getByRole('dialog').getByText('Enter the weight in kilograms.').waitFor();
      await page.getByLabel('Weight in kilograms').fill('4.1');
      const chooser = page.waitForEvent('filechooser');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: 'Scan or photo of the paper (optional)' })
        .click();
      await (
        await chooser
      ).setFiles({
        name: 'weights.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
      });
      await page.getByRole('dialog').getByRole('button', { name: 'File' }).click();
      await page.getByText('4.1 kg').waitFor();
      await page.getByRole('link', { name: 'Download paper: Weight' }).waitFor();
      await page.getByRole('button', { name: 'Not needed: Certificate of recycling' }).click();
      await page.getByRole('dialog').getByLabel('Reason').fill('The recycler closed.');
      await page.getByRole('dialog').getByRole('button', { name: 'Not needed' }).click();
      await page.getByText('Not needed: The recycler closed.').waitFor();
      await page.getByRole('button', { name: 'Settle' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Settle' }).click();
      await page.locator('[aria-current=step]').getByText('Settled').waitFor();
      expect(await findings(page)).toEqual([]);
      await page.context().close();
    },
    PATIENCE_MS,
  );

  it('shows a technician what to do, and no step that needs ITS', async () => {
    const lot = await lotWith(['T1003']);
    const page = await open(`/lots/${lot.id}`, 'technician', PHONE);
    await page.getByText('Add the devices. ITS freezes the lot when nothing is missing.').waitFor();
    for (const name of ['Freeze', 'Cancel lot'])
      expect([name, await page.getByRole('button', { name }).count()]).toEqual([name, 0]);
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Name').fill('Chromebooks of Room 12');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: `Lot ${lot.number}: Chromebooks of Room 12` }).waitFor();
    await page.goto('/board-items');
    await page.getByText('You don’t have access to this page').waitFor();
    await step(lot.id, { step: 'cancel', note: 'A test.' });
    await page.context().close();
  });
});

describePages('a device that leaves', () => {
  it('says what it still needs, on which lot it is, and from what it was released', async () => {
    const lot = await lotWith(['T1008']);
    const page = await open(`/devices/${ids.get('T1008')}`, 'technician', PHONE);
    const part = page.getByRole('region', { name: 'Before it can leave' });
    await part.getByRole('button', { name: 'Show' }).click();
    await part.getByText('Released from management: not done').first().waitFor();
    await part.getByRole('link', { name: `Lot ${lot.number}: Old Chromebooks` }).waitFor();
    await part.getByRole('button', { name: 'Record release' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Record release' }).click();
    await page.locator('select:focus[aria-invalid=true]').waitFor();
    await page.getByLabel('Service').selectOption('Google Admin');
    await page.getByRole('dialog').getByRole('button', { name: 'Record release' }).click();
    await part.getByText('Released from management: done').first().waitFor();
    expect(await findings(page)).toEqual([]);
    await part.getByRole('button', { name: 'Take back' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
    await part.getByText('No release is recorded.').waitFor();
    await step(lot.id, { step: 'cancel', note: 'A test.' });
    await page.context().close();
  });
});

describePages('at the dock', () => {
  it('a phone scans what is loaded, notes an extra, and shows why the server refused', async () => {
    const lot = await approved(['T1003', 'T1004', 'T1005']);
    const page = await open(`/lots/${lot.id}/pick-up`, 'technician', PHONE);
    await page.getByText('0 of 3 devices scanned').waitFor();
    await typeAsScanner(page, 'T1003');
    await page.getByText('1 of 3 devices scanned').waitFor();
    await until(async () => (await read(lot.id)).checked === 1, 'the server knows of the scan');
    await typeAsScanner(page, 'T1007');
    await page.getByText('T1007 is not on this lot').waitFor();
    await page.getByRole('button', { name: 'Note as extra' }).click();
    await page.getByText('1 extra device: T1007').waitFor();
    await page.getByRole('button', { name: 'Mark these 2 as not taken' }).click();
    await page.getByText('2 devices stay here: T1004, T1005').waitFor();
    // It was found after all: to scan it takes the mark away.
    await typeAsScanner(page, 'T1005');
    await page.getByText('1 device stays here: T1004').waitFor();
    await page.getByLabel('Devices that the driver counts').fill('3');
    await page.getByLabel('Name of the driver').fill('Sam Rivera');
    await page.getByLabel('Company').fill('E-Waste Inc.');
    await page.getByText('Type', { exact: true }).click();
    const { body } = await district.admin
      .post(`/devices/${ids.get('T1003')}/holds`)
      .send({ kind: 'legal', forbids: ['dispose'], reason: 'A case' })
      .expect(201);
    await page.getByRole('button', { name: 'Hand over 2 devices' }).click();
    const refusal = page.getByRole('alert').filter({ has: page.getByRole('link', { name: 'T1003' }) });
    await refusal.getByText(/A legal hold on T1003/).waitFor();
    expect(await findings(page)).toEqual([]);
    await refusal.getByRole('button', { name: 'Not taken: T1003' }).click();
    await page.getByText('2 devices stay here: T1003, T1004').waitFor();
    await page.getByLabel('Devices that the driver counts').fill('2');
    await page.getByRole('button', { name: 'Hand over 1 device' }).click();
    await page.getByText('The lot is handed over').waitFor();
    await page.getByText(/Explain 3 differences/).waitFor();
    expect(body).toBeTruthy();
    await page.context().close();
  });

  it('scans of the scan page put devices on a lot, and check them out of it', async () => {
    const lot = await lotWith([], { name: 'By scanning' });
    const context = await web.context(PHONE, WORKS_OFFLINE);
    const page = await web.signedIn(context, await web.account(district, 'technician', { sites: ['A1'] }));
    await page.goto('/scan');
    await pickAction(page, 'Add to lot');
    await page.getByLabel('Number of the lot').fill(String(lot.number));
    await typeAsScanner(page, 'T1006');
    await page.locator('.result').getByText('On the lot: T1006').waitFor();
    await untilSent(page);
    expect((await read(lot.id)).devices).toBe(1);
    await step(lot.id, { step: 'freeze' });
    const { body } = await district.admin.get('/board-items?decision=approved&limit=1').expect(200);
    await step(lot.id, { step: 'approve', boardItem: (body as { items: { id: string }[] }).items[0]?.id });
    await pickAction(page, 'Pick-up: check out');
    await typeAsScanner(page, 'T1006');
    await page.locator('.result').getByText('Checked out: T1006').waitFor();
    await untilSent(page);
    expect((await read(lot.id)).checked).toBe(1);
    await context.close();
  });
});
