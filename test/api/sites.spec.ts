import { Conflict } from '../../src/common/refusal.js';
import { CartsService } from '../../src/sites/places/carts.service.js';
import { SitesQueries } from '../../src/sites/sites.queries.js';
import { testApp } from '../support/app.js';

type App = Awaited<ReturnType<typeof testApp>>;
type District = Awaited<ReturnType<App['district']>>;

interface SiteBody {
  id: string;
  code: string;
  version: number;
}

let app: App;

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

async function addSite(district: District, code: string, more: object = {}): Promise<SiteBody> {
  const answer = await district.admin
    .post('/sites')
    .send({ code, name: `School ${code}`, gradeSpan: 'K-5', ...more })
    .expect(201);
  return answer.body as SiteBody;
}

function codesOf(body: unknown): string[] {
  return (body as { items: SiteBody[] }).items.map((site) => site.code);
}

describe('sites', () => {
  it('adds a site, works out its type, and keeps what the person said against files', async () => {
    const district = await app.district();
    const answer = await district.admin
      .post('/sites')
      .send({ code: ' 0042a ', name: ' Alder Elementary ', gradeSpan: 'k-5', region: 'North', city: '' })
      .expect(201);
    expect(answer.headers['etag']).toBe('"1"');
    expect(answer.body).toMatchObject({
      code: '0042A',
      name: 'Alder Elementary',
      type: 'elementary',
      gradeSpan: 'K–5',
      region: 'North',
      city: null,
      served: true,
      charter: false,
      pupils: null,
      schoolYear: null,
      regions: [{ region: 'North', fromOn: '1900-01-01', toOn: null }],
    });
    expect(answer.body.setByPerson.toSorted()).toEqual(['gradeSpan', 'name', 'region']);
  });

  it.each([
    [{ name: 'No code' }, 'code'],
    [{ code: '1', name: ' ' }, 'name'],
    [{ code: '1', name: 'No type' }, 'type'],
    [{ code: '1', name: 'A', type: 'castle' }, 'type'],
    [{ code: '1', name: 'A', gradeSpan: '12–K' }, 'gradeSpan'],
    [{ code: '1', name: 'A', type: 'high', latitude: 91 }, 'latitude'],
    [{ code: '1', name: 'A', type: 'high', longitude: -181 }, 'longitude'],
    [{ code: '1', name: 'A', type: 'high', openedOn: '2020-02-30' }, 'openedOn'],
    [{ code: '1', name: 'A', type: 'high', openedOn: '2020-02-03', closedOn: '2020-02-02' }, 'closedOn'],
    [{ code: '1', name: 'A', type: 'high', served: null }, 'served'],
    [{ code: '1', name: 'A', type: 'high', region: 'X', regionFrom: '2999-01-01' }, 'regionFrom'],
    [{ code: '1', name: 'A', type: 'high', regionFrom: '2020-01-01' }, 'regionFrom'],
  ])('refuses %j and names the field', async (body, field) => {
    const { admin } = await app.district();
    const answer = await admin.post('/sites').send(body).expect(400);
    expect(answer.body.errors.map((error: { field: string }) => error.field)).toEqual([field]);
  });

  it('refuses a code that is taken, also to the slower of two', async () => {
    const { admin } = await app.district();
    const body = { code: 'A1', name: 'Alder', type: 'office' };
    const answers = await Promise.all([1, 2, 3].map(() => admin.post('/sites').send(body)));
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({ code: 'SITE_CODE_TAKEN' });
  });

  it('changes a site from the version that was read, and from no other', async () => {
    const district = await app.district();
    const site = await addSite(district, 'A1');
    const path = `/sites/${site.id}`;
    await district.admin.patch(path).send({ name: 'B' }).expect(428);
    const changed = await district.admin.patch(path).set('If-Match', '"1"').send({ name: 'B' }).expect(200);
    expect(changed.headers['etag']).toBe('"2"');
    const stale = await district.admin.patch(path).set('If-Match', '"1"').send({ name: 'C' }).expect(412);
    expect(stale.body.code).toBe('STALE_VERSION');
    const read = await district.admin.get(path).expect(200);
    expect(read.headers['etag']).toBe('"2"');
    expect(read.body).toMatchObject({ name: 'B', version: 2 });
  });

  it('lets one of twenty changes from one version win', async () => {
    const district = await app.district();
    const { id } = await addSite(district, 'A1');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        district.admin
          .patch(`/sites/${id}`)
          .set('If-Match', '"1"')
          .send({ name: `Name ${n}` }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 412)).toHaveLength(19);
  });

  it('adds a field that a person changes to those that files leave alone', async () => {
    const district = await app.district();
    const { id } = await addSite(district, 'A1');
    const answer = await district.admin
      .patch(`/sites/${id}`)
      .set('If-Match', '*')
      .send({ served: false, city: 'Irvine' });
    expect(answer.body.setByPerson).toEqual(expect.arrayContaining(['served', 'city', 'name', 'gradeSpan']));
    expect(answer.body.setByPerson).not.toContain('street');
  });

  it('keeps which region a site was in when', async () => {
    const district = await app.district();
    const { id } = await addSite(district, 'A1', { region: 'North', openedOn: '2010-08-25' });
    const change = (body: object) => district.admin.patch(`/sites/${id}`).set('If-Match', '*').send(body);
    const answer = await change({ region: 'South', regionFrom: '2016-07-01' }).expect(200);
    expect(answer.body).toMatchObject({
      region: 'South',
      regions: [
        { region: 'South', fromOn: '2016-07-01', toOn: null },
        { region: 'North', fromOn: '2010-08-25', toOn: '2016-07-01' },
      ],
    });
    const early = await change({ region: 'West', regionFrom: '2012-07-01' }).expect(409);
    expect(early.body).toMatchObject({ code: 'REGION_BEFORE_LAST_CHANGE' });
    const none = await change({ region: null }).expect(200);
    expect(none.body.region).toBeNull();
    expect(none.body.regions[0]).toMatchObject({ region: 'South', toOn: expect.stringMatching(/^20\d\d-/) });
  });

  it('merges a site into an open one, and opens it again', async () => {
    const district = await app.district();
    const [old, next] = [await addSite(district, 'OLD'), await addSite(district, 'NEW')];
    const change = (id: string, body: object) =>
      district.admin.patch(`/sites/${id}`).set('If-Match', '*').send(body);
    await change(old.id, { successorId: next.id }).expect(400);
    await change(old.id, { successorId: old.id, closedOn: '2024-07-01' }).expect(400);
    const merged = await change(old.id, { successorId: next.id, closedOn: '2024-07-01' }).expect(200);
    expect(merged.body).toMatchObject({ successorId: next.id, closedOn: '2024-07-01' });
    await change(next.id, { successorId: old.id, closedOn: '2025-07-01' }).expect(400);
    const open = await change(old.id, { closedOn: null }).expect(200);
    expect(open.body).toMatchObject({ successorId: null, closedOn: null });
  });

  it('lists sites by page, sort and filter', async () => {
    const district = await app.district();
    await addSite(district, 'C3', { name: 'Alder', region: 'North', served: false });
    await addSite(district, 'A1', { name: 'Birch', closedOn: '2020-07-01' });
    await addSite(district, 'B2', { name: '100% Cedar', gradeSpan: '9-12' });
    const list = (query: string) => district.admin.get(`/sites?${query}`).expect(200);
    expect(codesOf((await list('')).body)).toEqual(['B2', 'C3', 'A1']);
    expect(codesOf((await list('sort=-name')).body)).toEqual(['A1', 'C3', 'B2']);
    expect(codesOf((await list('sort=code')).body)).toEqual(['A1', 'B2', 'C3']);
    expect(codesOf((await list('sort=-code')).body)).toEqual(['C3', 'B2', 'A1']);
    expect(codesOf((await list('open=true&sort=code')).body)).toEqual(['B2', 'C3']);
    expect(codesOf((await list('open=false')).body)).toEqual(['A1']);
    expect(codesOf((await list('served=false')).body)).toEqual(['C3']);
    expect(codesOf((await list('region=North')).body)).toEqual(['C3']);
    expect(codesOf((await list('type=high')).body)).toEqual(['B2']);
    expect(codesOf((await list('text=birc')).body)).toEqual(['A1']);
    expect(codesOf((await list('text=b2')).body)).toEqual(['B2']);
    expect(codesOf((await list('text=%25')).body)).toEqual(['B2']);
    for (const sort of ['name', '-name', 'code', '-code']) {
      const all = codesOf((await list(`sort=${sort}`)).body);
      const paged: string[] = [];
      for (let cursor = ''; ;) {
        const { body } = await list(`sort=${sort}&limit=1${cursor}`);
        paged.push(...codesOf(body));
        if (body.nextCursor === null) break;
        cursor = `&cursor=${body.nextCursor}`;
      }
      expect(paged).toEqual(all);
    }
    const first = await list('limit=1');
    await district.admin.get(`/sites?sort=code&cursor=${first.body.nextCursor}`).expect(400);
  });

  it('gives other modules every site of a district at once', async () => {
    const district = await app.district();
    const { id } = await addSite(district, 'A1', { region: 'North' });
    expect(await app.get(SitesQueries).directory(district.id)).toEqual([
      {
        id,
        code: 'A1',
        name: 'School A1',
        region: 'North',
        type: 'elementary',
        openedOn: null,
        closedOn: null,
      },
    ]);
  });
});

describe('reach', () => {
  it('shows field roles their own sites, and nothing of other districts', async () => {
    const [district, other] = [await app.district(), await app.district()];
    const mine = await addSite(district, 'MINE');
    const theirs = await addSite(district, 'THEIRS');
    const foreign = await addSite(other, 'MINE');
    const technician = await app.user(district, 'technician', { sites: ['MINE'] });
    expect(codesOf((await technician.get('/sites').expect(200)).body)).toEqual(['MINE']);
    await technician.get(`/sites/${mine.id}`).expect(200);
    for (const { id } of [theirs, foreign])
      for (const path of ['', '/pupils', '/rooms', '/carts'])
        await technician.get(`/sites/${id}${path}`).expect(404);
    await district.admin.get(`/sites/${foreign.id}`).expect(404);
    await technician.patch(`/sites/${mine.id}`).set('If-Match', '*').send({ name: 'X' }).expect(403);
  });

  it('lets a lead change the sites of a region, and add none', async () => {
    const district = await app.district();
    const mine = await addSite(district, 'MINE', { region: 'North' });
    const theirs = await addSite(district, 'THEIRS', { region: 'South' });
    const lead = await app.user(district, 'lead', { regions: ['North'] });
    const change = (id: string, body: object) => lead.patch(`/sites/${id}`).set('If-Match', '*').send(body);
    await change(mine.id, { city: 'Irvine' }).expect(200);
    await change(theirs.id, { city: 'Irvine' }).expect(404);
    await change(mine.id, { successorId: theirs.id, closedOn: '2024-07-01' }).expect(400);
    await lead.put(`/sites/${theirs.id}/pupils/2025-26`).send({ pupils: 1 }).expect(404);
    await lead.post(`/sites/${theirs.id}/rooms`).send({ name: '1' }).expect(404);
    const answer = await lead.post('/sites').send({ code: 'X', name: 'X', type: 'office' }).expect(403);
    expect(answer.body.code).toBe('WHOLE_DISTRICT_NEEDED');
  });
});

describe('pupils', () => {
  it('keeps every number that was given, the latest standing', async () => {
    const district = await app.district();
    const { id } = await addSite(district, 'A1');
    const put = (year: string, pupils: unknown) =>
      district.admin.put(`/sites/${id}/pupils/${year}`).send({ pupils });
    await put('2024-25', 480).expect(200);
    const first = await put('2025-26', 500).expect(200);
    expect(first.headers['etag']).toBe('"1"');
    await put('2025-26', 510).expect(200);
    const again = await put('2025-26', 510).expect(200);
    expect(again.body).toMatchObject({ schoolYear: '2025-26', revision: 2, pupils: 510, source: 'person' });
    const history = await district.admin.get(`/sites/${id}/pupils`).expect(200);
    expect(
      history.body.items.map((row: { schoolYear: string; pupils: number }) => [row.schoolYear, row.pupils]),
    ).toEqual([
      ['2025-26', 510],
      ['2025-26', 500],
      ['2024-25', 480],
    ]);
    const page = await district.admin.get(`/sites/${id}/pupils?limit=2`).expect(200);
    const rest = await district.admin.get(`/sites/${id}/pupils?cursor=${page.body.nextCursor}`).expect(200);
    expect(rest.body.items).toHaveLength(1);
    expect((await district.admin.get('/sites')).body.items[0]).toMatchObject({
      pupils: 510,
      schoolYear: '2025-26',
    });
    expect((await district.admin.get('/sites?schoolYear=2024-25')).body.items[0]).toMatchObject({
      pupils: 480,
      schoolYear: '2024-25',
    });
    expect((await district.admin.get('/sites?schoolYear=2019-20')).body.items[0].pupils).toBeNull();
  });

  it('checks If-Match where it is sent', async () => {
    const district = await app.district();
    const { id } = await addSite(district, 'A1');
    const put = (etag: string, pupils: number) =>
      district.admin.put(`/sites/${id}/pupils/2025-26`).set('If-Match', etag).send({ pupils });
    await put('*', 1).expect(200);
    await put('"1"', 2).expect(200);
    await put('"1"', 3).expect(412);
  });

  it('gives twenty numbers at once twenty revisions', async () => {
    const district = await app.district();
    const { id } = await addSite(district, 'A1');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        district.admin.put(`/sites/${id}/pupils/2025-26`).send({ pupils: n }),
      ),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 20 }, () => 200));
    const revisions = answers.map((answer) => (answer.body as { revision: number }).revision);
    expect(new Set(revisions).size).toBe(20);
  });

  it.each([
    ['2025-26', -1],
    ['2025-26', 1.5],
    ['2025-26', null],
    ['2025-27', 1],
    ['2025', 1],
  ])('refuses for %s the number %p', async (year, pupils) => {
    const district = await app.district();
    const { id } = await addSite(district, 'A1');
    await district.admin.put(`/sites/${id}/pupils/${year}`).send({ pupils }).expect(400);
  });
});

describe('rooms and carts', () => {
  it('adds, renames, closes and lists rooms', async () => {
    const district = await app.district();
    const { id } = await addSite(district, 'A1');
    const room = (await district.admin.post(`/sites/${id}/rooms`).send({ name: ' 12 ' }).expect(201)).body;
    expect(room).toMatchObject({ siteId: id, name: '12', closedOn: null, version: 1 });
    await district.admin.post(`/sites/${id}/rooms`).send({ name: '14' }).expect(201);
    const taken = await district.admin.post(`/sites/${id}/rooms`).send({ name: '12' }).expect(409);
    expect(taken.body.code).toBe('ROOM_NAME_TAKEN');
    const path = `/rooms/${room.id}`;
    await district.admin.patch(path).send({ name: '13' }).expect(428);
    await district.admin.patch(path).set('If-Match', '"1"').send({ closedOn: '2020-01-01' }).expect(200);
    await district.admin.patch(path).set('If-Match', '"1"').send({ name: '13' }).expect(412);
    const read = await district.admin.get(path).expect(200);
    expect(read.body).toMatchObject({ name: '12', closedOn: '2020-01-01', version: 2 });
    const names = async (query: string) =>
      (await district.admin.get(`/sites/${id}/rooms?${query}`)).body.items.map(
        (r: { name: string }) => r.name,
      );
    expect(await names('')).toEqual(['12', '14']);
    expect(await names('open=true')).toEqual(['14']);
    const stranger = await app.user(district, 'lead', { sites: [] });
    await stranger.get(path).expect(404);
    await stranger.patch(path).set('If-Match', '*').send({ name: 'X' }).expect(404);
  });

  it('moves a cart to another room of its site, and what stands in it with it, or not at all', async () => {
    const district = await app.district();
    const [here, there] = [await addSite(district, 'HERE'), await addSite(district, 'THERE')];
    const add = async (path: string, body: object) =>
      (await district.admin.post(path).send(body).expect(201)).body;
    const [one, two] = [
      await add(`/sites/${here.id}/rooms`, { name: '1' }),
      await add(`/sites/${here.id}/rooms`, { name: '2' }),
    ];
    const elsewhere = await add(`/sites/${there.id}/rooms`, { name: '1' });
    const cart = await add(`/sites/${here.id}/carts`, { name: 'Cart A', roomId: one.id });
    await district.admin
      .post(`/sites/${here.id}/carts`)
      .send({ name: 'B', roomId: elsewhere.id })
      .expect(400);
    const moves: object[] = [];
    app.get(CartsService).onCartMoved(async (_tx, _scope, move) => {
      if (move.cartId !== cart.id) return;
      moves.push(move);
      if (move.toRoomId === null) throw new Conflict('The devices cannot leave their room.');
    });
    const move = (roomId: string | null) =>
      district.admin.patch(`/carts/${cart.id}`).set('If-Match', '*').send({ roomId });
    await move(elsewhere.id).expect(400);
    expect((await move(two.id).expect(200)).body).toMatchObject({ roomId: two.id, version: 2 });
    await district.admin
      .patch(`/carts/${cart.id}`)
      .set('If-Match', '"2"')
      .send({ name: 'Cart B' })
      .expect(200);
    expect(moves).toEqual([{ cartId: cart.id, siteId: here.id, fromRoomId: one.id, toRoomId: two.id }]);
    await move(null).expect(409);
    expect((await district.admin.get(`/carts/${cart.id}`)).body.roomId).toBe(two.id);
  });
});
