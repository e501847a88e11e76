import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { register, type Register } from '../support/devices.js';
import { download } from '../support/exports.js';

let app: TestApp;
let here: Register;
let tech: TestUser;

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

  it('has nothing of another district', async () => {
    const stranger = await app.district();
    expect((await field(stranger.admin)).devices).toEqual([]);
  });
});
