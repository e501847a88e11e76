import type { CoverageRuleView } from '../../src/warranty/rules/coverage-rules.queries.js';
import { testApp, type TestApp } from '../support/app.js';
import { numbersOf, RULE, type Rules, rulesOf } from '../support/coverage-rules.js';
import { coveragesOf } from '../support/coverages.js';
import { register, WAY_TO } from '../support/devices.js';

let app: TestApp;
let rules: Rules;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  rules = await rulesOf(app);
});

afterAll(() => app.close());

describe('a rule', () => {
  it('is written with its terms, and shown, found and changed by whoever read its last version', async () => {
    const terms = {
      serviceLevel: 'depot',
      contractNumber: 'P-77',
      incidentsAYear: 2,
      deductibleCents: 4900,
      excludes: ['theft', 'loss'],
      onReplacement: 'ends',
    };
    const made = await rules.rule(terms);
    expect(made).toMatchObject({
      ...RULE,
      ...terms,
      vendorName: 'Lenovo',
      excludes: ['loss', 'theft'],
      incidentsInTotal: null,
      devices: { purchaseReference: 'PO-4711', fundingSource: null, model: null, kinds: null },
      appliedAt: null,
      version: 1,
    });
    expect((await rules.technician.get(`/coverage-rules/${made.id}`).expect(200)).body).toEqual(made);
    await rules.rule({ name: 'Another', vendor: 'safe' });
    const names = async (query: string): Promise<string[]> => {
      const { body } = await rules.technician.get(`/coverage-rules${query}`).expect(200);
      return (body as { items: CoverageRuleView[] }).items.map(({ name }) => name);
    };
    expect(await names('')).toEqual(['Another', RULE.name]);
    expect(await names('?vendor=lenovo&sort=-name')).toEqual([RULE.name]);
    const asked = rules.its.patch(`/coverage-rules/${made.id}`).set('If-Match', '"1"');
    const { body } = await asked.send({ months: 48, devices: { model: 'Latitude 3120' } }).expect(200);
    expect(body).toMatchObject({
      months: 48,
      deductibleCents: 4900,
      devices: { purchaseReference: null, model: 'Latitude 3120' },
      version: 2,
    });
    await rules.its
      .patch(`/coverage-rules/${made.id}`)
      .set('If-Match', '"1"')
      .send({ months: 12 })
      .expect(412);
  });

  it.each([
    [{ months: 0 }, ['months']],
    [{ months: 241 }, ['months']],
    [{ vendor: 'nobody' }, ['vendor']],
    [{ kind: 'lifetime' }, ['kind']],
    [{ startsFrom: 'delivered' }, ['startsFrom']],
    [{ name: ' ' }, ['name']],
    [{ excludes: ['rain'] }, ['excludes']],
    [{ devices: {} }, ['devices']],
    [{ devices: { model: null } }, ['devices']],
    [{ devices: { kinds: ['phone'] } }, ['devices.kinds']],
    [{ devices: { fundingSource: 'Nobody' } }, ['devices.fundingSource']],
    [{ devices: { purchasedFrom: '2024-02-01', purchasedTo: '2024-01-01' } }, ['devices.purchasedTo']],
  ])('is refused with %j', async (wrong, fields) => {
    const answer = await rules.its.post('/coverage-rules').send({ ...RULE, ...wrong });
    expect(answer.status).toBe(400);
    expect((answer.body as { errors: { field: string }[] }).errors.map(({ field }) => field)).toEqual(fields);
  });

  it('has a name of its own', async () => {
    await rules.rule();
    await rules.its
      .post('/coverage-rules')
      .send({ ...RULE, name: RULE.name.toUpperCase() })
      .expect(409);
    const { id } = await rules.rule({ name: 'Another' });
    expect(await rules.change(id, { name: RULE.name })).toMatchObject({
      status: 409,
      body: { code: 'COVERAGE_RULE_NAME_TAKEN', errors: [{ field: 'name' }] },
    });
  });

  it('is written and applied by those who see the whole district, and seen by those who see devices', async () => {
    await rules.bought();
    await rules.bought({ site: 'B' });
    const { id } = await rules.rule();
    for (const role of ['technician', 'lead', 'liaison'] as const) {
      const user = await app.user(rules.here.district, role, { sites: ['A'] });
      await user
        .post('/coverage-rules')
        .send({ ...RULE, name: role })
        .expect(403);
      await user.patch(`/coverage-rules/${id}`).set('If-Match', '*').send({ months: 1 }).expect(403);
      await user.post(`/coverage-rules/${id}/application`).expect(403);
      await user.post(`/coverage-rules/${id}/undo`).expect(403);
      // What it would do is shown for the devices that they see.
      expect(numbersOf(await rules.rehearsed(id, user))).toEqual([1, 0, 0, 0]);
    }
    expect(numbersOf(await rules.rehearsed(id))).toEqual([2, 0, 0, 0]);
  });

  it('is not there for another district, and gives its devices nothing', async () => {
    const { id } = await rules.rule();
    const other = await register(app);
    const { id: theirs } = await other.add({ purchaseReference: 'PO-4711', purchasedOn: '2024-08-15' });
    const stranger = other.admin;
    await stranger.get(`/coverage-rules/${id}`).expect(404);
    await stranger.get(`/coverage-rules/${id}/rehearsal`).expect(404);
    await stranger.patch(`/coverage-rules/${id}`).set('If-Match', '*').send({ months: 1 }).expect(404);
    await stranger.post(`/coverage-rules/${id}/application`).expect(404);
    await stranger.post(`/coverage-rules/${id}/undo`).expect(404);
    expect(((await stranger.get('/coverage-rules').expect(200)).body as { items: object[] }).items).toEqual(
      [],
    );
    expect(numbersOf(await rules.applied(id))).toEqual([0, 0, 0, 0]);
    expect(await coveragesOf(stranger, theirs)).toEqual([]);
  });
});

describe('the devices of a rule', () => {
  it('meet all of its conditions and are on the books', async () => {
    await rules.here.admin.post('/funding-sources').send({ name: 'Title I' }).expect(201);
    const fits = {
      purchaseReference: 'po-4711 ',
      purchasedOn: '2024-08-15',
      fundingSource: 'Title I',
      manufacturer: 'HP',
      model: 'ProBook 450',
      kind: 'laptop',
    };
    const device = await rules.here.add(fits);
    await rules.here.add({ ...fits, purchaseReference: 'PO-4712' });
    await rules.here.add({ ...fits, purchasedOn: '2024-08-14' });
    await rules.here.add({ ...fits, purchasedOn: '2024-08-17' });
    await rules.here.add({ ...fits, fundingSource: undefined });
    await rules.here.add({ ...fits, manufacturer: 'Dell', model: 'Latitude 3120' });
    await rules.here.add({ ...fits, model: 'ProBook 455' });
    const gone = await rules.here.add(fits);
    for (const step of WAY_TO['disposed'] ?? []) await rules.here.change(gone.id, step);
    const gone2 = await rules.here.add(fits);
    await rules.here.admin
      .post(`/devices/${gone2.id}/void`)
      .set('if-match', '*')
      .send({ note: 'a mistake' })
      .expect(200);
    const devices = {
      purchaseReference: 'PO-4711',
      fundingSource: 'title i',
      manufacturer: 'Hewlett-Packard',
      model: 'PROBOOK 450',
      kinds: ['laptop', 'desktop'],
      purchasedFrom: '2024-08-15',
      purchasedTo: '2024-08-16',
    };
    const { id } = await rules.rule({ devices });
    expect((await rules.rehearsed(id)).add).toMatchObject({
      devices: 1,
      examples: [{ deviceId: device.id }],
    });
    for (const [without, count] of [
      ['purchaseReference', 2],
      ['purchasedFrom', 2],
      ['purchasedTo', 2],
      ['fundingSource', 2],
      ['model', 2],
    ] as const) {
      await rules.change(id, { devices: { ...devices, [without]: null } });
      expect([without, numbersOf(await rules.rehearsed(id))]).toEqual([without, [count, 0, 0, 0]]);
    }
    await rules.change(id, { devices: { model: 'hp probook 450', kinds: ['desktop'] } });
    expect(numbersOf(await rules.rehearsed(id))).toEqual([0, 0, 0, 0]);
    await rules.change(id, { devices: { model: 'hp probook 450' } });
    expect((await rules.rehearsed(id)).add.devices).toBe(5);
  });

  // By hand: the day before the day with the same number, or the end of a month that has no such day.
  it.each([
    ['2024-08-15', 12, '2025-08-14'],
    ['2024-08-15', 36, '2027-08-14'],
    ['2024-08-01', 12, '2025-07-31'],
    ['2024-01-01', 240, '2043-12-31'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-01-30', 1, '2025-02-28'],
    ['2025-01-29', 1, '2025-02-28'],
    ['2025-01-28', 1, '2025-02-27'],
    ['2024-01-29', 1, '2024-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-28'],
    ['2024-05-31', 1, '2024-06-30'],
    ['2024-03-31', 36, '2027-03-30'],
    ['2023-12-31', 2, '2024-02-29'],
  ])('that are covered from %s for %i months are covered until %s', async (purchasedOn, months, endsOn) => {
    const { id } = await rules.bought({ purchasedOn });
    const { id: ruleId } = await rules.rule({ months });
    await rules.applied(ruleId);
    expect(await rules.only(id)).toMatchObject({ startsOn: purchasedOn, endsOn });
  });

  it('are covered from the day that the rule says, and those without it are told', async () => {
    const inService = await rules.bought({ inServiceOn: '2024-09-01' });
    const without = await rules.bought();
    const { id } = await rules.rule({ startsFrom: 'in_service', months: 12 });
    const effect = await rules.applied(id);
    expect(numbersOf(effect)).toEqual([1, 0, 0, 1]);
    expect(effect.withoutDate.examples).toEqual([
      {
        deviceId: without.id,
        deviceCode: without.assetTag,
        startsOn: null,
        endsOn: null,
        endsOnBefore: null,
      },
    ]);
    expect(await rules.only(inService.id)).toMatchObject({ startsOn: '2024-09-01', endsOn: '2025-08-31' });
    expect(await coveragesOf(rules.its, without.id)).toEqual([]);
  });
});
