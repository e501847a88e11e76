import { testApp, type TestApp, type TestDistrict } from '../support/app.js';

const YEAR = {
  startsOn: '2026-08-12',
  endsOn: '2026-08-28',
  closures: [{ name: 'Heat', from: '2026-08-20', to: '2026-08-21' }],
};

let app: TestApp;
let district: TestDistrict;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
  district = await app.district();
});

afterAll(() => app.close());

describe('a school calendar', () => {
  it('is empty until it is entered, and then counts its school days', async () => {
    const { admin } = district;
    const empty = await admin.get('/school-calendars/2026-27').expect(200);
    expect(empty.headers['etag']).toBe('"0"');
    expect(empty.body).toMatchObject({ startsOn: null, endsOn: null, closures: [], schoolDays: 0 });
    const { body } = await admin
      .put('/school-calendars/2026-27')
      .set('if-match', '"0"')
      .send(YEAR)
      .expect(200);
    expect(body).toEqual({ schoolYear: '2026-27', ...YEAR, schoolDays: 11, version: 1 });
    expect((await admin.get('/school-calendars/2026-27').expect(200)).body).toEqual(body);
    const { body: other } = await (await app.district()).admin.get('/school-calendars/2026-27').expect(200);
    expect(other).toMatchObject({ startsOn: null, version: 0 });
  });

  it('is replaced by whoever read it last', async () => {
    const { admin } = district;
    const put = (version: string, body: object): ReturnType<typeof admin.put> =>
      admin.put('/school-calendars/2027-28').set('if-match', version).send(body);
    const days = { startsOn: '2027-08-11', endsOn: '2028-06-08' };
    await put('"1"', days).expect(412);
    await put('"0"', days).expect(200);
    await put('"0"', days).expect(412);
    const answers = await Promise.all(Array.from({ length: 10 }, () => put('"1"', days)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(9).fill(412)]);
  });

  it.each<[string, string, object, string]>([
    ['a last day before the first', '2028-29', { startsOn: '2028-09-01', endsOn: '2028-08-01' }, 'endsOn'],
    ['days of another year', '2028-29', { startsOn: '2027-09-01', endsOn: '2028-06-01' }, 'startsOn'],
    ['a last day in the next year', '2028-29', { startsOn: '2028-09-01', endsOn: '2029-07-01' }, 'startsOn'],
    [
      'a closure that ends before it begins',
      '2026-27',
      { ...YEAR, closures: [{ name: 'A', from: '2026-08-21', to: '2026-08-20' }] },
      'closures[0]',
    ],
    [
      'a closure in the summer',
      '2026-27',
      { ...YEAR, closures: [{ name: 'A', from: '2026-08-01', to: '2026-08-20' }] },
      'closures[0]',
    ],
    ['a school year that is none', '2026-28', YEAR, 'schoolYear'],
  ])('with %s is refused', async (_, year, body, field) => {
    const answer = await district.admin
      .put(`/school-calendars/${year}`)
      .set('if-match', '*')
      .send(body)
      .expect(400);
    expect((answer.body as { errors: { field: string }[] }).errors.map((error) => error.field)).toContain(
      field,
    );
  });
});
