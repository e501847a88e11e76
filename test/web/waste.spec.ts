import type { Page } from 'playwright-core';
import type { TestDistrict } from '../support/app.js';
import { daysAgo } from '../support/devices.js';
import { addSites, deviceOf, districtWithSites } from '../support/imports.js';
import { findings } from './findings.js';
import { describePages, DESKTOP, inSpanish, PHONE, Web } from './web.js';

const PRESS = { manufacturer: 'Heavy', model: 'Press 1', kind: 'other' };
const IPAD = { manufacturer: 'Apple', model: 'iPad 99', kind: 'ipad' };

let web: Web;
let district: TestDistrict;

interface WithId {
  id: string;
}

beforeAll(async () => {
  web = await Web.start();
  district = await districtWithSites(web.app);
  await addSites(district, ['C3', 'D4', 'E5']);
});

afterAll(() => web.close());

/** Devices on a lot of their own that is waste. @returns id of the lot */
async function wasteOf(site: string, of: object, count: number): Promise<string> {
  const { admin } = district;
  const add: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const { body } = await admin
      .post('/devices')
      .send({ ...of, assetTag: `${site}-${add.length}`, site })
      .expect(201);
    add.push((body as WithId).id);
  }
  const lot = { name: `Waste of ${site}`, route: 'recycle', site, wasteSince: daysAgo(5) };
  const { id } = (await admin.post('/lots').send(lot).expect(201)).body as WithId;
  await admin.put(`/lots/${id}/devices`).send({ add }).expect(200);
  return id;
}

async function weighPress(weightGrams: number): Promise<void> {
  const { body } = await district.admin.get('/models?limit=200').expect(200);
  const { items } = body as { items: { id: string; name: string }[] };
  await district.admin
    .patch(`/models/${items.find(({ name }) => name === PRESS.model)?.id}`)
    .set('if-match', '*')
    .send({ weightGrams, weightSource: 'Our scale' })
    .expect(200);
}

async function open(viewport: typeof DESKTOP, sites?: string[]): Promise<Page> {
  const account = await web.account(district, sites ? 'technician' : 'its', sites ? { sites } : {});
  const page = await web.signedIn(await web.context(viewport), account);
  await page.goto('/lots');
  return page;
}

const siteOf = (page: Page, code: string) =>
  page
    .getByRole('region', { name: 'Universal waste on hand' })
    .getByRole('listitem')
    .filter({
      has: page.getByRole('meter', { name: `Weight of universal waste at School ${code}`, exact: true }),
    });

describePages('universal waste on the page of lots', () => {
  let tablets: string;

  it('is not there as long as no site has any', async () => {
    const page = await open(DESKTOP);
    await page.getByText('No lots yet').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByText('Universal waste').count()).toBe(0);
    await page.context().close();
  });

  it.each([
    ['a desktop', DESKTOP],
    ['a phone', PHONE],
  ])('is a bar with its number in words on %s', async (_, viewport) => {
    tablets ??= await wasteOf('A1', IPAD, 2);
    const page = await open(viewport);
    const site = siteOf(page, 'A1');
    await site.getByText('1 kg of 5,000 kg (0%)').waitFor();
    await site.getByText('2 devices on 1 lot. The weight of 2 devices is estimated (1 kg).').waitFor();
    const meter = site.getByRole('meter');
    expect(await meter.getAttribute('aria-valuetext')).toBe('1 kg of 5,000 kg (0%)');
    expect(await meter.getAttribute('aria-valuenow')).toBe('1');
    expect(await site.getByRole('alert').count()).toBe(0);
    await page.getByText('22 CCR 66273.32').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  });

  it('warns from 80% on, says what to do at 100%, and has the heaviest site first', async () => {
    await wasteOf('B2', PRESS, 4);
    await weighPress(1_000_000);
    const page = await open(PHONE);
    const b2 = siteOf(page, 'B2');
    await b2.getByText('4,000 kg of 5,000 kg (80%)').waitFor();
    await b2.getByRole('alert').getByText('Close to the limit').waitFor();
    await b2.getByText('get an EPA identification number now').waitFor();
    const order = await page.getByRole('meter').evaluateAll((all) => all.map((one) => one.ariaValueNow));
    expect(order).toEqual(['4000', '1']);
    const width = await b2.getByRole('meter').evaluate((bar) => {
      const [known] = bar.children;
      return Math.round((100 * (known?.getBoundingClientRect().width ?? 0)) / bar.clientWidth);
    });
    expect(width).toBe(80);
    expect(await findings(page)).toEqual([]);
    await wasteOf('C3', PRESS, 6);
    await page.reload();
    const c3 = siteOf(page, 'C3');
    await c3.getByText('6,000 kg of 5,000 kg (120%)').waitFor();
    await c3.getByRole('alert').getByText('The limit is reached').waitFor();
    await c3.getByText('Get an EPA identification number for this site').waitFor();
    expect(await c3.getByRole('meter').getAttribute('aria-valuenow')).toBe('5000');
    expect(await findings(page)).toEqual([]);
    await inSpanish(page);
    await page.getByRole('heading', { name: 'Desechos universales' }).waitFor();
    await page.getByText('Se llegó al límite').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  });

  it('shows three sites first, and all of them by keyboard', async () => {
    await wasteOf('D4', IPAD, 1);
    await wasteOf('E5', IPAD, 1);
    const page = await open(DESKTOP);
    const all = page.getByRole('button', { name: 'Show all 5 sites' });
    await all.waitFor();
    expect(await page.getByRole('meter').count()).toBe(3);
    await all.focus();
    await page.keyboard.press('Enter');
    await siteOf(page, 'E5').waitFor();
    expect(await page.getByRole('meter').count()).toBe(5);
    await page.context().close();
  });

  it('has only the sites of the person who looks', async () => {
    const page = await open(DESKTOP, ['D4']);
    await siteOf(page, 'D4').waitFor();
    expect(await page.getByRole('meter').count()).toBe(1);
    await page.context().close();
  });

  it('is on the page of a lot too, with what is estimated', async () => {
    const page = await open(DESKTOP);
    await page.goto(`/lots/${tablets}`);
    const facts = page.getByRole('region', { name: 'About this lot' });
    await facts.getByText('1 kg. The weight of 2 devices is estimated (1 kg)').waitFor();
    const { id } = await deviceOf(district.admin, 'A1-0');
    await district.admin
      .put(`/lots/${tablets}/devices`)
      .send({ remove: [id] })
      .expect(200);
    await page.reload();
    await facts.getByText('0.5 kg. The weight of 1 device is estimated (0.5 kg)').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  });
});
