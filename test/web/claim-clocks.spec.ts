import type { Locator, Page } from 'playwright-core';
import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import type { TestDistrict } from '../support/app.js';
import { deviceOf, devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { findings } from './findings.js';
import { describePages, DESKTOP, PHONE, Web } from './web.js';

let web: Web;
let district: TestDistrict;
let page: Page;

const ALWAYS = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00' }));

beforeAll(async () => {
  web = await Web.start();
});

beforeEach(async () => {
  district = await districtWithSites(web.app);
  const { admin } = district;
  await load(web.app, admin, devicesCsv(numbered(4, { Room: '12' })));
  const depot = { roles: ['depot'], hours: ALWAYS };
  const contacts = [
    { level: 1, name: 'Ann Lee', email: 'ann@fast.example' },
    { level: 2, name: 'Bo Diaz', email: 'bo@fast.example' },
  ];
  await admin
    .post('/vendors')
    .send({ ...depot, name: 'Fast Depot', acknowledgeWithinHours: 5, resolveWithinHours: 100, contacts })
    .expect(201);
  await admin
    .post('/vendors')
    .send({ ...depot, name: 'Slow Depot', resolveWithinHours: 240 })
    .expect(201);
});

afterEach(() => page.context().close());

afterAll(() => web.close());

async function open(path: string, viewport = DESKTOP): Promise<void> {
  page = await web.signedIn(await web.context(viewport), await web.account(district, 'admin'));
  await page.goto(path);
}

async function sent(tag: string, vendor: string): Promise<ClaimDetail> {
  const { id: deviceId } = await deviceOf(district.admin, tag);
  const fault = { category: 'screen', observed: 'The screen stays dark.' };
  const { body } = await district.admin
    .post('/claims')
    .send({ ...fault, deviceId, vendor })
    .expect(201);
  const claim = body as ClaimDetail;
  for (const step of [
    { step: 'ready', acceptWarnings: true },
    { step: 'send', reference: 'SR-1' },
  ])
    await district.admin.post(`/claims/${claim.id}/steps`).send(step).expect(200);
  return claim;
}

const button = (name: string, within: Page | Locator = page): Locator =>
  within.getByRole('button', { name, exact: true });

describePages('claims by clock', () => {
  it('come with the most urgent first, in a table and on cards', async () => {
    const slow = await sent('T1001', 'slow-depot');
    const fast = await sent('T1002', 'fast-depot');
    const waits = await sent('T1003', 'fast-depot');
    for (const step of [{ step: 'acknowledge' }, { step: 'wait', reason: 'A picture.' }])
      await district.admin.post(`/claims/${waits.id}/steps`).send(step).expect(200);
    await open('/claims');
    await page.getByText('By urgency', { exact: true }).click();
    const rows = page.getByRole('row').filter({ hasText: 'C-' });
    await rows.nth(2).waitFor();
    expect(
      await rows.evaluateAll((all) => all.map((row) => /C-[0-9]{4}-[0-9]{6}/.exec(row.textContent)?.[0])),
    ).toEqual([fast.number, slow.number, waits.number]);
    await rows.nth(0).getByText('4 hours left').waitFor();
    await rows.nth(1).getByText('9 days left').waitFor();
    await rows.nth(2).getByText('Clock stopped').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.reload();
    await rows.nth(2).waitFor();
    await page.setViewportSize(PHONE);
    await page.getByRole('listitem').filter({ hasText: fast.number }).getByText('4 hours left').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('link', { name: fast.number }).click();
    await page.getByRole('heading', { name: fast.number }).waitFor();
  });

  it('say what to do where vendors have none', async () => {
    await open('/claims?view=clock', PHONE);
    await page.getByText('No vendor has a claim now').waitFor();
    expect(await findings(page)).toEqual([]);
  });
});

describePages('a claim with a vendor', () => {
  it('shows its level, the next one and whom it was written to, and is raised for a reason', async () => {
    const { id } = await sent('T1001', 'fast-depot');
    await open(`/claims/${id}`, PHONE);
    const levels = page.getByRole('region', { name: 'Escalation' });
    await levels.getByText('Level 1 of 3').waitFor();
    await levels.getByText(/^Level 2 on .*, if the vendor does nothing$/).waitFor();
    await levels.getByText('Email to ann@fast.example').waitFor();
    expect(await findings(page)).toEqual([]);
    await button('Raise to the next level').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('A class has had no devices for two weeks.');
    expect(await findings(page)).toEqual([]);
    await button('Raise to the next level', dialog).click();
    await levels.getByText('Level 2 of 3').waitFor();
    await levels.getByText('Email to bo@fast.example').waitFor();
    await levels.getByText('Reason: A class has had no devices for two weeks.').waitFor();
    await button('Raise to the next level').click();
    await dialog.getByLabel('Reason').fill('Still nothing.');
    await button('Raise to the next level', dialog).click();
    await levels.getByText('No email. This vendor had no contact at level 3.').waitFor();
    await levels.getByText('At the highest level').waitFor();
    expect(await button('Raise to the next level').count()).toBe(0);
    expect(await findings(page)).toEqual([]);
  });
});
