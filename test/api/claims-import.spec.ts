import type { ImportView } from '../../src/imports/imports.queries.js';
import type { ClaimDetail, ClaimView } from '../../src/warranty/claims/claims.queries.js';
import { testApp, type TestApp, type TestUser } from '../support/app.js';
import { addVendors, codesOf, saidOfRows } from '../support/coverages.js';
import { daysAgo, register, type Register } from '../support/devices.js';
import { csvOf, load, type Row, rowsOf, show, step } from '../support/imports.js';

let app: TestApp;
let here: Register;
let importer: TestUser;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  importer = here.admin;
  await addVendors(here.admin, [{ name: 'Lenovo' }, { key: 'depot', name: 'Valley Depot Repair' }]);
});

afterAll(() => app.close());

/** One row of a file of claims, in our template's words. */
const LINE: Row = { 'Asset tag': '', Fault: 'Screen', 'What is wrong': 'Dark.', Vendor: 'depot' };

function csv(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys({ ...LINE, ...row })))];
  return csvOf(
    rows.map((row) => Object.fromEntries(names.map((name) => [name, { ...LINE, ...row }[name] ?? '']))),
  );
}

const loaded = (rows: Row[], mode: 'rehearse' | 'commit' = 'commit', by = importer): Promise<ImportView> =>
  load(app, by, csv(rows), { kind: 'claims', mode });

const said = async (rows: Row[], mode?: 'rehearse' | 'commit'): Promise<string[][]> =>
  saidOfRows(importer, await loaded(rows, mode));

async function claims(): Promise<ClaimView[]> {
  const { body } = await here.admin.get('/claims?sort=number&limit=200').expect(200);
  return (body as { items: ClaimView[] }).items;
}

async function cover(deviceId: string, more: object = {}): Promise<void> {
  await here.admin
    .post('/coverages')
    .send({
      deviceId,
      vendor: 'lenovo',
      kind: 'manufacturer',
      startsOn: daysAgo(300),
      endsOn: daysAgo(100),
      ...more,
    })
    .expect(201);
}

const undone = ({ id }: ImportView): Promise<ImportView> => step(app, importer, id, 'undo');

const tagged = async (more: object = {}): Promise<{ id: string; tag: string }> => {
  const { id, assetTag } = await here.add(more);
  return { id, tag: assetTag ?? '' };
};

describe('a file of claims', () => {
  it('starts drafts with what it says, in the order of its rows, and sends the devices to repair', async () => {
    const [one, two] = [await tagged({ serialNumber: 'SN-77' }), await tagged({ status: 'deployed' })];
    const rows: Row[] = [
      {
        'Serial number': 'sn-77',
        Fault: 'LCD',
        Cause: 'Dropped',
        'What is wrong': 'Cracked.',
        'What was tried': 'Another cable.',
        'Our reference': 'INC-4711',
        Vendor: 'valley depot repair',
      },
      { 'Asset tag': two.tag, Fault: 'motherboard', 'Stays in use': 'yes' },
    ];
    const view = await loaded(rows);
    expect(view.plan).toMatchObject({ rows: 2, add: 2, refused: 0 });
    const [first, second, ...others] = await claims();
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      number: `C-${daysAgo(0).slice(0, 4)}-000001`,
      deviceId: one.id,
      state: 'draft',
      vendor: 'depot',
      category: 'screen',
      isAccidental: true,
      observed: 'Cracked.',
      tried: 'Another cable.',
      districtReference: 'INC-4711',
    });
    expect(second).toMatchObject({ deviceId: two.id, category: 'mainboard', isAccidental: false });
    expect((await here.find(one.id)).status).toBe('in_repair');
    expect((await here.find(two.id)).status).toBe('deployed');
    expect((await here.change(two.id, { status: 'retired' }, 409)).detail).toContain('claim');
    expect(await here.differences()).toEqual([]);
  });

  it('takes the vendor of the coverage where it names none, of the day on which the fault was noticed', async () => {
    const { id, tag } = await tagged();
    await cover(id);
    const row = { 'Asset tag': tag, Vendor: '', 'Noticed on': daysAgo(150) };
    expect(await said([row])).toEqual([['add']]);
    expect(await claims()).toMatchObject([{ vendor: 'lenovo', warnings: [] }]);
  });

  it('notes what the vendor may refuse, and keeps the claim as a draft until somebody accepts it', async () => {
    const { id, tag } = await tagged();
    await cover(id);
    const row = { 'Asset tag': tag, Vendor: 'lenovo', Cause: 'accident' };
    const notes = ['add', 'row COVERAGE_EXPIRED', 'row ACCIDENT_NOT_COVERED'];
    expect(await said([row], 'rehearse')).toEqual([notes]);
    expect(await claims()).toEqual([]);
    expect(await said([row])).toEqual([notes]);
    const [claim] = await claims();
    expect(claim).toMatchObject({ state: 'draft', warningsAcceptedAt: null });
    const ready = { step: 'ready' };
    await here.admin.post(`/claims/${claim?.id}/steps`).send(ready).expect(400);
    await here.admin
      .post(`/claims/${claim?.id}/steps`)
      .send({ ...ready, acceptWarnings: true })
      .expect(200);
  });

  it('refuses what it cannot start, with the column, and starts the rest', async () => {
    const [good, gone] = [await tagged(), await tagged()];
    await here.change(gone.id, { status: 'retired' });
    await here.admin
      .post('/vendors')
      .send({ name: 'Gone', roles: ['depot'], isActive: false })
      .expect(201);
    const outcomes = await said([
      { 'Asset tag': good.tag },
      { 'Asset tag': 'NOT-HERE' },
      { 'Asset tag': good.tag, Fault: 'flux capacitor' },
      { 'Asset tag': good.tag, Fault: 'hinge', Vendor: 'nobody' },
      { 'Asset tag': good.tag, Fault: 'keyboard', Vendor: '' },
      { 'Asset tag': good.tag, Fault: 'camera', 'Noticed on': daysAgo(-2) },
      { 'Asset tag': good.tag, Fault: 'audio', 'What is wrong': '' },
      { 'Asset tag': gone.tag },
      { 'Asset tag': '', Fault: 'audio' },
      { 'Asset tag': good.tag, Fault: 'battery', Vendor: 'gone' },
    ]);
    expect(outcomes.map(([outcome, ...codes]) => [outcome, codes[0]])).toEqual([
      ['add', 'row NO_COVERAGE'],
      ['refused', 'Asset tag UNKNOWN_DEVICE'],
      ['refused', 'Fault UNKNOWN_WORD'],
      ['refused', 'Vendor UNKNOWN_VENDOR'],
      ['refused', 'Vendor CLAIM_VENDOR_MISSING'],
      ['refused', 'Noticed on IN_THE_FUTURE'],
      ['refused', 'What is wrong REQUIRED'],
      ['refused', 'row CLAIM_DEVICE_GONE'],
      ['refused', 'Serial number NO_CODE'],
      ['refused', 'Vendor INACTIVE_VENDOR'],
    ]);
    expect(await claims()).toHaveLength(1);
  });

  it('refuses the second of two rows for one fault, and takes two faults of one device', async () => {
    const { tag } = await tagged({ serialNumber: 'SN-9' });
    const outcomes = await said([
      { 'Asset tag': tag },
      { 'Asset tag': tag },
      { 'Asset tag': tag, Fault: 'hinge' },
      // The engine cannot know that this is the same device.
      { 'Serial number': 'SN-9', 'Asset tag': '' },
    ]);
    expect(outcomes.map(([outcome]) => outcome)).toEqual(['add', 'refused', 'add', 'refused']);
    expect(outcomes[3]).toEqual(['refused', 'row CLAIM_OPEN']);
    expect((await claims()).map(({ category }) => category)).toEqual(['screen', 'hinge']);
  });

  it('changes nothing the second time', async () => {
    const { tag } = await tagged();
    const rows = [{ 'Asset tag': tag }];
    await loaded(rows);
    expect(await said(rows)).toEqual([['unchanged', 'row CLAIM_ALREADY_OPEN']]);
    expect(await claims()).toHaveLength(1);
  });

  it('leaves a row alone if somebody started the claim after the rehearsal', async () => {
    const { id, tag } = await tagged();
    const view = await loaded([{ 'Asset tag': tag }], 'rehearse');
    const claim = { deviceId: id, vendor: 'depot', category: 'screen', observed: 'Dark.' };
    await here.admin.post('/claims').send(claim).expect(201);
    expect((await step(app, importer, view.id, 'commit')).state).toBe('committed');
    const rows = await rowsOf(importer, view.id);
    expect(rows.map(({ outcome, notes }) => [outcome, ...codesOf(notes)])).toEqual([
      ['unchanged', 'row CLAIM_ALREADY_OPEN'],
    ]);
    expect(await claims()).toHaveLength(1);
  });

  it('leaves devices where they are for somebody who cannot change devices, and says so', async () => {
    const { id, tag } = await tagged();
    const view = await loaded([{ 'Asset tag': tag }], 'commit', await app.user(here.district, 'its'));
    expect(await saidOfRows(importer, view)).toEqual([
      ['add', 'row NO_COVERAGE', 'row DEVICE_NOT_IN_REPAIR'],
    ]);
    expect((await here.find(id)).status).toBe('in_stock');
    expect(await claims()).toHaveLength(1);
  });

  it('comes from those who may import and deal with warranties', async () => {
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    await expect(loaded([LINE], 'commit', technician)).rejects.toThrow();
    expect(await claims()).toEqual([]);
  });
});

describe('the undo of a file of claims', () => {
  it('cancels drafts and brings their devices back as they were', async () => {
    const [one, two] = [await tagged(), await tagged()];
    await here.change(one.id, { status: 'deployed' });
    const before = await here.count('groupBy=status');
    const view = await loaded([
      { 'Asset tag': one.tag },
      { 'Asset tag': one.tag, Fault: 'hinge' },
      { 'Asset tag': two.tag },
    ]);
    expect((await here.find(one.id)).status).toBe('in_repair');
    const after = await undone(view);
    expect(after).toMatchObject({ state: 'undone' });
    expect((await claims()).map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    expect([(await here.find(one.id)).status, (await here.find(two.id)).status]).toEqual([
      'deployed',
      'in_stock',
    ]);
    expect((await here.count('groupBy=status')).groups).toEqual(before.groups);
    await here.change(one.id, { status: 'retired' });
    expect(await here.differences()).toEqual([]);
    const { steps } = (await here.admin.get(`/claims/${(await claims())[0]?.id}`).expect(200))
      .body as ClaimDetail;
    expect(steps.at(-1)).toMatchObject({ step: 'cancel', note: 'The import was undone.' });
  });

  it('leaves what somebody took on since, and says so', async () => {
    const [one, two] = [await tagged(), await tagged()];
    const view = await loaded([{ 'Asset tag': one.tag }, { 'Asset tag': two.tag }]);
    const [claim] = await claims();
    await here.admin
      .post(`/claims/${claim?.id}/steps`)
      .send({ step: 'ready', acceptWarnings: true })
      .expect(200);
    // It came back from repair by hand.
    await here.change(two.id, { status: 'deployed' });
    await undone(view);
    expect((await claims()).map(({ state }) => state)).toEqual(['ready', 'cancelled']);
    const { body } = await importer.get(`/imports/${view.id}`).expect(200);
    const answer = JSON.stringify(body);
    expect(answer).toContain('has gone on since the import');
    expect(answer).toContain('The claim was cancelled, but its device stays as it is.');
    expect((await here.find(one.id)).status).toBe('in_repair');
    expect((await here.find(two.id)).status).toBe('deployed');
  });

  it('works where no device went to repair', async () => {
    const { tag } = await tagged();
    const view = await loaded([{ 'Asset tag': tag, 'Stays in use': 'yes' }]);
    expect(await undone(view)).toMatchObject({ state: 'undone' });
    expect((await claims()).map(({ state }) => state)).toEqual(['cancelled']);
    expect((await show(importer, view.id)).state).toBe('undone');
  });
});
