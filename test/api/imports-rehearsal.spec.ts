import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import {
  countBySite,
  deviceOf,
  devicesCsv,
  districtWithSites,
  load,
  numbered,
  type Row,
  rowsOf,
  show,
  step,
  upload,
} from '../support/imports.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

/** Ten devices, and a file that adds, changes, leaves alone and is refused, for every reason that is cheap to have. */
async function mixed(): Promise<{ district: TestDistrict; file: string }> {
  const district = await districtWithSites(app);
  await load(app, district.admin, devicesCsv(numbered(10, { Cost: '100.00' })));
  const rows: Row[] = [
    ...numbered(2, { Cost: '100.00' }),
    ...numbered(5, { Cost: '100.00' })
      .slice(2)
      .map((row) => ({ ...row, Site: 'B2', Status: 'in_stock' })),
    { 'Asset tag': 'T1005', Cost: '250.00', Notes: 'new price' },
    { 'Asset tag': 'N1', 'Serial number': 'NEW1', Site: 'B2', 'In service on': '2019-08-01' },
    { 'Asset tag': 'N2', 'Serial number': 'NEW2' },
    { 'Asset tag': 'N2', 'Serial number': 'NEW3' },
    { 'Asset tag': 'N4', 'Serial number': 'NEW4', Site: 'nowhere' },
    { 'Asset tag': 'N5', 'Serial number': 'NEW5', 'In service on': '2999-01-01' },
    { 'Asset tag': 'T1006', 'Serial number': 'SN1007' },
    { 'Asset tag': 'T1008', Status: 'CLEAR' },
    { 'Asset tag': 'N6', 'Serial number': 'N/A', Status: 'on fire' },
    { 'Asset tag': '', 'Serial number': '' },
    { 'Asset tag': 'N7', 'Serial number': 'NEW7', Model: 'Never Heard Of', Kind: '' },
    { 'Asset tag': 'N8', 'Serial number': 'NEW8', Model: 'New Here', Room: 'New room' },
    { 'Asset tag': 'N9', 'Serial number': 'NEW9', Status: 'missing' },
    { 'Asset tag': 'N10', 'Serial number': 'NEW10', Cost: '99,999,999.00' },
  ];
  return { district, file: devicesCsv(rows) };
}

/** Everything that a rehearsal must not touch. */
async function registerOf({ id }: TestDistrict): Promise<unknown> {
  const tables = ['devices', 'device_codes', 'device_events', 'device_models', 'rooms', 'change_sets'];
  const counts = tables.map(
    (table) => `(SELECT count(*)::int FROM ${table} WHERE district_id = $1) AS ${table}`,
  );
  const [row] = await app.source.query<unknown[]>(
    `SELECT ${counts.join(', ')}, (SELECT md5(string_agg(d::text, '' ORDER BY id)) FROM devices d WHERE district_id = $1) AS state`,
    [id],
  );
  return row;
}

describe('a rehearsal', () => {
  it('says row by row what the commit then does', async () => {
    const { district, file } = await mixed();
    const rehearsed = await load(app, district.admin, file, { mode: 'rehearse' });
    const foretold = await rowsOf(district.admin, rehearsed.id);
    expect(rehearsed).toMatchObject({
      state: 'rehearsed',
      plan: { rows: 19, unchanged: 2, held: 0 },
    });
    const committed = await step(app, district.admin, rehearsed.id, 'commit');
    expect(committed.state).toBe('committed');
    expect(await rowsOf(district.admin, rehearsed.id)).toEqual(foretold);
    expect(committed.plan).toEqual(rehearsed.plan);
    const refused = foretold.filter(({ outcome }) => outcome === 'refused');
    for (const { problems } of refused) expect(problems?.[0]?.detail).toMatch(/\w/);
    expect(refused.length).toBeGreaterThan(7);
  });

  it('says what a commit without rehearsal does', async () => {
    const [one, two] = [await mixed(), await mixed()];
    const rehearsed = await load(app, one.district.admin, one.file, { mode: 'rehearse' });
    const committed = await load(app, two.district.admin, two.file);
    const outcomes = async (district: TestDistrict, id: string) =>
      (await rowsOf(district.admin, id)).map(({ rowNo, outcome, problems }) => ({
        rowNo,
        outcome,
        codes: problems?.map(({ column, code }) => `${column} ${code}`),
      }));
    expect(await outcomes(two.district, committed.id)).toEqual(await outcomes(one.district, rehearsed.id));
    expect(committed.plan).toEqual(rehearsed.plan);
  });

  it('tells the counts that the commit makes true', async () => {
    const { district, file } = await mixed();
    const before = await countBySite(district.admin);
    const { id, plan } = await load(app, district.admin, file, { mode: 'rehearse' });
    await step(app, district.admin, id, 'commit');
    const after = await countBySite(district.admin);
    const change = Object.fromEntries(
      ['A1', 'B2'].map((site) => [site, (after[site] ?? 0) - (before[site] ?? 0)]),
    );
    expect(plan?.countChange).toEqual(change);
  });

  it('changes nothing in the register', async () => {
    const { district, file } = await mixed();
    const before = await registerOf(district);
    await load(app, district.admin, file, { mode: 'rehearse' });
    expect(await registerOf(district)).toEqual(before);
  });

  it('waits for no writer, and no writer waits for it', async () => {
    const { district, file } = await mixed();
    const { id } = await deviceOf(district.admin, 'T1003');
    const writer = app.source.createQueryRunner();
    await writer.startTransaction();
    await writer.query(`SELECT 1 FROM devices WHERE district_id = $1 AND id = $2 FOR UPDATE`, [
      district.id,
      id,
    ]);
    const rehearsed = await load(app, district.admin, file, { mode: 'rehearse' });
    await writer.rollbackTransaction();
    await writer.release();
    expect(rehearsed.state).toBe('rehearsed');
  });

  it('holds back a row whose device was changed since, and lets the rest go in', async () => {
    const { district, file } = await mixed();
    const { id, plan } = await load(app, district.admin, file, { mode: 'rehearse' });
    const moved = await deviceOf(district.admin, 'T1003');
    await district.admin
      .patch(`/devices/${moved.id}`)
      .set('If-Match', `"${moved.version}"`)
      .send({ notes: 'seen by hand' })
      .expect(200);
    const committed = await step(app, district.admin, id, 'commit');
    expect(committed.plan).toMatchObject({ held: 1, change: (plan?.change ?? 0) - 1, add: plan?.add });
    const [held] = await rowsOf(district.admin, id, 'held');
    expect(held?.problems?.[0]).toMatchObject({ code: 'CHANGED_SINCE_REHEARSAL', column: null });
    expect(await deviceOf(district.admin, 'T1003')).toMatchObject({
      notes: 'seen by hand',
      status: 'deployed',
    });
    const { text } = await district.admin.get(`/imports/${id}/errors.csv`).expect(200);
    expect(text).toContain('changed this record after the check of the file');
  });

  it('holds back a row whose device somebody else added since', async () => {
    const { district, file } = await mixed();
    const { id } = await load(app, district.admin, file, { mode: 'rehearse' });
    await load(app, district.admin, devicesCsv([{ 'Asset tag': 'N1', 'Serial number': 'NEW1' }]));
    await step(app, district.admin, id, 'commit');
    const held = await rowsOf(district.admin, id, 'held');
    expect(held.map(({ rowNo }) => rowNo)).toEqual([8]);
  });

  it('can be cancelled, and committed all the same', async () => {
    const { district, file } = await mixed();
    const other = app.source.createQueryRunner();
    await other.startTransaction();
    await other.query(`LOCK TABLE import_rows IN SHARE MODE`);
    const { id, job } = await upload(district.admin, file, { mode: 'rehearse' });
    await district.admin.post(`/imports/${id}/cancel`).expect(202);
    await other.rollbackTransaction();
    await other.release();
    await app.job(district.admin, job?.id ?? '');
    expect(await show(district.admin, id)).toMatchObject({ state: 'cancelled' });
    await district.admin.post(`/imports/${id}/undo`).expect(409);
    const committed = await step(app, district.admin, id, 'commit');
    expect(committed).toMatchObject({ state: 'committed', plan: { rows: 19 } });
  });

  it('is committed once', async () => {
    const { district, file } = await mixed();
    const { id } = await load(app, district.admin, file, { mode: 'rehearse' });
    const answers = await Promise.all(
      [1, 2, 3].map(() => district.admin.post(`/imports/${id}/commit`).then(({ status }) => status)),
    );
    expect(answers.toSorted()).toEqual([202, 409, 409]);
  });
});
