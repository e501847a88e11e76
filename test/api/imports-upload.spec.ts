import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import { devicesCsv, districtWithSites, numbered, send, upload } from '../support/imports.js';

let app: TestApp;
let district: TestDistrict;
const file = devicesCsv(numbered(2));

beforeAll(async () => {
  app = await testApp();
  district = await districtWithSites(app);
});

afterAll(() => app.close());

/** A multipart body written by hand: parts as they are, in their order. */
function multipart(parts: { name: string; value: string; fileName?: string }[]) {
  const boundary = 'x-boundary';
  const body = parts.map(
    ({ name, value, fileName }) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${fileName ? `; filename="${fileName}"` : ''}\r\n\r\n${value}\r\n`,
  );
  return district.admin
    .post('/imports')
    .set('content-type', `multipart/form-data; boundary=${boundary}`)
    .send(`${body.join('')}--${boundary}--\r\n`);
}

async function importsOf(of: TestDistrict): Promise<number> {
  const rows = await app.source.query<unknown[]>(`SELECT 1 FROM imports WHERE district_id = $1`, [of.id]);
  return rows.length;
}

describe('an upload', () => {
  it('is taken in, guessed, and answered with a job to follow', async () => {
    const taken = await upload(district.admin, file, { mode: 'rehearse', fileName: 'Räume 1.csv' });
    expect(taken).toMatchObject({
      kind: 'devices',
      fileName: 'Räume 1.csv',
      sizeBytes: Buffer.byteLength(file),
      state: 'rehearsing',
      reading: { format: 'csv', encoding: 'utf-8', delimiter: ',', headerRow: 1 },
      job: { kind: 'imports.rehearse' },
    });
    expect(taken.mapping.columns).toMatchObject({ 'Serial number': 'serialNumber', Site: 'site' });
    const done = await app.job(district.admin, taken.job?.id ?? '');
    expect(done).toMatchObject({ state: 'done', done: 2, total: 2 });
  });

  it.each([
    [
      'a field after the file',
      [
        { name: 'kind', value: 'devices' },
        { name: 'file', value: file, fileName: 'a.csv' },
        { name: 'mode', value: 'commit' },
      ],
      'FIELD_AFTER_FILE',
    ],
    ['no file', [{ name: 'kind', value: 'devices' }], 'NO_FILE'],
    ['no kind', [{ name: 'file', value: file, fileName: 'a.csv' }], 'INVALID_INPUT'],
    [
      'an unknown kind',
      [
        { name: 'kind', value: 'chargers' },
        { name: 'file', value: file, fileName: 'a.csv' },
      ],
      'INVALID_INPUT',
    ],
    [
      'an unknown mode',
      [
        { name: 'kind', value: 'devices' },
        { name: 'mode', value: 'try' },
        { name: 'file', value: file, fileName: 'a.csv' },
      ],
      'INVALID_INPUT',
    ],
  ])('is refused with %s, and leaves nothing behind', async (_what, parts, code) => {
    const before = await importsOf(district);
    const { body } = await multipart(parts).expect(400);
    expect(body).toMatchObject({ code });
    expect(await importsOf(district)).toBe(before);
  });

  it('is refused with two files', async () => {
    const one = { name: 'file', value: file, fileName: 'a.csv' };
    const { body } = await multipart([{ name: 'kind', value: 'devices' }, one, one]).expect(400);
    expect(body).toMatchObject({ code: 'MORE_THAN_ONE_FILE' });
  });

  it.each([
    ['mapping', { columns: 5 }],
    ['mapping', {}],
    ['mapping', { columns: {}, padTagsTo: 1e9 }],
    ['mapping', { columns: {}, dateOrder: 'backwards' }],
    ['mapping', { columns: {}, words: { status: 'x' } }],
    ['mapping', { columns: { 'Serial number': 'colour' } }],
    ['mapping', { columns: { Missing: 'serialNumber' } }],
    ['reading', { delimiter: 'x' }],
    ['reading', { headerRow: -1 }],
    ['reading', { headerRow: 'two' }],
    ['reading', { encoding: 'klingon' }],
    ['options', { allOrNothing: 'yes' }],
    ['options', { force: true }],
  ])('is refused where %s is %j', async (field, value) => {
    const answer = await send(district.admin, file, { [field]: value });
    expect(answer.status).toBe(400);
    expect(answer.body.detail).not.toBe('');
  });

  it('is refused where a field is not JSON, or names a mapping that there is not', async () => {
    await send(district.admin, file, { options: 'yes' as unknown as object }).expect(400);
    const { body } = await send(district.admin, file, { mapping: 'asset-tiger' }).expect(404);
    expect(body.detail).toContain('snipe-it');
  });

  it('must be multipart', async () => {
    const { body } = await district.admin.post('/imports').send({ kind: 'devices' }).expect(400);
    expect(body.code).toBe('NOT_MULTIPART');
  });

  it('is refused where the connection is cut, without a trace', async () => {
    const before = await importsOf(district);
    await multipart([{ name: 'kind', value: 'devices' }])
      .send(
        '--x-boundary\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nSerial,Site\r\nS1,',
      )
      .expect(400);
    expect(await importsOf(district)).toBe(before);
  });

  it('is for those who may load such rows', async () => {
    const its = await app.user(district, 'its');
    const technician = await app.user(district, 'technician');
    expect((await send(its, file)).body).toMatchObject({ status: 403, code: 'IMPORT_NOT_ALLOWED' });
    await send(technician, file).expect(403);
    await send(its, 'Code,Name,Type\nZ9,Nine,office\n', { kind: 'sites', mode: 'rehearse' }).expect(202);
  });

  it('is nobody’s business in another district', async () => {
    const { id } = await upload(district.admin, file, { mode: 'rehearse' });
    const other = await app.district();
    for (const path of ['', '/rows', '/errors.csv'])
      await other.admin.get(`/imports/${id}${path}`).expect(404);
    for (const path of ['commit', 'cancel', 'undo'])
      await other.admin.post(`/imports/${id}/${path}`).expect(404);
  });

  it('of devices cannot be committed, cancelled or undone by who may not load devices', async () => {
    const { id } = await upload(district.admin, file, { mode: 'rehearse' });
    const its = await app.user(district, 'its');
    for (const path of ['commit', 'cancel', 'undo']) await its.post(`/imports/${id}/${path}`).expect(403);
  });

  it('is listed, latest first, page by page', async () => {
    const fresh = await districtWithSites(app);
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1) ids.push((await upload(fresh.admin, file, { mode: 'rehearse' })).id);
    const first = (await fresh.admin.get('/imports?limit=2').expect(200)).body;
    const second = (await fresh.admin.get(`/imports?limit=2&cursor=${first.nextCursor}`).expect(200)).body;
    const listed = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
    expect(listed).toEqual(ids.toReversed());
    expect(second.nextCursor).toBeNull();
  });
});
