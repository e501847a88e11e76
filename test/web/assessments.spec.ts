import type { Page } from 'playwright-core';
import type { AssessmentDetail } from '../../src/salvage/assessment/assessments.queries.js';
import type { TestDistrict } from '../support/app.js';
import { deviceOf, devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { findings } from './findings.js';
import { typeAsScanner } from './keys.js';
import { choose, describePages, DESKTOP, PHONE, pickAction, untilSent, Web, WORKS_OFFLINE } from './web.js';

let web: Web;
let district: TestDistrict;
let ids: string[];

beforeAll(async () => {
  web = await Web.start();
  district = await districtWithSites(web.app);
  const rows = numbered(6, { Room: '12' });
  await load(web.app, district.admin, devicesCsv(rows));
  ids = [];
  for (const row of rows) {
    const { id } = await deviceOf(district.admin, row['Asset tag'] ?? '');
    await district.admin.patch(`/devices/${id}`).set('if-match', '*').send({ status: 'retired' }).expect(200);
    ids.push(id);
  }
});

afterAll(() => web.close());

async function open(path: string, role: 'its' | 'technician', viewport = DESKTOP): Promise<Page> {
  const reach = role === 'technician' ? { sites: ['A1'] } : {};
  const page = await web.signedIn(await web.context(viewport), await web.account(district, role, reach));
  await page.goto(path);
  return page;
}

const assessmentsOf = async (id: string | undefined): Promise<AssessmentDetail[]> =>
  ((await district.admin.get(`/assessments?device=${id}`).expect(200)).body as { items: AssessmentDetail[] })
    .items;

describePages('the assessment of a device', () => {
  it('takes one tap for what is broken on a phone, and says what to do and why', async () => {
    const page = await open(`/devices/${ids[0]}`, 'technician', PHONE);
    await page.getByText('This device has not been assessed.').waitFor();
    await page.getByRole('link', { name: 'Assess this device' }).click();
    await page.getByRole('radiogroup', { name: 'Screen' }).getByText('Broken').click();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Get the recommendation' }).click();
    await page.getByRole('heading', { name: 'What was known about the device' }).waitFor();
    await page.getByText('the device is worth repairing').waitFor();
    expect(await findings(page)).toEqual([]);
    expect(await assessmentsOf(ids[0])).toMatchObject([{ result: 'repair', isOverruled: false }]);
    await page.getByRole('button', { name: 'Overrule' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Save decision' }).click();
    await dialog.locator('[aria-invalid="true"]').first().waitFor();
    await choose(page, 'Decision', 'Use for parts');
    await dialog.getByLabel('Why').fill('We need its keyboard.');
    expect(await findings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save decision' }).click();
    await page.getByText('We need its keyboard.').waitFor();
    await page.getByRole('button', { name: 'Add a part' }).click();
    await dialog.getByLabel(/^Part/).fill('Keyboard');
    await dialog.getByRole('button', { name: 'Add a part' }).click();
    await page.getByText('Keyboard × 1').waitFor();
    expect(await assessmentsOf(ids[0])).toMatchObject([{ result: 'parts', isOverruled: true }]);
    await page.context().close();
  });

  it('works by keyboard, and puts a device in order back in stock', async () => {
    const page = await open(`/assessments/new?device=${ids[1]}`, 'technician');
    await page.getByLabel('If the result is').focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Get the recommendation' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('It works, and it is not too old.').waitFor();
    const { body } = await district.admin.get(`/devices/${ids[1]}`).expect(200);
    expect((body as { status: string }).status).toBe('in_stock');
    await page.context().close();
  });

  it('says at once what to do with a swollen battery, and offers nothing else', async () => {
    const page = await open(`/assessments/new?device=${ids[2]}`, 'technician', PHONE);
    await page.getByRole('radiogroup', { name: 'Battery' }).getByText('Swollen').click();
    await page
      .getByRole('alert')
      .getByText(/Do not charge it/)
      .waitFor();
    await page.getByRole('button', { name: 'Get the recommendation' }).click();
    await page.getByText('Nobody can overrule this recommendation').waitFor();
    expect(await page.getByRole('button', { name: 'Overrule' }).count()).toBe(0);
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  });

  it('is one of a list, which is filtered by result', async () => {
    const page = await open('/', 'its');
    await page.getByRole('link', { name: 'Assessments' }).click();
    await page.getByRole('grid').getByRole('link', { name: 'T1000' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.goto('/assessments?hazard=swollen_battery');
    await page.getByRole('grid').getByRole('link', { name: 'T1002' }).waitFor();
    expect(await page.getByRole('grid').getByRole('link', { name: 'T1000' }).count()).toBe(0);
    await page.context().close();
  });

  it('by scan says the result, and the next device begins with the usual answers', async () => {
    const context = await web.context(PHONE, WORKS_OFFLINE);
    const email = await web.account(district, 'technician', { sites: ['A1'] });
    const page = await web.signedIn(context, email);
    await page.goto('/scan');
    await pickAction(page, 'Assess');
    await choose(page, 'Turns on', 'No');
    await choose(page, 'Screen', 'Broken');
    await typeAsScanner(page, 'T1003');
    await untilSent(page);
    await page.getByText('Recycle it.').first().waitFor();
    await typeAsScanner(page, 'T1004');
    await untilSent(page);
    await page.getByText('Reuse it.').first().waitFor();
    expect((await assessmentsOf(ids[3])).map(({ result }) => result)).toEqual(['recycle']);
    expect((await assessmentsOf(ids[4])).map(({ result }) => result)).toEqual(['reuse']);
    await context.close();
  });
});

describePages('the rules of assessments', () => {
  it('are shown with their figures, changed after a look at what would change, and saved', async () => {
    const page = await open('/assessments', 'its');
    await page.getByRole('link', { name: 'Rules', exact: true }).click();
    await page.getByText('Your district has not changed them yet.').waitFor();
    await page.getByText('1 overruled (100%)').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Change the rules' }).click();
    await page.getByRole('button', { name: 'Move rule 12 up' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Add a rule' }).click();
    const rule = page.getByRole('group', { name: 'Rule 12' }).first();
    await rule.getByLabel('Add a condition').click();
    await page.getByRole('option', { name: 'Kind of device' }).click();
    await rule.getByLabel('Reason').fill('We keep none of these.');
    await page.getByRole('button', { name: 'Show what would change' }).click();
    // A condition without a kind is not filled in.
    await page.getByRole('alert').first().waitFor();
    await rule.getByRole('combobox', { name: 'Kind of device' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: 'Chromebook' }).click();
    await page.keyboard.press('Escape');
    for (let n = 12; n > 1; n -= 1) await page.getByRole('button', { name: `Move rule ${n} up` }).click();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show what would change' }).click();
    await page.getByRole('heading', { name: 'What these rules would have decided' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save these rules' }).click();
    await page.getByText(/^Version 1, saved /).waitFor();
    const { body } = await district.admin.get('/assessment-rules').expect(200);
    const { rules, version } = body as { version: number; rules: { id: string; when: object }[] };
    expect([version, rules.length]).toEqual([1, 13]);
    expect(rules[0]?.when).toEqual({ kinds: ['chromebook'] });
    await page.context().close();
  });

  it('are read by technicians, who cannot change them', async () => {
    const page = await open('/assessment-rules', 'technician', PHONE);
    await page.getByText('Rule 1', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Change the rules' }).count()).toBe(0);
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  });
});
