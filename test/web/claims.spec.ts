import type { Locator, Page } from 'playwright-core';
import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import type { TestDistrict } from '../support/app.js';
import { daysAgo } from '../support/devices.js';
import { deviceOf, devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';
import { findings } from './findings.js';
import {
  choose,
  describePages,
  DESKTOP,
  PHONE,
  pickAction,
  typeAsScanner,
  until,
  untilSent,
  Web,
} from './web.js';

let web: Web;
let district: TestDistrict;
let page: Page;

/** Each test has devices of its own in one district, which takes seconds to make. */
let used = 0;

beforeAll(async () => {
  web = await Web.start();
});

beforeEach(async () => {
  district = await districtWithSites(web.app);
  await load(web.app, district.admin, devicesCsv(numbered(6, { Room: '12' })));
  await district.admin
    .post('/vendors')
    .send({ name: 'Lenovo', roles: ['manufacturer'] })
    .expect(201);
  used = 0;
});

afterEach(() => page.context().close());

afterAll(() => web.close());

async function open(path: string, viewport = DESKTOP): Promise<void> {
  const email = await web.account(district, 'technician', { sites: ['A1'] });
  page = await web.signedIn(await web.context(viewport), email);
  await page.goto(path);
}

/** A device that no test has used yet, with a warranty that pays for defects. */
async function covered(more: object = {}): Promise<string> {
  const tag = bare();
  const { id } = await deviceOf(district.admin, tag);
  const lasts = { startsOn: daysAgo(400), endsOn: daysAgo(-400) };
  await district.admin
    .post('/coverages')
    .send({ vendor: 'lenovo', kind: 'manufacturer', ...lasts, ...more, deviceId: id })
    .expect(201);
  return tag;
}

/** A device that no test has used yet, without coverage. */
function bare(): string {
  used += 1;
  return `T${1000 + used}`;
}

async function start(tag: string, more: object = {}): Promise<ClaimDetail> {
  const { id: deviceId } = await deviceOf(district.admin, tag);
  const fault = { category: 'screen', observed: 'The screen stays dark.' };
  const answer = await district.admin
    .post('/claims')
    .send({ ...fault, deviceId, ...more })
    .expect(201);
  return answer.body as ClaimDetail;
}

async function step(id: string, body: object): Promise<void> {
  await district.admin.post(`/claims/${id}/steps`).send(body).expect(200);
}

async function claims(): Promise<ClaimDetail[]> {
  const { body } = await district.admin.get('/claims?sort=number').expect(200);
  return (body as { items: ClaimDetail[] }).items;
}

const found = async (id: string): Promise<ClaimDetail> =>
  (await district.admin.get(`/claims/${id}`).expect(200)).body as ClaimDetail;

const button = (name: string, within: Page | Locator = page): Locator =>
  within.getByRole('button', { name, exact: true });

const dialog = (): Locator => page.getByRole('dialog');

describePages('a claim', () => {
  it('is started on the page of its device, sent, resolved and closed, and its page says who, when and why', async () => {
    const tag = await covered();
    const { id: deviceId } = await deviceOf(district.admin, tag);
    await open(`/devices/${deviceId}`);
    await page.getByText('No claims for this device.').waitFor();
    await page.getByRole('link', { name: 'Start a claim' }).click();
    await page.getByText(`For ${tag}`).waitFor();
    await button('Start a claim').click();
    // What is broken and what is wrong are missing.
    await page.getByText('Some fields need your attention').waitFor();
    expect(await findings(page)).toEqual([]);
    await choose(page, 'What is broken', 'Screen');
    await page.getByLabel('What is wrong').fill('The screen stays dark.');
    await page.getByLabel('What you tried (optional)').fill('An external monitor works.');
    await button('Start a claim').click();
    await page.getByRole('heading', { name: /^C-\d{4}-000001$/ }).waitFor();
    await page.getByText(/^Lenovo, Manufacturer’s warranty, .* to /).waitFor();
    expect(await findings(page)).toEqual([]);
    await button('Mark ready').click();
    await button('Mark sent').click();
    await dialog().getByLabel('Reference number').fill('SR-77');
    expect(await findings(page)).toEqual([]);
    await button('Mark sent', dialog()).click();
    await button('Vendor acknowledged').click();
    await dialog().getByLabel('RMA number (optional)').fill('RMA-5');
    await button('Vendor acknowledged', dialog()).click();
    await button('Vendor waits for us').click();
    await dialog().getByLabel('What does the vendor need?').fill('A picture of the screen.');
    await button('Vendor waits for us', dialog()).click();
    await button('We answered').click();
    await button('Vendor resolved it').click();
    await choose(page, 'How was it resolved?', 'Repaired');
    await button('Vendor resolved it', dialog()).click();
    await button('Close claim').click();
    await button('Close claim', dialog()).click();
    await page.getByText('Closed', { exact: true }).first().waitFor();
    await until(
      async () => (await page.getByRole('group', { name: 'What to do next' }).count()) === 0,
      'no step is left',
    );
    const history = await page.getByRole('region', { name: 'History' }).innerText();
    expect(history).toMatch(
      /Closed[^]*Resolved by the vendor[^]*We answered the vendor[^]*Vendor waits for us[^]*technician-.*[^]*Reason: A picture of the screen\.[^]*Acknowledged[^]*Sent to the vendor[^]*Marked ready[^]*Started as a draft/,
    );
    expect((await claims())[0]).toMatchObject({
      state: 'closed',
      outcome: 'repaired',
      reference: 'SR-77',
      rma: 'RMA-5',
      tried: 'An external monitor works.',
      isAccidental: false,
    });
    await page.goto(`/devices/${deviceId}`);
    await page.getByRole('article', { name: /^C-/ }).getByText('Closed').waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it('is started once for a fault, and the refusal leads to the open one', async () => {
    const tag = await covered();
    const { number, deviceId } = await start(tag);
    await open(`/claims/new?device=${deviceId}`, PHONE);
    await choose(page, 'What is broken', 'Screen');
    await page.getByLabel('What is wrong').fill('It is dark.');
    await button('Start a claim').click();
    await page.getByText(`already has an open claim for this fault: ${number}`).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Show the open claims of this device' }).click();
    await button('Leave without saving').click();
    await page.getByRole('article', { name: number }).waitFor();
    await page.getByText('Claims of one device').waitFor();
  });

  it('without a known vendor asks for one at its field', async () => {
    const tag = bare();
    await open('/claims/new', PHONE);
    await page.getByLabel('Asset tag or serial number').fill(tag);
    await page.keyboard.press('Enter');
    await choose(page, 'What is broken', 'Keyboard');
    await page.getByRole('radio', { name: 'Accident' }).check();
    await page.getByLabel('What is wrong').fill('Keys are missing.');
    await page.getByRole('checkbox', { name: 'The device stays in use' }).check();
    await button('Start a claim').click();
    await page.getByText('Choose a vendor for the claim.').first().waitFor();
    await choose(page, 'Vendor (optional)', 'Lenovo');
    await button('Start a claim').click();
    await page.getByText('No coverage is on record for this device').waitFor();
    expect(await findings(page)).toEqual([]);
    expect((await deviceOf(district.admin, tag))['status']).not.toBe('in_repair');
    expect((await claims())[0]).toMatchObject({ isAccidental: true, vendor: 'lenovo', category: 'keyboard' });
  });

  it('brings together what two people note of it, and asks where both changed one thing', async () => {
    const { id } = await start(await covered());
    await open(`/claims/${id}`);
    await button('Edit').click();
    await page.getByLabel('RMA number').fill('RMA-1');
    await page.getByLabel('Reference number').fill('SR-1');
    await page.getByLabel('Cost quoted').fill('12.5');
    await district.admin
      .patch(`/claims/${id}`)
      .set('If-Match', '*')
      .send({ rma: 'RMA-2', trackingOut: '1Z999' })
      .expect(200);
    await button('Save').click();
    await page.getByText('Someone else made changes while you were editing').waitFor();
    await page.getByRole('radio', { name: 'Theirs: RMA-2' }).check();
    expect(await findings(page)).toEqual([]);
    await button('Save').click();
    await button('Edit').waitFor();
    expect(await found(id)).toMatchObject({
      rma: 'RMA-2',
      reference: 'SR-1',
      trackingOut: '1Z999',
      costQuotedCents: 1250,
    });
    // What is blanked is removed. After somebody else's changes, a refusal of one's own is shown too.
    await button('Edit').click();
    await page.getByLabel('Reference number').fill('SR-4');
    await district.admin.patch(`/claims/${id}`).set('If-Match', '*').send({ rma: 'RMA-3' }).expect(200);
    await button('Save').click();
    await page.getByText('Someone else made changes while you were editing').waitFor();
    await page.getByLabel('Cost quoted').fill('99999999999');
    await button('Save').click();
    await page.getByText('Some fields need your attention').waitFor();
    expect(await findings(page)).toEqual([]);
    await button('Cancel').click();
    await button('Edit').click();
    await page.getByLabel('RMA number').fill('');
    await button('Save').click();
    await button('Edit').waitFor();
    expect((await found(id)).rma).toBeNull();
  });

  it('that somebody else marks ready keeps what was typed about its fault, and says what to do', async () => {
    const { id } = await start(await covered());
    await open(`/claims/${id}`, PHONE);
    await button('Edit').click();
    await page.getByLabel('What is wrong').fill('It flickers.');
    await page.getByLabel('RMA number').fill('RMA-1');
    await step(id, { step: 'ready' });
    await button('Save').click();
    await page.getByText('This claim isn’t a draft anymore').waitFor();
    expect(await page.getByLabel('What is wrong').inputValue()).toBe('It flickers.');
    expect(await findings(page)).toEqual([]);
    await button('Undo my change').click();
    await button('Save').click();
    await button('Edit').waitFor();
    expect(await found(id)).toMatchObject({
      state: 'ready',
      rma: 'RMA-1',
      observed: 'The screen stays dark.',
    });
  });

  it('loses what somebody clears when they take a step, and is as old as the days of the district', async () => {
    const { id } = await start(await covered());
    await step(id, { step: 'ready' });
    await step(id, { step: 'send', reference: 'SR-1' });
    await open(`/claims/${id}`);
    await page.getByText('started today').waitFor();
    await button('Vendor acknowledged').click();
    await dialog().getByLabel('Reference number (optional)').fill('');
    await dialog().getByLabel('RMA number (optional)').fill('RMA-9');
    await button('Vendor acknowledged', dialog()).click();
    await page.getByText('RMA-9').waitFor();
    expect(await found(id)).toMatchObject({ state: 'acknowledged', reference: null, rma: 'RMA-9' });
    await step(id, { step: 'resolve', outcome: 'repaired' });
    await step(id, { step: 'close' });
    await page.reload();
    await page.getByText('took less than a day').waitFor();
  });

  it('is not started for a device that is gone', async () => {
    const tag = bare();
    const { id } = await deviceOf(district.admin, tag);
    await district.admin.patch(`/devices/${id}`).set('If-Match', '*').send({ status: 'retired' }).expect(200);
    await open('/claims/new', PHONE);
    await page.getByLabel('Asset tag or serial number').fill(tag);
    await page.keyboard.press('Enter');
    await page.getByText(`${tag} has the status “Retired”`).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.goto(`/claims/new?device=${id}`);
    await page.getByText(`${tag} has the status “Retired”`).waitFor();
    await page.getByRole('link', { name: 'Choose another device' }).click();
    await page.getByText('Which device is broken?').waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it('that somebody else took on meanwhile is not taken on twice, and the page shows it as it is', async () => {
    const { id } = await start(await covered());
    await step(id, { step: 'ready' });
    await open(`/claims/${id}`);
    await button('Mark sent').click();
    await dialog().getByLabel('Reference number').fill('SR-8');
    await step(id, { step: 'cancel', reason: 'The device works again.' });
    await button('Mark sent', dialog()).click();
    await dialog().getByRole('alert').waitFor();
    await button('Cancel', dialog()).click();
    await page.getByText('The device works again.').waitFor();
    expect(await button('Edit').count()).toBe(0);
  });

  it('is denied for a reason and sent again with evidence, in Spanish', async () => {
    const { id } = await start(await covered());
    await step(id, { step: 'ready' });
    await step(id, { step: 'send', reference: 'SR-8' });
    await open(`/claims/${id}`, PHONE);
    await page.request.patch('/api/v1/session', { data: { language: 'es' } });
    await page.reload();
    await button('El proveedor lo rechazó').click();
    await choose(page, '¿Por qué se rechazó?', 'Daño por líquido');
    await button('El proveedor lo rechazó', dialog()).click();
    await button('Preparar para enviar de nuevo').click();
    await dialog().getByLabel('¿Qué prueba tiene?').fill('Fotos: estaba seco.');
    await button('Preparar para enviar de nuevo', dialog()).click();
    await page.getByText('Listo para enviar').first().waitFor();
    await page.getByText('una vez').waitFor();
    expect(await findings(page)).toEqual([]);
  });
});

describePages('claims', () => {
  it('say what to do where there are none', async () => {
    await open('/claims', PHONE);
    await page.getByText('No open warranty claims').waitFor();
    await page.getByRole('link', { name: 'Scan devices' }).waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it('are started by scanning three devices on a phone, also later, and one without a vendor waits in the inbox', async () => {
    const tags = [await covered(), await covered(), await covered()];
    const lone = bare();
    await open('/scan', PHONE);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await pickAction(page, 'Start a claim');
    await choose(page, 'What is broken', 'Hinge');
    await choose(page, 'Cause', 'Defect');
    await button('Done').click();
    expect(await findings(page)).toEqual([]);
    for (const tag of tags.slice(0, 2)) {
      await typeAsScanner(page, tag);
      await page.locator('.result', { hasText: `Claim started: ${tag}` }).waitFor();
    }
    await untilSent(page);
    await page.context().setOffline(true);
    await typeAsScanner(page, tags[2] ?? '');
    await page.locator('.result', { hasText: `Claim started: ${tags[2]}` }).waitFor();
    expect(await claims()).toHaveLength(2);
    await page.context().setOffline(false);
    await untilSent(page);
    expect((await claims()).map(({ deviceCode }) => deviceCode)).toEqual(tags);

    await typeAsScanner(page, lone);
    await page
      .locator('.result', { hasText: 'No coverage on record says who provides the warranty' })
      .waitFor();
    expect(await claims()).toHaveLength(3);
    await page.goto('/inbox');
    const card = page.getByRole('article', { name: new RegExp(`^Scan of ${lone}`) });
    await card.getByText('Choose a vendor for the claim.').waitFor();
    expect(await findings(page)).toEqual([]);
    await card.getByRole('link', { name: 'Start a claim' }).click();
    await page.getByText(`For ${lone}`).waitFor();
  });

  it('are marked ready together; one with warnings is refused by name, and accepted on its own page', async () => {
    const [first, second] = [await start(await covered()), await start(await covered())];
    const warned = await start(bare(), { vendor: 'lenovo' });
    await open('/claims');
    const column = (name: string): Locator => page.getByRole('region', { name, exact: true });
    await column('Draft').getByRole('img', { name: '3 in “Draft”' }).waitFor();
    await page.getByRole('checkbox', { name: 'Select all in “Draft”' }).check();
    expect(await findings(page)).toEqual([]);
    await button('Mark ready').click();
    const outcome = page.getByRole('alert');
    await outcome.getByText('2 claims are ready to send.').waitFor();
    await outcome.getByText(/^C-\d{4}-000003: Open the claim and accept its warnings/).waitFor();
    await column('Ready to send').getByRole('article', { name: first.number }).waitFor();
    await column('Ready to send').getByRole('article', { name: second.number }).waitFor();
    expect(await findings(page)).toEqual([]);
    await outcome.getByRole('link', { name: warned.number }).click();
    await page.getByRole('heading', { name: warned.number }).waitFor();
    await page.goBack();
    await outcome.getByText('2 claims are ready to send.').waitFor();
    expect(await page.getByRole('checkbox', { name: `Select claim ${warned.number}` }).isChecked()).toBe(
      true,
    );
    await outcome.getByRole('link', { name: warned.number }).click();
    await page.getByText('Someone has to accept the warnings').waitFor();
    await button('Mark ready').click();
    await dialog().getByText('No coverage is on record for this device').waitFor();
    expect(await findings(page)).toEqual([]);
    await dialog().getByRole('checkbox').check();
    await button('Mark ready', dialog()).click();
    await page.getByText(/^technician-.* accepted the warnings on /).waitFor();

    await page.goto('/claims');
    await page.getByRole('checkbox', { name: 'Select all in “Ready to send”' }).check();
    await button('Mark sent').click();
    await dialog().getByText('The level 1 contacts of each vendor get one email.').waitFor();
    await dialog().getByLabel('Reference number').fill('SR-100');
    await button('Mark sent', dialog()).click();
    await page.getByText('3 claims are marked as sent.').waitFor();
    await column('With the vendor').getByRole('article', { name: first.number }).waitFor();
    expect((await claims()).map(({ state, reference }) => [state, reference])).toEqual(
      Array.from({ length: 3 }, () => ['sent', 'SR-100']),
    );
  });

  it('are filtered and canceled on a phone, with a reason', async () => {
    const hinge = await start(await covered(), { category: 'hinge' });
    const screen = await start(await covered());
    const sent = await start(await covered());
    await step(sent.id, { step: 'ready' });
    await open('/claims', PHONE);
    await page.getByRole('article', { name: sent.number }).waitFor();
    await page.getByLabel('State').selectOption('Draft');
    await page.getByRole('article', { name: sent.number }).waitFor({ state: 'detached' });
    await button('Add filter').click();
    await page.getByRole('menuitem', { name: 'What is broken' }).click();
    await choose(page, 'What is broken', 'Hinge');
    await page.getByRole('article', { name: screen.number }).waitFor({ state: 'detached' });
    await page.getByRole('checkbox', { name: `Select claim ${hinge.number}` }).check();
    expect(await findings(page)).toEqual([]);
    await button('Cancel claim').click();
    await dialog().getByLabel('Reason').fill('Wrong device.');
    await button('Cancel claim', dialog()).click();
    await page.getByText('1 claim is canceled.').waitFor();
    expect((await found(hinge.id)).state).toBe('cancelled');
    await page.goto('/claims?show=all&column=ended');
    await page.getByRole('article', { name: hinge.number }).getByText('Canceled').waitFor();
  });

  it('of more than one request are canceled as far as the network allows, and the others stay selected', async () => {
    const others = numbered(201, { Room: '12' }).map((row, i) => ({ ...row, ...codesOf(i) }));
    await load(web.app, district.admin, devicesCsv(others));
    for (let i = 0; i < 201; i += 1) await start(codesOf(i)['Asset tag'], { vendor: 'lenovo' });
    await open('/claims?show=all');
    const draft = page.getByRole('region', { name: 'Draft', exact: true });
    for (const count of ['100+', '200+', '201']) {
      await draft.getByRole('img', { name: `${count} in “Draft”` }).waitFor();
      if (count !== '201') await button('Show more', draft).click();
    }
    let asked = 0;
    await page.route('**/api/v1/claims/steps', (route) => {
      asked += 1;
      return asked === 2 ? route.abort() : route.continue();
    });
    await page.getByRole('checkbox', { name: 'Select all in “Draft”' }).check();
    await button('Cancel claim').click();
    await dialog().getByLabel('Reason').fill('Started by mistake.');
    await button('Cancel claim', dialog()).click();
    const outcome = page.getByRole('alert');
    await outcome.getByText('200 claims are canceled.').waitFor();
    await outcome.getByText(/^Rollcall didn’t confirm the step for 1 claim, which is still selected/).waitFor();
    await button('Cancel claim').click();
    await dialog().getByLabel('Reason').fill('Started by mistake.');
    await button('Cancel claim', dialog()).click();
    await page.getByText('1 claim is canceled.').waitFor();
  });

  it('go on by keyboard alone: select, mark ready, send', async () => {
    const { id, number } = await start(await covered());
    await open('/claims');
    await tabTo(page.getByRole('checkbox', { name: `Select claim ${number}` }));
    await page.keyboard.press('Space');
    await tabTo(button('Mark ready'));
    await page.keyboard.press('Enter');
    await page.getByText('1 claim is ready to send.').waitFor();
    const ready = page.getByRole('region', { name: 'Ready to send', exact: true });
    await tabTo(ready.getByRole('link', { name: number }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: number }).waitFor();
    await tabTo(button('Mark sent'));
    await page.keyboard.press('Enter');
    await dialog().locator('input:focus').waitFor();
    await page.keyboard.type('SR-5');
    await page.keyboard.press('Enter');
    await page.getByText('Sent', { exact: true }).first().waitFor();
    await until(async () => (await found(id)).reference === 'SR-5', 'it is sent');
  });
});

function codesOf(i: number): { 'Asset tag': string; 'Serial number': string } {
  return { 'Asset tag': `M${1000 + i}`, 'Serial number': `MANY-${1000 + i}` };
}

/** Presses Tab until something has the focus; fails after a hundred presses. */
async function tabTo(wanted: Locator): Promise<void> {
  await wanted.first().waitFor();
  for (let presses = 0; presses < 100; presses += 1) {
    if (await wanted.first().evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard never came to ${String(wanted)}`);
}
