import pg from 'pg';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { register, type Register } from '../support/devices.js';
import { FAULTS_TABLE, Faults, FaultsModule } from '../support/faults-module.js';
import { load } from '../support/imports.js';
import { scanOf, sendScans } from '../support/scans.js';

let app: TestApp;
let owner: pg.Client;
let here: Register;
let tech: TestUser;

beforeAll(async () => {
  app = await testApp({}, undefined, undefined, [FaultsModule]);
  owner = new pg.Client({ connectionString: app.database.ownerUrl });
  await owner.connect();
  await owner.query(FAULTS_TABLE);
});

beforeEach(async () => {
  here = await register(app);
  tech = await app.user(here.district, 'technician', { sites: ['A'] });
});

afterAll(async () => {
  await owner.end();
  await app.close();
});

const SCREEN = { site: 'A', answers: [{ question: 'category', answer: 'screen' }] };

interface FaultJson {
  id: string;
  assetTag: string;
  category: string;
  state: string;
}

async function faults(query = '', user = tech): Promise<FaultJson[]> {
  return ((await user.get(`/test-faults${query}`).expect(200)).body as { items: FaultJson[] }).items;
}

describe('a module that uses each mechanism once', () => {
  it('takes a scan: device, row, hold and history in one transaction', async () => {
    const { id, assetTag } = await here.add();
    const [scan] = await sendScans(tech, [scanOf(assetTag ?? '', 'test_fault', SCREEN)]);
    expect(await faults()).toEqual([{ id: scan?.id, assetTag, category: 'screen', state: 'open' }]);
    expect(await here.find(id)).toMatchObject({
      status: 'in_repair',
      holds: [{ kind: 'claim', reason: 'a fault is open' }],
    });
    const [again] = await sendScans(tech, [scanOf(assetTag ?? '', 'test_fault', SCREEN)]);
    expect(again).toMatchObject({ outcome: 'conflict', code: 'FAULT_OPEN' });
    await sendScans(tech, [scanOf(assetTag ?? '', 'undo', { undoes: scan?.id })]);
    expect(await faults('?state=open')).toEqual([]);
    expect(await here.find(id)).toMatchObject({ status: 'in_stock', holds: [] });
  });

  it('takes a record from state to state once, by fifty at once, and sends one letter', async () => {
    const { id, assetTag } = await here.add();
    const [scan] = await sendScans(tech, [scanOf(assetTag ?? '', 'test_fault', SCREEN)]);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => tech.post(`/test-faults/${scan?.id}/send`)),
    );
    const statuses = answers.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([204, ...Array.from({ length: 49 }, () => 409)]);
    const letters = (await here.admin.get('/outbox').expect(200)).body as { items: object[] };
    expect(letters.items).toMatchObject([{ address: 'depot@vendor.example', subjectKind: 'test-fault' }]);
    await tech.post(`/test-faults/${scan?.id}/mend`).expect(204);
    expect(await here.find(id)).toMatchObject({
      holds: [],
      clearances: [{ gate: 'released', evidenceKind: 'test-fault', evidenceId: scan?.id }],
    });
    const stranger = await app.user(here.district, 'technician', { sites: ['B'] });
    expect(await faults('', stranger)).toEqual([]);
    await stranger.post(`/test-faults/${scan?.id}/mend`).expect(404);
  });

  it('takes rows from a file, and gives its list as one', async () => {
    const { assetTag } = await here.add();
    const csv = `Asset tag,Category\n${assetTag},battery\nNO-SUCH-TAG,screen\n`;
    const imported = await load(app, here.admin, csv, { kind: 'test-faults' });
    expect(imported).toMatchObject({ state: 'committed' });
    expect(await faults()).toMatchObject([{ assetTag, category: 'battery', state: 'open' }]);
    const { text } = await here.admin.get('/test-faults?format=csv').expect(200);
    expect(text).toContain(`${assetTag},battery,open`);
  });

  it('does its periodic work for every district', async () => {
    const { assetTag } = await here.add();
    await sendScans(tech, [scanOf(assetTag ?? '', 'test_fault', SCREEN)]);
    await owner.query(`UPDATE test_faults SET updated_at = '2020-01-01' WHERE district_id = $1`, [
      here.district.id,
    ]);
    await app.get(Faults).mendOld();
    expect(await faults()).toMatchObject([{ state: 'mended' }]);
  });
});
