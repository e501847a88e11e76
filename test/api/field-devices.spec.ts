import pg from 'pg';
import { Clock } from '../../src/common/time/clock.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { register, type Register } from '../support/devices.js';
import { download } from '../support/exports.js';

let app: TestApp;
let here: Register;
let tech: TestUser;

async function asOwner(sql: string, parameters: unknown[]): Promise<void> {
  const owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
  await owner.query(sql, parameters);
  await owner.end();
}

interface Field {
  next: string;
  whole: boolean;
  devices: Record<string, unknown>[];
}

async function field(user: TestUser, since?: string): Promise<Field> {
  const text = (await download(user, `field/devices${since ? `?since=${since}` : ''}`)).toString();
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const { columns, next, whole } = JSON.parse(head) as { columns: string[]; next: string; whole: boolean };
  const devices = lines.map((line) => {
    const values = JSON.parse(line) as unknown[];
    return Object.fromEntries(columns.map((name, i) => [name, values[i]]));
  });
  return { next, whole, devices };
}

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
  tech = await app.user(here.district, 'technician', { sites: ['A'] });
});

afterAll(() => app.close());

describe('what a phone keeps', () => {
  it('is all of its own sites, and of the others what finds and places a device', async () => {
    const personId = await here.person('s-1');
    const own = await here.add({ room: '1', status: 'deployed', holder: 's-1' });
    const other = await here.add({ site: 'B', room: '9', mac: 'AA:00:00:00:00:01' });
    const { whole, devices } = await field(tech);
    expect(whole).toBe(true);
    const [mine, theirs] = [own, other].map(({ id }) => devices.find((device) => device['id'] === id));
    expect(mine).toMatchObject({
      codes: [own.assetTag],
      status: 'deployed',
      site: 'A',
      version: 1,
      assetTag: own.assetTag,
      model: 'Dell Latitude 3120',
      room: '1',
      held: true,
    });
    expect(theirs).toMatchObject({
      status: 'in_stock',
      site: 'B',
      kind: 'laptop',
      assetTag: null,
      model: null,
      room: null,
      held: null,
    });
    expect(theirs?.['codes']).toEqual(expect.arrayContaining([other.assetTag, 'AA0000000001']));
    expect(JSON.stringify(devices)).not.toContain(personId);
  });

  it('is brought up to date with what changed', async () => {
    const { next, devices } = await field(tech);
    expect(devices.length).toBeGreaterThan(0);
    const [instant = '', reach = ''] = next.split('~');
    expect(Date.parse(instant)).toBeLessThan(Date.now());
    const later = await field(tech, `${new Date(Date.now() + 1000).toISOString()}~${reach}`);
    expect(later).toMatchObject({ whole: false, devices: [] });
    // With other sites it needs other records.
    const other = await app.user(here.district, 'technician', { sites: ['B'] });
    expect(await field(other, next)).toMatchObject({ whole: true });
    const { id } = await here.add();
    expect((await field(tech, next)).devices.map((device) => device['id'])).toContain(id);
  });

  it('has what a change set adds days after it began, as an import does that is cancelled and goes on', async () => {
    const { id } = await here.add();
    await here.change(id, { notes: 'a change' });
    await asOwner(
      `UPDATE change_sets SET recorded_at = recorded_at - interval '10 days'
        WHERE district_id = $1 AND id IN (SELECT change_set_id FROM device_events WHERE device_id = $2)`,
      [here.district.id, id],
    );
    const { next, devices } = await field(tech);
    expect((await field(tech, next)).devices.map((device) => device['id'])).toContain(id);
    expect(devices.map((device) => device['id'])).toContain(id);
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
      const { next } = await field(tech).finally(() => (clock.now = now));
      await writer.query('COMMIT');
      expect(Date.parse(next.split('~')[0] ?? '')).toBeLessThan(times[0]?.now.getTime() ?? 0);
    } finally {
      await writer.end();
    }
  });

  it('has nothing of another district', async () => {
    const stranger = await app.district();
    expect((await field(stranger.admin)).devices).toEqual([]);
  });
});
