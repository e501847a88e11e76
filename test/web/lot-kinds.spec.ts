import type { Page } from 'playwright-core';
import type { TestDistrict } from '../support/app.js';
import { daysAgo } from '../support/devices.js';
import { deviceOf, districtWithSites } from '../support/imports.js';
import { devicesToLeave } from '../support/leaving-devices.js';
import { findings } from './findings.js';
import { typeAsScanner } from './keys.js';
import { sign } from './sign.js';
import { choose, describePages, DESKTOP, PHONE, until, Web } from './web.js';

const PATIENCE_MS = 180_000;
/** Lacks everything that a route needs. */
const UNREADY = 'T1010';

interface Kind {
  kind: string;
  /** As the page names it, and as the API does. */
  route: string;
  code: string;
  recipient: string;
  /** Title of the board item that approves it; undefined where none does. */
  boardItem?: string;
  /** A board item that does not cover the route. */
  unfit?: string;
  tags: [string, string];
  owed: string[];
}

const KINDS: Kind[] = [
  {
    kind: 'a lease return',
    route: 'Return to the lessor',
    code: 'lease_return',
    recipient: 'First Lease Corp.',
    tags: ['T1000', 'T1001'],
    owed: [],
  },
  {
    kind: 'a trade-in',
    route: 'Trade in',
    code: 'trade_in',
    recipient: 'Byte Resellers',
    boardItem: 'Sale with notice',
    unfit: 'Donation or dump',
    tags: ['T1002', 'T1003'],
    owed: ['Price', 'Payment'],
  },
  {
    kind: 'a sale',
    route: 'Sell',
    code: 'sell',
    recipient: 'Byte Resellers',
    boardItem: 'Sale with notice',
    unfit: 'Donation or dump',
    tags: ['T1004', 'T1005'],
    owed: ['Price', 'Payment'],
  },
  {
    kind: 'a transfer to another agency',
    route: 'Transfer to another agency',
    code: 'agency_transfer',
    recipient: 'County Office of Education',
    boardItem: 'Sale to a public agency',
    unfit: 'Sale with notice',
    tags: ['T1006', 'T1007'],
    owed: ['Receipt of the recipient'],
  },
  {
    kind: 'a donation',
    route: 'Donate',
    code: 'donate',
    recipient: 'Computers for Kids',
    boardItem: 'Donation or dump',
    unfit: 'Sale with notice',
    tags: ['T1008', 'T1009'],
    owed: ['Receipt of the recipient'],
  },
];

let web: Web;
let district: TestDistrict;
/** Of ITS, at a desk. */
let page: Page;
/** Of a technician, with a phone at the dock. */
let dock: Page;

beforeAll(async () => {
  web = await Web.start();
  district = await districtWithSites(web.app);
  const { admin } = district;
  await devicesToLeave(web.app, district, 11);
  for (const [name, role] of [
    ['First Lease Corp.', 'lessor'],
    ['Byte Resellers', 'reseller'],
    ['County Office of Education', 'recycler'],
    ['Computers for Kids', 'recycler'],
  ])
    await admin
      .post('/vendors')
      .send({ name, roles: [role] })
      .expect(201);
  for (const [number, title, finding] of [
    ['9.1', 'Sale with notice', '17545'],
    ['9.2', 'Donation or dump', '17546_c'],
    ['9.3', 'Sale to a public agency', '17540'],
  ])
    await admin
      .post('/board-items')
      .send({ meetingOn: daysAgo(3), number, title, finding, present: 5, yes: 5, decision: 'approved' })
      .expect(201);
  page = await web.signedIn(await web.context(DESKTOP), await web.account(district, 'its'));
  dock = await web.signedIn(
    await web.context(PHONE),
    await web.account(district, 'technician', { sites: ['A1'] }),
  );
});

afterAll(() => web.close());

async function begin({ kind, code, route, recipient }: Kind): Promise<void> {
  await page.goto('/lots');
  await page.getByRole('link', { name: 'New lot' }).first().click();
  await page.getByLabel('Name').fill(`Devices of ${kind}`);
  await page.getByLabel('Route').selectOption(route);
  // What is not recycled is no waste, and what is leased is wiped by the district itself.
  expect(await page.getByLabel('Waste since (optional)').count()).toBe(0);
  expect(await page.getByLabel('The recipient removes the data').count()).toBe(
    code === 'lease_return' ? 0 : 1,
  );
  await choose(page, 'Recipient (optional)', recipient);
  await choose(page, 'Site', 'A1');
  await page.getByRole('button', { name: 'Create lot' }).click();
  await page.getByRole('heading', { name: `: Devices of ${kind}` }).waitFor();
}

async function collect({ tags, code }: Kind): Promise<void> {
  for (const tag of [...tags, UNREADY]) {
    await typeAsScanner(page, tag);
    await page.getByText(`${tag} added`).waitFor();
  }
  await page.getByText('Data not removed: 1 device.').waitFor();
  await page.getByText('Not released from management: 1 device.').waitFor();
  await page.getByRole('button', { name: 'Freeze' }).click();
  await page.getByText('Some devices aren’t ready.').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.getByRole('button', { name: `Remove ${UNREADY}` }).click();
  await page.getByText('Every device is ready').waitFor();
  await page.getByRole('button', { name: 'Freeze' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Freeze' }).click();
  await page.getByRole('link', { name: 'Manifest (CSV)' }).waitFor();
  await page
    .getByText(
      code === 'lease_return'
        ? 'Approve the return. It needs no board item.'
        : 'Approve the lot once the board has decided.',
    )
    .waitFor();
}

/** What is on no paper can still change. */
async function move(): Promise<void> {
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByText('The manifest of this lot is final.').waitFor();
  expect(await page.getByLabel('Route').count()).toBe(0);
  expect(await page.getByLabel('Recipient (optional)').count()).toBe(0);
  await page.getByLabel('Place (optional)').fill('Dock 3');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Dock 3').waitFor();
  expect(await findings(page)).toEqual([]);
}

async function approve({ boardItem, unfit }: Kind): Promise<void> {
  await page.getByRole('button', { name: 'Approve' }).click();
  const dialog = page.getByRole('dialog');
  if (boardItem === undefined) await dialog.getByText('A lease return needs no board item').waitFor();
  else {
    await choose(page, 'Board item', `${unfit} (not for this route)`);
    await dialog.getByRole('button', { name: 'Approve' }).click();
    await dialog.getByText(/does not cover the route/).waitFor();
    await choose(page, 'Board item', boardItem);
  }
  expect(await findings(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('link', { name: 'Pick up' }).waitFor();
}

async function pickUp({ code, tags, recipient }: Kind): Promise<void> {
  // ITS has no scanner at the desk, and the page does not ask for one.
  await page.getByRole('link', { name: 'Pick up' }).click();
  await page.getByText('Technicians can scan the devices as they are loaded.').waitFor();
  await dock.goto(new URL(page.url()).pathname);
  await dock.getByText('Scan each device as it is loaded.').waitFor();
  await dock.getByText('0 of 2 devices scanned').waitFor();
  for (const tag of tags) await typeAsScanner(dock, tag);
  await dock.getByText('Every device was scanned.').waitFor();
  await dock.getByLabel('Devices that the driver counts').fill('2');
  await dock.getByLabel('Name of the driver').fill('Sam Rivera');
  await dock.getByLabel('Company').fill(recipient);
  await sign(dock);
  const handOver = dock.getByRole('button', { name: 'Hand over 2 devices' });
  const receipt = dock.getByLabel('Receipt of the lessor');
  expect(await receipt.count()).toBe(code === 'lease_return' ? 1 : 0);
  if (code === 'lease_return') {
    await handOver.click();
    await dock.getByText('Enter the number of the lessor’s receipt.').waitFor();
    await dock.locator('input:focus[aria-invalid=true]').waitFor();
    expect(await findings(dock)).toEqual([]);
    await dock.keyboard.type('LR-77');
  }
  await handOver.click();
  await dock.getByText('The lot is handed over').waitFor();
  // The page of ITS hears of it by itself.
  await page.getByText('The lot is handed over').waitFor();
  await page.getByRole('link', { name: 'Go to the lot' }).click();
}

async function settle({ owed, code }: Kind): Promise<void> {
  await page.getByRole('link', { name: 'Signed receipt (PDF)' }).waitFor();
  await page.getByText('The driver took exactly what was on the manifest.').waitFor();
  for (const name of owed) {
    await page.getByRole('button', { name: `Not needed: ${name}` }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('A test.');
    await page.getByRole('dialog').getByRole('button', { name: 'Not needed' }).click();
    await until(
      async () => (await page.getByRole('button', { name: `Not needed: ${name}` }).count()) === 0,
      `nobody owes ${name} any more`,
    );
  }
  if (code === 'lease_return') {
    await page.getByText('The recipient owes you no papers for this route.').waitFor();
    await page.getByText('LR-77').waitFor();
  }
  await page.getByText('There is nothing left to file or to explain. Settle the lot.').waitFor();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Settle' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Settle' }).click();
  await page.locator('[aria-current=step]').getByText('Settled').waitFor();
}

describePages('a lot of each kind', () => {
  it.each(KINDS)(
    'of $kind goes from its first device to its last paper',
    async (kind) => {
      await begin(kind);
      await collect(kind);
      await move();
      await approve(kind);
      await pickUp(kind);
      await settle(kind);
      for (const tag of kind.tags)
        expect(await deviceOf(district.admin, tag)).toMatchObject({
          status: 'disposed',
          disposalRoute: kind.code,
        });
      expect(await deviceOf(district.admin, UNREADY)).toMatchObject({ status: 'retired' });
    },
    PATIENCE_MS,
  );
});
