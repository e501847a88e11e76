import { parse } from 'csv-parse/sync';
import { type TestApp, testApp } from '../support/app.js';
import { daysAgo, freshTag, LATITUDE, register, type Register } from '../support/devices.js';
import { download } from '../support/exports.js';
import { textOf } from '../support/pdf-text.js';

/** More than a page of a list may have. */
const DEVICES = 450;

let app: TestApp;
let here: Register;
let changeSetId: string;

async function rowsOf(path: string, user = here.admin): Promise<Record<string, string>[]> {
  return parse(await download(user, path), { columns: true, bom: true });
}

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
  const rows = Array.from({ length: DEVICES }, (_, i) => ({
    assetTag: freshTag(),
    ...LATITUDE,
    site: i % 3 === 0 ? 'B' : 'A',
    inServiceOn: daysAgo(30),
    notes: '=1+1',
  }));
  ({ changeSetId } = await here.batch(rows));
});

afterAll(() => app.close());

describe('a list as a file', () => {
  it('has every row once, past the last page', async () => {
    const rows = await rowsOf(`change-sets/${changeSetId}/events?format=csv`);
    expect(rows).toHaveLength(DEVICES);
    expect(new Set(rows.map((row) => row['Device id'])).size).toBe(DEVICES);
    expect(rows[0]).toMatchObject({ Event: 'entered', 'Asset tag': expect.stringMatching(/^T-/) });
  });

  it('is what the filter of the list leaves', async () => {
    const behind = await rowsOf(`counts/devices?site=B&format=csv&limit=2`);
    expect(behind).toHaveLength(DEVICES / 3);
    expect(new Set(behind.map(({ Site }) => Site))).toEqual(new Set(['B']));
    const grown = await rowsOf(`counts/growth/events?from=${daysAgo(31)}&site=A&format=csv`);
    expect(grown.reduce((sum, { Change }) => sum + Number(Change), 0)).toBe((DEVICES * 2) / 3);
  });

  it('comes as a workbook, and on paper with its title, its moment and its pages', async () => {
    const book = await download(here.admin, `change-sets/${changeSetId}/events?format=xlsx`);
    expect(book.subarray(0, 2).toString()).toBe('PK');
    const text = await textOf(await download(here.admin, `change-sets/${changeSetId}/events?format=pdf`));
    expect(text).toContain('Events of a change set');
    expect(text).toMatch(/Known at \d{4}-\d\d-\d\d/);
    expect(text).toContain('Times are those of America/Los_Angeles.');
    expect(text).toContain('Page 2');
    expect(text).toContain(`${DEVICES} rows.`);
  });

  it('of an empty list has its header', async () => {
    const file = await download(here.admin, `funding-sources?format=csv`);
    expect(file.toString()).toContain('Funding source,FAIN');
    expect(await textOf(await download(here.admin, `funding-sources?format=pdf`))).toContain('0 rows.');
  });

  it('runs no formula', async () => {
    const [row] = await rowsOf(`change-sets/${changeSetId}/events?format=csv`);
    expect(row?.['Changes']).toContain('=1+1');
    expect(row?.['Changes']).not.toMatch(/^=/);
  });

  it('has nothing that the list itself would not show', async () => {
    const technician = await app.user(here.district, 'technician', { sites: ['B'] });
    const rows = await rowsOf(`counts/devices?format=csv`, technician);
    expect(rows).toHaveLength(DEVICES / 3);
    const stranger = await app.district();
    await stranger.admin.get(`/change-sets/${changeSetId}/events?format=csv`).expect(404);
  });

  it('refuses a format it does not have, before it begins', async () => {
    const { body } = await here.admin.get('/models?format=ods').expect(400);
    expect((body as { errors: { field: string }[] }).errors).toEqual([
      expect.objectContaining({ field: 'format' }),
    ]);
    await here.admin.get('/models?format=csv&cursor=nonsense').expect(400);
    await here.admin.get('/devices?format=csv').expect(400);
  });

  it.each(['sites', 'pupils', 'people', 'devices'])('%s are printed too', async (kind) => {
    const text = await textOf(await download(here.admin, `${kind}/export/pdf`));
    expect(text).toContain(here.district.slug);
    expect(text).toMatch(/\d+ rows\./);
    expect(text).not.toContain('undefined');
  });
});
