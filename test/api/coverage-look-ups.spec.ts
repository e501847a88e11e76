import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import type { JobView } from '../../src/jobs/jobs.service.js';
import type { DeviceCoverage } from '../../src/warranty/coverages/coverages.queries.js';
import type { AnswerView } from '../../src/warranty/look-ups/answers.queries.js';
import type { LookUpTally } from '../../src/warranty/look-ups/look-up-writes.js';
import { MakerHttp } from '../../src/warranty/look-ups/maker-calls.js';
import type { MakerAccountView } from '../../src/warranty/look-ups/maker-accounts.service.js';
import { testApp, type TestApp, type TestUser } from '../support/app.js';
import { register, type Register } from '../support/devices.js';
import { type HttpsPeer, httpsPeer, type PeerAnswer, type PeerRequest } from '../support/https-peer.js';

const HOSTS = [
  'apigtwb2c.us.dell.com',
  'supportapi.lenovo.com',
  'warranty.api.hp.com',
  'api-school.apple.com',
  'account.apple.com',
];

let app: TestApp;
let peer: HttpsPeer;
let here: Register;
let technician: TestUser;
/** What the maker of a test answers. */
let answer: (request: PeerRequest) => PeerAnswer | Promise<PeerAnswer>;

beforeAll(async () => {
  // Of its own, because its way out leads to the peer.
  app = await testApp({});
  peer = await httpsPeer(HOSTS, (request) => answer(request));
  const http = app.get(MakerHttp);
  http.dispatcher = peer.dispatcher;
  http.secondMs = 1;
});

beforeEach(async () => {
  peer.requests.length = 0;
  here = await register(app);
  for (const [name, timeZone] of [
    ['Dell', 'America/Chicago'],
    ['Lenovo', 'America/New_York'],
    ['HP', 'America/Los_Angeles'],
    ['Apple', 'America/Los_Angeles'],
  ])
    await here.admin
      .post('/vendors')
      .send({ name, timeZone, roles: ['manufacturer'] })
      .expect(201);
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
});

afterAll(async () => {
  await app.close();
  await peer.close();
});

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const CREDENTIALS: Record<string, Record<string, string>> = {
  dell: { clientId: 'our-id', clientSecret: 'dell-secret' },
  lenovo: { clientId: 'lenovo-secret' },
  hp: { clientId: 'our-id', clientSecret: 'hp-secret' },
  apple: { clientId: 'SCHOOLAPI.our-id', keyId: 'our-key', privateKey: PEM },
};

const enter = (maker: string): PromiseLike<unknown> =>
  here.admin
    .put(`/maker-accounts/${maker}`)
    .send({ vendor: maker, credentials: CREDENTIALS[maker] })
    .expect(204);

const device = async (manufacturer: string, serialNumber: string, more: object = {}): Promise<string> =>
  (await here.add({ manufacturer, model: 'Chromebook', kind: 'chromebook', serialNumber, ...more })).id;

async function lookUp(maker: string, more: object = {}, by = here.admin): Promise<JobView> {
  const { body } = await by
    .post('/coverage-look-ups')
    .send({ maker, ...more })
    .expect(202);
  return app.job(by, (body as JobView).id);
}

const tallyOf = ({ result }: JobView): LookUpTally => result as LookUpTally;

async function coverageOf(id: string): Promise<DeviceCoverage['coverages']> {
  const { body } = await here.admin.get(`/devices/${id}/coverage`).expect(200);
  return (body as DeviceCoverage).coverages;
}

async function answersOf(id: string): Promise<AnswerView[]> {
  const { body } = await here.admin.get(`/coverage-look-ups/answers?device=${id}`).expect(200);
  return (body as { items: AnswerView[] }).items;
}

const isToken = ({ url }: PeerRequest): boolean => url.pathname.endsWith('/token');
const TOKEN = { json: { access_token: 'token-1', expires_in: 3600 } };

/** A maker that gives tokens, and answers the rest. */
const withToken =
  (rest: (request: PeerRequest) => PeerAnswer): ((request: PeerRequest) => PeerAnswer) =>
  (request) =>
    isToken(request) ? TOKEN : rest(request);

/** Dell's answer for tags: a warranty, and what is none. */
const dellAsset = (serviceTag: string, more: object[] = []): object => ({
  serviceTag,
  invalid: false,
  entitlements: [
    {
      itemNumber: '997-1',
      startDate: '2024-03-25T05:00:00Z',
      endDate: '2027-03-25T04:59:59.999Z',
      entitlementType: 'INITIAL',
      serviceLevelDescription:
        'Onsite Service After Remote Diagnosis (Consumer Customer)/ Next Business Day Onsite',
    },
    {
      itemNumber: '000-2',
      startDate: '2024-03-25T05:00:00Z',
      endDate: '2034-03-25T04:59:59Z',
      entitlementType: 'INITIAL',
      serviceLevelDescription: 'Dell Digitial Delivery',
    },
    ...more,
  ],
});

describe('Dell', () => {
  beforeEach(() => enter('dell'));

  it('is asked with a token for up to 100 tags a call, and its instants are days in US Central', async () => {
    const id = await device('Dell', 'ABC1234');
    await device('Lenovo', 'PF0LEN01');
    answer = withToken(({ url }) => ({
      json: url.searchParams
        .get('servicetags')
        ?.split(',')
        .map((tag) => dellAsset(tag)),
    }));
    const job = await lookUp('dell');
    expect(job).toMatchObject({ state: 'done' });
    expect(tallyOf(job)).toMatchObject({ asked: 1, found: 1, added: 1, examples: [] });
    expect(await coverageOf(id)).toMatchObject([
      {
        vendor: 'dell',
        kind: 'manufacturer',
        serviceLevel: 'on_site',
        startsOn: '2024-03-25',
        endsOn: '2027-03-24',
        contractNumber: '997-1',
        source: 'look_up',
      },
    ]);
    const [token, asked] = peer.requests;
    expect(token?.body).toBe('grant_type=client_credentials');
    expect(Buffer.from(token?.headers.authorization?.split(' ')[1] ?? '', 'base64').toString()).toBe(
      'our-id:dell-secret',
    );
    expect(asked?.headers.authorization).toBe('Bearer token-1');
    expect(asked?.url.pathname).toBe('/PROD/sbil/eapi/v5/asset-entitlements');
    expect(await answersOf(id)).toMatchObject([
      { maker: 'dell', outcome: 'found', coverages: 1, detail: null },
    ]);
  });

  it('is asked about 250 devices in three calls with one token, and about none of them a second time', async () => {
    const rows = Array.from({ length: 250 }, (_, i) => ({
      manufacturer: 'Dell',
      model: 'Chromebook',
      kind: 'chromebook',
      serialNumber: `TAG${1000 + i}`,
      site: 'A',
    }));
    await here.batch(rows);
    answer = withToken(({ url }) => ({
      json: url.searchParams
        .get('servicetags')
        ?.split(',')
        .map((tag) => dellAsset(tag)),
    }));
    expect(tallyOf(await lookUp('dell'))).toMatchObject({ asked: 250, found: 250, added: 250 });
    expect(peer.requests.filter(isToken)).toHaveLength(1);
    expect(peer.requests).toHaveLength(4);
    expect(tallyOf(await lookUp('dell'))).toMatchObject({ asked: 0, added: 0 });
    expect(tallyOf(await lookUp('dell', { devices: 'all' }))).toMatchObject({ asked: 250, unchanged: 250 });
    expect(
      (await coverageOf((await here.admin.get('/devices?limit=1').expect(200)).body.items[0].id)).length,
    ).toBe(1);
  });

  it('answers in part: unknown tags, tags that it leaves out, and a coverage without days', async () => {
    const [known, unknown, silent, broken] = [
      await device('Dell', 'KNOWN01'),
      await device('Dell', 'NOTOURS'),
      await device('Dell', 'SILENT1'),
      await device('Dell', 'BROKEN1'),
    ];
    answer = withToken(() => ({
      json: [
        dellAsset('known01'),
        { serviceTag: 'NOTOURS', invalid: true, entitlements: [] },
        {
          serviceTag: 'BROKEN1',
          invalid: false,
          entitlements: [{ serviceLevelDescription: 'Basic', startDate: null }],
        },
      ],
    }));
    const tally = tallyOf(await lookUp('dell'));
    expect(tally).toMatchObject({ asked: 4, found: 1, unknown: 1, refused: 1, failed: 1, added: 1 });
    expect((await coverageOf(known)).length).toBe(1);
    expect(await answersOf(unknown)).toMatchObject([
      { outcome: 'unknown', detail: 'The manufacturer does not know this serial number.' },
    ]);
    expect(await answersOf(silent)).toMatchObject([
      { outcome: 'failed', detail: expect.stringContaining('left it out') },
    ]);
    expect(await answersOf(broken)).toMatchObject([{ outcome: 'refused', coverages: 0 }]);
    // Only what failed is asked again.
    expect(tallyOf(await lookUp('dell'))).toMatchObject({ asked: 1, failed: 1 });
  });

  it('keeps what a person entered beside its own, and says that they differ', async () => {
    const id = await device('Dell', 'ABC1234');
    await here.admin
      .post('/coverages')
      .send({
        deviceId: id,
        vendor: 'dell',
        kind: 'manufacturer',
        startsOn: '2024-03-25',
        endsOn: '2025-03-24',
      })
      .expect(201);
    answer = withToken(() => ({ json: [dellAsset('ABC1234')] }));
    const tally = tallyOf(await lookUp('dell'));
    expect(tally).toMatchObject({ found: 1, added: 1, differing: 1 });
    expect(tally.examples).toMatchObject([
      { deviceId: id, detail: expect.stringContaining('Dell says 2027-03-24') },
    ]);
    expect((await coverageOf(id)).map(({ source, endsOn }) => [source, endsOn]).toSorted()).toEqual([
      ['look_up', '2027-03-24'],
      ['person', '2025-03-24'],
    ]);
  });

  it('changes what it said before, and does not add again what a person withdrew', async () => {
    const id = await device('Dell', 'ABC1234');
    answer = withToken(() => ({ json: [dellAsset('ABC1234')] }));
    await lookUp('dell');
    answer = withToken(() => ({
      json: [
        {
          ...dellAsset('ABC1234'),
          entitlements: [
            {
              itemNumber: '997-1',
              startDate: '2024-03-25T05:00:00Z',
              endDate: '2028-03-25T04:59:59Z',
              entitlementType: 'INITIAL',
              serviceLevelDescription: 'Basic',
            },
          ],
        },
      ],
    }));
    expect(tallyOf(await lookUp('dell', { devices: 'all' }))).toMatchObject({ changed: 1, added: 0 });
    const [coverage] = await coverageOf(id);
    expect(coverage).toMatchObject({ endsOn: '2028-03-24', version: 2 });
    await here.admin
      .post(`/coverages/${coverage?.id}/withdrawal`)
      .set('If-Match', '*')
      .send({ reason: 'Sold.' })
      .expect(204);
    expect(tallyOf(await lookUp('dell', { devices: 'all' }))).toMatchObject({ added: 0, unchanged: 1 });
    expect(await coverageOf(id)).toEqual([]);
  });

  it('gives a new token where one has ended early', async () => {
    await device('Dell', 'ABC1234');
    let tokens = 0;
    answer = (request) =>
      isToken(request)
        ? { json: { access_token: `token-${++tokens}`, expires_in: 3600 } }
        : request.headers.authorization === 'Bearer token-1'
          ? { status: 401 }
          : { json: [dellAsset('ABC1234')] };
    expect(tallyOf(await lookUp('dell'))).toMatchObject({ found: 1 });
    expect(tokens).toBe(2);
  });

  it('is waited for where it is busy, for as long as it says', async () => {
    await device('Dell', 'ABC1234');
    let calls = 0;
    answer = withToken(() =>
      ++calls < 3 ? { status: 429, headers: { 'retry-after': '7' } } : { json: [dellAsset('ABC1234')] },
    );
    expect(tallyOf(await lookUp('dell'))).toMatchObject({ found: 1 });
    expect(calls).toBe(3);
  });

  it.each<[string, PeerAnswer, string]>([
    ['an error', { status: 503 }, 'apigtwb2c.us.dell.com answered HTTP 503.'],
    ['no JSON', { text: '<html>' }, 'apigtwb2c.us.dell.com answered something that is not JSON.'],
    [
      'a redirect',
      { status: 302, headers: { location: 'http://127.0.0.1/' } },
      'apigtwb2c.us.dell.com answered HTTP 302.',
    ],
    [
      'half an answer',
      (response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('[{');
        setTimeout(() => response.destroy(), 20);
      },
      'could not be reached',
    ],
  ])('fails for now with %s, in words', async (_, said, words) => {
    const id = await device('Dell', 'ABC1234');
    answer = withToken(() => said);
    const job = await lookUp('dell');
    expect(job.state).toBe('done');
    expect(tallyOf(job)).toMatchObject({ asked: 1, failed: 1 });
    expect((await answersOf(id))[0]?.detail).toContain(words);
  });

  it('ends early where it refuses the credentials, and says so on its account', async () => {
    await device('Dell', 'ABC1234');
    answer = (request) => (isToken(request) ? { status: 401 } : { json: [] });
    expect(await lookUp('dell')).toMatchObject({ state: 'failed', problem: { code: 'MAKER_REFUSES' } });
    const { body } = await here.admin.get('/maker-accounts').expect(200);
    const [account] = (body as { makers: MakerAccountView[] }).makers;
    expect(account).toMatchObject({
      maker: 'dell',
      problem: expect.stringContaining('refused our credentials'),
    });
    answer = withToken(() => ({ json: [dellAsset('ABC1234')] }));
    await lookUp('dell');
    const after = (await here.admin.get('/maker-accounts').expect(200)).body as {
      makers: MakerAccountView[];
    };
    expect(after.makers[0]).toMatchObject({ problem: null, endedAt: expect.any(String) });
  });

  it('is left in peace after three lots without any answer, and what was found is kept', async () => {
    await here.batch(
      Array.from({ length: 450 }, (_, i) => ({
        manufacturer: 'Dell',
        model: 'Chromebook',
        kind: 'chromebook',
        serialNumber: `TAG${1000 + i}`,
        site: 'A',
      })),
    );
    let calls = 0;
    answer = withToken(({ url }) =>
      calls++ === 0
        ? {
            json: url.searchParams
              .get('servicetags')
              ?.split(',')
              .map((tag) => dellAsset(tag)),
          }
        : { status: 500 },
    );
    const job = await lookUp('dell');
    expect(job).toMatchObject({ state: 'failed', problem: { code: 'MAKER_SILENT' } });
    const { body } = await here.admin.get('/coverages?source=look_up&limit=200').expect(200);
    expect((body as { items: unknown[] }).items).toHaveLength(100);
    expect(calls).toBe(1 + 3 * 4);
  });
});

describe('Lenovo', () => {
  beforeEach(() => enter('lenovo'));

  it('is asked with its client id, answers with one thing instead of a list, and leaves out what it does not know', async () => {
    const [known, unknown] = [await device('Lenovo', 'PF0ABC12'), await device('Lenovo', 'PF0NONE1')];
    answer = () => ({
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
    expect(tallyOf(await lookUp('lenovo'))).toMatchObject({ asked: 2, found: 1, unknown: 1, added: 2 });
    expect((await coverageOf(known)).map(({ kind }) => kind).toSorted()).toEqual([
      'accidental_damage',
      'manufacturer',
    ]);
    expect(await coverageOf(unknown)).toEqual([]);
    expect(peer.requests[0]?.headers['clientid']).toBe('lenovo-secret');
    expect(new URLSearchParams(peer.requests[0]?.body).get('Serial')?.split(',').toSorted()).toEqual([
      'PF0ABC12',
      'PF0NONE1',
    ]);
  });
});

describe('HP', () => {
  beforeEach(() => enter('hp'));

  it('is given a job with serial and product numbers, and asked until it is done', async () => {
    const [known, unclear] = [
      await device('HP', '5CD1234ABC', { model: 'ProBook 450 G8 (3V2Y4UT#ABA)', kind: 'laptop' }),
      await device('HP', '5CD0000XYZ', { model: 'Chromebook 11 G9' }),
    ];
    let polls = 0;
    answer = withToken(({ url, method }) => {
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
    expect(tallyOf(await lookUp('hp'))).toMatchObject({ asked: 2, found: 1, unknown: 1, added: 1 });
    expect(polls).toBe(3);
    expect(await coverageOf(known)).toMatchObject([
      { endsOn: '2027-01-09', kind: 'manufacturer', serviceLevel: 'on_site' },
    ]);
    expect((await answersOf(unclear))[0]?.detail).toContain('product number in brackets');
    const asked = peer.requests.find(
      ({ method, url }) => method === 'POST' && !isToken({ url } as PeerRequest),
    );
    expect(JSON.parse(asked?.body ?? '')).toEqual(
      expect.arrayContaining([{ sn: '5CD1234ABC', pn: '3V2Y4UT#ABA' }, { sn: '5CD0000XYZ' }]),
    );
  });
});

describe('Apple', () => {
  beforeEach(() => enter('apple'));

  it('is asked for one serial number a call with a signed assertion, and tries again what fails for now', async () => {
    const [known, unknown] = [
      await device('Apple', 'DMPX1234AAAA', { kind: 'ipad', model: 'iPad' }),
      await device('Apple', 'DMPX1234BBBB', { kind: 'ipad', model: 'iPad' }),
    ];
    let failures = 0;
    answer = withToken(({ url }) => {
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
    expect(tallyOf(await lookUp('apple'))).toMatchObject({ asked: 2, found: 1, unknown: 1, added: 2 });
    expect(
      (await coverageOf(known))
        .map(({ kind, endsOn, cancelledOn }) => [kind, endsOn, cancelledOn])
        .toSorted(),
    ).toEqual([
      ['accidental_damage', '2026-04-16', '2025-08-31'],
      ['manufacturer', '2026-02-01', null],
    ]);
    expect(await coverageOf(unknown)).toEqual([]);
    const form = new URLSearchParams(peer.requests.find(isToken)?.body);
    expect(form.get('scope')).toBe('school.api');
    const [head = '', claims = '', signature = ''] = form.get('client_assertion')?.split('.') ?? [];
    const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
    expect(read(head)).toEqual({ alg: 'ES256', kid: 'our-key', typ: 'JWT' });
    expect(read(claims)).toMatchObject({
      iss: 'SCHOOLAPI.our-id',
      sub: 'SCHOOLAPI.our-id',
      aud: 'https://account.apple.com/auth/oauth2/v2/token',
    });
    const key = { key: createPublicKey(privateKey), dsaEncoding: 'ieee-p1363' as const };
    expect(verify('sha256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'))).toBe(
      true,
    );
  });

  it('is not given a key that cannot sign', async () => {
    const credentials = { ...CREDENTIALS['apple'], privateKey: 'no key' };
    const { body } = await here.admin
      .put('/maker-accounts/apple')
      .send({ vendor: 'apple', credentials })
      .expect(400);
    expect(body).toMatchObject({ errors: [{ field: 'credentials.privateKey', code: 'NOT_A_KEY' }] });
  });
});

describe('the credentials of a maker', () => {
  it('are in no answer, in no log of the district and in no table', async () => {
    await enter('dell');
    const { text } = await here.admin.get('/maker-accounts').expect(200);
    expect(text).not.toContain('secret');
    const rows = await app.source.query<{ sealed: Buffer }[]>(
      `SELECT sealed FROM maker_accounts WHERE district_id = $1`,
      [here.district.id],
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
    const { body } = await here.admin
      .put('/maker-accounts/dell')
      .send({ vendor: 'dell', credentials })
      .expect(400);
    expect(body).toMatchObject({ errors: [{ code }] });
  });

  it('are for those who edit settings, and a look-up without them is refused with words', async () => {
    await technician.get('/maker-accounts').expect(403);
    const { body } = await technician.post('/coverage-look-ups').send({ maker: 'dell' }).expect(409);
    expect(body).toMatchObject({ code: 'MAKER_ACCOUNT_MISSING' });
    await enter('dell');
    await here.admin.delete('/maker-accounts/dell').expect(204);
    await technician.post('/coverage-look-ups').send({ maker: 'dell' }).expect(409);
  });
});

describe('a technician', () => {
  it('asks about devices of the own sites only', async () => {
    await enter('dell');
    const [own, other] = [await device('Dell', 'OWN0001'), await device('Dell', 'OTHER01', { site: 'B' })];
    answer = withToken(({ url }) => ({
      json: url.searchParams
        .get('servicetags')
        ?.split(',')
        .map((tag) => dellAsset(tag)),
    }));
    expect(tallyOf(await lookUp('dell', { deviceIds: [own, other] }, technician))).toMatchObject({
      asked: 1,
      added: 1,
    });
    expect(await coverageOf(other)).toEqual([]);
    const { body } = await technician.get('/coverage-look-ups/answers').expect(200);
    expect((body as { items: AnswerView[] }).items.map(({ deviceId }) => deviceId)).toEqual([own]);
  });
});
