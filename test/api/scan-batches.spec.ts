import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { freshTag, LATITUDE, register, type Register } from '../support/devices.js';
import { scanOf, sendScans } from '../support/scans.js';

let app: TestApp;
let here: Register;
let tech: TestUser;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  tech = await app.user(here.district, 'technician', { sites: ['A'] });
});

afterAll(() => app.close());

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

interface Inbox {
  items: {
    id: string;
    reason: string;
    detail: string;
    site: string | null;
    device: { id: string; status: string } | null;
    clash: { field: string; theirs: unknown; mine: unknown }[];
  }[];
}

async function inbox(user = here.admin): Promise<Inbox['items']> {
  return ((await user.get('/conflicts').expect(200)).body as Inbox).items;
}

async function sightings(id: string): Promise<{ site: string; seenAt: string }[]> {
  const { body } = await here.admin.get(`/devices/${id}/sightings`).expect(200);
  return (body as { items: { site: string; seenAt: string }[] }).items;
}

describe('a scan', () => {
  it.each([
    ['seen', {}, { status: 'in_stock', room: null }],
    ['count', {}, { status: 'in_stock', room: null }],
    ['move', { site: 'A', room: '12' }, { status: 'in_stock', room: '12' }],
    ['deploy', { site: 'A', room: '12' }, { status: 'deployed', room: '12' }],
    ['repair', { site: 'A' }, { status: 'in_repair' }],
    ['retire', {}, { status: 'retired' }],
  ])('%s does what it says, and is a sighting', async (action, more, expected) => {
    const { id, assetTag } = await here.add();
    const [result] = await sendScans(tech, [scanOf(assetTag ?? '', action, more)]);
    expect(result).toMatchObject({ index: 0, outcome: 'applied', deviceId: id });
    expect(await here.find(id)).toMatchObject(expected);
    expect(await sightings(id)).toEqual([expect.objectContaining({ site: 'A' })]);
    expect(await here.differences()).toEqual([]);
  });

  it('hands a device to a person, and takes it back', async () => {
    const { id, assetTag } = await here.add();
    const personId = await here.person('s-1');
    const out = scanOf(assetTag ?? '', 'deploy', { person: 's-1', dueOn: '2027-06-01' });
    const back = scanOf(assetTag ?? '', 'return', { site: 'A', room: 'Stock', after: out.id });
    expect((await sendScans(tech, [out]))[0]).toMatchObject({ outcome: 'applied' });
    expect(await here.find(id)).toMatchObject({ personId, status: 'deployed' });
    expect((await sendScans(tech, [back]))[0]).toMatchObject({ outcome: 'applied' });
    expect(await here.find(id)).toMatchObject({ personId: null, status: 'in_stock', room: 'Stock' });
  });

  it('takes effect when it was scanned, not when it came', async () => {
    const { id, assetTag } = await here.add();
    const at = new Date(Date.now() - 1).toISOString();
    await sendScans(tech, [scanOf(assetTag ?? '', 'move', { site: 'A', room: '3', scannedAt: at })], {
      sentAt: new Date().toISOString(),
    });
    const [event] = await here.events(id);
    expect(Math.abs(Date.parse(event?.effectiveAt ?? '') - Date.parse(at))).toBeLessThan(1000);
  });

  it('of a clock that is a day ahead takes effect when it came', async () => {
    const { id, assetTag } = await here.add();
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    await sendScans(tech, [scanOf(assetTag ?? '', 'move', { site: 'A', room: '3', scannedAt: tomorrow })], {
      sentAt: tomorrow,
    });
    const [event] = await here.events(id);
    expect(Math.abs(Date.parse(event?.effectiveAt ?? '') - Date.now())).toBeLessThan(60_000);
  });

  it('finds a missing device where it is moved to', async () => {
    const { id, assetTag } = await here.add();
    await here.change(id, { status: 'missing', missing: 'lost', missingSince: '2026-01-05' });
    const [seen] = await sendScans(tech, [scanOf(assetTag ?? '', 'seen')]);
    expect(seen).toMatchObject({ outcome: 'applied', detail: expect.stringContaining('missing') });
    await sendScans(tech, [scanOf(assetTag ?? '', 'move', { site: 'A' })]);
    expect(await here.find(id)).toMatchObject({ status: 'in_stock' });
  });

  it('sent again changes nothing, and says what became of it', async () => {
    const { id, assetTag } = await here.add();
    const scan = scanOf(assetTag ?? '', 'move', { site: 'A', room: '5' });
    const [first] = await sendScans(tech, [scan]);
    const again = await sendScans(tech, [scan, scan]);
    expect(again).toEqual([
      expect.objectContaining({ outcome: 'duplicate', was: 'applied', version: first?.version }),
      expect.objectContaining({ index: 1, outcome: 'duplicate', was: 'applied' }),
    ]);
    expect(await here.events(id)).toHaveLength(2);
    expect(await sightings(id)).toHaveLength(1);
  });

  it('twenty times at once is applied once', async () => {
    const { id, assetTag } = await here.add();
    const scan = scanOf(assetTag ?? '', 'move', { site: 'A', room: '5' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => sendScans(tech, [scan])));
    const outcomes = answers.map(([result]) => result?.outcome).toSorted();
    expect(outcomes).toEqual(['applied', ...Array.from({ length: 19 }, () => 'duplicate')]);
    expect(await here.events(id)).toHaveLength(2);
  });

  it('that cannot be one is refused by itself, and the rest goes on', async () => {
    const { assetTag } = await here.add();
    const results = await sendScans(tech, [
      { id: 'x', code: 'A' },
      scanOf(assetTag ?? '', 'explode'),
      scanOf(assetTag ?? '', 'move'),
      scanOf(assetTag ?? '', 'move', { site: 'NOWHERE' }),
      scanOf(assetTag ?? '', 'deploy', { person: 'nobody' }),
      scanOf(assetTag ?? '', 'seen', { surprise: 1 }),
      scanOf(assetTag ?? '', 'seen'),
    ]);
    expect(results.map(({ index, outcome, code }) => [index, outcome, code])).toEqual([
      [0, 'refused', 'INVALID_SCAN'],
      [1, 'refused', 'UNKNOWN_ACTION'],
      [2, 'refused', 'INVALID_SCAN'],
      [3, 'refused', 'UNKNOWN_SITE'],
      [4, 'refused', 'UNKNOWN_PERSON'],
      [5, 'refused', 'INVALID_SCAN'],
      [6, 'applied', undefined],
    ]);
    for (const { outcome, detail } of results) if (outcome === 'refused') expect(detail).toBeTruthy();
  });

  it('of several of one device is applied in their order', async () => {
    const { id, assetTag } = await here.add();
    const code = assetTag ?? '';
    const results = await sendScans(tech, [
      scanOf(code, 'move', { site: 'A', room: '1', versionSeen: 1 }),
      scanOf(code, 'deploy', { site: 'A', room: '2', versionSeen: 1 }),
      scanOf(code, 'seen'),
      scanOf(code, 'move', { site: 'A', room: '3', versionSeen: 1 }),
    ]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied', 'applied']);
    expect(await here.find(id)).toMatchObject({ status: 'deployed', room: '3', version: 4 });
  });
});

describe('what others did meanwhile', () => {
  it('merges where other fields were changed', async () => {
    const { id, assetTag, version } = await here.add();
    await here.change(id, { notes: 'cracked lid' });
    const [result] = await sendScans(tech, [
      scanOf(assetTag ?? '', 'move', { site: 'A', room: '7', versionSeen: version }),
    ]);
    expect(result).toMatchObject({ outcome: 'applied', version: 3 });
    expect(await here.find(id)).toMatchObject({ room: '7', notes: 'cracked lid' });
  });

  it('goes to the inbox where the same field was changed otherwise, with both', async () => {
    const { id, assetTag, version } = await here.add();
    await here.change(id, { room: 'Library' });
    const [result] = await sendScans(tech, [
      scanOf(assetTag ?? '', 'move', { site: 'A', room: '7', versionSeen: version }),
    ]);
    expect(result).toMatchObject({ outcome: 'conflict', code: 'CHANGED_MEANWHILE' });
    expect(await here.find(id)).toMatchObject({ room: 'Library' });
    const [conflict] = await inbox(tech);
    expect(conflict).toMatchObject({
      id: result?.id,
      device: { id },
      clash: [{ field: 'roomId', theirs: 'Library', mine: '7' }],
    });
  });

  it('is none where both say the same', async () => {
    const { id, assetTag, version } = await here.add();
    await here.change(id, { room: '7' });
    const [result] = await sendScans(tech, [
      scanOf(assetTag ?? '', 'move', { site: 'A', room: '7', versionSeen: version }),
    ]);
    expect(result).toMatchObject({ outcome: 'applied', version: 2 });
  });

  it('is not what the same journal did before', async () => {
    const { assetTag, version } = await here.add();
    const first = scanOf(assetTag ?? '', 'move', { site: 'A', room: '1', versionSeen: version });
    const second = scanOf(assetTag ?? '', 'move', {
      site: 'A',
      room: '2',
      versionSeen: version,
      after: first.id,
    });
    await sendScans(tech, [first]);
    expect((await sendScans(tech, [second]))[0]).toMatchObject({ outcome: 'applied' });
  });

  it('counts for who showed no version only where it holds from later on', async () => {
    const { id, assetTag } = await here.add();
    await here.change(id, { room: 'Library' });
    const now = await sendScans(tech, [scanOf(assetTag ?? '', 'move', { site: 'A', room: '7' })]);
    expect(now[0]).toMatchObject({ outcome: 'applied' });
    await here.change(id, { room: 'Gym' });
    const late = scanOf(assetTag ?? '', 'move', { site: 'A', room: '8', scannedAt: minutesAgo(0.002) });
    const [result] = await sendScans(tech, [late]);
    expect(['applied', 'conflict']).toContain(result?.outcome);
  });
});

describe('the inbox', () => {
  async function conflictOf(): Promise<{ id: string; deviceId: string }> {
    const { id, assetTag, version } = await here.add();
    await here.change(id, { room: 'Library' });
    const [result] = await sendScans(tech, [
      scanOf(assetTag ?? '', 'move', { site: 'A', room: '7', versionSeen: version }),
    ]);
    return { id: result?.id ?? '', deviceId: id };
  }

  it('applies what was decided for, once', async () => {
    const { id, deviceId } = await conflictOf();
    await tech.post(`/conflicts/${id}/resolution`).send({ decision: 'apply' }).expect(200);
    expect(await here.find(deviceId)).toMatchObject({ room: '7' });
    await tech.post(`/conflicts/${id}/resolution`).send({ decision: 'apply' }).expect(404);
    expect(await inbox()).toEqual([]);
    expect(await here.differences()).toEqual([]);
  });

  it('lets go of what was decided against', async () => {
    const { id, deviceId } = await conflictOf();
    await tech.post(`/conflicts/${id}/resolution`).send({ decision: 'dismiss', note: 'old' }).expect(200);
    expect(await here.find(deviceId)).toMatchObject({ room: 'Library' });
    expect(await inbox()).toEqual([]);
  });

  it('is decided once, whoever comes first', async () => {
    const { id } = await conflictOf();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        tech.post(`/conflicts/${id}/resolution`).send({ decision: i % 2 ? 'apply' : 'dismiss' }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      200,
      ...Array.from({ length: 9 }, () => 404),
    ]);
  });

  it('holds scans made at a site that is not the technician’s any more', async () => {
    const { assetTag } = await here.add({ site: 'B' });
    const results = await sendScans(tech, [
      scanOf(assetTag ?? '', 'move', { site: 'B', room: '1' }),
      scanOf(assetTag ?? '', 'retire'),
    ]);
    expect(results.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['conflict', 'OUT_OF_SCOPE'],
      ['conflict', 'OUT_OF_SCOPE'],
    ]);
    const [first] = await inbox();
    await tech.post(`/conflicts/${first?.id}/resolution`).send({ decision: 'apply' }).expect(409);
    await here.admin.post(`/conflicts/${first?.id}/resolution`).send({ decision: 'apply' }).expect(200);
  });

  it('holds what contradicts the rules of a life, with the rule', async () => {
    const { id, assetTag } = await here.add();
    await here.change(id, { status: 'retired' });
    const [result] = await sendScans(tech, [scanOf(assetTag ?? '', 'deploy', { site: 'A' })]);
    expect(result).toMatchObject({ outcome: 'conflict', code: 'DEVICE_ILLEGAL_MOVE' });
  });

  it('brings a device back that was disposed of and is here again, by an admin', async () => {
    const { id, assetTag } = await here.add();
    await here.change(id, { status: 'missing', missing: 'lost', missingSince: '2026-01-05' });
    await here.change(id, { status: 'disposed', disposalRoute: 'write_off', approvalReference: 'B-1' });
    const [result] = await sendScans(tech, [scanOf(assetTag ?? '', 'move', { site: 'A', room: '1' })]);
    expect(result).toMatchObject({ outcome: 'conflict', code: 'RE_ENTERED' });
    await tech.post(`/conflicts/${result?.id}/resolution`).send({ decision: 'apply' }).expect(403);
    await here.admin.post(`/conflicts/${result?.id}/resolution`).send({ decision: 'apply' }).expect(200);
    expect(await here.find(id)).toMatchObject({ status: 'in_stock', room: '1' });
    expect(await here.differences()).toEqual([]);
  });

  it('asks which device it was, where several have the code', async () => {
    const mac = { mac: 'AA:BB:CC:00:11:22' };
    const [one, other] = [await here.add(mac), await here.add(mac)];
    const [result] = await sendScans(tech, [scanOf('aabbcc001122', 'move', { site: 'A', room: '9' })]);
    expect(result).toMatchObject({ outcome: 'conflict', code: 'AMBIGUOUS_CODE' });
    await tech.post(`/conflicts/${result?.id}/resolution`).send({ decision: 'apply' }).expect(400);
    await tech
      .post(`/conflicts/${result?.id}/resolution`)
      .send({ decision: 'apply', deviceId: other.id })
      .expect(200);
    expect(await here.find(other.id)).toMatchObject({ room: '9' });
    expect(await here.find(one.id)).toMatchObject({ room: null });
  });

  it('shows a technician nothing of a site that is neither theirs nor of their scans', async () => {
    await conflictOf();
    const elsewhere = await app.user(here.district, 'technician', { sites: ['B'] });
    expect(await inbox(elsewhere)).toEqual([]);
    const stranger = await app.district();
    expect(await inbox(stranger.admin)).toEqual([]);
  });
});

describe('the field', () => {
  it('takes a device in from anywhere, and tells the site that it left', async () => {
    const { id, assetTag } = await here.add({ site: 'B' });
    const [result] = await sendScans(tech, [scanOf(assetTag ?? '', 'move', { site: 'A', room: '1' })]);
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(await here.find(id)).toMatchObject({ site: 'A', room: '1' });
    const other = await app.user(here.district, 'technician', { sites: ['B'] });
    const { body } = await other.get('/departures').expect(200);
    expect((body as { items: object[] }).items).toEqual([
      expect.objectContaining({ from: 'B', to: 'A', deviceId: id, assetTag }),
    ]);
    expect(((await tech.get('/departures').expect(200)).body as { items: object[] }).items).toEqual([]);
  });

  it('keeps an unknown code until a device has it, and applies its scans then', async () => {
    const tag = freshTag();
    const scans = [scanOf(tag, 'move', { site: 'A', room: '4' }), scanOf(tag, 'seen', { site: 'A' })];
    expect((await sendScans(tech, scans)).map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown']);
    const list = async (): Promise<object[]> =>
      ((await tech.get('/unknown-codes').expect(200)).body as { items: object[] }).items;
    expect(await list()).toEqual([expect.objectContaining({ code: tag, scans: 2, known: false })]);
    const { id } = await here.add({ assetTag: tag, ...LATITUDE });
    expect(await list()).toEqual([expect.objectContaining({ code: tag, known: true })]);
    const { body } = await tech.post('/unknown-codes/retry').send({ code: tag }).expect(200);
    expect(body).toEqual({ applied: 2, left: 0 });
    expect(await here.find(id)).toMatchObject({ room: '4' });
    expect(await list()).toEqual([]);
    expect((await sendScans(tech, scans)).map(({ outcome, was }) => [outcome, was])).toEqual([
      ['duplicate', 'applied'],
      ['duplicate', 'applied'],
    ]);
  });

  it('lets go of a code that was read wrong', async () => {
    await sendScans(tech, [scanOf('GARBLED-1', 'seen', { site: 'A' })]);
    await tech.post('/unknown-codes/dismissal').send({ code: 'garbled-1' }).expect(200);
    await tech.post('/unknown-codes/dismissal').send({ code: 'garbled-1' }).expect(404);
  });
});
