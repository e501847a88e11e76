import { RecountService } from '../../src/count-evidence/recount.service.js';
import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import { deviceOf, devicesCsv, districtWithSites, load, numbered } from '../support/imports.js';

/** More than three chunks of an import. */
const ROWS = 6_500;

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

async function differencesOf({ id }: TestDistrict): Promise<unknown[]> {
  const differences: unknown[] = [];
  await app.get(RecountService).check(id, (difference) => differences.push(difference));
  return differences;
}

describe('chunks that are worked on side by side', () => {
  it('follow the order of the file where a later one speaks of a device of an earlier one', async () => {
    const district = await districtWithSites(app);
    await load(app, district.admin, devicesCsv(numbered(ROWS)));
    // By tag first, and by serial number in a later chunk: the same devices, and no row repeats another.
    const byTag = numbered(ROWS).map((row) => ({ 'Asset tag': row['Asset tag'] ?? '', Notes: 'first' }));
    const bySerial = numbered(100).map((row) => ({
      'Asset tag': '',
      'Serial number': row['Serial number'] ?? '',
      Notes: 'second',
    }));
    const rows = [...byTag.slice(0, 2_000), ...bySerial, ...byTag.slice(2_000)];
    const { plan } = await load(app, district.admin, devicesCsv(rows));
    expect(plan).toMatchObject({ change: ROWS + 100, refused: 0, held: 0 });
    expect(await deviceOf(district.admin, 'T1000')).toMatchObject({ notes: 'second', version: 3 });
    expect(await deviceOf(district.admin, 'T1100')).toMatchObject({ notes: 'first', version: 2 });
    expect(await differencesOf(district)).toEqual([]);
  });

  it('name the same new rooms without waiting for each other', async () => {
    const district = await districtWithSites(app);
    const rows = numbered(ROWS).map((row, i) => ({ ...row, Room: `R${i % 50}` }));
    const { plan } = await load(app, district.admin, devicesCsv(rows));
    expect(plan).toMatchObject({ add: ROWS });
    const [rooms] = await app.source.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM rooms WHERE district_id = $1`,
      [district.id],
    );
    expect(rooms?.n).toBe(50);
  });

  it('give way to somebody who takes a code that they were about to', async () => {
    const district = await districtWithSites(app);
    const importing = load(app, district.admin, devicesCsv(numbered(ROWS)));
    // Devices of all chunks are added by hand while the file comes in.
    const byHand = [1_500, 3_500, 5_500].map((i) =>
      district.admin.put('/devices/batch').send({
        rows: [
          {
            assetTag: `T${1000 + i}`,
            serialNumber: `SN${1000 + i}`,
            manufacturer: 'Lenovo',
            model: '300e Chromebook 2nd Gen',
            kind: 'chromebook',
            site: 'A1',
            notes: 'by hand',
          },
        ],
      }),
    );
    const answers = await Promise.all(byHand);
    for (const { status } of answers) expect(status).toBe(200);
    const { plan } = await importing;
    expect(plan).toMatchObject({ rows: ROWS, refused: 0, held: 0 });
    const [devices] = await app.source.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM devices WHERE district_id = $1`,
      [district.id],
    );
    expect(devices?.n).toBe(ROWS);
    expect(await differencesOf(district)).toEqual([]);
  });
});
