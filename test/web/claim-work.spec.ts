import type { Page } from 'playwright-core';
import { daysAgo } from '../support/devices.js';
import { csvOf, deviceOf, load } from '../support/imports.js';
import { ClaimPages } from './claim-pages.js';
import { findings } from './findings.js';
import { typeAsScanner } from './keys.js';
import { describePages, inSpanish, PHONE, until } from './web.js';

let pages: ClaimPages;

beforeAll(async () => {
  pages = await ClaimPages.start();
});

beforeEach(() => pages.begin());

afterEach(() => pages.page.context().close());

afterAll(() => pages.web.close());

const inDays = (days: number): string => daysAgo(-days);

const section = (name: string, page: Page = pages.page) => page.getByRole('region', { name, exact: true });

/** A claim that its vendor has. */
async function sent(more: object = {}): Promise<{ id: string; tag: string; number: string }> {
  const tag = await pages.covered(more);
  const { id, number } = await pages.start(tag);
  await pages.step(id, { step: 'ready', acceptWarnings: true });
  await pages.step(id, { step: 'send', reference: 'SR-1' });
  return { id, tag, number };
}

/** The vendor says in a reply that it sent another device. */
async function replied(number: string, serial: string): Promise<void> {
  const its = await pages.web.app.user(pages.district, 'its');
  const row = { 'Claim number': number, Status: 'resolved', Outcome: 'replaced' };
  const file = csvOf([{ ...row, 'Replacement serial number': serial }]);
  await load(pages.web.app, its, file, { kind: 'claim-replies', mode: 'commit' });
}

describePages('the parts of a claim', () => {
  it('are listed, scanned, changed and removed until the vendor has the claim', async () => {
    const { id } = await pages.start(await pages.covered());
    await pages.open(`/claims/${id}`, PHONE);
    const parts = section('Parts');
    await parts.getByText('No parts yet.').waitFor();
    await pages.button('Add part', parts).click();
    await pages.button('Add part', pages.dialog()).click();
    await pages.dialog().getByText('Enter the number or the description of each part.').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await pages.dialog().getByLabel('Description').fill('LCD panel');
    // The Enter of the scanner does not send the form.
    await typeAsScanner(pages.page, '5D10Y97707');
    await until(
      async () => (await pages.dialog().getByLabel('Part number').inputValue()) === '5D10Y97707',
      'the number is there',
    );
    await pages.dialog().getByLabel('Quantity').fill('2');
    await pages.button('Add part', pages.dialog()).click();
    await parts.getByText('2 × 5D10Y97707').waitFor();
    await parts.getByText('The defective part must go back to the vendor').waitFor();
    await pages.button('Add part', parts).click();
    await pages.dialog().getByLabel('Description').fill('Screws');
    await pages
      .dialog()
      .getByRole('checkbox', { name: 'The defective part must go back to the vendor' })
      .uncheck();
    await pages.button('Add part', pages.dialog()).click();
    await parts.getByText('The defective part stays here').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await pages.button('Change 5D10Y97707', parts).click();
    await pages.dialog().getByLabel('Quantity').fill('1');
    // Somebody else notes something else of the claim in the meantime. Nobody has to be asked.
    await pages.district.admin
      .patch(`/claims/${id}`)
      .set('If-Match', '*')
      .send({ tried: 'A reset.' })
      .expect(200);
    await pages.button('Save', pages.dialog()).click();
    await parts.getByText('1 × 5D10Y97707').waitFor();
    const { parts: saved, tried } = await pages.found(id);
    expect(tried).toBe('A reset.');
    expect(saved).toMatchObject([
      { number: '5D10Y97707', description: 'LCD panel', quantity: 1, mustReturn: true },
      { number: null, description: 'Screws', quantity: 1, mustReturn: false },
    ]);
    await pages.button('Remove Screws', parts).click();
    await until(async () => (await pages.found(id)).parts.length === 1, 'the part is gone');
    await inSpanish(pages.page);
    await section('Piezas').getByText('La pieza defectuosa debe volver al proveedor').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    for (const step of [
      { step: 'ready', acceptWarnings: true },
      { step: 'send', reference: 'SR-1' },
    ])
      await pages.step(id, step);
    await pages.page.reload();
    await section('Piezas').getByText('El proveedor ya tiene este reclamo').waitFor();
    expect(await section('Piezas').getByRole('button').count()).toBe(0);
  });

  it('that somebody else changed meanwhile are looked at first', async () => {
    const { id } = await pages.start(await pages.covered(), {
      parts: [{ number: 'A-1' }, { number: 'B-2' }],
    });
    await pages.open(`/claims/${id}`);
    await pages.button('Change B-2').click();
    await pages.district.admin
      .patch(`/claims/${id}`)
      .set('If-Match', '*')
      .send({ parts: [{ number: 'B-2' }] })
      .expect(200);
    await pages.dialog().getByLabel('Quantity').fill('5');
    await pages.button('Save', pages.dialog()).click();
    await pages.dialog().getByText('Someone else just changed this.').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    expect((await pages.found(id)).parts).toMatchObject([{ number: 'B-2', quantity: 1 }]);
  });
});

describePages('what the district must do in time', () => {
  it('is shown with its days, added, changed, marked done, and taken back', async () => {
    const { id } = await sent();
    await pages.district.admin
      .patch(`/claims/${id}`)
      .set('If-Match', '*')
      .send({ rma: 'R-1', rmaExpiresOn: inDays(20), costQuotedCents: 9900, quoteDueOn: inDays(2) })
      .expect(200);
    await pages.open(`/claims/${id}`);
    const due = section('What we must do in time');
    await due.getByRole('article', { name: 'Use the RMA number' }).getByText('20 days left').waitFor();
    await due.getByRole('article', { name: 'Approve the quote' }).getByText('2 days left').waitFor();
    await pages.button('Add deadline', due).click();
    await pages.button('Add deadline', pages.dialog()).click();
    await pages.dialog().getByText('Enter the day.').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await pages.dialog().getByLabel('Last day').fill(inDays(-1));
    await pages.button('Add deadline', pages.dialog()).click();
    const part = due.getByRole('article', { name: 'Send the defective part back' });
    await part.getByText('1 day overdue').waitFor();
    // Each kind has a deadline now.
    expect(await pages.button('Add deadline', due).count()).toBe(0);
    await pages.button('Change the day: Use the RMA number', due).click();
    await pages.dialog().getByLabel('Last day').fill('');
    await pages.button('Save', pages.dialog()).click();
    await due.getByRole('article', { name: 'Use the RMA number' }).waitFor({ state: 'detached' });
    await pages.button('Approve quote', due).click();
    await pages.dialog().getByLabel('Cost approved').fill('80');
    await pages.button('Approve quote', pages.dialog()).click();
    await due.getByRole('article', { name: 'Approve the quote' }).waitFor({ state: 'detached' });
    await pages.button('Mark sent back', part).click();
    await pages.button('Mark sent back', pages.dialog()).click();
    await part.getByText('Sent back on').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    expect(await pages.found(id)).toMatchObject({
      costApprovedCents: 8000,
      partReturnedOn: daysAgo(0),
      rmaExpiresOn: null,
      dueOn: null,
    });
    await pages.button('Not sent back yet', part).click();
    await part.getByText('1 day overdue').waitFor();
  });

  it('is in the lists of claims, on the home page, and can be done after the claim was closed', async () => {
    const { id, number } = await sent();
    await sent();
    await pages.step(id, { step: 'resolve', outcome: 'part_shipped', partDueOn: inDays(-2) });
    await pages.step(id, { step: 'close' });
    await pages.open('/', PHONE);
    const card = pages.page.getByRole('link', { name: 'Warranty deadlines' });
    await card.waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await card.click();
    const claim = pages.page.getByRole('article', { name: number });
    await claim.getByText(/^Send the part back by .* \(2 days overdue\)$/).waitFor();
    await until(
      async () => (await pages.page.getByRole('article').count()) === 1,
      'only this claim is listed',
    );
    expect(await findings(pages.page)).toEqual([]);
    await claim.getByRole('link', { name: number }).click();
    const part = pages.page.getByRole('article', { name: 'Send the defective part back' });
    await pages.button('Mark sent back', part).click();
    await pages.button('Mark sent back', pages.dialog()).click();
    await part.getByText('Sent back on').waitFor();
    expect(await pages.found(id)).toMatchObject({ state: 'closed', partReturnedOn: daysAgo(0) });
    await inSpanish(pages.page);
    await section('Lo que debemos hacer a tiempo').getByText('Devuelta el').waitFor();
    expect(await findings(pages.page)).toEqual([]);
  });

  it('is in the list by urgency, beside what the vendor must do', async () => {
    const { id, number } = await sent();
    await pages.district.admin
      .patch(`/claims/${id}`)
      .set('If-Match', '*')
      .send({ partDueOn: inDays(0) })
      .expect(200);
    await pages.open('/claims?view=clock&due=week');
    const row = pages.page.getByRole('row').filter({ hasText: number });
    await row.getByText(/^Send the part back by .* \(due today\)$/).waitFor();
    await pages.page.getByText('Overdue, or due within 7 days').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await pages.page.goto('/claims?view=clock&due=late');
    await pages.page.getByText('No vendor has a claim now').waitFor();
  });
});

describePages('a device that the vendor sent', () => {
  it('is scanned on the page of the claim, which says first what it takes over, and both devices lead to it', async () => {
    const { id, tag, number } = await sent({ onReplacement: 'transfers' });
    const { id: oldId } = await deviceOf(pages.district.admin, tag);
    await pages.open(`/claims/${id}`, PHONE);
    await pages.button('The vendor sent another device').click();
    await pages.dialog().getByText('Lenovo, Manufacturer’s warranty, until').waitFor();
    await pages.dialog().getByText(`is disposed of. This claim is the proof.`).waitFor();
    await pages.button('Add the new device', pages.dialog()).click();
    // The serial number and what became of the data are missing.
    await until(
      async () => (await pages.dialog().locator('[aria-invalid="true"]').count()) > 0,
      'the field is marked',
    );
    expect(await findings(pages.page)).toEqual([]);
    await typeAsScanner(pages.page, 'PFNEW001');
    await until(
      async () => (await pages.dialog().getByLabel('New serial number').inputValue()) === 'PFNEW001',
      'the serial number is there',
    );
    await pages.button('Add the new device', pages.dialog()).click();
    await pages.dialog().getByText('Say how the data on the old device was removed').first().waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await pages.dialog().getByRole('radio', { name: 'We wiped it before we sent it' }).check();
    await pages.button('Add the new device', pages.dialog()).click();
    const link = section('Replacement').getByRole('link', { name: tag });
    await link.waitFor();
    expect(await findings(pages.page)).toEqual([]);
    expect(await pages.found(id)).toMatchObject({
      state: 'resolved',
      outcome: 'replaced',
      replacementCode: tag,
    });
    await link.click();
    await pages.page.getByText('This device replaced').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await pages.page.goto(`/devices/${oldId}`);
    await pages.page.getByRole('article', { name: number }).getByText('Replaced by').waitFor();
    await pages.page.getByRole('article', { name: number }).getByRole('link', { name: tag }).waitFor();
  });

  it('after a reply of the vendor is added by one action, and undone', async () => {
    const { id, tag, number } = await sent();
    await replied(number, 'PFNEW002');
    await pages.open(`/claims/${id}`);
    await pages.page.getByText('The vendor says it sent serial number PFNEW002').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await pages.button('Add PFNEW002').click();
    await pages.dialog().getByRole('radio', { name: 'The vendor stated that it removes the data' }).check();
    await pages.button('Add the new device', pages.dialog()).click();
    await section('Replacement').getByRole('link', { name: tag }).waitFor();
    const { replacementDeviceId } = await pages.found(id);
    expect(replacementDeviceId).not.toBeNull();
    const history = section('History');
    await history.getByText('New device added').waitFor();
    await pages.button('Undo the replacement').click();
    await pages.dialog().getByText(`The record of the new device ${tag} becomes void.`).waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await pages.dialog().getByLabel('Why was it a mistake?').fill('It belongs to another claim.');
    await pages.button('Undo the replacement', pages.dialog()).click();
    // The claim goes on, and the vendor still says the same.
    await pages.button('Add PFNEW002').waitFor();
    expect(await pages.found(id)).toMatchObject({ state: 'in_progress', replacementDeviceId: null });
    expect(await deviceOf(pages.district.admin, tag)).toMatchObject({ status: 'in_repair' });
  });

  it('is refused in words, with a serial number of the register and after the claim was closed', async () => {
    const { id, number } = await sent();
    await replied(number, 'SN1000');
    await pages.open(`/claims/${id}`);
    await pages.button('Add SN1000').click();
    await pages.dialog().getByRole('radio', { name: 'We wiped it before we sent it' }).check();
    await pages.button('Add the new device', pages.dialog()).click();
    await pages.dialog().getByText('is in the register already').waitFor();
    await pages.step(id, { step: 'close' });
    await pages.dialog().getByLabel('New serial number').fill('PFNEW003');
    await pages.button('Add the new device', pages.dialog()).click();
    await pages.dialog().getByText('This claim has ended').waitFor();
    expect(await findings(pages.page)).toEqual([]);
  });
});
