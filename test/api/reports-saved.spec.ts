import ExcelJS from 'exceljs';
import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Comparison } from '../../src/reports/outputs/comparison.js';
import type { OutputView } from '../../src/reports/outputs/report-outputs.queries.js';
import type { ReportTable } from '../../src/reports/outputs/report-table.js';
import { type TestApp, testApp } from '../support/app.js';
import { freshTag, LATITUDE, type Problem, register, type Register } from '../support/devices.js';
import { download } from '../support/exports.js';
import { textOf } from '../support/pdf-text.js';
import { records, reportTable } from '../support/reports.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
});

beforeEach(async () => {
  here = await register(app);
});

afterAll(() => app.close());

const table = (kind: string, query = ''): Promise<ReportTable> => reportTable(here.admin, kind, query);

const devices = (count: number, body: object): Promise<unknown> =>
  here.batch(Array.from({ length: count }, () => ({ assetTag: freshTag(), ...body })));

describe('the proof of an inventory', () => {
  it('is who saw what when: sent twice it is there once, and an unknown code is said to be unknown', async () => {
    const { id } = await here.add({ assetTag: 'SEEN-1', ...LATITUDE, site: 'A' });
    const sighting = { id: crypto.randomUUID(), code: 'seen-1', condition: 'good', inUse: true };
    const report = async (sightings: object[]): Promise<unknown[]> =>
      (
        (await here.admin.post('/devices/sightings').send({ sightings }).expect(200)).body as {
          results: unknown[];
        }
      ).results;
    expect(await report([sighting, { code: 'NOBODY' }])).toMatchObject([
      { index: 0, outcome: 'recorded', deviceId: id },
      { index: 1, outcome: 'unknown', code: 'UNKNOWN_CODE' },
    ]);
    expect(await report([sighting])).toMatchObject([{ outcome: 'duplicate' }]);
    expect(await report([{ code: 'SEEN-1', seenAt: new Date(Date.now() + 3_600_000) }])).toMatchObject([
      { outcome: 'refused', code: 'FUTURE' },
    ]);
    const { body } = await here.admin.get(`/devices/${id}/sightings`).expect(200);
    expect((body as { items: unknown[] }).items).toMatchObject([
      { site: 'A', condition: 'good', inUse: true },
    ]);
  });

  it('lists what nobody saw for a year, by site and one by one', async () => {
    await devices(3, { ...LATITUDE, site: 'A' });
    const { id } = await here.add({ assetTag: 'SEEN-2', ...LATITUDE, site: 'B' });
    const old = new Date(Date.now() - 500 * 86_400_000);
    await here.admin
      .post('/devices/sightings')
      .send({ sightings: [{ code: 'SEEN-2', seenAt: old }] })
      .expect(200);
    expect(records(await table('not-sighted'))).toMatchObject([
      { Site: 'A', Devices: 3, 'Never sighted': 3, 'Not sighted, %': 100 },
      { Site: 'B', Devices: 1, 'Sighted before': 1 },
    ]);
    expect(records(await table('not-sighted', 'by=devices'))).toHaveLength(4);
    await here.admin
      .post('/devices/sightings')
      .send({ sightings: [{ code: 'SEEN-2' }] })
      .expect(200);
    expect(records(await table('not-sighted', 'by=devices'))).toHaveLength(3);
    expect(id).toBeTruthy();
  });

  it('has every column that 2 CFR 200.313(d) asks for, of what federal money paid for', async () => {
    await here.admin
      .post('/funding-sources')
      .send({ name: 'ECF', fain: 'ECF-2021-1', federalSharePercent: 75, titleHolder: 'The district' })
      .expect(201);
    const bought = { ...LATITUDE, site: 'A', purchasedOn: '2021-09-01', costCents: 90_000 };
    await here.add({ assetTag: 'FED-1', ...bought, fundingSource: 'ECF' });
    await here.add({ assetTag: 'OURS-1', ...bought });
    await here.admin
      .post('/devices/sightings')
      .send({ sightings: [{ code: 'FED-1', condition: 'fair', inUse: true }] })
      .expect(200);
    const made = await table('federal-inventory');
    expect(records(made)).toMatchObject([
      {
        'Asset tag': 'FED-1',
        'Source of funding': 'ECF',
        FAIN: 'ECF-2021-1',
        'Title holder': 'The district',
        'Acquired on': '2021-09-01',
        'Cost, $': 90_000,
        'Federal share, %': 75,
        Condition: 'fair',
        'In use': 'yes',
        'Sighted in time': 'yes',
      },
    ]);
    expect(made.columns.length).toBeGreaterThanOrEqual(10);
    for (const { source } of made.columns) expect(source).toMatch(/^2 CFR 200\.313\(d\)/);
  });

  it('has what Education Code 35168 asks for, above its threshold of today', async () => {
    await here.add({ assetTag: 'DEAR', ...LATITUDE, site: 'A', costCents: 150_001 });
    await here.add({ assetTag: 'CHEAP', ...LATITUDE, site: 'A', costCents: 150_000 });
    expect(records(await table('state-inventory'))).toMatchObject([{ 'Asset tag': 'DEAR' }]);
    expect(records(await table('state-inventory', 'aboveCents=50000'))).toHaveLength(2);
  });
});

describe('a long report', () => {
  it('lets go of the database when whoever asked for it goes away', async () => {
    for (let i = 0; i < 3; i++) await devices(1_000, { ...LATITUDE, site: 'A' });
    const away = async (): Promise<void> => {
      const asked = http.get(`${app.url}/api/v1/reports/kinds/not-sighted/export/pdf?by=devices`, {
        headers: { authorization: `Bearer ${here.admin.token}` },
        agent: false,
      });
      const [answer] = (await once(asked, 'response')) as [http.IncomingMessage];
      expect(answer.statusCode).toBe(200);
      await once(answer, 'readable');
      answer.destroy();
    };
    // More than there are connections.
    for (let i = 0; i < 12; i++) await away();
    expect((await here.count()).total).toBe(3_000);
    for (let i = 0; i < 100 && (await cursors()) > 0; i++) await sleep(50);
    expect(await cursors()).toBe(0);
  });

  async function cursors(): Promise<number> {
    const [row] = await app.source.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
        WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
    );
    return row?.n ?? -1;
  }
});

describe('a saved report', () => {
  async function save(body: object): Promise<string> {
    const { body: made } = await here.admin.post('/reports').send(body).expect(201);
    return (made as { id: string }).id;
  }

  async function make(reportId: string): Promise<string> {
    const { body } = await here.admin.post(`/reports/${reportId}/outputs`).expect(202);
    const { id, outputId } = body as { id: string; outputId: string };
    await app.work(here.district.id, id);
    return outputId;
  }

  it('keeps what it said, whatever is corrected later, and says what is other the next time', async () => {
    const { id } = await here.add({
      assetTag: freshTag(),
      ...LATITUDE,
      site: 'A',
      inServiceOn: '2014-01-01',
    });
    const reportId = await save({
      name: 'Board',
      kind: 'counts',
      parameters: { asOf: '2016-06-30', groupBy: 'site' },
    });
    const first = await make(reportId);
    const before = (await here.admin.get(`/reports/outputs/${first}/table`).expect(200)).body as ReportTable;
    expect(records(before)).toEqual([{ Site: 'A', Name: 'School A', Devices: 1 }]);
    // A correction of the past: it was at B since 2015.
    await here.change(id, { site: 'B', effectiveOn: '2015-01-05' });
    expect((await here.admin.get(`/reports/outputs/${first}/table`)).body).toEqual(before);
    const second = await make(reportId);
    const after = (await here.admin.get(`/reports/outputs/${second}/table`)).body as ReportTable;
    expect(records(after)).toEqual([{ Site: 'B', Name: 'School B', Devices: 1 }]);
    const { body } = await here.admin.get(`/reports/outputs/${second}/comparison`).expect(200);
    expect(body as Comparison).toMatchObject({
      before: first,
      added: 1,
      removed: 1,
      rows: [
        { key: ['B'], change: 'added', values: [{ column: 'Devices', before: null, after: 1 }] },
        { key: ['A'], change: 'removed' },
      ],
    });
    const known = await here.count(
      `asOf=2016-06-30&groupBy=site&knownAt=${before.knownAt as unknown as string}`,
    );
    expect(known.groups).toEqual([{ site: 'A', count: 1 }]);
    const { body: list } = await here.admin.get(`/reports/${reportId}/outputs`).expect(200);
    expect((list as { items: OutputView[] }).items.map((output) => output.id)).toEqual([second, first]);
  });

  it('comes as CSV, XLSX and PDF, as it was made', async () => {
    await devices(3, { ...LATITUDE, site: 'A' });
    const output = await make(await save({ name: 'Files', kind: 'counts' }));
    await devices(3, { ...LATITUDE, site: 'A' });
    const file = (format: string): Promise<Buffer> =>
      download(here.admin, `reports/outputs/${output}/export/${format}`);
    expect((await file('csv')).toString()).toBe('\uFEFFSite,Name,Laptop,Total\r\nA,School A,3,3\r\n');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await file('xlsx')) as unknown as ArrayBuffer);
    const [sheet, about] = book.worksheets;
    expect(
      sheet
        ?.getSheetValues()
        .slice(1)
        .map((row) => (row as unknown[]).slice(1)),
    ).toEqual([
      ['Site', 'Name', 'Laptop', 'Total'],
      ['A', 'School A', 3, 3],
    ]);
    expect(about?.name).toBe('About');
    expect(about?.getCell('B5').value).toMatch(/^\d{4}-\d{2}-\d{2}/);
    const text = await textOf(await file('pdf'));
    for (const part of ['Devices by place and kind', 'known at', 'Page 1', 'Laptop', '1 row.'])
      expect(text).toContain(part);
  });

  it('is refused with parameters that its kind cannot be made with, and under a name that is taken', async () => {
    const bad = await here.admin
      .post('/reports')
      .send({ name: 'Bad', kind: 'series', parameters: { interval: 'hour' } })
      .expect(400);
    expect((bad.body as Problem).errors).toMatchObject([{ field: 'interval' }]);
    await save({ name: 'Taken', kind: 'counts' });
    await here.admin.post('/reports').send({ name: 'TAKEN', kind: 'counts' }).expect(409);
    await here.admin
      .post('/reports')
      .send({ name: 'Late', kind: 'counts', schedule: { every: 'day', at: '25:00' } })
      .expect(400);
  });

  it.each<[string, string, object, string]>([
    ['a day that does not exist', 'counts', { asOf: '2025-02-30' }, 'asOf'],
    ['a day to come', 'counts', { asOf: '2199-01-01' }, 'asOf'],
    ['a word that is none', 'counts', { asOf: 'todayish' }, 'asOf'],
    ['a word that leads out of the calendar', 'counts', { asOf: 'today-900y' }, 'parameters'],
    ['null for a day', 'counts', { asOf: null }, 'asOf'],
    ['days that run backwards', 'growth', { from: 'today', to: 'today-1d' }, 'from'],
    ['an instant that is none', 'growth', { knownAt: '0.5' }, 'knownAt'],
    ['days of a hundred years', 'series', { from: 'today-100y', interval: 'day' }, 'interval'],
    ['models of some sites', 'series', { groupBy: 'site,model' }, 'groupBy'],
    ['a school year that is none', 'pupils-per-device', { schoolYear: '2025-27' }, 'schoolYear'],
    ['a day to come, of pupils', 'pupils-per-device', { asOf: 'today+1d' }, 'asOf'],
    ['bands of words', 'age', { bands: 'one,two' }, 'bands'],
    ['a day to come, of support', 'support-load', { asOf: 'today+1d' }, 'asOf'],
    ['a day to come, of fairness', 'fairness', { asOf: 'today+1d' }, 'asOf'],
    ['a parameter that it does not have', 'auto-update', { asOf: 'today' }, 'asOf'],
  ])(
    'is refused when it is saved, and not only when it is made, with %s',
    async (_, kind, parameters, field) => {
      const refused = await here.admin
        .post('/reports')
        .send({ name: `Bad ${field}`, kind, parameters })
        .expect(400);
      expect((refused.body as Problem).errors).toEqual([expect.objectContaining({ field })]);
      const { body } = await here.admin.post('/reports').send({ name: 'Good', kind }).expect(201);
      const path = `/reports/${(body as { id: string }).id}`;
      await here.admin.patch(path).set('if-match', '*').send({ parameters }).expect(400);
      expect((await here.admin.get(path).expect(200)).body).toEqual(body);
    },
  );

  it.each<[string, object]>([
    ['a weekday that is none', { schedule: { every: 'week', weekday: 8, at: '06:30' } }],
    ['a time that is none', { schedule: { every: 'day', at: '24:00' } }],
    ['a list for a schedule', { schedule: [] }],
    ['a schedule that says nothing', { schedule: {} }],
    ['an address that is none', { recipients: ['nobody'] }],
    ['null among the addresses', { recipients: [null] }],
    ['an address twice', { recipients: ['a@test.example', 'a@test.example'] }],
    ['a format that is none', { formats: ['docx'] }],
  ])('is refused with %s', async (_, more) => {
    await here.admin
      .post('/reports')
      .send({ name: 'Bad', kind: 'counts', ...more })
      .expect(400);
  });

  it('is the owner’s own, but for those who see the whole district', async () => {
    const lead = await app.user(here.district, 'lead', { sites: ['A'] });
    const { body } = await lead.post('/reports').send({ name: 'Of a lead', kind: 'counts' }).expect(201);
    const { id } = body as { id: string };
    await here.admin.get(`/reports/${id}`).expect(200);
    const other = await app.user(here.district, 'lead', { sites: ['A', 'B'] });
    await other.get(`/reports/${id}`).expect(404);
    await devices(1, { ...LATITUDE, site: 'A' });
    await devices(1, { ...LATITUDE, site: 'B' });
    const output = await make(id);
    const { body: made } = await here.admin.get(`/reports/outputs/${output}/table`).expect(200);
    expect(records(made as ReportTable)).toEqual([{ Site: 'A', Name: 'School A', Laptop: 1, Total: 1 }]);
  });
});
