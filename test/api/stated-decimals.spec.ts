import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import type { JobView } from '../../src/jobs/jobs.service.js';
import { absenceOf, assignmentOf, technicianAt } from '../support/allocation-routes.js';
import { testApp, type TestApp, type TestDistrict, type TestUser } from '../support/app.js';
import { download } from '../support/exports.js';
import { devicesCsv, load, numbered } from '../support/imports.js';
import { reportTable } from '../support/reports.js';
import { decimalsOf, type Fraction, fractionsOf } from '../support/stated-decimals.js';

const YEAR = '2025-26';
const KINDS = ['desktop', 'laptop', 'ipad', 'chromebook', 'other'];
/** Decimals of the reports' columns of numbers; all others have whole numbers and money. */
const REPORT_DECIMALS: [header: RegExp, decimals: number][] = [
  [/^(Expected hours a year|Hours a week|Delivered a week)$/, 2],
  [/^(Minutes per hour|Per hour delivered|Minutes per student)$/, 1],
  [/^(Median per 100 devices|10th percentile|90th percentile)$/, 2],
  [/^(90 to 10|Gini|Repairs per 100 a year|Students per .*)$/, 3],
  [/^(Years old|Average, years|Not sighted, %)$/, 1],
];

let app: TestApp;
let district: TestDistrict;
let its: TestUser;
let proposal: JobView;
const sites = new Map<string, string>();

beforeAll(async () => {
  app = await testApp();
  district = await app.district();
  its = await app.user(district, 'its');
  await readySites();
  await readyDevices();
  await readyHelp();
});

afterAll(() => app.close());

async function add<T = { id: string }>(path: string, body: object, status = 201): Promise<T> {
  return (await district.admin.post(path).send(body).expect(status)).body as T;
}

/** Schools with pupils that no number of devices divides evenly, a few kilometers apart. */
async function readySites(): Promise<void> {
  for (const [code, pupils, longitude] of [
    ['A1', 653, -117.8123],
    ['B2', 331, -117.7011],
    ['C3', 907, -117.5347],
  ] as const) {
    const place = { latitude: 33.7, longitude };
    sites.set(code, (await add('/sites', { code, name: `Site ${code}`, type: 'elementary', ...place })).id);
    await district.admin
      .put(`/sites/${sites.get(code)}/pupils/${YEAR}`)
      .send({ pupils })
      .expect(200);
  }
}

async function readyDevices(): Promise<void> {
  const rows = [
    ...numbered(59, { 'In service on': '2019-02-03' }),
    ...numbered(73, { Site: 'B2', 'In service on': '2022-11-29' }),
    ...numbered(97, { Site: 'C3', 'In service on': '2024-05-17' }),
  ].map((row, i) => ({ ...row, 'Asset tag': `F${i}`, 'Serial number': `FRACTION${i}` }));
  expect((await load(app, district.admin, devicesCsv(rows))).state).toBe('committed');
  const weights = KINDS.map((kind) => ({
    kind,
    per: 'device',
    minutes: 249.6173,
    source: 'ours',
    sourceDate: '2026-06-30',
  }));
  const open = {
    kind: 'chromebook',
    per: 'open_repair',
    minutes: 33.3733,
    source: 'ours',
    sourceDate: '2026-06-30',
  };
  await its
    .put('/support-load/weights')
    .set('if-match', '*')
    .send({ weights: [...weights, open] })
    .expect(200);
  const { body } = await its.get('/devices?site=A1&limit=3').expect(200);
  for (const { id } of (body as { items: { id: string }[] }).items)
    await district.admin
      .patch(`/devices/${id}`)
      .set('if-match', '*')
      .send({ status: 'in_repair' })
      .expect(200);
}

/** Help in amounts, and visits of lengths, whose sums and shares are not round. */
async function readyHelp(): Promise<void> {
  const settings = {
    reserveShare: 0,
    model: 'irvine-2016-17',
    setAside: [{ work: 'travel', hoursAWeek: 1.75 }],
  };
  await its.put('/allocation/settings').set('if-match', '*').send(settings).expect(200);
  const own = {
    key: 'ours',
    name: 'Ours',
    unit: 'hours',
    gives: false,
    source: 'a board',
    sourceDate: '2026-07-01',
  };
  const option = {
    key: 'full-year',
    name: 'Full year',
    from: '07-01',
    to: '06-30',
    prices: [{ amount: 10.25, cents: 33_333 }],
  };
  const bands = [{ types: ['elementary'], fromPupils: 0, amount: 10.25 }];
  await add('/allocation/models', { ...own, bands, options: [option] });
  for (const [site, payer] of [
    ['A1', 'gift'],
    ['B2', 'site'],
  ] as const) {
    const draft = {
      site,
      schoolYear: YEAR,
      model: 'ours',
      option: 'full-year',
      amount: 10.25,
      payer,
      payerName: 'PTA',
    };
    const { id } = await add('/allocation/purchases', draft);
    for (const state of ['submitted', 'approved'])
      await district.admin
        .post(`/allocation/purchases/${id}/steps`)
        .set('if-match', '*')
        .send({ state })
        .expect(200);
  }
  const comes = await add('/technicians', { ...technicianAt('C3'), weekdays: [1, 2, 3] });
  const spare = await add('/technicians', technicianAt('A1'));
  for (const [technicianId, site, minutes] of [
    [comes.id, 'C3', 20],
    [comes.id, 'B2', 25],
    [spare.id, 'A1', 50],
  ] as const) {
    const [hour, weekday] = [site === 'B2' ? 19 : 17, site === 'B2' ? '15' : '13'];
    const times = {
      startsAt: `2025-10-${weekday}T${hour}:00:00Z`,
      endsAt: `2025-10-${weekday}T${hour}:${minutes}:00Z`,
    };
    await its
      .post('/time-entries')
      .send({ technicianId, site, work: 'repair', ...times })
      .expect(201);
  }
  const job = await add<JobView>('/allocation/proposals', { schoolYear: YEAR }, 202);
  proposal = await app.job(district.admin, job.id);
  await add('/allocation/assignments', assignmentOf(comes.id, 'B2'));
  await add('/allocation/absences', absenceOf(comes.id));
}

/** More decimals than the document states, or none stated at all. */
const faultsIn = (found: readonly Fraction[]): Fraction[] =>
  found.filter(({ value, stated }) => stated === null || decimalsOf(value) > stated);

const namesOf = (found: readonly Fraction[]): Set<string> =>
  new Set(found.map(({ path }) => path.replaceAll('[]', '').split('.').at(-1) ?? ''));

describe('computed numbers in answers', () => {
  const query = `schoolYear=${YEAR}&model=irvine-2016-17`;
  it.each([
    ['get /allocation/plan', () => `/allocation/plan?${query}`, ['purchased', 'delivered', 'gap']],
    [
      'get /allocation/delivered',
      () => `/allocation/delivered?${query}&from=2025-10-13&to=2025-10-19`,
      ['due', 'hours', 'short', 'planned'],
    ],
    [
      'get /support-load',
      () => `/support-load?${query}`,
      [
        'expectedMinutes',
        'years',
        'neededHours',
        'minutesPerPupil',
        'repairsPer100Devices',
        'hoursPer100Devices',
      ],
    ],
    [
      'get /support-load/fairness',
      () => `/support-load/fairness?schoolYear=${YEAR}`,
      ['median', 'ratio', 'gini'],
    ],
    [
      'get /support-load/trend',
      () => '/support-load/trend?from=2025-10-01',
      ['expectedMinutes', 'deliveredHours'],
    ],
    [
      'get /support-load/sites/{id}',
      () => `/support-load/sites/${sites.get('A1')}`,
      ['kilometres', 'years', 'waitingMinutes'],
    ],
  ])('have the decimals that the document states: %s', async (route, path, fractional) => {
    const { body } = await its.get(path()).expect(200);
    const found = fractionsOf(route, body);
    expect(faultsIn(found)).toEqual([]);
    expect([...namesOf(found)]).toEqual(expect.arrayContaining(fractional));
  });

  it('have the decimals that the document states: plans side by side', async () => {
    const scenarios = ['los-angeles-2025-26', 'ours'].map((model) => ({ model, schoolYear: YEAR }));
    const { body } = await its.post('/allocation/comparisons').send({ scenarios }).expect(200);
    const found = fractionsOf('post /allocation/comparisons', body);
    expect(faultsIn(found)).toEqual([]);
    expect([...namesOf(found)]).toEqual(expect.arrayContaining(['recommended', 'change', 'shortfall']));
  });

  it('have the decimals that the document states: covers and proposals of whole weeks', async () => {
    const { body } = await district.admin
      .post('/allocation/cover-proposals')
      .send({ on: '2025-10-06' })
      .expect(200);
    const found = fractionsOf('post /allocation/cover-proposals', body);
    expect(faultsIn(found)).toEqual([]);
    expect([...namesOf(found)]).toEqual(['kilometres']);
    expect(proposal.state).toBe('done');
    const result = proposal.result as Record<string, number> & { notPlaced: { days: number }[] };
    const numbers = [
      [result['kilometresAWeek'], 1],
      [result['kilometresInOrder'], 1],
      [result['boughtDays'], 2],
      ...result.notPlaced.map(({ days }) => [days, 2]),
    ] as [number, number][];
    expect(numbers.filter(([value, stated]) => decimalsOf(value) > stated)).toEqual([]);
    expect(numbers.filter(([value]) => !Number.isInteger(value)).length).toBeGreaterThan(2);
  });

  it('are rounded once, and not while they are computed', async () => {
    const { body } = await its.get(`/support-load?${query}`).expect(200);
    const { sites: loads, totals } = body as {
      sites: { site: string; minutesPerDeliveredHour: number }[];
      totals: object;
    };
    // 20 minutes a week are a third of an hour, and not 0.33 hours.
    const expected = (97 * 249.6173) / 52 / (20 / 60);
    expect(loads.find(({ site }) => site === 'C3')?.minutesPerDeliveredHour).toBe(
      Number(expected.toFixed(1)),
    );
    expect(totals).toMatchObject({
      expectedMinutes: Number((229 * 249.6173).toFixed(1)),
      deliveredHours: 1.58,
    });
  });
});

describe('computed numbers in reports and files', () => {
  it('have no more decimals than their column allows, as a table, CSV and XLSX', async () => {
    const { body } = await its.get('/reports/kinds').expect(200);
    const kinds = (body as { items?: { kind: string }[] }).items ?? (body as { kind: string }[]);
    const faults: unknown[] = [];
    const seen = new Set<string>();
    const check = (where: string, header: string, cell: unknown): void => {
      const text = typeof cell === 'number' ? String(cell) : typeof cell === 'string' ? cell : '';
      if (!/^-?\d+\.\d+(e-\d+)?$/.test(text)) return;
      seen.add(header);
      const stated = REPORT_DECIMALS.find(([name]) => name.test(header))?.[1] ?? 2;
      if (decimalsOf(text) > stated) faults.push([where, header, text]);
    };
    for (const { kind } of kinds) {
      const years = ['support-load', 'fairness', 'pupils-per-device'].includes(kind)
        ? `schoolYear=${YEAR}`
        : '';
      const ask = kind === 'support-load' ? `${years}&model=irvine-2016-17` : years;
      const { columns, rows } = await reportTable(its, kind, ask);
      for (const row of rows) row.forEach((cell, i) => check(kind, columns[i]?.header ?? '', cell));
      const csv: Record<string, string>[] = parse(
        await download(its, `reports/kinds/${kind}/export/csv?${ask}`),
        { columns: true, bom: true },
      );
      for (const row of csv)
        for (const [header, cell] of Object.entries(row)) check(`${kind}.csv`, header, cell);
      for (const [header, cell] of await sheet(`reports/kinds/${kind}/export/xlsx?${ask}`))
        check(`${kind}.xlsx`, header, cell);
    }
    for (const [header, cell] of await sheet(`allocation/plan/export/xlsx?schoolYear=${YEAR}&model=ours`))
      check('plan.xlsx', header, cell);
    expect(faults).toEqual([]);
    expect([...seen]).toEqual(
      expect.arrayContaining([
        'Minutes per hour',
        'Gini',
        'Average, years',
        'Students per device',
        'Years old',
      ]),
    );
  });
});

/** The cells of a workbook's first sheet, each with the header of its column. */
async function sheet(path: string): Promise<[header: string, cell: unknown][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await download(its, path)) as unknown as ExcelJS.Buffer);
  const cells: [string, unknown][] = [];
  const [first] = workbook.worksheets;
  first?.eachRow((row, number) => {
    if (number > 1)
      row.eachCell((cell, column) => cells.push([first.getRow(1).getCell(column).text, cell.value]));
  });
  return cells;
}
