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

describe('six hundred loans in June', () => {
  const LOANS = 600;
  const tag = (n: number): string => `JUNE-${n}`;
  /** Scans of one person, one every twelve seconds, the last of them now. */
  const hourOf = (tags: string[]): object[] =>
    tags.map((code, i) =>
      scanOf(code, 'return', {
        site: 'A',
        room: 'Stock',
        scannedAt: new Date(Date.now() - (tags.length - i) * 12_000).toISOString(),
      }),
    );

  it('are taken back by two people at once, who both scan some of them, each once', async () => {
    const june = await register(app);
    const numbers = Array.from({ length: LOANS }, (_, i) => i);
    for (let first = 0; first < LOANS; first += 20)
      await Promise.all(numbers.slice(first, first + 20).map((n) => june.person(`june-${n}`)));
    await june.batch(
      numbers.map((n) => ({
        assetTag: tag(n),
        manufacturer: 'HP',
        model: 'Chromebook 11 G9',
        kind: 'chromebook',
        site: 'A',
        status: 'deployed',
        holder: `june-${n}`,
        dueOn: daysAgo(0),
        effectiveOn: daysAgo(250),
      })),
    );
    const open = async (): Promise<number> =>
      (
        await app.source.query<{ n: number }[]>(
          `SELECT count(*)::int AS n FROM devices WHERE district_id = $1 AND person_id IS NOT NULL`,
          [june.district.id],
        )
      )[0]?.n ?? NaN;
    expect(await open()).toBe(LOANS);
    const people = await Promise.all(
      [0, 1].map(() => app.user(june.district, 'technician', { sites: ['A'] })),
    );
    // Ten were in both piles.
    const piles = [numbers.slice(0, 305), numbers.slice(295).toReversed()].map((pile) =>
      hourOf(pile.map(tag)),
    );
    const outcomes = await Promise.all(
      people.map(async (user, i) => {
        const pile = piles[i] ?? [];
        const results = [];
        for (let first = 0; first < pile.length; first += 50)
          results.push(...(await sendScans(user, pile.slice(first, first + 50))));
        return results.map(({ outcome }) => outcome);
      }),
    );
    expect(new Set(outcomes.flat())).toEqual(new Set(['applied']));
    expect(await open()).toBe(0);
    const [returned] = await app.source.query<{ devices: number; events: number }[]>(
      `SELECT count(DISTINCT device_id)::int AS devices, count(*)::int AS events FROM device_events
        WHERE district_id = $1 AND type <> 'entered' AND effective_at > now() - interval '2 hours'`,
      [june.district.id],
    );
    expect(returned).toEqual({ devices: LOANS, events: LOANS });
    expect(await june.differences()).toEqual([]);
  });
});
