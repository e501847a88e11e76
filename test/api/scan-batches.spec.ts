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
    const personId = await here.person('s-1', { site: 'A' });
    const out = scanOf(assetTag ?? '', 'deploy', { person: 's-1', dueOn: '2027-06-01' });
    const back = scanOf(assetTag ?? '', 'return', { site: 'A', room: 'Stock', after: out.id });
    expect((await sendScans(tech, [out]))[0]).toMatchObject({ outcome: 'applied' });
    expect(await here.find(id)).toMatchObject({ personId, status: 'deployed' });
    expect((await sendScans(tech, [back]))[0]).toMatchObject({ outcome: 'applied' });
    expect(await here.find(id)).toMatchObject({ personId: null, status: 'in_stock', room: 'Stock' });
  });

  it('takes effect when it was scanned, not when it came', async () => {
    const { id, assetTag } = await here.add({ inServiceOn: '2020-01-06' });
    const at = new Date(Date.now() - 3 * 3_600_000).toISOString();
    await sendScans(tech, [scanOf(assetTag ?? '', 'move', { site: 'A', room: '3', scannedAt: at })], {
      sentAt: new Date().toISOString(),
    });
    const [event] = await here.events(id);
    expect(event?.type).toBe('changed');
    // The phone's clock is set right by the server's, to within the time that the request takes.
    expect(Math.abs(Date.parse(event?.effectiveAt ?? '') - Date.parse(at))).toBeLessThan(30_000);
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
      expect.objectContaining({ outcome: 'duplicate', was: first?.outcome }),
      expect.objectContaining({ index: 1, outcome: 'duplicate', was: 'applied' }),
    ]);
    expect(await here.events(id)).toHaveLength(2);
    expect(await sightings(id)).toHaveLength(1);
  });

  it.each([
    ['another code', { code: 'SOMETHING-ELSE' }],
    ['another action', { action: 'repair' }],
    ['another room', { room: '6' }],
    ['no room', { room: undefined }],
    ['another note', { note: 'broken' }],
  ])('with the id of an earlier one and %s is refused, and the first stays', async (_, other) => {
    const { id, assetTag } = await here.add();
    const scan = scanOf(assetTag ?? '', 'move', { site: 'A', room: '5' });
    const changed = { ...scan, ...other };
    // Both at once, and one after the other.
    const both = await sendScans(tech, [scan, changed, scan]);
    expect(both.map(({ outcome, code }) => [outcome, code])).toEqual([
      ['applied', undefined],
      ['refused', 'ID_TAKEN'],
      ['duplicate', undefined],
    ]);
    expect(await sendScans(tech, [changed])).toMatchObject([
      { outcome: 'refused', code: 'ID_TAKEN', detail: expect.stringContaining('Scan the device again') },
    ]);
    expect(await sendScans(tech, [{ ...scan, versionSeen: 1 }])).toMatchObject([
      { outcome: 'duplicate', was: 'applied' },
    ]);
    expect(await here.find(id)).toMatchObject({ room: '5', version: 2 });
  });

  it('with answers, a due date and a person, or for a sweep, is the same when it is sent again', async () => {
    const { assetTag } = await here.add();
    const { body } = await tech.post('/sweeps').send({ site: 'A' }).expect(201);
    const scans = [
      scanOf(assetTag ?? '', 'count', { sweep: (body as { id: string }).id }),
      scanOf(assetTag ?? '', 'deploy', { site: 'A', person: 'nobody', dueOn: '2027-06-01', note: ' x ' }),
      scanOf('NOBODY-KNOWS-9', 'deploy', { site: 'A', person: 'ann', cart: null, room: null }),
    ];
    const first = await sendScans(tech, scans);
    const again = await sendScans(tech, scans);
    expect(again).toMatchObject(first.map(({ outcome }) => ({ outcome: 'duplicate', was: outcome })));
    const toSomebodyElse = { ...scans[2], person: 'bob' };
    expect(await sendScans(tech, [toSomebodyElse])).toMatchObject([{ outcome: 'refused', code: 'ID_TAKEN' }]);
  });

  it('goes on with an Idempotency-Key that was used before: its own ids are enough', async () => {
    const [one, other] = [await here.add(), await here.add()];
    const scans = [one, other].map(({ assetTag }) => scanOf(assetTag ?? '', 'seen'));
    const send = (body: object) => tech.post('/scan-batches').set('idempotency-key', 'k').send(body);
    await send({ scans: scans.slice(0, 1) }).expect(200);
    const { body } = await send({ scans }).expect(200);
    expect((body as { results: { outcome: string }[] }).results.map(({ outcome }) => outcome)).toEqual([
      'duplicate',
      'applied',
    ]);
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
    for (const { detail } of results.slice(0, 6)) expect(detail).toMatch(/\w{3}/);
  });

  it('is the same in capitals, and what is out of bounds is refused by itself', async () => {
    const { assetTag } = await here.add();
    const scan = scanOf(assetTag ?? '', 'seen');
    const loud = { ...scan, id: scan.id.toUpperCase() };
    const odd = [
      scanOf(assetTag ?? '', 'seen', { versionSeen: 3e9 }),
      scanOf(assetTag ?? '', 'seen', { scannedAt: '+055840-01-01T00:00:00Z' }),
      scanOf(assetTag ?? '', 'seen', { clock: { contactAt: '-000001-01-01T00:00:00Z' } }),
    ];
    const results = await sendScans(tech, [loud, ...odd]);
    expect(results[0]).toMatchObject({ outcome: 'applied', id: scan.id });
    expect(results.slice(1).map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused']);
    expect((await sendScans(tech, [loud, scan])).map(({ outcome }) => outcome)).toEqual([
      'duplicate',
      'duplicate',
    ]);
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

describe('an undo', () => {
  it('of a device that was not seen takes its sighting back', async () => {
    const { id, assetTag } = await here.add();
    const scans = [
      scanOf(assetTag ?? '', 'seen', { site: 'A' }),
      scanOf(assetTag ?? '', 'seen', { site: 'A' }),
    ];
    await sendScans(tech, scans);
    await sendScans(tech, [scanOf(assetTag ?? '', 'undo', { undoes: scans[1]?.id })]);
    const { body } = await tech.get(`/devices/${id}/sightings`).expect(200);
    expect((body as { items: object[] }).items).toEqual([expect.objectContaining({ id: scans[0]?.id })]);
  });

  it('takes back what a scan did, once, also in the same batch', async () => {
    const { id, assetTag } = await here.add({ room: 'Library' });
    const move = scanOf(assetTag ?? '', 'move', { site: 'A', room: '1' });
    const undo = scanOf(assetTag ?? '', 'undo', { undoes: move.id });
    const results = await sendScans(tech, [move, undo]);
    expect(results.map(({ outcome }) => outcome)).toEqual(['applied', 'applied']);
    expect(await here.find(id)).toMatchObject({ room: 'Library' });
    expect((await sendScans(tech, [undo]))[0]).toMatchObject({ outcome: 'duplicate', was: 'applied' });
    const again = scanOf(assetTag ?? '', 'undo', { undoes: move.id });
    expect((await sendScans(tech, [again]))[0]).toMatchObject({ outcome: 'applied' });
    expect(await here.find(id)).toMatchObject({ room: 'Library' });
    expect(await here.differences()).toEqual([]);
  });

  it('is of one scan, whatever else came in its batch', async () => {
    const devices = [await here.add({ room: 'X' }), await here.add({ room: 'X' })];
    const scans = devices.map(({ assetTag }) => scanOf(assetTag ?? '', 'move', { site: 'A', room: '1' }));
    await sendScans(tech, scans);
    for (const [i, { id }] of devices.entries()) {
      const undo = scanOf('X', 'undo', { undoes: scans[i]?.id });
      expect((await sendScans(tech, [undo]))[0]).toMatchObject({ outcome: 'applied' });
      expect(await here.find(id)).toMatchObject({ room: 'X' });
    }
    expect(await here.differences()).toEqual([]);
  });

  it('lets go of a scan that waits for a decision, or for its code', async () => {
    const waiting = scanOf('NOBODY-HAS-IT', 'move', { site: 'A' });
    await sendScans(tech, [waiting, scanOf('NOBODY-HAS-IT', 'undo', { undoes: waiting.id })]);
    const { body } = await tech.get('/unknown-codes').expect(200);
    expect((body as { items: object[] }).items).toEqual([]);
  });

  it('leaves what others have built on, and says so', async () => {
    const { id, assetTag } = await here.add({ room: 'Library' });
    const move = scanOf(assetTag ?? '', 'move', { site: 'A', room: '1' });
    await sendScans(tech, [move]);
    await here.change(id, { room: '2' });
    const [result] = await sendScans(tech, [scanOf(assetTag ?? '', 'undo', { undoes: move.id })]);
    expect(result).toMatchObject({
      outcome: 'refused',
      detail: expect.stringContaining('changed this again afterward'),
    });
    expect(await here.find(id)).toMatchObject({ room: '2' });
  });

  it('is of one’s own scans alone', async () => {
    const { assetTag } = await here.add();
    const move = scanOf(assetTag ?? '', 'move', { site: 'A', room: '1' });
    await sendScans(tech, [move]);
    const other = await app.user(here.district, 'technician', { sites: ['A'] });
    const [result] = await sendScans(other, [scanOf(assetTag ?? '', 'undo', { undoes: move.id })]);
    expect(result).toMatchObject({ outcome: 'refused', code: 'UNKNOWN_SCAN' });
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

  it('gives a device the code that was claimed for it, and applies what waited', async () => {
    const { id, assetTag } = await here.add();
    const code = freshTag();
    await sendScans(tech, [scanOf(code, 'move', { site: 'A', room: '4' })]);
    const far = await here.add({ site: 'B' });
    await tech.post('/unknown-codes/claim').send({ code, deviceId: far.id }).expect(404);
    const { body } = await tech.post('/unknown-codes/claim').send({ code, deviceId: id }).expect(200);
    expect(body).toEqual({ applied: 1, left: 0 });
    expect(await here.find(id)).toMatchObject({ assetTag, room: '4' });
    const [again] = await sendScans(tech, [scanOf(code, 'seen', { site: 'A' })]);
    expect(again).toMatchObject({ outcome: 'applied', deviceId: id });
    await tech.post('/unknown-codes/claim').send({ code, deviceId: id }).expect(404);
  });

  it('of a placeholder is refused with words, and waits for nobody', async () => {
    const codes = ['To be filled by O.E.M.', '0000000000', 'No sticker'];
    const results = await sendScans(
      tech,
      [...codes, '1111'].map((code) => scanOf(code, 'seen')),
    );
    expect(results.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused', 'unknown']);
    expect(results[0]).toMatchObject({
      code: 'NOT_A_CODE',
      detail:
        '"TO BE FILLED BY O.E.M." is a placeholder that many devices have, not the code of one. Scan another label of this device.',
    });
  });

  it('keeps a photo of an unknown code for those who decide about it, until they have', async () => {
    const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
    const code = freshTag();
    const scan = scanOf(code, 'seen', { site: 'A' });
    const photo = `/scans/${scan.id}/photo`;
    const stored = (): Promise<object[]> =>
      app.source.query(
        `SELECT f.name, (SELECT count(*)::int FROM file_parts p WHERE p.file_id = f.id) AS parts
           FROM files f WHERE f.district_id = $1 AND f.media_type = 'image/jpeg'`,
        [here.district.id],
      );
    await tech.put(photo).attach('file', JPEG, 'photo.jpg').expect(404);
    await sendScans(tech, [scan]);
    await tech.put(photo).attach('file', Buffer.from('<svg onload=alert(1)>'), 'photo.jpg').expect(400);
    await tech
      .put(photo)
      .attach('file', Buffer.alloc(2 * 1024 * 1024 + 1, JPEG), 'photo.jpg')
      .expect(413);
    await tech.put(photo).send({ file: 'none' }).expect(400);
    await tech
      .put(photo)
      .attach('file', Buffer.concat([JPEG, JPEG]), 'first.jpg')
      .expect(204);
    expect(await stored()).toMatchObject([{ name: 'first.jpg', parts: 1 }]);
    await tech.put(photo).attach('file', JPEG, 'photo.jpg').expect(204);
    expect(await stored()).toMatchObject([{ name: 'photo.jpg', parts: 1 }]);
    const items = ((await tech.get('/unknown-codes').expect(200)).body as { items: object[] }).items;
    expect(items).toContainEqual(expect.objectContaining({ code, photo: scan.id }));
    const { body, headers } = await tech.get(photo).expect(200);
    expect([body, headers['content-type']]).toEqual([JPEG, 'image/jpeg']);
    const other = await app.user(here.district, 'technician', { sites: ['B'] });
    await other.get(photo).expect(404);
    await other.put(photo).attach('file', JPEG, 'photo.jpg').expect(404);
    await tech.post('/unknown-codes/dismissal').send({ code }).expect(200);
    await tech.get(photo).expect(404);
    expect(await stored()).toEqual([]);
    await tech.put(photo).attach('file', JPEG, 'photo.jpg').expect(409);
    expect(await stored()).toEqual([]);
  });

  it('lets go of a code that was read wrong', async () => {
    await sendScans(tech, [scanOf('GARBLED-1', 'seen', { site: 'A' })]);
    await tech.post('/unknown-codes/dismissal').send({ code: 'garbled-1' }).expect(200);
    await tech.post('/unknown-codes/dismissal').send({ code: 'garbled-1' }).expect(404);
  });
});
