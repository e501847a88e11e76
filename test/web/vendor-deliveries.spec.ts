import type { BatchMade } from '../../src/warranty/batches/batches.service.js';
import { VendorServer } from '../support/posted-files.js';
import { findings } from './findings.js';
import { VendorPages } from './vendor-pages.js';
import { describePages, PHONE, until } from './web.js';

let desk: VendorPages;
let server: VendorServer;

beforeAll(async () => {
  server = await VendorServer.start();
  desk = await VendorPages.start({ DELIVER_TO_PRIVATE_ADDRESSES: 'yes' });
  await desk.begin();
});

afterEach(() => desk.end());

afterAll(async () => {
  await desk.close();
  await server.stop();
});

describePages('a delivery that failed', () => {
  it('is shown with the answer of the vendor’s server, is sent again, and a replaced batch is not', async () => {
    const { url, authority } = server;
    await desk.district.admin
      .put(`/vendors/${desk.vendorId}/delivery`)
      .set('If-Match', '*')
      .send({
        layout: 'general',
        delivery: { by: 'https', url, certificate: authority, secret: 'a secret of sixteen and more' },
      })
      .expect(200);
    server.answering = (_, answer) => void answer.writeHead(422).end('We do not know this layout.');
    await desk.ready('T1001');
    const { body } = await desk.district.admin
      .post('/claim-batches')
      .send({ vendor: 'valley-depot' })
      .expect(201);
    const batch = body as BatchMade;
    const page = await desk.open(`/claim-batches/${batch.id}`, 'its', PHONE);
    const delivery = page.getByRole('region', { name: 'Delivery' });
    await until(async () => {
      await page.reload();
      await delivery.waitFor();
      return (await delivery.getByText('Not delivered').count()) > 0;
    }, 'the delivery has failed');
    await delivery.getByText(/We do not know this layout\./).waitFor();
    expect(await findings(page)).toEqual([]);
    server.answering = VendorServer.yesOnce(server.kept);
    await desk.button('Send again', delivery).click();
    await until(async () => {
      await page.reload();
      await delivery.waitFor();
      return (await delivery.getByText('Delivered', { exact: true }).count()) > 0;
    }, 'it is delivered');
    await delivery.getByText(/sent 2 times/).waitFor();
    expect(server.kept.size).toBe(1);
    expect(await findings(page)).toEqual([]);
    await desk.button('Replace this batch').click();
    await page.getByRole('heading', { name: 'Valley Depot, batch 2' }).waitFor();
    await page.goto(`/claim-batches/${batch.id}`);
    await page.getByText('Replaced by a newer batch').first().waitFor();
    await delivery.waitFor();
    expect(await desk.button('Send again', delivery).count()).toBe(0);
  });
});
