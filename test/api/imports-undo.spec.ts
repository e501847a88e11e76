import { RecountService } from '../../src/count-evidence/recount.service.js';
import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import { districtOfFleet, fleetOf } from '../support/fleets.js';
import {
  countBySite,
  deviceOf,
  devicesCsv,
  districtWithSites,
  load,
  numbered,
  step,
} from '../support/imports.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

async function differencesOf({ id }: TestDistrict): Promise<unknown[]> {
  const differences: unknown[] = [];
  await app.get(RecountService).check(id, (difference) => differences.push(difference));
  return differences;
}

/** Devices whose codes are free again, as a second load needs them. */
async function liveDevices({ id }: TestDistrict): Promise<number> {
  const [row] = await app.source.query<{ live: number }[]>(
    `SELECT count(*)::int AS live FROM devices WHERE district_id = $1 AND status <> 'void'`,
    [id],
  );
  return row?.live ?? 0;
}

describe('an import of 2,000 devices with wrong sites, undone, and then the right file', () => {
  it('leaves every count at every date as if the first had never been', async () => {
    const [wrong, right] = [await fleetOf(2_000, 2_000), await fleetOf(2_000)];
    const [mended, plain] = [await districtOfFleet(app), await districtOfFleet(app)];
    const first = await load(app, mended.admin, wrong.csv);
    expect(first.plan).toMatchObject({ add: 2_000 });
    const undone = await step(app, mended.admin, first.id, 'undo');
    expect(undone.job?.result).toMatchObject({ undone: 2_000, leftCount: 0, left: [] });
    expect(await countBySite(mended.admin)).toEqual({});
    expect(await countBySite(mended.admin, '2019-01-01')).toEqual({});
    expect((await load(app, mended.admin, right.csv)).plan).toMatchObject({ add: 2_000, refused: 0 });
    expect((await load(app, plain.admin, right.csv)).plan).toMatchObject({ add: 2_000 });
    expect(await liveDevices(mended)).toBe(2_000);
    for (let year = 2010; year <= 2026; year += 1)
      for (const day of ['02-28', '09-15']) {
        const date = `${year}-${day}`;
        if (new Date(date) > new Date()) continue;
        const query = `asOf=${date}&groupBy=site,kind,status&status=in_stock,deployed,in_repair,missing,retired,disposed`;
        const [a, b] = await Promise.all(
          [mended, plain].map(({ admin }) => admin.get(`/counts?${query}`).expect(200)),
        );
        expect([date, a?.body.groups]).toEqual([date, b?.body.groups]);
      }
    expect(await differencesOf(mended)).toEqual([]);
    await app.fold();
    expect(await differencesOf(mended)).toEqual([]);
  }, 240_000);
});

describe('an undo', () => {
  it('returns what was changed, and keeps what was edited since, by name', async () => {
    const district = await districtWithSites(app);
    await load(app, district.admin, devicesCsv(numbered(3, { Cost: '100.00', Notes: 'first' })));
    const second = await load(
      app,
      district.admin,
      devicesCsv(numbered(4, { Cost: '200.00', Notes: 'second', Site: 'B2' })),
    );
    expect(second.plan).toMatchObject({ change: 3, add: 1 });
    const edited = await deviceOf(district.admin, 'SN1001');
    await district.admin
      .patch(`/devices/${edited.id}`)
      .set('If-Match', '*')
      .send({ notes: 'by hand' })
      .expect(200);
    const undone = await step(app, district.admin, second.id, 'undo');
    expect(undone.job?.result).toMatchObject({
      undone: 3,
      leftCount: 1,
      left: [{ targetId: edited.id, detail: expect.stringContaining('notes') }],
    });
    expect(await deviceOf(district.admin, 'SN1000')).toMatchObject({ costCents: 10_000, notes: 'first' });
    expect(await deviceOf(district.admin, 'SN1001')).toMatchObject({ costCents: 20_000, notes: 'by hand' });
    expect(await countBySite(district.admin)).toEqual({ A1: 2, B2: 1 });
    expect(await differencesOf(district)).toEqual([]);
  });

  it('obeys a hold on a device, and undoes the others', async () => {
    const district = await districtWithSites(app);
    const { id } = await load(app, district.admin, devicesCsv(numbered(3)));
    const held = await deviceOf(district.admin, 'SN1001');
    await district.admin
      .post(`/devices/${held.id}/holds`)
      .send({ kind: 'legal', forbids: ['void'], reason: 'a lawsuit' })
      .expect(201);
    const undone = await step(app, district.admin, id, 'undo');
    expect(undone.job?.result).toMatchObject({
      undone: 2,
      leftCount: 1,
      left: [{ targetId: held.id, detail: expect.stringContaining('lawsuit') }],
    });
    expect(await countBySite(district.admin)).toEqual({ A1: 1 });
  });

  it('frees the codes for another file', async () => {
    const district = await districtWithSites(app);
    const file = devicesCsv(numbered(3));
    const { id } = await load(app, district.admin, file);
    await step(app, district.admin, id, 'undo');
    const again = await load(app, district.admin, file);
    expect(again.plan).toMatchObject({ add: 3 });
    expect(await countBySite(district.admin)).toEqual({ A1: 3 });
  });

  it('that was cancelled goes on where it was', async () => {
    const district = await districtWithSites(app);
    const { id } = await load(app, district.admin, devicesCsv(numbered(2_500)));
    const writer = app.source.createQueryRunner();
    // In the second of three chunks, from whichever end they are counted.
    const held = await deviceOf(district.admin, `SN${1000 + 1_250}`);
    await writer.startTransaction();
    await writer.query(`SELECT 1 FROM devices WHERE district_id = $1 AND id = $2 FOR UPDATE`, [
      district.id,
      held.id,
    ]);
    const { body } = await district.admin.post(`/imports/${id}/undo`).expect(202);
    while ((await district.admin.get(`/jobs/${body.job.id}`)).body.done < 1_000);
    await district.admin.post(`/imports/${id}/cancel`).expect(202);
    await writer.rollbackTransaction();
    await writer.release();
    const job = await app.job(district.admin, body.job.id);
    expect(job).toMatchObject({ state: 'cancelled', done: 2_000 });
    await district.admin.post(`/imports/${id}/commit`).expect(409);
    const undone = await step(app, district.admin, id, 'undo');
    expect(undone.job?.result).toMatchObject({ undone: 2_500, leftCount: 0 });
    expect(await countBySite(district.admin)).toEqual({});
  });
});
