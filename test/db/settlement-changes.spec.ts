import { step } from '../support/imports.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { daysAgo, register, type Register } from '../support/devices.js';
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

describe('rows that cannot be read', () => {
  it('are refused with line, column and reason, and the others go in', async () => {
    const lot = await desk.gone([serial('BAD01'), serial('BAD02'), serial('BAD03')]);
    const row = (Serial: string, more: Record<string, string> = {}): Record<string, string> => ({
      Serial,
      Tag: '',
      Grade: '',
      'Cosmetic grade': '',
      'Functional grade': '',
      Weight: '',
      Price: '',
      Currency: '',
      'Wipe status': '',
      ...more,
    });
    const done = await desk.import(lot, [
      row('BAD01', { Grade: 'B+', Weight: '2 lb', Currency: 'USD' }),
      row('', { Price: '5' }),
      row('BAD02', { Grade: 'C11' }),
      row('BAD02', { Grade: 'F7' }),
      row('BAD02', { Grade: 'shiny' }),
      row('BAD02', { Price: '-$5.00' }),
      row('BAD02', { Price: '($5.00)' }),
      row('BAD02', { Price: 'call us' }),
      row('BAD02', { Weight: '3.2' }),
      row('BAD02', { Weight: '-3 lb' }),
      row('BAD02', { Weight: 'heavy' }),
      row('BAD02', { Weight: '1,450 kg' }),
      row('BAD02', { Currency: 'EUR' }),
      row('BAD02', { 'Wipe status': 'maybe' }),
      row('BAD02', { Grade: 'C4', 'Cosmetic grade': '3' }),
      row('BAD02', { 'Functional grade': 'C4' }),
      row('BAD03', { 'Cosmetic grade': '4', 'Functional grade': 'F3' }),
    ]);
    expect(await desk.refusals(done)).toEqual([
      '3 Serial CODE_MISSING',
      '4 Grade UNKNOWN_GRADE',
      '5 Grade UNKNOWN_GRADE',
      '6 Grade UNKNOWN_GRADE',
      '7 Price NEGATIVE_AMOUNT',
      '8 Price NEGATIVE_AMOUNT',
      '9 Price NOT_AN_AMOUNT',
      '10 Weight WEIGHT_UNIT_MISSING',
      '11 Weight WEIGHT_IMPOSSIBLE',
      '12 Weight NOT_A_WEIGHT',
      '13 Weight WEIGHT_UNCLEAR',
      '14 Currency UNKNOWN_CURRENCY',
      '15 Wipe status UNKNOWN_WORD',
      '16 Cosmetic grade GRADES_CONTRADICT',
      '17 Functional grade UNKNOWN_GRADE',
    ]);
    expect(await desk.line(lot, 'BAD01')).toMatchObject({ letterGrade: 'B+', weightKg: 0.907 });
    expect(await desk.line(lot, 'BAD03')).toMatchObject({ cosmeticGrade: 'C4', functionalGrade: 'F3' });
    // A refused row names BAD02, and another has no code at all.
    expect(await desk.told(lot)).toEqual([]);
  });

  it('are refused where two are about one device, by the same code or by two', async () => {
    const lot = await desk.gone([serial('TWICE1', { assetTag: 'TW-1' }), serial('TWICE2')]);
    const done = await desk.import(lot, [
      { Serial: 'TWICE1', Tag: '' },
      { Serial: 'twice1', Tag: '' },
      { Serial: '', Tag: 'TW-1' },
      { Serial: 'TWICE2', Tag: '' },
    ]);
    expect(await desk.refusals(done)).toEqual(['3 - REPEATED', '4 - REPEATED']);
    expect(await desk.lines(lot)).toHaveLength(2);
  });

  it('are refused where the lot has not left, is settled or was cancelled', async () => {
    const approved = await desk.approved([serial('EARLY1')]);
    const cancelled = await desk.lots.lot();
    await desk.lots.done(cancelled.id, { step: 'cancel', note: 'A mistake' });
    const first = await desk.import(approved, [{ Serial: 'EARLY1' }]);
    const second = await desk.import(cancelled, [{ Serial: 'EARLY1' }]);
    expect(await desk.refusals(first)).toEqual(['2 District lot LOT_NOT_PICKED_UP']);
    expect(await desk.refusals(second)).toEqual(['2 District lot LOT_CANCELLED']);
    expect(await desk.lines(approved)).toEqual([]);
  });

  it('never show or touch what is another district’s', async () => {
    const elsewhere = await register(app);
    const theirs = new SettlementDesk(app, elsewhere, await app.user(elsewhere.district, 'its'));
    const theirLot = await theirs.gone([serial('WALL01')]);
    const lot = await desk.gone([serial('WALL02')]);
    await desk.import(lot, [{ Serial: 'WALL01' }, { Serial: 'WALL02' }]);
    expect(await desk.told(lot)).toEqual(['extra unknown_code WALL01']);
    expect((await desk.line(lot, 'WALL01'))?.deviceId).toBeNull();
    expect([await theirs.lines(theirLot), await theirs.differences(theirLot)]).toEqual([[], []]);
    await its.get(`/lots/${theirLot.id}/settlement`).expect(404);
    await its.get(`/lots/${theirLot.id}/settlement/differences`).expect(404);
    const [difference] = await desk.differences(lot);
    expect((await theirs.settle(theirLot, difference)).body).toMatchObject({ code: 'DIFFERENCE_NOT_FOUND' });
    expect((await theirs.settle(lot, difference)).body).toMatchObject({ code: 'LOT_NOT_FOUND' });
  });
});

describe('a file that comes again', () => {
  it('changes nothing, also once the lot is settled', async () => {
    const lot = await desk.gone([serial('AGAIN1'), serial('AGAIN2')]);
    const rows = [
      { Serial: 'AGAIN1', Price: '10', Weight: '2 lb', 'Wipe status': 'Erased' },
      { Serial: 'AGAIN2', Price: '10', Weight: '2 lb', 'Wipe status': 'Erased' },
    ];
    await desk.import(lot, rows);
    const first = await desk.lines(lot);
    const again = await desk.import(lot, rows);
    expect(again).toMatchObject({ plan: { unchanged: 2, add: 0, change: 0 } });
    const before = await desk.lines(lot);
    expect(before).toEqual(first.map((line) => ({ ...line, importId: again.id })));
    for (const kind of ['certificate_of_recycling', 'weights'])
      await its
        .put(`/lots/${lot.id}/obligations/${kind}`)
        .send({ filedOn: daysAgo(0), weightKg: 1.8 })
        .expect(200);
    await desk.lots.done(lot.id, { step: 'settle' });
    expect(await desk.import(lot, rows)).toMatchObject({ plan: { unchanged: 2 } });
    const changed = await desk.import(lot, [
      { Serial: 'AGAIN1', Price: '12' },
      { Serial: 'NEW01', Price: '1' },
    ]);
    expect(await desk.refusals(changed)).toEqual([
      '2 District lot LOT_SETTLED',
      '3 District lot LOT_SETTLED',
    ]);
    expect(await desk.lines(lot)).toEqual(before);
  });

  it('with other figures changes its lines, ends what no longer holds, and can be taken back', async () => {
    const lot = await desk.gone([serial('OTHER1'), serial('OTHER2')]);
    const first = await desk.import(lot, [
      { Serial: 'OTHER1', Price: '10', 'Wipe status': 'failed' },
      { Serial: 'OTHER2', Price: '10', 'Wipe status': 'wiped' },
    ]);
    expect(await desk.told(lot)).toEqual(['not_wiped failed OTHER1']);
    const second = await desk.import(lot, [{ Serial: 'OTHER1', Price: '7', 'Wipe status': 'wiped' }]);
    expect(second).toMatchObject({ plan: { change: 1 } });
    expect(await desk.line(lot, 'OTHER1')).toMatchObject({ priceCents: 700, sanitization: 'wiped' });
    expect(await desk.told(lot)).toEqual([]);
    const blocked = await step(app, its, first.id, 'undo');
    expect(blocked.job?.result).toMatchObject({ undone: 1, leftCount: 1 });
    expect((await desk.lines(lot)).map(({ code }) => code)).toEqual(['OTHER1']);
    await step(app, its, second.id, 'undo');
    expect(await desk.line(lot, 'OTHER1')).toMatchObject({ priceCents: 1_000, sanitization: 'failed' });
    expect(await desk.told(lot)).toEqual(['missing not_in_file OTHER2', 'not_wiped failed OTHER1']);
  });

  it('is undone with all of its differences, but not those that somebody has settled', async () => {
    const lot = await desk.gone([serial('UNDO01'), serial('UNDO02')]);
    const done = await desk.import(lot, [
      { Serial: 'UNDO01', 'Wipe status': 'failed' },
      { Serial: 'STRAY1', 'Wipe status': '' },
    ]);
    const [, ...rest] = await desk.differences(lot);
    expect(rest).toHaveLength(2);
    const stray = (await desk.differences(lot)).find(({ code }) => code === 'STRAY1');
    await desk.settle(lot, stray).expect(200);
    const undone = await step(app, its, done.id, 'undo');
    expect(undone.job?.result).toMatchObject({
      undone: 1,
      leftCount: 1,
      left: [{ detail: expect.stringContaining('STRAY1') as string }],
    });
    expect(await desk.told(lot, '&open=true')).toEqual([
      'missing not_in_file UNDO01',
      'missing not_in_file UNDO02',
    ]);
    expect(await desk.told(lot, '&open=false')).toEqual(['extra unknown_code STRAY1']);
  });

  it('comes from two people at once, and leaves one line for each device', async () => {
    const lot = await desk.gone([serial('RACE01'), serial('RACE02')]);
    const colleague = await app.user(here.district, 'its');
    const rows = [
      { Serial: 'RACE01', Price: '5' },
      { Serial: 'RACE02', Price: '5' },
      { Serial: 'RACE03', Price: '5' },
    ];
    const both = await Promise.all([desk.import(lot, rows), desk.import(lot, rows, {}, colleague)]);
    expect(both.map(({ plan }) => [plan?.add, plan?.unchanged]).toSorted()).toEqual([
      [0, 3],
      [3, 0],
    ]);
    expect(await desk.lines(lot)).toHaveLength(3);
    expect(await desk.told(lot)).toEqual(['extra unknown_code RACE03']);
  });
});

it('lets either the file or the settled lot win where both come at once', async () => {
  for (let round = 0; round < 4; round += 1) {
    const lot = await desk.gone([serial(`CLASH${round}`)], {}, []);
    for (const kind of ['certificate_of_recycling', 'weights'])
      await its
        .put(`/lots/${lot.id}/obligations/${kind}`)
        .send({ filedOn: daysAgo(0), weightKg: 1.8 })
        .expect(200);
    const settleSoon = async (): Promise<number> => {
      await new Promise((resolve) => setTimeout(resolve, round * 60));
      return (await desk.lots.step(lot.id, { step: 'settle' })).status;
    };
    const [done, status] = await Promise.all([
      desk.import(lot, [{ Serial: `STRANGER${round}` }]),
      settleSoon(),
    ]);
    const open = (await desk.told(lot)).length;
    const { state } = await desk.read(lot);
    expect([state, status, open, done.plan?.refused]).toEqual(
      status === 200 ? ['settled', 200, 0, 1] : ['picked_up', 409, 2, 0],
    );
  }
});

it('reads a long file in parts, and still knows each device and what is missing at its end', async () => {
  const lot = await desk.gone([serial('LONG01', { assetTag: 'LONG-1' }), serial('LONG02'), serial('LONG03')]);
  const strangers = Array.from({ length: 1_100 }, (_, i) => ({ Serial: `STRANGER${i}`, Tag: '' }));
  const rows = [
    { Serial: 'LONG01', Tag: '' },
    ...strangers,
    { Serial: '', Tag: 'LONG-1' },
    { Serial: 'LONG02', Tag: '' },
  ];
  const rehearsal = await desk.import(lot, rows, { mode: 'rehearse' });
  expect(rehearsal).toMatchObject({ plan: { add: 1_102, refused: 1, notes: { DEVICES_NOT_IN_FILE: 1 } } });
  const done = await step(app, its, rehearsal.id, 'commit');
  expect(done).toMatchObject({ state: 'committed', plan: { add: 1_102, refused: 1, held: 0 } });
  expect(await desk.refusals(done)).toEqual(['1103 - REPEATED']);
  expect(await desk.told(lot, '&kind=missing')).toEqual(['missing not_in_file LONG03']);
  expect((await desk.read(lot)).returned).toMatchObject({
    lines: 1_102,
    open: [
      { kind: 'extra', differences: 1_100 },
      { kind: 'missing', differences: 1 },
    ],
  });
  const settled = await desk.lots.step(lot.id, { step: 'settle' });
  expect([settled.status, settled.body.errors.length]).toEqual([409, 200]);
  await step(app, its, done.id, 'undo');
  expect([await desk.lines(lot), await desk.differences(lot)]).toEqual([[], []]);
});

describe('a difference', () => {
  it('keeps the lot from being settled until somebody with the right says how it was settled', async () => {
    const lot = await desk.gone([serial('WORK01'), serial('WORK02')]);
    await desk.import(lot, [{ Serial: 'WORK01' }]);
    for (const kind of ['certificate_of_recycling', 'weights'])
      await its
        .put(`/lots/${lot.id}/obligations/${kind}`)
        .send({ filedOn: daysAgo(0), weightKg: 1.8 })
        .expect(200);
    const refused = await desk.lots.step(lot.id, { step: 'settle' });
    expect([refused.status, refused.body.code]).toEqual([409, 'LOT_NOT_SETTLED']);
    const [missing] = await desk.differences(lot);
    expect(refused.body.errors).toEqual([
      {
        field: `returned.${missing?.id}`,
        code: 'NOT_CLEARED_UP',
        detail: 'Not cleared up yet: missing, WORK02.',
      },
    ]);
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    expect((await desk.settle(lot, missing, { note: 'Mine' }, technician)).status).toBe(403);
    expect((await desk.settle(lot, missing, { note: ' ' })).status).toBe(400);
    const { body } = await desk.settle(lot, missing, { note: 'It was on the second truck.' }).expect(200);
    expect(body).toMatchObject({
      note: 'It was on the second truck.',
      settledByName: expect.any(String) as string,
    });
    const again = await desk.settle(lot, missing, { note: 'Another story' });
    expect([again.status, (again.body as { code: string }).code]).toEqual([409, 'DIFFERENCE_SETTLED']);
    await desk.settle(lot, missing, { action: 'reopen', note: 'It was another device.' }).expect(200);
    expect((await desk.lots.step(lot.id, { step: 'settle' })).status).toBe(409);
    expect((await desk.settle(lot, missing, { action: 'reopen', note: 'Twice' })).status).toBe(409);
    await desk.settle(lot, missing, { note: 'Paid for it.' }).expect(200);
    await desk.lots.done(lot.id, { step: 'settle' });
    const late = await desk.settle(lot, missing, { action: 'reopen', note: 'Too late' });
    expect((late.body as { code: string }).code).toBe('DIFFERENCES_CLOSED');
  });

  it('is settled by one of two people who try at once', async () => {
    const lot = await desk.gone([serial('BOTH01'), serial('BOTH02')]);
    await desk.import(lot, [{ Serial: 'BOTH01' }]);
    const [missing] = await desk.differences(lot);
    const colleagues = await Promise.all(Array.from({ length: 12 }, () => app.user(here.district, 'its')));
    const answers = await Promise.all(
      colleagues.map(async (one, i) => (await desk.settle(lot, missing, { note: `Note ${i}` }, one)).status),
    );
    expect(answers.toSorted()).toEqual([200, ...Array.from({ length: 11 }, () => 409)]);
    expect(await desk.differences(lot, '&open=true')).toEqual([]);
  });

  it('that was settled stays settled when the file comes again', async () => {
    const lot = await desk.gone([serial('STAY01'), serial('STAY02')]);
    const rows = [{ Serial: 'STAY01', 'Wipe status': 'failed' }];
    await desk.import(lot, rows);
    for (const one of await desk.differences(lot)) await desk.settle(lot, one).expect(200);
    await desk.import(lot, rows);
    await desk.import(lot, [{ Serial: 'STAY01', Price: '4' }]);
    expect(await desk.told(lot, '&open=true')).toEqual([]);
    await desk.import(lot, [{ Serial: 'STAY01', 'Wipe status': 'data found' }]);
    expect(await desk.told(lot, '&open=true')).toEqual(['not_wiped data_found STAY01']);
  });
});
