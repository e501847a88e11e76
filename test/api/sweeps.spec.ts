import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { freshTag, LATITUDE, register, type Register } from '../support/devices.js';
import { download } from '../support/exports.js';
import { textOf } from '../support/pdf-text.js';
import { scanOf, sendScans } from '../support/scans.js';

let app: TestApp;
let here: Register;
let ann: TestUser;
let bob: TestUser;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  ann = await app.user(here.district, 'technician', { sites: ['A'] });
  bob = await app.user(here.district, 'technician', { sites: ['A'] });
});

afterAll(() => app.close());

interface SweepJson {
  id: string;
  expected: number;
  found: Record<string, number>;
  technicians: string[];
  late: number;
  closedAt: string | null;
  moved: number;
  left: { deviceId: string; detail: string }[];
}

async function room(name: string, devices: number): Promise<string[]> {
  const rows = Array.from({ length: devices }, () => ({
    assetTag: freshTag(),
    ...LATITUDE,
    site: 'A',
    room: name,
    status: 'deployed',
  }));
  await here.batch(rows);
  return rows.map(({ assetTag }) => assetTag);
}

async function begin(body: object, by = ann): Promise<SweepJson> {
  return (await by.post('/sweeps').send(body).expect(201)).body as SweepJson;
}

async function look(id: string, by = ann): Promise<SweepJson> {
  return (await by.get(`/sweeps/${id}`).expect(200)).body as SweepJson;
}

async function close(id: string, moves: boolean, by = ann): Promise<SweepJson> {
  return (await by.post(`/sweeps/${id}/closing`).send({ moves, note: 'signed' }).expect(200))
    .body as SweepJson;
}

describe('a sweep', () => {
  it('of forty devices by two technicians, one of them offline, says of each what is to be said', async () => {
    const tags = await room('12', 40);
    const strays = await room('14', 3);
    const retired = await here.add({ room: '12' });
    await here.change(retired.id, { status: 'retired' });
    const sweep = await begin({ site: 'A', room: '12' });
    expect(sweep.expected).toBe(40);
    const scan = (code: string): object => scanOf(code, 'count', { site: 'A', room: '12', sweep: sweep.id });
    // Two of the forty are not there.
    await sendScans(ann, tags.slice(0, 20).map(scan));
    await sendScans(ann, [...strays, 'NOBODY-KNOWS-THIS', retired.assetTag ?? ''].map(scan));
    const offline = tags.slice(18, 38).map(scan);
    expect(await look(sweep.id)).toMatchObject({ found: { verified: 20, not_seen: 20, missing: 0 } });
    await sendScans(bob, offline);
    await sendScans(bob, offline);
    const found = { verified: 38, misplaced: 3, unknown: 1, retired: 1 };
    const open = { ...found, not_seen: 2, missing: 0 };
    expect(await look(sweep.id)).toMatchObject({ found: open, late: 0 });
    expect((await look(sweep.id)).technicians).toHaveLength(2);
    const closed = await close(sweep.id, true);
    expect(closed.left).toEqual([]);
    expect(closed).toMatchObject({ found: { ...found, not_seen: 0, missing: 2 }, moved: 3 });
    for (const tag of strays) {
      const { body } = await ann.get(`/devices?q=${tag}`).expect(200);
      expect((body as { items: { room: string }[] }).items[0]).toMatchObject({ room: '12' });
    }
    expect(await here.differences()).toEqual([]);
  });

  it('stays as it was signed, whatever is scanned or moved later', async () => {
    const [first = '', second = ''] = await room('5', 2);
    const sweep = await begin({ site: 'A', room: '5' });
    const scan = (code: string): object => scanOf(code, 'count', { site: 'A', room: '5', sweep: sweep.id });
    await sendScans(ann, [scan(first)]);
    await close(sweep.id, false);
    await sendScans(bob, [scan(second)]);
    const after = await look(sweep.id);
    expect(after).toMatchObject({ found: { verified: 1, missing: 1 }, late: 1 });
    await ann.post(`/sweeps/${sweep.id}/closing`).send({ moves: true }).expect(409);
  });

  it('closed while others scan counts each scan, or calls it late', async () => {
    const tags = await room('6', 30);
    const sweep = await begin({ site: 'A', room: '6' });
    const scan = (code: string): object => scanOf(code, 'count', { site: 'A', room: '6', sweep: sweep.id });
    const sending = tags.map(async (tag) => sendScans(ann, [scan(tag)]));
    await Promise.race(sending);
    await Promise.all([close(sweep.id, false), ...sending]);
    const { found, late } = await look(sweep.id);
    expect((found['verified'] ?? 0) + late).toBe(30);
    expect(found['missing']).toBe(late);
  });

  it('of a whole site knows a room that is not the expected one', async () => {
    const [device = ''] = await room('7', 1);
    const sweep = await begin({ site: 'A' });
    await sendScans(ann, [scanOf(device, 'count', { site: 'A', room: '8', sweep: sweep.id })]);
    expect((await look(sweep.id)).found).toMatchObject({ misplaced: 1, not_seen: 0, missing: 0 });
    const { body } = await ann.get(`/sweeps/${sweep.id}/findings?result=misplaced`).expect(200);
    expect((body as { items: object[] }).items).toEqual([
      expect.objectContaining({ code: device, recordedRoom: '7', expectedRoom: '7', foundRoom: '8' }),
    ]);
  });

  it('is one at a place, however many begin at once; and closed once', async () => {
    await room('9', 1);
    const begun = await Promise.all(
      Array.from({ length: 8 }, () => ann.post('/sweeps').send({ site: 'A', room: '9' })),
    );
    expect(begun.map(({ status }) => status).toSorted()).toEqual([
      201,
      ...Array.from({ length: 7 }, () => 409),
    ]);
    const id = (begun.find(({ status }) => status === 201)?.body as { id: string }).id;
    const closed = await Promise.all(
      Array.from({ length: 8 }, () => bob.post(`/sweeps/${id}/closing`).send({ moves: true })),
    );
    expect(closed.map(({ status }) => status).toSorted()).toEqual([
      200,
      ...Array.from({ length: 7 }, () => 409),
    ]);
  });

  it('moves what it may, and says what it left and why', async () => {
    const [stray = ''] = await room('14', 1);
    await room('12', 1);
    const { body } = await here.admin.get(`/devices?q=${stray}`).expect(200);
    const id = (body as { items: { id: string }[] }).items[0]?.id ?? '';
    await here.admin
      .post(`/devices/${id}/holds`)
      .send({ kind: 'legal', forbids: ['change'], reason: 'a case' })
      .expect(201);
    const sweep = await begin({ site: 'A', room: '12' });
    await sendScans(ann, [scanOf(stray, 'count', { site: 'A', room: '12', sweep: sweep.id })]);
    const closed = await close(sweep.id, true);
    expect(closed).toMatchObject({
      moved: 0,
      left: [{ deviceId: id, detail: expect.stringContaining('a case') }],
    });
  });

  it('says of a device that was found where it is on record already that it need not move', async () => {
    const [tag = ''] = await room('7', 1);
    await room('8', 1);
    const sweep = await begin({ site: 'A', room: '8' });
    await sendScans(ann, [scanOf(tag, 'count', { site: 'A', room: '7', sweep: sweep.id })]);
    const closed = await close(sweep.id, true);
    expect(closed).toMatchObject({ found: { misplaced: 1 }, moved: 0 });
    expect(closed.left.map(({ detail }) => detail)).toEqual([
      'The device was found in room 7, where it is already on record, so it was not moved.',
    ]);
  });

  it('does not name somebody whose scans do not count, because they cannot reach its site', async () => {
    const [tag = ''] = await room('9', 1);
    const sweep = await begin({ site: 'A', room: '9' });
    const liaison = await app.user(here.district, 'liaison', { sites: ['B'] });
    const scan = scanOf(tag, 'count', { site: 'A', room: '9', sweep: sweep.id });
    expect(await sendScans(liaison, [scan])).toMatchObject([{ outcome: 'conflict', code: 'OUT_OF_SCOPE' }]);
    expect(await look(sweep.id)).toMatchObject({ technicians: [], found: { not_seen: 1 } });
  });

  it('has a report to sign, as PDF and CSV', async () => {
    const [first = ''] = await room('3', 2);
    const sweep = await begin({ site: 'A', room: '3', name: 'June count' });
    await sendScans(ann, [scanOf(first, 'count', { site: 'A', room: '3', sweep: sweep.id })]);
    await close(sweep.id, false);
    const text = await textOf(await download(ann, `sweeps/${sweep.id}/report/pdf`));
    for (const part of [
      'June count',
      '2 devices were expected: 1 verified and 1 missing',
      'Closed by',
      'signed',
      'Signature and date',
      first,
    ])
      expect(text).toContain(part);
    const csv = (await download(ann, `sweeps/${sweep.id}/report/csv`)).toString();
    expect(csv.split('\r\n')).toHaveLength(4);
  });

  it('is due for every room with devices, until one is closed there', async () => {
    await room('1', 1);
    await room('2', 1);
    const due = async (): Promise<string[]> =>
      ((await ann.get('/sweeps/due').expect(200)).body as { items: { room: string }[] }).items.map(
        (one) => one.room,
      );
    expect(await due()).toEqual(['1', '2']);
    const sweep = await begin({ site: 'A', room: '1' });
    expect(await due()).toEqual(['1', '2']);
    await close(sweep.id, false);
    expect(await due()).toEqual(['2']);
  });

  it('is of its site alone', async () => {
    await room('12', 1);
    const sweep = await begin({ site: 'A', room: '12' });
    const other = await app.user(here.district, 'technician', { sites: ['B'] });
    await other.get(`/sweeps/${sweep.id}`).expect(404);
    await other.get(`/sweeps/${sweep.id}/findings`).expect(404);
    await other.post(`/sweeps/${sweep.id}/closing`).send({ moves: true }).expect(404);
    await other.post('/sweeps').send({ site: 'A' }).expect(400);
    await ann.post('/sweeps').send({ site: 'A', room: 'nowhere' }).expect(400);
    const [result] = await sendScans(ann, [
      scanOf('X', 'count', { site: 'A', sweep: other.scope.districtId }),
    ]);
    expect(result).toMatchObject({ outcome: 'refused', code: 'UNKNOWN_SWEEP' });
  });
});
