import pg from 'pg';
import { Clock } from '../../src/common/time/clock.js';
import { FieldCodes } from '../../src/scanning/field/field-codes.queries.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { type DeviceJson, freshTag, register, type Register, WAY_TO } from '../support/devices.js';
import { fieldCodes, hashOf } from '../support/field.js';
import { fileOf } from '../support/exports.js';

let app: TestApp;
let here: Register;
let tech: TestUser;

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
  tech = await app.user(here.district, 'technician', { sites: ['A'] });
});

afterAll(() => app.close());

const tagOf = ({ assetTag }: DeviceJson): string => hashOf(assetTag ?? '');

async function brought(device: DeviceJson, status: string): Promise<void> {
  for (const step of WAY_TO[status] ?? []) await here.change(device.id, step);
}

describe('the index of codes', () => {
  it('tells of every code in the district where its device belongs and how it is', async () => {
    const device = await here.add({ site: 'B', serialNumber: 'SER-1', mac: 'BB:00:00:00:00:01' });
    await here.change(device.id, { status: 'deployed' });
    const { whole, entries } = await fieldCodes(tech);
    expect(whole).toBe(true);
    const known = { site: 'B', siteName: 'School B', kind: 'laptop', status: 'deployed', version: 2 };
    for (const code of [device.assetTag ?? '', 'SER-1', 'BB0000000001'])
      expect(entries.get(hashOf(code))).toEqual([known]);
  });

  it('holds no code, name or id that could be read out of it', async () => {
    const device = await here.add({ site: 'B', serialNumber: 'READABLE-SERIAL', room: 'READABLE-ROOM' });
    const bytes = await fileOf(tech.get('/field/codes'));
    const text = bytes.toString('latin1');
    expect(text).toContain('"School B"');
    for (const secret of [device.assetTag ?? '', 'READABLE', device.id, 'Latitude'])
      expect(text).not.toContain(secret);
  });

  it('has a code that several devices have several times, and one that a device has twice once', async () => {
    const shared = 'SHARED-SERIAL';
    await here.add({ site: 'A', serialNumber: shared });
    await here.add({
      site: 'B',
      serialNumber: shared,
      manufacturer: 'HP',
      model: 'ProBook 11',
      kind: 'laptop',
    });
    const twice = freshTag();
    await here.add({ site: 'B', assetTag: twice, serialNumber: twice });
    const { entries } = await fieldCodes(tech);
    expect(
      entries
        .get(hashOf(shared))
        ?.map(({ site }) => site)
        .toSorted(),
    ).toEqual(['A', 'B']);
    expect(entries.get(hashOf(twice))).toHaveLength(1);
  });

  it('has nothing that was disposed of, made void or released, and nothing of another district', async () => {
    const gone = await here.add({ site: 'B' });
    await brought(gone, 'disposed');
    const mistake = await here.add({ site: 'B' });
    await here.admin
      .post(`/devices/${mistake.id}/void`)
      .set('if-match', '*')
      .send({ note: 'a mistake' })
      .expect(200);
    const renamed = await here.add({ site: 'B' });
    await here.change(renamed.id, { assetTag: freshTag() });
    const retired = await here.add({ site: 'B' });
    await brought(retired, 'retired');
    const { entries } = await fieldCodes(tech);
    expect(entries.get(tagOf(retired))).toHaveLength(1);
    for (const device of [gone, mistake, renamed]) expect(entries.has(tagOf(device))).toBe(false);
    const stranger = await app.district();
    expect((await fieldCodes(stranger.admin)).entries.size).toBe(0);
  });

  it('comes by block and by key, so that a phone can look up without sorting', async () => {
    // Nobody has asked in this district, so that all of it is in one go.
    const fresh = await register(app);
    await Promise.all(Array.from({ length: 30 }, () => fresh.add()));
    const { entries } = await fieldCodes(fresh.admin);
    const order = [...entries.keys()];
    expect(order).toHaveLength(30);
    expect(order).toEqual(order.toSorted());
  });

  it('has what changed since it was last made for another phone', async () => {
    const [moved, gone] = [await here.add({ site: 'B' }), await here.add({ site: 'B' })];
    await fieldCodes(tech);
    await here.change(moved.id, { site: 'A' });
    await brought(gone, 'disposed');
    const added = await here.add({ site: 'B' });
    const { whole, entries } = await fieldCodes(here.admin);
    expect(whole).toBe(true);
    expect(entries.get(tagOf(moved))).toMatchObject([{ site: 'A', version: 2 }]);
    expect(entries.has(tagOf(gone))).toBe(false);
    expect(entries.get(tagOf(added))).toMatchObject([{ site: 'B' }]);
  });
});

describe('an answer that nobody has read yet', () => {
  it.each([
    ['all codes', false],
    ['the changes', true],
  ])('with %s holds no database connection', async (_, again) => {
    await here.add();
    const since = again ? (await fieldCodes(tech)).next : undefined;
    const answer = await app.get(FieldCodes).stream(tech.scope, since);
    const [row] = await app.source.query<{ open: number }[]>(
      `SELECT count(*)::int AS open FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'rollcall streams' AND xact_start IS NOT NULL`,
    );
    answer.destroy();
    expect(row?.open).toBe(0);
  });
});

describe('after a very large import', () => {
  /** Events of one device, recorded at this moment. */
  async function manyEvents(of: Register, deviceId: string): Promise<void> {
    const owner = new pg.Client({ connectionString: app.database.ownerUrl });
    await owner.connect();
    await owner.query(
      `INSERT INTO device_events (district_id, device_id, id, type, cause, effective_at, change_set_id, changes)
       SELECT district_id, device_id, gen_random_uuid(), type, cause, effective_at, change_set_id, changes
         FROM device_events, generate_series(1, 50000) WHERE district_id = $1 AND device_id = $2`,
      [of.district.id, deviceId],
    );
    await owner.end();
  }

  it('a phone gets all codes, and after a minute those that came meanwhile', async () => {
    const busy = await register(app);
    const device = await busy.add();
    const { next } = await fieldCodes(busy.admin);
    await manyEvents(busy, device.id);
    const added = await busy.add();
    const clock = app.get(Clock);
    const now = clock.now.bind(clock);
    const first = await fieldCodes(busy.admin, next);
    expect(first).toMatchObject({ whole: true });
    clock.now = () => new Date(Date.now() + 61_000);
    const later = await fieldCodes(busy.admin, first.next).finally(() => (clock.now = now));
    expect(later).toMatchObject({ whole: true });
    expect(later.entries.get(tagOf(device))).toMatchObject([{ site: 'A' }]);
    expect(later.entries.get(tagOf(added))).toMatchObject([{ site: 'A' }]);
  });

  it('tells a phone to ask next time from the moment of the codes that it got', async () => {
    const busy = await register(app);
    const device = await busy.add();
    await fieldCodes(busy.admin);
    await manyEvents(busy, device.id);
    const [first, second] = [await fieldCodes(busy.admin), await fieldCodes(busy.admin)];
    expect(second.next).toBe(first.next);
  });
});

describe('a phone that asks again', () => {
  it('is told of what changed, and of codes that belong to no device in use any more', async () => {
    const [moved, gone, renamed, same] = (await Promise.all(
      Array.from({ length: 4 }, () => here.add({ site: 'B' })),
    )) as [DeviceJson, DeviceJson, DeviceJson, DeviceJson];
    const { next } = await fieldCodes(tech);
    await here.change(moved.id, { site: 'A' });
    await brought(gone, 'disposed');
    const tag = freshTag();
    await here.change(renamed.id, { assetTag: tag });
    const added = await here.add({ site: 'B' });
    const { whole, cleared, entries } = await fieldCodes(tech, next);
    expect(whole).toBe(false);
    // Everything that is told replaces what the phone had.
    for (const device of [moved, gone, renamed, added]) expect(cleared).toContain(tagOf(device));
    expect(cleared).toEqual(cleared.toSorted());
    expect(entries.get(tagOf(moved))).toMatchObject([{ site: 'A', version: 2 }]);
    expect(entries.get(hashOf(tag))).toMatchObject([{ site: 'B' }]);
    expect(entries.get(tagOf(added))).toMatchObject([{ site: 'B', version: 1 }]);
    for (const device of [gone, renamed]) expect(entries.has(tagOf(device))).toBe(false);
    expect(entries.get(tagOf(same))).toMatchObject([{ site: 'B' }]);
  });

  it('is told of the device that keeps a code when another one with it goes', async () => {
    const shared = 'SHARED-2';
    const goes = await here.add({ site: 'B', serialNumber: shared });
    await here.add({
      site: 'A',
      serialNumber: shared,
      manufacturer: 'HP',
      model: 'ProBook 11',
      kind: 'laptop',
    });
    const { next } = await fieldCodes(tech);
    await brought(goes, 'disposed');
    const { cleared, entries } = await fieldCodes(tech, next);
    expect(cleared).toContain(hashOf(shared));
    expect(entries.get(hashOf(shared))).toMatchObject([{ site: 'A' }]);
  });

  it('is told only what changed where a site was added since, and gets everything where the numbers of sites changed', async () => {
    const { next } = await fieldCodes(tech);
    await here.admin.post('/sites').send({ code: 'C', name: 'School C', type: 'high' }).expect(201);
    const added = await here.add({ site: 'C' });
    const later = await fieldCodes(tech, next);
    expect(later.whole).toBe(false);
    expect(later.entries.get(tagOf(added))).toMatchObject([{ site: 'C', siteName: 'School C' }]);
    const [instant, , count] = next.split('~');
    expect((await fieldCodes(tech, [instant, 'A'.repeat(16), count].join('~'))).whole).toBe(true);
    const monthAgo = new Date(Date.now() - 31 * 86_400_000).toISOString();
    expect((await fieldCodes(tech, next.replace(/^[^~]+/, monthAgo))).whole).toBe(true);
    expect((await fieldCodes(tech, 'nonsense')).whole).toBe(true);
  });

  it('does not tell a high version', async () => {
    const device = await here.add({ site: 'B' });
    await app.source.query(`UPDATE devices SET version = 300 WHERE district_id = $1 AND id = $2`, [
      here.district.id,
      device.id,
    ]);
    // With its last event this moment, it is told again.
    expect((await fieldCodes(tech)).entries.get(tagOf(device))).toMatchObject([{ version: 255 }]);
  });
});
