import { Vendors } from '../../src/vendors/vendors.service.js';
import type { VendorView } from '../../src/vendors/vendors.queries.js';
import { testApp, type TestApp, type TestDistrict, type TestUser } from '../support/app.js';
import { register, type Problem } from '../support/devices.js';
import { exportedRows } from '../support/exports.js';

let app: TestApp;
let district: TestDistrict;
let admin: TestUser;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  ({ district } = await register(app));
  ({ admin } = district);
});

afterAll(() => app.close());

/** More callers than the pool has connections. */
const AT_ONCE = 20;
const WORKWEEK = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '08:00', closes: '17:00' }));
const CONTACT = { level: 1, name: 'Ann Lee', email: 'ann@depot.example', phone: null };

async function add(body: object = {}): Promise<VendorView> {
  const said = { name: 'Valley Depot Repair', roles: ['depot'], ...body };
  return (await admin.post('/vendors').send(said).expect(201)).body as VendorView;
}

async function refused(body: object): Promise<Problem> {
  const said = { name: 'Valley Depot Repair', roles: ['depot'], ...body };
  return (await admin.post('/vendors').send(said).expect(400)).body as Problem;
}

const listed = async (user: TestUser, query = ''): Promise<VendorView[]> =>
  ((await user.get(`/vendors${query}`).expect(200)).body as { items: VendorView[] }).items;

const change = (id: string, version: number, body: object): ReturnType<TestUser['patch']> =>
  admin.patch(`/vendors/${id}`).set('if-match', `"${version}"`).send(body);

describe('a new vendor', () => {
  it('is kept with everything that was said of it, in order', async () => {
    const said = {
      key: 'depot-1',
      name: 'Valley Depot Repair',
      roles: ['depot', 'recycler'],
      timeZone: 'America/Phoenix',
      hours: [
        { weekday: 6, opens: '20:00', closes: '24:00' },
        { weekday: 1, opens: '13:00', closes: '17:00' },
        { weekday: 1, opens: '08:00', closes: '12:00' },
      ],
      closedOn: ['2026-12-25', '2026-11-26'],
      acknowledgeWithinHours: 8,
      resolveWithinHours: 22.5,
      contacts: [
        { level: 3, name: 'Vera Ruiz', email: 'vera@depot.example' },
        { level: 1, name: 'Ann Lee', email: 'ann@depot.example', phone: '559-555-0117' },
        { level: 1, name: 'Bo Tan', email: 'bo@depot.example', phone: ' ' },
      ],
      notes: 'Customer number 20117.',
    };
    const answer = await admin.post('/vendors').send(said).expect(201);
    expect(answer.headers['etag']).toBe('"1"');
    const made = answer.body as VendorView;
    expect(made).toMatchObject({
      ...said,
      hours: [said.hours[2], said.hours[1], said.hours[0]],
      closedOn: ['2026-11-26', '2026-12-25'],
      contacts: [
        { level: 1, name: 'Ann Lee', email: 'ann@depot.example', phone: '559-555-0117' },
        { level: 1, name: 'Bo Tan', email: 'bo@depot.example', phone: null },
        { level: 3, name: 'Vera Ruiz', email: 'vera@depot.example', phone: null },
      ],
      isActive: true,
      version: 1,
    });
    expect((await admin.get(`/vendors/${made.id}`).expect(200)).body).toEqual(made);
  });

  it('has the district’s time zone, a workweek and a key made from its name unless something else is said', async () => {
    expect(await add({ name: ' Köhler & Sons, Inc. ' })).toMatchObject({
      key: 'kohler-sons-inc',
      name: 'Köhler & Sons, Inc.',
      timeZone: 'America/Los_Angeles',
      hours: WORKWEEK,
      closedOn: [],
      acknowledgeWithinHours: null,
      resolveWithinHours: null,
      contacts: [],
      notes: null,
      isActive: true,
    });
    const { errors } = await refused({ name: '!!!' });
    expect(errors).toMatchObject([{ field: 'key', code: 'VENDOR_KEY_MISSING' }]);
  });

  it.each<[string, object, string, string]>([
    ['is never open', { hours: [] }, 'hours', 'ARRAY_NOT_EMPTY'],
    [
      'closes before it opens',
      { hours: [{ weekday: 1, opens: '17:00', closes: '08:00' }] },
      'hours',
      'BUSINESS_HOURS',
    ],
    [
      'opens twice at the same time',
      { hours: [...WORKWEEK, { weekday: 5, opens: '16:00', closes: '18:00' }] },
      'hours',
      'BUSINESS_HOURS',
    ],
    ['has a day 8', { hours: [{ weekday: 8, opens: '08:00', closes: '17:00' }] }, 'hours.0.weekday', 'MAX'],
    [
      'opens at no time',
      { hours: [{ weekday: 1, opens: '8', closes: '17:00' }] },
      'hours.0.opens',
      'IS_TIME_OF_DAY',
    ],
    [
      'closes after the day',
      { hours: [{ weekday: 1, opens: '08:00', closes: '25:00' }] },
      'hours.0.closes',
      'IS_CLOSING_TIME',
    ],
    ['is in no time zone', { timeZone: 'Pacific' }, 'timeZone', 'UNKNOWN_TIME_ZONE'],
    ['is closed on no day', { closedOn: ['2026-02-29'] }, 'closedOn', 'IS_CALENDAR_DATE'],
    ['is closed on a day twice', { closedOn: ['2026-12-25', '2026-12-25 '] }, 'closedOn', 'ARRAY_UNIQUE'],
    ['has an unknown role', { roles: ['depot', 'friend'] }, 'roles', 'IS_IN'],
    ['has no role', { roles: [] }, 'roles', 'ARRAY_NOT_EMPTY'],
    ['promises no time at all', { resolveWithinHours: 0 }, 'resolveWithinHours', 'MIN'],
    [
      'has a contact without an email address',
      { contacts: [{ ...CONTACT, email: 'ann' }] },
      'contacts.0.email',
      'IS_EMAIL',
    ],
    ['has a contact of level 4', { contacts: [{ ...CONTACT, level: 4 }] }, 'contacts.0.level', 'MAX'],
    ['has a key with blanks in it', { key: 'My Depot' }, 'key', 'MATCHES'],
    ['has no name', { name: ' ' }, 'name', 'IS_NOT_EMPTY'],
    ['has a field that is not known', { color: 'blue' }, 'color', 'WHITELIST_VALIDATION'],
  ])('that %s is refused', async (_, body, field, code) => {
    expect((await refused(body)).errors).toEqual([{ field, code, detail: expect.any(String) }]);
    expect(await listed(admin)).toEqual([]);
  });

  it('takes a key once and a name once, however many ask at once', async () => {
    for (const [body, code] of [
      [(n: number) => ({ key: 'dell', name: `Dell ${n}` }), 'VENDOR_KEY_TAKEN'],
      [(n: number) => ({ key: `hp-${n}`, name: n % 2 ? 'HP Inc.' : 'hp inc.' }), 'VENDOR_NAME_TAKEN'],
    ] as const) {
      const answers = await Promise.all(
        Array.from({ length: AT_ONCE }, (_, n) =>
          admin.post('/vendors').send({ roles: ['manufacturer'], ...body(n) }),
        ),
      );
      const won = answers.filter(({ status }) => status === 201);
      const lost = answers.filter(({ status }) => status === 409);
      expect([won.length, lost.length]).toEqual([1, AT_ONCE - 1]);
      for (const { body: problem } of lost) expect(problem).toMatchObject({ code, errors: [{ code }] });
    }
    expect(await listed(admin)).toHaveLength(2);
  });

  it('that has the name of another is told so, and not that their keys are the same', async () => {
    await add({ name: 'HP Inc.' });
    const { body } = await admin
      .post('/vendors')
      .send({ name: 'hp inc.', roles: ['depot'] })
      .expect(409);
    expect(body).toMatchObject({ code: 'VENDOR_NAME_TAKEN' });
    const other = await admin
      .post('/vendors')
      .send({ name: 'HP Inc', roles: ['depot'] })
      .expect(409);
    expect(other.body).toMatchObject({ code: 'VENDOR_KEY_TAKEN', errors: [{ field: 'key' }] });
  });

  it('may have the key of another district’s vendor', async () => {
    await add({ key: 'dell' });
    const stranger = await app.district();
    await stranger.admin
      .post('/vendors')
      .send({ key: 'dell', name: 'Dell', roles: ['reseller'] })
      .expect(201);
  });
});

describe('a change of a vendor', () => {
  it('changes what it names and nothing else', async () => {
    const { id, ...made } = await add({ contacts: [CONTACT], notes: 'A note.', acknowledgeWithinHours: 4 });
    const { body, headers } = await change(id, 1, {
      closedOn: ['2026-12-25'],
      acknowledgeWithinHours: null,
      notes: ' ',
      isActive: false,
    }).expect(200);
    expect(headers['etag']).toBe('"2"');
    expect(body).toEqual({
      id,
      ...made,
      closedOn: ['2026-12-25'],
      acknowledgeWithinHours: null,
      notes: null,
      isActive: false,
      version: 2,
      updatedAt: expect.any(String),
    });
  });

  it('is refused when it is based on an older version, and changes nothing', async () => {
    const { id } = await add();
    await change(id, 1, { name: 'Valley Depot' }).expect(200);
    const stale = await change(id, 1, { name: 'Valley Repair' }).expect(412);
    expect(stale.body).toMatchObject({ code: 'STALE_VERSION' });
    await admin.patch(`/vendors/${id}`).send({ name: 'Valley Repair' }).expect(428);
    expect(await listed(admin)).toMatchObject([{ name: 'Valley Depot', version: 2 }]);
  });

  it('never changes the key, and checks the hours together with what is stored', async () => {
    const { id } = await add({ timeZone: 'America/Phoenix' });
    const { body } = await change(id, 1, { key: 'depot' }).expect(400);
    expect(body).toMatchObject({ errors: [{ field: 'key', code: 'WHITELIST_VALIDATION' }] });
    await change(id, 1, { timeZone: 'Mars/Olympus' }).expect(400);
    const lunch = [WORKWEEK[0], { weekday: 1, opens: '12:00', closes: '13:00' }];
    await change(id, 1, { hours: lunch }).expect(400);
    await change(id, 1, { name: 'Depot' }).expect(200);
    expect((await listed(admin))[0]).toMatchObject({
      key: 'valley-depot-repair',
      timeZone: 'America/Phoenix',
      hours: WORKWEEK,
    });
  });

  it('cannot take the name of another vendor', async () => {
    await add({ name: 'Lenovo' });
    const { id } = await add({ name: 'HP' });
    const { body } = await change(id, 1, { name: 'LENOVO' }).expect(409);
    expect(body).toMatchObject({ code: 'VENDOR_NAME_TAKEN', errors: [{ field: 'name' }] });
  });
});

describe('the vendors of a district', () => {
  it('are seen by nobody of another district', async () => {
    const { id } = await add();
    const stranger = (await app.district()).admin;
    expect(await listed(stranger)).toEqual([]);
    const { body } = await stranger.get(`/vendors/${id}`).expect(404);
    expect(body).toMatchObject({ code: 'VENDOR_NOT_FOUND' });
    await stranger.patch(`/vendors/${id}`).set('if-match', '*').send({ name: 'Mine' }).expect(404);
  });

  it('are seen by all staff, with their contacts by those who write to vendors', async () => {
    const { id } = await add({ contacts: [CONTACT], notes: 'Call before noon.' });
    for (const [role, contacts] of [
      ['site_staff', []],
      ['technician', [CONTACT]],
      ['its', [CONTACT]],
    ] as const) {
      const user = await app.user(district, role, { sites: ['A'] });
      const notes = contacts.length > 0 ? 'Call before noon.' : null;
      expect((await user.get(`/vendors/${id}`).expect(200)).body).toMatchObject({ contacts, notes });
      expect(await listed(user)).toMatchObject([{ name: 'Valley Depot Repair', contacts }]);
    }
    const technician = await app.user(district, 'technician', { sites: ['A'] });
    await technician.patch(`/vendors/${id}`).set('if-match', '*').send({ name: 'Mine' }).expect(403);
    await technician
      .post('/vendors')
      .send({ name: 'Mine', roles: ['depot'] })
      .expect(403);
    await (await app.user(district, 'vendor')).get('/vendors').expect(403);
  });

  it('are listed by name, filtered, page by page and as a file', async () => {
    await add({ name: 'lenovo', roles: ['manufacturer'] });
    await add({ name: 'Apple', roles: ['manufacturer', 'reseller'], resolveWithinHours: 22.5 });
    await add({ name: 'HP', roles: ['manufacturer'], isActive: false, closedOn: ['2026-12-25'] });
    await add({ name: 'Worth Ave', roles: ['insurer'], notes: 'ADP' });
    const names = async (query = ''): Promise<string[]> =>
      (await listed(admin, query)).map(({ name }) => name);
    expect(await names()).toEqual(['Apple', 'HP', 'lenovo', 'Worth Ave']);
    expect(await names('?sort=-name')).toEqual(['Worth Ave', 'lenovo', 'HP', 'Apple']);
    expect(await names('?role=manufacturer')).toEqual(['Apple', 'HP', 'lenovo']);
    expect(await names('?role=manufacturer&active=true')).toEqual(['Apple', 'lenovo']);
    expect(await names('?active=false')).toEqual(['HP']);
    const { body } = await admin.get('/vendors?limit=3').expect(200);
    const { nextCursor } = body as { nextCursor: string };
    expect(await names(`?cursor=${nextCursor}`)).toEqual(['Worth Ave']);

    const rows = await exportedRows(admin, 'vendors?format=csv&role=manufacturer');
    expect(rows.map(({ Name, Active }) => [Name, Active])).toEqual([
      ['Apple', 'TRUE'],
      ['HP', 'FALSE'],
      ['lenovo', 'TRUE'],
    ]);
    expect(rows[0]).toMatchObject({
      Key: 'apple',
      Roles: 'manufacturer, reseller',
      'Time zone': 'America/Los_Angeles',
      'Resolves within (business hours)': '22.5',
    });
  });

  it('are found by their keys for other modules, the inactive ones too', async () => {
    const [dell, hp] = [await add({ name: 'Dell' }), await add({ name: 'HP', isActive: false })];
    const stranger = await app.district();
    await stranger.admin
      .post('/vendors')
      .send({ name: 'Acer', roles: ['manufacturer'] })
      .expect(201);
    const found = await app.get(Vendors).idsByKey(app.source, district.id, ['hp', 'dell', 'acer', 'dell']);
    expect(Object.fromEntries(found)).toEqual({ dell: dell.id, hp: hp.id });
  });
});
