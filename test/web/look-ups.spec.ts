import type { Page } from 'playwright-core';
import { MakerHttp } from '../../src/warranty/look-ups/maker-calls.js';
import type { TestDistrict } from '../support/app.js';
import { type HttpsPeer, httpsPeer } from '../support/https-peer.js';
import { districtWithSites } from '../support/imports.js';
import { findings } from './findings.js';
import { describePages, DESKTOP, PHONE, Web } from './web.js';

let web: Web;
let peer: HttpsPeer;
let district: TestDistrict;
let page: Page;
let isRefusing: boolean;

const asset = (serviceTag: string): object =>
  serviceTag === 'NOTOURS'
    ? { serviceTag, invalid: true, entitlements: [] }
    : {
        serviceTag,
        invalid: false,
        entitlements: [
          {
            itemNumber: '997-1',
            startDate: '2024-03-25T05:00:00Z',
            endDate: '2027-03-25T04:59:59.999Z',
            entitlementType: 'INITIAL',
            serviceLevelDescription: 'Next Business Day Onsite',
          },
        ],
      };

beforeAll(async () => {
  web = await Web.alone();
  peer = await httpsPeer(['apigtwb2c.us.dell.com'], ({ url }) => {
    if (url.pathname.endsWith('/token'))
      return isRefusing ? { status: 401 } : { json: { access_token: 'token', expires_in: 3600 } };
    return { json: url.searchParams.get('servicetags')?.split(',').map(asset) };
  });
  web.app.get(MakerHttp).dispatcher = peer.dispatcher;
});

beforeEach(async () => {
  isRefusing = false;
  district = await districtWithSites(web.app);
  await district.admin
    .post('/vendors')
    .send({ name: 'Dell', roles: ['manufacturer'], timeZone: 'America/Chicago' })
    .expect(201);
  for (const serialNumber of ['ABC1234', 'NOTOURS'])
    await district.admin
      .post('/devices')
      .send({
        assetTag: `T-${serialNumber}`,
        manufacturer: 'Dell',
        model: 'Chromebook',
        kind: 'chromebook',
        serialNumber,
        site: 'A1',
      })
      .expect(201);
});

afterEach(() => page.context().close());

afterAll(async () => {
  await web.close();
  await peer.close();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const dell = () => page.getByRole('region', { name: 'Dell' });

async function open(viewport = DESKTOP): Promise<void> {
  const email = await web.account(district, 'its');
  page = await web.signedIn(await web.context(viewport), email);
  await page.goto('/coverages/look-ups');
  await dell().getByText('Needs credentials').waitFor();
}

describePages('the page that asks manufacturers', () => {
  it('takes credentials with the keyboard, asks, and shows what came of it and what was not known', async () => {
    await open();
    expect(await findings(page)).toEqual([]);
    await dell().getByRole('button', { name: 'Enter credentials' }).press('Enter');
    await page.locator('input:focus').waitFor();
    await page.keyboard.type('our-id');
    await button('Save credentials').press('Enter');
    await page.getByText('Enter what the manufacturer gave you for this.').waitFor();
    await page.locator('input[aria-invalid=true]:focus').waitFor();
    await page.keyboard.type('our-secret');
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await dell().getByText('Ready', { exact: true }).waitFor();
    await dell().getByRole('button', { name: 'Ask about new devices' }).press('Enter');
    await dell().getByText('Asked about 2 devices.').waitFor();
    await dell()
      .getByText('Found: 1. Unknown to the manufacturer: 1. Answer can’t be saved: 0. No answer: 0.')
      .waitFor();
    await page.getByRole('link', { name: 'T-NOTOURS' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByLabel('Answers', { exact: true }).selectOption('found');
    await page.getByRole('link', { name: 'T-ABC1234' }).click();
    await page.getByText('997-1').waitFor();
  });

  it('says on a phone why a look-up stopped, and forgets credentials', async () => {
    await district.admin
      .put('/maker-accounts/dell')
      .send({ vendor: 'dell', credentials: { clientId: 'x', clientSecret: 'y' } })
      .expect(204);
    isRefusing = true;
    const email = await web.account(district, 'its');
    page = await web.signedIn(await web.context(PHONE), email);
    await page.goto('/coverages/look-ups');
    await dell().getByRole('button', { name: 'Ask about all devices' }).click();
    await dell().getByText('refused our credentials').waitFor();
    expect(await findings(page)).toEqual([]);
    await dell().getByRole('button', { name: 'Remove credentials' }).click();
    await button('Remove').click();
    await dell().getByText('Needs credentials').waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it.each([
    ['a desk', DESKTOP],
    ['a phone', PHONE],
  ])('sets by the keyboard when a manufacturer is asked by itself, at %s', async (_, viewport) => {
    await district.admin
      .put('/maker-accounts/dell')
      .send({ vendor: 'dell', credentials: { clientId: 'x', clientSecret: 'y' } })
      .expect(204);
    const email = await web.account(district, 'its');
    page = await web.signedIn(await web.context(viewport), email);
    await page.goto('/coverages/look-ups');
    await dell().getByRole('button', { name: 'Schedule' }).press('Enter');
    const box = page.getByRole('checkbox', { name: 'Ask by itself' });
    await box.press('Space');
    await page.getByRole('checkbox', { name: 'Monday' }).press('Space');
    const days = page.getByLabel('Ask again after (days)');
    await days.press('ControlOrMeta+a');
    await page.keyboard.type('0');
    await days.press('ControlOrMeta+a');
    await page.keyboard.type('30');
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await dell().getByText('Rollcall asks Dell by itself again').waitFor();
    const saved = async (): Promise<unknown> =>
      (
        (await district.admin.get('/maker-accounts').expect(200)).body as {
          makers: { maker: string; schedule: unknown }[];
        }
      ).makers.find(({ maker }) => maker === 'dell')?.schedule;
    expect(await saved()).toEqual({ weekdays: [2, 3, 4, 5], at: '02:00', askAgainAfterDays: 30 });
    await dell().getByRole('button', { name: 'Schedule' }).press('Enter');
    await box.press('Space');
    await button('Save').press('Enter');
    await dell().getByText('Rollcall asks Dell by itself again').waitFor({ state: 'detached' });
    expect(await saved()).toBeNull();
  });
});
