import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { register, type Register } from '../support/devices.js';
import { csvOf, devicesCsv, load } from '../support/imports.js';

let app: TestApp;
let here: Register;
/** An admin's token that may import and change everything, but not read people. */
let nameless: TestUser;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  nameless = await withScopes(['imports:run', 'people:edit', 'devices:admin', 'sites:edit', 'jobs:read']);
});

afterAll(() => app.close());

async function withScopes(scopes: string[]): Promise<TestUser> {
  const { body } = await here.admin.post('/tokens').send({ name: 'narrow', scopes }).expect(201);
  const { token } = body as { token: string };
  const send = <T extends { set(name: string, value: string): T }>(test: T): T =>
    test.set('authorization', `Bearer ${token}`);
  return {
    ...here.admin,
    token,
    get: (path) => send(app.http.get(`/api/v1${path}`)),
    post: (path) => send(app.http.post(`/api/v1${path}`)),
  };
}

/** What was logged of the reading of an import, in the order of the reading. */
async function readings(importId: string): Promise<unknown[]> {
  const rows = await app.source.query<{ what: unknown }[]>(
    `SELECT what FROM name_readings WHERE district_id = $1 AND what ->> 'importId' = $2 ORDER BY id`,
    [here.district.id, importId],
  );
  return rows.map(({ what }) => what);
}

const student = (id: string, more: object = {}): Record<string, string> => ({
  'Person ID': id,
  'First name': 'Grace',
  'Last name': `Pupil ${id}`,
  Role: 'student',
  Site: 'A',
  Email: '',
  ...more,
});

const FILES = ['errors.csv', 'notes.csv'];

describe('an import of people', () => {
  it('shows its rows and its files only to those who may read people, and logs each reading', async () => {
    const file = csvOf([student('S-1'), student('S-2', { Email: 'no address' })]);
    const { id, plan } = await load(app, here.admin, file, { kind: 'people' });
    expect(plan).toMatchObject({ add: 1, refused: 1 });
    for (const path of ['rows', 'rows?format=csv', ...FILES]) {
      const { body } = await nameless.get(`/imports/${id}/${path}`).expect(403);
      expect(JSON.stringify(body)).not.toContain('Pupil');
    }
    expect(await readings(id)).toEqual([]);

    const rows = await here.admin.get(`/imports/${id}/rows`).expect(200);
    const [added] = (rows.body as { items: { targetId: string }[] }).items;
    const errors = await here.admin.get(`/imports/${id}/errors.csv`).expect(200);
    expect(errors.text).toContain('Pupil S-2');
    await here.admin.get(`/imports/${id}/notes.csv`).expect(200);
    expect(await readings(id)).toEqual([
      { by: 'imports.rows', importId: id, people: expect.arrayContaining([added?.targetId]) },
      { by: 'imports.file', importId: id, people: [] },
      { by: 'imports.file', importId: id, people: [] },
    ]);
  });
});

describe('an import of devices', () => {
  it('tells who has a device, and shows its file, only to those who may read people', async () => {
    const personId = await here.person('P-1', { site: 'A' });
    await here.add({ assetTag: 'N-1', status: 'deployed' });
    const file = devicesCsv([
      { 'Asset tag': 'N-1', Site: 'A', 'Assigned to': 'P-1' },
      { 'Asset tag': 'N-2', Site: 'nowhere', 'Assigned to': 'P-1' },
    ]);
    const { id, plan } = await load(app, here.admin, file);
    expect(plan).toMatchObject({ change: 1, refused: 1 });
    const seen = async (by: TestUser): Promise<string> =>
      JSON.stringify((await by.get(`/imports/${id}/rows`).expect(200)).body);
    expect(await seen(here.admin)).toContain(personId);
    expect(await seen(nameless)).not.toContain(personId);
    expect(await seen(nameless)).toContain('"outcome":"change"');
    for (const path of FILES) await nameless.get(`/imports/${id}/${path}`).expect(403);
    expect(await readings(id)).toEqual([]);
    await here.admin.get(`/imports/${id}/errors.csv`).expect(200);
    expect(await readings(id)).toEqual([{ by: 'imports.file', importId: id, people: [] }]);
  });

  it('has a change set whose events name no holder to those who may not read people', async () => {
    const personId = await here.person('P-2', { site: 'A' });
    const { id, changeSetId } = await load(
      app,
      here.admin,
      devicesCsv([{ 'Asset tag': 'N-3', Site: 'A', 'Assigned to': 'P-2' }]),
    );
    expect(id).toBeTruthy();
    const seen = async (by: TestUser): Promise<string> =>
      JSON.stringify((await by.get(`/change-sets/${changeSetId}/events`).expect(200)).body);
    expect(await seen(here.admin)).toContain(personId);
    expect(await seen(nameless)).not.toContain(personId);
    expect(await seen(nameless)).toContain('N-3');
  });
});

describe('an import of sites', () => {
  it('names nobody: its file needs no permission for people, and nothing is logged', async () => {
    const file = csvOf([{ 'Site code': 'C', Name: 'School C', Type: 'no such type' }]);
    const { id } = await load(app, here.admin, file, { kind: 'sites' });
    const errors = await nameless.get(`/imports/${id}/errors.csv`).expect(200);
    expect(errors.text).toContain('School C');
    expect(await readings(id)).toEqual([]);
  });
});
