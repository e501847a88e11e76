import { v7 as uuid } from 'uuid';
import { PeopleQueries } from '../../src/people/people.queries.js';
import { testApp } from '../support/app.js';

type App = Awaited<ReturnType<typeof testApp>>;
type District = Awaited<ReturnType<App['district']>>;

interface PersonBody {
  id: string;
  externalId: string;
}

let app: App;

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

async function addSite(district: District, code: string): Promise<string> {
  const answer = await district.admin.post('/sites').send({ code, name: code, type: 'high' }).expect(201);
  return (answer.body as { id: string }).id;
}

async function addPerson(district: District, externalId: string, more: object = {}): Promise<PersonBody> {
  const answer = await district.admin
    .post('/people')
    .send({ externalId, role: 'student', givenName: 'Ada', familyName: `Of ${externalId}`, ...more })
    .expect(201);
  return answer.body as PersonBody;
}

function externalIds(body: unknown): string[] {
  return (body as { items: PersonBody[] }).items.map((person) => person.externalId);
}

async function readings(district: District): Promise<{ by: string; people: string[]; reader: string }[]> {
  return app.source.query(
    `SELECT what ->> 'by' AS by, what -> 'people' AS people, account_id AS reader
       FROM name_readings WHERE district_id = $1 ORDER BY id`,
    [district.id],
  );
}

/** A device that somebody holds or held, straight into the tables: devices have their own tests. */
async function lend(district: District, personId: string, returned: boolean): Promise<string> {
  const siteId = await addSite(district, `S-${uuid()}`);
  const [modelId, deviceId] = [uuid(), uuid()];
  await app.source.query(
    `INSERT INTO device_models (district_id, id, manufacturer, name, match_key, kind, platform)
     VALUES ($1, $2, 'Acme', 'C', 'acme c', 'laptop', 'windows')`,
    [district.id, modelId],
  );
  await app.source.query(
    `INSERT INTO devices (district_id, id, status, kind, model_id, site_id, asset_tag, entered_on, entry_dated,
                          status_since, last_effective_at)
     VALUES ($1, $2, 'in_stock', 'laptop', $3, $4, 'T-1', '2020-01-01', true, now(), now())`,
    [district.id, deviceId, modelId, siteId],
  );
  await app.source.query(
    `INSERT INTO custody (district_id, id, device_id, person_id, loaned_at, returned_at)
     VALUES ($1, $2, $3, $4, '2021-01-01', $5)`,
    [district.id, uuid(), deviceId, personId, returned ? '2021-06-01' : null],
  );
  return deviceId;
}

describe('people', () => {
  it('have their email address in lower case, whoever writes it', async () => {
    const district = await app.district();
    const { id } = await addPerson(district, 's-1', { email: 'Ada@Example.org' });
    const change = app.source.query(
      `UPDATE people SET email = 'Ada@Example.org' WHERE district_id = $1 AND id = $2`,
      [district.id, id],
    );
    await expect(change).rejects.toThrow('people_email_lower');
  });

  it('adds somebody with their site, and changes them from the version that was read', async () => {
    const district = await app.district();
    const siteId = await addSite(district, 'A1');
    const answer = await district.admin
      .post('/people')
      .send({ externalId: 's-1', role: 'student', givenName: ' Ada ', email: 'Ada@Example.org', site: 'a1' })
      .expect(201);
    expect(answer.headers['etag']).toBe('"1"');
    expect(answer.body).toMatchObject({ givenName: 'Ada', email: 'ada@example.org', site: 'A1', siteId });
    const path = `/people/${answer.body.id}`;
    await district.admin.patch(path).send({ grade: '10' }).expect(428);
    const changed = await district.admin.patch(path).set('If-Match', '"1"').send({ grade: '10', site: null });
    expect(changed.body).toMatchObject({ grade: '10', site: null, version: 2 });
    expect(changed.body.setByPerson).toEqual(expect.arrayContaining(['grade', 'siteId', 'givenName']));
    await district.admin.patch(path).set('If-Match', '"1"').send({ grade: '11' }).expect(412);
  });

  it.each([
    [{ role: 'student' }, 'externalId'],
    [{ externalId: '1', role: 'pirate' }, 'role'],
    [{ externalId: '1', role: 'staff', email: 'nobody' }, 'email'],
    [{ externalId: '1', role: 'staff', site: 'NOWHERE' }, 'site'],
    [{ externalId: '1', role: 'staff', leftOn: 'today' }, 'leftOn'],
  ])('refuses %j and names the field', async (body, field) => {
    const { admin } = await app.district();
    const answer = await admin.post('/people').send(body).expect(400);
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toEqual([field]);
  });

  it('refuses an external id that is taken', async () => {
    const district = await app.district();
    await addPerson(district, 's-1');
    const answer = await district.admin
      .post('/people')
      .send({ externalId: 's-1', role: 'staff' })
      .expect(409);
    expect(answer.body.code).toBe('PERSON_EXTERNAL_ID_TAKEN');
  });

  it('lists by page, sort and filter', async () => {
    const district = await app.district();
    await addSite(district, 'A1');
    await addPerson(district, 's-2', { site: 'A1', familyName: 'Lovelace' });
    await addPerson(district, 's-1', { role: 'staff', email: 'turing@example.org' });
    await addPerson(district, 's-3', { leftOn: '2020-01-01' });
    const list = async (query: string) =>
      externalIds((await district.admin.get(`/people?${query}`).expect(200)).body);
    expect(await list('')).toEqual(['s-1', 's-2', 's-3']);
    expect(await list('sort=-externalId')).toEqual(['s-3', 's-2', 's-1']);
    expect(await list('site=a1')).toEqual(['s-2']);
    expect(await list('role=staff')).toEqual(['s-1']);
    expect(await list('left=true')).toEqual(['s-3']);
    expect(await list('left=false')).toEqual(['s-1', 's-2']);
    expect(await list('text=da lovel')).toEqual(['s-2']);
    expect(await list('text=TURING@')).toEqual(['s-1']);
    expect(await list('text=S-3')).toEqual(['s-3']);
    const page = await district.admin.get('/people?limit=2');
    expect(externalIds(page.body)).toEqual(['s-1', 's-2']);
    expect(await list(`cursor=${page.body.nextCursor}`)).toEqual(['s-3']);
  });

  it('shows field roles the people of their own sites, and site staff nobody', async () => {
    const [district, other] = [await app.district(), await app.district()];
    await addSite(district, 'A1');
    await addSite(district, 'B2');
    const mine = await addPerson(district, 's-1', { site: 'A1' });
    const theirs = await addPerson(district, 's-2', { site: 'B2' });
    const nowhere = await addPerson(district, 's-3');
    const foreign = await addPerson(other, 's-1');
    const technician = await app.user(district, 'technician', { sites: ['A1'] });
    expect(externalIds((await technician.get('/people')).body)).toEqual(['s-1']);
    await technician.get(`/people/${mine.id}`).expect(200);
    for (const { id } of [theirs, nowhere, foreign]) await technician.get(`/people/${id}`).expect(404);
    await technician.patch(`/people/${mine.id}`).set('If-Match', '*').send({ grade: '1' }).expect(403);
    const staff = await app.user(district, 'site_staff', { sites: ['A1'] });
    await staff.get('/people').expect(403);
    await staff.get(`/people/${mine.id}`).expect(403);
  });
});

describe('the people whom somebody may hand a device', () => {
  it('are found by exact numbers and addresses: students in reach, and all staff', async () => {
    const district = await app.district();
    await addSite(district, 'L1');
    await addSite(district, 'L2');
    await addPerson(district, 'S-100', { site: 'L1', grade: '7', email: 'Ada@test.example' });
    await addPerson(district, 'S-1000', { site: 'L1' });
    await addPerson(district, 'S-200', { site: 'L2' });
    await addPerson(district, 'T-300', {
      site: 'L2',
      role: 'staff',
      givenName: 'Grace',
      familyName: 'Hopper',
    });
    const tech = await app.user(district, 'technician', { sites: ['L1'] });
    const numbers = 's-100,ADA@test.example,S-200,T-300,nobody';
    const { body } = await tech.get(`/people/lookup?numbers=${numbers}`).expect(200);
    expect(body).toMatchObject({
      items: [
        { externalId: 'S-100', familyName: 'Of S-100', grade: '7', site: 'L1', siteName: 'L1' },
        { externalId: 'T-300', familyName: 'Hopper', siteName: 'L2' },
      ],
    });
    expect(externalIds(body)).toHaveLength(2);
    const { body: byAdmin } = await district.admin.get(`/people/lookup?numbers=${numbers}`).expect(200);
    expect(externalIds(byAdmin)).toEqual(['S-100', 'S-200', 'T-300']);
    expect(await readings(district)).toMatchObject([
      { by: 'people.lookUp', people: [expect.any(String)] },
      { by: 'people.lookUp', people: [expect.any(String), expect.any(String)] },
    ]);
  });

  it('are asked for by at least one number, and by two hundred at most', async () => {
    const district = await app.district();
    await district.admin.get('/people/lookup').expect(400);
    await district.admin.get('/people/lookup?numbers=').expect(400);
    const many = Array.from({ length: 201 }, (_, i) => i).join();
    await district.admin.get(`/people/lookup?numbers=${many}`).expect(400);
    const other = await app.district();
    await addPerson(other, 'X-1');
    expect(externalIds((await district.admin.get('/people/lookup?numbers=X-1').expect(200)).body)).toEqual(
      [],
    );
  });
});

describe('reading names of pupils', () => {
  it('is logged with who read whose, and only for pupils', async () => {
    const district = await app.district();
    const pupil = await addPerson(district, 's-1');
    await addPerson(district, 's-2', { role: 'staff' });
    expect(await readings(district)).toEqual([]);
    await district.admin.get('/people').expect(200);
    await district.admin.get(`/people/${pupil.id}`).expect(200);
    await district.admin.get('/people?role=staff').expect(200);
    const log = await readings(district);
    expect(log.map(({ by, people }) => [by, people])).toEqual([
      ['people.list', [pupil.id]],
      ['people.find', [pupil.id]],
    ]);
    expect(log.every(({ reader }) => reader === district.admin.scope.accountId)).toBe(true);
  });

  it('is for roles that may read people, wherever names are shown', async () => {
    const district = await app.district();
    await addSite(district, 'A1');
    const pupil = await addPerson(district, 's-1', { site: 'A1' });
    const queries = app.get(PeopleQueries);
    const staff = await app.user(district, 'site_staff', { sites: ['A1'] });
    expect((await queries.namesOf(staff.scope, 'test', [pupil.id])).size).toBe(0);
    const names = await queries.namesOf(district.admin.scope, 'test', [pupil.id]);
    expect(names.get(pupil.id)).toMatchObject({ givenName: 'Ada' });
    expect((await readings(district)).map(({ by }) => by)).toEqual(['test']);
  });
});

describe('redaction', () => {
  it('forgets name and address for good, and leaves the person', async () => {
    const district = await app.district();
    const { id } = await addPerson(district, 's-1', { email: 'ada@example.org' });
    const answer = await district.admin.post(`/people/${id}/redaction`).expect(200);
    expect(answer.body).toMatchObject({ externalId: 's-1', givenName: null, familyName: null, email: null });
    expect(answer.body.redactedAt).toMatch(/^20\d\d-/);
    const again = await district.admin.post(`/people/${id}/redaction`).expect(200);
    expect(again.body.version).toBe(answer.body.version);
    const change = (body: object) => district.admin.patch(`/people/${id}`).set('If-Match', '*').send(body);
    expect((await change({ givenName: 'Ada' }).expect(409)).body.code).toBe('PERSON_REDACTED');
    await change({ grade: '10' }).expect(200);
    const its = await app.user(district, 'its');
    await its.post(`/people/${id}/redaction`).expect(403);
  });

  it.each([true, false])('is refused while a grant holds the name, returned: %p', async (returned) => {
    const district = await app.district();
    const { id } = await addPerson(district, 's-1');
    const deviceId = await lend(district, id, returned);
    const holdId = uuid();
    await app.source.query(
      `INSERT INTO device_holds (district_id, id, device_id, kind, forbids, reason, owner)
       VALUES ($1, $2, $3, 'grant', '{redact,dispose}', 'ECF asks for ten years', 'Grants office')`,
      [district.id, holdId, deviceId],
    );
    const answer = await district.admin.post(`/people/${id}/redaction`).expect(409);
    expect(answer.body).toMatchObject({ code: 'NAME_HELD', errors: [{ detail: holdId }] });
    expect(answer.body.detail).toContain('Grants office');
    expect(answer.body.detail).toContain('T-1');
    await app.source.query(`UPDATE device_holds SET lifted_at = now() WHERE district_id = $1 AND id = $2`, [
      district.id,
      holdId,
    ]);
    await district.admin.post(`/people/${id}/redaction`).expect(200);
  });
});
