import { createPublicKey, verify } from 'node:crypto';
import { APPLE_KEY, CREDENTIALS, isToken, MakerWorld, tallyOf, withToken } from '../support/look-ups.js';

let world: MakerWorld;

beforeAll(async () => {
  world = await MakerWorld.start();
});

beforeEach(() => world.begin());

afterAll(() => world.close());

describe('Lenovo', () => {
  beforeEach(() => world.enter('lenovo'));

  it('is asked with its client id, answers with one thing instead of a list, and leaves out what it does not know', async () => {
    const [known, unknown] = [
      await world.device('Lenovo', 'PF0ABC12'),
      await world.device('Lenovo', 'PF0NONE1'),
    ];
    world.answer = () => ({
      json: {
        Serial: 'PF0ABC12',
        Shipped: '2023-08-01T00:00:00Z',
        Warranty: [
          {
            ID: '3EZ',
            Name: '3Y Depot',
            Type: 'Base',
            Start: '2023-08-02T00:00:00Z',
            End: '2026-08-01T00:00:00Z',
          },
          {
            ID: 'ADP3',
            Name: 'Accidental Damage Protection',
            Type: 'Upgrade',
            Start: '2023-08-02T00:00:00Z',
            End: '2026-08-01T00:00:00Z',
          },
        ],
      },
    });
    expect(tallyOf(await world.lookUp('lenovo'))).toMatchObject({ asked: 2, found: 1, unknown: 1, added: 2 });
    expect((await world.coverageOf(known)).map(({ kind }) => kind).toSorted()).toEqual([
      'accidental_damage',
      'manufacturer',
    ]);
    expect(await world.coverageOf(unknown)).toEqual([]);
    expect(world.peer.requests[0]?.headers['clientid']).toBe('lenovo-secret');
    expect(new URLSearchParams(world.peer.requests[0]?.body).get('Serial')?.split(',').toSorted()).toEqual([
      'PF0ABC12',
      'PF0NONE1',
    ]);
  });
});

describe('HP', () => {
  beforeEach(() => world.enter('hp'));

  it('is given a job with serial and product numbers, and asked until it is done', async () => {
    const [known, unclear] = [
      await world.device('HP', '5CD1234ABC', { model: 'ProBook 450 G8 (3V2Y4UT#ABA)', kind: 'laptop' }),
      await world.device('HP', '5CD0000XYZ', { model: 'Chromebook 11 G9' }),
    ];
    let polls = 0;
    world.answer = withToken(({ url, method }) => {
      if (method === 'POST') return { json: { jobId: 'job 1', estimatedTime: 3 } };
      if (url.pathname.endsWith('/results'))
        return {
          json: [
            {
              product: { serialNumber: '5CD1234ABC' },
              offers: [
                {
                  offerDescription: 'HP Hardware Maintenance Onsite Support',
                  serviceObligationTypeCode: 'W',
                  serviceObligationLineItemStartDate: '2024-01-10',
                  serviceObligationLineItemEndDate: '2027-01-09',
                },
                {
                  offerDescription: 'HP Support for Initial Setup',
                  serviceObligationTypeCode: 'W',
                  serviceObligationLineItemStartDate: '2024-01-10',
                  serviceObligationLineItemEndDate: '2024-04-09',
                },
              ],
            },
            {
              product: { serialNumber: '5CD0000XYZ' },
              offers: [{ serviceObligationLineItemStartDate: null, serviceObligationLineItemEndDate: null }],
            },
          ],
        };
      return { json: { status: ++polls < 3 ? 'in progress' : 'completed', estimatedTime: 2 } };
    });
    expect(tallyOf(await world.lookUp('hp'))).toMatchObject({ asked: 2, found: 1, unknown: 1, added: 1 });
    expect(polls).toBe(3);
    expect(await world.coverageOf(known)).toMatchObject([
      { endsOn: '2027-01-09', kind: 'manufacturer', serviceLevel: 'on_site' },
    ]);
    expect((await world.answersOf(unclear))[0]?.detail).toContain('product number in brackets');
    const asked = world.peer.requests.find(({ method, url }) => method === 'POST' && !isToken({ url }));
    expect(JSON.parse(asked?.body ?? '')).toEqual(
      expect.arrayContaining([{ sn: '5CD1234ABC', pn: '3V2Y4UT#ABA' }, { sn: '5CD0000XYZ' }]),
    );
  });
});

describe('Apple', () => {
  beforeEach(() => world.enter('apple'));

  it('is asked for one serial number a call with a signed assertion, and tries again what fails for now', async () => {
    const [known, unknown] = [
      await world.device('Apple', 'DMPX1234AAAA', { kind: 'ipad', model: 'iPad' }),
      await world.device('Apple', 'DMPX1234BBBB', { kind: 'ipad', model: 'iPad' }),
    ];
    let failures = 0;
    world.answer = withToken(({ url }) => {
      if (url.pathname.includes('BBBB')) return { status: 404 };
      if (failures++ === 0) return { status: 500 };
      return {
        json: {
          data: [
            {
              type: 'appleCareCoverage',
              id: 'x',
              attributes: {
                status: 'ACTIVE',
                paymentType: 'NONE',
                description: 'Limited Warranty',
                agreementNumber: null,
                startDateTime: '2025-02-02T00:00:00Z',
                endDateTime: '2026-02-02T00:00:00Z',
                isRenewable: false,
                isCanceled: false,
                contractCancelDateTime: null,
              },
            },
            {
              type: 'appleCareCoverage',
              id: 'y',
              attributes: {
                status: 'INACTIVE',
                paymentType: 'SUBSCRIPTION',
                description: 'AppleCare+',
                agreementNumber: '0000000001',
                startDateTime: '2025-04-17T00:00:00Z',
                endDateTime: '2026-04-17T00:00:00Z',
                isRenewable: true,
                isCanceled: true,
                contractCancelDateTime: '2025-09-01T00:00:00Z',
              },
            },
          ],
        },
      };
    });
    expect(tallyOf(await world.lookUp('apple'))).toMatchObject({ asked: 2, found: 1, unknown: 1, added: 2 });
    expect(
      (await world.coverageOf(known))
        .map(({ kind, endsOn, cancelledOn }) => [kind, endsOn, cancelledOn])
        .toSorted(),
    ).toEqual([
      ['accidental_damage', '2026-04-16', '2025-08-31'],
      ['manufacturer', '2026-02-01', null],
    ]);
    expect(await world.coverageOf(unknown)).toEqual([]);
    const form = new URLSearchParams(world.peer.requests.find(isToken)?.body);
    expect(form.get('scope')).toBe('school.api');
    const [head = '', claims = '', signature = ''] = form.get('client_assertion')?.split('.') ?? [];
    const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
    expect(read(head)).toEqual({ alg: 'ES256', kid: 'our-key', typ: 'JWT' });
    expect(read(claims)).toMatchObject({
      iss: 'SCHOOLAPI.our-id',
      sub: 'SCHOOLAPI.our-id',
      aud: 'https://account.apple.com/auth/oauth2/v2/token',
    });
    const key = { key: createPublicKey(APPLE_KEY), dsaEncoding: 'ieee-p1363' as const };
    expect(verify('sha256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'))).toBe(
      true,
    );
  });

  it('is not given a key that cannot sign', async () => {
    const credentials = { ...CREDENTIALS['apple'], privateKey: 'no key' };
    const { body } = await world.here.admin
      .put('/maker-accounts/apple')
      .send({ vendor: 'apple', credentials })
      .expect(400);
    expect(body).toMatchObject({ errors: [{ field: 'credentials.privateKey', code: 'NOT_A_KEY' }] });
  });
});

describe('the credentials of a maker', () => {
  it('are in no answer, in no log of the district and in no table', async () => {
    await world.enter('dell');
    const { text } = await world.here.admin.get('/maker-accounts').expect(200);
    expect(text).not.toContain('secret');
    const rows = await world.app.source.query<{ sealed: Buffer }[]>(
      `SELECT sealed FROM maker_accounts WHERE district_id = $1`,
      [world.here.district.id],
    );
    expect(rows.map(({ sealed }) => sealed.includes('dell-secret'))).toEqual([false]);
  });

  it.each<[string, object, string]>([
    ['a missing one', { clientId: 'x' }, 'REQUIRED'],
    ['a blank one', { clientId: 'x', clientSecret: ' ' }, 'REQUIRED'],
    ['one too many', { clientId: 'x', clientSecret: 'y', token: 'z' }, 'UNKNOWN_FIELD'],
    ['a number', { clientId: 1, clientSecret: 'y' }, 'REQUIRED'],
    ['a long one', { clientId: 'x'.repeat(5001), clientSecret: 'y' }, 'TOO_LONG'],
  ])('are refused with %s', async (_, credentials, code) => {
    const { body } = await world.here.admin
      .put('/maker-accounts/dell')
      .send({ vendor: 'dell', credentials })
      .expect(400);
    expect(body).toMatchObject({ errors: [{ code }] });
  });

  it('are for those who edit settings, and a look-up without them is refused with words', async () => {
    await world.technician.get('/maker-accounts').expect(403);
    const { body } = await world.technician.post('/coverage-look-ups').send({ maker: 'dell' }).expect(409);
    expect(body).toMatchObject({ code: 'MAKER_ACCOUNT_MISSING' });
    await world.enter('dell');
    await world.here.admin.delete('/maker-accounts/dell').expect(204);
    await world.technician.post('/coverage-look-ups').send({ maker: 'dell' }).expect(409);
  });
});
