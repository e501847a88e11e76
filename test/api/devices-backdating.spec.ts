import { type TestApp, testApp } from '../support/app.js';
import { daysAgo, type DeviceJson, register, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
});

afterAll(() => app.close());

const entered = (more: object = {}): Promise<DeviceJson> =>
  here.add({ status: 'deployed', inServiceOn: '2012-08-01', ...more });

const at = async (site: string, asOf: string): Promise<number> =>
  (await here.count(`site=${site}&asOf=${asOf}`)).total;

describe('a change of the past', () => {
  it('counts at its date though it was recorded today', async () => {
    const { id } = await entered();
    await here.change(id, { site: 'B', effectiveOn: '2015-01-05' });
    expect(await at('A', '2015-01-04')).toBe(1);
    expect(await at('A', '2015-01-05')).toBe(0);
    expect(await at('B', '2015-01-05')).toBe(1);
    expect((await here.find(id)).site).toBe('B');
  });

  it('does not touch what a later one says, field by field', async () => {
    const { id } = await entered();
    await here.change(id, { site: 'B', effectiveOn: '2015-01-05' });
    const answer = await here.change(id, { site: 'A', notes: 'dented', effectiveOn: '2013-01-05' });
    expect(answer).toMatchObject({ site: 'B', notes: 'dented' });
    expect(await here.differences()).toEqual([]);
  });

  it('corrects the day of a transfer, in both counts', async () => {
    const { id } = await entered();
    await here.change(id, { site: 'B', effectiveOn: '2015-01-05' });
    await here.change(id, { site: 'B', effectiveOn: '2014-01-05' });
    expect([await at('A', '2014-06-01'), await at('B', '2014-06-01')]).toEqual([0, 1]);
    expect([await at('A', '2013-06-01'), await at('B', '2013-06-01')]).toEqual([1, 0]);
    expect(await here.differences()).toEqual([]);
  });

  it('holds until today where the only later change was undone, and can be undone itself', async () => {
    const { id } = await entered();
    const undoLatest = async (): Promise<void> => {
      const changeSetId = (await here.events(id))[0]?.changeSetId ?? '';
      expect((await here.undo(changeSetId)).result).toMatchObject({ leftCount: 0, left: [] });
    };
    await here.change(id, { site: 'B', effectiveOn: '2015-01-05' });
    await undoLatest();
    expect((await here.change(id, { site: 'B', effectiveOn: '2013-01-05' })).site).toBe('B');
    expect([await at('B', '2013-01-04'), await at('B', '2014-01-05'), await at('B', daysAgo(0))]).toEqual([
      0, 1, 1,
    ]);
    expect(await here.differences()).toEqual([]);
    await undoLatest();
    expect((await here.find(id)).site).toBe('A');
    expect([await at('A', '2014-01-05'), await at('A', '2016-01-05'), await at('A', daysAgo(0))]).toEqual([
      1, 1, 1,
    ]);
    expect(await here.differences()).toEqual([]);
  });

  it('corrects since when a status is what it is', async () => {
    const { id } = await entered();
    await here.change(id, { status: 'retired', statusOn: '2019-06-15' });
    const answer = await here.change(id, { status: 'retired', statusOn: '2018-06-15' });
    expect(answer.statusSince.slice(0, 10)).toBe('2018-06-15');
    expect((await here.count('asOf=2018-12-31&status=retired')).total).toBe(1);
    const same = await here.change(id, { status: 'retired', statusOn: '2018-06-15' });
    expect(same.version).toBe(answer.version);
  });

  it('is refused where a later move would not be legal any more, which is named with its day', async () => {
    const { id } = await entered();
    await here.change(id, { status: 'retired', statusOn: '2018-06-15' });
    await here.change(id, {
      status: 'missing',
      missing: 'lost',
      missingSince: '2019-01-01',
      statusOn: '2019-01-01',
    });
    const lost = { status: 'missing', missing: 'lost', missingSince: '2018-09-01', statusOn: '2018-09-01' };
    await here.change(id, { status: 'in_stock', statusOn: '2018-12-01' });
    await here.change(id, lost);
    const writeOff = { disposalRoute: 'write_off', approvalReference: 'Board 14' };
    const answer = await here.change(id, { status: 'disposed', statusOn: '2018-10-01', ...writeOff }, 409);
    expect(answer).toMatchObject({ code: 'DEVICE_ILLEGAL_MOVE' });
    expect(answer.detail).toContain('disposed on 2018-12-01');
  });

  it('is refused where it is not legal itself, judged by the status of its day', async () => {
    const { id } = await entered();
    await here.change(id, { status: 'retired', statusOn: '2018-06-15' });
    const answer = await here.change(id, { status: 'deployed', statusOn: '2019-01-01' }, 409);
    expect(answer.detail).toContain('A device cannot go from retired to deployed.');
  });

  it('is refused before the device entered, and in the future', async () => {
    const { id } = await entered();
    expect(await here.change(id, { site: 'B', effectiveOn: '2012-07-31' }, 409)).toMatchObject({
      code: 'BEFORE_ENTRY',
      detail: expect.stringContaining('2012-08-01'),
    });
    for (const field of ['effectiveOn', 'statusOn', 'inServiceOn', 'purchasedOn', 'loanedOn'])
      expect(await here.change(id, { site: 'B', [field]: daysAgo(-1) }, 400)).toMatchObject({
        code: 'FUTURE_DATE',
      });
    const loss = { status: 'missing', missing: 'lost', missingSince: daysAgo(-1) };
    expect(await here.change(id, loss, 400)).toMatchObject({ code: 'FUTURE_DATE' });
  });

  it('of today holds against what was done this morning', async () => {
    const { id } = await entered();
    await here.change(id, { site: 'B' });
    expect(await here.change(id, { site: 'A', effectiveOn: daysAgo(0) })).toMatchObject({ site: 'A' });
    expect(await here.differences()).toEqual([]);
  });

  it('may be of the very day on which it was registered', async () => {
    const { id } = await here.add();
    await app.source.query(`SELECT 1`);
    expect(await here.change(id, { site: 'B', effectiveOn: daysAgo(0) })).toMatchObject({ site: 'B' });
  });

  it('lets status and the rest take effect on days of their own', async () => {
    const { id } = await entered();
    await here.change(id, {
      status: 'in_stock',
      statusOn: '2019-06-15',
      notes: 'from the library',
      effectiveOn: '2020-01-10',
    });
    const [note, move] = await here.events(id);
    expect([note?.effectiveAt.slice(0, 10), note?.type]).toEqual(['2020-01-10', 'changed']);
    expect([move?.effectiveAt.slice(0, 10), move?.type]).toEqual(['2019-06-15', 'moved']);
    expect(await here.differences()).toEqual([]);
  });

  it('of the day of service moves the day it counts from', async () => {
    const { id } = await entered();
    expect(await here.change(id, { inServiceOn: '2010-03-01' })).toMatchObject({ enteredOn: '2010-03-01' });
    expect(await at('A', '2010-03-01')).toBe(1);
    await here.change(id, { inServiceOn: '2014-03-01' });
    expect([await at('A', '2013-01-01'), await at('A', '2014-03-01')]).toEqual([0, 1]);
    await here.change(id, { site: 'B', effectiveOn: '2013-01-01' }, 409);
    expect(await here.differences()).toEqual([]);
  });

  it('gives a device that had no date one, as purchased, and things may have happened since', async () => {
    const { id } = await here.add({ status: 'deployed' });
    expect(await here.change(id, { purchasedOn: '2016-07-01' })).toMatchObject({
      enteredOn: '2016-07-01',
      entryDated: true,
    });
    await here.change(id, { site: 'B', effectiveOn: '2018-01-01' });
    expect([await at('A', '2017-01-01'), await at('A', '2018-01-01'), await at('B', '2018-01-01')]).toEqual([
      1, 0, 1,
    ]);
    expect(await here.differences()).toEqual([]);
  });

  it('of the days in the district’s own time zone: 1 July begins at its midnight', async () => {
    const guam = await register(app, { timeZone: 'Pacific/Guam' });
    const { id } = await guam.add({ inServiceOn: '2012-08-01' });
    await guam.change(id, { site: 'B', effectiveOn: '2015-07-01' });
    expect((await guam.events(id))[0]?.effectiveAt).toBe('2015-06-30T14:00:00.000Z');
    expect((await guam.count('site=B&asOf=2015-06-30')).total).toBe(0);
    expect((await guam.count('site=B&asOf=2015-07-01')).total).toBe(1);
  });

  it('leaves no room of another site behind', async () => {
    const { id } = await entered({ room: '12' });
    expect(await here.change(id, { site: 'B', effectiveOn: '2015-01-05' })).toMatchObject({
      site: 'B',
      room: null,
    });
    const { id: other } = await entered();
    await here.change(other, { room: '14' });
    expect(await here.change(other, { site: 'B', effectiveOn: '2015-01-05' }, 409)).toMatchObject({
      code: 'PLACE_ELSEWHERE',
    });
  });
});
