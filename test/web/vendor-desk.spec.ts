import type { Locator, Page } from 'playwright-core';
import { AccountsService } from '../../src/access/accounts/accounts.service.js';
import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import type { TestDistrict } from '../support/app.js';
import { deviceOf, devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { findings } from './findings.js';
import { choose, describePages, DESKTOP, inSpanish, PASSWORD, PHONE, signIn, until, Web } from './web.js';

let web: Web;
let district: TestDistrict;
let page: Page;
let vendorId: string;

const ALWAYS = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' }));

beforeAll(async () => {
  web = await Web.start();
});

beforeEach(async () => {
  district = await districtWithSites(web.app);
  await load(web.app, district.admin, devicesCsv(numbered(5, { Room: '12' })));
  vendorId = await vendor('Valley Depot');
  await vendor('Other Depot');
});

afterEach(() => page.context().close());

afterAll(() => web.close());

async function vendor(name: string): Promise<string> {
  const { body } = await district.admin
    .post('/vendors')
    .send({ name, roles: ['depot'], hours: ALWAYS, acknowledgeWithinHours: 5, resolveWithinHours: 100 })
    .expect(201);
  return (body as { id: string }).id;
}

async function sent(tag: string, to = 'valley-depot'): Promise<ClaimDetail> {
  const { id: deviceId } = await deviceOf(district.admin, tag);
  const fault = { category: 'screen', observed: 'The screen stays dark.' };
  const { body } = await district.admin
    .post('/claims')
    .send({ ...fault, deviceId, vendor: to })
    .expect(201);
  const claim = body as ClaimDetail;
  for (const step of [
    { step: 'ready', acceptWarnings: true },
    { step: 'send', reference: 'SR-1' },
  ])
    await district.admin.post(`/claims/${claim.id}/steps`).send(step).expect(200);
  return claim;
}

/** Signs in as somebody who works at the vendor. */
async function open(path = '/', viewport = DESKTOP): Promise<void> {
  const email = `desk-${district.slug}@depot.example`;
  await web.app
    .get(AccountsService)
    .create(district.id, { email, role: 'vendor', password: PASSWORD, vendorId });
  page = await web.context(viewport).then((context) => context.newPage());
  await page.goto('/');
  await signIn(page, email);
  await page.goto(path);
}

const button = (name: string, within: Page | Locator = page): Locator =>
  within.getByRole('button', { name, exact: true });

const dialog = (): Locator => page.getByRole('dialog');

const found = async (id: string): Promise<ClaimDetail> =>
  (await district.admin.get(`/claims/${id}`).expect(200)).body as ClaimDetail;

describePages('people at a vendor', () => {
  it('read what there will be where the district has sent nothing yet', async () => {
    await open('/', PHONE);
    await page.getByText('No open claims').waitFor();
    expect(await findings(page)).toEqual([]);
    for (const path of ['/desk/batches', '/desk/replies', '/desk/scorecard']) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      expect([path, await findings(page)]).toEqual([path, []]);
    }
  });

  it('see their own claims only, and acknowledge many of them at once', async () => {
    const [first, second] = [await sent('T1001'), await sent('T1002')];
    const others = await sent('T1003', 'other-depot');
    await open();
    await page
      .getByRole('row')
      .filter({ hasText: first.number })
      .getByText(/^[45] business hours left$/)
      .waitFor();
    expect(await page.getByText(others.number).count()).toBe(0);
    expect(await findings(page)).toEqual([]);
    for (const { number } of [first, second])
      await page.getByRole('row').filter({ hasText: number }).getByRole('checkbox').check();
    await button('Acknowledge').click();
    await dialog().getByLabel('Your reference (optional)').fill('V-77');
    await dialog().getByLabel('Expected on (optional)').fill('2030-01-15');
    expect(await findings(page)).toEqual([]);
    await button('Acknowledge', dialog()).click();
    await page.getByText('2 claims are answered.').waitFor();
    expect(await findings(page)).toEqual([]);
    for (const { id } of [first, second])
      expect(await found(id)).toMatchObject({
        state: 'acknowledged',
        reference: 'V-77',
        expectedOn: '2030-01-15',
      });
    await page.goto(`/desk/claims/${others.id}`);
    await page.getByText('Claim not found').waitFor();
  });

  it('answer one claim on a phone, write to the district, and resolve it', async () => {
    const { id, number } = await sent('T1001');
    await open('/', PHONE);
    await page.getByRole('link', { name: number }).click();
    await page.getByText('The screen stays dark.').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Message' }).fill('Is the charger missing?');
    await button('Send message').click();
    await page.getByText('Is the charger missing?').waitFor();
    await button('Start work').click();
    await button('Start work', dialog()).click();
    await page.getByText('In progress', { exact: true }).first().waitFor();
    await button('Ask the district').click();
    await dialog().getByLabel('Note to the district').fill('Please send the charger.');
    await button('Ask the district', dialog()).click();
    await page.getByText('Clock stopped: waiting for the district').waitFor();
    expect(await findings(page)).toEqual([]);
    await button('Resolve').click();
    await choose(page, 'How was it resolved?', 'Repaired');
    await dialog().getByLabel('Cost for the district (optional)').fill('49');
    expect(await findings(page)).toEqual([]);
    await button('Resolve', dialog()).click();
    await page.getByText('Resolved', { exact: true }).first().waitFor();
    await until(async () => (await found(id)).outcome === 'repaired', 'it is resolved');
    expect(await findings(page)).toEqual([]);
  });

  it('download the files of the district, whose hash they see, and upload a file of replies', async () => {
    const { id: deviceId } = await deviceOf(district.admin, 'T1001');
    const { body } = await district.admin
      .post('/claims')
      .send({ deviceId, vendor: 'valley-depot', category: 'hinge', observed: 'It is loose.' })
      .expect(201);
    const { id, number } = body as ClaimDetail;
    await district.admin
      .post(`/claims/${id}/steps`)
      .send({ step: 'ready', acceptWarnings: true })
      .expect(200);
    const { body: batch } = await district.admin
      .post('/claim-batches')
      .send({ vendor: 'valley-depot' })
      .expect(201);
    const { fileName, sha256 } = batch as { fileName: string; sha256: string };
    await open('/desk/batches', PHONE);
    await page.getByText(sha256).waitFor();
    expect(await findings(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: fileName }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(fileName);
    await page.goto('/desk/replies');
    await page.locator('input[type=file]').setInputFiles({
      name: 'replies.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`Claim number,Status,RMA\n${number},acknowledged,RMA-8801\n`),
    });
    await button('Check file').click();
    await page.getByRole('article', { name: 'replies.csv' }).waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it('read Spanish where they chose it', async () => {
    const { number } = await sent('T1001');
    await open('/', PHONE);
    await inSpanish(page);
    await page.getByText('Reclamos abiertos').first().waitFor();
    await page.getByRole('link', { name: number }).click();
    await button('Confirmar').click();
    await button('Confirmar', dialog()).click();
    await page.getByText('1 reclamo está respondido.').waitFor();
    expect(await findings(page)).toEqual([]);
  });
});
