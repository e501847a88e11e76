import type { Locator } from 'playwright-core';
import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import { pngOf } from '../support/png.js';
import { ClaimPages } from './claim-pages.js';
import { findings } from './findings.js';
import { describePages, inSpanish, PHONE, until } from './web.js';

let pages: ClaimPages;

beforeAll(async () => {
  pages = await ClaimPages.start();
});

beforeEach(async () => {
  await pages.begin();
  await pages.checklist('lenovo', [
    { key: 'lock', kind: 'management_lock', label: 'The management lock is off.' },
    { key: 'charger', label: 'The charger is removed.' },
    { key: 'photo', kind: 'photo', label: 'The claim has a photo.' },
  ]);
});

afterEach(() => pages.page.context().close());

afterAll(() => pages.web.close());

const list = (name = 'Before this claim is ready'): Locator => pages.page.getByRole('region', { name });

/** What is checked off on a claim, as the API has it. */
async function done(id: string): Promise<string[]> {
  const { checklist } = await pages.found(id);
  return checklist.filter(({ isDone }) => isDone).map(({ key }) => key);
}

describePages('the checklist of a claim', () => {
  it('keeps a draft from being ready until each point is checked off, and shows who did and when', async () => {
    const { id } = await pages.start(await pages.covered());
    await pages.open(`/claims/${id}`, PHONE);
    await list().getByText('3 points are open').waitFor();
    await list().getByText('Rollcall checks this by itself.').waitFor();
    expect(await findings(pages.page)).toEqual([]);

    await pages.button('Mark ready').click();
    const refusal = list().getByRole('alert');
    await refusal.getByText('This claim isn’t ready yet.').waitFor();
    expect(await refusal.getByRole('listitem').allInnerTexts()).toEqual([
      'The management lock is off.',
      'The charger is removed.',
      'The claim has a photo.',
    ]);
    // The first open point has the focus, and is in view.
    const lock = list().getByRole('radio', { name: 'The management lock is off' });
    await until(() => lock.evaluate((one) => one === document.activeElement), 'it has the focus');
    expect(await lock.evaluate((one) => one.getBoundingClientRect().bottom <= window.innerHeight)).toBe(true);
    expect(await findings(pages.page)).toEqual([]);

    // A reason is asked for where the license needs one.
    await list().getByRole('radio', { name: 'The device is deprovisioned' }).check();
    await pages.button('Save', list()).click();
    await list().getByText('why the device was deprovisioned').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await list().getByLabel('Why was it deprovisioned?').fill('The vendor sends another one.');
    await pages.page.keyboard.press('Enter');
    await list().getByText('2 points are open').waitFor();
    await list().getByRole('checkbox', { name: 'The charger is removed.' }).press('Space');
    await list().getByText('1 point is open').waitFor();
    await list()
      .getByText(/^technician-.*, .*[AP]M/)
      .first()
      .waitFor();
    expect(await done(id)).toEqual(['lock', 'charger']);

    // What was checked off by mistake is open again.
    await list().getByRole('checkbox', { name: 'The charger is removed.' }).press('Space');
    await pages.button('Clear answer: The management lock is off.', list()).click();
    await list().getByText('3 points are open').waitFor();
    await list().getByRole('radio', { name: 'The management lock is off' }).check();
    await list().getByRole('checkbox', { name: 'The charger is removed.' }).check();
    await list().getByText('1 point is open').waitFor();

    const [chooser] = await Promise.all([
      pages.page.waitForEvent('filechooser'),
      pages.button('Choose files').click(),
    ]);
    await chooser.setFiles({ name: 'lid.png', mimeType: 'image/png', buffer: pngOf(40, 30, () => true) });
    await list().getByText('Everything is done').waitFor();
    await pages.button('Mark ready').click();
    await pages.button('Mark sent').waitFor();
    expect(await list().getByRole('checkbox').count()).toBe(0);
    await list().getByText('The charger is removed.').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    const { checklist } = await pages.found(id);
    expect(checklist.map(({ answer, reason }) => [answer, reason])).toEqual([
      ['lock_off', null],
      [null, null],
      [null, null],
    ]);
  });

  it('is refused by the server where somebody else has opened a point again, before warnings are asked', async () => {
    const { id } = await pages.start(pages.bare(), { vendor: 'lenovo' });
    await pages.checklist('lenovo', [{ key: 'charger', label: 'The charger is removed.' }]);
    await pages.tick([id], [{ key: 'charger' }]);
    await pages.open(`/claims/${id}`);
    await list().getByText('Everything is done').waitFor();
    await pages.tick([id], [{ key: 'charger', isDone: false }]);
    await pages.button('Mark ready').click();
    await pages.dialog().getByRole('checkbox').check();
    await pages.button('Mark ready', pages.dialog()).click();
    await pages.dialog().waitFor({ state: 'detached' });
    await list().getByRole('alert').getByText('The charger is removed.').waitFor();
    // The next time, nobody accepts warnings first.
    await pages.button('Mark ready').click();
    expect(await pages.dialog().count()).toBe(0);
    await list().getByRole('checkbox', { name: 'The charger is removed.' }).check();
    await list().getByText('Everything is done').waitFor();
    await pages.button('Mark ready').click();
    await pages.dialog().getByRole('checkbox').check();
    await pages.button('Mark ready', pages.dialog()).click();
    await pages.button('Mark sent').waitFor();
  });

  it('is checked off for many drafts at once, and tells which points are still open', async () => {
    const claims: ClaimDetail[] = [];
    for (let i = 0; i < 3; i += 1) claims.push(await pages.start(await pages.covered()));
    await pages.open('/claims');
    await pages.page.getByRole('checkbox', { name: 'Select all in “Draft”' }).check();
    await pages.button('Checklist').click();
    await pages.dialog().getByText('Lenovo: 3 drafts').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await pages.button('Check off', pages.dialog()).click();
    await pages.dialog().getByText('Choose at least one point.').waitFor();
    await pages.dialog().getByRole('radio', { name: 'The device is deprovisioned' }).check();
    await pages.button('Check off', pages.dialog()).click();
    await pages.dialog().getByText('Enter why the devices were deprovisioned.').waitFor();
    await pages.dialog().getByRole('radio', { name: 'The management lock is off' }).check();
    await pages.dialog().getByRole('checkbox', { name: 'The charger is removed.' }).check();
    expect(await findings(pages.page)).toEqual([]);
    await pages.button('Check off', pages.dialog()).click();
    const outcome = pages.page.getByRole('alert');
    await outcome.getByText('3 claims are checked off.').waitFor();
    await outcome.getByText('3 claims still have these open points:').waitFor();
    expect(await outcome.getByRole('listitem').allInnerTexts()).toEqual(['The claim has a photo.']);
    expect(await outcome.getByRole('link').count()).toBe(3);
    expect(await findings(pages.page)).toEqual([]);
    for (const { id } of claims) expect(await done(id)).toEqual(['lock', 'charger']);

    await pages.checklist('lenovo', [{ key: 'charger', label: 'The charger is removed.' }]);
    // All are still selected.
    await pages.button('Mark ready').click();
    await pages.page.getByText('3 claims are ready to send.').waitFor();
  });

  it('is refused for many in words, in Spanish, and on a phone', async () => {
    const { id, number } = await pages.start(await pages.covered());
    await pages.open('/claims', PHONE);
    await inSpanish(pages.page);
    await pages.page.getByRole('article', { name: number }).getByRole('checkbox').check();
    await pages.button('Marcar como listo').click();
    await pages.page.getByRole('alert').getByText('faltan puntos de la lista de verificación').waitFor();
    await pages.button('Lista de verificación').click();
    await pages.dialog().getByText('Lenovo: 1 borrador').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await pages.dialog().getByRole('checkbox', { name: 'The charger is removed.' }).check();
    await pages.button('Marcar', pages.dialog()).click();
    await pages.page.getByText('1 reclamo quedó marcado.').waitFor();
    expect(await done(id)).toEqual(['charger']);
    await pages.page.getByRole('alert').getByRole('link', { name: number }).click();
    await list('Antes de que este reclamo esté listo').getByText('Faltan 2 puntos').waitFor();
    expect(await findings(pages.page)).toEqual([]);
  });
});
