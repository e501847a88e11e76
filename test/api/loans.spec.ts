import { type TestApp, testApp } from '../support/app.js';
import { daysAgo, register, type Register } from '../support/devices.js';
import { scanOf, sendScans } from '../support/scans.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
});

afterAll(() => app.close());

interface Loan {
  assetTag: string;
  externalId: string;
  familyName: string;
  dueOn: string | null;
  personSite: string | null;
}

async function loans(query = ''): Promise<Loan[]> {
  const { body } = await here.admin.get(`/loans?limit=200${query}`).expect(200);
  return (body as { items: Loan[] }).items;
}

describe('loans in bulk', () => {
  const pupils = Array.from({ length: 30 }, (_, i) => `p-${i}`);
  const tags: string[] = [];

  beforeAll(async () => {
    for (const [i, id] of pupils.entries())
      await here.person(id, { grade: i < 10 ? '05' : '06', site: i === 29 ? 'B' : 'A' });
    const { results } = await here.batch(
      pupils.map((_, i) => ({
        assetTag: `LOAN-${i}`,
        manufacturer: 'HP',
        model: 'Chromebook 11 G9',
        kind: 'chromebook',
        site: 'A',
      })),
    );
    expect(results.every(({ outcome }) => outcome === 'added')).toBe(true);
    tags.push(...pupils.map((_, i) => `LOAN-${i}`));
  });

  it('are handed out by scanning person and device in turn', async () => {
    const scans = tags.map((tag, i) =>
      scanOf(tag, 'deploy', { site: 'A', person: pupils[i], dueOn: i < 5 ? daysAgo(-1) : '2099-06-11' }),
    );
    const results = await sendScans(here.admin, scans);
    expect(results.map(({ outcome }) => outcome)).toEqual(tags.map(() => 'applied'));
    expect(await loans()).toHaveLength(30);
  });

  it('say who has not brought back what, by day, grade and site', async () => {
    const due = await loans(`&dueBy=${daysAgo(-1)}`);
    expect(due.map(({ assetTag }) => assetTag).toSorted()).toEqual([
      'LOAN-0',
      'LOAN-1',
      'LOAN-2',
      'LOAN-3',
      'LOAN-4',
    ]);
    expect(due[0]).toMatchObject({ familyName: expect.stringMatching(/^Of p-/), dueOn: daysAgo(-1) });
    expect(await loans('&grade=05')).toHaveLength(10);
    expect(await loans('&site=B')).toEqual([]);
  });

  it('are taken back in one go, each once', async () => {
    const back = tags.slice(0, 20).map((tag) => scanOf(tag, 'return', { site: 'A', room: 'Stock' }));
    expect((await sendScans(here.admin, back)).every(({ outcome }) => outcome === 'applied')).toBe(true);
    expect(await loans()).toHaveLength(10);
    expect(await here.differences()).toEqual([]);
  });

  it('list holders who have left, and those who are at another site now', async () => {
    expect((await loans('&holder=moved')).map(({ externalId }) => externalId)).toEqual(['p-29']);
    const { body } = await here.admin.get('/people?text=p-28').expect(200);
    const [person] = (body as { items: { id: string }[] }).items;
    await here.admin
      .patch(`/people/${person?.id}`)
      .set('if-match', '*')
      .send({ leftOn: daysAgo(2) })
      .expect(200);
    expect((await loans('&holder=left')).map(({ externalId }) => externalId)).toEqual(['p-28']);
  });

  it('page without a gap, and show nothing of a site out of reach', async () => {
    const seen = new Set<string>();
    let cursor = '';
    do {
      const { body } = await here.admin.get(`/loans?limit=3${cursor}`).expect(200);
      const page = body as { items: Loan[]; nextCursor: string | null };
      for (const { assetTag } of page.items) seen.add(assetTag);
      cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
    } while (cursor !== '');
    expect(seen.size).toBe(10);
    const other = await app.user(here.district, 'technician', { sites: ['B'] });
    expect(((await other.get('/loans').expect(200)).body as { items: [] }).items).toEqual([]);
    await (await app.user(here.district, 'site_staff', { sites: ['A'] })).get('/loans').expect(403);
  });
});
