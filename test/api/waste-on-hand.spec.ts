import type { ModelView } from '../../src/catalogue/catalogue.service.js';
import type { Page } from '../../src/common/paging.js';
import type { WasteView } from '../../src/salvage/lots/waste/waste.queries.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { daysAgo, type DeviceJson, register, type Register } from '../support/devices.js';
import { exportedRows } from '../support/exports.js';
import { LotDesk, pickUp } from '../support/lot-desk.js';
import { textOf } from '../support/pdf-text.js';

const ACER = { manufacturer: 'Acer', model: 'Chromebook 999', kind: 'chromebook' };
const IPAD = { manufacturer: 'Apple', model: 'iPad 99', kind: 'ipad' };
const WASTE = { wasteSince: daysAgo(10) };

let app: TestApp;
let here: Register;
let its: TestUser;
let desk: LotDesk;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
});

beforeEach(async () => {
  here = await register(app);
  its = await app.user(here.district, 'its');
  desk = new LotDesk(here, its);
});

afterAll(() => app.close());

async function weigh(model: string, weightGrams: number): Promise<void> {
  const { body } = await here.admin.get('/models?limit=200').expect(200);
  const found = (body as Page<ModelView>).items.find(({ name }) => name === model);
  await here.admin
    .patch(`/models/${found?.id}`)
    .set('if-match', '*')
    .send({ weightGrams, weightSource: 'Our scale' })
    .expect(200);
}

const waste = async (by = its, query = ''): Promise<WasteView[]> =>
  ((await by.get(`/lots/waste?${query}`).expect(200)).body as Page<WasteView>).items;

async function lotOf(devices: readonly DeviceJson[], more: object = WASTE): Promise<string> {
  const { id } = await desk.lot(more);
  await desk.put(id, { add: devices.map((device) => device.id) });
  return id;
}

const several = async (count: number, of: object): Promise<DeviceJson[]> =>
  Promise.all(Array.from({ length: count }, () => here.add(of)));

describe('the weight of universal waste on hand', () => {
  it('is what is on lots since a day, by the site where the lot stands', async () => {
    expect(await waste()).toEqual([]);
    const acers = await several(3, ACER);
    await weigh(ACER.model, 1_310);
    // One of them belongs to the other school, and stands here now.
    const ipads = await several(2, { ...IPAD, site: 'B' });
    await lotOf([...acers.slice(0, 2), ...ipads.slice(0, 1)]);
    await lotOf(acers.slice(2), { ...WASTE, isBatteries: true });
    await lotOf(ipads.slice(1), { ...WASTE, site: 'B' });
    const [atA, atB, ...more] = await waste();
    expect(more).toEqual([]);
    // 3 × 1.31 kg and, as nobody knows what these iPads weigh, 0.5 kg.
    expect(atA).toMatchObject({ site: 'A', lots: 2, devices: 4, weightKg: 4.43, estimatedKg: 0.5 });
    expect(atA).toMatchObject({ estimatedDevices: 1, percent: 0, level: 'below' });
    expect(atA?.estimates).toMatchObject([{ kind: 'ipad', devices: 1, gramsEach: 500 }]);
    expect(atA).toMatchObject({ limitKg: 5_000, limitSource: '22 CCR 66273.32' });
    expect(atB).toMatchObject({ site: 'B', lots: 1, devices: 1, weightKg: 0.5, estimatedDevices: 1 });
    await weigh(IPAD.model, 700);
    expect((await waste()).map(({ weightKg, estimatedDevices }) => [weightKg, estimatedDevices])).toEqual([
      [4.63, 0],
      [0.7, 0],
    ]);
  });

  it('leaves out what is no waste yet, what was canceled, and what was picked up', async () => {
    const [plain, canceled] = await several(2, ACER);
    const gone = await desk.cleared(2, ACER);
    await weigh(ACER.model, 2_000);
    const noWaste = await lotOf([plain as DeviceJson], {});
    const toCancel = await lotOf([canceled as DeviceJson]);
    const toLeave = await lotOf(gone);
    const weights = async (): Promise<unknown[]> =>
      (await waste()).map(({ lots, devices, weightKg }) => [lots, devices, weightKg]);
    expect(await weights()).toEqual([[2, 3, 6]]);
    await desk.done(toCancel, { step: 'cancel', note: 'Kept for parts.' });
    expect(await weights()).toEqual([[1, 2, 4]]);
    // A frozen and an approved lot are still here.
    await desk.done(toLeave, { step: 'freeze' });
    expect(await weights()).toEqual([[1, 2, 4]]);
    await desk.done(toLeave, { step: 'approve', boardItem: (await desk.boardItem()).id });
    expect(await weights()).toEqual([[1, 2, 4]]);
    await desk.done(toLeave, pickUp(2));
    expect(await weights()).toEqual([]);
    await its.patch(`/lots/${noWaste}`).set('if-match', '*').send(WASTE).expect(200);
    expect(await weights()).toEqual([[1, 1, 2]]);
  });

  it('leaves out a device that left the records while it is still on its open lot', async () => {
    const [kept, mistake] = await several(2, ACER);
    await weigh(ACER.model, 2_000);
    await lotOf([kept as DeviceJson, mistake as DeviceJson]);
    await here.admin
      .post(`/devices/${mistake?.id}/void`)
      .set('if-match', '*')
      .send({ note: 'Entered twice.' })
      .expect(200);
    expect(await waste()).toMatchObject([{ devices: 1, weightKg: 2 }]);
  });

  it('warns from 80% of the limit on, and says when the limit is reached', async () => {
    const heavy = await several(5, ACER);
    await weigh(ACER.model, 999_999);
    const id = await lotOf(heavy.slice(0, 4));
    expect(await waste()).toMatchObject([{ weightKg: 3_999.996, percent: 79.9, level: 'below' }]);
    await weigh(ACER.model, 1_000_000);
    expect(await waste()).toMatchObject([{ weightKg: 4_000, percent: 80, level: 'near' }]);
    await desk.put(id, { add: [heavy[4]?.id] });
    expect(await waste()).toMatchObject([{ weightKg: 5_000, percent: 100, level: 'reached' }]);
  });

  it('shows only sites in reach, to those who work with lots', async () => {
    const [a, b] = await several(2, ACER);
    await lotOf([a as DeviceJson]);
    await lotOf([b as DeviceJson], { ...WASTE, site: 'B' });
    const sites = async (by: TestUser): Promise<string[]> => (await waste(by)).map(({ site }) => site);
    expect(await sites(its)).toEqual(['A', 'B']);
    expect(await sites(await app.user(here.district, 'technician', { sites: ['B'] }))).toEqual(['B']);
    const principal = await app.user(here.district, 'site_staff', { sites: ['A'] });
    await principal.get('/lots/waste').expect(403);
    const stranger = await app.user((await register(app)).district, 'its');
    expect(await sites(stranger)).toEqual([]);
  });

  it('comes page by page, in both orders, and as a file', async () => {
    const [a, b] = await several(2, ACER);
    await lotOf([a as DeviceJson]);
    await lotOf([b as DeviceJson], { ...WASTE, site: 'B' });
    const { body } = await its.get('/lots/waste?limit=1').expect(200);
    const { items, nextCursor } = body as Page<WasteView>;
    const rest = await waste(its, `limit=1&cursor=${nextCursor}`);
    expect([...items, ...rest].map(({ site }) => site)).toEqual(['A', 'B']);
    expect((await waste(its, 'sort=-site')).map(({ site }) => site)).toEqual(['B', 'A']);
    expect(await exportedRows(its, 'lots/waste?format=csv')).toMatchObject([
      { Site: 'A', Devices: '1', 'Weight (kg)': '1.35', 'Devices estimated': '1', 'Limit (kg)': '5000' },
      { Site: 'B' },
    ]);
  });
});

describe('the weight of a lot', () => {
  it('is on its page, also without a day since when it is waste', async () => {
    const { id: empty } = await desk.lot();
    expect((await desk.read(empty)).weight).toEqual({
      weightKg: 0,
      estimatedKg: 0,
      estimatedDevices: 0,
      estimates: [],
    });
    const devices = [...(await several(2, ACER)), ...(await several(1, IPAD))];
    await weigh(IPAD.model, 480);
    const id = await lotOf(devices, {});
    const { weight } = await desk.read(id);
    expect(weight).toMatchObject({ weightKg: 3.18, estimatedKg: 2.7, estimatedDevices: 2 });
  });

  it('is on the manifest where it is known, and nothing there is estimated', async () => {
    const devices = [...(await desk.cleared(2, ACER)), ...(await desk.cleared(1, IPAD))];
    await weigh(ACER.model, 1_310);
    const id = await lotOf(devices);
    await desk.done(id, { step: 'freeze' });
    const rows = await exportedRows(its, `lots/${id}/manifest.csv`);
    expect(rows.map((row) => [row['Model'], row['Weight (kg)']]).toSorted()).toEqual([
      [ACER.model, '1.31'],
      [ACER.model, '1.31'],
      [IPAD.model, ''],
    ]);
    const pdf = (await textOf(await desk.bytes(`/lots/${id}/manifest.pdf`))).replaceAll(/\s+/g, ' ');
    expect(pdf).toContain('3 devices. Weight of 2 devices: 2.62 kg.');
    expect(pdf).toContain('The weight of 1 device is not known.');
    expect(pdf).toContain('Weight (kg)');
    // What is weighed later changes no manifest.
    await weigh(IPAD.model, 480);
    expect((await exportedRows(its, `lots/${id}/manifest.csv`)).map((row) => row['Weight (kg)'])).toContain(
      '',
    );
  });

  it.each([
    [undefined, 'Weight: not known.'],
    [1_310, 'Weight: 2.62 kg.'],
  ])('of two devices of %p grams each is in the words of the manifest', async (grams, words) => {
    const devices = await desk.cleared(2, ACER);
    if (grams !== undefined) await weigh(ACER.model, grams);
    const id = await lotOf(devices);
    await desk.done(id, { step: 'freeze' });
    const pdf = (await textOf(await desk.bytes(`/lots/${id}/manifest.pdf`))).replaceAll(/\s+/g, ' ');
    expect(pdf).toContain(words);
  });
});
