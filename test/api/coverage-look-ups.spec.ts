import type { AnswerView } from '../../src/warranty/look-ups/answers.queries.js';
import type { MakerAccountView } from '../../src/warranty/look-ups/maker-accounts.service.js';
import type { PeerAnswer } from '../support/https-peer.js';
import { isToken, MakerWorld, tallyOf, withToken } from '../support/look-ups.js';

let world: MakerWorld;

beforeAll(async () => {
  world = await MakerWorld.start();
});

beforeEach(() => world.begin());

afterAll(() => world.close());

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
  beforeEach(() => world.enter('dell'));

  it('is asked with a token for up to 100 tags a call, and its instants are days in US Central', async () => {
    const id = await world.device('Dell', 'ABC1234');
    await world.device('Lenovo', 'PF0LEN01');
    world.answer = withToken(({ url }) => ({
      json: url.searchParams
        .get('servicetags')
        ?.split(',')
        .map((tag) => dellAsset(tag)),
    }));
    const job = await world.lookUp('dell');
    expect(job).toMatchObject({ state: 'done' });
    expect(tallyOf(job)).toMatchObject({ asked: 1, found: 1, added: 1, examples: [] });
    expect(await world.coverageOf(id)).toMatchObject([
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
    const [token, asked] = world.peer.requests;
    expect(token?.body).toBe('grant_type=client_credentials');
    expect(Buffer.from(token?.headers.authorization?.split(' ')[1] ?? '', 'base64').toString()).toBe(
      'our-id:dell-secret',
    );
    expect(asked?.headers.authorization).toBe('Bearer token-1');
    expect(asked?.url.pathname).toBe('/PROD/sbil/eapi/v5/asset-entitlements');
    expect(await world.answersOf(id)).toMatchObject([
      { maker: 'dell', outcome: 'found', coverages: 1, detail: null },
    ]);
  });

  it('is not asked while its vendor is not active', async () => {
    await world.device('Dell', 'ABC1234');
    const { body } = await world.here.admin.get('/vendors?limit=100').expect(200);
    const { items } = body as { items: { id: string; key: string }[] };
    await world.here.admin
      .patch(`/vendors/${items.find(({ key }) => key === 'dell')?.id}`)
      .set('If-Match', '*')
      .send({ isActive: false })
      .expect(200);
    const refused = await world.here.admin.post('/coverage-look-ups').send({ maker: 'dell' }).expect(400);
    expect(refused.body).toMatchObject({ code: 'INACTIVE_VENDOR' });
    const account = { vendor: 'dell', credentials: { clientId: 'x', clientSecret: 'y' } };
    await world.here.admin.put('/maker-accounts/dell').send(account).expect(400);
    expect(world.peer.requests).toEqual([]);
  });

  it('is asked about 250 devices in three calls with one token, and about none of them a second time', async () => {
    const rows = Array.from({ length: 250 }, (_, i) => ({
      manufacturer: 'Dell',
      model: 'Chromebook',
      kind: 'chromebook',
      serialNumber: `TAG${1000 + i}`,
      site: 'A',
    }));
    await world.here.batch(rows);
    world.answer = withToken(({ url }) => ({
      json: url.searchParams
        .get('servicetags')
        ?.split(',')
        .map((tag) => dellAsset(tag)),
    }));
    expect(tallyOf(await world.lookUp('dell'))).toMatchObject({ asked: 250, found: 250, added: 250 });
    expect(world.peer.requests.filter(isToken)).toHaveLength(1);
    expect(world.peer.requests).toHaveLength(4);
    expect(tallyOf(await world.lookUp('dell'))).toMatchObject({ asked: 0, added: 0 });
    expect(tallyOf(await world.lookUp('dell', { devices: 'all' }))).toMatchObject({
      asked: 250,
      unchanged: 250,
    });
    expect(
      (await world.coverageOf((await world.here.admin.get('/devices?limit=1').expect(200)).body.items[0].id))
        .length,
    ).toBe(1);
  });

  it('answers in part: unknown tags, tags that it leaves out, and a coverage without days', async () => {
    const [known, unknown, silent, broken] = [
      await world.device('Dell', 'KNOWN01'),
      await world.device('Dell', 'NOTOURS'),
      await world.device('Dell', 'SILENT1'),
      await world.device('Dell', 'BROKEN1'),
    ];
    world.answer = withToken(() => ({
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
    const tally = tallyOf(await world.lookUp('dell'));
    expect(tally).toMatchObject({ asked: 4, found: 1, unknown: 1, refused: 1, failed: 1, added: 1 });
    expect((await world.coverageOf(known)).length).toBe(1);
    expect(await world.answersOf(unknown)).toMatchObject([
      { outcome: 'unknown', detail: 'The manufacturer does not know this serial number.' },
    ]);
    expect(await world.answersOf(silent)).toMatchObject([
      { outcome: 'failed', detail: expect.stringContaining('left it out') },
    ]);
    expect(await world.answersOf(broken)).toMatchObject([{ outcome: 'refused', coverages: 0 }]);
    // Only what failed is asked again.
    expect(tallyOf(await world.lookUp('dell'))).toMatchObject({ asked: 1, failed: 1 });
  });

  it('keeps what a person entered beside its own, and says that they differ', async () => {
    const id = await world.device('Dell', 'ABC1234');
    await world.here.admin
      .post('/coverages')
      .send({
        deviceId: id,
        vendor: 'dell',
        kind: 'manufacturer',
        startsOn: '2024-03-25',
        endsOn: '2025-03-24',
      })
      .expect(201);
    world.answer = withToken(() => ({ json: [dellAsset('ABC1234')] }));
    const tally = tallyOf(await world.lookUp('dell'));
    expect(tally).toMatchObject({ found: 1, added: 1, differing: 1 });
    expect(tally.examples).toMatchObject([
      { deviceId: id, detail: expect.stringContaining('Dell says 2027-03-24') },
    ]);
    expect((await world.coverageOf(id)).map(({ source, endsOn }) => [source, endsOn]).toSorted()).toEqual([
      ['look_up', '2027-03-24'],
      ['person', '2025-03-24'],
    ]);
  });

  it('changes what it said before, and does not add again what a person withdrew', async () => {
    const id = await world.device('Dell', 'ABC1234');
    world.answer = withToken(() => ({ json: [dellAsset('ABC1234')] }));
    await world.lookUp('dell');
    world.answer = withToken(() => ({
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
    expect(tallyOf(await world.lookUp('dell', { devices: 'all' }))).toMatchObject({ changed: 1, added: 0 });
    const [coverage] = await world.coverageOf(id);
    expect(coverage).toMatchObject({ endsOn: '2028-03-24', version: 2 });
    await world.here.admin
      .post(`/coverages/${coverage?.id}/withdrawal`)
      .set('If-Match', '*')
      .send({ reason: 'Sold.' })
      .expect(204);
    expect(tallyOf(await world.lookUp('dell', { devices: 'all' }))).toMatchObject({ added: 0, unchanged: 1 });
    expect(await world.coverageOf(id)).toEqual([]);
  });

  it('gives a new token where one has ended early', async () => {
    await world.device('Dell', 'ABC1234');
    let tokens = 0;
    world.answer = (request) =>
      isToken(request)
        ? { json: { access_token: `token-${++tokens}`, expires_in: 3600 } }
        : request.headers.authorization === 'Bearer token-1'
          ? { status: 401 }
          : { json: [dellAsset('ABC1234')] };
    expect(tallyOf(await world.lookUp('dell'))).toMatchObject({ found: 1 });
    expect(tokens).toBe(2);
  });

  it('is waited for where it is busy, for as long as it says', async () => {
    await world.device('Dell', 'ABC1234');
    let calls = 0;
    world.answer = withToken(() =>
      ++calls < 3 ? { status: 429, headers: { 'retry-after': '7' } } : { json: [dellAsset('ABC1234')] },
    );
    expect(tallyOf(await world.lookUp('dell'))).toMatchObject({ found: 1 });
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
    const id = await world.device('Dell', 'ABC1234');
    world.answer = withToken(() => said);
    const job = await world.lookUp('dell');
    expect(job.state).toBe('done');
    expect(tallyOf(job)).toMatchObject({ asked: 1, failed: 1 });
    expect((await world.answersOf(id))[0]?.detail).toContain(words);
  });

  it('ends early where it refuses the credentials, and says so on its account', async () => {
    await world.device('Dell', 'ABC1234');
    world.answer = (request) => (isToken(request) ? { status: 401 } : { json: [] });
    expect(await world.lookUp('dell')).toMatchObject({ state: 'failed', problem: { code: 'MAKER_REFUSES' } });
    const { body } = await world.here.admin.get('/maker-accounts').expect(200);
    const [account] = (body as { makers: MakerAccountView[] }).makers;
    expect(account).toMatchObject({
      maker: 'dell',
      problem: expect.stringContaining('refused our credentials'),
    });
    world.answer = withToken(() => ({ json: [dellAsset('ABC1234')] }));
    await world.lookUp('dell');
    const after = (await world.here.admin.get('/maker-accounts').expect(200)).body as {
      makers: MakerAccountView[];
    };
    expect(after.makers[0]).toMatchObject({ problem: null, endedAt: expect.any(String) });
  });

  it('is left in peace after three lots without any answer, and what was found is kept', async () => {
    await world.here.batch(
      Array.from({ length: 450 }, (_, i) => ({
        manufacturer: 'Dell',
        model: 'Chromebook',
        kind: 'chromebook',
        serialNumber: `TAG${1000 + i}`,
        site: 'A',
      })),
    );
    let calls = 0;
    world.answer = withToken(({ url }) =>
      calls++ === 0
        ? {
            json: url.searchParams
              .get('servicetags')
              ?.split(',')
              .map((tag) => dellAsset(tag)),
          }
        : { status: 500 },
    );
    const job = await world.lookUp('dell');
    expect(job).toMatchObject({ state: 'failed', problem: { code: 'MAKER_SILENT' } });
    const { body } = await world.here.admin.get('/coverages?source=look_up&limit=200').expect(200);
    expect((body as { items: unknown[] }).items).toHaveLength(100);
    expect(calls).toBe(1 + 3 * 4);
  });
});

describe('a technician', () => {
  it('asks about devices of the own sites only', async () => {
    await world.enter('dell');
    const [own, other] = [
      await world.device('Dell', 'OWN0001'),
      await world.device('Dell', 'OTHER01', { site: 'B' }),
    ];
    world.answer = withToken(({ url }) => ({
      json: url.searchParams
        .get('servicetags')
        ?.split(',')
        .map((tag) => dellAsset(tag)),
    }));
    expect(tallyOf(await world.lookUp('dell', { deviceIds: [own, other] }, world.technician))).toMatchObject({
      asked: 1,
      added: 1,
    });
    expect(await world.coverageOf(other)).toEqual([]);
    const { body } = await world.technician.get('/coverage-look-ups/answers').expect(200);
    expect((body as { items: AnswerView[] }).items.map(({ deviceId }) => deviceId)).toEqual([own]);
  });
});
