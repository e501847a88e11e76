import { testApp, type TestApp } from '../support/app.js';
import { numbersOf, type Rules, rulesOf } from '../support/coverage-rules.js';
import { coveragesOf } from '../support/coverages.js';

let app: TestApp;
let rules: Rules;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  rules = await rulesOf(app);
});

afterAll(() => app.close());

/** Corrects a coverage as a person. */
const correct = (id: string, body: object): PromiseLike<unknown> =>
  rules.technician.patch(`/coverages/${id}`).set('If-Match', '*').send(body).expect(200);

const withdraw = (id: string): PromiseLike<unknown> =>
  rules.technician
    .post(`/coverages/${id}/withdrawal`)
    .set('If-Match', '*')
    .send({ reason: 'Another device.' })
    .expect(204);

describe('an application', () => {
  it('does what the rehearsal said, once', async () => {
    const devices = await Promise.all(Array.from({ length: 23 }, () => rules.bought()));
    const { id } = await rules.rule({
      incidentsAYear: 2,
      excludes: ['theft', 'loss'],
      contractNumber: 'P-77',
    });
    const before = await rules.rehearsed(id);
    expect(numbersOf(before)).toEqual([23, 0, 0, 0]);
    expect(before).toMatchObject({ ruleId: id, version: 1, runId: null });
    expect(before.add.examples).toHaveLength(20);
    const tags = devices.map(({ assetTag }) => assetTag).toSorted();
    expect(before.add.examples.map(({ deviceCode }) => deviceCode)).toEqual(tags.slice(0, 20));
    expect(await coveragesOf(rules.its, devices[0]?.id ?? '')).toEqual([]);
    const after = await rules.applied(id);
    expect(after).toEqual({ ...before, runId: expect.any(String) as string });
    for (const device of devices)
      expect(await rules.only(device.id)).toMatchObject({
        vendor: 'lenovo',
        kind: 'accidental_damage',
        startsOn: '2024-08-15',
        endsOn: '2027-08-14',
        incidentsAYear: 2,
        contractNumber: 'P-77',
        excludes: ['loss', 'theft'],
        source: 'rule',
      });
    const [stored] = await app.source.query<object[]>(
      `SELECT DISTINCT source_id AS run FROM coverages WHERE district_id = $1`,
      [rules.here.district.id],
    );
    expect(stored).toEqual({ run: after.runId });
    const again = await rules.applied(id);
    expect([numbersOf(again), again.runId]).toEqual([[0, 0, 23, 0], null]);
    const { body } = await rules.its.get(`/coverage-rules/${id}`).expect(200);
    expect(body).toMatchObject({ appliedVersion: 1, version: 1 });
  });

  it('adds nothing of a vendor that is not active', async () => {
    const device = await rules.bought();
    const { id, vendor } = await rules.rule();
    const { body } = await rules.its.get('/vendors?limit=100').expect(200);
    const { items } = body as { items: { id: string; key: string }[] };
    const of = (key: string): string => items.find((one) => one.key === key)?.id ?? '';
    for (const key of [vendor, 'safe'])
      await rules.its
        .patch(`/vendors/${of(key)}`)
        .set('If-Match', '*')
        .send({ isActive: false })
        .expect(200);
    const refused = await rules.its.post(`/coverage-rules/${id}/application`).expect(400);
    expect(refused.body).toMatchObject({ code: 'INACTIVE_VENDOR' });
    expect(await coveragesOf(rules.its, device.id)).toEqual([]);
    // The rule keeps its vendor while something else changes, and gets no other one that is not active.
    expect((await rules.change(id, { vendor, name: 'Old rule' })).status).toBe(200);
    expect(await rules.change(id, { vendor: 'safe' })).toMatchObject({
      status: 400,
      body: { code: 'INACTIVE_VENDOR' },
    });
  });

  it('adds once, however many apply the rule at the same time', async () => {
    for (let i = 0; i < 5; i += 1) await rules.bought();
    const { id } = await rules.rule();
    const effects = await Promise.all(Array.from({ length: 20 }, () => rules.applied(id)));
    expect(effects.map((effect) => numbersOf(effect)[0] ?? 0).toSorted((a, b) => a - b)).toEqual([
      ...Array<number>(19).fill(0),
      5,
    ]);
    expect(effects.filter(({ runId }) => runId !== null)).toHaveLength(1);
    const [stored] = await app.source.query<object[]>(
      `SELECT (SELECT count(*)::int FROM coverages WHERE district_id = $1) AS coverages,
              (SELECT count(*)::int FROM coverage_rule_runs WHERE district_id = $1) AS runs`,
      [rules.here.district.id],
    );
    expect(stored).toEqual({ coverages: 5, runs: 1 });
  });

  it('adds once where two rules that say the same are applied at the same time', async () => {
    const { id } = await rules.bought();
    const six = await Promise.all(Array.from({ length: 6 }, (_, i) => rules.rule({ name: `Rule ${i}` })));
    const effects = await Promise.all(six.map((one) => rules.applied(one.id)));
    expect(effects.map((effect) => numbersOf(effect).join(' ')).toSorted()).toEqual([
      ...Array<string>(5).fill('0 0 1 0'),
      '1 0 0 0',
    ]);
    await rules.only(id);
  });

  it('changes what the rule added, after the rule or the date of a device changed', async () => {
    const [first, second, third] = [await rules.bought(), await rules.bought(), await rules.bought()];
    const { id } = await rules.rule();
    await rules.applied(id);
    await rules.here.change(second.id, { purchasedOn: '2024-09-01' });
    const dated = await rules.rehearsed(id);
    expect(numbersOf(dated)).toEqual([0, 1, 2, 0]);
    expect(dated.change.examples).toEqual([
      {
        deviceId: second.id,
        deviceCode: second.assetTag,
        startsOn: '2024-09-01',
        endsOn: '2027-08-31',
        endsOnBefore: '2027-08-14',
      },
    ]);
    await rules.change(id, { months: 48, vendor: 'safe', serviceLevel: 'on_site' });
    await rules.bought();
    const effect = await rules.applied(id);
    expect([numbersOf(effect), effect.version]).toEqual([[1, 3, 0, 0], 2]);
    const expected = { vendor: 'safe', serviceLevel: 'on_site', version: 2, source: 'rule' };
    expect(await rules.only(first.id)).toMatchObject({ ...expected, endsOn: '2028-08-14' });
    expect(await rules.only(second.id)).toMatchObject({
      ...expected,
      startsOn: '2024-09-01',
      endsOn: '2028-08-31',
    });
    // A device that the rule is no longer for keeps what it has.
    await rules.here.change(third.id, { purchaseReference: 'PO-1' });
    expect(numbersOf(await rules.applied(id))).toEqual([0, 0, 3, 0]);
    await rules.only(third.id);
  });

  it('leaves what a person corrected or withdrew, and stands beside what a person entered', async () => {
    const [corrected, gone, own] = [await rules.bought(), await rules.bought(), await rules.bought()];
    const said = {
      vendor: 'lenovo',
      kind: 'accidental_damage',
      startsOn: '2024-08-15',
      endsOn: '2030-01-01',
    };
    await rules.technician
      .post('/coverages')
      .send({ ...said, deviceId: own.id })
      .expect(201);
    const { id } = await rules.rule();
    expect(numbersOf(await rules.applied(id))).toEqual([3, 0, 0, 0]);
    await correct((await rules.only(corrected.id)).id, { endsOn: '2025-01-01' });
    await withdraw((await rules.only(gone.id)).id);
    await rules.change(id, { months: 12 });
    expect(numbersOf(await rules.applied(id))).toEqual([0, 1, 2, 0]);
    expect(await rules.only(corrected.id)).toMatchObject({ endsOn: '2025-01-01', source: 'person' });
    expect(await coveragesOf(rules.its, gone.id)).toEqual([]);
    const both = await coveragesOf(rules.its, own.id);
    expect(both.map(({ source, endsOn }) => [source, endsOn])).toEqual([
      ['person', '2030-01-01'],
      ['rule', '2025-08-14'],
    ]);
  });
});

describe('an undo', () => {
  it('withdraws what the last application added and puts back what it changed', async () => {
    const first = await rules.bought();
    const { id } = await rules.rule({ excludes: ['theft', 'loss'], deductibleCents: 4900 });
    const one = await rules.applied(id);
    const before = await rules.only(first.id);
    const second = await rules.bought();
    await rules.change(id, { months: 12, excludes: [], deductibleCents: null, kind: 'extended' });
    const two = await rules.applied(id);
    expect(numbersOf(two)).toEqual([1, 1, 0, 0]);
    expect(await rules.undone(id)).toEqual({
      ruleId: id,
      runId: two.runId,
      withdrawn: 1,
      restored: 1,
      kept: { coverages: 0, examples: [] },
    });
    const { sourceAt: _, version: __, ...same } = before;
    expect(await rules.only(first.id)).toMatchObject({ ...same, version: 3 });
    expect(await coveragesOf(rules.its, second.id)).toEqual([]);
    expect(await rules.undone(id)).toMatchObject({ runId: one.runId, withdrawn: 1, restored: 0 });
    expect(await coveragesOf(rules.its, first.id)).toEqual([]);
    const [reason] = await app.source.query<object[]>(
      `SELECT DISTINCT withdrawal_reason AS reason FROM coverages WHERE district_id = $1`,
      [rules.here.district.id],
    );
    expect(reason).toEqual({ reason: 'Rule undone' });
    const { body } = await rules.its.post(`/coverage-rules/${id}/undo`).expect(409);
    expect(body).toMatchObject({ code: 'COVERAGE_RULE_NOT_APPLIED' });
    // It can be applied again.
    expect(numbersOf(await rules.applied(id))).toEqual([2, 0, 0, 0]);
  });

  it('leaves what somebody changed since, and says which', async () => {
    const [untouched, corrected, gone] = [await rules.bought(), await rules.bought(), await rules.bought()];
    const { id } = await rules.rule();
    await rules.applied(id);
    await rules.change(id, { months: 12 });
    const added = await rules.bought();
    await rules.applied(id);
    await correct((await rules.only(corrected.id)).id, { endsOn: '2026-01-01' });
    await correct((await rules.only(added.id)).id, { endsOn: '2026-01-01' });
    await withdraw((await rules.only(gone.id)).id);
    const { kept, ...counts } = await rules.undone(id);
    expect(counts).toMatchObject({ withdrawn: 0, restored: 1 });
    expect(kept.coverages).toBe(2);
    expect(kept.examples).toEqual(
      [corrected, added].map(({ id: deviceId, assetTag }) => ({
        coverageId: expect.any(String) as string,
        deviceId,
        deviceCode: assetTag,
        detail: 'A person corrected this coverage after the rule was applied, so Rollcall left it as it is.',
      })),
    );
    expect(await rules.only(untouched.id)).toMatchObject({ endsOn: '2027-08-14' });
    expect(await rules.only(corrected.id)).toMatchObject({ endsOn: '2026-01-01', source: 'person' });
    expect(await rules.only(added.id)).toMatchObject({ endsOn: '2026-01-01', source: 'person' });
    expect(await coveragesOf(rules.its, gone.id)).toEqual([]);
  });

  it('takes back each application once, however many undo at the same time', async () => {
    const { id: deviceId } = await rules.bought();
    const { id } = await rules.rule();
    await rules.applied(id);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => rules.its.post(`/coverage-rules/${id}/undo`)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(9).fill(409)]);
    expect(await coveragesOf(rules.its, deviceId)).toEqual([]);
  });
});
