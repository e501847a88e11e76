import iconv from 'iconv-lite';
import { step } from '../support/imports.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { daysAgo, register, type Register } from '../support/devices.js';
import { textOf } from '../support/pdf-text.js';
import { records, reportTable } from '../support/reports.js';
import { SettlementDesk } from '../support/settlement-desk.js';

let app: TestApp;
let here: Register;
let its: TestUser;
let desk: SettlementDesk;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  its = await app.user(here.district, 'its');
  desk = new SettlementDesk(app, here, its);
});

afterAll(() => app.close());

const serial = (serialNumber: string, more: object = {}): object => ({ serialNumber, ...more });

describe('a file of a recycler that fits the manifest', () => {
  it('becomes one line for each device, and opens nothing', async () => {
    const lot = await desk.gone([serial('R2AAA01'), serial('R2AAA02')], { condition: 'C4' });
    const done = await desk.import(lot, [
      {
        'Serial number': 'R2AAA01',
        Grade: 'C4/F3',
        Weight: '3.2 lb',
        Price: '$1,025.50',
        'Data status': 'Erased',
        'Final disposition': 'Remarketed',
        Comments: 'Hinge loose',
      },
      {
        'Serial number': 'R2AAA02',
        Grade: 'C5 F4',
        Weight: '1.45 kg',
        Price: '20',
        'Data status': 'Shredded',
        'Final disposition': 'Recycled',
        Comments: '',
      },
    ]);
    expect(done).toMatchObject({ state: 'committed', plan: { add: 2, refused: 0, noted: 0 } });
    expect(await desk.line(lot, 'R2AAA01')).toMatchObject({
      deviceId: lot.devices[0]?.id,
      position: expect.any(Number) as number,
      cosmeticGrade: 'C4',
      functionalGrade: 'F3',
      letterGrade: null,
      weightKg: 1.451,
      priceCents: 102_550,
      sanitization: 'wiped',
      disposition: 'resold',
      dispositionText: 'Remarketed',
      note: 'Hinge loose',
      differences: [],
    });
    expect(await desk.line(lot, 'R2AAA02')).toMatchObject({ weightKg: 1.45, sanitization: 'destroyed' });
    expect((await desk.read(lot)).returned).toEqual({
      lines: 2,
      weightKg: 2.901,
      priceCents: 104_550,
      unpriced: 0,
      withoutResult: 0,
      open: [],
    });
  });

  it('is found again by lower case, lost zeros, the old tag and the label of the maker', async () => {
    const lot = await desk.gone([
      serial('ABC12X'),
      serial('0004711'),
      { assetTag: 'TAG-9', serialNumber: undefined },
      serial('PF0ABCDE', { manufacturer: 'Lenovo' }),
    ]);
    const done = await desk.import(lot, [
      { Serial: ' abc12x ', Tag: '' },
      { Serial: '4711', Tag: '' },
      { Serial: '', Tag: 'tag-9' },
      { Serial: '1S82J9000YUSPF0ABCDE', Tag: '' },
    ]);
    expect(await desk.refusals(done)).toEqual([]);
    expect(await desk.notes(done)).toEqual(['3 ZEROS_RESTORED']);
    expect((await desk.lines(lot)).map(({ deviceId }) => deviceId).toSorted()).toEqual(
      lot.devices.map(({ id }) => id).toSorted(),
    );
    expect(await desk.differences(lot)).toEqual([]);
  });

  it('is read in Windows-1252 with semicolons, with a byte order mark, and with quotes', async () => {
    const lot = await desk.gone([serial('SEMI01'), serial('BOM01'), serial('QUO"TE1')]);
    const windows = iconv.encode(
      'Serial;Weight (kg);Price;Remarks\r\nSEMI01;1,5;12,50;Bisagra dañada\r\n',
      'win1252',
    );
    await desk.import(lot, windows);
    await desk.import(
      lot,
      '\uFEFF"Serial","Weight (lb)","Price"\r\n"BOM01","2.5","$3"\r\n"QUO""TE1","2","$4"\r\n',
    );
    expect(await desk.line(lot, 'SEMI01')).toMatchObject({
      weightKg: 1.5,
      priceCents: 1_250,
      note: 'Bisagra dañada',
    });
    expect(await desk.line(lot, 'BOM01')).toMatchObject({ weightKg: 1.134, priceCents: 300 });
    expect(await desk.line(lot, 'QUO"TE1')).toMatchObject({ deviceId: lot.devices[2]?.id, priceCents: 400 });
  });

  it('can name the lot in a column, and a column that is only called Lot is the recycler’s own', async () => {
    const [one, two] = [await desk.gone([serial('LOT01')]), await desk.gone([serial('LOT02')])];
    const done = await desk.import(null, [
      { 'District lot': String(one.number), Lot: 'VD-2231', Serial: 'LOT01' },
      { 'District lot': String(two.number), Lot: 'VD-2231', Serial: 'LOT02' },
      { 'District lot': '', Lot: 'VD-2231', Serial: 'LOT03' },
      { 'District lot': '999', Lot: 'VD-2231', Serial: 'LOT04' },
    ]);
    expect(await desk.refusals(done)).toEqual(['4 District lot NO_LOT', '5 District lot NO_SUCH_LOT']);
    expect(done.warnings).toContainEqual(expect.objectContaining({ code: 'COLUMN_NOT_USED', column: 'Lot' }));
    expect([await desk.differences(one), await desk.differences(two)]).toEqual([[], []]);
    const other = await desk.import(one, [{ 'District lot': String(two.number), Serial: 'LOT02' }]);
    expect(await desk.refusals(other)).toEqual(['2 District lot OTHER_LOT_CHOSEN']);
  });
});

describe('the comparison with the manifest', () => {
  it('finds devices that are missing, and those that the recipient did not receive', async () => {
    const lot = await desk.gone(
      [serial('MISS01'), serial('MISS02'), serial('MISS03'), serial('LEFT04')],
      {},
      [3],
    );
    const rows = [
      { Serial: 'MISS01', Disposition: 'Resale' },
      { Serial: 'MISS03', Disposition: 'Not received' },
    ];
    const rehearsal = await desk.import(lot, rows, { mode: 'rehearse' });
    expect(await desk.notes(rehearsal)).toEqual(['3 DEVICE_MISSING_AT_RECIPIENT', '3 DEVICES_NOT_IN_FILE']);
    expect([await desk.lines(lot), await desk.differences(lot)]).toEqual([[], []]);
    await step(app, its, rehearsal.id, 'commit');
    expect(await desk.told(lot)).toEqual(['missing not_in_file MISS02', 'missing not_received MISS03']);
    const later = await desk.import(lot, [{ Serial: 'MISS02', Disposition: 'Resale' }]);
    expect(later).toMatchObject({ plan: { add: 1 } });
    expect(await desk.told(lot)).toEqual(['missing not_received MISS03']);
  });

  it('finds what is not on the lot, and tells what it is', async () => {
    const spare = await here.add({ serialNumber: 'EXTRA03' });
    const lot = await desk.gone([serial('EXTRA01'), serial('EXTRA02')], {}, [1]);
    await desk.import(lot, [
      { Serial: 'EXTRA01' },
      { Serial: 'EXTRA02' },
      { Serial: 'EXTRA03' },
      { Serial: 'NOBODYS' },
    ]);
    expect(await desk.told(lot)).toEqual([
      'extra not_on_lot EXTRA03',
      'extra not_taken EXTRA02',
      'extra unknown_code NOBODYS',
    ]);
    expect((await desk.line(lot, 'EXTRA03'))?.deviceId).toBe(spare.id);
    expect((await desk.line(lot, 'NOBODYS'))?.deviceId).toBeNull();
  });

  it('finds devices that were swapped', async () => {
    const other = await desk.gone([serial('SWAP90')]);
    const used = await here.add({ serialNumber: 'SWAP80', assetTag: 'USED-80' });
    const lot = await desk.gone([
      serial('SWAP01', { assetTag: 'SW-1' }),
      serial('SWAP02', { assetTag: 'SW-2' }),
      serial('SWAP03', { assetTag: 'SW-3' }),
      serial('SWAP04', { assetTag: 'SW-4' }),
    ]);
    await desk.import(lot, [
      { Serial: 'SWAP01', Tag: 'USED-80' },
      { Serial: 'SWAP80', Tag: 'SW-2' },
      { Serial: 'SWAP99', Tag: 'SW-3' },
      { Serial: 'SWAP04', Tag: 'VENDOR-7' },
      { Serial: 'SWAP90', Tag: '' },
    ]);
    expect(await desk.told(lot)).toEqual([
      `swapped other_lot SWAP90 ${other.number}`,
      'swapped other_serial SWAP99 SWAP03 SWAP99',
      'swapped serial_of_other SWAP80 SWAP02 SWAP80',
      'swapped tag_of_other SWAP01 SW-1 USED-80',
    ]);
    expect((await desk.line(lot, 'SWAP80'))?.deviceId).toBe(lot.devices[1]?.id);
    expect(await here.find(used.id)).toMatchObject({ status: 'in_stock' });
    expect(await desk.differences(other)).toEqual([]);
  });

  it('finds cut prices: by the offer, or else by the grade on the manifest, and says nothing of what it cannot know', async () => {
    const lot = await desk.gone(
      [serial('CUT01'), serial('CUT02'), serial('CUT03'), serial('CUT04'), serial('CUT05'), serial('CUT06')],
      { condition: 'C4/F3' },
    );
    await desk.import(lot, [
      { Serial: 'CUT01', Price: '$20.00', 'Quoted price': '$25.00', Grade: 'C4' },
      { Serial: 'CUT02', Price: '$25.00', 'Quoted price': '$25.00', Grade: 'C1' },
      { Serial: 'CUT03', Price: '$5.00', 'Quoted price': '', Grade: 'C2/F3' },
      { Serial: 'CUT04', Price: '', 'Quoted price': '', Grade: 'F2' },
      { Serial: 'CUT05', Price: '$1.00', 'Quoted price': '', Grade: 'D' },
      { Serial: 'CUT06', Price: '$1.00', 'Quoted price': '', Grade: 'C0' },
    ]);
    expect(await desk.told(lot)).toEqual([
      'price_cut below_grade CUT03 C4 C2',
      'price_cut below_grade CUT04 F3 F2',
      'price_cut below_offer CUT01 2500 2000',
    ]);
  });

  it('compares the sum with the price on record, once every line has a price', async () => {
    const lot = await desk.gone([serial('SUM01'), serial('SUM02')], { route: 'sell', finding: '17545' });
    const file = (amountCents: number): PromiseLike<unknown> =>
      its
        .put(`/lots/${lot.id}/obligations/price`)
        .send({ filedOn: daysAgo(0), amountCents })
        .expect(200);
    await file(5_000);
    await desk.import(lot, [
      { Serial: 'SUM01', Price: '20' },
      { Serial: 'SUM02', Price: '' },
    ]);
    expect(await desk.told(lot)).toEqual([]);
    await desk.import(lot, [{ Serial: 'SUM02', Price: '20' }]);
    expect(await desk.told(lot)).toEqual(['price_cut below_total 5000 4000']);
    await file(4_000);
    expect(await desk.told(lot)).toEqual([]);
  });

  it('finds devices that were not wiped, and asks for a certificate of each serial number', async () => {
    const lot = await desk.gone([serial('WIPE01'), serial('WIPE02'), serial('WIPE03'), serial('WIPE04')]);
    const owed = async (): Promise<(string | null)[]> =>
      (await desk.read(lot)).obligations.flatMap(({ kind, waivedBecause }) =>
        kind === 'wipe_certificates' ? [waivedBecause] : [],
      );
    expect(await owed()).toEqual([]);
    const done = await desk.import(lot, [
      { Serial: 'WIPE01', 'Wipe status': 'FAILED' },
      { Serial: 'WIPE02', 'Wipe status': 'Data found' },
      { Serial: 'WIPE03', 'Wipe status': 'Not wiped' },
      { Serial: 'WIPE04', 'Wipe status': '' },
    ]);
    expect(await desk.told(lot)).toEqual([
      'not_wiped data_found WIPE02',
      'not_wiped failed WIPE01',
      'not_wiped not_done WIPE03',
    ]);
    expect(await owed()).toEqual([null]);
    expect((await desk.read(lot)).returned).toMatchObject({
      withoutResult: 1,
      open: [{ kind: 'not_wiped', differences: 3 }],
    });
    await step(app, its, done.id, 'undo');
    expect(await owed()).toEqual(['The import that reported devices with data was undone.']);
    await desk.import(lot, [{ Serial: 'WIPE01', 'Wipe status': 'FAILED' }]);
    expect(await owed()).toEqual([null]);
  });
});

describe('what a recycler said', () => {
  it('is in the life of each device, and in the report of lots after their pick-up', async () => {
    const lot = await desk.gone([serial('LIFE01'), serial('LIFE02')]);
    await desk.import(lot, [
      {
        Serial: 'LIFE01',
        Grade: 'C3/F2',
        Weight: '1.5 kg',
        Price: '12.5',
        'Wipe status': 'failed',
        Disposition: 'Resale',
      },
      {
        Serial: 'LIFE02',
        Grade: 'C3/F2',
        Weight: '1.5 kg',
        Price: '7.5',
        'Wipe status': 'wiped',
        Disposition: 'Resale',
      },
    ]);
    const [unwiped] = await desk.differences(lot);
    await desk.settle(lot, unwiped, { note: 'Shredded in our yard.' }).expect(200);
    const pdf = await desk.lots.bytes(`/devices/${lot.devices[0]?.id}/life.pdf`);
    const life = (await textOf(pdf)).replaceAll(/\s+/g, ' ');
    expect(life).toContain('said by the recipient');
    expect(life.replaceAll(' ', '')).toContain('C3,F2,1.500kg,$12.50,data:failed,Resale');
    expect(life.replaceAll(' ', '')).toContain('notwiped,Shreddedinouryard.');
    const report = async (): Promise<unknown> => records(await reportTable(here.admin, 'lots-settlement'));
    const sums = { 'Open differences': 0, 'Not wiped': 1, 'Weight, kg': 3, Price: 2_000 };
    expect(await report()).toMatchObject([sums]);
    await its
      .put(`/lots/${lot.id}/obligations/weights`)
      .send({ filedOn: daysAgo(0), weightKg: 2.9 })
      .expect(200);
    expect(await report()).toMatchObject([{ ...sums, 'Weight, kg': 2.9 }]);
  });

  it('follows its device when two records of it are merged', async () => {
    const lot = await desk.gone([serial('MERGE01')]);
    await desk.import(lot, [{ Serial: 'MERGE01' }, { Serial: 'MERGE99' }]);
    const duplicate = await here.add({ serialNumber: 'MERGE98' });
    const survivor = await here.add({ assetTag: 'MERGE-97' });
    await desk.import(lot, [{ Serial: 'MERGE98' }]);
    expect((await desk.line(lot, 'MERGE98'))?.deviceId).toBe(duplicate.id);
    await here.admin
      .post(`/devices/${survivor.id}/merge`)
      .set('if-match', '*')
      .send({ duplicateId: duplicate.id })
      .expect(200);
    expect((await desk.line(lot, 'MERGE98'))?.deviceId).toBe(survivor.id);
    const [extra] = (await desk.differences(lot)).filter(({ code }) => code === 'MERGE98');
    expect(extra?.deviceId).toBe(survivor.id);
  });
});

it('lets only those import it who may settle lots', async () => {
  const lot = await desk.gone([serial('WHO01')]);
  const csv = 'Serial\nWHO01\n';
  for (const role of ['technician', 'site_staff', 'lead', 'liaison'] as const) {
    const user = await app.user(here.district, role, role === 'site_staff' ? { sites: ['A'] } : {});
    const { status } = await user
      .post('/imports')
      .field('kind', 'settlements')
      .field('options', JSON.stringify({ lot: lot.number }))
      .attach('file', Buffer.from(csv), 'a.csv');
    expect([role, status]).toEqual([role, 403]);
  }
  expect(await desk.lines(lot)).toEqual([]);
});
