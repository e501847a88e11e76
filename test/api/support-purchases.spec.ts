import { parse } from 'csv-parse/sync';
import type { PurchaseDetail, PurchaseView } from '../../src/allocation/purchases/purchases.queries.js';
import type { AllocationPlan } from '../../src/allocation/plans/plans.service.js';
import { testApp, type TestApp, type TestDistrict, type TestUser } from '../support/app.js';
import { fileOf } from '../support/exports.js';
import { textOf } from '../support/pdf-text.js';

const MODEL = 'los-angeles-2025-26';
const DRAFT = {
  site: 'A1',
  schoolYear: '2025-26',
  model: MODEL,
  option: 'full-year',
  amount: 2,
  payer: 'site',
};

let app: TestApp;
let district: TestDistrict;
let principal: TestUser;
let its: TestUser;
let stranger: TestUser;

beforeAll(async () => {
  app = await testApp();
  district = await app.district();
  for (const [code, type] of [
    ['A1', 'elementary'],
    ['B2', 'high'],
    ['REGION', 'office'],
  ] as const) {
    const { body } = await district.admin
      .post('/sites')
      .send({ code, name: `Site ${code}`, type })
      .expect(201);
    const { id } = body as { id: string };
    await district.admin.put(`/sites/${id}/pupils/2025-26`).send({ pupils: 450 }).expect(200);
  }
  principal = await app.user(district, 'site_staff', { sites: ['A1'] });
  stranger = await app.user(district, 'site_staff', { sites: ['B2'] });
  its = await app.user(district, 'its');
});

afterAll(() => app.close());

async function drafted(user: TestUser, more: object = {}): Promise<PurchaseDetail> {
  const { body } = await user
    .post('/allocation/purchases')
    .send({ ...DRAFT, ...more })
    .expect(201);
  return body as PurchaseDetail;
}

const step = (user: TestUser, { id, version }: PurchaseView, state: string, more: object = {}) =>
  user
    .post(`/allocation/purchases/${id}/steps`)
    .set('if-match', `"${version}"`)
    .send({ state, ...more });

async function taken(
  user: TestUser,
  purchase: PurchaseView,
  state: string,
  more: object = {},
): Promise<PurchaseDetail> {
  const { body } = await step(user, purchase, state, more).expect(200);
  return body as PurchaseDetail;
}

async function planned(site: string): Promise<AllocationPlan['sites'][number] | undefined> {
  const { body } = await its.get(`/allocation/plan?model=${MODEL}&schoolYear=2025-26`).expect(200);
  return (body as AllocationPlan).sites.find((one) => one.site === site);
}

describe('a request for help', () => {
  it('goes from draft to encumbered, and is known by who did what when', async () => {
    const draft = await drafted(principal, { note: 'room 12' });
    expect(draft).toMatchObject({
      state: 'draft',
      priceCents: 5_230_100,
      optionName: 'Full year, A basis',
      startsOn: '2025-07-01',
      endsOn: '2026-06-30',
      unit: 'days',
      amount: 2,
      version: 1,
    });
    expect(await planned('A1')).toMatchObject({ purchased: 0, requested: 0, shortfall: 3 });
    const submitted = await taken(principal, draft, 'submitted');
    expect(await planned('A1')).toMatchObject({ purchased: 0, requested: 2, shortfall: 3 });
    const approved = await taken(its, submitted, 'approved');
    expect(await planned('A1')).toMatchObject({ purchased: 2, requested: 0, shortfall: 1 });
    const { body: refused } = await step(its, approved, 'encumbered').expect(400);
    expect(refused).toMatchObject({ errors: [{ field: 'accountString', code: 'ACCOUNT_MISSING' }] });
    const done = await taken(its, approved, 'encumbered', { accountString: '010-0000-0-1110-1000-5800-A1' });
    expect(done).toMatchObject({
      state: 'encumbered',
      accountString: '010-0000-0-1110-1000-5800-A1',
      version: 4,
    });
    expect(done.steps.map(({ state, takenBy }) => [state, takenBy])).toEqual([
      ['draft', principal.scope.accountId],
      ['submitted', principal.scope.accountId],
      ['approved', its.scope.accountId],
      ['encumbered', its.scope.accountId],
    ]);
    const cancelled = await taken(its, done, 'cancelled', { note: 'the school closes' });
    expect(cancelled.steps.at(-1)).toMatchObject({ state: 'cancelled', note: 'the school closes' });
    expect(await planned('A1')).toMatchObject({ purchased: 0, shortfall: 3 });
  });

  it('may be for a full-time technician, by an office, as a gift, or for the summer', async () => {
    const full = await drafted(its, { site: 'REGION', amount: undefined, fullTime: true });
    expect(full).toMatchObject({ amount: 5, priceCents: 13_075_300, site: 'REGION' });
    const gift = await drafted(its, { site: 'B2', amount: 1, payer: 'gift', payerName: 'PTA of Site B2' });
    const summer = await drafted(its, { site: 'B2', option: 'summer', amount: 5 });
    expect(summer).toMatchObject({ priceCents: 562_700, startsOn: '2025-07-01', endsOn: '2025-07-16' });
    for (const one of [gift, summer]) await taken(its, await taken(its, one, 'submitted'), 'approved');
    expect(await planned('B2')).toMatchObject({
      purchased: 1,
      purchasedForPart: 5,
      purchasedBy: [
        { payer: 'site', amount: 0 },
        { payer: 'categorical', amount: 0 },
        { payer: 'gift', amount: 1 },
      ],
      shortfall: 2,
    });
  });

  it('keeps the price of its time, whatever the model says later', async () => {
    const model = (cents: number): object => ({
      name: 'Ours',
      unit: 'days',
      bands: [{ types: ['elementary'], fromPupils: 0, amount: 1 }],
      options: [{ key: 'year', name: 'Year', from: '07-01', to: '06-30', prices: [{ amount: 1, cents }] }],
      source: 'a board',
      sourceDate: '2026-01-01',
    });
    await its
      .post('/allocation/models')
      .send({ key: 'ours', ...model(100) })
      .expect(201);
    const early = await taken(
      principal,
      await drafted(principal, { model: 'ours', option: 'year', amount: 1 }),
      'submitted',
    );
    const draft = await drafted(principal, { model: 'ours', option: 'year', amount: 1 });
    await its.put('/allocation/models/ours').set('if-match', '"1"').send(model(250)).expect(200);
    const { body } = await its.get(`/allocation/purchases/${early.id}`).expect(200);
    expect(body).toMatchObject({ priceCents: 100, modelVersion: 1 });
    const { body: again } = await principal
      .patch(`/allocation/purchases/${draft.id}`)
      .set('if-match', '"1"')
      .send({ model: 'ours', option: 'year', amount: 1, payer: 'categorical', payerName: 'Title I' })
      .expect(200);
    expect(again).toMatchObject({ priceCents: 250, modelVersion: 2, payer: 'categorical', version: 2 });
    await principal
      .patch(`/allocation/purchases/${early.id}`)
      .set('if-match', '*')
      .send({ model: 'ours', option: 'year', amount: 1, payer: 'site' })
      .expect(409);
  });

  it('is decided once, however many decide at once', async () => {
    const submitted = await taken(principal, await drafted(principal), 'submitted');
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => step(its, submitted, 'approved')),
      step(principal, submitted, 'cancelled'),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412, 412]);
    const { body } = await its.get(`/allocation/purchases/${submitted.id}`).expect(200);
    expect((body as PurchaseDetail).steps).toHaveLength(3);
  });

  it('is approved, given back and charged by ITS alone, and given back with a reason', async () => {
    const submitted = await taken(principal, await drafted(principal), 'submitted');
    await step(principal, submitted, 'approved').expect(403);
    await step(its, submitted, 'draft').expect(400);
    const back = await taken(its, submitted, 'draft', { note: 'one day is enough' });
    expect(back.state).toBe('draft');
    await step(its, back, 'approved').expect(409);
    const cancelled = await taken(principal, back, 'cancelled');
    const { body } = await step(its, cancelled, 'draft', { note: 'no' }).expect(409);
    expect((body as { detail: string }).detail).toContain('It can become nothing else.');
  });

  it('is another site’s to nobody', async () => {
    const draft = await drafted(principal);
    await stranger.get(`/allocation/purchases/${draft.id}`).expect(404);
    await step(stranger, draft, 'submitted').expect(404);
    await stranger.post('/allocation/purchases').send(DRAFT).expect(400);
    const { body } = await stranger.get('/allocation/purchases?limit=200').expect(200);
    expect((body as { items: PurchaseView[] }).items.filter(({ site }) => site !== 'B2')).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['an unknown site', { site: 'NONE' }, 'UNKNOWN_SITE'],
    ['an unknown option', { option: 'winter' }, 'UNKNOWN_OPTION'],
    ['an option of a model that sells nothing', { model: 'irvine-2016-17' }, 'UNKNOWN_OPTION'],
    ['no amount', { amount: undefined }, 'AMOUNT_MISSING'],
    ['an amount and a full time', { fullTime: true }, 'AMOUNT_MISSING'],
    ['an amount without a price', { amount: 2.5 }, 'NO_PRICE'],
    ['a gift of nobody', { payer: 'gift' }, 'GIVER_MISSING'],
    ['a school year that is none', { schoolYear: '2025-27' }, 'IS_SCHOOL_YEAR'],
  ])('with %s is refused', async (_, more, code) => {
    const { body } = await its
      .post('/allocation/purchases')
      .send({ ...DRAFT, ...more })
      .expect(400);
    expect((body as { errors: object[] }).errors).toContainEqual(expect.objectContaining({ code }));
  });

  it('is a form to sign, and the list is a file with the accounts that are charged', async () => {
    const draft = await drafted(principal, { accountString: '=SUM(A1)', note: 'für Zimmer 12' });
    const form = await fileOf(principal.get(`/allocation/purchases/${draft.id}/form.pdf`));
    const words = await textOf(form);
    for (const text of [
      'IT support request',
      'Site A1 (A1)',
      '2 days a week',
      '$52,301 (los-angeles-2025-26, version 1)',
      'für Zimmer 12',
      'Date',
    ])
      expect(words).toContain(text);
    const csv = await fileOf(its.get('/allocation/purchases?site=A1&state=draft&format=csv'));
    const rows = parse<Record<string, string>>(csv, { columns: true, bom: true });
    expect(rows.find(({ Id }) => Id === draft.id)).toMatchObject({ Account: `'=SUM(A1)`, Price: '52301.00' });
  });
});
