import { step } from '../support/imports.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { daysAgo, register, type Register } from '../support/devices.js';
import { type GoneLot, SettlementDesk } from '../support/settlement-desk.js';

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

describe('a line that two files say', () => {
  it('stays when the first file is undone, with the reason, and goes back to it when the second is', async () => {
    const lot = await desk.gone([serial('SAME01'), serial('SAME02'), serial('SAME03')]);
    const first = await desk.import(lot, [{ Serial: 'SAME01' }, { Serial: 'SAME02' }]);
    const second = await desk.import(lot, [{ Serial: 'SAME03' }, { Serial: 'SAME02' }]);
    expect(second.plan).toMatchObject({ add: 1, unchanged: 1, change: 0 });
    const line = async (): Promise<unknown> => desk.line(lot, 'SAME02');
    expect(await line()).toMatchObject({ importId: second.id, rowNo: 3 });
    const undone = await step(app, its, first.id, 'undo');
    expect(undone.job?.result).toMatchObject({
      undone: 1,
      leftCount: 1,
      left: [{ detail: 'SAME02: a later file says this too or changed it, so Rollcall left the line.' }],
    });
    expect(await desk.told(lot)).toEqual(['missing not_in_file SAME01']);
    await step(app, its, second.id, 'undo');
    expect(await line()).toMatchObject({ importId: first.id, rowNo: 3 });
    expect(await desk.told(lot)).toEqual(['missing not_in_file SAME01', 'missing not_in_file SAME03']);
  });
});

describe('wipe certificates', () => {
  const certificates = async (lot: GoneLot): Promise<unknown> =>
    (await desk.read(lot)).obligations.find(({ kind }) => kind === 'wipe_certificates');

  it('that were filed are asked for again when another device was not wiped', async () => {
    const lot = await desk.gone([serial('CERT01'), serial('CERT02'), serial('CERT03')]);
    await desk.import(lot, [{ Serial: 'CERT01', 'Wipe status': 'failed' }]);
    await its
      .put(`/lots/${lot.id}/obligations/wipe_certificates`)
      .send({ filedOn: daysAgo(0), reference: 'For CERT01' })
      .expect(200);
    const harmless = await desk.import(lot, [{ Serial: 'CERT03', 'Wipe status': 'wiped' }]);
    expect(await certificates(lot)).not.toMatchObject({ filedOn: null });
    expect(await desk.notes(harmless)).not.toContain('2 CERTIFICATES_ASKED_AGAIN');
    const done = await desk.import(lot, [{ Serial: 'CERT02', 'Wipe status': 'Data found' }]);
    expect(await certificates(lot)).toMatchObject({
      filedOn: null,
      filedByName: null,
      waivedBecause: null,
      reference: 'For CERT01',
    });
    expect(await desk.notes(done)).toEqual(
      expect.arrayContaining(['2 NOT_WIPED', '2 CERTIFICATES_ASKED_AGAIN']),
    );
  });

  it('stay due when a file that has nothing to do with them is undone', async () => {
    const lot = await desk.gone([serial('DUE01'), serial('DUE02')]);
    const first = await desk.import(lot, [{ Serial: 'DUE01', 'Wipe status': 'failed' }]);
    await desk.import(lot, [{ Serial: 'DUE01', 'Wipe status': 'wiped' }]);
    const other = await desk.import(lot, [{ Serial: 'DUE02', Price: '5' }]);
    expect(await desk.told(lot, '&kind=not_wiped')).toEqual([]);
    await step(app, its, other.id, 'undo');
    expect(await certificates(lot)).toMatchObject({ waivedBecause: null, filedOn: null });
    await step(app, its, first.id, 'undo');
    expect(await certificates(lot)).toMatchObject({ waivedBecause: null, filedOn: null });
  });
});

describe('a device whose row was refused', () => {
  it('is not missing, because the file names it', async () => {
    const lot = await desk.gone([
      serial('NAMED01'),
      serial('NAMED02', { assetTag: 'NAMED-2' }),
      serial('NAMED03'),
      serial('NAMED04'),
    ]);
    const rows = [
      { Serial: 'NAMED01', Tag: '', Weight: '3 lb' },
      { Serial: '', Tag: 'NAMED-2', Weight: '3lb 2oz' },
      { Serial: 'NAMED03', Tag: '', Weight: 'heavy' },
      { Serial: 'ALIEN1', Tag: '', Weight: 'heavy' },
    ];
    const rehearsal = await desk.import(lot, rows, { mode: 'rehearse' });
    const note = async (view: { id: string }): Promise<string> =>
      JSON.stringify((await its.get(`/imports/${view.id}/rows?note=DEVICES_NOT_IN_FILE`).expect(200)).body);
    expect(await note(rehearsal)).toContain('does not have 1 of the devices');
    await step(app, its, rehearsal.id, 'commit');
    expect(await desk.told(lot)).toEqual(['missing not_in_file NAMED04']);
  });

  it('is not missing where its row has no code that can be read, and a note says why', async () => {
    const lot = await desk.gone([serial('BLUR01'), serial('BLUR02')]);
    const done = await desk.import(lot, [
      { Serial: 'BLUR01', Price: '5' },
      { Serial: '', Price: '7' },
    ]);
    expect(await desk.notes(done)).toEqual(['2 MISSING_NOT_KNOWN']);
    expect(await desk.told(lot)).toEqual([]);
    await desk.import(lot, [{ Serial: 'BLUR01', Price: '6' }]);
    expect(await desk.told(lot)).toEqual(['missing not_in_file BLUR02']);
  });
});
