import pg from 'pg';
import { Clock } from '../../src/common/time/clock.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { type DeviceJson, register, type Register, WAY_TO } from '../support/devices.js';
import { fieldDevices } from '../support/field.js';

let app: TestApp;
let here: Register;
let tech: TestUser;

async function asOwner(sql: string, parameters: unknown[]): Promise<void> {
  const owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
  await owner.query(sql, parameters);
  await owner.end();
}

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
  tech = await app.user(here.district, 'technician', { sites: ['A'] });
});

afterAll(() => app.close());

async function idsOf(user: TestUser, since?: string): Promise<unknown[]> {
  return (await fieldDevices(user, since === undefined ? {} : { since })).devices.map(({ id }) => id);
}

async function brought(device: DeviceJson, status: string): Promise<DeviceJson> {
  for (const step of WAY_TO[status] ?? []) await here.change(device.id, step);
  return device;
}

const voided = (device: DeviceJson) =>
  here.admin.post(`/devices/${device.id}/void`).set('if-match', '*').send({ note: 'a mistake' }).expect(200);

describe('what a phone keeps of its own sites', () => {
  it('is each device with what a technician asks of it, and no person', async () => {
    const personId = await here.person('s-1');
    const own = await here.add({ room: '1', status: 'deployed', holder: 's-1', mac: 'AA:00:00:00:00:01' });
    const { whole, sites, devices } = await fieldDevices(tech);
    expect({ whole, sites }).toEqual({ whole: true, sites: ['A'] });
    const mine = devices.find(({ id }) => id === own.id);
    expect(mine).toEqual({
      id: own.id,
      codes: expect.any(Array),
      kind: 'laptop',
      status: 'deployed',
      site: 'A',
      version: 1,
      assetTag: own.assetTag,
      serialNumber: null,
      model: 'Dell Latitude 3120',
      room: '1',
      cart: null,
      held: true,
    });
    expect((mine?.['codes'] as string[]).toSorted()).toEqual(['AA0000000001', own.assetTag]);
    expect(JSON.stringify(devices)).not.toContain(personId);
  });

  it('is nothing of another site or another district', async () => {
    const own = await here.add();
    const other = await here.add({ site: 'B', serialNumber: 'OTHER-SERIAL-1', room: '9' });
    const { devices } = await fieldDevices(tech);
    expect(devices.map(({ id }) => id)).toContain(own.id);
    for (const secret of [other.id, other.assetTag, 'OTHER-SERIAL-1'])
      expect(JSON.stringify(devices)).not.toContain(secret);
    const stranger = await app.district();
    expect((await fieldDevices(stranger.admin)).devices).toEqual([]);
  });

  it('is nothing that was disposed of or made void', async () => {
    const gone = await brought(await here.add(), 'disposed');
    const mistake = await here.add();
    await voided(mistake);
    const retired = await brought(await here.add(), 'retired');
    const missing = await brought(await here.add(), 'missing');
    const ids = await idsOf(tech);
    expect(ids).toEqual(expect.arrayContaining([retired.id, missing.id]));
    expect(ids).not.toContain(gone.id);
    expect(ids).not.toContain(mistake.id);
  });
});

describe('a phone that asks again', () => {
  it('is told what changed', async () => {
    const { next, devices } = await fieldDevices(tech);
    expect(devices.length).toBeGreaterThan(0);
    const [instant = '', ...about] = next.split('~');
    expect(Date.parse(instant)).toBeLessThan(Date.now());
    const soon = [new Date(Date.now() + 1000).toISOString(), ...about].join('~');
    expect(await fieldDevices(tech, { since: soon })).toMatchObject({ whole: false, devices: [], left: [] });
    const { id } = await here.add();
    const later = await fieldDevices(tech, { since: next });
    expect(later.whole).toBe(false);
    expect(later.devices.map((device) => device['id'])).toContain(id);
  });

  it('is told which devices have left: moved away, disposed of, made void, merged', async () => {
    const [moved, gone, mistake, stays, duplicate] = (await Promise.all(
      Array.from({ length: 5 }, () => here.add()),
    )) as [DeviceJson, DeviceJson, DeviceJson, DeviceJson, DeviceJson];
    const foreign = await here.add({ site: 'B' });
    const { next } = await fieldDevices(tech);
    await here.change(moved.id, { site: 'B' });
    await brought(gone, 'disposed');
    await voided(mistake);
    await here.admin
      .post(`/devices/${stays.id}/merge`)
      .set('if-match', '*')
      .send({ duplicateId: duplicate.id, note: 'entered twice' })
      .expect(200);
    await here.change(foreign.id, { notes: 'of no concern here' });
    const { devices, left } = await fieldDevices(tech, { since: next });
    expect(left).toEqual(expect.arrayContaining([moved.id, gone.id, mistake.id, duplicate.id]));
    expect(devices.map(({ id }) => id)).toContain(stays.id);
    expect(JSON.stringify([devices, left])).not.toContain(foreign.id);
    // It comes back.
    await here.change(moved.id, { site: 'A' });
    const back = await fieldDevices(tech, { since: next });
    expect(back.devices.map(({ id }) => id)).toContain(moved.id);
    expect(back.left).not.toContain(moved.id);
  });

  it.each<[string, () => Promise<{ user: TestUser; since: string }>]>([
    [
      'its sites are others',
      async () => ({
        user: await app.user(here.district, 'technician', { sites: ['B'] }),
        since: (await fieldDevices(tech)).next,
      }),
    ],
    [
      'one of its sites has another code',
      async () => {
        const { body } = await here.admin
          .post('/sites')
          .send({ code: 'OLD', name: 'Old', type: 'high' })
          .expect(201);
        const user = await app.user(here.district, 'technician', { sites: ['OLD'] });
        const { next } = await fieldDevices(user);
        await here.admin.patch(`/sites/${body.id}`).set('if-match', '*').send({ code: 'NEW' }).expect(200);
        return { user, since: next };
      },
    ],
    [
      'it was away for more than a week',
      async () => {
        const [, ...about] = (await fieldDevices(tech)).next.split('~');
        const then = new Date(Date.now() - 8 * 86_400_000).toISOString();
        return { user: tech, since: [then, ...about].join('~') };
      },
    ],
    ['it says nonsense', async () => ({ user: tech, since: 'nonsense' })],
    ['it says half of it', async () => ({ user: tech, since: new Date().toISOString() })],
  ])('gets everything where %s', async (_, ask) => {
    const { user, since } = await ask();
    expect(await fieldDevices(user, { since })).toMatchObject({ whole: true });
  });

  it('has what a change set adds days after it began, as an import does that is cancelled and goes on', async () => {
    const { id } = await here.add();
    await here.change(id, { notes: 'a change' });
    await asOwner(
      `UPDATE change_sets SET recorded_at = recorded_at - interval '10 days'
        WHERE district_id = $1 AND id IN (SELECT change_set_id FROM device_events WHERE device_id = $2)`,
      [here.district.id, id],
    );
    const { next } = await fieldDevices(tech);
    expect(await idsOf(tech, next)).toContain(id);
    expect(await idsOf(tech)).toContain(id);
  });

  it('has what a long transaction commits later than fifteen minutes after it was recorded', async () => {
    const { id } = await here.add();
    const writer = new pg.Client({ connectionString: app.database.appUrl });
    await writer.connect();
    try {
      await writer.query('BEGIN');
      await writer.query(`UPDATE devices SET updated_at = updated_at WHERE district_id = $1 AND id = $2`, [
        here.district.id,
        id,
      ]);
      const { rows: times } = await writer.query<{ now: Date }>('SELECT now()');
      // As if the phone asked an hour after the transaction began.
      const clock = app.get(Clock);
      const now = clock.now.bind(clock);
      clock.now = () => new Date(Date.now() + 3_600_000);
      const { next } = await fieldDevices(tech).finally(() => (clock.now = now));
      await writer.query('COMMIT');
      expect(Date.parse(next.split('~')[0] ?? '')).toBeLessThan(times[0]?.now.getTime() ?? 0);
    } finally {
      await writer.end();
    }
  });
});

describe('a reach with more devices than a phone can keep', () => {
  let big: Register;

  beforeAll(async () => {
    big = await register(app);
    const { id } = await big.add({ site: 'A' });
    await big.add({ site: 'B' });
    // What the count sees, without an import of so many.
    await asOwner(
      `INSERT INTO devices (district_id, id, status, kind, model_id, site_id, asset_tag, entered_on, entry_dated,
              status_since, last_effective_at)
       SELECT district_id, gen_random_uuid(), status, kind, model_id, site_id, asset_tag, entered_on, entry_dated,
              status_since, last_effective_at
         FROM devices, generate_series(1, 15000) WHERE district_id = $1 AND id = $2`,
      [big.district.id, id],
    );
  });

  it('sends the devices of the sites that the phone names, and only of those in reach', async () => {
    expect(await fieldDevices(big.admin)).toMatchObject({ whole: true, sites: [], devices: [] });
    const named = await fieldDevices(big.admin, { sites: ['B', 'NOWHERE'] });
    expect(named.sites).toEqual(['B']);
    expect(named.devices.map(({ site }) => site)).toEqual(['B']);
    const ofA = await app.user(big.district, 'technician', { sites: ['A'] });
    expect(await fieldDevices(ofA, { sites: ['B'] })).toMatchObject({ sites: [], devices: [] });
    // One below the limit.
    await asOwner(
      `DELETE FROM devices WHERE district_id = $1 AND id IN (
         SELECT id FROM devices d WHERE district_id = $1 AND NOT EXISTS (
           SELECT FROM device_codes k WHERE k.district_id = $1 AND k.device_id = d.id) LIMIT 1)`,
      [big.district.id],
    );
    const all = await fieldDevices(ofA);
    expect(all.sites).toEqual(['A']);
    expect(all.devices).toHaveLength(15_000);
  });

  it('sends everything of them where the phone names others than before', async () => {
    const { next } = await fieldDevices(big.admin, { sites: ['B'] });
    expect(await fieldDevices(big.admin, { sites: ['B'], since: next })).toMatchObject({ whole: false });
    expect(await fieldDevices(big.admin, { sites: [], since: next })).toMatchObject({
      whole: true,
      sites: [],
    });
  });

  it('takes five sites at the most', async () => {
    await big.admin.get('/field/devices?sites=A,B,C,D,E,F').expect(400);
    await big.admin.get('/field/devices?sites=A,B,C,D,E').expect(200);
  });
});
