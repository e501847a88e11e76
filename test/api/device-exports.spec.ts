import { type TestApp, testApp, type TestDistrict } from '../support/app.js';

let app: TestApp;
let district: TestDistrict;

beforeAll(async () => {
  app = await testApp();
  district = await app.district();
  await district.admin.post('/sites').send({ code: '0042', name: 'Alder', type: 'elementary' }).expect(201);
  const rows = Array.from({ length: 40 }, (_, i) => ({
    serialNumber: `5CG10${String(i).padStart(5, '0')}`,
    assetTag: `T-${i}`,
    manufacturer: 'HP',
    model: 'Chromebook 11 G5',
    site: '0042',
    room: `0${i % 7}`,
    status: i % 3 === 0 ? 'deployed' : 'in_stock',
    inServiceOn: '2018-08-15',
    costCents: 25_905 + i,
    fundingSource: 'Title I',
    mac: `b46921${String(i).padStart(6, '0')}`,
    notes: i === 0 ? '=HYPERLINK("http://x")' : i === 1 ? 'Müller, "quoted"\nsecond line' : `note ${i}`,
  }));
  const { body } = await district.admin.put('/devices/batch').send({ rows }).expect(200);
  expect(new Set(body.results.map((result: { outcome: string }) => result.outcome))).toEqual(
    new Set(['added']),
  );
});

afterAll(() => app.close());

describe.each(['csv', 'xlsx'])('an export as %s', (format) => {
  async function download(query = ''): Promise<Buffer> {
    const answer = await district.admin
      .get(`/devices/export/${format}${query}`)
      .buffer(true)
      .parse((response, done) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => done(null, Buffer.concat(pieces)));
      })
      .expect(200);
    return answer.body as Buffer;
  }

  it('comes back unchanged, row by row', async () => {
    const answer = await district.admin
      .post('/imports')
      .field('kind', 'devices')
      .field('mode', 'commit')
      .attach('file', await download(), `devices.${format}`)
      .expect(202);
    await app.job(district.admin, answer.body.job.id);
    const { body } = await district.admin.get(`/imports/${answer.body.id}`).expect(200);
    expect(body.plan).toMatchObject({ rows: 40, unchanged: 40, add: 0, change: 0, refused: 0 });
  });

  it('has what the filter leaves and nothing else', async () => {
    const all = await download();
    const few = await download('?status=deployed&room=00');
    expect(few.length).toBeLessThan(all.length);
  });
});

it('guards a note that a spreadsheet would run', async () => {
  const { text } = await district.admin.get('/devices/export/csv').buffer(true).expect(200);
  expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
});

it('refuses a format it does not have', async () => {
  await district.admin.get('/devices/export/pdf').expect(400);
});
