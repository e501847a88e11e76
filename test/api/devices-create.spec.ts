import { type TestApp, testApp } from '../support/app.js';
import { daysAgo, freshTag, LATITUDE, register, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
});

afterAll(() => app.close());

const refusal = async (
  body: object,
  status = 400,
): Promise<{ code: string; detail: string; field?: string }> => {
  const answer = await here.admin
    .post('/devices')
    .send({ assetTag: freshTag(), ...LATITUDE, site: 'A', ...body })
    .expect(status);
  const { code, detail, errors } = answer.body as {
    code: string;
    detail: string;
    errors: { field: string }[];
  };
  return { code, detail, field: errors[0]?.field };
};

describe('registering a device', () => {
  it('answers the whole of it, with its version and where it is', async () => {
    const answer = await here.admin
      .post('/devices')
      .send({
        assetTag: ' iusd-01 ',
        serialNumber: ' ab  12 ',
        ...LATITUDE,
        site: ' school a ',
        inServiceOn: '2020-08-17',
      })
      .expect(201);
    expect(answer.headers['etag']).toBe('"1"');
    expect(answer.headers['location']).toBe(`/api/v1/devices/${(answer.body as { id: string }).id}`);
    expect(answer.body).toMatchObject({
      assetTag: 'IUSD-01',
      serialNumber: 'AB 12',
      manufacturer: 'Dell',
      model: 'Latitude 3120',
      kind: 'laptop',
      platform: 'windows',
      status: 'in_stock',
      site: 'A',
      enteredOn: '2020-08-17',
      entryDated: true,
      version: 1,
    });
  });

  it('counts it from its day of service as purchased, and from its load as opened where no day is known', async () => {
    const dated = await here.add({ purchasedOn: '2019-06-01', inServiceOn: '2019-08-15' });
    const bought = await here.add({ purchasedOn: '2019-06-01' });
    const undated = await here.add();
    expect([dated.enteredOn, bought.enteredOn, undated.enteredOn]).toEqual([
      '2019-08-15',
      '2019-06-01',
      daysAgo(0),
    ]);
    expect([dated.entryDated, undated.entryDated]).toEqual([true, false]);
    const causes = await Promise.all(
      [dated, undated].map(async ({ id }) => (await here.events(id))[0]?.cause),
    );
    expect(causes).toEqual(['purchased', 'opened']);
  });

  it.each([
    ['serialNumber', 'To be filled by O.E.M.'],
    ['assetTag', 'No tag'],
    ['assetTag', 'N/A'],
    ['serialNumber', '0000000000'],
    ['serialNumber', '6.37702E+15'],
    ['mac', '12345'],
    ['serialNumber', 'X'.repeat(65)],
  ])('refuses the %s "%s" and says why', async (field, text) => {
    expect(await refusal({ [field]: text })).toMatchObject({ field, detail: expect.stringMatching(/.{10}/) });
  });

  it('takes the serial number off the label of the makers that print more', async () => {
    const lenovo = await here.add({
      manufacturer: 'Lenovo',
      model: 'ThinkPad 11e',
      serialNumber: '1S20DA0015USLR01ABCE',
    });
    expect(lenovo.serialNumber).toBe('LR01ABCE');
    const apple = await here.add({
      model: 'iPad (9th generation)',
      manufacturer: null,
      kind: 'ipad',
      serialNumber: 'SDMPXK0AAJG5J',
    });
    expect(apple.serialNumber).toBe('DMPXK0AAJG5J');
  });

  it.each([
    [{ site: 'Nowhere' }, 'UNKNOWN_SITE', 'site'],
    [{ site: undefined }, 'SITE_REQUIRED', 'site'],
    [{ model: undefined }, 'MODEL_REQUIRED', 'model'],
    [{ model: 'Unheard Of 9000', kind: undefined }, 'KIND_REQUIRED', 'kind'],
    [{ kind: 'ipad' }, 'KIND_IS_THE_MODELS', 'kind'],
    [{ holder: 'nobody@example.org' }, 'UNKNOWN_PERSON', 'holder'],
    [{ assetTag: ' ' }, 'NO_CODE', 'serialNumber'],
    [{ assetTag: null, serialNumber: '' }, 'NO_CODE', 'serialNumber'],
    [{ inServiceOn: '2199-01-01' }, 'FUTURE_DATE', 'inServiceOn'],
    [{ purchasedOn: '2021-02-30' }, 'INVALID_INPUT', 'purchasedOn'],
    [{ costCents: -1 }, 'INVALID_INPUT', 'costCents'],
    [{ status: 'void' }, 'INVALID_INPUT', 'status'],
    [{ colour: 'red' }, 'INVALID_INPUT', 'colour'],
    [{ disposalRoute: 'recycle' }, 'ROUTE_WITHOUT_DISPOSAL', 'disposalRoute'],
    [{ dueOn: '2027-06-01' }, 'NOT_LENT', 'dueOn'],
  ])('refuses %j with %s', async (body, code, field) => {
    if (field === 'kind' && code === 'KIND_IS_THE_MODELS') await here.add();
    expect(await refusal(body)).toMatchObject({ code, field });
  });

  it('lists every problem at once', async () => {
    const answer = await here.admin.post('/devices').send({ assetTag: 'N/A', site: 'Nowhere' }).expect(400);
    const { errors } = answer.body as { errors: { field: string }[] };
    expect(errors.map(({ field }) => field).toSorted()).toEqual(['assetTag', 'model', 'site']);
  });

  it('makes rooms that are named for the first time, once whatever their case', async () => {
    const first = await here.add({ room: 'Room 12' });
    const second = await here.add({ room: ' room 12 ' });
    expect([first.room, second.room]).toEqual(['Room 12', 'Room 12']);
  });

  it('refuses a tag that is taken with a 409 that names it, and the serial number of the same maker', async () => {
    const { assetTag } = await here.add({ serialNumber: 'SAME-1' });
    expect(await refusal({ assetTag }, 409)).toMatchObject({
      code: 'TAG_TAKEN',
      detail: expect.stringContaining(assetTag as string),
    });
    expect(await refusal({ serialNumber: 'same-1' }, 409)).toMatchObject({
      code: 'SERIAL_TAKEN',
      detail: expect.stringContaining('SAME-1'),
    });
  });

  it('takes the same serial number of another maker', async () => {
    await here.add({ serialNumber: 'SAME-2' });
    const other = await here.add({ manufacturer: 'HP', model: 'ProBook 11', serialNumber: 'SAME-2' });
    expect(other.serialNumber).toBe('SAME-2');
  });

  it('refuses new devices at a closed site, but not those that were there before it closed', async () => {
    const site = { code: 'OLD', name: 'Old School', type: 'high', closedOn: '2015-06-30' };
    await here.admin.post('/sites').send(site).expect(201);
    expect(await refusal({ site: 'OLD' })).toMatchObject({ code: 'SITE_CLOSED', field: 'site' });
    expect(await here.add({ site: 'OLD', inServiceOn: '2012-08-01' })).toMatchObject({ site: 'OLD' });
  });

  it('registers what is gone already with the life that it must have had', async () => {
    const { id, status } = await here.add({
      status: 'retired',
      inServiceOn: '2012-08-01',
      statusOn: '2018-06-15',
    });
    expect(status).toBe('retired');
    const days = (await here.events(id)).map(
      ({ effectiveAt, type }) => `${effectiveAt.slice(0, 10)} ${type}`,
    );
    expect(days).toEqual(['2018-06-15 moved', '2012-08-01 entered']);
    expect(await here.add({ status: 'missing', inServiceOn: '2012-08-01' })).toMatchObject({
      status: 'missing',
    });
  });

  it('leaves no room behind when the device is refused', async () => {
    await refusal({ room: 'Nevermade', holder: 'nobody' });
    const rooms = await app.source.query(`SELECT 1 FROM rooms WHERE name = 'Nevermade'`);
    expect(rooms).toEqual([]);
  });

  it('gives the first answer again to the same Idempotency-Key, and registers once', async () => {
    const body = { assetTag: freshTag(), ...LATITUDE, site: 'A' };
    const send = () => here.admin.post('/devices').set('idempotency-key', 'key-1').send(body);
    const first = await send().expect(201);
    const second = await send().expect(201);
    expect(second.body).toEqual(first.body);
  });
});
