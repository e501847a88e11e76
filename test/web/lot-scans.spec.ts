import type { Page } from 'playwright-core';
import type { TestDistrict } from '../support/app.js';
import { districtWithSites } from '../support/imports.js';
import { devicesToLeave } from '../support/leaving-devices.js';
import { typeAsScanner } from './keys.js';
import {
  describePages,
  inSpanish,
  PHONE,
  pickAction,
  until,
  untilSent,
  untilSynced,
  Web,
  WORKS_OFFLINE,
} from './web.js';

const PATIENCE_MS = 120_000;

let web: Web;
let district: TestDistrict;
let page: Page;
let frozen: { id: string; number: number };
let ids: Map<string, string>;

beforeAll(async () => {
  web = await Web.start();
  district = await districtWithSites(web.app);
  const { admin } = district;
  ids = await devicesToLeave(web.app, district, 6);
  const { body } = await admin
    .post('/lots')
    .send({ name: 'Frozen', route: 'recycle', site: 'A1' })
    .expect(201);
  frozen = body as { id: string; number: number };
  await admin
    .put(`/lots/${frozen.id}/devices`)
    .send({ add: [ids.get('T1000')] })
    .expect(200);
  await admin.post(`/lots/${frozen.id}/steps`).send({ step: 'freeze' }).expect(200);
  page = await web.signedIn(
    await web.context(PHONE, WORKS_OFFLINE),
    await web.account(district, 'technician', { sites: ['A1'] }),
  );
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await inSpanish(page);
  await until(async () => {
    // The page loads itself again when it hears of the language, which ends what is under way.
    await page.goto('/scan');
    await page.locator('html[lang=es] .setup').waitFor({ timeout: 5_000 });
    return true;
  }, 'the scan page is in Spanish');
  await untilSynced(page);
});

afterAll(() => web.close());

/** What the large banner says. */
async function untilBanner(text: RegExp): Promise<void> {
  await until(
    async () => {
      const result = page.locator('.result');
      return (await result.getAttribute('data-tone')) === 'bad' && text.test(await result.innerText());
    },
    `the banner says ${String(text)}`,
  );
}

/** What the list says about a code. */
async function untilListed(code: string, text: RegExp): Promise<void> {
  await until(
    async () => text.test(await page.locator(`.running li[data-code=${code}]`).first().innerText()),
    `the list says ${String(text)} about ${code}`,
  );
}

const NOT_OPEN = /Este lote ya no está abierto/;
const ON_NO_LOT = /Este dispositivo no está en ningún lote/;
const NOT_APPROVED = /El lote de este dispositivo no está aprobado/;

describePages('a Spanish technician whose scan is refused', () => {
  it(
    'reads why in Spanish, at once and after a reload',
    async () => {
      await pickAction(page, 'Agregar a un lote');
      await page.getByLabel('Número del lote').fill(String(frozen.number));
      await typeAsScanner(page, 'T1001');
      await untilBanner(NOT_OPEN);
      await untilListed('T1001', NOT_OPEN);
      await page.reload();
      await untilListed('T1001', NOT_OPEN);
      await pickAction(page, 'Recogida: verificar');
      await typeAsScanner(page, 'T1002');
      await untilBanner(ON_NO_LOT);
      await typeAsScanner(page, 'T1000');
      await untilBanner(NOT_APPROVED);
      await untilSent(page);
    },
    PATIENCE_MS,
  );

  it(
    'reads why in Spanish after the scans waited on a phone without a network, which was started again',
    async () => {
      await page.context().setOffline(true);
      await pickAction(page, 'Agregar a un lote');
      await page.getByLabel('Número del lote').fill(String(frozen.number));
      await typeAsScanner(page, 'T1003');
      await page.locator('.result').getByText('En el lote: T1003').waitFor();
      await pickAction(page, 'Recogida: verificar');
      await typeAsScanner(page, 'T1004');
      await page.locator('.result').getByText('Verificado: T1004').waitFor();
      await page.reload();
      await page.locator('.running li[data-code=T1004][data-state=waiting]').waitFor();
      await page.context().setOffline(false);
      await untilListed('T1003', NOT_OPEN);
      await untilListed('T1004', ON_NO_LOT);
      await untilSent(page);
      await page.goto('/inbox');
      const conflict = page.getByRole('article').filter({ hasText: 'T1003' });
      await conflict.getByText(NOT_OPEN).waitFor();
      const words = await page.locator('main').innerText();
      expect(words).not.toMatch(/Lot \d+ is|is on no lot|Choose another lot/);
      const { body } = await district.admin.get(`/lots/${frozen.id}`).expect(200);
      expect(body).toMatchObject({ devices: 1 });
    },
    PATIENCE_MS,
  );
});
