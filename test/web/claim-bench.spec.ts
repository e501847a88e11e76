import type { Locator } from 'playwright-core';
import { deviceOf, devicesCsv, load, numbered } from '../support/imports.js';
import { daysAgo } from '../support/devices.js';
import { ClaimPages } from './claim-pages.js';
import { findings } from './findings.js';
import { typeAsScanner, typeByHand } from './keys.js';
import { describePages, PHONE, until, untilSent } from './web.js';

const CHROMEBOOKS = 30;
const SLOTS = 10;

/**
 * The pace that is assumed of a person, in seconds. A scan: take a Chromebook from the pile, find its sticker, pull the
 * trigger, hear the sound, put the Chromebook away. A tap: look, decide, move the hand, tap (1.35 + 1.1 + 0.2 in the
 * keystroke-level model of Card, Moran and Newell). A key: as somebody types who does not type for a living.
 */
const PACE = { scan: 4, tap: 2.65, key: 0.28 };

let pages: ClaimPages;
let tags: string[];
const done = { scans: 0, taps: 0, keys: 0 };

beforeAll(async () => {
  pages = await ClaimPages.start();
  await pages.begin();
  const { admin } = pages.district;
  const chromebooks = numbered(CHROMEBOOKS, { Room: '12' }).map((row, i) => ({
    ...row,
    'Asset tag': `B${2000 + i}`,
    'Serial number': `BENCH-${2000 + i}`,
  }));
  tags = chromebooks.map((row) => row['Asset tag']);
  await load(pages.web.app, admin, devicesCsv(chromebooks));
  for (const tag of tags) {
    const { id: deviceId } = await deviceOf(admin, tag);
    const lasts = { startsOn: daysAgo(400), endsOn: daysAgo(-400) };
    await admin
      .post('/coverages')
      .send({ vendor: 'lenovo', kind: 'manufacturer', ...lasts, deviceId })
      .expect(201);
  }
  await pages.checklist('lenovo', [
    { key: 'lock', kind: 'management_lock', label: 'The management lock is off.' },
    { key: 'charger', label: 'Chargers and cases are removed.' },
  ]);
  const { body } = await admin.get('/vendors').expect(200);
  const [vendor] = (body as { items: { id: string }[] }).items;
  await admin
    .put(`/vendors/${vendor?.id}/claim-terms`)
    .set('If-Match', '*')
    .send({ boxSlots: SLOTS })
    .expect(200);
  await pages.open('/', PHONE, { hasTouch: true, isMobile: true });
});

afterAll(() => pages.web.close());

async function tap(target: Locator): Promise<void> {
  await target.tap();
  done.taps += 1;
}

async function type(text: string): Promise<void> {
  await typeByHand(pages.page, text);
  done.keys += text.length;
}

/** Scans, and waits until the banner tells of it. */
async function scan(code: string, words: RegExp): Promise<void> {
  done.scans += 1;
  await typeAsScanner(pages.page, code);
  await until(
    async () => words.test(await pages.page.locator('.result').innerText()),
    `${code}: ${String(words)}`,
  );
}

async function pick(action: string): Promise<void> {
  const line = pages.page.locator('.setup-line');
  await pages.page.locator('.setup').waitFor();
  if ((await line.isVisible()) && (await line.getAttribute('aria-expanded')) === 'false') await tap(line);
  await tap(pages.page.locator('label.action').filter({ hasText: new RegExp(`^${action}$`) }));
}

async function select(label: string, text: string): Promise<void> {
  await tap(pages.page.getByRole('combobox', { name: label, exact: true }));
  await tap(pages.page.getByRole('option', { name: text, exact: true }));
}

/** The page that a tap in the menu of a phone leads to. */
async function goTo(name: string): Promise<void> {
  const bar = pages.page.getByRole('navigation').last();
  const link = bar.getByRole('link', { name, exact: true });
  const more = bar.getByRole('button', { name: 'More' });
  // The bar is drawn as a whole.
  await more.waitFor();
  if (!(await link.isVisible())) await tap(more);
  await tap(pages.page.getByRole('link', { name, exact: true }).last());
}

/** Tells what a person did since the last time, and how long that takes at the assumed pace. */
function report(what: string): number {
  const { scans, taps, keys } = done;
  const seconds = Math.round(scans * PACE.scan + taps * PACE.tap + keys * PACE.key);
  process.stdout.write(`${JSON.stringify({ what, scans, taps, keys, seconds, pace: PACE })}\n`);
  Object.assign(done, { scans: 0, taps: 0, keys: 0 });
  return seconds;
}

describePages('a bench of thirty broken Chromebooks', () => {
  it('is thirty drafts that are checked off and ready, with one scan for each and a few taps', async () => {
    await goTo('Scan');
    await pick('Start a claim');
    await select('What is broken', 'Screen');
    await select('Cause', 'Defect');
    await tap(pages.button('Done'));
    for (const tag of tags) await scan(tag, new RegExp(`Claim started: ${tag}`));
    expect(await findings(pages.page)).toEqual([]);
    await untilSent(pages.page);

    await goTo('Warranty claims');
    await tap(pages.page.getByLabel('State'));
    await pages.page.getByLabel('State').selectOption('Draft');
    done.taps += 1;
    await pages.page
      .getByRole('article')
      .nth(CHROMEBOOKS - 1)
      .waitFor();
    await tap(pages.page.getByRole('checkbox', { name: 'Select all that are listed' }));
    await tap(pages.button('Checklist'));
    await pages.dialog().getByText(`Lenovo: ${CHROMEBOOKS} drafts`).waitFor();
    await tap(pages.dialog().getByRole('radio', { name: 'The management lock is off' }));
    await tap(pages.dialog().getByRole('checkbox', { name: 'Chargers and cases are removed.' }));
    await tap(pages.button('Check off', pages.dialog()));
    await pages.page.getByText(`${CHROMEBOOKS} claims are checked off.`).waitFor();
    await tap(pages.button('Mark ready'));
    await pages.page.getByText(`${CHROMEBOOKS} claims are ready to send.`).waitFor();
    expect(await findings(pages.page)).toEqual([]);

    const claims = (await pages.all()).filter(({ deviceCode }) => tags.includes(deviceCode ?? ''));
    expect(claims.map(({ deviceCode, state, category }) => [deviceCode, state, category])).toEqual(
      tags.map((tag) => [tag, 'ready', 'screen']),
    );
    expect(done.scans).toBe(CHROMEBOOKS);
    expect(report('thirty claims')).toBeLessThan(240);
  });

  it('goes into three boxes of ten; a device that is one too many for its box is told', async () => {
    await goTo('Scan');
    await pick('Ship to vendor');
    for (let box = 1; box <= 3; box += 1) {
      if (box > 1) await tap(pages.page.locator('.setup-line'));
      const field = pages.page.getByLabel('Box');
      await tap(field);
      await field.fill('');
      await type(String(box));
      await tap(pages.button('Done'));
      const inBox = tags.slice((box - 1) * SLOTS, box * SLOTS);
      for (const tag of inBox) await scan(tag, new RegExp(`Shipped to vendor: ${tag}`));
      if (box === 3) continue;
      await scan(
        tags[box * SLOTS] ?? '',
        new RegExp(`The box ${box} for Lenovo has ${SLOTS} devices already`),
      );
    }
    expect(await findings(pages.page)).toEqual([]);
    await untilSent(pages.page);
    report('three boxes');
    const claims = (await pages.all()).filter(({ deviceCode }) => tags.includes(deviceCode ?? ''));
    expect(claims.map(({ box }) => box)).toEqual(tags.map((_, i) => String(Math.floor(i / SLOTS) + 1)));

    // The page of a claim shows the box.
    const [first] = claims;
    await pages.page.goto(`/claims/${first?.id}`);
    await pages.page.getByText('Box 1', { exact: true }).waitFor();
    expect(await findings(pages.page)).toEqual([]);
  });
});
