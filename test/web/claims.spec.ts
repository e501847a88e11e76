import { deviceOf } from '../support/imports.js';
import { ClaimPages } from './claim-pages.js';
import { findings } from './findings.js';
import { choose, describePages, inSpanish, PHONE, until } from './web.js';

let pages: ClaimPages;

beforeAll(async () => {
  pages = await ClaimPages.start();
});

beforeEach(() => pages.begin());

afterEach(() => pages.page.context().close());

afterAll(() => pages.web.close());

describePages('a claim', () => {
  it('is started on the page of its device, sent, resolved and closed, and its page says who, when and why', async () => {
    const tag = await pages.covered();
    const { id: deviceId } = await deviceOf(pages.district.admin, tag);
    await pages.open(`/devices/${deviceId}`);
    await pages.page.getByText('No claims for this device.').waitFor();
    await pages.page.getByRole('link', { name: 'Start a claim' }).click();
    await pages.page.getByText(`For ${tag}`).waitFor();
    await pages.button('Start a claim').click();
    // What is broken and what is wrong are missing.
    await pages.page.getByText('Some fields need your attention').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await choose(pages.page, 'What is broken', 'Screen');
    await pages.page.getByLabel('What is wrong').fill('The screen stays dark.');
    await pages.page.getByLabel('What you tried (optional)').fill('An external monitor works.');
    await pages.button('Start a claim').click();
    await pages.page.getByRole('heading', { name: /^C-\d{4}-000001$/ }).waitFor();
    await pages.page.getByText(/^Lenovo, Manufacturer’s warranty, .* to /).waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await pages.button('Mark ready').click();
    await pages.button('Mark sent').click();
    await pages.dialog().getByLabel('Reference number').fill('SR-77');
    expect(await findings(pages.page)).toEqual([]);
    await pages.button('Mark sent', pages.dialog()).click();
    await pages.button('Vendor acknowledged').click();
    await pages.dialog().getByLabel('RMA number (optional)').fill('RMA-5');
    await pages.button('Vendor acknowledged', pages.dialog()).click();
    await pages.button('Vendor waits for us').click();
    await pages.dialog().getByLabel('What does the vendor need?').fill('A picture of the screen.');
    await pages.button('Vendor waits for us', pages.dialog()).click();
    await pages.button('We answered').click();
    await pages.button('Vendor resolved it').click();
    await choose(pages.page, 'How was it resolved?', 'Repaired');
    await pages.button('Vendor resolved it', pages.dialog()).click();
    await pages.button('Close claim').click();
    await pages.button('Close claim', pages.dialog()).click();
    await pages.page.getByText('Closed', { exact: true }).first().waitFor();
    await until(
      async () => (await pages.page.getByRole('group', { name: 'What to do next' }).count()) === 0,
      'no step is left',
    );
    const history = await pages.page.getByRole('region', { name: 'History' }).innerText();
    expect(history).toMatch(
      /Closed[^]*Resolved by the vendor[^]*We answered the vendor[^]*Vendor waits for us[^]*technician-.*[^]*Reason: A picture of the screen\.[^]*Acknowledged[^]*Sent to the vendor[^]*Marked ready[^]*Started as a draft/,
    );
    expect((await pages.all())[0]).toMatchObject({
      state: 'closed',
      outcome: 'repaired',
      reference: 'SR-77',
      rma: 'RMA-5',
      tried: 'An external monitor works.',
      isAccidental: false,
    });
    await pages.page.goto(`/devices/${deviceId}`);
    await pages.page.getByRole('article', { name: /^C-/ }).getByText('Closed').waitFor();
    expect(await findings(pages.page)).toEqual([]);
  });

  it('is started once for a fault, and the refusal leads to the open one', async () => {
    const tag = await pages.covered();
    const { number, deviceId } = await pages.start(tag);
    await pages.open(`/claims/new?device=${deviceId}`, PHONE);
    await choose(pages.page, 'What is broken', 'Screen');
    await pages.page.getByLabel('What is wrong').fill('It is dark.');
    await pages.button('Start a claim').click();
    await pages.page.getByText(`already has an open claim for this fault: ${number}`).waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await pages.page.getByRole('link', { name: 'Show the open claims of this device' }).click();
    await pages.button('Leave without saving').click();
    await pages.page.getByRole('article', { name: number }).waitFor();
    await pages.page.getByText('Claims of one device').waitFor();
  });

  it('without a known vendor asks for one at its field', async () => {
    const tag = pages.bare();
    await pages.open('/claims/new', PHONE);
    await pages.page.getByLabel('Asset tag or serial number').fill(tag);
    await pages.page.keyboard.press('Enter');
    await choose(pages.page, 'What is broken', 'Keyboard');
    await pages.page.getByRole('radio', { name: 'Accident' }).check();
    await pages.page.getByLabel('What is wrong').fill('Keys are missing.');
    await pages.page.getByRole('checkbox', { name: 'The device stays in use' }).check();
    await pages.button('Start a claim').click();
    await pages.page.getByText('Choose a vendor for the claim.').first().waitFor();
    await choose(pages.page, 'Vendor (optional)', 'Lenovo');
    await pages.button('Start a claim').click();
    await pages.page.getByText('No coverage is on record for this device').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    expect((await deviceOf(pages.district.admin, tag))['status']).not.toBe('in_repair');
    expect((await pages.all())[0]).toMatchObject({
      isAccidental: true,
      vendor: 'lenovo',
      category: 'keyboard',
    });
  });

  it('brings together what two people note of it, and asks where both changed one thing', async () => {
    const { id } = await pages.start(await pages.covered());
    await pages.open(`/claims/${id}`);
    await pages.button('Edit').click();
    await pages.page.getByLabel('RMA number').fill('RMA-1');
    await pages.page.getByLabel('Reference number').fill('SR-1');
    await pages.page.getByLabel('Cost quoted').fill('12.5');
    await pages.district.admin
      .patch(`/claims/${id}`)
      .set('If-Match', '*')
      .send({ rma: 'RMA-2', trackingOut: '1Z999' })
      .expect(200);
    await pages.button('Save').click();
    await pages.page.getByText('Someone else made changes while you were editing').waitFor();
    await pages.page.getByRole('radio', { name: 'Theirs: RMA-2' }).check();
    expect(await findings(pages.page)).toEqual([]);
    await pages.button('Save').click();
    await pages.button('Edit').waitFor();
    expect(await pages.found(id)).toMatchObject({
      rma: 'RMA-2',
      reference: 'SR-1',
      trackingOut: '1Z999',
      costQuotedCents: 1250,
    });
    // What is blanked is removed. After somebody else's changes, a refusal of one's own is shown too.
    await pages.button('Edit').click();
    await pages.page.getByLabel('Reference number').fill('SR-4');
    await pages.district.admin.patch(`/claims/${id}`).set('If-Match', '*').send({ rma: 'RMA-3' }).expect(200);
    await pages.button('Save').click();
    await pages.page.getByText('Someone else made changes while you were editing').waitFor();
    await pages.page.getByLabel('Cost quoted').fill('99999999999');
    await pages.button('Save').click();
    await pages.page.getByText('Some fields need your attention').waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await pages.button('Cancel').click();
    await pages.button('Edit').click();
    await pages.page.getByLabel('RMA number').fill('');
    await pages.button('Save').click();
    await pages.button('Edit').waitFor();
    expect((await pages.found(id)).rma).toBeNull();
  });

  it('that somebody else marks ready keeps what was typed about its fault, and says what to do', async () => {
    const { id } = await pages.start(await pages.covered());
    await pages.open(`/claims/${id}`, PHONE);
    await pages.button('Edit').click();
    await pages.page.getByLabel('What is wrong').fill('It flickers.');
    await pages.page.getByLabel('RMA number').fill('RMA-1');
    await pages.step(id, { step: 'ready' });
    await pages.button('Save').click();
    await pages.page.getByText('This claim isn’t a draft anymore').waitFor();
    expect(await pages.page.getByLabel('What is wrong').inputValue()).toBe('It flickers.');
    expect(await findings(pages.page)).toEqual([]);
    await pages.button('Undo my change').click();
    await pages.button('Save').click();
    await pages.button('Edit').waitFor();
    expect(await pages.found(id)).toMatchObject({
      state: 'ready',
      rma: 'RMA-1',
      observed: 'The screen stays dark.',
    });
  });

  it('loses what somebody clears when they take a step, and is as old as the days of the district', async () => {
    const { id } = await pages.start(await pages.covered());
    await pages.step(id, { step: 'ready' });
    await pages.step(id, { step: 'send', reference: 'SR-1' });
    await pages.open(`/claims/${id}`);
    await pages.page.getByText('started today').waitFor();
    await pages.button('Vendor acknowledged').click();
    await pages.dialog().getByLabel('Reference number (optional)').fill('');
    await pages.dialog().getByLabel('RMA number (optional)').fill('RMA-9');
    await pages.button('Vendor acknowledged', pages.dialog()).click();
    await pages.page.getByText('RMA-9').waitFor();
    expect(await pages.found(id)).toMatchObject({ state: 'acknowledged', reference: null, rma: 'RMA-9' });
    await pages.step(id, { step: 'resolve', outcome: 'repaired' });
    await pages.step(id, { step: 'close' });
    await pages.page.reload();
    await pages.page.getByText('took less than a day').waitFor();
  });

  it('is not started for a device that is gone', async () => {
    const tag = pages.bare();
    const { id } = await deviceOf(pages.district.admin, tag);
    await pages.district.admin
      .patch(`/devices/${id}`)
      .set('If-Match', '*')
      .send({ status: 'retired' })
      .expect(200);
    await pages.open('/claims/new', PHONE);
    await pages.page.getByLabel('Asset tag or serial number').fill(tag);
    await pages.page.keyboard.press('Enter');
    await pages.page.getByText(`${tag} has the status “Retired”`).waitFor();
    expect(await findings(pages.page)).toEqual([]);
    await pages.page.goto(`/claims/new?device=${id}`);
    await pages.page.getByText(`${tag} has the status “Retired”`).waitFor();
    await pages.page.getByRole('link', { name: 'Choose another device' }).click();
    await pages.page.getByText('Which device is broken?').waitFor();
    expect(await findings(pages.page)).toEqual([]);
  });

  it('that somebody else took on meanwhile is not taken on twice, and the page shows it as it is', async () => {
    const { id } = await pages.start(await pages.covered());
    await pages.step(id, { step: 'ready' });
    await pages.open(`/claims/${id}`);
    await pages.button('Mark sent').click();
    await pages.dialog().getByLabel('Reference number').fill('SR-8');
    await pages.step(id, { step: 'cancel', reason: 'The device works again.' });
    await pages.button('Mark sent', pages.dialog()).click();
    await pages.dialog().getByRole('alert').waitFor();
    await pages.button('Cancel', pages.dialog()).click();
    await pages.page.getByText('The device works again.').waitFor();
    expect(await pages.button('Edit').count()).toBe(0);
  });

  it('is denied for a reason and sent again with evidence, in Spanish', async () => {
    const { id } = await pages.start(await pages.covered());
    await pages.step(id, { step: 'ready' });
    await pages.step(id, { step: 'send', reference: 'SR-8' });
    await pages.open(`/claims/${id}`, PHONE);
    await inSpanish(pages.page);
    await pages.button('El proveedor lo rechazó').click();
    await choose(pages.page, '¿Por qué se rechazó?', 'Daño por líquido');
    await pages.button('El proveedor lo rechazó', pages.dialog()).click();
    await pages.button('Preparar para enviar de nuevo').click();
    await pages.dialog().getByLabel('¿Qué prueba tiene?').fill('Fotos: estaba seco.');
    await pages.button('Preparar para enviar de nuevo', pages.dialog()).click();
    await pages.page.getByText('Listo para enviar').first().waitFor();
    await pages.page.getByText('una vez').waitFor();
    expect(await findings(pages.page)).toEqual([]);
  });
});
