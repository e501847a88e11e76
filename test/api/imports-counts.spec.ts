import { parse } from 'csv-parse/sync';
import { RecountService } from '../../src/count-evidence/recount.service.js';
import { testApp, type TestApp } from '../support/app.js';
import { countFile, districtOfFleet, fleetOf } from '../support/fleets.js';
import { countBySite, load, type Row } from '../support/imports.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

const DATES = [
  '2010-06-30',
  '2010-07-01',
  '2012-02-29',
  '2013-09-15',
  '2015-01-01',
  '2016-08-31',
  '2018-03-03',
  '2020-06-30',
  '2022-12-31',
  '2024-07-01',
];

describe('a fleet of 5,000 devices', () => {
  it('counts by site as its file does, today and at ten past dates, before the fold and after', async () => {
    const district = await districtOfFleet(app);
    const { csv } = await fleetOf(5_000);
    const { plan } = await load(app, district.admin, csv);
    expect(plan).toMatchObject({ rows: 5_000, add: 5_000, refused: 0 });
    const rows = parse<Row>(csv, { columns: true });
    const today = new Date().toISOString().slice(0, 10);
    for (const folds of [false, true]) {
      if (folds) await app.fold();
      expect(await countBySite(district.admin)).toEqual(countFile(rows, today));
      for (const date of DATES)
        expect([date, await countBySite(district.admin, date)]).toEqual([date, countFile(rows, date)]);
    }
    const differences: unknown[] = [];
    await app.get(RecountService).check(district.id, (difference) => differences.push(difference));
    expect(differences).toEqual([]);
    const again = await load(app, district.admin, csv);
    expect(again.plan).toMatchObject({ rows: 5_000, unchanged: 5_000 });
  });
});
