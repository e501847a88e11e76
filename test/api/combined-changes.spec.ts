import { type TestApp, testApp } from '../support/app.js';
import { daysAgo, register, type Register, WAY_TO } from '../support/devices.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

/** What changes at once, and what each site and the district then say of it: change by cause, in devices on the books. */
interface Case {
  from: string;
  change: object;
  a: Record<string, number>;
  b: Record<string, number>;
  /** The same of devices in use (in stock, deployed, in repair). */
  active?: { a: Record<string, number>; b: Record<string, number> };
}

const MOVED = { a: { transferred: -1 }, b: { transferred: 1 } };

const CASES: Record<string, Case> = {
  'sent to repair elsewhere': { from: 'deployed', change: { status: 'in_repair' }, ...MOVED },
  'returned to a warehouse': { from: 'deployed', change: { status: 'in_stock' }, ...MOVED },
  'deployed at another site': { from: 'in_stock', change: { status: 'deployed' }, ...MOVED },
  'back from repair to another site': { from: 'in_repair', change: { status: 'deployed' }, ...MOVED },
  'found elsewhere': {
    from: 'missing',
    change: { status: 'in_stock' },
    a: { found: -1 },
    b: { found: 1 },
    active: { a: {}, b: { found: 1 } },
  },
  'retired to a warehouse': {
    from: 'deployed',
    change: { status: 'retired' },
    a: { retired: -1 },
    b: { retired: 1 },
    active: { a: { retired: -1 }, b: {} },
  },
  'used again at another site': {
    from: 'retired',
    change: { status: 'in_stock' },
    a: { reused: -1 },
    b: { reused: 1 },
    active: { a: {}, b: { reused: 1 } },
  },
};

const ACTIVE = 'status=in_stock,deployed,in_repair';
const ALL = 'status=in_stock,deployed,in_repair,missing,retired';

async function causesAt(here: Register, site: string, status: string): Promise<Record<string, number>> {
  const { groups } = await here.growth(`from=${daysAgo(1)}&groupBy=site&${status}`);
  const group = groups.find((one) => one.site === site);
  const { before = 0, after = 0, causes = [] } = group ?? {};
  expect(causes.reduce((sum, { change }) => sum + change, 0)).toBe(after - before);
  return Object.fromEntries(
    causes.filter(({ change }) => change !== 0).map(({ cause, change }) => [cause, change]),
  );
}

describe('a change of status that is a change of site as well', () => {
  it.each(Object.entries(CASES))(
    'counts by its causes at both sites: %s',
    async (_, { from, change, a, b, active }) => {
      const here = await register(app);
      const { id } = await here.add({ inServiceOn: '2020-01-01' });
      for (const step of WAY_TO[from] ?? []) await here.change(id, { effectiveOn: '2026-02-02', ...step });
      await here.change(id, { ...change, site: 'B' });
      expect({ a: await causesAt(here, 'A', ALL), b: await causesAt(here, 'B', ALL) }).toEqual({ a, b });
      expect({ a: await causesAt(here, 'A', ACTIVE), b: await causesAt(here, 'B', ACTIVE) }).toEqual(
        active ?? { a, b },
      );
      expect(await here.differences()).toEqual([]);
    },
  );

  it('is a repair of the site where the device broke: growth says so, and support load counts it', async () => {
    const here = await register(app);
    const { id } = await here.add({ inServiceOn: '2020-01-01', status: 'deployed' });
    await here.change(id, { status: 'in_repair', site: 'B' });
    expect((await here.events(id))[0]).toMatchObject({ cause: 'repair' });
    expect(await causesAt(here, 'A', 'status=in_repair')).toEqual({ repair: 1, transferred: -1 });
    expect(await causesAt(here, 'B', 'status=in_repair')).toEqual({ transferred: 1 });
    const { body } = await here.admin.get('/support-load').expect(200);
    const { sites } = body as { sites: { site: string; repairsAYear: number; openRepairs: number }[] };
    expect(sites).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ site: 'A', repairsAYear: 1, openRepairs: 0 }),
        expect.objectContaining({ site: 'B', repairsAYear: 0, openRepairs: 1 }),
      ]),
    );
  });

  it('adds up when it is backdated before a later change, and when it is undone', async () => {
    const here = await register(app);
    const { id } = await here.add({ inServiceOn: '2020-01-01', status: 'deployed' });
    await here.change(id, { notes: 'later', effectiveOn: '2026-03-03' });
    await here.change(id, { status: 'in_repair', site: 'B', effectiveOn: '2026-02-02' });
    expect(await here.differences()).toEqual([]);
    const [event] = (await here.events(id)).filter(({ cause }) => cause === 'repair');
    const { state } = await here.undo(event?.changeSetId ?? '');
    expect(state).toBe('done');
    expect(await here.differences()).toEqual([]);
  });
});
