import type { Locator } from 'playwright-core';
import { csvOf, devicesCsv, load, numbered } from '../support/imports.js';
import { ClaimPages } from './claim-pages.js';
import { findings } from './findings.js';
import { typeAsScanner } from './keys.js';
import { choose, describePages, PHONE, pickAction, until, untilSent, WORKS_OFFLINE } from './web.js';

let pages: ClaimPages;

beforeAll(async () => {
  pages = await ClaimPages.start();
});

beforeEach(() => pages.begin());

afterEach(() => pages.page.context().close());

afterAll(() => pages.web.close());

describePages('claims', () => {
  it('say what to do where there are none', async () => {
    await pages.open('/claims', PHONE);
    await pages.page.getByText('No open warranty claims').waitFor();
    await pages.page.getByRole('link', { name: 'Scan devices' }).waitFor();
    expect(await findings(pages.page)).toEqual([]);
  });

  it('are started by scanning three devices on a phone, also later, and one without a vendor waits in the inbox', async () => {
    const tags = [await pages.covered(), await pages.covered(), await pages.covered()];
    const lone = pages.bare();
    await pages.open('/scan', PHONE, WORKS_OFFLINE);
    await pages.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await pickAction(pages.page, 'Start a claim');
    await choose(pages.page, 'What is broken', 'Hinge');
    await choose(pages.page, 'Cause', 'Defect');
    await pages.button('Done').click();
    expect(await findings(pages.page)).toEqual([]);
    for (const tag of tags.slice(0, 2)) {
      await typeAsScanner(pages.page, tag);
      await pages.page.locator('.result', { hasText: `Claim started: ${tag}` }).waitFor();
    }
    await untilSent(pages.page);
    await pages.page.context().setOffline(true);
    await typeAsScanner(pages.page, tags[2] ?? '');
    await pages.page.locator('.result', { hasText: `Claim started: ${tags[2]}` }).waitFor();
    expect(await pages.all()).toHaveLength(2);
    await pages.page.context().setOffline(false);
    await untilSent(pages.page);
    expect((await pages.all()).map(({ deviceCode }) => deviceCode)).toEqual(tags);

    await typeAsScanner(pages.page, lone);
    await pages.page
      .locator('.result', { hasText: 'No coverage on record says who provides the warranty' })
      .waitFor();
    expect(await pages.all()).toHaveLength(3);
    await pages.page.goto('/inbox');
    const card = pages.page.getByRole('article', { name: new RegExp(`^Scan of ${lone}`) });
    await card.getByText('Choose a vendor for the claim.').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await card.getByRole('link', { name: 'Start a claim' }).click();
    await pages.page.getByText(`For ${lone}`).waitFor();
  });

  it('are marked ready together; one with warnings is refused by name, and accepted on its own page', async () => {
    const [first, second] = [
      await pages.start(await pages.covered()),
      await pages.start(await pages.covered()),
    ];
    const warned = await pages.start(pages.bare(), { vendor: 'lenovo' });
    await pages.open('/claims');
    const column = (name: string): Locator => pages.page.getByRole('region', { name, exact: true });
    await column('Draft').getByRole('img', { name: '3 in “Draft”' }).waitFor();
    await pages.page.getByRole('checkbox', { name: 'Select all in “Draft”' }).check();
    expect(await findings(pages.page)).toEqual([]);
    await pages.button('Mark ready').click();
    const outcome = pages.page.getByRole('alert');
    await outcome.getByText('2 claims are ready to send.').waitFor();
    await outcome.getByText(/^C-\d{4}-000003: Open the claim and accept its warnings/).waitFor();
    await column('Ready to send').getByRole('article', { name: first.number }).waitFor();
    await column('Ready to send').getByRole('article', { name: second.number }).waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await outcome.getByRole('link', { name: warned.number }).click();
    await pages.page.getByRole('heading', { name: warned.number }).waitFor();
    await pages.page.goBack();
    await outcome.getByText('2 claims are ready to send.').waitFor();
    expect(
      await pages.page.getByRole('checkbox', { name: `Select claim ${warned.number}` }).isChecked(),
    ).toBe(true);
    await outcome.getByRole('link', { name: warned.number }).click();
    await pages.page.getByText('Someone has to accept the warnings').waitFor();
    await pages.button('Mark ready').click();
    await pages.dialog().getByText('No coverage is on record for this device').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await pages.dialog().getByRole('checkbox').check();
    await pages.button('Mark ready', pages.dialog()).click();
    await pages.page.getByText(/^technician-.* accepted the warnings on /).waitFor();

    await pages.page.goto('/claims');
    await pages.page.getByRole('checkbox', { name: 'Select all in “Ready to send”' }).check();
    await pages.button('Mark sent').click();
    await pages.dialog().getByText('The level 1 contacts of each vendor get one email.').waitFor();
    await pages.dialog().getByLabel('Reference number').fill('SR-100');
    await pages.button('Mark sent', pages.dialog()).click();
    await pages.page.getByText('3 claims are marked as sent.').waitFor();
    await column('With the vendor').getByRole('article', { name: first.number }).waitFor();
    expect((await pages.all()).map(({ state, reference }) => [state, reference])).toEqual(
      Array.from({ length: 3 }, () => ['sent', 'SR-100']),
    );
  });

  it('are filtered and canceled on a phone, with a reason', async () => {
    const hinge = await pages.start(await pages.covered(), { category: 'hinge' });
    const screen = await pages.start(await pages.covered());
    const sent = await pages.start(await pages.covered());
    await pages.step(sent.id, { step: 'ready' });
    await pages.open('/claims', PHONE);
    await pages.page.getByRole('article', { name: sent.number }).waitFor();
    await pages.page.getByLabel('State').selectOption('Draft');
    await pages.page.getByRole('article', { name: sent.number }).waitFor({ state: 'detached' });
    await pages.button('Add filter').click();
    await pages.page.getByRole('menuitem', { name: 'What is broken' }).click();
    await choose(pages.page, 'What is broken', 'Hinge');
    await pages.page.getByRole('article', { name: screen.number }).waitFor({ state: 'detached' });
    await pages.page.getByRole('checkbox', { name: `Select claim ${hinge.number}` }).check();
    expect(await findings(pages.page)).toEqual([]);
    await pages.button('Cancel claim').click();
    await pages.dialog().getByLabel('Reason').fill('Wrong device.');
    await pages.button('Cancel claim', pages.dialog()).click();
    await pages.page.getByText('1 claim is canceled.').waitFor();
    expect((await pages.found(hinge.id)).state).toBe('cancelled');
    await pages.page.goto('/claims?show=all&column=ended');
    await pages.page.getByRole('article', { name: hinge.number }).getByText('Canceled').waitFor();
  });

  it('of more than one request are canceled as far as the network allows, and the others stay selected', async () => {
    const others = numbered(201, { Room: '12' }).map((row, i) => ({ ...row, ...codesOf(i) }));
    await load(pages.web.app, pages.district.admin, devicesCsv(others));
    const claims = others.map((row) => ({
      'Asset tag': row['Asset tag'],
      Fault: 'Screen',
      'What is wrong': 'The screen stays dark.',
      Vendor: 'lenovo',
    }));
    await load(pages.web.app, pages.district.admin, csvOf(claims), { kind: 'claims', mode: 'commit' });
    await pages.open('/claims?show=all');
    const draft = pages.page.getByRole('region', { name: 'Draft', exact: true });
    for (const count of ['100+', '200+', '201']) {
      await draft.getByRole('img', { name: `${count} in “Draft”` }).waitFor();
      if (count !== '201') await pages.button('Show more', draft).click();
    }
    let asked = 0;
    await pages.page.route('**/api/v1/claims/steps', (route) => {
      asked += 1;
      return asked === 2 ? route.abort() : route.continue();
    });
    await pages.page.getByRole('checkbox', { name: 'Select all in “Draft”' }).check();
    await pages.button('Cancel claim').click();
    await pages.dialog().getByLabel('Reason').fill('Started by mistake.');
    await pages.button('Cancel claim', pages.dialog()).click();
    const outcome = pages.page.getByRole('alert');
    await outcome.getByText('200 claims are canceled.').waitFor();
    await outcome
      .getByText(/^Rollcall didn’t confirm the step for 1 claim, which is still selected/)
      .waitFor();
    await pages.button('Cancel claim').click();
    await pages.dialog().getByLabel('Reason').fill('Started by mistake.');
    await pages.button('Cancel claim', pages.dialog()).click();
    await pages.page.getByText('1 claim is canceled.').waitFor();
  });

  it('go on by keyboard alone: select, mark ready, send', async () => {
    const { id, number } = await pages.start(await pages.covered());
    await pages.open('/claims');
    await tabTo(pages.page.getByRole('checkbox', { name: `Select claim ${number}` }));
    await pages.page.keyboard.press('Space');
    await tabTo(pages.button('Mark ready'));
    await pages.page.keyboard.press('Enter');
    await pages.page.getByText('1 claim is ready to send.').waitFor();
    const ready = pages.page.getByRole('region', { name: 'Ready to send', exact: true });
    await tabTo(ready.getByRole('link', { name: number }));
    await pages.page.keyboard.press('Enter');
    await pages.page.getByRole('heading', { name: number }).waitFor();
    await tabTo(pages.button('Mark sent'));
    await pages.page.keyboard.press('Enter');
    await pages.dialog().locator('input:focus').waitFor();
    await pages.page.keyboard.type('SR-5');
    await pages.page.keyboard.press('Enter');
    await pages.page.getByText('Sent', { exact: true }).first().waitFor();
    await until(async () => (await pages.found(id)).reference === 'SR-5', 'it is sent');
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
    await pages.page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard never came to ${String(wanted)}`);
}
