import { parse } from 'csv-parse/sync';
import { readFile } from 'node:fs/promises';
import type { AllocationPlan, PlanComparison } from '../../src/allocation/plans/plans.service.js';
import type { SitePlan } from '../../src/allocation/plans/plan.js';
import { testApp, type TestApp, type TestDistrict, type TestUser } from '../support/app.js';
import { newModel } from '../support/allocation-routes.js';
import { download } from '../support/exports.js';
import { csvOf, load } from '../support/imports.js';
import { textOf } from '../support/pdf-text.js';

const LOS_ANGELES_FILE = new URL('../../src/cli/bench/los-angeles-sites-2025-26.csv', import.meta.url);
const IRVINE_FILE = new URL('../../src/cli/demo/irvine-sites-2025-26.csv', import.meta.url);

let app: TestApp;
let losAngeles: TestDistrict;
let irvine: TestDistrict;

beforeAll(async () => {
  app = await testApp();
  losAngeles = await districtOf(LOS_ANGELES_FILE);
  irvine = await districtOf(IRVINE_FILE);
}, 120_000);

afterAll(() => app.close());

async function districtOf(file: URL): Promise<TestDistrict> {
  const district = await app.district();
  const sites = await load(app, district.admin, await readFile(file), { kind: 'sites' });
  expect(sites.state).toBe('committed');
  return district;
}

async function planOf(user: TestUser, model: string, more = ''): Promise<AllocationPlan> {
  const { body } = await user.get(`/allocation/plan?model=${model}&schoolYear=2025-26${more}`).expect(200);
  return body as AllocationPlan;
}

function siteNamed(plan: AllocationPlan, name: string): SitePlan {
  const site = plan.sites.find((one) => one.name === name);
  if (!site) throw new Error(`no site ${name}`);
  return site;
}

function costOf(plan: AllocationPlan, option: string): number | null | undefined {
  return plan.totals.costs.find((cost) => cost.option === option)?.cents;
}

describe('a plan of the real districts', () => {
  it('recommends Los Angeles 2,686 days a week over 997 sites, for $70,240,530', async () => {
    const plan = await planOf(losAngeles.admin, 'los-angeles-2025-26');
    expect(plan).toMatchObject({ schoolYear: '2025-26', unit: 'days', isOutsideYears: false });
    expect(plan.totals).toMatchObject({
      sites: 997,
      covered: 997,
      notCovered: 0,
      recommended: 2686,
      entitled: 0,
      purchased: 0,
      shortfall: 2686,
      fullTimeEquivalents: 537.2,
    });
    expect(costOf(plan, 'full-year')).toBe(7_024_053_000);
    const withTwoHundred = plan.sites.filter(({ pupils }) => pupils === 200);
    expect(withTwoHundred.map(({ recommended }) => recommended)).toEqual([1]);
    expect(plan.sites.reduce((sum, { recommended }) => sum + (recommended ?? 0), 0)).toBe(2686);
  });

  it('recommends 1,951 days over the 732 sites without the charter flag', async () => {
    const plan = await planOf(losAngeles.admin, 'los-angeles-2025-26', '&charter=false');
    expect(plan.totals).toMatchObject({ sites: 732, recommended: 1951 });
  });

  it('leaves out who is not served, and says so', async () => {
    const district = await districtOf(LOS_ANGELES_FILE);
    const rows = parse<Record<string, string>>(await readFile(LOS_ANGELES_FILE), { columns: true });
    const charters = rows.filter(({ charter }) => charter === 'True');
    const file = csvOf(
      charters.map((row) => ({
        'Site code': row['cds_code'] ?? '',
        Name: row['school'] ?? '',
        Served: 'no',
      })),
    );
    await load(app, district.admin, file, { kind: 'sites' });
    const plan = await planOf(district.admin, 'los-angeles-2025-26');
    expect(plan.totals).toMatchObject({ sites: 997, covered: 732, notCovered: 265, recommended: 1951 });
    const left = plan.sites.filter(({ notCovered }) => notCovered);
    expect(new Set(left.map(({ notCovered }) => notCovered?.code))).toEqual(new Set(['NOT_SERVED']));
    expect(left.every(({ recommended, shortfall }) => recommended === null && shortfall === null)).toBe(true);
  });

  it('gives Irvine 514 hours a week at 37 sites, $37,000 of stipends, and names the 8 others', async () => {
    const plan = await planOf(irvine.admin, 'irvine-2016-17');
    expect(plan.totals).toMatchObject({
      sites: 45,
      covered: 37,
      notCovered: 8,
      recommended: 514,
      entitled: 514,
      shortfall: 0,
      fullTimeEquivalents: 12.85,
      extrasCents: 3_700_000,
      costs: [],
    });
    const others = plan.sites.filter(({ notCovered }) => notCovered);
    expect(others.map(({ name, type, recommended }) => [name, type, recommended])).toEqual([
      ['Alternative Education-San Joaquin High', 'span', null],
      ['Creekside High', 'high', null],
      ['Irvine Adult Transition Programs', 'other', null],
      ['Irvine High', 'high', null],
      ['Northwood High', 'high', null],
      ['Portola High', 'high', null],
      ['University High', 'high', null],
      ['Woodbridge High', 'high', null],
    ]);
    for (const { type, notCovered } of others)
      expect(notCovered?.detail).toContain(type === 'high' ? 'not to high schools' : 'schools only');
  });

  it('says how many technicians there are beside how many it takes', async () => {
    const before = await planOf(irvine.admin, 'irvine-2016-17');
    expect(before.technicians).toEqual({ count: 0, fullTimeEquivalents: 0, gap: 12.85 });
    const homeSite = siteNamed(before, 'Irvine High').site;
    for (const weekdays of [
      [1, 2, 3, 4, 5],
      [1, 2],
    ])
      await irvine.admin
        .post('/technicians')
        .send({ name: 'Pat', homeSite, startsOn: '2025-09-01', weekdays })
        .expect(201);
    const { technicians } = await planOf(irvine.admin, 'irvine-2016-17');
    expect(technicians).toMatchObject({ count: 2, fullTimeEquivalents: 1.4 });
    expect(technicians.gap).toBeCloseTo(11.45);
    const { body } = await irvine.admin
      .get('/allocation/plan?model=irvine-2016-17&schoolYear=2024-25')
      .expect(200);
    expect((body as AllocationPlan).technicians.count).toBe(0);
  });

  it('applies each model to the other district', async () => {
    expect((await planOf(irvine.admin, 'los-angeles-2025-26')).totals).toMatchObject({
      covered: 45,
      recommended: 173,
    });
    expect((await planOf(losAngeles.admin, 'irvine-2016-17')).totals).toMatchObject({
      covered: 732,
      notCovered: 265,
      recommended: 9308,
      extrasCents: 73_200_000,
    });
  });

  it('says of a year whose pupils nobody has given that it cannot tell', async () => {
    const { body } = await irvine.admin
      .get('/allocation/plan?model=irvine-2016-17&schoolYear=2014-15')
      .expect(200);
    const plan = body as AllocationPlan;
    expect(plan.isOutsideYears).toBe(true);
    expect(plan.totals).toMatchObject({ covered: 0, recommended: 0 });
    expect(siteNamed(plan, 'Deerfield Elementary').notCovered?.code).toBe('NO_PUPILS');
  });

  it.each(['csv', 'xlsx', 'pdf'])('is a document as %s', async (format) => {
    const file = await download(
      irvine.admin,
      `allocation/plan/export/${format}?model=irvine-2016-17&schoolYear=2025-26`,
    );
    expect(file.length).toBeGreaterThan(1_000);
    if (format === 'csv') {
      const rows = parse<Record<string, string>>(file, { columns: true, bom: true });
      expect(rows).toHaveLength(45);
      expect(rows.find(({ Name }) => Name === 'Irvine High')).toMatchObject({
        'Recommended (hours a week)': '',
        'Not covered because': expect.stringContaining('not to high schools') as string,
      });
    }
    if (format === 'pdf') {
      const words = await textOf(file);
      expect(words).toContain(
        'The model covers 37 sites and does not cover 8. It recommends 514 hours a week',
      );
      expect(words).toContain('Extras: $37,000');
      expect(words).toContain('not to high schools: Creekside High, Irvine High, Northwood High');
    }
  });

  it('shows somebody of one site that site alone', async () => {
    const all = await planOf(irvine.admin, 'irvine-2016-17');
    const { site } = siteNamed(all, 'Deerfield Elementary');
    const principal = await app.user(irvine, 'site_staff', { sites: [site] });
    const own = await planOf(principal, 'irvine-2016-17');
    expect(own.sites.map(({ name }) => name)).toEqual(['Deerfield Elementary']);
    expect(own.totals.sites).toBe(1);
  });

  it.each([
    ['model=none&schoolYear=2025-26', 404, 'MODEL_NOT_FOUND'],
    ['model=irvine-2016-17&version=2&schoolYear=2025-26', 404, 'MODEL_NOT_FOUND'],
    ['model=irvine-2016-17&schoolYear=2025-27', 400, 'INVALID_INPUT'],
    ['model=irvine-2016-17', 400, 'INVALID_INPUT'],
  ])('refuses %s', async (query, status, code) => {
    const { body } = await irvine.admin.get(`/allocation/plan?${query}`);
    expect(body).toMatchObject({ status, code });
  });
});

describe('scenarios side by side', () => {
  it('compare two models in the unit of the first, by site and in sum', async () => {
    const { body } = await irvine.admin
      .post('/allocation/comparisons')
      .send({
        scenarios: [
          { model: 'irvine-2016-17', schoolYear: '2025-26' },
          { name: 'As in Los Angeles', model: 'los-angeles-2025-26', schoolYear: '2025-26' },
        ],
      })
      .expect(200);
    const { unit, scenarios, sites } = body as PlanComparison;
    expect(unit).toBe('hours');
    expect(scenarios.map(({ name, totals }) => [name, totals.recommended])).toEqual([
      ['Irvine 2016-17: standard hours by enrollment, 2025-26', 514],
      ['As in Los Angeles', 173],
    ]);
    // 948 pupils: 16 hours; 5 days, which are 40 hours.
    expect(sites.find(({ name }) => name === 'Cypress Village Elementary')).toMatchObject({
      recommended: [16, 40],
      shortfall: [0, 40],
      change: 24,
    });
    expect(sites.find(({ name }) => name === 'Irvine High')).toMatchObject({
      recommended: [null, 40],
      change: null,
    });
  });

  it('try out other bands and keep nothing; bands with a gap are refused and named', async () => {
    const scenario = { model: 'los-angeles-2025-26', schoolYear: '2025-26' };
    const bands = (from: number): object[] => [
      {
        types: ['elementary', 'middle', 'k8', 'high', 'span', 'other'],
        fromPupils: 0,
        toPupils: 500,
        amount: 2,
      },
      { types: ['elementary', 'middle', 'k8', 'high', 'span', 'other'], fromPupils: from, amount: 5 },
    ];
    const compare = (from: number) =>
      irvine.admin
        .post('/allocation/comparisons')
        .send({ scenarios: [scenario, { ...scenario, bands: bands(from) }] });
    const { body } = await compare(501).expect(200);
    const rows = parse<{ enrollment: string }>(await readFile(IRVINE_FILE), { columns: true });
    const byHand = rows.reduce((sum, { enrollment }) => sum + (Number(enrollment) > 500 ? 5 : 2), 0);
    expect((body as PlanComparison).scenarios.map(({ totals }) => totals.recommended)).toEqual([173, byHand]);
    expect((await planOf(irvine.admin, 'los-angeles-2025-26')).totals.recommended).toBe(173);
    const { body: refused } = await compare(502).expect(400);
    expect((refused as { errors: { field: string; detail: string }[] }).errors[0]).toMatchObject({
      field: 'scenarios[1].bands',
      detail: 'The bands of type elementary leave out 501 enrolled students.',
    });
  });
});

describe('a model of a district’s own', () => {
  const model = (more: object = {}): Record<string, unknown> => ({ ...newModel(), ...more });
  const bands = (...edges: [number, number | null, number][]): object[] =>
    edges.map(([fromPupils, toPupils, amount]) => ({ types: ['high'], fromPupils, toPupils, amount }));

  it('is versioned: a plan keeps to the version it names', async () => {
    const key = 'ours';
    await irvine.admin
      .post('/allocation/models')
      .send(model({ key, bands: bands([0, null, 2]) }))
      .expect(201);
    await irvine.admin
      .put(`/allocation/models/${key}`)
      .set('if-match', '"1"')
      .send({ ...model({ bands: bands([0, 99, 1], [100, null, 2.5]) }), key: undefined })
      .expect(200)
      .expect('etag', '"2"');
    const [first, second] = [await planOf(irvine.admin, key, '&version=1'), await planOf(irvine.admin, key)];
    // Six high schools, one of 73 pupils.
    expect(first.totals).toMatchObject({ covered: 6, recommended: 12 });
    expect(second.totals).toMatchObject({ covered: 6, recommended: 13.5 });
    const { body } = await irvine.admin.get('/allocation/models?limit=2').expect(200);
    const { items, nextCursor } = body as { items: { key: string; version: number }[]; nextCursor: string };
    expect(items.map((line) => [line.key, line.version])).toEqual([
      ['irvine-2016-17', 1],
      ['los-angeles-2025-26', 1],
    ]);
    const { body: next } = await irvine.admin
      .get(`/allocation/models?limit=2&cursor=${nextCursor}`)
      .expect(200);
    expect((next as { items: { key: string; version: number }[] }).items).toMatchObject([
      { key, version: 2 },
    ]);
    await losAngeles.admin.get(`/allocation/models/${key}`).expect(404);
  });

  it.each<[string, object, string, string]>([
    ['a gap', { bands: bands([0, 99, 1], [150, null, 2]) }, 'bands', 'leave out 100 to 149 enrolled'],
    ['an overlap', { bands: bands([0, 99, 1], [90, null, 2]) }, 'bands', 'two bands for 90 to 99 enrolled'],
    ['an end', { bands: bands([0, 99, 1]) }, 'bands', 'leave out 100 enrolled students and more.'],
    [
      'a band that ends before it begins',
      { bands: bands([0, 99, 1], [100, 50, 2]) },
      'bands[1].toPupils',
      'begins at 100 enrolled students, but ends at 50.',
    ],
    [
      'a type that is left out and has bands',
      { exclusions: [{ types: ['high'], reason: 'none' }] },
      'exclusions[0].types',
      'Type high has bands, so it cannot be excluded.',
    ],
    [
      'an option that ends before it begins',
      { options: [{ key: 'a', name: 'A', from: '06-30', to: '07-01', prices: [{ amount: 1, cents: 1 }] }] },
      'options[0].to',
      'The option a ends on 07-01, before it begins on 06-30.',
    ],
  ])('with %s is refused', async (_, more, field, words) => {
    const { body } = await irvine.admin.post('/allocation/models').send(model(more)).expect(400);
    expect(body).toMatchObject({ code: 'MODEL_UNUSABLE' });
    const detail = expect.stringContaining(words) as string;
    expect((body as { errors: object[] }).errors).toContainEqual(expect.objectContaining({ field, detail }));
  });

  it.each([
    [
      'a day',
      { options: [{ key: 'a', name: 'A', from: '07-01', to: '02-30', prices: [{ amount: 1, cents: 1 }] }] },
      { field: 'options.0.to', detail: 'to must be a month and a day that exist, such as 07-17' },
    ],
    [
      'a school year',
      { firstYear: '2025-27' },
      { field: 'firstYear', detail: 'firstYear must be a school year such as 2025-26' },
    ],
  ])('with %s that does not exist is refused', async (_, more, error) => {
    const { body } = await irvine.admin.post('/allocation/models').send(model(more)).expect(400);
    expect((body as { errors: object[] }).errors).toEqual([expect.objectContaining(error)]);
  });

  it('with half a quarter of an hour, or without a source, is refused', async () => {
    for (const more of [{ bands: bands([0, null, 0.3]) }, { source: '' }, { bands: [] }])
      await irvine.admin.post('/allocation/models').send(model(more)).expect(400);
  });

  it('takes no key that is taken, changes no ready-made one, and lets one of two at once go on', async () => {
    await irvine.admin
      .post('/allocation/models')
      .send(model({ key: 'raced' }))
      .expect(201);
    for (const key of ['raced', 'irvine-2016-17']) {
      const { body } = await irvine.admin.post('/allocation/models').send(model({ key })).expect(409);
      expect(body).toMatchObject({ code: 'MODEL_KEY_TAKEN' });
    }
    const revise = (key: string, version: string) =>
      irvine.admin
        .put(`/allocation/models/${key}`)
        .set('if-match', version)
        .send({ ...model(), key: undefined });
    await revise('los-angeles-2025-26', '"1"').expect(409);
    const answers = await Promise.all(Array.from({ length: 6 }, () => revise('raced', '"1"')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412, 412, 412]);
  });
});

describe('what a site is given besides its model', () => {
  it('stands in its revisions, counts in the plan, and can be taken back', async () => {
    const before = await planOf(losAngeles.admin, 'los-angeles-2025-26');
    const { siteId, recommended } = before.sites[0] as SitePlan;
    const path = `/allocation/sites/${siteId}/entitlements`;
    const give = (amount: number | null, revision: number) =>
      losAngeles.admin
        .put(`${path}/2025-26`)
        .set('if-match', `"${revision}"`)
        .send({ unit: 'hours', amount, note: 'the board' });
    await give(8, 0).expect(200);
    const during = (await planOf(losAngeles.admin, 'los-angeles-2025-26')).sites[0];
    expect(during).toMatchObject({ entitled: 1, shortfall: Math.max(0, (recommended ?? 0) - 1) });
    await give(8, 0).expect(412);
    await give(null, 1).expect(200);
    expect((await planOf(losAngeles.admin, 'los-angeles-2025-26')).totals.entitled).toBe(0);
    const { body } = await losAngeles.admin.get(path).expect(200);
    expect((body as { items: object[] }).items).toMatchObject([
      { revision: 2, amount: null },
      { revision: 1, amount: 8, unit: 'hours', schoolYear: '2025-26' },
    ]);
    await losAngeles.admin.put(`${path}/2025-26`).send({ unit: 'days', amount: 0.3 }).expect(400);
    await irvine.admin.get(path).expect(404);
  });
});
