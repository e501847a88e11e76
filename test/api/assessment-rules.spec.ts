import type { AssessmentDetail } from '../../src/salvage/assessment/assessments.queries.js';
import type {
  AssessmentRulesView,
  RulesPreview,
} from '../../src/salvage/assessment/rules/assessment-rules.service.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { type Problem, register, type Register } from '../support/devices.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

const LAST = { id: 'all-others', when: {}, result: 'reuse', reason: 'Nothing speaks against it.' };
const rule = (id: string, when: object, result: string): object => ({
  id,
  when,
  result,
  reason: `By ${id}.`,
});

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: AssessmentRulesView & Problem;
}

const put = async (user: TestUser, rules: object[], version = '*'): Promise<Answer> =>
  user.put('/assessment-rules').set('if-match', version).send({ rules });

const rulesOf = async (user: TestUser): Promise<Answer> => user.get('/assessment-rules');

async function assess(here: Register, answers: object, more: object = {}): Promise<AssessmentDetail> {
  const { id } = await here.add(more);
  const { body } = await here.admin
    .post('/assessments')
    .send({
      deviceId: id,
      answers: { powersOn: 'yes', battery: 'good', screen: 'good', input: 'works', ...answers },
    })
    .expect(201);
  return body as AssessmentDetail;
}

describe('the rules of assessments', () => {
  it('begin with a starting set that has reasons and sources, and ends without a condition', async () => {
    const here = await register(app);
    const { status, headers, body } = await rulesOf(here.admin);
    expect([status, headers['etag'], body.version]).toEqual([200, '"0"', 0]);
    expect(body.rules.at(-1)).toMatchObject({
      id: 'works',
      when: {},
      result: 'reuse',
      decided: 0,
      overruled: 0,
    });
    expect(body.rules.every(({ reason, source }) => reason && source)).toBe(true);
    expect(new Set(body.rules.map(({ result }) => result))).toEqual(
      new Set(['reuse', 'repair', 'parts', 'sell', 'donate', 'recycle']),
    );
  });

  it('decide by the first that fits, and the other way round after they were moved', async () => {
    const here = await register(app);
    const broken = rule(
      'broken',
      { answers: [{ question: 'screen', oneOf: ['broken', 'marked'] }] },
      'parts',
    );
    const laptop = rule('laptop', { kinds: ['laptop'] }, 'sell');
    expect((await put(here.admin, [broken, laptop, LAST], '"0"')).body.version).toBe(1);
    expect(await assess(here, { screen: 'broken' })).toMatchObject({
      result: 'parts',
      rule: { id: 'broken', version: 1 },
    });
    expect((await put(here.admin, [laptop, broken, LAST], '"1"')).headers['etag']).toBe('"2"');
    const second = await assess(here, { screen: 'broken' });
    expect(second).toMatchObject({
      result: 'sell',
      rule: { id: 'laptop', version: 2, reason: 'By laptop.' },
    });
    await here.admin
      .post(`/assessments/${second.id}/overrules`)
      .send({ result: 'parts', reason: 'No buyer.' })
      .expect(201);
    const { body } = await rulesOf(here.admin);
    expect(body.rules.map(({ id, decided, overruled }) => [id, decided, overruled])).toEqual([
      ['laptop', 1, 1],
      ['broken', 1, 0],
      ['all-others', 0, 0],
    ]);
    const stored = await app.source.query<{ version: number }[]>(
      `SELECT version FROM assessment_rule_sets WHERE district_id = $1 ORDER BY version`,
      [here.district.id],
    );
    expect(stored.map(({ version }) => version)).toEqual([1, 2]);
    await expect(
      app.source.query(`UPDATE assessment_rule_sets SET version = 9 WHERE district_id = $1`, [
        here.district.id,
      ]),
    ).rejects.toThrow('permission denied');
  });

  it.each([
    ['a last rule with a condition', [rule('a', { ageYearsAtLeast: 1 }, 'sell')], 'LAST_RULE_CONDITIONAL'],
    ['rules that are never reached', [rule('a', { answers: [] }, 'sell'), LAST], 'RULES_NEVER_REACHED'],
    ['two rules with one name', [rule('all-others', { kinds: ['ipad'] }, 'sell'), LAST], 'RULE_ID_TWICE'],
    [
      'the name of the swollen battery',
      [rule('swollen-battery', { kinds: ['ipad'] }, 'sell'), LAST],
      'RULE_ID_TAKEN',
    ],
    [
      'an unknown question',
      [rule('a', { answers: [{ question: 'smell', oneOf: ['bad'] }] }, 'sell'), LAST],
      'UNKNOWN_ANSWER',
    ],
    [
      'an unknown answer',
      [rule('a', { answers: [{ question: 'screen', oneOf: ['bad'] }] }, 'sell'), LAST],
      'UNKNOWN_ANSWER',
    ],
    [
      'limits that cross',
      [rule('a', { ageYearsAtLeast: 5, ageYearsAtMost: 3 }, 'sell'), LAST],
      'RULE_NEVER_FITS',
    ],
  ])('refuse %s in words, also in a preview', async (_, rules, code) => {
    const here = await register(app);
    const { status, body } = await put(here.admin, rules);
    expect([status, body.code, body.errors[0]?.code]).toEqual([400, 'RULES_UNUSABLE', code]);
    expect(body.errors[0]?.detail.length).toBeGreaterThan(20);
    await here.admin.post('/assessment-rules/preview').send({ rules }).expect(400);
  });

  it('are limited in number and size', async () => {
    const here = await register(app);
    const many = Array.from({ length: 50 }, (_, i) => rule(`r${i}`, { faultsAtLeast: 1 }, 'sell'));
    expect((await put(here.admin, [...many, LAST])).status).toBe(400);
    expect((await put(here.admin, [...many.slice(1), LAST])).status).toBe(200);
    expect((await put(here.admin, [])).status).toBe(400);
    expect((await put(here.admin, [{ ...LAST, reason: 'x'.repeat(301) }])).status).toBe(400);
    expect((await put(here.admin, [rule('a', { color: 'red' }, 'sell'), LAST])).status).toBe(400);
  });

  it('are stored by one of two people at once; the other hears that they changed', async () => {
    const here = await register(app);
    const both = await Promise.all([put(here.admin, [LAST], '"0"'), put(here.admin, [LAST], '"0"')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    expect((await rulesOf(here.admin)).body.version).toBe(1);
    const { status } = await here.admin.put('/assessment-rules').send({ rules: [LAST] });
    expect(status).toBe(428);
  });

  it('are changed by those who approve, and read by those who assess', async () => {
    const here = await register(app);
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    expect((await rulesOf(technician)).status).toBe(200);
    expect((await put(technician, [LAST])).status).toBe(403);
    await technician
      .post('/assessment-rules/preview')
      .send({ rules: [LAST] })
      .expect(403);
    const reader = await app.user(here.district, 'site_staff', { sites: ['A'] });
    expect((await rulesOf(reader)).status).toBe(403);
  });
});

describe('a preview of rules', () => {
  it('says what they would have decided, as computed by hand', async () => {
    const here = await register(app);
    const chromebook = { manufacturer: 'Acer', model: 'Chromebook P', kind: 'chromebook' };
    const seen = [
      await assess(here, {}),
      await assess(here, {}, chromebook),
      await assess(here, { screen: 'broken' }),
      await assess(here, { screen: 'broken' }, chromebook),
      await assess(here, { managementLock: 'on' }),
      await assess(here, { battery: 'swollen' }),
    ];
    expect(seen.map(({ recommendation }) => recommendation)).toEqual([
      'reuse',
      'reuse',
      'repair',
      'repair',
      'parts',
      'recycle',
    ]);
    // Overruling does not change what the rules said.
    await here.admin
      .post(`/assessments/${seen[0]?.id}/overrules`)
      .send({ result: 'sell', reason: 'A buyer asked.' })
      .expect(201);
    const rules = [
      rule('chromebooks', { kinds: ['chromebook'] }, 'donate'),
      rule('faulty', { faultsAtLeast: 1 }, 'repair'),
      // What is not known does not fit.
      rule('worthless', { valueAtMostCents: 100_000 }, 'recycle'),
      LAST,
    ];
    const { body } = await here.admin.post('/assessment-rules/preview').send({ rules }).expect(200);
    const { assessments, counts, changes } = body as RulesPreview;
    expect(assessments).toBe(6);
    expect(counts.map(({ from, to, count }) => `${from} ${to} ${count}`).toSorted()).toEqual([
      'parts reuse 1',
      'recycle recycle 1',
      'repair donate 1',
      'repair repair 1',
      'reuse donate 1',
      'reuse reuse 1',
    ]);
    expect(changes.map(({ id, to, rule: by }) => [id, to, by]).toSorted()).toEqual(
      [
        [seen[1]?.id, 'donate', 'chromebooks'],
        [seen[3]?.id, 'donate', 'chromebooks'],
        [seen[4]?.id, 'reuse', 'all-others'],
      ].toSorted(),
    );
    expect((await rulesOf(here.admin)).body.version).toBe(0);
  });
});
