import type { ModelView } from '../../src/catalogue/catalogue.service.js';
import { type TestApp, testApp } from '../support/app.js';
import { type Problem, register, type Register } from '../support/devices.js';

const WEIGHED = { weightGrams: 1_310, weightSource: 'Data sheet of Acer' };

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
});

beforeEach(async () => {
  here = await register(app);
});

afterAll(() => app.close());

const body = (more: object) => ({
  manufacturer: 'Acer',
  name: 'Chromebook 999',
  kind: 'chromebook',
  platform: 'chromeos',
  ...more,
});

const model = async (more: object = {}): Promise<ModelView> =>
  (await here.admin.post('/models').send(body(more)).expect(201)).body as ModelView;

const change = (id: string, said: object) =>
  here.admin.patch(`/models/${id}`).set('if-match', '*').send(said);

describe('the weight of a model', () => {
  it('is stored with its source, beside the value, and is taken back as a whole', async () => {
    const value = { valueCents: 4_000, valueSource: 'Sale' };
    const { id, ...fresh } = await model({ ...WEIGHED, ...value });
    expect(fresh).toMatchObject({ ...WEIGHED, ...value });
    const { body: without } = await change(id, { weightGrams: null }).expect(200);
    expect(without).toMatchObject({ weightGrams: null, weightSource: null, ...value, version: 2 });
    const { body: again } = await change(id, WEIGHED).expect(200);
    expect(again).toMatchObject({ ...WEIGHED, ...value });
    const { body: lighter } = await change(id, { weightGrams: 1_290 }).expect(200);
    expect(lighter).toMatchObject({ weightGrams: 1_290, weightSource: WEIGHED.weightSource });
  });

  it.each([[{ weightGrams: 1_310 }], [{ weightGrams: 1_310, weightSource: null }]])(
    'is refused without a source: %j',
    async (said) => {
      const { id } = await model();
      const answer = await change(id, said).expect(400);
      expect((answer.body as Problem).errors).toMatchObject([{ field: 'weightSource', code: 'MISSING' }]);
      await here.admin
        .post('/models')
        .send(body({ name: 'Other', ...said }))
        .expect(400);
      expect((await here.admin.get(`/models/${id}`).expect(200)).body).toMatchObject({ weightGrams: null });
    },
  );

  it('names each figure that has no source', async () => {
    const { id } = await model();
    const { body: problem } = await change(id, { weightGrams: 1_310, valueCents: 4_000 }).expect(400);
    expect((problem as Problem).errors.map(({ field }) => field)).toEqual(['valueSource', 'weightSource']);
  });

  it.each([0, -1, 1.5, 1_000_001])('cannot be %d grams', async (weightGrams) => {
    const { id } = await model();
    await change(id, { ...WEIGHED, weightGrams }).expect(400);
  });

  it.each([
    ['a weight without a source', `weight_grams = 1310`],
    ['a source of blanks', `weight_grams = 1310, weight_source = ' '`],
    ['a source without a weight', `weight_source = 'A scale'`],
    ['no grams', `weight_grams = 0, weight_source = 'A scale'`],
  ])('is never stored as %s', async (_, set) => {
    const { id } = await model();
    await expect(app.source.query(`UPDATE device_models SET ${set} WHERE id = $1`, [id])).rejects.toThrow(
      'device_models_weight_sourced',
    );
  });
});
