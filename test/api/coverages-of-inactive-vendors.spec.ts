import { testApp, type TestApp, type TestUser } from '../support/app.js';
import {
  addVendors,
  coveragesCsv,
  coveragesOf,
  loadCoverages,
  onlyCoverageOf,
  saidOfRows,
} from '../support/coverages.js';
import { register, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;
let its: TestUser;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  await addVendors(here.admin, [{ key: 'safe', name: 'Safe Insurance, Inc.' }]);
  its = await app.user(here.district, 'its');
});

afterAll(() => app.close());

describe('a file of coverages', () => {
  it('adds nothing of a vendor that is not active, and still changes what is there', async () => {
    const [one, two] = [await here.add({ serialNumber: 'SN-1' }), await here.add({ serialNumber: 'SN-2' })];
    await loadCoverages(app, its, coveragesCsv([{ 'Serial number': 'SN-1', Vendor: 'safe' }]), 'commit');
    const { body } = await here.admin.get('/vendors?limit=100').expect(200);
    const { items } = body as { items: { id: string; key: string }[] };
    await here.admin
      .patch(`/vendors/${items.find(({ key }) => key === 'safe')?.id}`)
      .set('If-Match', '*')
      .send({ isActive: false })
      .expect(200);
    const file = coveragesCsv([
      { 'Serial number': 'SN-1', Vendor: 'safe', 'Last day': '2029-07-31' },
      { 'Serial number': 'SN-2', Vendor: 'Safe Insurance, Inc.' },
    ]);
    expect(await saidOfRows(its, await loadCoverages(app, its, file, 'commit'))).toEqual([
      ['change'],
      ['refused', 'Vendor INACTIVE_VENDOR'],
    ]);
    expect(await onlyCoverageOf(here.admin, one.id)).toMatchObject({ endsOn: '2029-07-31' });
    expect(await coveragesOf(here.admin, two.id)).toEqual([]);
  });
});
