import type { FindingProposal } from '../../src/salvage/board/finding-proposals.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { daysAgo, type Problem, register, type Register } from '../support/devices.js';
import { LotDesk } from '../support/lot-desk.js';
import { textOf } from '../support/pdf-text.js';

let app: TestApp;
let here: Register;
let its: TestUser;
let desk: LotDesk;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  its = await app.user(here.district, 'its');
  desk = new LotDesk(here, its);
});

afterAll(() => app.close());

const change = (id: string, body: object): PromiseLike<{ status: number; body: Problem }> =>
  its.patch(`/board-items/${id}`).set('if-match', '*').send(body);

describe('a board item', () => {
  it('has no decision before its meeting', async () => {
    const meetingOn = daysAgo(-20);
    const planned = { meetingOn, decision: 'planned', present: undefined, yes: undefined };
    const item = await desk.boardItem(planned);
    for (const decision of ['approved', 'refused']) {
      const { status, body } = await change(item.id, { decision, present: 5, yes: 5 });
      expect([status, body.errors[0]?.code]).toEqual([400, 'MEETING_TO_COME']);
    }
    const body = { meetingOn, number: '1', title: 'x', finding: '17540', present: 5, yes: 5 };
    await its
      .post('/board-items')
      .send({ ...body, decision: 'approved' })
      .expect(400);
    const decided = { meetingOn: daysAgo(1), decision: 'approved', present: 5, yes: 5 };
    expect((await change(item.id, decided)).status).toBe(200);
  });

  it('moves the days of its validity with the meeting, unless somebody chose them', async () => {
    const item = await desk.boardItem({ meetingOn: '2026-03-10' });
    expect(item).toMatchObject({ validFrom: '2026-03-10', validTo: '2027-03-10' });
    expect((await change(item.id, { meetingOn: '2026-03-24' })).body).toMatchObject({
      validFrom: '2026-03-24',
      validTo: '2027-03-24',
    });
    const chosen = await desk.boardItem({ meetingOn: '2026-03-10', validTo: '2026-12-31' });
    expect((await change(chosen.id, { meetingOn: '2026-03-24' })).body).toMatchObject({
      validFrom: '2026-03-24',
      validTo: '2026-12-31',
    });
    expect(
      (await change(chosen.id, { meetingOn: '2026-03-31', validFrom: '2026-04-01' })).body,
    ).toMatchObject({
      validFrom: '2026-04-01',
    });
  });

  it('has a packet without lots that were cancelled, and says what all of it is worth', async () => {
    const bought = { costCents: 30_000, purchasedOn: daysAgo(365 * 10) };
    const devices = await desk.cleared(2, bought);
    const [stray] = await desk.cleared(1);
    await here.admin
      .post('/assessments')
      .send({
        deviceId: devices[0]?.id,
        answers: { powersOn: 'yes', battery: 'good', screen: 'good', input: 'works' },
      })
      .expect(201);
    const lots = [await desk.lot({ route: 'sell' }), await desk.lot({ route: 'sell' })];
    const [lot, cancelled] = lots.map(({ id }) => id);
    await desk.put(lot ?? '', { add: devices.map(({ id }) => id) });
    await desk.put(cancelled ?? '', { add: [stray?.id] });
    const item = await desk.boardItem({ finding: '17546_a', lots: [lot, cancelled] });
    await desk.done(cancelled ?? '', { step: 'cancel', note: 'Not now.' });
    const words = (await textOf(await desk.bytes(`/board-items/${item.id}/packet.pdf`))).replaceAll(
      /\s+/g,
      ' ',
    );
    expect(words).not.toContain(stray?.assetTag);
    expect(words).toContain('2 devices in 1 lot');
    // By the curve of laptops, 4% of $300 after eight years.
    expect(words).toContain('Value together: $12 by the latest assessments.');
    expect(words).toContain('The value of 1 device is unknown. The finding allows up to $2,500.');
  });

  it('is proposed for lots, by their routes and by what all of their devices are worth', async () => {
    const propose = async (...lots: string[]): Promise<FindingProposal & Problem> =>
      (await its.get(`/board-items/proposal?lots=${lots.join()}`)).body as FindingProposal & Problem;
    expect(await propose()).toMatchObject({ finding: null, reason: 'no_devices' });
    const devices = await desk.cleared(2, { costCents: 30_000, purchasedOn: daysAgo(365 * 10) });
    const [sold, given] = [await desk.lot({ route: 'sell' }), await desk.lot({ route: 'donate' })];
    await desk.put(sold.id, { add: [devices[0]?.id] });
    await desk.put(given.id, { add: [devices[1]?.id] });
    expect(await propose(sold.id)).toMatchObject({ finding: '17545', reason: 'value_unknown', unvalued: 1 });
    await here.admin
      .post('/assessments')
      .send({
        deviceId: devices[0]?.id,
        answers: { powersOn: 'yes', battery: 'good', screen: 'good', input: 'works' },
      })
      .expect(201);
    expect(await propose(sold.id)).toMatchObject({
      finding: '17546_a',
      reason: 'within_limit',
      devices: 1,
      valueCents: 1_200,
      routes: ['sell'],
    });
    expect(await propose(given.id)).toMatchObject({ finding: '17546_c', reason: 'donation' });
    expect(await propose(sold.id, given.id)).toMatchObject({ finding: null, reason: 'routes_differ' });
    const other = new LotDesk(await register(app), its);
    const foreign = await other.lot({}, await app.user((await register(app)).district, 'its'));
    expect((await propose(sold.id, foreign.id)).errors).toMatchObject([
      { field: 'lots.1', code: 'UNKNOWN_LOT' },
    ]);
    await its.get('/board-items/proposal?lots=x').expect(400);
  });

  it('that somebody changes while a lot is approved by it approves what it says then', async () => {
    for (let round = 0; round < 10; round += 1) {
      const devices = await desk.cleared(1);
      const { id } = await desk.lot();
      const other = await desk.lot();
      await desk.put(id, { add: devices.map((device) => device.id) });
      await desk.done(id, { step: 'freeze' });
      const item = await desk.boardItem({ lots: [id] });
      const [changed, approved] = await Promise.all([
        change(item.id, { lots: [other.id] }),
        desk.step(id, { step: 'approve', boardItem: item.id }),
      ]);
      // One of the two comes first, and the other one is refused.
      expect([changed.status, approved.status].toSorted()).toEqual([200, 409]);
    }
  });
});
