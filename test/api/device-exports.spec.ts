import { type TestApp, testApp, type TestDistrict } from '../support/app.js';
import { allUnchanged, comesBack, download, FORMATS } from '../support/exports.js';

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

describe.each(FORMATS)('an export as %s', (format) => {
  it('comes back unchanged, row by row', async () => {
    const { plan } = await comesBack(app, district.admin, 'devices', format);
    expect(plan).toMatchObject(allUnchanged(40));
  });

  it('has what the filter leaves and nothing else', async () => {
    const all = await download(district.admin, `devices/export/${format}`);
    const few = await download(district.admin, `devices/export/${format}?status=deployed&room=00`);
    expect(few.length).toBeLessThan(all.length);
  });
});

it('guards a note that a spreadsheet would run', async () => {
  const { text } = await district.admin.get('/devices/export/csv').buffer(true).expect(200);
  expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
});

it('refuses a format it does not have', async () => {
  await district.admin.get('/devices/export/ods').expect(400);
});

it('names no student of a site that the caller does not see', async () => {
  const { admin } = district;
  await admin.post('/sites').send({ code: 'B1', name: 'Birch', type: 'elementary' }).expect(201);
  await admin
    .post('/people')
    .send({ externalId: 'S-77', role: 'student', givenName: 'Ada', familyName: 'Byron', site: 'B1' })
    .expect(201);
  const { body } = await admin.get('/devices/lookup?code=T-3').expect(200);
  const [{ id }] = (body as { items: [{ id: string }] }).items;
  await admin.patch(`/devices/${id}`).set('if-match', '*').send({ holder: 'S-77' }).expect(200);
  const holders = async (site: string): Promise<boolean[]> => {
    const technician = await app.user(district, 'technician', { sites: [site, '0042'] });
    return Promise.all(
      [`export/csv?id=${id}`, `export/csv?id=${id}&columns=assetTag,person`].map(async (path) => {
        const { text } = await technician.get(`/devices/${path}`).buffer(true).expect(200);
        expect(text).toContain('T-3');
        return /S-77|Byron/.test(text);
      }),
    );
  };
  expect(await holders('B1')).toEqual([true, true]);
  expect(await holders('0042')).toEqual([false, false]);
});
