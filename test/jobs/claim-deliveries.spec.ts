import { DeliverySchedules } from '../../src/warranty/delivery/delivery-schedules.service.js';
import type { VendorDeliveryView } from '../../src/warranty/delivery/vendor-deliveries.service.js';
import { DeliveryDesk, SECRET } from '../support/delivery-desk.js';
import type { Problem } from '../support/devices.js';

let desk: DeliveryDesk;

beforeAll(async () => {
  desk = await DeliveryDesk.open();
});
beforeEach(() => desk.begin());
afterAll(() => desk.close());

describe('the settings of a delivery', () => {
  it('never show a password, a key or a secret', async () => {
    await desk.deliver(desk.bySftp({ secret: SECRET }));
    const view = await desk.deliver(desk.byHttps({ secret: undefined }));
    expect(view.secrets).toEqual({
      signing: expect.any(String),
      password: expect.any(String),
      privateKey: null,
    });
    expect(view).toMatchObject({ vendor: 'acme', layout: 'general', version: 2 });
    const shown = JSON.stringify([
      view,
      (await desk.here.admin.get(`/vendors/${desk.vendor.id}`).expect(200)).body,
    ]);
    for (const secret of [SECRET, 'sealed']) expect(shown).not.toContain(secret);
    const rows = await desk.app.source.query<{ sealed: Buffer }[]>(
      `SELECT sealed FROM vendor_secrets WHERE district_id = $1`,
      [desk.here.district.id],
    );
    expect(rows).toHaveLength(2);
    for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toContain(SECRET);
  });

  it('are refused with the place of each mistake', async () => {
    const fieldsOf = async (delivery: object): Promise<string[]> =>
      (await desk.deliver(delivery, {}, 400)).errors.map(({ field, code }) => `${field} ${code}`);
    expect(await fieldsOf({ by: 'sftp', host: 'a' })).toEqual([
      'delivery.username MISSING',
      'delivery.hostKey MISSING',
      'delivery.password MISSING',
    ]);
    expect(await fieldsOf({ by: 'https', url: 'http://a.example' })).toEqual([
      'delivery.secret MISSING',
      'delivery.url NOT_HTTPS',
    ]);
    expect(await fieldsOf({ by: 'email', to: ['a@b.example'], url: 'https://a.example' })).toEqual([
      'delivery.url NOT_OF_WAY',
    ]);
    expect(await fieldsOf(desk.byHttps({ certificate: 'none' }))).toEqual([
      'delivery.certificate NOT_A_CERTIFICATE',
    ]);
  });

  it('come with the vendor, as the rest of it', async () => {
    const { id } = await desk.here.vendor('Mail', {
      delivery: { by: 'email', to: ['a@mail.example'] },
      layout: 'dell-dispatch',
    });
    const { body } = await desk.here.admin.get(`/vendors/${id}/delivery`).expect(200);
    expect(body).toMatchObject({
      layout: 'dell-dispatch',
      delivery: { by: 'email', to: ['a@mail.example'] },
    });
  });

  it('let nothing be sent again to a vendor that downloads, or while it is under way', async () => {
    const made = await desk.batch();
    const nothing = await desk.here.admin.post(`/claim-batches/${made.id}/deliveries`).expect(409);
    expect((nothing.body as Problem).code).toBe('NOTHING_TO_SEND');
    await desk.deliver(desk.byHttps());
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => desk.here.admin.post(`/claim-batches/${made.id}/deliveries`)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, ...Array<number>(9).fill(409)]);
  });
});

describe('the schedule of a vendor', () => {
  const SCHEDULE = { weekdays: [1, 2, 3, 4, 5, 6, 7], at: '16:00' };
  const due = (): Promise<unknown> =>
    desk.app.source.query(
      `UPDATE vendor_deliveries SET next_run_at = now() - interval '1 hour' WHERE district_id = $1`,
      [desk.here.district.id],
    );
  const view = async (): Promise<VendorDeliveryView> =>
    (await desk.here.admin.get(`/vendors/${desk.vendor.id}/delivery`).expect(200)).body as VendorDeliveryView;

  it('sends what is ready, once for each time, however many workers there are', async () => {
    await desk.deliver({ by: 'download' }, { schedule: SCHEDULE });
    await desk.here.ready('acme', [{}, {}]);
    await due();
    await Promise.all(Array.from({ length: 8 }, () => desk.app.get(DeliverySchedules).runDue()));
    const { body } = await desk.here.admin.get('/claim-batches').expect(200);
    expect((body as { items: object[] }).items).toMatchObject([
      { sequence: 1, claimCount: 2, createdByName: null },
    ]);
    expect(await view()).toMatchObject({ ranWith: 'Batch 1 with 2 claims.' });
    expect(new Date((await view()).nextRunAt ?? 0).getTime()).toBeGreaterThan(Date.now());
  });

  it('makes no batch if nothing is ready', async () => {
    await desk.deliver({ by: 'download' }, { schedule: SCHEDULE });
    await due();
    await desk.app.get(DeliverySchedules).runDue();
    expect((await view()).ranWith).toBe('No claim was ready.');
    await desk.here.ready('acme', [{}]);
    expect((await desk.here.send({ vendor: 'acme' })).sequence).toBe(1);
  });
});
