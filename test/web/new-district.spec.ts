import type { Page } from 'playwright-core';
import { choose, describePages, DESKTOP, kept, PASSWORD, PHONE, until, Web } from './web.js';

let web: Web;
let page: Page;

beforeAll(async () => {
  web = await Web.alone();
});

afterAll(() => web.close());

const step = (title: string) => page.getByRole('listitem').filter({ hasText: title });

/** Waits until a job is done; the tests have no worker of their own, so this one works as it would. */
async function work(): Promise<void> {
  const rows = await web.app.source.query<{ district_id: string; id: string }[]>(
    `SELECT district_id, id FROM jobs WHERE state = 'queued' ORDER BY id`,
  );
  for (const row of rows) await web.app.work(row.district_id, row.id);
}

/** Works on whatever is queued until something is seen on the page. */
async function workUntil(isSo: () => Promise<unknown>, what: string): Promise<void> {
  await until(async () => {
    await work();
    return isSo();
  }, what);
}

/** Waits until so many devices are kept on the device for when there is no connection. */
async function untilKept(devices: number): Promise<void> {
  await until(async () => (await kept(page, 'devices')).length === devices, `${devices} devices are kept`);
}

// In this order, as a person goes through them.
describePages('a new district', () => {
  it('leads whoever has set it up to the next steps, without a row of zeros', async () => {
    const { pathname } = new URL(await web.setUpLink());
    page = await (await web.context(DESKTOP)).newPage();
    await page.goto(pathname);
    await page.locator('input[name=district]').fill('Oak Valley Unified');
    await choose(page, 'Time zone', 'America/Los_Angeles');
    await page.locator('input[name=name]').fill('Pat Doe');
    await page.locator('input[name=email]').fill('pat@oak.example');
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.getByRole('button', { name: 'Create district' }).click();
    await page.getByRole('heading', { name: 'Get started' }).waitFor();
    await step('Add your sites').getByRole('link', { name: 'Import sites' }).waitFor();
    await step('Import your devices').getByText('Add your sites first').waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/\b0\b/);
  });

  it('loads a small sample as any import, and takes it away again', async () => {
    await page.getByRole('button', { name: 'Load the sample' }).click();
    await workUntil(() => page.getByText('60 devices are on record.').isVisible(), 'the sample is there');
    await page.getByText('You’re looking at sample data').waitFor();
    await untilKept(60);
    await page.goto('/imports');
    await page.getByRole('link', { name: 'Devices: sample-devices.csv' }).waitFor();
    await page.goto('/');
    await page.getByRole('button', { name: 'Remove the sample' }).click();
    await workUntil(
      async () =>
        (await page.getByText('Add your sites first').isVisible()) &&
        (await page.getByText('You’re looking at sample data').isHidden()),
      'the sample is gone',
    );
    await untilKept(0);
    // A district that had sites is not offered one again.
    expect(await page.getByRole('button', { name: 'Load the sample' }).count()).toBe(0);
  });

  it('adds a site, and says at the field what is wrong', async () => {
    await step('Add your sites').getByRole('link', { name: 'Add a site' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Oak Elementary');
    await page.getByRole('textbox', { name: 'Code', exact: true }).fill('SAMPLE-1');
    await choose(page, 'Type', 'Elementary school');
    await page.getByRole('button', { name: 'Add site' }).click();
    await page.getByText('There is already a site with the code SAMPLE-1.').waitFor();
    await page.getByRole('textbox', { name: 'Code', exact: true }).fill('OAK');
    await page.getByRole('button', { name: 'Add site' }).click();
    await page.getByRole('link', { name: 'Oak Elementary', exact: true }).waitFor();
    await page.goto('/scan');
    await choose(page, 'Site', 'Oak Elementary');
  });

  it('brings together what two people change of a site, and asks where both changed one thing', async () => {
    await page.goto('/sites');
    await page.getByRole('link', { name: 'Oak Elementary', exact: true }).click();
    await page.getByRole('textbox', { name: 'City' }).fill('Irvine');
    await page.getByRole('textbox', { name: 'Street' }).fill('1 Oak Way');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole('textbox', { name: 'City' }).fill('Tustin');
    await other.getByRole('textbox', { name: 'Region' }).fill('North');
    await other.getByRole('button', { name: 'Save' }).click();
    await other.getByRole('heading', { level: 1, name: 'Sites' }).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Someone else made changes while you were editing').waitFor();
    await page.getByRole('radio', { name: 'Theirs: Tustin' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sites' }).waitFor();
    await page.getByRole('link', { name: 'Oak Elementary', exact: true }).click();
    const saved = ['City', 'Street', 'Region'].map((name) =>
      page.getByRole('textbox', { name }).inputValue(),
    );
    expect(await Promise.all(saved)).toEqual(['Tustin', '1 Oak Way', 'North']);
  });

  it('asks only for what the home page shows, and nothing for first steps that are put away', async () => {
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (/^\/api\/v1\/(?:sites|accounts|counts|imports)$/.test(pathname)) asked.push(pathname);
    });
    await page.goto('/');
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => path === '/api/v1/sites')).toHaveLength(1);
    asked.length = 0;
    await page.evaluate(() => localStorage.setItem('rollcall.start-hidden', 'yes'));
    await page.reload();
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual(['/api/v1/counts']);
    await page.evaluate(() => localStorage.removeItem('rollcall.start-hidden'));
    page.removeAllListeners('request');
  });

  it('imports devices from a dropped file, shows what cannot be imported, and undoes it', async () => {
    await page.goto('/');
    await step('Import your devices').getByRole('link', { name: 'Import devices' }).click();
    await page.getByRole('radio', { name: 'Devices' }).waitFor();
    const csv = [
      'Asset tag,Manufacturer,Model,Kind,Status,Site',
      'OAK-1,Dell,Latitude 3310,laptop,deployed,OAK',
      'OAK-2,Dell,Latitude 3310,laptop,deployed,NOWHERE',
      'OAK-3,Dell,Latitude 3310,laptop,deployed,OAK',
    ].join('\n');
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'oak.csv', { type: 'text/csv' }));
      return transfer;
    }, csv);
    await page.locator('.drop').dispatchEvent('drop', { dataTransfer: data });
    await page.getByText('Chosen: oak.csv').waitFor();
    await page.getByRole('button', { name: 'Check this file' }).click();
    await page.getByRole('heading', { name: 'Devices: oak.csv' }).waitFor();
    const confirm = page.getByRole('button', { name: 'Import 2 rows' });
    await workUntil(() => confirm.isVisible(), 'the file is checked');
    const refused = page.getByRole('region', { name: 'Rows that can’t be imported' });
    await refused.getByText(/NOWHERE/).waitFor();
    await confirm.click();
    await workUntil(
      () => page.getByText('2 records were added, and nothing was changed.').isVisible(),
      'it is imported',
    );
    await untilKept(2);
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo this import' }).click();
    await workUntil(() => page.getByText('This import was undone.').isVisible(), 'it is undone');
    await untilKept(0);
  });

  it('adds an account that can sign in and sees its site only, and disables it', async () => {
    await page.goto('/');
    await step('Add your team').getByRole('link', { name: 'Add an account' }).click();
    await page.getByLabel('Email').fill('tess@oak.example');
    await page.getByRole('textbox', { name: 'Name' }).fill('Tess Tran');
    await page.getByLabel('Password', { exact: true }).fill('short');
    await page.getByRole('button', { name: 'Add account' }).click();
    await page.getByText('Choose at least one site or region.').waitFor();
    await page.getByRole('combobox', { name: 'Sites' }).click();
    await page.getByRole('option', { name: 'Oak Elementary (OAK)' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add account' }).click();
    await page.getByText('Some fields need your attention').waitFor();
    await page.locator('input[aria-invalid=true][autocomplete=new-password]:focus').waitFor();
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Add account' }).click();
    const row = page.getByRole('row', { name: /^Tess Tran/ });
    await row.getByText('Oak Elementary').waitFor();

    const tess = await web.signedIn(await web.context(PHONE), 'tess@oak.example');
    await tess.getByText('Oak Elementary').waitFor();
    await tess.context().close();

    await page.getByRole('link', { name: 'Tess Tran' }).click();
    await page.getByRole('button', { name: 'Disable account' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Disable account' }).click();
    await page.getByText('This account is disabled.').waitFor();
    const again = await (await web.context(PHONE)).newPage();
    await again.goto('/');
    await again.locator('input[name=email]').fill('tess@oak.example');
    await again.locator('input[name=password]').fill(PASSWORD);
    await again.getByRole('button', { name: 'Sign in' }).click();
    await again.getByRole('alert').waitFor();
    await again.context().close();
    await page.context().close();
  });
});
