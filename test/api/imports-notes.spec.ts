import { parse } from 'csv-parse/sync';
import { testApp, type TestApp } from '../support/app.js';
import { csvOf, districtWithSites, load, type Row, rowsOf, step } from '../support/imports.js';

let app: TestApp;

beforeAll(async () => {
  app = await testApp();
});

afterAll(() => app.close());

const HEADERS = {
  Tag: 'assetTag',
  Serial: 'serialNumber',
  Make: 'manufacturer',
  Model: 'model',
  Kind: 'kind',
  School: 'site',
};
const DELL = { Make: 'Dell', Model: 'Latitude 3120', Kind: 'laptop', School: 'A1' };
const MAPPING = { columns: HEADERS, padTagsTo: 6 };

const padded = (said: string, read: string): object => ({
  column: 'Tag',
  code: 'TAG_PADDED',
  detail: `The file has "${said}". The mapping fills up tags to 6 digits, so Rollcall reads "${read}".`,
});

describe('what Rollcall does that a file did not ask for', () => {
  it('is noted with the row in the rehearsal and in the commit, refuses nothing, and is counted', async () => {
    const district = await districtWithSites(app);
    const file = csvOf([
      { Tag: '17', Serial: 'NOTE0001', ...DELL },
      { Tag: '123456', Serial: 'NOTE0002', ...DELL },
      { Tag: '18', Serial: 'NOTE0003', ...DELL, School: 'nowhere' },
    ]);
    const rehearsed = await load(app, district.admin, file, { mapping: MAPPING, mode: 'rehearse' });
    const plan = { rows: 3, add: 2, refused: 1, notes: expect.objectContaining({ TAG_PADDED: 2 }) };
    expect(rehearsed.plan).toMatchObject(plan);
    const inRehearsal = await rowsOf(district.admin, rehearsed.id);
    expect(inRehearsal[0]?.notes).toContainEqual(padded('17', '000017'));
    expect(inRehearsal.map(({ notes }) => notes?.some(({ code }) => code === 'TAG_PADDED') ?? false)).toEqual(
      [true, false, true],
    );
    const committed = await step(app, district.admin, rehearsed.id, 'commit');
    expect(committed.plan).toEqual(rehearsed.plan);
    expect((await rowsOf(district.admin, rehearsed.id)).map(({ notes }) => notes)).toEqual(
      inRehearsal.map(({ notes }) => notes),
    );
  });

  it('can be listed by its code, and comes back as a file', async () => {
    const district = await districtWithSites(app);
    const file = csvOf([
      { Tag: '27', Serial: 'NOTE0004', ...DELL },
      { Tag: '123457', Serial: 'NOTE0005', ...DELL },
    ]);
    const { id } = await load(app, district.admin, file, { mapping: MAPPING });
    const listed = async (query: string): Promise<number[]> => {
      const { body } = await district.admin.get(`/imports/${id}/rows?${query}`).expect(200);
      return (body as { items: { rowNo: number }[] }).items.map(({ rowNo }) => rowNo);
    };
    expect(await listed('note=TAG_PADDED')).toEqual([2]);
    expect(await listed('note=NO_SUCH_NOTE')).toEqual([]);
    expect(await listed('noted=true')).toContain(2);
    expect([...(await listed('noted=true')), ...(await listed('noted=false'))].toSorted()).toEqual([2, 3]);
    const { text } = await district.admin.get(`/imports/${id}/notes.csv`).expect(200);
    const [first] = parse<Row>(text, { columns: true, bom: true });
    expect(first).toMatchObject({ Tag: '27', Serial: 'NOTE0004' });
    expect(first?.['What Rollcall did differently']).toContain('"000027"');
    const again = await load(app, district.admin, text, { mapping: MAPPING });
    expect(again.warnings).toContainEqual(
      expect.objectContaining({ code: 'COLUMN_NOT_USED', column: 'What Rollcall did differently' }),
    );
    expect(again.plan).toMatchObject({ unchanged: parse<Row>(text, { columns: true, bom: true }).length });
  });
});
