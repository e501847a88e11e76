import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { TestDistrict } from '../support/app.js';
import { fileOf } from '../support/exports.js';
import { deviceOf, devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { framed, pagesOf, PDFTOPPM, videoOf } from '../support/pictures.js';
import { choose, describePages, fillPlace, listed, pickAction, until, untilSent, Web } from './web.js';

const TAGS = ['T1000', 'T1001', 'T1002', 'T1003', 'T1004'];
/** What a phone's camera gives; a label printed at this size fills it well. */
const CAMERA = { width: 1280, height: 720 };
const DPI = 220;

(PDFTOPPM ? describePages : describe.skip)('labels before a camera', () => {
  let web: Web;
  let district: TestDistrict;
  let folder: string;
  let page: Page;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollcall-camera-'));
    const video = join(folder, 'labels.y4m');
    web = await Web.alone([`--use-file-for-fake-video-capture=${video}`]);
    district = await districtWithSites(web.app);
    await load(web.app, district.admin, devicesCsv(numbered(TAGS.length, { Site: 'B2' })));
    await writeFile(video, await film(district));
    const email = await web.account(district, 'admin');
    page = await web.signedIn(await web.context(), email);
  });

  afterAll(async () => {
    await web.close();
    await rm(folder, { recursive: true });
  });

  it('that we printed are read, each once, and their devices move', async () => {
    await page.goto('/scan');
    await pickAction(page, 'Move here');
    await choose(page, 'Site', 'A1');
    await fillPlace(page, 'Room', '12');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Start camera' }).click();
    await until(async () => (await listed(page)).length >= TAGS.length, 'every label is read');
    await untilSent(page);
    // The film goes on: a label that comes round again within seconds is the same reading.
    expect([...new Set((await listed(page)).map(({ code }) => code))].toSorted()).toEqual(TAGS);
    for (const tag of TAGS)
      expect(await deviceOf(district.admin, tag)).toMatchObject({ site: 'A1', room: '12' });
  });

  it('are told by a colour, a sign and words', async () => {
    const result = page.locator('.result');
    expect(await result.getAttribute('data-tone')).toMatch(/good|notice/);
    expect(await result.textContent()).toMatch(/T100\d/);
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Start camera' }).waitFor();
  });
});

/** Labels as the server prints them, held before a camera one after the other. */
async function film(district: TestDistrict): Promise<Buffer> {
  const { body } = await district.admin.get('/devices?limit=10').expect(200);
  const devices = (body as { items: { id: string }[] }).items.map(({ id }) => id);
  const pdf = await fileOf(district.admin.post('/labels').send({ layout: 'label-4x2', devices }));
  const labels = await pagesOf(pdf, DPI);
  return videoOf(
    labels.map((label) => framed(label, CAMERA.width, CAMERA.height)),
    12,
    10,
  );
}
