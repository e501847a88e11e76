import type { Test } from 'supertest';
import { storeScope } from '../../src/access/scope.js';
import { newId } from '../../src/common/ids.js';
import { Transactions } from '../../src/database/transactions.js';
import type { BulkResult } from '../../src/devices/in-bulk/bulk-result.js';
import { JobsService, type JobView } from '../../src/jobs/jobs.service.js';
import { type TestApp, testApp } from '../support/app.js';
import { addMany, bulk, startBulk } from '../support/bulk-changes.js';
import { register, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
});

afterAll(() => app.close());

describe('a bulk change', () => {
  it('changes each device of the selection with an event of its own, in one change set', async () => {
    await addMany(here, 1200);
    await addMany(here, 3, { site: 'B' });
    const { result, state } = await bulk(app, here, {
      filter: { site: 'A' },
      change: { status: 'deployed' },
      expect: 1200,
    });
    expect(state).toBe('done');
    expect(result).toMatchObject({ changed: 1200, unchanged: 0, refused: 0 });
    expect(await here.changeSet(result.changeSetId)).toMatchObject({
      kind: 'bulk',
      devices: 1200,
      events: 1200,
    });
    expect((await here.count('status=deployed')).total).toBe(1200);
    expect(await here.differences()).toEqual([]);
  });

  it('is refused where the selection has another size than expected, and says which', async () => {
    await addMany(here, 2);
    const { body } = await startBulk(here, {
      filter: { site: 'A' },
      change: { notes: 'x' },
      expect: 3,
    }).expect(409);
    expect(body).toMatchObject({ code: 'SELECTION_CHANGED', detail: expect.stringContaining('2') });
  });

  it('names what it refused, and does the rest', async () => {
    await addMany(here, 2);
    const { id } = await here.add({ status: 'retired' });
    const { result } = await bulk(app, here, { filter: {}, change: { status: 'deployed' } });
    expect(result).toMatchObject({ changed: 2, refused: 1, refusals: [{ id, code: 'DEVICE_ILLEGAL_MOVE' }] });
  });

  it('counts as unchanged what is so already', async () => {
    await addMany(here, 2, { notes: 'x' });
    const { result } = await bulk(app, here, { filter: {}, change: { notes: 'x' } });
    expect(result).toMatchObject({ changed: 0, unchanged: 2 });
  });

  it('changes what left the selection by the change itself exactly once', async () => {
    await addMany(here, 700);
    const { result } = await bulk(app, here, {
      filter: { status: 'in_stock' },
      change: { status: 'in_repair' },
    });
    expect(result).toMatchObject({ changed: 700, refused: 0 });
  });

  it('gives no code to many, and says nothing to nobody', async () => {
    for (const change of [{ assetTag: 'X' }, { serialNumber: null }, { mac: 'b4:69:21:18:c6:76' }, {}])
      await startBulk(here, { filter: {}, change }).expect(400);
    await startBulk(here, { filter: { colour: 'red' }, change: { notes: 'x' } }).expect(400);
    await startBulk(here, { change: { notes: 'x' } }).expect(400);
  });

  it('stays within the sites of who asked', async () => {
    await addMany(here, 2);
    await addMany(here, 2, { site: 'B' });
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    const { result } = await bulk(app, here, { filter: {}, change: { notes: 'mine' } }, technician);
    expect(result).toMatchObject({ changed: 2, refused: 0 });
    const out = await bulk(app, here, { filter: {}, change: { site: 'B' } }, technician);
    expect(out.result).toMatchObject({ changed: 0, refused: 2, refusals: [{ code: 'OUT_OF_SCOPE' }, {}] });
    const its = await app.user(here.district, 'its');
    await startBulk(here, { filter: {}, change: { notes: 'x' } }, its).expect(403);
  });

  it('stops where it is cancelled, and what it did stands in its change set', async () => {
    await addMany(here, 2_000);
    // Somebody holds a device of the third chunk of 500, so that the job stands there when it is cancelled.
    const writer = app.source.createQueryRunner();
    await writer.startTransaction();
    await writer.query(
      `SELECT 1 FROM devices WHERE district_id = $1 AND id =
         (SELECT id FROM devices WHERE district_id = $1 ORDER BY id OFFSET 1250 LIMIT 1) FOR UPDATE`,
      [here.district.id],
    );
    const { body } = await startBulk(here, { filter: {}, change: { notes: 'x' } }).expect(202);
    const { id } = body as JobView;
    while (((await here.admin.get(`/jobs/${id}`)).body as JobView).done < 1_000);
    await here.admin.post(`/jobs/${id}/cancel`).expect(202);
    await writer.rollbackTransaction();
    await writer.release();
    const cancelled = await app.job(here.admin, id);
    expect(cancelled).toMatchObject({
      state: 'cancelled',
      done: 1_500,
      result: { rehearsed: false, changed: 1_500, refused: 0 },
    });
    const [{ n } = { n: -1 }] = await app.source.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM devices WHERE district_id = $1 AND notes = 'x'`,
      [here.district.id],
    );
    const [{ events } = { events: -1 }] = await app.source.query<{ events: number }[]>(
      `SELECT count(*)::int AS events FROM device_events e JOIN change_sets c ON c.district_id = e.district_id
          AND c.id = e.change_set_id AND c.kind = 'bulk' WHERE e.district_id = $1`,
      [here.district.id],
    );
    expect([n, events]).toEqual([1_500, 1_500]);
    const { changeSetId } = cancelled.result as BulkResult;
    const { body: undo } = await here.admin.post(`/devices/bulk/${changeSetId}/undo`).expect(202);
    expect(await app.job(here.admin, (undo as JobView).id)).toMatchObject({ result: { undone: 1_500 } });
  });

  it('is seen by who began it and by the office, and stopped by who began it and by those who may do it; to others it does not exist', async () => {
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    const limited = await technician
      .post('/tokens')
      .send({ name: 'scanner', scopes: ['devices:edit'] })
      .expect(201);
    const { body } = await startBulk(here, { filter: {}, change: { notes: 'x' } }, technician).expect(202);
    const { id } = body as JobView;
    const scanner = (test: Test): Test =>
      test.set('authorization', `Bearer ${(limited.body as { token: string }).token}`);
    await scanner(app.http.get(`/api/v1/jobs/${id}`)).expect(200);
    await scanner(app.http.post(`/api/v1/jobs/${id}/cancel`)).expect(202);
    await technician.post(`/jobs/${id}/cancel`).expect(202);
    const its = await app.user(here.district, 'its');
    await its.get(`/jobs/${id}`).expect(200);
    const { body: notAllowed } = await its.post(`/jobs/${id}/cancel`).expect(403);
    expect((notAllowed as { detail: string }).detail).toContain('devices:edit');
    await here.admin.post(`/jobs/${id}/cancel`).expect(202);
    const other = await app.user(here.district, 'technician', { sites: ['A'] });
    const lead = await app.user(here.district, 'lead', { sites: ['A'] });
    const vendor = await app.user(here.district, 'vendor');
    const stranger = await app.district();
    const far = await app.user(stranger, 'technician');
    for (const nobody of [other, lead, vendor, stranger.admin, far]) {
      const { body: refused } = await nobody.get(`/jobs/${id}`).expect(404);
      expect(refused).toMatchObject({ code: 'JOB_NOT_FOUND' });
      await nobody.post(`/jobs/${id}/cancel`).expect(404);
    }
  });
});

describe('the rehearsal of a bulk change', () => {
  it('says what would change, by name, and what would be refused and why, and changes nothing', async () => {
    await addMany(here, 25);
    const { id, assetTag } = await here.add({ status: 'retired' });
    const { result, stage } = await bulk(app, here, {
      filter: {},
      change: { site: 'B', room: 'Library', status: 'deployed', note: 'a move' },
      rehearse: true,
    });
    expect(stage).toBe('rehearsing');
    expect(result).toMatchObject({
      rehearsed: true,
      changed: 25,
      unchanged: 0,
      refused: 1,
      fields: { siteId: 25, roomId: 25, status: 25 },
      refusals: [{ id, device: assetTag, code: 'DEVICE_ILLEGAL_MOVE' }],
    });
    expect(result.examples).toHaveLength(20);
    const [example] = result.examples;
    expect(example?.changes['status']).toEqual(['in_stock', 'deployed']);
    expect(example?.changes['siteId']?.map((site) => example.names[String(site)])).toEqual([
      'School A',
      'School B',
    ]);
    expect((await here.count('status=deployed')).total).toBe(0);
    const { body } = await here.admin.get(`/devices/${example?.id}/events`).expect(200);
    expect((body as { items: object[] }).items).toHaveLength(1);
    expect((await here.admin.get(`/sites/${here.siteIds['B']}/rooms`).expect(200)).body).toMatchObject({
      items: [],
    });
  });

  it('names what would be new, and nothing else', async () => {
    const { id } = await here.add({ room: 'Gym', fundingSource: 'Measure Z' });
    const examples = async (change: object): Promise<BulkResult['examples']> =>
      (await bulk(app, here, { filter: { id: [id] }, change, rehearse: true })).result.examples;
    const [moved] = await examples({ site: 'B', room: null, cart: 'Cart 7', fundingSource: 'Measure Z' });
    expect(moved?.names).toEqual({
      [here.siteIds['A'] ?? '']: 'School A',
      [here.siteIds['B'] ?? '']: 'School B',
      [String(moved?.changes['roomId']?.[0])]: 'Gym',
      [String(moved?.changes['cartId']?.[1])]: 'Cart 7',
    });
    const [renamed] = await examples({ manufacturer: 'HP', model: 'ProBook 11 G9', kind: 'laptop' });
    const [, model] = renamed?.changes['modelId'] ?? [];
    expect(renamed?.names[String(model)]).toBe('HP ProBook 11 G9');
  });

  it('keeps nobody by name, and names who has a device only to those who may know, with an entry in the log', async () => {
    const { body: ann } = await here.admin
      .post('/people')
      .send({ externalId: 'S-1', role: 'student', site: 'A', givenName: 'Annabel', familyName: 'Q' })
      .expect(201);
    const { id: annId } = ann as { id: string };
    await here.add({ status: 'deployed', holder: 'S-1' });
    const job = await bulk(app, here, {
      filter: {},
      change: { status: 'in_stock', holder: null },
      rehearse: true,
    });
    expect(job.result.examples[0]?.names[annId]).toBe('Annabel Q');
    const readings = async (): Promise<number> => {
      const [row] = await app.source.query<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM name_readings WHERE district_id = $1 AND what ->> 'by' = 'devices.bulk'`,
        [here.district.id],
      );
      return row?.n ?? 0;
    };
    const before = await readings();
    await here.admin.get(`/jobs/${job.id}`).expect(200);
    expect(await readings()).toBe(before + 1);
    const reader = await here.admin
      .post('/tokens')
      .send({ name: 'no people', scopes: ['devices:edit'] })
      .expect(201);
    const { body: seen } = await app.http
      .get(`/api/v1/jobs/${job.id}`)
      .set('authorization', `Bearer ${(reader.body as { token: string }).token}`)
      .expect(200);
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`Annabel|${annId}`));
    const kept = await app.source.query<object[]>(
      `SELECT result, input FROM jobs WHERE district_id = $1 AND id = $2`,
      [here.district.id, job.id],
    );
    expect(JSON.stringify(kept)).not.toContain('Annabel');
  });

  it.each([
    ['a due date', { dueOn: '2028-01-01' }, { dueOn: ['2027-01-01', '2028-01-01'] }],
    ['no due date', { dueOn: null }, { dueOn: ['2027-01-01', null] }],
    [
      'a holder',
      { holder: 'bob', dueOn: '2028-01-01' },
      { personId: ['ann', 'bob'], dueOn: [null, '2028-01-01'] },
    ],
    ['a return', { status: 'in_stock' }, { status: ['deployed', 'in_stock'], personId: ['ann', null] }],
  ])('shows what becomes of loans: %s', async (_what, change, expected) => {
    const people = new Map<unknown, string>();
    for (const name of ['ann', 'bob']) people.set(await here.person(name), name);
    await here.add({ status: 'deployed', holder: 'ann', dueOn: '2027-01-01' });
    const { result } = await bulk(app, here, { filter: {}, change, rehearse: true });
    const named = (value: unknown): unknown => people.get(value) ?? value;
    const shown = Object.entries(result.examples[0]?.changes ?? {}).map(([field, values]) => [
      field,
      values.map(named),
    ]);
    expect(Object.fromEntries(shown)).toEqual(expected);
    const fields = Object.fromEntries(Object.keys(expected).map((field) => [field, 1]));
    expect(result).toMatchObject({ changed: 1, fields });
    expect((await bulk(app, here, { filter: {}, change })).result).toMatchObject({ changed: 1, fields });
  });

  it('goes on, and can be seen, where an older version began it without examples', async () => {
    await addMany(here, 1);
    const tally = { changeSetId: newId(), changed: 0, unchanged: 0, refused: 0, refusals: [], fields: {} };
    const { districtId, accountId: createdBy } = here.admin.scope;
    const job = {
      districtId,
      createdBy,
      kind: 'devices.rehearse-in-bulk',
      lane: 'bulk',
      subjectId: tally.changeSetId,
      input: {
        filter: {},
        change: { notes: 'x' },
        scope: storeScope(here.admin.scope),
        rehearses: true,
        after: '00000000-0000-0000-0000-000000000000',
        tally,
      },
    };
    const id = await app.get(Transactions).run((tx) => app.get(JobsService).createWithin(tx, job));
    expect(await app.job(here.admin, id)).toMatchObject({
      state: 'done',
      result: { examples: [{ names: {} }] },
    });
    await app.source.query(
      `UPDATE jobs SET result = result - 'examples' WHERE district_id = $1 AND id = $2`,
      [districtId, id],
    );
    const { body } = await here.admin.get(`/jobs/${id}`).expect(200);
    expect(body).toMatchObject({ result: { changed: 1, examples: [] } });
  });

  it('foretells what the change then does', async () => {
    await addMany(here, 30);
    await here.add({ status: 'retired' });
    const asked = { filter: {}, change: { status: 'in_repair' } };
    const { result: foretold } = await bulk(app, here, { ...asked, rehearse: true });
    const { result: done } = await bulk(app, here, { ...asked, expect: 31 });
    const numbers = ({ changed, unchanged, refused, fields }: BulkResult): object => ({
      changed,
      unchanged,
      refused,
      fields,
    });
    expect(numbers(done)).toEqual(numbers(foretold));
    expect(done).toMatchObject({ rehearsed: false, examples: [] });
  });
});

describe('devices that are selected one by one', () => {
  it('are changed, and no others', async () => {
    await addMany(here, 3);
    const [one, two] = [await here.add(), await here.add()];
    const { result } = await bulk(app, here, {
      filter: { id: [one.id, two.id] },
      change: { notes: 'these' },
      expect: 2,
    });
    expect(result).toMatchObject({ changed: 2 });
    expect((await here.admin.get('/devices/count?id=' + one.id)).body).toMatchObject({ count: 1 });
  });
});
