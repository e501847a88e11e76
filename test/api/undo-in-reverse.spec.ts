import type { ImportView } from '../../src/imports/imports.queries.js';
import type { JobView } from '../../src/jobs/jobs.service.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { daysAgo, freshTag, register, type Register } from '../support/devices.js';
import { load, step } from '../support/imports.js';
import { dice } from '../support/random-walk.js';
import { scanOf, sendScans } from '../support/scans.js';

let app: TestApp;
let here: Register;
let tech: TestUser;
let ids: string[];
let tags: string[];

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  tech = await app.user(here.district, 'technician', { sites: ['A', 'B'] });
  ids = [];
  tags = [];
});

afterAll(() => app.close());

async function add(more: object = {}): Promise<void> {
  const assetTag = freshTag();
  tags.push(assetTag);
  ids.push((await here.add({ assetTag, status: 'deployed', inServiceOn: '2020-01-01', ...more })).id);
}

const DAYS = ['2020-06-01', daysAgo(900), daysAgo(450), daysAgo(100), daysAgo(0)];

/** All that may not be other once a change is undone: the devices, and the counts of some days. */
async function state(): Promise<unknown> {
  const devices = [];
  for (const id of ids) {
    const { version: _, codes, ...device } = await here.find(id);
    const { updatedAt: __, ...facts } = device as typeof device & { updatedAt?: string };
    devices.push({ ...facts, codes: codes.filter(({ releasedAt }) => !releasedAt).map(({ code }) => code) });
  }
  const counts = [];
  for (const day of DAYS) counts.push((await here.count(`asOf=${day}&groupBy=site,status`)).groups);
  return { devices, counts };
}

interface Done {
  /** @returns the change set of the undo, where that can be undone by itself */
  undo(): Promise<string | null>;
}

async function scan(tag: string, action: string, more: object = {}): Promise<Done | null> {
  const made = scanOf(tag, action, more);
  const [result] = await sendScans(tech, [made]);
  if (result?.outcome !== 'applied') return null;
  return {
    undo: async () => {
      expect(await sendScans(tech, [scanOf(tag, 'undo', { undoes: made.id })])).toMatchObject([
        { outcome: 'applied' },
      ]);
      return null;
    },
  };
}

/** Undoes a change set whole. @returns the change set of the undo */
async function undo(changeSetId: string): Promise<string> {
  const { result } = await here.undo(changeSetId);
  expect(result).toMatchObject({ leftCount: 0, left: [] });
  return (result as { changeSetId: string }).changeSetId;
}

async function bulk(change: object): Promise<Done | null> {
  const { body } = await here.admin.post('/devices/bulk').send({ filter: {}, change }).expect(202);
  const { result } = await app.job(here.admin, (body as JobView).id);
  const { changed, changeSetId } = result as { changed: number; changeSetId: string };
  return changed > 0 ? { undo: () => undo(changeSetId) } : null;
}

async function edit(id: string, change: object): Promise<Done | null> {
  const known = new Set((await here.events(id)).map((event) => event.changeSetId));
  const answer = await here.admin.patch(`/devices/${id}`).set('if-match', '*').send(change);
  if (answer.status >= 500) throw new Error(JSON.stringify(answer.body));
  const set = (await here.events(id)).find((event) => !known.has(event.changeSetId))?.changeSetId;
  return set ? { undo: () => undo(set) } : null;
}

async function file(column: string, value: string): Promise<Done | null> {
  const csv = `Asset tag,${column}\n${tags.map((tag) => `${tag},${value}\n`).join('')}`;
  const { id, plan } = await load(app, here.admin, csv, { options: { overwrite: 'all' } });
  if (!plan || plan.change === 0) return null;
  return {
    undo: async () => {
      const { job }: ImportView = await step(app, here.admin, id, 'undo');
      expect(job?.result).toMatchObject({ leftCount: 0, left: [] });
      return null;
    },
  };
}

/** Makes changes one after the other and undoes them, the last first: each undo brings back what was before. */
async function thereAndBack(changes: (() => Promise<Done | null>)[]): Promise<void> {
  const stack: { before: unknown; done: Done }[] = [];
  for (const change of changes) {
    const before = await state();
    const done = await change();
    if (!done) throw new Error(`a change was refused: ${String(change)}`);
    stack.push({ before, done });
  }
  for (const { before, done } of stack.toReversed()) {
    await done.undo();
    expect(await state()).toEqual(before);
  }
  expect(await here.differences()).toEqual([]);
}

describe('changes that are undone, the last first', () => {
  it('of a device that is sent to repair by a scan and comes back', async () => {
    await add();
    const [tag = ''] = tags;
    await thereAndBack([() => scan(tag, 'repair'), () => scan(tag, 'return')]);
  });

  it('of a device that a scan takes out of retirement and gives out', async () => {
    await add({ status: 'in_stock' });
    const [id = ''] = ids;
    await thereAndBack(
      ['retired', 'in_stock', 'deployed', 'in_repair'].map((status) => () => edit(id, { status })),
    );
  });

  it('of notes, and of sites, in bulk', async () => {
    await add({ room: '1' });
    await add();
    await thereAndBack(['A', 'B', 'C'].map((notes) => () => bulk({ notes })));
    await thereAndBack(['B', 'A', 'B'].map((site) => () => bulk({ site, room: `of ${site}` })));
  });

  it('of two files', async () => {
    await add({ room: '1' });
    await add();
    await thereAndBack(['2', '3'].map((room) => () => file('Room', room)));
  });

  it('of people who have it', async () => {
    await here.person('ann');
    await here.person('bob');
    await add({ holder: 'ann', dueOn: '2027-01-01' });
    const [id = ''] = ids;
    await thereAndBack([
      () => edit(id, { holder: 'bob', dueOn: '2027-02-01' }),
      () => edit(id, { dueOn: '2027-03-01' }),
      () => edit(id, { holder: null }),
      () => edit(id, { holder: 'ann' }),
    ]);
  });

  it.each([
    ['a return', { holder: null }],
    ['a loan to somebody else', { holder: 'bob', dueOn: '2027-02-01' }],
  ])('of %s, which is then done again', async (_what, change) => {
    await here.person('ann');
    await here.person('bob');
    await add({ holder: 'ann', dueOn: '2027-01-01' });
    const before = await state();
    const done = await edit(ids[0] ?? '', change);
    const after = await state();
    const undoing = await done?.undo();
    expect(await state()).toEqual(before);
    await undo(await undo(await undo(undoing ?? '')));
    expect(await state()).toEqual(after);
  });

  it('of changes that are dated back, before and after each other', async () => {
    await add();
    const [id = ''] = ids;
    await thereAndBack([
      () => edit(id, { site: 'B', effectiveOn: '2022-01-01' }),
      () => edit(id, { status: 'in_repair', effectiveOn: '2023-01-01' }),
      () => edit(id, { notes: 'y', effectiveOn: '2021-01-01' }),
      () => edit(id, { notes: 'x', effectiveOn: '2022-01-01' }),
      () => edit(id, { status: 'deployed', effectiveOn: '2024-01-01' }),
      () => edit(id, { room: '9', effectiveOn: '2022-01-01' }),
    ]);
  });

  it.each([1, 2, 3, 4])(
    'of anything, in a walk by chance: %s',
    async (seed) => {
      const random = dice(seed);
      const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
      await here.person('ann');
      await here.person('bob');
      for (const more of [{}, { site: 'B', room: '2' }, { status: 'in_stock' }]) await add(more);
      const when = (): object => (random() < 0.5 ? { effectiveOn: pick([...DAYS, '2021-01-01']) } : {});
      const anything = (): Promise<Done | null> => {
        const [roll, device] = [random(), Math.floor(random() * ids.length)];
        const status = pick(['in_stock', 'deployed', 'in_repair', 'retired']);
        if (roll < 0.15) return bulk({ site: pick(['A', 'B']), notes: pick(['x', 'y']) });
        if (roll < 0.25) return bulk({ status });
        if (roll < 0.35)
          return random() < 0.5 ? file('Room', pick(['1', '2', '3'])) : file('Site', pick(['A', 'B']));
        if (roll < 0.6) return scan(tags[device] ?? '', pick(['repair', 'return', 'deploy', 'retire']));
        const id = ids[device] ?? '';
        if (roll < 0.72) return edit(id, { holder: pick(['ann', 'bob', null]) });
        if (roll < 0.82) return edit(id, { status, ...when() });
        return edit(id, { site: pick(['A', 'B']), room: pick(['1', null]), ...when() });
      };
      const stack: { before: unknown; done: Done }[] = [];
      const undoLast = async (): Promise<void> => {
        const last = stack.pop();
        if (!last) return;
        const after = await state();
        const undoing = await last.done.undo();
        expect(await state()).toEqual(last.before);
        if (!undoing || random() < 0.5) return;
        // Done again, and undone again.
        const again = await undo(undoing);
        expect(await state()).toEqual(after);
        await undo(again);
        expect(await state()).toEqual(last.before);
      };
      for (let i = 0; i < 30; i += 1) {
        if (random() < 0.35) await undoLast();
        else {
          const before = await state();
          const done = await anything();
          if (done) stack.push({ before, done });
        }
      }
      while (stack.length > 0) await undoLast();
      expect(await here.differences()).toEqual([]);
    },
    120_000,
  );
});
