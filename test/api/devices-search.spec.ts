import type { DeviceView } from '../../src/devices/device-views.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { LATITUDE, register, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;
let technician: TestUser;

const CHROME = { manufacturer: 'Lenovo', model: '300e Chromebook (Gen 2)', kind: 'chromebook' };

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
  await here.person('p-ada', { givenName: 'Ada', familyName: 'Byron', site: 'A' });
  await here.person('p-nadal', { givenName: 'Rafael', familyName: 'Nadal' });
  const nevada = { code: 'NV', name: 'Nevada Street School', type: 'elementary' };
  await here.admin.post('/sites').send(nevada).expect(201);
  const { results } = await here.batch([
    { assetTag: 'T-1', ...LATITUDE, site: 'A', status: 'deployed', holder: 'p-ada' },
    { assetTag: 'T-2', ...LATITUDE, site: 'A', status: 'deployed', holder: 'p-nadal' },
    { assetTag: 'T-3', ...LATITUDE, site: 'A', mac: 'ad:ad:a0:12:34:56' },
    { assetTag: 'T-4', ...CHROME, site: 'NV' },
    { assetTag: 'T-5', ...CHROME, site: 'A', serialNumber: '5CDADA77' },
    { assetTag: 'T-6', ...CHROME, site: 'A', imei: '353012045678901' },
    { assetTag: 'ADA-7', ...LATITUDE, site: 'B', status: 'retired' },
  ]);
  expect(results.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 7 }, () => 'added'));
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
});

afterAll(() => app.close());

async function found(q: string, by: TestUser = here.admin): Promise<string> {
  const { body } = await by.get(`/devices?q=${encodeURIComponent(q)}`).expect(200);
  return (body as { items: DeviceView[] }).items
    .map(({ assetTag }) => assetTag)
    .toSorted()
    .join(' ');
}

describe('a search for devices', () => {
  it.each([
    // A name, and a tag that begins with it; no MAC address, no serial number that holds it, no "Nadal", no "Nevada".
    ['Ada', 'ADA-7 T-1'],
    ['ada byron', 'T-1'],
    ['byron ada', 'T-1'],
    ['nadal', 'T-2'],
    ['nevada', 'T-4'],
    ['street', 'T-4'],
    ['lenovo gen', 'T-4 T-5 T-6'],
    ['300e', 'T-4 T-5 T-6'],
    ['ada77', 'T-5'],
    ['5cdada', 'T-5'],
    ['ada012', 'T-3'],
    ['AD:AD:A0', 'T-3'],
    ['a012', ''],
    ['353012', 'T-6'],
    ['35301', ''],
    ['t-3', 'T-3'],
  ])('for "%s" finds what people mean by it', async (q, expected) => {
    expect(await found(q)).toBe(expected);
  });

  it('finds a word of a name after a hyphen or an apostrophe, however short it is', async () => {
    const other = await register(app);
    const names = [
      ['p-1', 'Jo', 'Smith-Jones'],
      ['p-2', 'Bo', 'O’Brien'],
      ['p-3', 'Al', "D'Or_o"],
      ['p-4', 'Joan', 'Dorsmith'],
    ];
    for (const [id = '', givenName, familyName] of names) {
      await other.person(id, { givenName, familyName });
      await other.add({ assetTag: id, status: 'deployed', holder: id });
    }
    const tags = async (q: string): Promise<string> => found(q, other.admin);
    expect(await tags('jones')).toBe('P-1');
    expect(await tags('smith-jones')).toBe('P-1');
    expect(await tags('smith')).toBe('P-1');
    expect(await tags('brien bo')).toBe('P-2');
    expect(await tags('o’brien')).toBe('P-2');
    expect(await tags('or_')).toBe('P-3');
    expect(await tags('j d')).toBe('P-4');
    expect(await tags('jo smi')).toBe('P-1');
  });

  it('finds staff of every site, and students of the sites of who asks', async () => {
    const other = await register(app);
    for (const [id, role] of [
      ['s-1', 'staff'],
      ['p-1', 'student'],
    ] as const) {
      await other.person(id, { role, familyName: 'Lovelace', site: 'B' });
      await other.add({ assetTag: id, site: 'A', status: 'deployed', holder: id });
    }
    const ofA = await app.user(other.district, 'technician', { sites: ['A'] });
    expect(await found('lovelace', ofA)).toBe('S-1');
    expect(await found('lovelace', other.admin)).toBe('P-1 S-1');
  });

  it('finds who has a device only for those who may read people', async () => {
    expect(await found('byron', technician)).toBe('T-1');
    const principal = await app.user(here.district, 'site_staff', { sites: ['A'] });
    expect(await found('byron', principal)).toBe('');
  });
});

describe('the number of devices', () => {
  const count = async (query: string, by: TestUser = here.admin): Promise<unknown> =>
    (await by.get(`/devices/count?${query}`).expect(200)).body;

  it.each([
    ['', 7],
    ['site=A', 5],
    ['site=a,nv&kind=chromebook', 3],
    ['status=retired', 1],
    ['status=deployed,in_stock', 6],
    ['q=chromebook', 3],
    ['model=latitude&status=deployed', 2],
    ['site=nowhere', 0],
  ])('with ?%s is exact', async (query, expected) => {
    expect(await count(query)).toEqual({ count: expected, isMore: false });
  });

  it('counts what the caller reaches', async () => {
    expect(await count('', technician)).toEqual({ count: 5, isMore: false });
    expect(await count('q=latitude', technician)).toEqual({ count: 3, isMore: false });
  });

  it('does not know a void record', async () => {
    const { id } = await here.add({ site: 'B' });
    expect(await count('site=B')).toEqual({ count: 2, isMore: false });
    await here.admin.post(`/devices/${id}/void`).set('if-match', '*').send({ note: 'a mistake' }).expect(200);
    expect(await count('site=B')).toEqual({ count: 1, isMore: false });
    expect(await count('site=B&status=void')).toEqual({ count: 1, isMore: false });
  });
});

describe('devices that were selected one by one', () => {
  it('are listed, and counted, by their ids', async () => {
    const { body } = await here.admin.get('/devices?model=latitude').expect(200);
    const [one, two] = (body as { items: DeviceView[] }).items;
    const ids = `${one?.id},${two?.id}`;
    const { body: listed } = await here.admin.get(`/devices?id=${ids}`).expect(200);
    expect((listed as { items: DeviceView[] }).items.map(({ id }) => id)).toEqual([one?.id, two?.id]);
    expect((await here.admin.get(`/devices/count?id=${ids}`).expect(200)).body).toMatchObject({ count: 2 });
  });
});

describe('who has a device', () => {
  const heldBy = async (query: string, by: TestUser): Promise<unknown> => {
    const { body } = await by.get(`/devices?q=T-1&${query}`).expect(200);
    return (body as { items: DeviceView[] }).items[0]?.personName;
  };

  it('is named where the list is asked for names, by those who may read people', async () => {
    expect(await heldBy('', here.admin)).toBeNull();
    expect(await heldBy('people=true', here.admin)).toBe('Ada Byron');
    const principal = await app.user(here.district, 'site_staff', { sites: ['A'] });
    expect(await heldBy('people=true', principal)).toBeNull();
  });

  it('is named on the page of the device', async () => {
    const { body } = await here.admin.get('/devices?q=T-1').expect(200);
    const id = (body as { items: DeviceView[] }).items[0]?.id ?? '';
    expect(await here.find(id)).toMatchObject({
      personName: 'Ada Byron',
      custody: [{ personName: 'Ada Byron' }],
    });
  });
});

describe('a file of the list', () => {
  const file = async (query: string, by: TestUser = here.admin): Promise<string[]> => {
    const { text } = await by.get(`/devices/export/csv?${query}`).buffer(true).expect(200);
    return text.replace('\uFEFF', '').trim().split('\r\n');
  };

  it('has the columns, the filter and the order of the list', async () => {
    const query = 'columns=status,assetTag,siteName,person&sort=-assetTag&status=deployed,retired';
    expect(await file(query)).toEqual([
      'Status,Asset tag,Site name,Checked out to',
      'Deployed,T-2,School A,Rafael Nadal',
      'Deployed,T-1,School A,Ada Byron',
      'Retired,ADA-7,School B,',
    ]);
  });

  it('has no holders for those who may not read people', async () => {
    const principal = await app.user(here.district, 'site_staff', { sites: ['A'] });
    const lines = await file('columns=assetTag,person&status=deployed&sort=assetTag', principal);
    expect(lines).toEqual(['Asset tag', 'T-1', 'T-2']);
  });

  it('logs the pupils whose names it has', async () => {
    await here.person('pupil', { givenName: 'Grace', familyName: 'Hopper', role: 'student', site: 'A' });
    const { id } = await here.add({ status: 'deployed', assetTag: 'T-PUPIL' });
    await here.change(id, { holder: 'pupil' });
    const reader = await app.user(here.district, 'technician', { sites: ['A'] });
    expect((await file('columns=assetTag,person&q=T-PUPIL', reader))[1]).toBe('T-PUPIL,Grace Hopper');
    const rows = await app.source.query<{ by: string }[]>(
      `SELECT what ->> 'by' AS by FROM name_readings WHERE district_id = $1 AND account_id = $2`,
      [here.district.id, reader.scope.accountId],
    );
    expect(rows).toEqual([{ by: 'devices.export' }]);
  });

  it('refuses a column that it does not have', async () => {
    await here.admin.get('/devices/export/csv?columns=assetTag,password').expect(400);
  });
});
