import { setTimeout as sleep } from 'node:timers/promises';
import { ended, show, step, upload } from '../support/imports.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { register, type Register } from '../support/devices.js';
import { type GoneLot, SettlementDesk } from '../support/settlement-desk.js';

let app: TestApp;
let here: Register;
let its: TestUser;
let desk: SettlementDesk;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  its = await app.user(here.district, 'its');
  desk = new SettlementDesk(app, here, its);
});

afterAll(() => app.close());

const serial = (serialNumber: string, more: object = {}): object => ({ serialNumber, ...more });

async function waivePapers(lot: GoneLot): Promise<void> {
  for (const { kind } of (await desk.read(lot)).obligations)
    await its.put(`/lots/${lot.id}/obligations/${kind}`).send({ waivedBecause: 'A test' }).expect(200);
}

function merge(survivorId: string, duplicateId: string | undefined): PromiseLike<unknown> {
  return here.admin
    .post(`/devices/${survivorId}/merge`)
    .set('if-match', '*')
    .send({ duplicateId, note: 'The same device' })
    .expect(200);
}

describe('a missing device', () => {
  it('that somebody has settled stays settled when its record is merged into another', async () => {
    const lot = await desk.gone([serial('MISS01'), serial('MISS02')]);
    const survivor = await here.add({ assetTag: 'MISS-9' });
    await desk.import(lot, [{ Serial: 'MISS01' }]);
    const [missing] = await desk.differences(lot);
    await desk.settle(lot, missing, { note: 'On the second truck.' }).expect(200);
    await merge(survivor.id, lot.devices[1]?.id);
    await waivePapers(lot);
    await desk.lots.done(lot.id, { step: 'settle' });
    expect(await desk.differences(lot)).toEqual([
      expect.objectContaining({ id: missing?.id, deviceId: survivor.id, note: 'On the second truck.' }),
    ]);
  });

  it('that only the settling of the lot finds can be read and settled afterwards', async () => {
    const lot = await desk.gone([serial('LATE01'), serial('LATE02')]);
    await desk.import(lot, [{ Serial: 'LATE01' }]);
    await app.source.query(`UPDATE lot_settlement_differences SET ended_at = now() WHERE lot_id = $1`, [
      lot.id,
    ]);
    await waivePapers(lot);
    const refused = await desk.lots.step(lot.id, { step: 'settle' });
    const [missing] = await desk.differences(lot);
    expect([refused.status, refused.body.errors]).toEqual([
      409,
      [expect.objectContaining({ field: `returned.${missing?.id}` })],
    ]);
    await desk.settle(lot, missing).expect(200);
    await desk.lots.done(lot.id, { step: 'settle' });
  });
});

it('shows no device and no lot of another site to staff who cannot see them there', async () => {
  const spare = await here.add({ serialNumber: 'FAR01', site: 'B' });
  const [onLot] = await desk.lots.cleared(1, { serialNumber: 'FAR02', site: 'B' });
  const other = await desk.lots.lot({ site: 'B' });
  await desk.lots.put(other.id, { add: [onLot?.id] });
  const lot = await desk.gone([serial('NEAR01')]);
  await desk.import(lot, [
    { Serial: 'NEAR01', 'Wipe status': 'failed' },
    { Serial: 'FAR01', 'Wipe status': '' },
    { Serial: 'FAR02', 'Wipe status': '' },
  ]);
  const seen = async (user: TestUser): Promise<unknown[]> => {
    const { body: lines } = await user.get(`/lots/${lot.id}/settlement`).expect(200);
    const { body: differences } = await user.get(`/lots/${lot.id}/settlement/differences`).expect(200);
    type Seen = { items: { code: string; deviceId: string | null; found?: string }[] };
    return [...(lines as Seen).items, ...(differences as Seen).items]
      .map(({ code, deviceId, found = '' }) => [code, deviceId, found])
      .toSorted();
  };
  const near = lot.devices[0]?.id;
  const technician = await app.user(here.district, 'technician', { sites: ['A'] });
  expect(await seen(its)).toEqual([
    ['FAR01', spare.id, ''],
    ['FAR01', spare.id, ''],
    ['FAR02', onLot?.id, ''],
    ['FAR02', onLot?.id, String(other.number)],
    ['NEAR01', near, ''],
    ['NEAR01', near, ''],
  ]);
  expect(await seen(technician)).toEqual([
    ['FAR01', null, ''],
    ['FAR01', null, ''],
    ['FAR02', null, ''],
    ['FAR02', null, ''],
    ['NEAR01', near, ''],
    ['NEAR01', near, ''],
  ]);
});

it('finds no difference of another lot, and tells nothing of it', async () => {
  const lot = await desk.gone([serial('MINE01')]);
  const other = await desk.gone([serial('MINE02'), serial('MINE03')]);
  await desk.import(other, [{ Serial: 'MINE02' }]);
  const [difference] = await desk.differences(other);
  await desk.settle(other, difference, { note: 'Not for everybody' }).expect(200);
  const { status, body } = await desk.settle(lot, difference);
  expect([status, (body as { code: string }).code]).toEqual([404, 'DIFFERENCE_NOT_FOUND']);
  expect(JSON.stringify(body)).not.toContain('Not for everybody');
});

describe('many differences', () => {
  const settle = (lot: GoneLot, body: object, by = its): ReturnType<TestUser['post']> =>
    by.post(`/lots/${lot.id}/settlement/differences`).send(body);

  it('of a kind are settled with one note, and those of other kinds and lots stay open', async () => {
    const lot = await desk.gone([serial('MANY01'), serial('MANY02'), serial('MANY03')]);
    const other = await desk.gone([serial('MANY11'), serial('MANY12')]);
    await desk.import(other, [{ Serial: 'MANY11' }]);
    await desk.import(lot, [{ Serial: 'MANY01' }, { Serial: 'ALIEN1' }, { Serial: 'ALIEN2' }]);
    const [first] = await desk.differences(lot, '&kind=missing');
    await desk.settle(lot, first, { note: 'Mine was first.' }).expect(200);
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    await settle(lot, { kind: 'extra', note: 'Theirs' }, technician).expect(403);
    await settle(lot, { kind: 'extra', note: ' ' }).expect(400);
    await settle(lot, { note: 'No kind' }).expect(400);
    const none = await settle(lot, { kind: 'extra', reason: 'not_on_lot', note: 'Ours' }).expect(200);
    expect(none.body).toEqual({ settled: 0 });
    const extras = await settle(lot, { kind: 'extra', reason: 'unknown_code', note: 'Ours' }).expect(200);
    expect(extras.body).toEqual({ settled: 2 });
    expect(await desk.told(lot, '&open=true')).toEqual(['missing not_in_file MANY03']);
    const missing = await settle(lot, { kind: 'missing', note: 'All of them' }).expect(200);
    expect(missing.body).toEqual({ settled: 1 });
    expect((await desk.differences(lot)).map(({ note }) => note).toSorted()).toEqual([
      'All of them',
      'Mine was first.',
      'Ours',
      'Ours',
    ]);
    expect(await desk.told(other, '&open=true')).toEqual(['missing not_in_file MANY12']);
  });

  it('cannot be settled once the lot is, or by people of another district', async () => {
    const lot = await desk.gone([serial('SHUT01')]);
    await waivePapers(lot);
    await desk.lots.done(lot.id, { step: 'settle' });
    const { body } = await settle(lot, { kind: 'extra', note: 'Late' }).expect(409);
    expect((body as { code: string }).code).toBe('DIFFERENCES_CLOSED');
    const elsewhere = await app.user((await register(app)).district, 'its');
    await settle(lot, { kind: 'extra', note: 'Not mine' }, elsewhere).expect(404);
  });
});

it('compares what a canceled import brought, but misses no device that one of its other rows names', async () => {
  const lot = await desk.gone([serial('HALF01'), serial('HALF02'), serial('HALF03')]);
  const held = await desk.gone([serial('HELD01')]);
  const filler = (from: number): string[] => Array.from({ length: 999 }, (_, i) => `FILLER${from + i}`);
  const of = ({ number }: GoneLot, codes: string[]): string[] => codes.map((code) => `${number},${code}\n`);
  const rows = [
    ...of(lot, ['HALF01', ...filler(1_000)]),
    ...of(held, ['HELD01', ...filler(2_000)]),
    ...of(lot, ['HALF02']),
  ];
  const writer = app.source.createQueryRunner();
  await writer.startTransaction();
  await writer.query(`SELECT FROM lots WHERE id = $1 FOR UPDATE`, [held.id]);
  const { id } = await upload(its, `District lot,Serial\n${rows.join('')}`, { kind: 'settlements' });
  while ((await show(its, id)).job?.done !== 1_000 || (await show(its, id)).state !== 'committing')
    await sleep(50);
  const view = await show(its, id);
  await its.post(`/imports/${id}/cancel`).expect(202);
  await writer.rollbackTransaction();
  await writer.release();
  expect((await ended(app, its, view)).state).toBe('cancelled');
  expect(await desk.told(lot, '&kind=missing')).toEqual(['missing not_in_file HALF03']);
  await step(app, its, id, 'commit');
  expect(await desk.told(lot, '&kind=missing')).toEqual(['missing not_in_file HALF03']);
});
