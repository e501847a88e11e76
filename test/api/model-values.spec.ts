import type { ModelView } from '../../src/catalogue/catalogue.service.js';
import type { AssessmentDetail } from '../../src/salvage/assessment/assessments.queries.js';
import { type TestApp, testApp } from '../support/app.js';
import { daysAgo, type Problem, register, type Register } from '../support/devices.js';

const GOOD = { powersOn: 'yes', battery: 'good', screen: 'good', input: 'works' };
const SALE = { valueCents: 4_000, valueSource: 'Sale to E-Waste Inc., May 2026' };

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
});

beforeEach(async () => {
  here = await register(app);
});

afterAll(() => app.close());

const model = async (body: object = {}): Promise<ModelView> =>
  (
    await here.admin
      .post('/models')
      .send({
        manufacturer: 'Acer',
        name: 'Chromebook 999',
        kind: 'chromebook',
        platform: 'chromeos',
        ...body,
      })
      .expect(201)
  ).body as ModelView;

const change = (id: string, body: object) =>
  here.admin.patch(`/models/${id}`).set('if-match', '*').send(body);

/** An assessed Chromebook of six years, whose price may be unknown. */
async function assessed(more: object = {}): Promise<AssessmentDetail> {
  const { id } = await here.add({
    manufacturer: 'Acer',
    model: 'Chromebook 999',
    kind: 'chromebook',
    purchasedOn: daysAgo(2_200),
    ...more,
  });
  await here.change(id, { status: 'retired' });
  const { body } = await here.admin.post('/assessments').send({ deviceId: id, answers: GOOD }).expect(201);
  return body as AssessmentDetail;
}

describe('the value of a model', () => {
  it('is stored with its source, and is taken back as a whole', async () => {
    const { id, ...fresh } = await model(SALE);
    expect(fresh).toMatchObject(SALE);
    const { body } = await change(id, { valueCents: null }).expect(200);
    expect(body).toMatchObject({ valueCents: null, valueSource: null, version: 2 });
  });

  it.each([[{ valueCents: 4_000 }], [{ valueCents: 4_000, valueSource: null }]])(
    'is refused without a source: %j',
    async (body) => {
      const { id } = await model();
      const answer = await change(id, body).expect(400);
      expect((answer.body as Problem).errors).toMatchObject([{ field: 'valueSource', code: 'MISSING' }]);
      const made = await here.admin
        .post('/models')
        .send({ manufacturer: 'Acer', name: 'Other', kind: 'chromebook', platform: 'chromeos', ...body });
      expect(made.status).toBe(400);
    },
  );

  it('keeps its source when only the amount changes', async () => {
    const { id } = await model(SALE);
    const { body } = await change(id, { valueCents: 3_500 }).expect(200);
    expect(body).toMatchObject({ valueCents: 3_500, valueSource: SALE.valueSource });
  });

  it('overrides the curve in assessments, also without a price, and says so', async () => {
    const { id } = await model();
    const before = await assessed({ costCents: 40_000 });
    // Six years: a third of the way down from 7% to 2%.
    expect(before.facts).toMatchObject({ isValueOfModel: false });
    expect(before.valueCents).toBeLessThan(2_800);
    expect(before.recommendation).toBe('donate');
    await change(id, { valueCents: 6_000, valueSource: SALE.valueSource }).expect(200);
    for (const costCents of [40_000, undefined]) {
      const { facts, valueCents, recommendation } = await assessed({ costCents });
      expect(facts).toMatchObject({ isValueOfModel: true, valueSource: SALE.valueSource });
      // A value of $60 is above the $50 up to which old devices are donated.
      expect([valueCents, recommendation]).toEqual([6_000, 'sell']);
    }
    const kept = (await here.admin.get(`/assessments/${before.id}`).expect(200)).body as AssessmentDetail;
    expect(kept.valueCents).toBe(before.valueCents);
  });
});
