import { daysAgo } from '../support/devices.js';
import { deviceOf } from '../support/imports.js';
import { ClaimPages } from './claim-pages.js';
import { findings } from './findings.js';
import { choose, describePages, DESKTOP, inSpanish, PHONE } from './web.js';

let pages: ClaimPages;

beforeAll(async () => {
  pages = await ClaimPages.start();
});

beforeEach(() => pages.begin());

afterEach(() => pages.page.context().close());

afterAll(() => pages.web.close());

const PLAN = { vendor: 'lenovo', kind: 'accidental_damage', contractNumber: 'PO-118' };

/** Opens a page as somebody who sets up plans. */
async function openAsIts(path: string, viewport = DESKTOP): Promise<void> {
  const email = await pages.web.account(pages.district, 'its');
  pages.page = await pages.web.signedIn(await pages.web.context(viewport), email);
  await pages.page.goto(path);
}

async function pool(more: object = {}): Promise<string> {
  const { body } = await pages.district.admin
    .post('/incident-pools')
    .send({ ...PLAN, name: 'Purchase 118', incidents: 3, usedBefore: 1, ...more })
    .expect(201);
  return (body as { id: string }).id;
}

describePages('incidents that devices share', () => {
  it('are added on a phone, and the coverage of a device shows how many are left', async () => {
    const tag = await pages.covered(PLAN);
    await openAsIts('/coverages', PHONE);
    await pages.page.getByRole('link', { name: 'Shared incidents' }).first().click();
    await pages.page.getByText('No shared incidents yet').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await pages.page.getByRole('link', { name: 'Add shared incidents' }).click();
    await pages.button('Add shared incidents').click();
    await pages.page.getByText('Some fields need your attention').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await pages.page.getByLabel('Name').fill('Purchase 118');
    await choose(pages.page, 'Vendor', 'Lenovo');
    await pages.page.getByLabel('Contract number').fill('PO-118');
    await pages.page.getByLabel('Incidents in all').fill('50');
    await pages.page.getByLabel('Used before Rollcall').fill('8');
    await pages.button('Add shared incidents').click();
    await pages.page.getByRole('heading', { name: 'Purchase 118' }).waitFor();
    await pages.page.getByText('42 of 50 left').waitFor();
    await pages.page.getByText('No claim has used an incident yet.').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    const { id } = await deviceOf(pages.district.admin, tag);
    await pages.page.goto(`/devices/${id}`);
    await pages.page.getByRole('link', { name: '42 of 50 left (Purchase 118)' }).click();
    await pages.page.getByRole('heading', { name: 'Purchase 118' }).waitFor();
  });

  it('are listed with the claims that used them, and changed by one person after the other', async () => {
    const id = await pool();
    const { number } = await pages.start(await pages.covered(PLAN), { isAccidental: true });
    await openAsIts('/incident-pools');
    await pages.page.getByText('1 of 3 left').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await pages.page.getByRole('link', { name: 'Purchase 118' }).click();
    await pages.page.getByRole('article', { name: number }).waitFor();
    await pages.button('Edit').click();
    await pages.page.getByLabel('Incidents in all').fill('1');
    await pages.button('Save').click();
    await pages.page.getByText('cannot have fewer incidents than are used').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await pages.page.getByLabel('Incidents in all').fill('10');
    await pages.district.admin
      .patch(`/incident-pools/${id}`)
      .set('If-Match', '*')
      .send({ name: 'Fleet plan' })
      .expect(200);
    await pages.button('Save').click();
    await pages.page.getByText('Someone else made changes while you were editing').waitFor();
    await pages.button('Save').click();
    await pages.page.getByRole('heading', { name: 'Fleet plan' }).waitFor();
    await pages.page.getByText('8 of 10 left').waitFor();
    await inSpanish(pages.page);
    await pages.page.getByText('quedan 8 de 10').waitFor();
    expect(await findings(pages.page)).toEqual([]);
  });

  it('are seen by technicians, who cannot change them', async () => {
    const id = await pool();
    await pages.open(`/incident-pools/${id}`);
    await pages.page.getByText('2 of 3 left').waitFor();
    await pages.page.getByText('No device has coverage of this plan.').waitFor();
    expect(await pages.button('Edit').count()).toBe(0);
    await pages.page.goto('/incident-pools/new');
    await pages.page.getByText('You don’t have access to this page').waitFor();
    await pages.page.goto(`/incident-pools/${id.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}`);
    await pages.page.getByText('Plan not found').waitFor();
    expect(await findings(pages.page)).toEqual([]);
  });

  it('that are used up say so in the list', async () => {
    await pool({ usedBefore: 3 });
    await pages.covered({ ...PLAN, endsOn: daysAgo(-10) });
    await pages.open('/incident-pools', PHONE);
    await pages.page.getByText('All used').waitFor();
    expect(await findings(pages.page)).toEqual([]);
  });
});
