import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Response, Test } from 'supertest';
import { type TestApp, testApp } from '../support/app.js';
import { daysAgo, freshTag, LATITUDE, register, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp({});
});

beforeEach(async () => {
  here = await register(app);
});

afterAll(() => app.close());

const times = <T>(n: number, work: (i: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: n }, (_, i) => work(i)));

/** How many answers there were of each status, such as `200×1 412×19`. */
const tally = (answers: { status: number }[]): string => {
  const counts = new Map<number, number>();
  for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts]
    .map(([status, n]) => `${status}×${n}`)
    .toSorted()
    .join(' ');
};

async function asApplication(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: app.database.appUrl });
  await client.connect();
  return client;
}

describe('a race', () => {
  it('of twenty changes from one version has one winner and one event', async () => {
    const { id } = await here.add();
    const answers = await times(20, (i) =>
      here.admin
        .patch(`/devices/${id}`)
        .set('if-match', '"1"')
        .send({ notes: `writer ${i}` }),
    );
    expect(tally(answers)).toBe('200×1 412×19');
    expect(await here.events(id)).toHaveLength(2);
    expect(await here.find(id)).toMatchObject({ version: 2 });
  });

  it('of twenty changes of whatever version lets each through, and the last of them holds', async () => {
    const { id } = await here.add();
    const answers = await times(20, (i) =>
      here.admin
        .patch(`/devices/${id}`)
        .set('if-match', '*')
        .send({ site: i % 2 ? 'A' : 'B', notes: `writer ${i}` }),
    );
    expect(tally(answers)).toBe('200×20');
    const device = await here.find(id);
    expect(device.version).toBe(21);
    const [last] = await here.events(id);
    expect(last?.changes['notes']?.[1]).toBe(device.notes);
    expect(await here.differences()).toEqual([]);
  });

  it('of twenty registrations of one serial number has one winner', async () => {
    const answers = await times(20, () =>
      here.admin
        .post('/devices')
        .send({ assetTag: freshTag(), serialNumber: 'RACE-1', ...LATITUDE, site: 'A', room: 'New room' }),
    );
    expect(tally(answers)).toBe('201×1 409×19');
    expect(
      answers
        .filter(({ status }) => status === 409)
        .every(({ body }) => (body as { code: string }).code === 'SERIAL_TAKEN'),
    ).toBe(true);
    expect((await here.count()).total).toBe(1);
  });

  it('of twenty batches with one new tag adds one device, and each batch answers', async () => {
    const tag = freshTag();
    const answers = await times(20, (i) =>
      here.batch([
        { assetTag: tag, ...LATITUDE, site: 'A' },
        { assetTag: freshTag(), ...LATITUDE, site: 'A', notes: `${i}` },
      ]),
    );
    const outcomes = answers.map(({ results }) => results[0]?.outcome);
    expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'unchanged')).toHaveLength(19);
    expect((await here.count()).total).toBe(21);
  });

  it.each(['room', 'cart'])(
    'of twenty makers of one %s, however they write it, has one winner',
    async (what) => {
      const path = `/sites/${here.siteIds['A']}/${what}s`;
      const answers = await times(20, (i) => here.admin.post(path).send({ name: i % 2 ? 'Lab 1' : 'LAB 1' }));
      expect(tally(answers)).toBe('201×1 409×19');
      const taken = answers.find(({ status }) => status === 409)?.body as { code: string; detail: string };
      expect(taken).toMatchObject({
        code: `${what.toUpperCase()}_NAME_TAKEN`,
        detail: expect.stringContaining('"lab 1"'),
      });
      const { body } = await here.admin.get(path).expect(200);
      expect((body as { items: unknown[] }).items).toHaveLength(1);
    },
  );

  it('of devices in a room that nobody has named before puts them all into one', async () => {
    // Its model is known then; the first to name a new one would hold up the rest.
    await here.add(LATITUDE);
    const answers = await times(20, (i) =>
      here.batch([{ assetTag: freshTag(), ...LATITUDE, site: 'A', room: i % 2 ? 'Gym' : 'GYM' }]),
    );
    expect(answers.map(({ results }) => results[0]?.outcome)).toEqual(Array(20).fill('added'));
    const { body } = await here.admin.get(`/sites/${here.siteIds['A']}/rooms`).expect(200);
    expect((body as { items: unknown[] }).items).toHaveLength(1);
  });

  it('of two hundred batch writers at one site ends without a duplicate or an error', async () => {
    const shared = Array.from({ length: 40 }, () => ({
      assetTag: freshTag(),
      serialNumber: `S-${freshTag()}`,
    }));
    const answers = await times(200, async (i): Promise<Response> => {
      const rows = [
        ...shared
          .toSorted(() => Math.random() - 0.5)
          .map((codes) => ({ ...codes, ...LATITUDE, site: 'A', notes: `writer ${i}` })),
        { assetTag: freshTag(), ...LATITUDE, site: 'A' },
      ];
      const send = (): Test => here.admin.put('/devices/batch').send({ rows });
      // So many at once may not all get a connection within five seconds; those are told when to come again.
      let answer = await send();
      for (let again = 0; answer.status === 503 && again < 30; again++) {
        await sleep(Number(answer.headers['retry-after']) * 1_000);
        answer = await send();
      }
      return answer;
    });
    expect(tally(answers)).toBe('200×200');
    expect((await here.count()).total).toBe(240);
    expect(await here.differences()).toEqual([]);
  });

  it('of writers and a counter is none: an uncommitted movement of the same site holds nobody up', async () => {
    await here.add();
    const [unit] = await app.source.query<Record<string, string>[]>(
      `SELECT change_set_id, site_id, model_id FROM count_tail WHERE district_id = $1
       UNION ALL SELECT change_set_id, site_id, model_id FROM count_movements WHERE district_id = $1 LIMIT 1`,
      [here.district.id],
    );
    const other = await asApplication();
    await other.query('BEGIN');
    await other.query(
      `INSERT INTO count_tail (district_id, change_set_id, effective_on, site_id, kind, status, model_id, cause, delta)
       VALUES ($1, $2, current_date, $3, 'laptop', 'in_stock', $4, 'opened', 1)`,
      [here.district.id, unit?.['change_set_id'], unit?.['site_id'], unit?.['model_id']],
    );
    await here.add();
    await app.fold();
    await here.add();
    expect((await here.count()).total).toBe(3);
    await other.query('ROLLBACK');
    await other.end();
  });

  it('of a hundred writers and the fold never shows one that waits on a counter', async () => {
    const watcher = await asApplication();
    const work = { isOver: false };
    const waits: string[] = [];
    const watching = (async () => {
      while (!work.isOver) {
        const { rows } = await watcher.query<{ relation: string }>(
          `SELECT l.relation::regclass::text AS relation FROM pg_locks l
            WHERE NOT l.granted AND l.relation IN ('count_tail'::regclass, 'count_sums'::regclass, 'count_levels'::regclass,
                                                   'count_movements'::regclass, 'count_folds'::regclass)
           UNION ALL
           SELECT substring(a.query, '(count_\\w+)') FROM pg_stat_activity a
            WHERE a.wait_event_type = 'Lock' AND a.query ~ 'COPY count_tail|INSERT INTO count_'`,
        );
        waits.push(...rows.map(({ relation }) => relation));
        await app.fold();
        await sleep(2);
      }
    })();
    await times(100, () => here.batch([{ assetTag: freshTag(), ...LATITUDE, site: 'A' }]));
    work.isOver = true;
    await watching;
    await watcher.end();
    expect(waits).toEqual([]);
    expect((await here.count()).total).toBe(100);
  });

  it('of two hundred writers, the fold and readers never shows a device twice, or not at all', async () => {
    const DEVICES = 200;
    const tags = Array.from({ length: DEVICES }, () => freshTag());
    const on = daysAgo(40);
    const { results } = await here.batch(
      tags.map((assetTag) => ({ assetTag, ...LATITUDE, site: 'A', inServiceOn: on })),
    );
    const work = { isOver: false };
    const folding = (async () => {
      while (!work.isOver) {
        await app.fold();
        await sleep(2);
      }
    })();
    const moments: string[] = [];
    const reading = (async () => {
      while (!work.isOver) {
        const series = await here.series(`from=${daysAgo(3)}&interval=day&groupBy=site`);
        for (const { total, groups } of series.points) {
          expect(total).toBe(DEVICES);
          expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(DEVICES);
        }
        const growth = await here.growth(`from=${daysAgo(1)}&groupBy=site`);
        expect([growth.before, growth.after, growth.change]).toEqual([DEVICES, DEVICES, 0]);
        const moved = growth.groups.map(({ site, change }) => [site, change]);
        const away = growth.groups.find(({ site }) => site === 'B')?.change ?? 0;
        expect(moved).toEqual(
          away === 0
            ? [['A', 0]]
            : [
                ['A', -away],
                ['B', away],
              ],
        );
        moments.push(series.knownAt);
      }
    })();
    for (const site of ['B', 'A', 'B'])
      await times(DEVICES, (i) => here.change(results[i]?.id ?? '', { site }));
    work.isOver = true;
    await Promise.all([folding, reading]);
    expect(moments.length).toBeGreaterThan(3);
    await app.fold();
    for (const knownAt of moments) {
      const then = await here.series(`from=${daysAgo(1)}&interval=day&knownAt=${knownAt}`);
      expect(then.points.map(({ total }) => total)).toEqual([DEVICES, DEVICES]);
    }
    expect((await here.count('groupBy=site')).groups).toEqual([{ site: 'B', count: DEVICES }]);
    expect(await here.differences()).toEqual([]);
  });

  it('of two merges of one pair has one winner, whichever way round', async () => {
    const [first, second] = [await here.add(), await here.add()];
    const merge = (survivor: string, duplicateId: string) =>
      here.admin.post(`/devices/${survivor}/merge`).set('if-match', '*').send({ duplicateId });
    const answers = await Promise.all([
      merge(first.id, second.id),
      merge(second.id, first.id),
      merge(first.id, second.id),
    ]);
    expect(tally(answers)).toBe('200×1 409×2');
    expect((await here.count()).total).toBe(1);
    expect(await here.differences()).toEqual([]);
  });

  it('of a void and ten changes leaves it void, and counted nowhere', async () => {
    const { id } = await here.add();
    const [gone, ...changes] = await times(11, async (i) =>
      i === 0
        ? here.admin.post(`/devices/${id}/void`).set('if-match', '*').send({ note: 'x' })
        : here.admin
            .patch(`/devices/${id}`)
            .set('if-match', '*')
            .send({ site: i % 2 ? 'B' : 'A' }),
    );
    expect(gone?.status).toBe(200);
    expect(changes.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect((await here.find(id)).status).toBe('void');
    expect((await here.count()).total).toBe(0);
    expect(await here.differences()).toEqual([]);
  });

  it('of two loans from one version has one winner and one holder', async () => {
    await here.person('ann');
    await here.person('bob');
    const { id } = await here.add({ status: 'deployed' });
    const answers = await Promise.all(
      ['ann', 'bob'].map((holder) =>
        here.admin.patch(`/devices/${id}`).set('if-match', '"1"').send({ holder }),
      ),
    );
    expect(tally(answers)).toBe('200×1 412×1');
    expect((await here.find(id)).custody).toHaveLength(1);
  });

  it('of two loans behind the back of the register is stopped by the database', async () => {
    const ann = await here.person('ann');
    const { id } = await here.add();
    const lend = (from: string, until: string | null): Promise<unknown> =>
      app.source.query(
        `INSERT INTO custody (district_id, id, device_id, person_id, loaned_at, returned_at)
         VALUES ($1, gen_random_uuid(), $2, $3, $4, $5)`,
        [here.district.id, id, ann, from, until],
      );
    await lend('2026-01-05T09:00:00Z', '2026-01-05T12:00:00Z');
    await lend('2026-01-05T12:00:00Z', null);
    await expect(lend('2026-01-06T12:00:00Z', null)).rejects.toThrow('custody_one_holder');
    await expect(lend('2026-01-05T11:00:00Z', '2026-01-05T11:30:00Z')).rejects.toThrow('custody_one_holder');
  });

  it('of a hold and a change ends before the hold or meets it', async () => {
    const { id } = await here.add();
    const [hold, ...changes] = await times(6, async (i) =>
      i === 0
        ? here.admin.post(`/devices/${id}/holds`).send({ kind: 'legal', forbids: ['change'], reason: 'x' })
        : here.admin
            .patch(`/devices/${id}`)
            .set('if-match', '*')
            .send({ notes: `${i}` }),
    );
    expect(hold?.status).toBe(201);
    const done = changes.filter(({ status }) => status === 200).length;
    expect((await here.find(id)).version).toBe(1 + done);
    await here.change(id, { notes: 'late' }, 409);
  });

  it('of two undos of one change set has one winner', async () => {
    const { changeSetId } = await here.batch([{ assetTag: freshTag(), ...LATITUDE, site: 'A' }]);
    const answers = await times(4, async () => here.admin.post(`/change-sets/${changeSetId}/undo`));
    expect(tally(answers)).toBe('202×1 409×3');
    const winner = answers.find(({ status }) => status === 202);
    await app.job(here.admin, (winner as { body: { id: string } }).body.id);
    expect((await here.count()).total).toBe(0);
    expect(await here.differences()).toEqual([]);
  });
});
