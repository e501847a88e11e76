import type { Locator, Page } from 'playwright-core';
import type { AssessmentDetail } from '../../src/salvage/assessment/assessments.queries.js';
import type { TestDistrict } from '../support/app.js';
import { deviceOf, devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { jpegOf } from '../support/jpeg.js';
import { pngOf } from '../support/png.js';
import { findings } from './findings.js';
import { describePages, DESKTOP, inSpanish, PHONE, until, Web } from './web.js';

let web: Web;
let district: TestDistrict;
let assessment: string;

beforeAll(async () => {
  web = await Web.start();
  district = await districtWithSites(web.app);
  await load(web.app, district.admin, devicesCsv(numbered(1, { Room: '12' })));
  const { id: deviceId } = await deviceOf(district.admin, 'T1000');
  await district.admin
    .patch(`/devices/${deviceId}`)
    .set('if-match', '*')
    .send({ status: 'retired' })
    .expect(200);
});

beforeEach(async () => {
  const { id: deviceId } = await deviceOf(district.admin, 'T1000');
  const answers = { powersOn: 'yes', battery: 'good', screen: 'good', input: 'works' };
  const { body } = await district.admin.post('/assessments').send({ deviceId, answers }).expect(201);
  assessment = (body as AssessmentDetail).id;
});

afterAll(() => web.close());

const found = async (): Promise<AssessmentDetail> =>
  (await district.admin.get(`/assessments/${assessment}`).expect(200)).body as AssessmentDetail;

async function open(
  role: 'technician' | 'site_staff' | 'its',
  path: string,
  viewport = DESKTOP,
  more: object = {},
): Promise<Page> {
  const reach = role === 'its' ? {} : { sites: ['A1'] };
  const page = await web.signedIn(
    await web.context(viewport, more),
    await web.account(district, role, reach),
  );
  await page.goto(path);
  return page;
}

const photo = (name: string, buffer = pngOf(320, 240, (x, y) => (x + y) % 40 < 20)): object => ({
  name,
  mimeType: name.endsWith('.png') ? 'image/png' : 'image/jpeg',
  buffer,
});

/** Chooses files as a person does, through the window of the browser. */
async function add(page: Page, files: object[], name = 'Choose photos'): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  await chooser.setFiles(files as Parameters<typeof chooser.setFiles>[0]);
}

const thumbnail = (page: Page, n: number): Locator =>
  page.getByRole('button', { name: `Show Photo ${n} of T1000 large` });

describePages('photos of an assessment', () => {
  it('are taken on a phone, opened large, and deleted after a question', async () => {
    const page = await open('technician', `/assessments/${assessment}`, PHONE, {
      hasTouch: true,
      isMobile: true,
    });
    await page.getByText('No photos yet.').waitFor();
    const taking = page.locator('input[type=file][capture=environment]');
    expect(await taking.getAttribute('accept')).toBe('image/*');
    await add(page, [photo('IMG_1.jpg', jpegOf(64, 48))], 'Take photo');
    await thumbnail(page, 1).waitFor();
    await add(page, [photo('lid.png')]);
    await thumbnail(page, 2).waitFor();
    expect(await thumbnail(page, 1).locator('img').getAttribute('alt')).toBe('Photo 1 of T1000');
    expect(await findings(page)).toEqual([]);
    // The packet of the board prints JPEG files, so every picture becomes one.
    expect((await found()).photos.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['IMG_1.jpg', 'image/jpeg'],
      ['lid.jpg', 'image/jpeg'],
    ]);

    await thumbnail(page, 2).tap();
    const large = page.getByRole('dialog').getByRole('img', { name: 'Photo 2 of T1000' });
    await until(() => large.evaluate((one) => (one as HTMLImageElement).naturalWidth === 320), 'it is large');
    await page.getByRole('dialog').getByText('2 of 2').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'Delete Photo 1 of T1000' }).tap();
    await page.getByRole('dialog').getByText('You can’t get it back.').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).tap();
    await thumbnail(page, 2).waitFor({ state: 'detached' });
    expect((await found()).photos.map(({ name }) => name)).toEqual(['lid.jpg']);
    await page.context().close();
  });

  it('of a wrong type are refused by name, and six are enough', async () => {
    const page = await open('technician', `/assessments/${assessment}`);
    const refusal = (name: string): Locator =>
      page.getByRole('alert').filter({ hasText: `${name} was not added` });
    await add(page, [
      { name: 'invoice.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
      photo('broken.jpg', Buffer.from('no picture')),
      photo('empty.jpg', Buffer.alloc(0)),
      photo('good.png'),
    ]);
    await thumbnail(page, 1).waitFor();
    await refusal('invoice.pdf').getByText('Choose a JPEG, PNG or WebP photo.').waitFor();
    await refusal('broken.jpg').getByText('This photo can’t be read.').waitFor();
    await refusal('empty.jpg').getByText('This file is empty.').waitFor();
    expect(await findings(page)).toEqual([]);
    await add(
      page,
      [1, 2, 3, 4, 5].map((n) => photo(`${n}.png`)),
    );
    await page.getByText('This assessment has six photos.').waitFor();
    expect(await page.getByRole('button', { name: 'Choose photos' }).count()).toBe(0);
    expect((await found()).photos).toHaveLength(6);
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  });

  it('are only shown to people who cannot assess, also in Spanish', async () => {
    await district.admin
      .post(`/assessments/${assessment}/photos`)
      .attach('file', jpegOf(64, 48), 'lid.jpg')
      .expect(201);
    const page = await open('site_staff', `/assessments/${assessment}`, PHONE);
    await inSpanish(page);
    await page.getByRole('button', { name: 'Ver Foto 1 de T1000 en grande' }).waitFor();
    expect(await page.getByRole('button', { name: /Borrar|Elegir fotos/ }).count()).toBe(0);
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  });
});

describePages('the amount from which a packet has photos', () => {
  it('is changed on the page of a board item', async () => {
    const { body } = await district.admin
      .post('/board-items')
      .send({ meetingOn: '2026-03-10', number: '9.4', title: 'Surplus devices', finding: '17546_c' })
      .expect(201);
    const page = await open('its', `/board-items/${(body as { id: string }).id}`, PHONE);
    await page.getByText('The PDF shows photos of items worth more than $500.00.').waitFor();
    await page.getByRole('button', { name: 'Change this amount' }).click();
    const dialog = page.getByRole('dialog');
    const amount = dialog.getByLabel('Show photos of items worth more than');
    await amount.fill('');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.locator('[aria-invalid="true"]').waitFor();
    expect(await findings(page)).toEqual([]);
    await amount.fill('1250');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The PDF shows photos of items worth more than $1,250.00.').waitFor();
    expect(await findings(page)).toEqual([]);
    expect((await district.admin.get('/salvage/settings').expect(200)).body).toMatchObject({
      photosAboveCents: 125_000,
    });
    await page.context().close();
  });
});
