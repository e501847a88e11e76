import type { DeviceView } from '../../src/devices/device-views.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { bulk } from '../support/bulk-changes.js';
import { daysAgo, register, type Register } from '../support/devices.js';
import { download } from '../support/exports.js';

let app: TestApp;
let here: Register;
const ids: Record<string, string> = {};

/** First and last day of a coverage, in days from today. */
const PAST = [-800, -1] as const;
const FUTURE = [1, 800] as const;
const ENDS_TODAY = [-30, 0] as const;
const ENDS_SOON = [-30, 60] as const;
const LASTS = [-30, 61] as const;

async function cover(tag: string, [from, to]: readonly [number, number], more: object = {}): Promise<string> {
  const { body } = await here.admin
    .post('/coverages')
    .send({
      deviceId: ids[tag],
      vendor: 'lenovo',
      kind: 'manufacturer',
      startsOn: daysAgo(-from),
      endsOn: daysAgo(-to),
      ...more,
    })
    .expect(201);
  return (body as { id: string }).id;
}

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
  await here.admin
    .post('/vendors')
    .send({ name: 'Lenovo', roles: ['manufacturer'] })
    .expect(201);
  for (const tag of ['LASTS', 'SOON', 'TODAY', 'LATER', 'OVER', 'BARE', 'WITHDRAWN', 'CANCELLED', 'AT-B'])
    ids[tag] = (await here.add({ assetTag: tag, site: tag === 'AT-B' ? 'B' : 'A' })).id;
  await cover('LASTS', PAST);
  await cover('LASTS', ENDS_SOON, { kind: 'battery' });
  await cover('LASTS', LASTS, { kind: 'extended' });
  await cover('SOON', FUTURE);
  await cover('SOON', ENDS_SOON, { kind: 'extended' });
  await cover('TODAY', ENDS_TODAY);
  await cover('LATER', PAST);
  await cover('LATER', FUTURE, { kind: 'extended' });
  await cover('OVER', PAST);
  await cover('CANCELLED', LASTS, { cancelledOn: daysAgo(1) });
  await cover('AT-B', LASTS);
  const mistake = await cover('WITHDRAWN', LASTS);
  await here.admin
    .post(`/coverages/${mistake}/withdrawal`)
    .set('if-match', '*')
    .send({ reason: 'Entered for the wrong device' })
    .expect(204);
});

afterAll(() => app.close());

async function list(query: string, by: TestUser = here.admin): Promise<DeviceView[]> {
  return ((await by.get(`/devices?${query}`).expect(200)).body as { items: DeviceView[] }).items;
}

const tags = (devices: DeviceView[]): string =>
  devices
    .map(({ assetTag }) => assetTag)
    .toSorted()
    .join(' ');

/** Every filter with the devices that it leaves. */
const LEFT: [string, string][] = [
  ['active', 'AT-B LASTS'],
  ['expiring', 'SOON TODAY'],
  ['not_started', 'LATER'],
  ['expired', 'CANCELLED OVER'],
  ['unknown', 'BARE WITHDRAWN'],
  ['active,expiring', 'AT-B LASTS SOON TODAY'],
  ['expiring,not_started', 'LATER SOON TODAY'],
  ['expired,unknown', 'BARE CANCELLED OVER WITHDRAWN'],
  ['active,%20expired', 'AT-B CANCELLED LASTS OVER'],
  ['active,not_started,unknown', 'AT-B BARE LASTS LATER WITHDRAWN'],
  ['active,expiring,not_started,expired', 'AT-B CANCELLED LASTS LATER OVER SOON TODAY'],
  [
    'unknown,expired,not_started,expiring,active',
    'AT-B BARE CANCELLED LASTS LATER OVER SOON TODAY WITHDRAWN',
  ],
];

describe('devices by the state of their best coverage', () => {
  it.each(LEFT)('%s are %s, in the list, in its total and in the file', async (states, expected) => {
    const query = `coverage=${states}`;
    expect(tags(await list(query))).toBe(expected);
    const { body } = await here.admin.get(`/devices/count?${query}`).expect(200);
    expect(body).toEqual({ count: expected.split(' ').length, isMore: false });
    for (const columns of ['', '&columns=assetTag']) {
      const csv = (await download(here.admin, `devices/export/csv?${query}${columns}`)).toString('utf8');
      expect(
        Object.keys(ids)
          .filter((tag) => new RegExp(`^"?${tag}"?\\b`, 'm').test(csv))
          .toSorted()
          .join(' '),
      ).toBe(expected);
    }
  });

  it('are those in reach, and together with other filters', async () => {
    const technician = await app.user(here.district, 'technician', { sites: ['B'] });
    expect(tags(await list('coverage=active', technician))).toBe('AT-B');
    expect(tags(await list('coverage=unknown', technician))).toBe('');
    expect(tags(await list('coverage=active&site=A'))).toBe('LASTS');
    expect(tags(await list('coverage=active&status=retired'))).toBe('');
  });

  it('of another district are not counted', async () => {
    const other = await register(app);
    await other.add();
    expect(await list('coverage=unknown', other.admin)).toHaveLength(1);
    expect(await list('coverage=active', other.admin)).toEqual([]);
  });

  it('are changed together', async () => {
    const { result } = await bulk(app, here, {
      filter: { coverage: 'expiring' },
      change: { notes: 'Check before the coverage ends' },
      expect: 2,
    });
    expect(result).toMatchObject({ changed: 2, refused: 0 });
    const changed = (await list('')).filter(({ notes }) => notes !== null);
    expect(tags(changed)).toBe('SOON TODAY');
  });

  it('are refused with a state that there is not', async () => {
    const { body } = await here.admin.get('/devices?coverage=covered').expect(400);
    expect(body).toMatchObject({ errors: [{ field: 'coverage' }] });
  });
});

describe('the last day of coverage of a device', () => {
  it('is that of the coverage that ends last, in the list, on the device and in a file', async () => {
    const endsOn = Object.fromEntries(
      (await list('')).map((device) => [device.assetTag, device.coverageEndsOn]),
    );
    expect(endsOn).toEqual({
      LASTS: daysAgo(-61),
      SOON: daysAgo(-800),
      TODAY: daysAgo(0),
      LATER: daysAgo(-800),
      OVER: daysAgo(1),
      BARE: null,
      WITHDRAWN: null,
      CANCELLED: daysAgo(1),
      'AT-B': daysAgo(-61),
    });
    expect(await here.find(ids['LASTS'] ?? '')).toMatchObject({ coverageEndsOn: daysAgo(-61) });
    expect(await here.find(ids['BARE'] ?? '')).toMatchObject({ coverageEndsOn: null });
    const csv = await download(
      here.admin,
      'devices/export/csv?columns=assetTag,coverageEndsOn&sort=assetTag',
    );
    expect(csv.toString('utf8')).toContain(`LASTS,${daysAgo(-61)}`);
    expect(csv.toString('utf8')).toMatch(/^BARE,\r?$/m);
  });
});
