import type { Page } from 'playwright-core';
import { ROLES, type Role } from '../../src/access/scope.js';
import type { TestDistrict } from '../support/app.js';
import { technicianAt } from '../support/allocation-routes.js';
import { devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { scanOf, sendScans } from '../support/scans.js';
import {
  choose,
  describePages,
  DESKTOP,
  follow,
  PHONE,
  until,
  untilAnswered,
  watchRequests,
  Web,
} from './web.js';

/** Every page of a role, on a machine that does much else. */
const PATIENCE_MS = 120_000;

let web: Web;
let district: TestDistrict;

beforeAll(async () => {
  web = await Web.start();
  district = await districtWithSites(web.app);
  const { admin } = district;
  await load(web.app, admin, devicesCsv(numbered(12, { Room: '12' })));
  await sendScans(admin, [
    scanOf('NOBODYS-1', 'seen', { site: 'A1' }),
    scanOf('T1003', 'repair', { site: 'A1' }),
  ]);
  await admin.post('/sweeps').send({ site: 'A1', room: '12' }).expect(201);
  await admin
    .post('/problem-reports')
    .send({ site: 'A1', description: 'The screen stays dark.' })
    .expect(201);
  await admin
    .post('/vendors')
    .send({ name: 'Valley Depot Repair', roles: ['depot'] })
    .expect(201);
  const { body: broken } = await admin.get('/devices?q=T1004').expect(200);
  await admin
    .post('/claims')
    .send({
      deviceId: (broken as { items: { id: string }[] }).items[0]?.id,
      vendor: 'valley-depot-repair',
      category: 'screen',
      observed: 'The screen stays dark.',
    })
    .expect(201);
  const model = { model: 'los-angeles-2025-26', reserveShare: 0.1 };
  await admin.put('/allocation/settings').set('if-match', '*').send(model).expect(200);
  const { body: technician } = await admin.post('/technicians').send(technicianAt('A1')).expect(201);
  for (const weekday of [1, 3])
    await admin
      .post('/allocation/assignments')
      .send({
        technicianId: (technician as { id: string }).id,
        site: 'A1',
        weekday,
        startsOn: '2025-07-01',
        endsOn: '2029-06-30',
      })
      .expect(201);
});

afterAll(() => web.close());

/** What the role may reach: the office the whole district, the others one school. */
function account(role: Role): Promise<string> {
  return web.account(district, role, ['admin', 'its', 'vendor'].includes(role) ? {} : { sites: ['A1'] });
}

/** Answers that the pages should never have asked for. */
function listenForRefusals(page: Page): string[] {
  const refused: string[] = [];
  page.on('response', (response) => {
    if ([403, 404].includes(response.status()) || response.status() >= 500)
      refused.push(`${response.status()} ${response.request().method()} ${new URL(response.url()).pathname}`);
  });
  page.on('pageerror', (error) => refused.push(String(error)));
  return refused;
}

/** What a link has in common with the links beside it in a list: ids, codes and values of filters are left out. */
function shapeOf(link: string): string {
  const { pathname, searchParams } = new URL(link, 'http://localhost');
  const path = pathname.replace(/\/(?=[^/]*\d)[^/]+/g, '/*');
  return `${path}?${[...searchParams.keys()].toSorted().join('&')}`;
}

const EVERYWHERE = ['/', '/devices', '/places', '/problems'];
const OFFICE = [
  ...EVERYWHERE,
  '/claims',
  '/warranty',
  '/vendors',
  '/coverages',
  '/assessments',
  '/sanitizations',
  '/lots',
  '/sweeps',
  '/loans',
  '/inbox',
];
const FIELD = [...OFFICE, '/scan', '/labels'];

/** Pages of each role, said here again apart from the code. */
const PAGES: Readonly<Record<Role, readonly string[]>> = {
  admin: [...FIELD, '/board-items', '/support', '/sites', '/catalogue', '/imports', '/accounts'],
  its: [...OFFICE, '/board-items', '/support', '/sites', '/catalogue', '/imports'],
  lead: [...FIELD, '/support', '/sites'],
  liaison: [...FIELD, '/support', '/sites'],
  technician: FIELD,
  site_staff: [...EVERYWHERE, '/support'],
  vendor: ['/', '/desk/batches', '/desk/replies', '/desk/scorecard'],
};

describePages('a role', () => {
  it.each(ROLES)(
    'of %s sees the pages that it may open, each opens, and nothing that it sees is refused',
    async (role) => {
      const page = await web.context(DESKTOP).then((context) => context.newPage());
      const refused = listenForRefusals(page);
      watchRequests(page);
      await page.goto('/');
      await page.locator('input[name=email]').fill(await account(role));
      await page.locator('input[name=password]').fill('correct horse battery');
      await page.getByRole('button', { name: 'Sign in' }).click();
      const navigation = page.locator('.shell-side');
      await navigation.getByRole('link').first().waitFor();
      const paths = await navigation
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      expect(paths.toSorted()).toEqual([...PAGES[role]].toSorted());
      const seen = new Set<string>();
      for (const path of paths) {
        await navigation.locator(`a[href="${path}"]`).click();
        await page.waitForURL((url) => url.pathname === path);
        await page.getByRole('heading', { level: 1 }).first().waitFor();
        await untilAnswered(page);
        expect(await page.getByText('You don’t have access to this page').count()).toBe(0);
        // Every kind of link leads to a page that opens.
        const links = await page
          .locator('main a[href^="/"]:not([download])')
          .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('href') ?? ''))]);
        for (const link of links.filter((one) => !one.startsWith('/api/'))) {
          if (seen.has(shapeOf(link))) continue;
          seen.add(shapeOf(link));
          await follow(page, link);
          if ((await page.getByText('You don’t have access to this page').count()) > 0)
            refused.push(`${path} leads to ${link}`);
        }
      }
      expect(refused).toEqual([]);
      await page.context().close();
    },
    PATIENCE_MS,
  );

  it('of a reader has no button that changes anything', async () => {
    for (const role of ['its', 'site_staff'] as const) {
      const page = await web.signedIn(await web.context(DESKTOP), await account(role));
      for (const path of ['/inbox?tab=unknown', '/sweeps', '/devices', '/problems']) {
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        const buttons = await page
          .locator('main')
          .getByRole('button', {
            name: /^(Dismiss|Link|Apply|Start|Use scan|Keep record|Close report|New device)/,
          })
          .count();
        expect([role, path, buttons]).toEqual([role, path, 0]);
      }
      await page.context().close();
    }
  });
});

describePages('a principal', () => {
  it('sees their school: devices, who comes when, support time, repairs and requests', async () => {
    const page = await web.signedIn(await web.context(PHONE), await account('site_staff'));
    await page.getByRole('heading', { name: 'School A1', level: 1 }).waitFor();
    await page.getByText('12 devices').waitFor();
    await page.getByText('Monday and Wednesday, until Jun 30, 2029').waitFor();
    const repairs = page.getByRole('region', { name: 'In repair' });
    await repairs.getByRole('link', { name: 'T1003' }).waitFor();
    await page
      .getByRole('region', { name: 'Problems you reported' })
      .getByText('The screen stays dark.')
      .waitFor();
    await page.getByText('You haven’t requested any support days this year.').waitFor();
    await page.context().close();
  });

  it('reports a broken device, is told of a wrong code at its field, and a technician answers', async () => {
    const page = await web.signedIn(await web.context(PHONE), await account('site_staff'));
    await page.getByRole('link', { name: 'Report a problem' }).click();
    await page.getByLabel('Asset tag or serial number').fill('T9999');
    await page.getByLabel('What is wrong?').fill('The keys are stuck.');
    await page.getByRole('button', { name: 'Send report' }).click();
    await page.getByText('No device at your sites has this code.').waitFor();
    await page.getByLabel('Asset tag or serial number').fill('t1005');
    await page.getByLabel('Room').fill('Room 12');
    await page.getByRole('button', { name: 'Send report' }).click();
    await page.getByRole('article', { name: 'The keys are stuck.' }).getByText(/T1005/).waitFor();
    expect(await page.getByRole('button', { name: 'Close report' }).count()).toBe(0);

    const technician = await web.signedIn(await web.context(PHONE), await account('technician'));
    await technician.goto('/problems');
    const card = technician.getByRole('article', { name: 'The keys are stuck.' });
    await card.getByRole('button', { name: 'Close report' }).click();
    await technician.getByLabel('What did you do?').fill('Cleaned the keyboard.');
    await technician.getByRole('dialog').getByRole('button', { name: 'Close report' }).click();
    await card.waitFor({ state: 'detached' });

    await page.goto('/problems?state=closed');
    await page.getByText('What was done: Cleaned the keyboard.').waitFor();
    await page.getByRole('button', { name: 'Still broken' }).click();
    await page.getByLabel('What is still wrong?').fill('One key is missing.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.goto('/problems');
    await page.getByRole('article', { name: 'The keys are stuck.' }).waitFor();
    await Promise.all([page.context().close(), technician.context().close()]);
  });

  it('requests support days, sees the price before, and ITS decides', async () => {
    const page = await web.signedIn(await web.context(DESKTOP), await account('site_staff'));
    await page.getByRole('link', { name: 'Request support days' }).click();
    await page.getByText('Choose when and how much').waitFor();
    await page.getByRole('radio', { name: /^Full year/ }).check();
    await choose(page, 'How much', '2 days a week');
    const price = page.getByRole('region', { name: 'Price' });
    await price.getByText('$52,301.00').waitFor();
    await page.getByRole('radio', { name: 'A gift' }).check();
    await page.getByLabel('Who gives it').fill('PTA of School A1');
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByRole('heading', { name: '2 days a week, School A1' }).waitFor();
    await page.getByText('Waiting for a decision').first().waitFor();
    await page.getByText('A gift: PTA of School A1').waitFor();
    expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    const address = new URL(page.url()).pathname;

    const its = await web.signedIn(await web.context(DESKTOP), await account('its'));
    await its.getByRole('link', { name: 'Support requests' }).click();
    await its.getByRole('link', { name: '2 days a week, School A1' }).click();
    await its.getByRole('button', { name: 'Return for changes' }).click();
    await its.getByLabel('Reason').fill('Please ask for one day first.');
    await its.getByRole('dialog').getByRole('button', { name: 'Return for changes' }).click();
    await its.getByText('Draft', { exact: true }).first().waitFor();

    await page.goto(address);
    await page.getByText('Please ask for one day first.').waitFor();
    await page.getByRole('link', { name: 'Edit' }).click();
    await choose(page, 'How much', '1 day a week');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('$26,151.00').first().waitFor();
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByText('Waiting for a decision').first().waitFor();

    await its.goto(address);
    await its.getByRole('button', { name: 'Approve' }).click();
    await until(() => its.getByText('Approved', { exact: true }).first().isVisible(), 'it is approved');
    await Promise.all([page.context().close(), its.context().close()]);
  });
});

describePages('a vendor', () => {
  it('reads in words what there will be, and sees no numbers of nothing', async () => {
    const page = await web.context(PHONE).then((context) => context.newPage());
    await page.goto('/');
    await page.locator('input[name=email]').fill(await account('vendor'));
    await page.locator('input[name=password]').fill('correct horse battery');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('New claims appear here when the district sends them.').waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/\?|…|–\s*$|\b0\b/);
    await page.context().close();
  });
});
