import type { Page } from 'playwright-core';
import type { TestDistrict } from '../support/app.js';
import { devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { findings } from './findings.js';
import { choose, describePages, DESKTOP, inSpanish, PHONE, until, Web } from './web.js';

const PATIENCE_MS = 120_000;
const COUNT = 450;

let web: Web;
let district: TestDistrict;
let page: Page;

interface LotJson {
  id: string;
  number: number;
  devices: number;
}

beforeAll(async () => {
  web = await Web.start();
  district = await districtWithSites(web.app);
  await load(web.app, district.admin, devicesCsv(numbered(COUNT, { Status: 'retired' })));
  page = await web.signedIn(await web.context(DESKTOP), await web.account(district, 'its'));
});

afterAll(() => web.close());

async function newLot(name: string, tags: readonly string[] = []): Promise<LotJson> {
  const { body } = await district.admin
    .post('/lots')
    .send({ name, route: 'recycle', site: 'A1' })
    .expect(201);
  const lot = body as LotJson;
  const add = await Promise.all(tags.map(idOf));
  if (add.length > 0) await district.admin.put(`/lots/${lot.id}/devices`).send({ add }).expect(200);
  return lot;
}

async function idOf(tag: string): Promise<string> {
  const { body } = await district.admin.get(`/devices/lookup?code=${tag}`).expect(200);
  return (body as { items: { id: string }[] }).items[0]?.id ?? '';
}

const read = async ({ id }: LotJson): Promise<LotJson> =>
  (await district.admin.get(`/lots/${id}`).expect(200)).body as LotJson;

const cancel = ({ id }: LotJson): PromiseLike<unknown> =>
  district.admin.post(`/lots/${id}/steps`).send({ step: 'cancel', note: 'A test.' }).expect(200);

/** Chooses all that the list has, with the first row ticked as the way to it. */
async function chooseAll(): Promise<void> {
  await page.goto('/devices?status=retired');
  await page
    .getByRole('checkbox', { name: /T1\d{3}/ })
    .first()
    .check();
  await page.getByRole('button', { name: `Select all ${COUNT}` }).click();
  await page.getByText(`All ${COUNT} selected`).waitFor();
}

/** Opens the window, and begins to add to a lot. */
async function addTo(name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add to lot' }).click();
  await choose(page, 'Lot', name);
  await page.getByRole('dialog').getByRole('button', { name: 'Add to lot' }).click();
}

describePages('devices of the list', () => {
  it(
    'go on a lot one by one, and the page says what became of each',
    async () => {
      const other = await newLot('Other lot', ['T1002']);
      const lot = await newLot('From the list', ['T1001']);
      await page.goto('/devices?status=retired&q=T100');
      for (const tag of ['T1000', 'T1001', 'T1002'])
        await page.getByRole('checkbox', { name: new RegExp(tag) }).check();
      await addTo('From the list');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('1 device was added.').waitFor();
      await dialog.getByText('1 device was on this lot already.').waitFor();
      const refused = dialog.getByRole('alert');
      await refused.getByText('1 device was not added').waitFor();
      await refused.getByText(`… is on lot ${other.number}. Remove it from that lot first.`).waitFor();
      await refused.getByRole('link', { name: 'T1002' }).waitFor();
      expect(await findings(page)).toEqual([]);
      await dialog.getByRole('link', { name: 'Go to the lot' }).click();
      await page.getByRole('heading', { name: '2 devices' }).waitFor();

      // Of a group in which none can be added, the page says the same.
      await page.goto('/devices?status=retired&q=T1002');
      await page.getByRole('checkbox', { name: /T1002/ }).check();
      await addTo('From the list');
      await dialog.getByText('No device was added.').waitFor();
      await dialog.getByText(`… is on lot ${other.number}. Remove it from that lot first.`).waitFor();
      await page.keyboard.press('Escape');
      await until(async () => (await dialog.count()) === 0, 'the window is closed');
      await page.getByRole('button', { name: 'Add to lot' }).click();
      await dialog.waitFor();
      await page.keyboard.press('Escape');
      await Promise.all([other, lot].map(cancel));
    },
    PATIENCE_MS,
  );

  it(
    'go on a lot all together, and the page counts them while they do',
    async () => {
      const other = await newLot('Other lot', ['T1100', 'T1101', 'T1102']);
      const lot = await newLot('All of them');
      await chooseAll();
      await page.getByRole('button', { name: 'Add to lot' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add 450 devices to a lot' });
      await dialog.waitFor();
      expect(await findings(page)).toEqual([]);
      await choose(page, 'Lot', 'All of them');
      await page.getByRole('dialog').getByRole('button', { name: 'Add to lot' }).click();
      await page.getByRole('dialog').getByText('447 devices were added.').waitFor();
      await page.getByRole('dialog').getByText('3 devices were not added').waitFor();
      for (const tag of ['T1100', 'T1101', 'T1102'])
        expect(await page.getByRole('dialog').getByRole('link', { name: tag }).count()).toBe(1);
      expect(await findings(page)).toEqual([]);
      expect((await read(lot)).devices).toBe(447);
      expect((await read(other)).devices).toBe(3);
      await Promise.all([other, lot].map(cancel));
    },
    PATIENCE_MS,
  );

  it(
    'stay where they are after somebody stops, and go on with the rest later',
    async () => {
      const lot = await newLot('Stopped');
      await chooseAll();
      const held: (() => void)[] = [];
      let sent = 0;
      await page.route('**/api/v1/lots/*/devices', async (route) => {
        sent += 1;
        // The second group waits until somebody has pressed Stop.
        if (sent === 2) await new Promise<void>((resolve) => held.push(resolve));
        await route.continue();
      });
      await addTo('Stopped');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('200 of 450').waitFor();
      await until(async () => held.length === 1, 'the second group is on its way');
      await dialog.getByRole('progressbar').waitFor();
      expect(await findings(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Stop' }).last().click();
      held.forEach((go) => go());
      await dialog.getByText('400 devices were added.').waitFor();
      await dialog.getByText('You stopped after 400 of 450. What was added stays on the lot.').waitFor();
      expect((await read(lot)).devices).toBe(400);
      await page.unroute('**/api/v1/lots/*/devices');
      await page.keyboard.press('Escape');
      await addTo('Stopped');
      await dialog.getByText('50 devices were added.').waitFor();
      await dialog.getByText('400 devices were on this lot already.').waitFor();
      expect((await read(lot)).devices).toBe(450);
      await cancel(lot);
    },
    PATIENCE_MS,
  );

  it(
    'are added up to the limit of the lot, and the page says how many are left, in Spanish on a phone too',
    async () => {
      const lot = await newLot('Almost full');
      // A lot of almost five thousand, without five thousand devices.
      const onIt = 5_000 - 210;
      await page.route('**/api/v1/lots?*', async (route) => {
        const response = await route.fetch();
        const list = (await response.json()) as { items: LotJson[] };
        for (const one of list.items) if (one.id === lot.id) one.devices += onIt;
        await route.fulfill({ response, json: list });
      });
      await page.route('**/api/v1/lots/*/devices', async (route) => {
        const response = await route.fetch();
        const answer = (await response.json()) as LotJson;
        answer.devices += onIt;
        await route.fulfill({ response, json: answer });
      });
      await chooseAll();
      await addTo('Almost full');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('210 devices were added.').waitFor();
      await dialog.getByText('The lot is full. A lot can have up to 5,000 devices.').waitFor();
      await dialog.getByText('Not added: 240.').waitFor();
      expect((await read(lot)).devices).toBe(210);

      await page.setViewportSize(PHONE);
      await inSpanish(page);
      await page.goto('/devices?status=all');
      await page
        .getByRole('checkbox', { name: /T1\d{3}/ })
        .first()
        .check();
      await page.getByRole('button', { name: /^Seleccionar/ }).click();
      await page.getByRole('button', { name: 'Agregar a un lote' }).click();
      await choose(page, 'Lote', 'Almost full');
      await dialog.getByText('Este lote está lleno. Elija otro lote.').waitFor();
      await dialog.getByText(/Puede agregar dispositivos que todavía no están retirados/).waitFor();
      expect(await findings(page)).toEqual([]);
    },
    PATIENCE_MS,
  );
});
