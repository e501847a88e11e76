import type { Locator, Page } from 'playwright-core';
import { newId } from '../../src/common/ids.js';
import type { CoverageView } from '../../src/warranty/coverages/coverages.queries.js';
import type { TestDistrict } from '../support/app.js';
import { daysAgo } from '../support/devices.js';
import { deviceOf, devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { describePages, PHONE, until, Web } from './web.js';

const TOUCH = { hasTouch: true, isMobile: true };

let web: Web;
let district: TestDistrict;
let page: Page;

beforeAll(async () => {
  web = await Web.start();
  district = await districtWithSites(web.app);
  const { admin } = district;
  await load(web.app, admin, devicesCsv(numbered(12, { Room: '12' })));
  for (const name of ['Lenovo', 'Safe Insurance'])
    await admin
      .post('/vendors')
      .send({ name, roles: ['manufacturer'] })
      .expect(201);
  const email = await web.account(district, 'technician', { sites: ['A1'] });
  page = await web.signedIn(await web.context(PHONE, TOUCH), email);
});

afterAll(() => web.close());

const idOf = async (tag: string): Promise<string> => (await deviceOf(district.admin, tag)).id;

async function open(tag: string): Promise<Locator> {
  await page.goto(`/devices/${await idOf(tag)}`);
  const section = page.getByRole('region', { name: 'Coverage' });
  await section.waitFor();
  return section;
}

async function cover(tag: string, more: object = {}): Promise<CoverageView> {
  const { body } = await district.admin
    .post('/coverages')
    .send({
      deviceId: await idOf(tag),
      vendor: 'lenovo',
      kind: 'manufacturer',
      startsOn: daysAgo(400),
      endsOn: daysAgo(-400),
      ...more,
    })
    .expect(201);
  return body as CoverageView;
}

async function saved(tag: string): Promise<CoverageView[]> {
  const { body } = await district.admin.get(`/devices/${await idOf(tag)}/coverage`).expect(200);
  return (body as { coverages: CoverageView[] }).coverages;
}

/** Moves the focus with the Tab key until a field has it, as somebody does who fills in a form. */
async function tabTo(label: string): Promise<void> {
  // A required field has an asterisk behind its label.
  const field = page.getByLabel(new RegExp(`^${label}`));
  await until(async () => {
    await page.keyboard.press('Tab');
    return field.evaluate((one) => one === document.activeElement);
  }, `the Tab key comes to ${label}`);
}

/** A date as Americans type it into a date field. */
const keysOf = (date: string): string => date.replace(/^(\d+)-(\d+)-(\d+)$/, '$2$3$1');

/** A date as the pages show it. */
const shown = (date: string): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

describePages('coverage on the page of a device', () => {
  it('is entered by tapping and typing, and shown with its state, its terms and who entered it', async () => {
    const section = await open('T1001');
    await section.getByText('Nothing on record').waitFor();
    await section.getByRole('button', { name: 'Add coverage' }).tap();
    await page.getByRole('combobox', { name: 'Vendor' }).tap();
    await page.keyboard.type('leno');
    await page.getByRole('option', { name: 'Lenovo' }).tap();
    await tabTo('First day');
    await page.keyboard.type(keysOf(daysAgo(10)));
    await tabTo('Last day');
    await page.keyboard.type(keysOf(daysAgo(-40)));
    await page.getByRole('button', { name: 'More terms' }).tap();
    await page.getByLabel('Incidents a year').tap();
    await page.keyboard.type('1');
    await tabTo('Deductible');
    await page.keyboard.type('49.50');
    await page.getByRole('checkbox', { name: 'Theft' }).tap();
    await page.getByRole('button', { name: 'Add coverage' }).tap();
    const card = section.getByRole('article', { name: 'Lenovo, Manufacturer’s warranty' });
    await card.getByText(`Ends soon: ${shown(daysAgo(-40))}`).waitFor();
    await card.getByText('$49.50 for each incident').waitFor();
    await card.getByText('1 a year').waitFor();
    await card.getByText(/^Entered by a person, /).waitFor();
    expect(await section.getByText(`Ends soon: ${shown(daysAgo(-40))}`).count()).toBe(2);
    expect(await saved('T1001')).toMatchObject([
      {
        vendor: 'lenovo',
        kind: 'manufacturer',
        startsOn: daysAgo(10),
        endsOn: daysAgo(-40),
        incidentsAYear: 1,
        deductibleCents: 4950,
        excludes: ['theft'],
      },
    ]);
  });

  it('says at the field what is wrong, opens the terms where it is there, and keeps what was typed', async () => {
    const section = await open('T1002');
    await section.getByRole('button', { name: 'Add coverage' }).tap();
    await page.getByRole('button', { name: 'Add coverage' }).tap();
    await page.getByText('Some fields need your attention').waitFor();
    await until(
      () => page.getByRole('combobox', { name: 'Vendor' }).evaluate((one) => one === document.activeElement),
      'the first field that is wrong has the focus',
    );
    await page.keyboard.type('safe');
    await page.getByRole('option', { name: 'Safe Insurance' }).tap();
    await page.getByRole('button', { name: 'More terms' }).tap();
    await page.getByLabel('Waiting period in days').tap();
    await page.keyboard.type('400');
    await page.getByRole('button', { name: 'Hide more terms' }).tap();
    await tabTo('First day');
    await page.keyboard.type(keysOf(daysAgo(10)));
    await tabTo('Last day');
    await page.keyboard.type(keysOf(daysAgo(-700)));
    await page.reload();
    await page.getByText('Your unsaved changes are back').waitFor();
    await page.getByRole('button', { name: 'Add coverage' }).tap();
    await until(
      () => page.getByLabel('Waiting period in days').evaluate((one) => one === document.activeElement),
      'the field among the folded terms that is wrong has the focus',
    );
    await page.keyboard.press('Backspace');
    await page.getByRole('button', { name: 'Add coverage' }).tap();
    await section.getByRole('article', { name: 'Safe Insurance, Manufacturer’s warranty' }).waitFor();
    expect(await saved('T1002')).toMatchObject([{ vendor: 'safe-insurance', waitingDays: 40 }]);
  });

  it('is edited by two people at once, and what both changed is asked', async () => {
    const { id } = await cover('T1003');
    const section = await open('T1003');
    await section.getByRole('button', { name: 'Edit Lenovo, Manufacturer’s warranty' }).tap();
    await tabTo('Last day');
    await page.keyboard.type(keysOf('2031-07-31'));
    await district.admin
      .patch(`/coverages/${id}`)
      .set('if-match', '*')
      .send({ endsOn: '2030-06-30', contractNumber: 'P-77' })
      .expect(200);
    await page.getByRole('button', { name: 'Save' }).tap();
    await page.getByText('Someone else made changes while you were editing').waitFor();
    await page.getByRole('radio', { name: 'Theirs: Jun 30, 2030' }).waitFor();
    expect(await page.getByRole('radio', { name: 'Yours: Jul 31, 2031' }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Save' }).tap();
    await section.getByText('Jul 31, 2031').waitFor();
    await section.getByText('P-77').waitFor();
    expect(await saved('T1003')).toMatchObject([
      { endsOn: '2031-07-31', contractNumber: 'P-77', version: 3 },
    ]);
  });

  it('is withdrawn with a reason, also where somebody else has changed it', async () => {
    const { id } = await cover('T1004');
    const section = await open('T1004');
    await section.getByText('Covered').first().waitFor();
    await district.admin
      .patch(`/coverages/${id}`)
      .set('if-match', '*')
      .send({ contractNumber: 'P-4' })
      .expect(200);
    await section.getByRole('button', { name: 'Withdraw Lenovo, Manufacturer’s warranty' }).tap();
    const dialog = page.getByRole('dialog', { name: 'Withdraw this coverage' });
    await dialog.waitFor();
    await page.keyboard.type('Entered for the wrong device');
    await dialog.getByRole('button', { name: 'Withdraw' }).tap();
    await dialog.getByRole('alert').waitFor();
    await section.getByText('P-4').waitFor({ state: 'attached' });
    await dialog.getByRole('button', { name: 'Withdraw' }).tap();
    await section.getByText('Nothing on record').waitFor();
    expect(await saved('T1004')).toEqual([]);
  });

  it('says where a file and a person disagree about the last day', async () => {
    const { id } = await cover('T1005', { startsOn: '2026-08-01', endsOn: '2028-07-31' });
    await web.app.source.query(
      `INSERT INTO coverages
       SELECT (jsonb_populate_record(c, jsonb_build_object('id', $2::uuid, 'ends_on', '2028-06-30', 'source', 'file',
                                                           'source_id', $2::uuid))).*
         FROM coverages c WHERE c.id = $1`,
      [id, newId()],
    );
    const section = await open('T1005');
    await section
      .getByText(
        'Lenovo, Manufacturer’s warranty: a person entered Jul 31, 2028; the file says Jun 30, 2028.',
      )
      .waitFor();
    await section.getByText(/^Imported from a file, /).waitFor();
  });

  it('shows a principal what covers the device, and no buttons', async () => {
    await cover('T1006');
    const context = await web.context(PHONE, TOUCH);
    const principal = await web.signedIn(
      context,
      await web.account(district, 'site_staff', { sites: ['A1'] }),
    );
    await principal.goto(`/devices/${await idOf('T1006')}`);
    const section = principal.getByRole('region', { name: 'Coverage' });
    await section.getByRole('article').waitFor();
    expect(await section.getByRole('button').count()).toBe(0);
    await context.close();
  });
});

describePages('a district without vendors', () => {
  it('is shown where to add one, by those who may, and others are told whom to ask', async () => {
    const other = await districtWithSites(web.app);
    await load(web.app, other.admin, devicesCsv(numbered(1)));
    const { id } = await deviceOf(other.admin, 'T1000');
    for (const role of ['its', 'technician'] as const) {
      const context = await web.context(PHONE, TOUCH);
      const reach = role === 'its' ? {} : { sites: ['A1'] };
      const somebody = await web.signedIn(context, await web.account(other, role, reach));
      await somebody.goto(`/devices/${id}`);
      await somebody.getByRole('button', { name: 'Add coverage' }).tap();
      await somebody.getByText('No vendors yet').waitFor();
      const link = somebody.getByRole('link', { name: 'Add a vendor' });
      if (role === 'its') {
        await link.tap();
        await somebody.waitForURL('**/vendors/new');
      } else {
        await somebody.getByText('Ask ITS to add the company').waitFor();
        expect(await link.count()).toBe(0);
        await somebody.goto('/coverages');
        await somebody.getByText('No coverage on record yet').waitFor();
        await somebody.getByRole('link', { name: 'Go to devices' }).tap();
        await somebody.waitForURL('**/devices');
      }
      await context.close();
    }
  });
});

describePages('coverage in lists', () => {
  beforeAll(async () => {
    await cover('T1007', { kind: 'battery', startsOn: daysAgo(900), endsOn: daysAgo(100) });
    await cover('T1008', { vendor: 'safe-insurance', kind: 'insurance', endsOn: daysAgo(-50) });
    await cover('T1009', { startsOn: daysAgo(-5), endsOn: daysAgo(-900) });
  });

  it('filters devices by the state of their coverage, and shows when it ends', async () => {
    await page.goto('/devices');
    await page.getByRole('button', { name: 'Add filter' }).tap();
    await page.getByRole('menuitem', { name: 'Coverage' }).tap();
    await page.getByRole('checkbox', { name: 'Expired' }).tap();
    await page.getByText('1 device', { exact: true }).waitFor();
    await page.getByRole('checkbox', { name: 'Not started' }).tap();
    await page.getByText('2 devices', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Coverage: Expired, Not started$/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('coverage')).toBe('expired,not_started');
    await page.getByRole('button', { name: 'Columns' }).tap();
    await page.getByRole('checkbox', { name: 'Coverage ends' }).tap();
    await page.keyboard.press('Escape');
    const card = page.getByRole('listitem').filter({ hasText: 'T1007' });
    await card.getByText(shown(daysAgo(100))).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('button', { name: 'Export' })
        .tap()
        .then(() => page.getByRole('menuitem', { name: 'Export as CSV' }).tap()),
    ]);
    const url = new URL(download.url());
    expect(url.searchParams.get('coverage')).toBe('expired,not_started');
    expect(url.searchParams.get('columns')).toContain('coverageEndsOn');
    await page.reload();
    await page.getByText('2 devices', { exact: true }).waitFor();
  });

  it('lists every coverage by its last day, filters them, and leads to the device', async () => {
    await page.goto('/coverages');
    const cards = page.locator('.card-list .card');
    await cards.first().waitFor();
    expect(await cards.first().innerText()).toMatch(/Ends soon/i);
    expect(await cards.filter({ hasText: 'T1007' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Remove filter Not ended yet' }).tap();
    await cards.filter({ hasText: 'T1007' }).waitFor();
    expect(await cards.first().innerText()).toMatch(/T1007[^]*Expired/i);
    await page.reload();
    await cards.filter({ hasText: 'T1007' }).waitFor();
    await page.goto('/coverages');
    await page.getByRole('button', { name: 'Add filter' }).tap();
    await page.getByRole('menuitem', { name: 'Type' }).tap();
    await page.getByRole('radio', { name: 'Insurance' }).tap();
    await until(async () => (await cards.count()) === 1, 'one coverage is left');
    await page.getByRole('button', { name: 'Not ended yet', exact: true }).tap();
    await until(
      () => page.getByLabel('On or after').evaluate((one) => one === document.activeElement),
      'the first date has the focus',
    );
    await page.keyboard.type(keysOf(daysAgo(-51)));
    await page.keyboard.press('Enter');
    await page.getByText('No coverage found').waitFor();
    await page.getByRole('link', { name: 'Clear all filters' }).tap();
    await until(async () => (await cards.count()) > 3, 'all coverages are listed');
    await page.getByRole('button', { name: 'Add filter' }).tap();
    await page.getByRole('menuitem', { name: 'Vendor' }).tap();
    await page.getByRole('radio', { name: 'Safe Insurance' }).tap();
    await until(async () => (await cards.count()) === 2, 'the coverages of one vendor are left');
    await page.getByRole('link', { name: 'T1008' }).tap();
    await page.getByRole('heading', { level: 1, name: 'T1008' }).waitFor();
    await page.goBack();
    await until(async () => (await cards.count()) === 2, 'the filter is still there');
  });
});
