import type { Page } from 'playwright-core';
import type { TestUser } from '../support/app.js';
import { register, type Register } from '../support/devices.js';
import { type GoneLot, SettlementDesk } from '../support/settlement-desk.js';
import { findings } from './findings.js';
import { describePages, DESKTOP, inSpanish, PHONE, Web } from './web.js';

const PATIENCE_MS = 180_000;

let web: Web;
let here: Register;
let desk: SettlementDesk;
let lot: GoneLot;

beforeAll(async () => {
  web = await Web.start();
  here = await register(web.app);
  const its: TestUser = await web.app.user(here.district, 'its');
  desk = new SettlementDesk(web.app, here, its);
  const devices = ['WEB0001', 'WEB0002', 'WEB0003'].map((serialNumber) => ({ serialNumber }));
  lot = await desk.gone(devices, { name: 'Spring Chromebooks', condition: 'C4' });
});

afterAll(() => web.close());

async function open(path: string, role: 'its' | 'technician', viewport = DESKTOP): Promise<Page> {
  const reach = role === 'technician' ? { sites: ['A'] } : {};
  const page = await web.signedIn(await web.context(viewport), await web.account(here.district, role, reach));
  await page.goto(path);
  return page;
}

describePages('what came back from a recycler', () => {
  it(
    'is imported by a person, who sees each difference and settles it',
    async () => {
      const page = await open(`/lots/${lot.id}`, 'its');
      await page.getByText('Nothing came back yet.').waitFor();
      expect(await findings(page)).toEqual([]);
      await page.getByRole('link', { name: 'Import the recipient’s file' }).click();
      await page.getByRole('heading', { name: 'Import a file' }).waitFor();
      expect(await page.getByRole('radio', { name: 'What came back from a recycler' }).isChecked()).toBe(
        true,
      );
      await page.waitForFunction(() =>
        [...document.querySelectorAll('input')].some(({ value }) => value.includes('Spring Chromebooks')),
      );
      expect(await findings(page)).toEqual([]);

      const rows = [
        'Serial,Grade,Weight (lb),Quoted price,Price,Data status',
        'web0001,C4/F3,3.2,$20,$20,Erased',
        'WEB0002,C2,3.1,$20,$7.50,Failed',
        'STRANGER,C4,3,$20,$20,Erased',
        'STRANGER2,Z9,3,$20,$20,Erased',
      ];
      await page.locator('input[type=file]').setInputFiles({
        name: 'recycler.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`${rows.join('\n')}\n`),
      });
      await page.getByRole('button', { name: 'Check this file' }).click();
      await page.getByRole('heading', { name: 'Rows to look at' }).waitFor();
      await page.getByText(/The price is \$7\.50, and the offer was \$20\.00\./).waitFor();
      await page.getByText(/does not have 1 of the devices that left with lot .*WEB0003/).waitFor();
      await page.getByText(/Rollcall does not know the grade "Z9"/).waitFor();
      expect(await findings(page)).toEqual([]);
      expect(await desk.lines(lot)).toEqual([]);
      await page.getByRole('button', { name: 'Import 3 rows' }).click();
      await page.getByRole('link', { name: `See lot ${lot.number}` }).click();

      // Nobody can miss what was not wiped.
      await page.getByRole('alert').getByText('1 device of this lot was not wiped').waitFor();
      await page.getByText('3 devices · 4.218 kg · $47.50').waitFor();
      await page.getByText('To settle: 1 not wiped, 1 missing, 1 extra, 1 lower price or grade.').waitFor();
      await page.getByText('The recipient offered $20.00 and pays $7.50.').waitFor();
      await page.getByText('Data removal certificates').first().waitFor();
      expect(await findings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Settle', exact: true }).click();
      await page.getByText(/explain 4 differences/).waitFor();

      for (const [name, note] of [
        ['Settle WEB0002: Not wiped', 'They destroyed the drive on Monday.'],
        ['Settle WEB0002: Lower price or grade', 'The screen was broken.'],
        ['Settle WEB0003: Missing', 'It is in their second list.'],
      ] as const) {
        await page.getByRole('button', { name }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('How was it settled?').fill(note);
        if (name.endsWith('Not wiped')) expect(await findings(page)).toEqual([]);
        await dialog.getByRole('button', { name: 'Settle', exact: true }).click();
        await page.getByText(`Settled: ${note}`).waitFor();
      }
      await page.getByText('To settle: 1 extra.').waitFor();
      expect(await page.getByText('1 device of this lot was not wiped').count()).toBe(0);
      await page.getByRole('button', { name: 'Open again WEB0003: Missing' }).click();
      await page.getByLabel('Why is it open again?').fill('Their second list does not have it.');
      await page.getByRole('dialog').getByRole('button', { name: 'Open again' }).click();
      await page.getByText('Open again: Their second list does not have it.').waitFor();
      expect(await desk.told(lot, '&open=true')).toEqual([
        'extra unknown_code STRANGER',
        'missing not_in_file WEB0003',
      ]);
    },
    PATIENCE_MS,
  );

  it(
    'is settled with one note for all devices that nobody knows',
    async () => {
      const crowded = await desk.gone([{ serialNumber: 'MANY0001' }]);
      await desk.import(crowded, [{ Serial: 'MANY0001' }, { Serial: 'NOBODY1' }, { Serial: 'NOBODY2' }]);
      const page = await open(`/lots/${crowded.id}`, 'its');
      await page.getByRole('button', { name: 'Settle all 2: Extra' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Your note settles all 2 open differences of this kind.').waitFor();
      expect(await findings(page)).toEqual([]);
      await dialog.getByLabel('How were they settled?').fill('From another district.');
      await dialog.getByRole('button', { name: 'Settle all 2', exact: true }).click();
      await page.getByText('Settled: From another district.').nth(1).waitFor();
      await page.getByRole('button', { name: /^Settle all/ }).waitFor({ state: 'detached' });
      expect(await desk.told(crowded, '&open=true')).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'is read by a technician on a phone, also in Spanish, who cannot settle or import',
    async () => {
      const page = await open(`/lots/${lot.id}`, 'technician', PHONE);
      await page.getByRole('heading', { name: 'What came back' }).waitFor();
      await page.getByText(/the district has no device with this code/).waitFor();
      expect(await page.getByRole('button', { name: /^Settle/ }).count()).toBe(0);
      expect(await page.getByRole('link', { name: 'Import the recipient’s file' }).count()).toBe(0);
      expect(await findings(page)).toEqual([]);
      await inSpanish(page);
      await page.getByRole('heading', { name: 'Lo que informó el destinatario' }).waitFor();
      await page.getByText('Falta resolver: 1 sin llegar, 1 de más.').waitFor();
      expect(await findings(page)).toEqual([]);
    },
    PATIENCE_MS,
  );
});
