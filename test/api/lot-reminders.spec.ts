import { Clock } from '../../src/common/time/clock.js';
import { Outbox } from '../../src/outbox/outbox.service.js';
import { LotReminders } from '../../src/salvage/lots/settlement/lot-reminders.service.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { daysAgo, register, type Register } from '../support/devices.js';
import { LotDesk, pickUp } from '../support/lot-desk.js';
import { records, reportTable } from '../support/reports.js';
import { SmtpPeer } from '../support/smtp-peer.js';

let smtp: SmtpPeer;
let app: TestApp;
let here: Register;
let its: TestUser;
let technician: TestUser;
let desk: LotDesk;

beforeAll(async () => {
  smtp = await SmtpPeer.start();
  app = await testApp({ ROLE: 'api', SMTP_URL: smtp.url });
});

beforeEach(async () => {
  here = await register(app);
  its = await app.user(here.district, 'its');
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
  desk = new LotDesk(here, its);
  smtp.letters.length = 0;
});

afterAll(async () => {
  await app.close();
  await smtp.stop();
});

/** Eight processes look at once, and then the letters go out. */
async function letters(): Promise<{ to: string; text: string }[]> {
  smtp.letters.length = 0;
  await Promise.all(Array.from({ length: 8 }, () => app.get(LotReminders).remind()));
  await app.get(Outbox).sendDue('email');
  return smtp.letters.map(({ to, raw }) => ({ to: to.join(), text: raw.replaceAll('=\r\n', '') }));
}

/** Some days later. */
async function later<T>(days: number, work: () => Promise<T>): Promise<T> {
  const clock = app.get(Clock);
  const now = clock.now.bind(clock);
  clock.now = () => new Date(now().getTime() + days * 86_400_000);
  try {
    return await work();
  } finally {
    clock.now = now;
  }
}

describe('the people of a lot', () => {
  it('get one letter a week while papers are late, until they are filed', async () => {
    const { id } = await desk.approved(1);
    await desk.done(id, pickUp(1), technician);
    expect(await letters()).toEqual([]);
    const first = await later(31, letters);
    expect(first).toHaveLength(2);
    expect(first[0]?.text).toContain('certificate of recycling');
    expect(first[0]?.text).toContain('papers of lot 1 are late');
    expect(await later(33, letters)).toEqual([]);
    expect(await later(38, letters)).toHaveLength(2);
    for (const kind of ['certificate_of_recycling', 'weights'])
      await its.put(`/lots/${id}/obligations/${kind}`).send({ waivedBecause: 'It closed.' }).expect(200);
    expect(await later(60, letters)).toEqual([]);
  });

  it('hear 30 and 7 days before universal waste must leave', async () => {
    await desk.lot({ wasteSince: daysAgo(330) });
    await desk.lot({ wasteSince: daysAgo(300) });
    expect(await letters()).toEqual([]);
    const [letter, ...others] = await later(6, letters);
    expect(others).toEqual([]);
    expect(letter?.text).toContain('lot 1 must leave by');
    expect(await later(10, letters)).toEqual([]);
    expect((await later(29, letters)).map(({ text }) => /lot \d must/.exec(text)?.[0])).toEqual([
      'lot 1 must',
    ]);
  });

  it('hear once about waste that had to leave already, and that it had to', async () => {
    await desk.lot({ wasteSince: daysAgo(400) });
    const [letter, ...others] = await letters();
    expect(others).toEqual([]);
    expect(letter?.text).toContain('lot 1 had to leave by');
    expect(letter?.text).toContain('at once');
    expect(await later(1, letters)).toEqual([]);
  });

  it('hear that they need not do anything, if somebody did it before the letter left', async () => {
    const { id } = await desk.approved(1);
    await desk.done(id, pickUp(1));
    await later(31, async () => {
      await app.get(LotReminders).remind();
      for (const kind of ['certificate_of_recycling', 'weights'])
        await its.put(`/lots/${id}/obligations/${kind}`).send({ waivedBecause: 'It closed.' }).expect(200);
      await app.get(Outbox).sendDue('email');
    });
    expect(smtp.letters).toHaveLength(1);
    expect(smtp.letters[0]?.raw).toContain('You need not do anything.');
  });
});

describe('a report', () => {
  it('counts what left by month, route and funding source', async () => {
    await here.admin.post('/funding-sources').send({ name: 'Title I' }).expect(201);
    const devices = await desk.cleared(2, { fundingSource: 'Title I', costCents: 30_000 });
    const [plain] = await desk.cleared(1);
    const { id } = await desk.lot({ route: 'sell' });
    await desk.put(id, { add: [...devices.map((device) => device.id), plain?.id] });
    await desk.done(id, { step: 'freeze' });
    const sale = await desk.boardItem({ finding: '17546_a' });
    await desk.done(id, { step: 'approve', boardItem: sale.id });
    await desk.done(id, pickUp(3));
    const month = daysAgo(0).slice(0, 7);
    expect((await reportTable(here.admin, 'disposals')).rows).toEqual([
      [month, 'sell', 'Title I', 2, 60_000, 0],
      [month, 'sell', '', 1, 0, 1],
    ]);
    await here.admin.get('/reports/kinds/disposals/table?from=2026-02-01&to=2026-01-01').expect(400);
    const unsettled = records(await reportTable(here.admin, 'lots-settlement'));
    expect(unsettled).toMatchObject([{ Lot: 1, Devices: 3, Missing: 'price, payment', 'Days late': 0 }]);
  });

  it('shows how long retired devices have waited', async () => {
    await desk.cleared(2);
    await desk.retired({ site: 'B' });
    const waiting = records(await reportTable(here.admin, 'devices-waiting'));
    expect((await reportTable(here.admin, 'devices-waiting', 'minDays=1')).rows).toEqual([]);
    expect(waiting).toMatchObject([
      { Site: 'A', '0 to 30 days': 2, Total: 2, 'On a lot': 0, 'Data removed': 2 },
      { Site: 'B', '0 to 30 days': 1, Total: 1, 'Data removed': 0 },
    ]);
  });
});
