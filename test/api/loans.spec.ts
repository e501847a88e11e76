import { type TestApp, testApp, type TestUser } from '../support/app.js';
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
  personId: string;
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
    const [loan] = await loans('&grade=05');
    expect(loan).toMatchObject({ siteName: expect.any(String), personSiteName: expect.any(String) });
    expect((await loans(`&person=${loan?.personId}`)).map(({ externalId }) => externalId)).toEqual([
      loan?.externalId,
    ]);
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

describe('a student of another site', () => {
  /** Everything that a technician of A could read about a loan. */
  const seenBy = async (by: TestUser): Promise<LoanJson[]> =>
    ((await by.get('/loans?limit=200').expect(200)).body as { items: LoanJson[] }).items;

  interface LoanJson extends Loan {
    deviceId: string;
    givenName: string | null;
    grade: string | null;
  }

  let tech: TestUser;

  beforeAll(async () => {
    tech = await app.user(here.district, 'technician', { sites: ['A'] });
    await here.person('far-1', { site: 'B', grade: '07', familyName: 'Faraway', email: 'far@test.example' });
    await here.person('near-1', { site: 'A', grade: '07', familyName: 'Nearby' });
    await here.person('staff-1', { site: 'B', role: 'staff', familyName: 'Teacher' });
    await here.person('nowhere-1', { familyName: 'Nowhere' });
  });

  it.each(['far-1', 'FAR@test.example', 'nowhere-1'])(
    'cannot be lent a device by a technician, by no route, and is told apart from nobody in no answer: %s',
    async (holder) => {
      const { id, assetTag } = await here.add();
      const [{ id: otherId, assetTag: otherTag }, unknown] = [await here.add(), 'nobody-1'];
      const problems = async (device: string, person: string): Promise<unknown> => {
        const { body } = await tech
          .patch(`/devices/${device}`)
          .set('if-match', '*')
          .send({ status: 'deployed', holder: person })
          .expect(400);
        return (body as { errors: unknown }).errors;
      };
      expect(await problems(id, holder)).toEqual(await problems(otherId, unknown));
      const made = { assetTag: `FAR-${holder}`, manufacturer: 'Dell', model: 'X', kind: 'laptop', site: 'A' };
      await tech
        .post('/devices')
        .send({ ...made, status: 'deployed', holder })
        .expect(400);
      const { results } = await here.batch([{ assetTag, status: 'deployed', holder }], tech);
      expect(results).toMatchObject([{ outcome: 'refused', code: 'UNKNOWN_PERSON' }]);
      const scans = [
        scanOf(assetTag ?? '', 'deploy', { site: 'A', person: holder }),
        scanOf(otherTag ?? '', 'deploy', { site: 'A', person: unknown }),
      ];
      const [far, nobody] = await sendScans(tech, scans);
      expect(far).toMatchObject({ code: 'UNKNOWN_PERSON' });
      expect(far?.outcome).not.toBe('applied');
      expect({ ...far, index: 0, id: '', deviceId: '' }).toEqual({
        ...nobody,
        index: 0,
        id: '',
        deviceId: '',
      });
    },
  );

  it('does not keep a technician from lending to students of the site, and to staff of any', async () => {
    for (const holder of ['near-1', 'staff-1']) {
      const { id } = await here.add();
      await here.change(id, { status: 'deployed', holder }, 200, tech);
      const loan = (await seenBy(tech)).find(({ deviceId }) => deviceId === id);
      expect(loan).toMatchObject({ externalId: holder });
    }
  });

  it('is not named to a technician where the office lent across sites, nor logged as read; the device is listed', async () => {
    const { id } = await here.add();
    await here.change(id, { status: 'deployed', holder: 'far-1' });
    const loan = (await seenBy(tech)).find(({ deviceId }) => deviceId === id);
    expect(loan).toMatchObject({
      externalId: null,
      givenName: null,
      familyName: null,
      grade: null,
      personSite: 'B',
    });
    for (const path of ['/loans?grade=07', '/devices?q=Faraway']) {
      expect((await here.admin.get(path).expect(200)).text).toContain(id);
      expect((await tech.get(path).expect(200)).text).not.toContain(id);
    }
    const [read] = await app.source.query<{ people: string[] }[]>(
      `SELECT array_agg(DISTINCT p) AS people FROM name_readings r, jsonb_array_elements_text(r.what -> 'people') p
        WHERE r.district_id = $1 AND r.account_id = $2`,
      [here.district.id, tech.scope.accountId],
    );
    const { body } = await here.admin.get('/people?text=Faraway').expect(200);
    const far = (body as { items: { id: string }[] }).items[0]?.id;
    expect(far).toBeTruthy();
    expect(read?.people ?? []).not.toContain(far);
    expect(await seenBy(here.admin)).toContainEqual(
      expect.objectContaining({ deviceId: id, externalId: 'far-1', familyName: 'Faraway' }),
    );
  });
});
