import { v7 as uuid } from 'uuid';
import type { TimeEntryDetail, TimeEntryView } from '../../src/allocation/time/time-entries.queries.js';
import { assignmentOf, coverOf, technicianAt, visitOf } from '../support/allocation-routes.js';
import { testApp, type TestApp, type TestDistrict, type TestUser } from '../support/app.js';

let app: TestApp;
let district: TestDistrict;
/** At home at A1, and a technician. */
let technician: TestUser;
let technicianId: string;
/** Of A1. */
let lead: TestUser;

beforeAll(async () => {
  app = await testApp();
  district = await app.district();
  for (const code of ['A1', 'B2', 'C3'])
    await district.admin
      .post('/sites')
      .send({ code, name: `Site ${code}`, type: 'elementary' })
      .expect(201);
  technician = await app.user(district, 'technician', { sites: ['A1'] });
  lead = await app.user(district, 'lead', { sites: ['A1'] });
  const accountId = technician.scope.accountId;
  technicianId = await add('/technicians', { ...technicianAt('A1'), accountId });
});

afterAll(() => app.close());

/** Somebody of A1 who is free to be sent about. */
let sent: TestUser;

async function freeTechnician(): Promise<string> {
  sent = await app.user(district, 'technician', { sites: ['A1'] });
  const accountId = sent.scope.accountId;
  return add('/technicians', { ...technicianAt('A1'), startsOn: '2025-01-01', accountId });
}

async function add(path: string, body: object): Promise<string> {
  return ((await district.admin.post(path).send(body).expect(201)).body as { id: string }).id;
}

/** A visit of an hour at A1, by its own technician, on a day of its own. */
let day = 0;
function visit(more: object = {}): object {
  day += 1;
  const on = new Date(Date.UTC(2025, 0, day)).toISOString().slice(0, 10);
  return { ...visitOf(technicianId, 'A1', on), technicianId: undefined, ...more };
}

async function recorded(user: TestUser, body: object): Promise<TimeEntryDetail> {
  return (await user.post('/time-entries').send(body).expect(201)).body as TimeEntryDetail;
}

const correct = (user: TestUser, { id, version }: TimeEntryView, body: object) =>
  user.patch(`/time-entries/${id}`).set('if-match', `"${version}"`).send(body);

const approve = (user: TestUser, ...entries: TimeEntryView[]) =>
  user
    .post('/time-entries/approvals')
    .send({ entries: entries.map(({ id, version }) => ({ id, version })) })
    .expect(200);

describe('time that technicians report', () => {
  it('is kept once, however often a phone sends it', async () => {
    const body = visit({ id: uuid() });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => technician.post('/time-entries').send(body)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    const entry = answers[0]?.body as TimeEntryDetail;
    expect(entry).toMatchObject({ site: 'A1', minutes: 60, work: 'repair', technicianId, version: 1 });
    expect(entry.revisions).toHaveLength(1);
  });

  it('has an id of its own: that of somebody else’s entry is refused', async () => {
    const { id } = await recorded(technician, visit());
    const another = await add('/technicians', technicianAt('C3'));
    const body = visit({ id, technicianId: another, site: 'C3' });
    const answer = await district.admin.post('/time-entries').send(body).expect(409);
    expect(answer.body).toMatchObject({ code: 'TIME_ID_TAKEN' });
  });

  it('is never of two things at once, whoever comes first', async () => {
    const body = visit() as { startsAt: string };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => technician.post('/time-entries').send(body)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409]);
    const half = body.startsAt.replace('17:00', '17:30');
    await technician
      .post('/time-entries')
      .send({ ...body, startsAt: half, endsAt: half.replace('17:30', '19:00') })
      .expect(409);
    await recorded(technician, {
      ...body,
      startsAt: body.startsAt.replace('17', '18'),
      endsAt: half.replace('17:30', '19:00'),
    });
  });

  it('is corrected with a reason, and everything it ever said stays', async () => {
    const entry = await recorded(technician, visit());
    const { body } = await correct(technician, entry, {
      work: 'classroom',
      note: 'two laptops',
      reason: 'wrong kind',
    }).expect(200);
    const changed = body as TimeEntryDetail;
    expect(changed).toMatchObject({ work: 'classroom', note: 'two laptops', site: 'A1', version: 2 });
    expect(changed.revisions.map(({ work, reason }) => [work, reason])).toEqual([
      ['repair', null],
      ['classroom', 'wrong kind'],
    ]);
    await correct(technician, entry, { note: 'late', reason: 'late' }).expect(412);
    await correct(technician, changed, { note: 'no reason' }).expect(400);
    await correct(technician, changed, { withdrawn: true, reason: 'not mine' }).expect(200);
    const { body: list } = await technician.get('/time-entries?limit=200').expect(200);
    expect((list as { items: TimeEntryView[] }).items.map(({ id }) => id)).not.toContain(entry.id);
    // Its time is free again.
    const { startsAt, endsAt } = changed;
    await recorded(technician, visit({ startsAt, endsAt }));
  });

  it('is approved by a lead, as it was read, and anew once it is corrected; by nobody for themselves', async () => {
    const entry = await recorded(technician, visit());
    await technician
      .post('/time-entries/approvals')
      .send({ entries: [entry] })
      .expect(403);
    const { body } = await approve(lead, entry);
    expect(body).toMatchObject({ results: [{ index: 0, outcome: 'approved' }] });
    const { body: again } = await approve(lead, entry);
    expect(again).toMatchObject({ results: [{ outcome: 'refused', code: 'STALE_VERSION' }] });
    const { body: approved } = await technician.get(`/time-entries/${entry.id}`).expect(200);
    expect(approved).toMatchObject({ approvedBy: lead.scope.accountId, version: 2 });
    await correct(technician, entry, { note: 'more', reason: 'more' }).expect(412);
    const { body: after } = await correct(technician, approved as TimeEntryDetail, {
      note: 'more',
      reason: 'more',
    }).expect(200);
    expect(after).toMatchObject({ approvedAt: null, approvedBy: null, version: 3 });
    expect((after as TimeEntryDetail).revisions.map(({ version, note }) => [version, note])).toEqual([
      [1, entry.note],
      [3, 'more'],
    ]);
    expect((after as TimeEntryDetail).steps.map(({ step, takenBy }) => [step, takenBy])).toEqual([
      ['create', technician.scope.accountId],
      ['approve', lead.scope.accountId],
      ['correct', technician.scope.accountId],
    ]);
    const { body: stale } = await approve(lead, entry, after as TimeEntryDetail);
    expect((stale as { results: { outcome: string }[] }).results.map(({ outcome }) => outcome)).toEqual([
      'refused',
      'approved',
    ]);
    const other = await app.user(district, 'lead', { sites: ['B2'] });
    const { body: far } = await approve(other, after as TimeEntryDetail);
    expect(far).toMatchObject({ results: [{ outcome: 'refused', code: 'TIME_ENTRY_NOT_FOUND' }] });
    const both = await app.user(district, 'lead', { sites: ['A1'] });
    await add('/technicians', { ...technicianAt('A1'), accountId: both.scope.accountId });
    const own = await recorded(both, visit());
    expect((await approve(both, own)).body).toMatchObject({
      results: [
        {
          outcome: 'refused',
          code: 'OWN_TIME',
          detail: 'You cannot approve your own time. Ask your lead to approve it.',
        },
      ],
    });
  });

  it('is of a site in reach, or of one that they were sent to on that day', async () => {
    const refused = async (more: object, code: string): Promise<void> => {
      const { body } = await technician.post('/time-entries').send(visit(more)).expect(400);
      expect((body as { errors: object[] }).errors).toContainEqual(expect.objectContaining({ code }));
    };
    await refused({ site: 'B2' }, 'UNKNOWN_SITE');
    await refused({ site: null }, 'SITE_MISSING');
    await refused({ work: 'juggling' }, 'UNKNOWN_WORK');
    const tomorrow = new Date(Date.now() + 86_400_000);
    await refused({ startsAt: new Date(), endsAt: tomorrow }, 'NOT_YET');
    await recorded(technician, visit({ site: null, work: 'travel' }));
    // Mondays at B2, and once at C3.
    await add('/allocation/assignments', assignmentOf(technicianId, 'B2'));
    await add('/allocation/covers', coverOf(technicianId, 'C3'));
    await recorded(technician, { ...visitOf(technicianId, 'B2', '2025-10-13'), technicianId: undefined });
    await refused({ ...visitOf(technicianId, 'B2', '2025-10-14'), technicianId: undefined }, 'UNKNOWN_SITE');
    await recorded(technician, { ...visitOf(technicianId, 'C3', '2025-10-08'), technicianId: undefined });
    await technician
      .post('/time-entries')
      .send(visit({ endsAt: '2025-01-01T00:00:00Z', startsAt: '2025-01-01T01:00:00Z' }))
      .expect(400);
  });

  it('is reported and corrected for others by who approves it, and seen by the site it was for', async () => {
    const entry = await recorded(lead, visit({ technicianId }));
    await correct(lead, entry, { note: 'by phone', reason: 'forgotten' }).expect(200);
    const stranger = await app.user(district, 'technician', { sites: ['A1'] });
    await stranger.post('/time-entries').send(visit({ technicianId })).expect(400);
    await stranger.post('/time-entries').send(visit()).expect(400);
    await stranger
      .patch(`/time-entries/${entry.id}`)
      .set('if-match', '*')
      .send({ note: 'x', reason: 'x' })
      .expect(403);
    const [own, far] = await Promise.all(
      ['A1', 'B2'].map((code) => app.user(district, 'site_staff', { sites: [code] })),
    );
    await own?.get(`/time-entries/${entry.id}`).expect(200);
    // Where their technician is on other days is their lead's matter.
    const elsewhere = await recorded(await app.user(district, 'its'), visit({ technicianId, site: 'B2' }));
    await own?.get(`/time-entries/${elsewhere.id}`).expect(404);
    await lead.get(`/time-entries/${elsewhere.id}`).expect(200);
    await far?.get(`/time-entries/${entry.id}`).expect(404);
    const { body } = await (far as TestUser).get('/time-entries?limit=200').expect(200);
    const seen = (body as { items: TimeEntryView[] }).items;
    expect(seen.map(({ id }) => id)).toContain(elsewhere.id);
    expect(new Set(seen.map(({ site }) => site))).toEqual(new Set(['B2']));
  });

  it('is taken in again, and withdrawn, also where its technician was sent and is sent no more', async () => {
    const on = '2025-03-05';
    const cover = await add('/allocation/covers', {
      technicianId: await freeTechnician(),
      site: 'C3',
      on,
      kind: 'urgent',
    });
    const body = { ...visitOf('', 'C3', on), technicianId: undefined, id: uuid() };
    const entry = await recorded(sent, body);
    await district.admin.delete(`/allocation/covers/${cover}`).expect(204);
    expect(await recorded(sent, body)).toMatchObject({ id: entry.id, version: 1 });
    await correct(sent, entry, { withdrawn: true, reason: 'twice' }).expect(200);
    await sent
      .post('/time-entries')
      .send({ ...body, id: uuid() })
      .expect(400);
  });

  it('has the kinds of the papers, and those a district adds', async () => {
    const { body } = await technician.get('/work-kinds?limit=200').expect(200);
    const keys = (body as { items: { key: string }[] }).items.map(({ key }) => key);
    expect(keys).toEqual([
      'classroom',
      'enrollment',
      'inventory',
      'learning',
      'projects',
      'remote',
      'repair',
      'salvage',
      'social-media',
      'travel',
      'urgent',
      'warranty',
      'web',
    ]);
    const testing = { key: 'state-testing', name: 'State testing' };
    await district.admin.post('/work-kinds').send(testing).expect(201);
    await district.admin.post('/work-kinds').send(testing).expect(409);
    await district.admin.post('/work-kinds').send({ key: 'repair', name: 'Repairs' }).expect(409);
    await recorded(technician, visit({ work: 'state-testing' }));
  });

  it('is found by day in the district’s time zone, page by page', async () => {
    const late = { startsAt: '2024-03-02T07:30:00Z', endsAt: '2024-03-02T07:45:00Z' };
    const entry = await recorded(technician, visit(late));
    const idsOf = async (query: string): Promise<string[]> => {
      const { body } = await technician.get(`/time-entries?${query}`).expect(200);
      return (body as { items: TimeEntryView[] }).items.map(({ id }) => id);
    };
    // Half past eleven in the evening of 1 March in California.
    expect(await idsOf('from=2024-03-01&to=2024-03-01')).toEqual([entry.id]);
    expect(await idsOf('from=2024-03-02&to=2024-03-02')).toEqual([]);
    const all = await idsOf('limit=200');
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: { body: unknown } = await technician
        .get(`/time-entries?limit=3${cursor ? `&cursor=${cursor}` : ''}`)
        .expect(200);
      paged.push(...(body as { items: TimeEntryView[] }).items.map(({ id }) => id));
      cursor = (body as { nextCursor: string | null }).nextCursor;
    }
    expect(paged).toEqual(all);
  });
});

describe('what was delivered', () => {
  it('is told week by week against what was due, by hand: who was short, by how much, how often', async () => {
    const { admin } = await app.district().then((one) => (district = one));
    const { body: site } = await admin
      .post('/sites')
      .send({ code: 'D4', name: 'Site D4', type: 'elementary' })
      .expect(201);
    await admin
      .put(`/sites/${(site as { id: string }).id}/pupils/2025-26`)
      .send({ pupils: 650 })
      .expect(200);
    await admin.post('/sites').send({ code: 'E5', name: 'Site E5', type: 'high' }).expect(201);
    technicianId = await add('/technicians', technicianAt('D4'));
    // 12 hours a week are due. In the week of 6 October 10 hours, in that of 13 October 14, then none.
    const visits = [
      ['2025-10-06T15:00:00Z', '2025-10-06T20:00:00Z', 'repair'],
      ['2025-10-08T15:00:00Z', '2025-10-08T20:00:00Z', 'classroom'],
      ['2025-10-13T14:00:00Z', '2025-10-13T23:00:00Z', 'enrollment'],
      // Half past ten on a Sunday evening in California, and Monday already in UTC.
      ['2025-10-20T05:30:00Z', '2025-10-20T06:30:00Z', 'urgent'],
      ['2025-10-14T15:00:00Z', '2025-10-14T19:00:00Z', 'repair'],
    ] as const;
    for (const [startsAt, endsAt, work] of visits)
      await add('/time-entries', { technicianId, site: 'D4', startsAt, endsAt, work });
    const travel = { technicianId, work: 'travel', startsAt: '2025-10-07T15:00:00Z' };
    await add('/time-entries', { ...travel, endsAt: '2025-10-07T17:30:00Z' });
    const path =
      '/allocation/delivered?model=irvine-2016-17&schoolYear=2025-26&from=2025-10-08&to=2025-10-22';
    const { body } = await admin.get(path).expect(200);
    expect(body).toMatchObject({
      from: '2025-10-06',
      to: '2025-10-26',
      weeks: 3,
      sites: [
        {
          site: 'D4',
          due: 12,
          hours: 24,
          approvedHours: 0,
          weeksShort: 2,
          short: 14,
          weeks: [
            { week: '2025-10-06', hours: 10, short: 2 },
            { week: '2025-10-13', hours: 14, short: 0 },
            { week: '2025-10-20', hours: 0, short: 12 },
          ],
        },
      ],
    });
    expect((body as { aside: { work: string; hours: number }[] }).aside).toContainEqual({
      work: 'travel',
      name: 'Travel',
      hours: 2.5,
      planned: null,
    });
    // 24 hours in the two weeks in which somebody reported.
    const { body: plan } = await admin
      .get('/allocation/plan?model=irvine-2016-17&schoolYear=2025-26')
      .expect(200);
    expect((plan as { sites: object[] }).sites).toMatchObject([
      { site: 'D4', delivered: 12 },
      { site: 'E5', delivered: 0 },
    ]);
    await admin.get(path.replace('2025-10-22', '2027-10-22')).expect(400);
    await admin.get(path.replace('2025-10-22', '2025-09-01')).expect(400);
  });
});
