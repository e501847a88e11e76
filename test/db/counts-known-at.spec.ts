import { type TestApp, testApp } from '../support/app.js';
import { type CountsJson, freshTag, LATITUDE, register, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
});

afterAll(() => app.close());

const known = (asked: CountsJson): Promise<CountsJson> =>
  here.count(`groupBy=site,status&knownAt=${encodeURIComponent(asked.knownAt)}`);

describe('counts as they were known', () => {
  it('are asked for again with the same answer while fifty others write', async () => {
    let isOver = false;
    const asked: CountsJson[] = [];
    const writers = Array.from({ length: 50 }, async () => {
      for (let i = 0; i < 6; i++) await here.batch([{ assetTag: freshTag(), ...LATITUDE, site: i % 2 ? 'A' : 'B' }]);
    });
    const reader = (async () => {
      while (!isOver) asked.push(await here.count('groupBy=site,status'));
    })();
    await Promise.all(writers);
    isOver = true;
    await reader;
    const totals = asked.map(({ total }) => total);
    const during = await Promise.all(asked.map(async (counts) => (await known(counts)).total));
    expect(during).toEqual(totals);
    await app.fold();
    const after = await Promise.all(asked.map(async (counts) => (await known(counts)).groups));
    expect(after).toEqual(asked.map(({ groups }) => groups));
    expect(new Set(totals).size).toBeGreaterThan(2);
  });
});
