import type { DeviceView } from '../../src/devices/device-views.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { freshTag, LATITUDE, register, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;
let ann: string;

const CHROME = { manufacturer: 'Dell', model: 'Chromebook 11 (3180)', kind: 'chromebook' };

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
  ann = await here.person('ann', { givenName: 'Ánn_a', familyName: 'O%Neil' });
  const site = { code: 'N', name: 'North 100% School', type: 'high', region: 'North' };
  await here.admin.post('/sites').send(site).expect(201);
  await here.batch([
    {
      assetTag: 'L-1',
      ...LATITUDE,
      site: 'A',
      room: '12',
      inServiceOn: '2010-01-01',
      fundingSource: 'Measure B',
    },
    {
      assetTag: 'L-2',
      ...LATITUDE,
      site: 'A',
      cart: 'Cart 7',
      inServiceOn: '2020-01-01',
      status: 'deployed',
    },
    { assetTag: 'L-3', ...CHROME, site: 'B', holder: 'ann', status: 'deployed', serialNumber: 'XY_100%Z' },
    {
      assetTag: 'L-4',
      ...CHROME,
      site: 'N',
      status: 'retired',
      mac: 'b4:69:21:18:c6:76',
      oldTag: 'OLDIE-44',
    },
    { serialNumber: 'NOTAG-1', ...LATITUDE, site: 'N', inServiceOn: '2023-07-01' },
  ]);
});

afterAll(() => app.close());

interface PageJson {
  items: DeviceView[];
  nextCursor: string | null;
}

const list = async (query: string, by: TestUser = here.admin, status = 200): Promise<PageJson> =>
  (await by.get(`/devices?${query}`).expect(status)).body as PageJson;

const names = ({ items }: PageJson): string =>
  items
    .map(({ assetTag, serialNumber }) => assetTag ?? serialNumber ?? '')
    .toSorted()
    .join(' ');

async function everyPage(
  query: string,
  onPage: () => Promise<unknown> = async () => undefined,
): Promise<DeviceView[]> {
  const all: DeviceView[] = [];
  for (let cursor = ''; ;) {
    const page = await list(`${query}${cursor}`);
    all.push(...page.items);
    if (!page.nextCursor) return all;
    cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
    await onPage();
  }
}

describe('the list of devices', () => {
  it.each([
    ['', 'L-1 L-2 L-3 L-4 NOTAG-1'],
    ['site=A', 'L-1 L-2'],
    ['site=a,%20b', 'L-1 L-2 L-3'],
    ['site=nowhere', ''],
    ['region=North', 'L-4 NOTAG-1'],
    ['room=12', 'L-1'],
    ['cart=cart%207', 'L-2'],
    ['kind=chromebook', 'L-3 L-4'],
    ['kind=laptop,chromebook&site=N', 'L-4 NOTAG-1'],
    ['status=deployed', 'L-2 L-3'],
    ['status=in_stock,retired', 'L-1 L-4 NOTAG-1'],
    ['model=chromebook%2011', 'L-3 L-4'],
    ['model=dell%20lat', 'L-1 L-2 NOTAG-1'],
    ['ageFrom=10', 'L-1'],
    ['ageFrom=5&ageTo=10', 'L-2'],
    ['fundingSource=measure%20b', 'L-1'],
    ['autoUpdateBefore=2030-01-01', 'L-3 L-4'],
    ['autoUpdateBefore=2001-01-01', ''],
    ['q=latitude', 'L-1 L-2 NOTAG-1'],
    ['q=oldie', 'L-4'],
    ['q=tag-1', 'NOTAG-1'],
    ['q=2118c6', 'L-4'],
    ['q=north', 'L-4 NOTAG-1'],
    ['q=%C3%A1nn_a%20o%25n', 'L-3'],
    ['q=100%25', 'L-3 L-4 NOTAG-1'],
    ['q=y_1', 'L-3'],
    ['q=%25%25%25', ''],
    ['q=___', ''],
    ['q=deployed&status=deployed', ''],
  ])('with ?%s holds %s', async (query, expected) => {
    expect(names(await list(query))).toBe(expected);
  });

  it('asks by person only those who may know', async () => {
    expect(names(await list(`person=${ann}`))).toBe('L-3');
    const staff = await app.user(here.district, 'site_staff', { sites: ['B'] });
    await list(`person=${ann}`, staff, 403);
    expect(names(await list('q=nn_a', staff))).toBe('');
  });

  it('holds what is in reach, whatever is asked for', async () => {
    const technician = await app.user(here.district, 'technician', { sites: ['B'] });
    expect(names(await list('', technician))).toBe('L-3');
    expect(names(await list('site=A,B', technician))).toBe('L-3');
  });

  it.each([
    'kind=toaster',
    'status=lost',
    'q=ab',
    'sort=notes',
    'id=L-1',
    'limit=0',
    'limit=201',
    'cursor=xyz',
    'ageFrom=old',
    'person=ann',
    'colour=red',
    'autoUpdateBefore=2025-02-30',
  ])('refuses ?%s', async (query) => {
    await list(query, here.admin, 400);
  });

  const sortNames = ['id', 'assetTag', 'inServiceOn', 'status', 'statusSince'] as const;
  const sorts = sortNames.flatMap((name) => [name, `-${name}`]);

  it.each(sorts)('sorted by %s comes in that order, page by page as at once', async (sort) => {
    const whole = (await list(`sort=${sort}&limit=200`)).items;
    const keyOf = (device: DeviceView): string => {
      const column = sort.replace('-', '') as (typeof sortNames)[number];
      return `${String(device[column] ?? '')} ${device.id}`;
    };
    expect(whole.length).toBeGreaterThan(4);
    const expected = whole.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    if (sort.startsWith('-')) expected.reverse();
    expect(whole.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    expect((await everyPage(`sort=${sort}&limit=2`)).map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
  });

  it('refuses the cursor of another sort', async () => {
    const { nextCursor } = await list('sort=assetTag&limit=1');
    await list(`sort=inServiceOn&limit=1&cursor=${nextCursor}`, here.admin, 400);
  });

  it('shows each device that was there exactly once while others are added', async () => {
    for (const sort of ['id', '-id', 'assetTag', '-inServiceOn']) {
      const before = new Set((await everyPage(`limit=200`)).map(({ id }) => id));
      let rounds = 0;
      const add = async (): Promise<void> => {
        // In the order of ids the new ones always lie ahead: somebody has to stop.
        rounds += 1;
        if (rounds > 5) return;
        await here.batch([
          { assetTag: freshTag(), ...LATITUDE, site: 'A', inServiceOn: '2015-05-05' },
          { assetTag: `A-${freshTag()}`, ...LATITUDE, site: 'A', inServiceOn: '2024-01-01' },
        ]);
      };
      const seen = (await everyPage(`sort=${sort}&limit=2`, add)).map(({ id }) => id);
      expect(new Set(seen).size).toBe(seen.length);
      for (const id of before) expect(seen).toContain(id);
    }
  });

  it('reaches a deep page, and its last has no cursor', async () => {
    const deep = await register(app);
    for (let i = 0; i < 3; i++)
      await deep.batch(
        Array.from({ length: 1000 }, () => ({ assetTag: freshTag(), ...LATITUDE, site: 'A' })),
      );
    let cursor = '';
    let pages = 0;
    const ids = new Set<string>();
    for (;;) {
      const { body } = await deep.admin.get(`/devices?sort=assetTag&limit=200${cursor}`).expect(200);
      const page = body as PageJson;
      for (const { id } of page.items) ids.add(id);
      pages += 1;
      if (!page.nextCursor) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect([pages, ids.size]).toEqual([15, 3000]);
  });

  it('pages through the history of a device, latest effective first', async () => {
    const { id } = await here.add({ inServiceOn: '2010-01-01' });
    for (let year = 2011; year < 2020; year++)
      await here.change(id, { notes: `${year}`, effectiveOn: `${year}-01-01` });
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await here.admin.get(`/devices/${id}/events?limit=3${cursor}`).expect(200);
      const page = body as { items: { effectiveAt: string }[]; nextCursor: string | null };
      seen.push(...page.items.map(({ effectiveAt }) => effectiveAt.slice(0, 4)));
      if (!page.nextCursor) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(seen).toEqual(['2019', '2018', '2017', '2016', '2015', '2014', '2013', '2012', '2011', '2010']);
  });
});
