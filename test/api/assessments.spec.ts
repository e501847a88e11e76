import type { AssessmentDetail } from '../../src/salvage/assessment/assessments.queries.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { daysAgo, type DeviceJson, type Problem, register, type Register } from '../support/devices.js';
import { swollenAmong } from '../support/swollen-among.js';

let app: TestApp;
let here: Register;
let technician: TestUser;

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
});

afterAll(() => app.close());

type Answer = { status: number; body: AssessmentDetail & Problem };

const GOOD = { powersOn: 'yes', battery: 'good', screen: 'good', input: 'works' };

const assess = async (
  deviceId: string,
  answers: object = {},
  more: object = {},
  by = technician,
): Promise<Answer> => by.post('/assessments').send({ deviceId, answers: { ...GOOD, ...answers }, ...more });

async function retired(more: object = {}): Promise<DeviceJson> {
  const { id } = await here.add(more);
  return here.change(id, { status: 'retired' });
}

const CHROMEBOOK = { manufacturer: 'Acer', model: 'Chromebook 314 Test', kind: 'chromebook' };

const years = (count: number): string => daysAgo(Math.round(count * 365.25) + 2);

describe('an assessment by the starting rules', () => {
  it.each([
    ['reuse', 'works', {}, {}],
    ['repair', 'worth-repairing', { screen: 'broken' }, { costCents: 90_000, purchasedOn: years(1) }],
    ['parts', 'old-and-broken', { screen: 'broken' }, { purchasedOn: years(6) }],
    [
      'parts',
      'repair-above-value',
      { screen: 'broken' },
      { ...CHROMEBOOK, costCents: 30_000, purchasedOn: years(4) },
    ],
    ['parts', 'locked', { managementLock: 'bios_password' }, {}],
    ['recycle', 'dead-with-broken-screen', { powersOn: 'no', screen: 'broken' }, {}],
    ['sell', 'old', {}, { costCents: 90_000, purchasedOn: years(5) }],
    ['donate', 'old-and-low-value', {}, { costCents: 30_000, purchasedOn: years(6) }],
  ])('recommends %s by the rule %s', async (result, rule, answers, device) => {
    const { id } = await retired(device);
    const { status, body } = await assess(id, answers);
    expect([status, body.recommendation, body.rule.id, body.rule.version]).toEqual([201, result, rule, 0]);
    expect(body).toMatchObject({ result, isOverruled: false, hazard: null, whatNow: null, isLatest: true });
    expect(body.rule.reason.length).toBeGreaterThan(10);
    expect((await here.find(id)).status).toBe('retired');
  });

  it('keeps what was known: age, value along the curve, and the repair from the fee pages', async () => {
    const { id } = await retired({ ...CHROMEBOOK, costCents: 40_000, purchasedOn: years(1) });
    const { body } = await assess(id, { screen: 'broken', input: 'faulty' });
    // One of three years down from 100% to 8%; a screen for $51 and a keyboard for $53.
    expect(body.facts).toMatchObject({
      kind: 'chromebook',
      ageMonths: 12,
      priceCents: 40_000,
      valueCents: 27_733,
      repairCents: 10_400,
      repairsSoFar: 0,
    });
    expect(body.facts.repairs.map(({ repair, cents, ownRepairs }) => [repair, cents, ownRepairs])).toEqual([
      ['screen', 5_100, 0],
      ['keyboard', 5_300, 0],
    ]);
    expect(body.facts.valueSource).toContain('Mackay');
    expect([body.valueCents, body.repairCents]).toEqual([27_733, 10_400]);
  });

  it('knows no value without a price or an age, and no repair without figures: never 0', async () => {
    const unknown = await assess((await retired()).id, { camera: 'faulty' });
    expect(unknown.body.facts).toMatchObject({
      since: null,
      ageMonths: null,
      valueCents: null,
      valueSource: null,
      repairCents: null,
    });
    const gift = await assess((await retired({ costCents: 0, purchasedOn: years(1) })).id);
    expect([gift.body.valueCents, gift.body.repairCents]).toEqual([null, 0]);
  });

  it('takes the repair from the district’s own invoices once there are ten', async () => {
    const other = await register(app);
    const { id } = await other.add({ ...CHROMEBOOK });
    const { body: vendor } = await other.admin
      .post('/vendors')
      .send({ key: 'acme', name: 'Acme', roles: ['depot'] });
    const invoice = (numbers: number[]): Promise<unknown> =>
      app.source.query(
        `INSERT INTO claims (district_id, id, sequence, number, device_id, site_id, vendor_id, category, is_accidental,
                observed, state, cost_invoiced_cents, opened_at, updated_at)
         SELECT $1::uuid, gen_random_uuid(), n, 'C-' || n, $2::uuid, $3::uuid, $4::uuid, 'screen', false, 'Cracked', 'closed',
                n * 1000, now(), now() FROM unnest($5::integer[]) AS u (n)`,
        [other.district.id, id, other.siteIds['A'], (vendor as { id: string }).id, numbers],
      );
    const estimate = async (): Promise<unknown> =>
      (await assess(id, { screen: 'broken' }, {}, other.admin)).body.facts.repairs.map(
        ({ cents, ownRepairs }) => [cents, ownRepairs],
      );
    await invoice([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await estimate()).toEqual([[5_100, 0]]);
    await invoice([20]);
    expect(await estimate()).toEqual([[5_000, 10]]);
    const { body } = await assess(id, {}, {}, other.admin);
    expect(body.facts.repairsSoFar).toBe(10);
  });

  it('reads the end of automatic updates of the model', async () => {
    const { id } = await retired({ ...CHROMEBOOK, model: 'Chromebook AUE' });
    await app.source.query(
      `UPDATE device_models SET auto_update_ends_on = $2 WHERE district_id = $1 AND name = 'Chromebook AUE'`,
      [here.district.id, daysAgo(10)],
    );
    expect((await assess(id)).body).toMatchObject({
      recommendation: 'donate',
      rule: { id: 'no-updates' },
      facts: { autoUpdateEndsOn: daysAgo(10), monthsToUpdateEnd: -1 },
    });
    expect((await assess(id, { screen: 'broken' })).body.rule.id).toBe('no-updates-and-broken');
  });
});

describe('the checklist', () => {
  it('has questions for each kind, in two languages, and says which are required', async () => {
    const { body } = await technician.get('/assessments/checklists').expect(200);
    const { items } = body as {
      items: { kind: string; questions: { name: string; isRequired: boolean }[] }[];
    };
    const required = Object.fromEntries(
      items.map(({ kind, questions }) => [
        kind,
        questions.filter((q) => q.isRequired).map(({ name }) => name),
      ]),
    );
    expect(required).toEqual({
      desktop: ['powersOn'],
      laptop: ['battery', 'powersOn', 'screen', 'input'],
      ipad: ['battery', 'powersOn', 'screen', 'input'],
      chromebook: ['battery', 'powersOn', 'screen', 'input'],
      other: ['powersOn'],
    });
    expect(JSON.stringify(items)).toContain('Enciende');
  });

  it.each([
    [
      'a question that it does not have',
      { smell: 'bad' },
      'answers',
      'UNKNOWN_QUESTION',
      /no question "smell"/,
    ],
    [
      'an answer that it does not have',
      { screen: 'shiny' },
      'answers.screen',
      'UNKNOWN_ANSWER',
      /good, marked/,
    ],
    ['an answer that is no text', { screen: { a: 1 } }, 'answers.screen', 'UNKNOWN_ANSWER', /good, marked/],
    ['a required question left out', { screen: undefined }, 'answers.screen', 'ANSWER_MISSING', /Answer the/],
  ])('refuses %s in words', async (_, answers, field, code, words) => {
    const { status, body } = await assess((await retired()).id, answers);
    expect([status, body.errors[0]?.field, body.errors[0]?.code]).toEqual([400, field, code]);
    expect(body.errors[0]?.detail).toMatch(words);
  });

  it('does not ask what nobody can see while the device does not start', async () => {
    const { status } = await assess((await retired()).id, { powersOn: 'no', input: undefined });
    expect(status).toBe(201);
  });

  it('does not ask a desktop for its battery', async () => {
    const { id } = await retired({ manufacturer: 'Dell', model: 'OptiPlex Test', kind: 'desktop' });
    const { status, body } = await technician.post('/assessments').send({ deviceId: id, answers: GOOD });
    expect([status, (body as Problem).errors[0]?.code]).toEqual([400, 'UNKNOWN_QUESTION']);
    expect(
      (await technician.post('/assessments').send({ deviceId: id, answers: { powersOn: 'yes' } })).status,
    ).toBe(201);
  });
});

describe('a device that is not at hand', () => {
  it.each([
    ['in use', [{ status: 'deployed' }], 'DEVICE_IN_USE'],
    ['missing', [{ status: 'missing', missing: 'lost', missingSince: '2026-01-05' }], 'DEVICE_MISSING'],
    [
      'gone',
      [
        { status: 'missing', missing: 'lost', missingSince: '2026-01-05' },
        { status: 'disposed', disposalRoute: 'write_off', approvalReference: 'Board 2026-14' },
      ],
      'DEVICE_IS_GONE',
    ],
  ])('is not assessed: %s', async (_, changes, code) => {
    // Its records contradict each other afterward.
    const other = await register(app);
    const { id } = await other.add();
    for (const change of changes) {
      if ('disposalRoute' in change)
        await app.source.query(
          `UPDATE devices SET status = 'disposed', disposal_route = 'write_off' WHERE district_id = $1 AND id = $2`,
          [other.district.id, id],
        );
      else await other.change(id, change);
    }
    const { status, body } = await assess(id, {}, {}, other.admin);
    expect([status, body.code]).toEqual([409, code]);
  });

  it('is not found at a site that is out of reach, or in another district', async () => {
    const { id } = await retired({ site: 'B' });
    expect((await assess(id)).body.errors[0]).toMatchObject({ field: 'deviceId', code: 'DEVICE_NOT_FOUND' });
    const { body } = await assess(id, {}, {}, here.admin);
    await technician.get(`/assessments/${body.id}`).expect(404);
    const other = await register(app);
    await other.admin.get(`/assessments/${body.id}`).expect(404);
    expect((await assess(id, {}, {}, other.admin)).status).toBe(400);
    const { body: listed } = await technician.get(`/assessments?device=${id}`).expect(200);
    expect((listed as { items: object[] }).items).toEqual([]);
  });
});

describe('a swollen battery', () => {
  it('stops everything: only recycling, with what to do now, and nobody overrules it', async () => {
    const { id } = await retired();
    const { status, body } = await assess(id, { battery: 'swollen' }, { apply: true });
    expect([status, body.recommendation, body.hazard, body.rule.id]).toEqual([
      201,
      'recycle',
      'swollen_battery',
      'swollen-battery',
    ]);
    for (const words of [/Power the device off/, /Do not charge/, /filler that does not burn/, /call EHS/])
      expect(body.whatNow).toMatch(words);
    const overruled = await here.admin
      .post(`/assessments/${body.id}/overrules`)
      .send({ result: 'reuse', reason: 'It looks fine.' });
    expect([overruled.status, (overruled.body as Problem).code]).toEqual([409, 'HAZARD_NOT_OVERRULED']);
    await expect(
      app.source.query(`UPDATE assessments SET result = 'reuse' WHERE district_id = $1 AND id = $2`, [
        here.district.id,
        body.id,
      ]),
    ).rejects.toThrow('assessments_hazard_recycled');
  });

  it('is told to other modules, in their transaction, by the latest assessment', async () => {
    const [swollen, good, again, never] = [
      await retired(),
      await retired(),
      await retired(),
      await retired(),
    ];
    await assess(swollen.id, { battery: 'swollen' });
    await assess(good.id);
    await assess(again.id, { battery: 'swollen' });
    await assess(again.id);
    const ids = [swollen.id, good.id, again.id, never.id];
    const found = await swollenAmong(app, here.district.id, ids);
    expect(found).toEqual(new Set([swollen.id]));
    const { body } = await here.admin.get('/assessments?hazard=swollen_battery&limit=100').expect(200);
    const { items } = body as { items: { deviceId: string; result: string }[] };
    expect(items.map(({ deviceId }) => deviceId)).toContain(swollen.id);
    expect(new Set(items.map(({ result }) => result))).toEqual(new Set(['recycle']));
  });
});

describe('somebody who decides otherwise', () => {
  it('is recorded with a reason, and the latest decision counts', async () => {
    const { id } = await retired();
    const { body } = await assess(id);
    const overrule = async (result: string, reason?: string): Promise<Answer> =>
      technician.post(`/assessments/${body.id}/overrules`).send({ result, reason });
    expect((await overrule('donate')).status).toBe(400);
    expect((await overrule('donate', '  ')).status).toBe(400);
    const first = await overrule('donate', 'The library asked for it.');
    expect([first.status, first.body.result, first.body.recommendation, first.body.isOverruled]).toEqual([
      201,
      'donate',
      'reuse',
      true,
    ]);
    const listed = async (query: string): Promise<string[]> =>
      (
        (await technician.get(`/assessments?device=${id}&${query}`).expect(200)).body as {
          items: { id: string }[];
        }
      ).items.map((one) => one.id);
    expect([await listed('overruled=true'), await listed('overruled=false')]).toEqual([[body.id], []]);
    expect([await listed('result=donate'), await listed('recommendation=reuse')]).toEqual([
      [body.id],
      [body.id],
    ]);
    expect([await listed('rule=works'), await listed('rule=old')]).toEqual([[body.id], []]);
    const back = await overrule('reuse', 'They do not want it after all.');
    expect([back.body.result, back.body.isOverruled]).toEqual(['reuse', false]);
    expect(back.body.overrules.map(({ result, reason }) => [result, reason])).toEqual([
      ['donate', 'The library asked for it.'],
      ['reuse', 'They do not want it after all.'],
    ]);
  });
});

describe('a result that is applied', () => {
  it('puts a device back in stock, or in repair, in the history with its reason', async () => {
    const [good, broken] = [await retired(), await retired()];
    expect((await assess(good.id, {}, { apply: true })).body.deviceStatus).toBe('in_stock');
    expect((await assess(broken.id, { screen: 'broken' }, { apply: true })).body.deviceStatus).toBe(
      'in_repair',
    );
    expect([(await here.find(good.id)).status, (await here.find(broken.id)).status]).toEqual([
      'in_stock',
      'in_repair',
    ]);
    const notes = (await here.events(broken.id)).map(({ note }) => note);
    expect(notes).toContain('Something is broken, and the device is worth repairing.');
    const { body } = await assess(good.id, { managementLock: 'on' }, { apply: true });
    expect([body.result, body.deviceStatus]).toEqual(['parts', 'in_stock']);
    const repaired = await technician
      .post(`/assessments/${body.id}/overrules`)
      .send({ result: 'repair', reason: 'The vendor removes the lock.', apply: true });
    expect([repaired.status, (repaired.body as AssessmentDetail).deviceStatus]).toEqual([201, 'in_repair']);
    expect(await here.differences()).toEqual([]);
  });

  it('is refused in words where the device is held, and nothing is stored', async () => {
    const { id } = await retired();
    await app.source.query(
      `INSERT INTO device_holds (district_id, id, device_id, kind, subject_id, forbids, reason, owner, placed_at)
       VALUES ($1, gen_random_uuid(), $2, 'lot', gen_random_uuid(), '{change}', 'It is on a frozen lot.', 'Warehouse', now())`,
      [here.district.id, id],
    );
    const { status, body } = await assess(id, {}, { apply: true });
    expect(status).toBe(409);
    expect(body.detail).toContain('frozen lot');
    const { body: listed } = await technician.get(`/assessments?device=${id}`).expect(200);
    expect((listed as { items: object[] }).items).toEqual([]);
  });
});

describe('parts that were taken out', () => {
  it('are listed with the assessment, and more can be added later', async () => {
    const { id } = await retired();
    const { body } = await assess(
      id,
      { managementLock: 'on' },
      { parts: [{ name: 'Screen', serialNumber: 'LCD-1' }] },
    );
    const { body: more } = await technician
      .post(`/assessments/${body.id}/parts`)
      .send({
        parts: [
          { name: 'Keyboard', count: 1 },
          { name: 'Screw', count: 12 },
        ],
      })
      .expect(201);
    expect(
      (more as AssessmentDetail).parts.map(({ name, count, serialNumber }) => [name, count, serialNumber]),
    ).toEqual([
      ['Screen', 1, 'LCD-1'],
      ['Keyboard', 1, null],
      ['Screw', 12, null],
    ]);
    await technician.post(`/assessments/${body.id}/parts`).send({ parts: [] }).expect(400);
    await technician
      .post(`/assessments/${body.id}/parts`)
      .send({ parts: [{ name: 'X', count: 0 }] })
      .expect(400);
  });
});
