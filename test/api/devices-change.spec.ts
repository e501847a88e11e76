import { type TestApp, testApp } from '../support/app.js';
import { freshTag, register, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
});

afterAll(() => app.close());

describe('changing a device', () => {
  it('asks for the version it was made from, and refuses an old one', async () => {
    const { id } = await here.add();
    const path = `/devices/${id}`;
    await here.admin.patch(path).send({ notes: 'x' }).expect(428);
    await here.admin.patch(path).set('if-match', 'nonsense').send({ notes: 'x' }).expect(428);
    const changed = await here.admin.patch(path).set('if-match', '"1"').send({ notes: 'x' }).expect(200);
    expect(changed.headers['etag']).toBe('"2"');
    await here.admin.patch(path).set('if-match', '"1"').send({ notes: 'y' }).expect(412);
    await here.admin.patch(path).set('if-match', '*').send({ notes: 'y' }).expect(200);
    expect(await here.find(id)).toMatchObject({ notes: 'y', version: 3 });
  });

  it('changes what is sent and nothing else; null empties', async () => {
    const before = await here.add({
      notes: 'dented',
      costCents: 31_900,
      room: '12',
      fundingSource: 'Measure B',
    });
    const changed = await here.change(before.id, { costCents: null });
    expect(changed).toMatchObject({
      costCents: null,
      notes: 'dented',
      room: '12',
      fundingSource: 'Measure B',
    });
    const emptied = await here.change(before.id, { notes: null, room: null, fundingSource: null });
    expect(emptied).toMatchObject({ notes: null, room: null, fundingSource: null, version: 3 });
    const [event] = await here.events(before.id);
    expect(Object.keys(event?.changes ?? {}).toSorted()).toEqual(['fundingSourceId', 'notes', 'roomId']);
  });

  it.each(['status', 'model', 'site', 'kind'])('never empties the %s', async (field) => {
    const { id } = await here.add();
    expect(await here.change(id, { [field]: null }, 400)).toMatchObject({ code: 'NEVER_EMPTY' });
  });

  it('never empties the last code', async () => {
    const { id } = await here.add({ serialNumber: 'LAST-1' });
    await here.change(id, { assetTag: null });
    expect(await here.change(id, { serialNumber: null }, 400)).toMatchObject({ code: 'NO_CODE' });
    expect(await here.change(id, { serialNumber: '' }, 400)).toMatchObject({ code: 'NO_CODE' });
  });

  it('makes no event, no version and no change set where nothing changes', async () => {
    const { id, assetTag } = await here.add({ notes: 'dented', mac: 'b4:69:21:18:c6:76', oldTag: 'OLD-1' });
    const same = {
      notes: 'dented',
      site: 'a',
      assetTag: ` ${assetTag} `,
      status: 'in_stock',
      kind: 'laptop',
    };
    const changeSets = async (): Promise<unknown> =>
      app.source.query(`SELECT count(*) FROM change_sets WHERE district_id = $1`, [here.district.id]);
    const before = await changeSets();
    const answer = await here.change(id, { ...same, mac: 'B46921-18C676', oldTag: 'old-1' });
    expect(answer.version).toBe(1);
    expect(await here.events(id)).toHaveLength(1);
    expect(await changeSets()).toEqual(before);
    await here.change(id, { notes: 'mended' });
    expect(await changeSets()).not.toEqual(before);
  });

  it('writes who, when, from when, what and why, and keeps the note apart', async () => {
    const dated = await here.add({ inServiceOn: '2020-01-01' });
    await here.change(dated.id, { site: 'B', effectiveOn: '2026-01-05', note: 'sent by mistake' });
    const [event] = await here.events(dated.id);
    expect(event).toMatchObject({
      type: 'changed',
      cause: 'transferred',
      effectiveAt: '2026-01-05T08:00:00.000Z',
      actorId: here.admin.scope.accountId,
      changes: { siteId: [here.siteIds['A'], here.siteIds['B']] },
      note: 'sent by mistake',
    });
  });

  it('leaves room and cart behind when it goes to another site', async () => {
    const { id } = await here.add({ room: '12' });
    expect(await here.change(id, { site: 'B' })).toMatchObject({ site: 'B', room: null });
    expect(await here.change(id, { site: 'A', room: '14' })).toMatchObject({ site: 'A', room: '14' });
  });

  it('refuses the tag of another device and names it, also when it is given by id', async () => {
    const other = await here.add();
    const { id } = await here.add();
    const answer = await here.change(id, { assetTag: other.assetTag }, 409);
    expect(answer).toMatchObject({
      code: 'TAG_TAKEN',
      detail: expect.stringContaining(other.assetTag as string),
    });
  });

  it('takes a serial number that another maker uses, and refuses one of the same maker', async () => {
    await here.add({ manufacturer: 'HP', model: 'ProBook 11', serialNumber: 'BOTH-1' });
    const { id } = await here.add();
    expect(await here.change(id, { serialNumber: 'both-1' })).toMatchObject({ serialNumber: 'BOTH-1' });
    const second = await here.add();
    expect(await here.change(second.id, { serialNumber: 'BOTH-1' }, 409)).toMatchObject({
      code: 'SERIAL_TAKEN',
    });
  });

  it('counts under another kind when the model becomes one of another kind', async () => {
    const { id } = await here.add({ site: 'B' });
    const kinds = async (): Promise<string> => {
      const { groups } = await here.count('groupBy=kind&site=B');
      return groups.map(({ kind, count }) => `${kind} ${count}`).join(', ');
    };
    expect(await kinds()).toContain('laptop');
    const before = await here.count('kind=ipad&site=B');
    await here.change(id, { manufacturer: 'Apple', model: 'iPad Air', kind: 'ipad' });
    expect((await here.count('kind=ipad&site=B')).total).toBe(before.total + 1);
    expect(await here.differences()).toEqual([]);
  });

  it('keeps a serial number unique within the new maker when the model becomes another maker’s', async () => {
    const { id } = await here.add({ serialNumber: 'MAKER-1' });
    await here.change(id, { manufacturer: 'HP', model: 'ProBook 11' });
    const { results } = await here.batch([
      { serialNumber: 'MAKER-1', manufacturer: 'HP', model: 'ProBook 11', site: 'A', kind: 'laptop' },
    ]);
    expect(results[0]).toMatchObject({ outcome: 'unchanged', id });
    const freed = await here.add({ serialNumber: 'MAKER-1' });
    expect(freed.id).not.toBe(id);
  });

  it('lets a technician change what is at their sites, and move it only within them', async () => {
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    const { id } = await here.add();
    expect(await here.change(id, { notes: 'mine' }, 200, technician)).toMatchObject({ notes: 'mine' });
    expect(await here.change(id, { site: 'B' }, 403, technician)).toMatchObject({ code: 'OUT_OF_SCOPE' });
    await here.change(id, { site: 'B' });
    await here.change(id, { notes: 'not mine' }, 404, technician);
    await here.change(id, { site: 'A' }, 404, technician);
    const both = await app.user(here.district, 'technician', { sites: ['A', 'B'] });
    expect(await here.change(id, { site: 'A' }, 200, both)).toMatchObject({ site: 'A' });
  });

  it('is not for those who only read, and not for another district', async () => {
    const { id } = await here.add();
    const its = await app.user(here.district, 'its');
    await here.change(id, { notes: 'x' }, 403, its);
    const stranger = await app.district();
    await here.change(id, { notes: 'x' }, 404, stranger.admin);
    await stranger.admin.get(`/devices/${id}`).expect(404);
  });

  it('moves with its cart from room to room', async () => {
    const { body: room } = await here.admin
      .post(`/sites/${here.siteIds['A']}/rooms`)
      .send({ name: 'Library' })
      .expect(201);
    const { id } = await here.add({ cart: 'Cart 7', room: '12' });
    const [cart] = await app.source.query<{ id: string }[]>(
      `SELECT id FROM carts WHERE district_id = $1 AND name = 'Cart 7'`,
      [here.district.id],
    );
    await here.admin
      .patch(`/carts/${cart?.id}`)
      .set('if-match', '*')
      .send({ roomId: (room as { id: string }).id })
      .expect(200);
    expect(await here.find(id)).toMatchObject({ room: 'Library', cart: 'Cart 7', version: 2 });
    expect(await here.events(id)).toHaveLength(2);
  });

  it('takes the tag that another device has just let go of', async () => {
    const first = await here.add();
    const second = await here.add();
    const given = freshTag();
    await here.change(first.id, { assetTag: given });
    expect(await here.change(second.id, { assetTag: first.assetTag })).toMatchObject({
      assetTag: first.assetTag,
    });
  });
});
