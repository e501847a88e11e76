import { testApp, type TestApp, type TestUser } from '../support/app.js';
import { addVendors, coveragesOf, loadCoverages, saidOfRows } from '../support/coverages.js';
import { freshTag, register, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;
let its: TestUser;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  await addVendors(here.admin, [
    { name: 'Dell', timeZone: 'America/Chicago' },
    { name: 'Lenovo', timeZone: 'America/New_York' },
    { name: 'HP', timeZone: 'America/Los_Angeles' },
    { name: 'Apple', timeZone: 'America/Los_Angeles' },
  ]);
  its = await app.user(here.district, 'its');
});

afterAll(() => app.close());

describe('the files of makers', () => {
  /** Sends a file without saying what its columns are. */
  async function guessed(file: string, mapping: string): Promise<string[][]> {
    const done = await loadCoverages(app, its, file);
    expect((done as unknown as { mapping: { name?: string } }).mapping.name).toBe(mapping);
    const rows = await saidOfRows(its, done);
    return rows.map((row) => row.filter((code) => !code.endsWith('MAPPING_DEFAULT')));
  }

  const shown = async (id: string): Promise<unknown[]> =>
    (await coveragesOf(its, id)).map(
      ({ vendor, kind, serviceLevel, startsOn, endsOn, contractNumber, cancelledOn }) => [
        vendor,
        kind,
        serviceLevel,
        startsOn,
        cancelledOn ?? endsOn,
        contractNumber,
      ],
    );

  it('Dell: entitlements, of which the delivery of software is none', async () => {
    const { id } = await here.add({ serialNumber: '1ABC2D3' });
    const tag = '1ABC2D3,Latitude 3120,2021-06-14T05:00:00Z,US,FALSE';
    const file = [
      'serviceTag,productLineDescription,shipDate,countryCode,invalid,itemNumber,startDate,endDate,entitlementType,serviceLevelCode,serviceLevelDescription,serviceLevelGroup',
      `${tag},997-8317,2021-06-14T05:00:00Z,2022-06-15T04:59:59.000001Z,INITIAL,ND,Next Business Day Onsite,5`,
      `${tag},997-8343,2022-06-15T05:00:00Z,2024-06-15T04:59:59.999Z,EXTENDED,ND,Next Business Day Onsite,5`,
      `${tag},997-8291,2021-06-14T05:00:00Z,2024-06-15T04:59:59.999Z,INITIAL,CC,Accidental Damage Service,11`,
      `${tag},525-0011,2021-06-14T05:00:00Z,2071-06-15T04:59:59.999Z,INITIAL,D,Dell Digital Delivery,11`,
      `9ZZZ9Z9,,,US,TRUE,,,,,,,`,
    ].join('\n');
    const [days, from] = [
      ['startDate INSTANT_READ_AS_DAY', 'endDate INSTANT_READ_AS_DAY'],
      'serviceLevelDescription READ_FROM_DESCRIPTION',
    ];
    expect(await guessed(file, 'dell')).toEqual([
      ['add', ...days, from],
      ['add', ...days, from],
      ['add', ...days, from],
      ['unchanged', 'serviceLevelDescription NOT_A_WARRANTY'],
      ['refused', 'startDate COVERAGE_WITHOUT_DAYS'],
    ]);
    expect((await shown(id)).toSorted()).toEqual([
      ['dell', 'accidental_damage', null, '2021-06-14', '2024-06-14', '997-8291'],
      ['dell', 'extended', 'on_site', '2022-06-15', '2024-06-14', '997-8343'],
      ['dell', 'manufacturer', 'on_site', '2021-06-14', '2022-06-14', '997-8317'],
    ]);
  });

  it('Lenovo: base warranties and upgrades', async () => {
    const { id } = await here.add({ serialNumber: 'PF1ABCDE', manufacturer: 'Lenovo', model: '300e' });
    const file = [
      'Serial,ID,Name,Type,Start,End',
      'PF1ABCDE,1EZ,1Y Depot,Base,2023-08-01T12:00:00Z,2024-07-31T12:00:00Z',
      'PF1ABCDE,5WS0,Accidental Damage Protection,Upgrade,2023-08-01,2026-07-31',
    ].join('\n');
    const days = ['Start INSTANT_READ_AS_DAY', 'End INSTANT_READ_AS_DAY'];
    expect(await guessed(file, 'lenovo')).toEqual([
      ['add', ...days, 'Name READ_FROM_DESCRIPTION'],
      ['add', 'Name READ_FROM_DESCRIPTION'],
    ]);
    expect(await shown(id)).toEqual([
      ['lenovo', 'accidental_damage', null, '2023-08-01', '2026-07-31', '5WS0'],
      ['lenovo', 'manufacturer', 'depot', '2023-08-01', '2024-07-31', '1EZ'],
    ]);
  });

  it('HP: offers, of which an unknown serial number has none', async () => {
    const { id } = await here.add({ serialNumber: '5CG1234ABC', manufacturer: 'HP', model: 'ProBook 450' });
    const file = [
      'sn,pn,offerDescription,serviceObligationTypeCode,serviceObligationLineItemStartDate,serviceObligationLineItemEndDate',
      '5CG1234ABC,1A893AV,HP 1y Return to Depot,W,2023-02-10,2024-02-09',
      '5CG1234ABC,1A893AV,HP 3y NBD Onsite Care Pack,C,2023-02-10,2026-02-09',
      '5CG0000000,,,,,',
    ].join('\n');
    expect(await guessed(file, 'hp')).toEqual([
      ['add', 'offerDescription READ_FROM_DESCRIPTION'],
      ['add', 'offerDescription READ_FROM_DESCRIPTION'],
      ['refused', 'serviceObligationLineItemStartDate COVERAGE_WITHOUT_DAYS'],
    ]);
    expect(await shown(id)).toEqual([
      ['hp', 'extended', 'on_site', '2023-02-10', '2026-02-09', ''],
      ['hp', 'manufacturer', 'depot', '2023-02-10', '2024-02-09', ''],
    ]);
  });

  it('Apple: days as their midnight in UTC, and a cancellation before the end', async () => {
    const { id } = await here.add({ serialNumber: 'XABC123X0A', manufacturer: 'Apple', model: 'iPad 9' });
    const other = await here.add({ serialNumber: 'XABC123X0B', manufacturer: 'Apple', model: 'iPad 9' });
    const file = [
      'serialNumber,status,paymentType,description,agreementNumber,startDateTime,endDateTime,isRenewable,isCanceled,contractCancelDateTime',
      'XABC123X0A,ACTIVE,NONE,Limited Warranty,,2025-02-02T00:00:00Z,2026-02-02T00:00:00Z,false,false,',
      'XABC123X0A,INACTIVE,SUBSCRIPTION,AppleCare+,0000000001,2025-04-17T00:00:00Z,2026-04-17T00:00:00Z,true,true,2025-09-01T00:00:00Z',
      'XABC123X0B,INACTIVE,SUBSCRIPTION,AppleCare+,0000000002,2025-04-17T00:00:00Z,2026-04-17T00:00:00Z,true,true,',
      'XUNKNOWN,,,,,,,,,',
    ].join('\n');
    const days = ['startDateTime INSTANT_READ_AS_DAY', 'endDateTime INSTANT_READ_AS_DAY'];
    expect(await guessed(file, 'apple')).toEqual([
      ['add', ...days, 'description READ_FROM_DESCRIPTION'],
      ['add', ...days, 'description READ_FROM_DESCRIPTION', 'contractCancelDateTime INSTANT_READ_AS_DAY'],
      ['refused', 'contractCancelDateTime CANCELLED_WITHOUT_DAY'],
      ['refused', 'startDateTime COVERAGE_WITHOUT_DAYS'],
    ]);
    expect(await shown(id)).toEqual([
      ['apple', 'manufacturer', null, '2025-02-02', '2026-02-01', ''],
      ['apple', 'accidental_damage', null, '2025-04-17', '2025-08-31', '0000000001'],
    ]);
    expect(await coveragesOf(its, other.id)).toEqual([]);
  });

  it('looks for a serial number among the devices of that maker only', async () => {
    const { id } = await here.add({ serialNumber: freshTag(), manufacturer: 'HP', model: 'ProBook 450' });
    const { serialNumber } = await here.find(id);
    const file = `Serial,ID,Name,Type,Start,End\n${serialNumber},1EZ,1Y Depot,Base,2023-08-01,2024-07-31`;
    expect(await guessed(file, 'lenovo')).toEqual([['refused', 'Serial UNKNOWN_DEVICE']]);
  });
});
