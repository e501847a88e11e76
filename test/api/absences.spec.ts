import { DateTime } from 'luxon';
import { readFile } from 'node:fs/promises';
import type { CoverProposal, CoverView, Hole } from '../../src/allocation/technicians/covers.service.js';
import { PrincipalsService } from '../../src/access/principals.service.js';
import { absenceOf, assignmentOf, coverOf, technicianAt } from '../support/allocation-routes.js';
import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import { load } from '../support/imports.js';

const FILE = new URL('../../src/cli/demo/irvine-sites-2025-26.csv', import.meta.url);
/** A Monday. */
const ON = '2025-10-06';
/** One that is still to come. */
const COMING = DateTime.utc().startOf('week').plus({ weeks: 2 }).toISODate();
const ALWAYS = { startsOn: '2025-07-01', endsOn: '2099-06-30' };

let app: TestApp;
let district: TestDistrict;
let codes: string[];

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  district = await app.district();
  await load(app, district.admin, await readFile(FILE), { kind: 'sites' });
  const { body } = await district.admin.get('/sites?limit=200&sort=code').expect(200);
  codes = (body as { items: { code: string }[] }).items.map(({ code }) => code);
});

afterAll(() => app.close());

async function add(path: string, body: object): Promise<string> {
  return ((await district.admin.post(path).send(body).expect(201)).body as { id: string }).id;
}

/** Technicians, of whom the first so many are at a site each on Mondays. */
async function technicians(count: number, assigned: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const id = await add('/technicians', technicianAt(codes[i] ?? ''));
    if (i < assigned) await add('/allocation/assignments', assignmentOf(id, codes[i + 5] ?? ''));
    ids.push(id);
  }
  return ids;
}

async function items<T>(path: string): Promise<T[]> {
  const { body } = await district.admin.get(path).expect(200);
  return (body as { items: T[] }).items;
}

async function proposed(): Promise<CoverProposal> {
  return (await district.admin.post('/allocation/cover-proposals').send({ on: ON }).expect(200))
    .body as CoverProposal;
}

describe('absences', () => {
  it('of twelve on one morning are covered out of the reserve, each once, however many say so', async () => {
    const ids = await technicians(30, 18);
    for (const id of ids.slice(0, 12)) await add('/allocation/absences', absenceOf(id));
    expect(await items<Hole>(`/allocation/holes?on=${ON}`)).toHaveLength(12);
    const proposal = await proposed();
    expect(proposal).toMatchObject({ uncovered: [], left: 0 });
    expect(proposal.covers).toHaveLength(12);
    expect(new Set(proposal.covers.map(({ technicianId }) => technicianId)).size).toBe(12);
    const send = () =>
      Promise.all(
        proposal.covers.map(({ assignmentId, technicianId }) =>
          district.admin
            .post('/allocation/covers')
            .send({ on: ON, kind: 'absence', assignmentId, technicianId }),
        ),
      );
    const answers = (await Promise.all([send(), send()])).flat();
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      ...Array.from({ length: 12 }, () => 201),
      ...Array.from({ length: 12 }, () => 409),
    ]);
    expect(await items<CoverView>(`/allocation/covers?on=${ON}`)).toHaveLength(12);
    expect(await items<Hole>(`/allocation/holes?on=${ON}`)).toEqual([]);
    await add('/allocation/absences', absenceOf(ids[12] ?? ''));
    expect(await proposed()).toMatchObject({ covers: [], uncovered: [{ site: codes[17] }], left: 0 });
  });

  /** Somebody away on a coming Monday, whose hole somebody of the reserve fills. */
  async function covered(): Promise<{ away: string; reserve: string; absence: string; assignment: string }> {
    const [away = '', reserve = ''] = await technicians(2, 0);
    const assignment = await add('/allocation/assignments', {
      ...assignmentOf(away, codes[5] ?? ''),
      ...ALWAYS,
    });
    const absence = await absent(away);
    await cover(assignment, reserve);
    return { away, reserve, absence, assignment };
  }

  const absent = (technicianId: string, fromOn = COMING): Promise<string> =>
    add('/allocation/absences', { ...absenceOf(technicianId), fromOn, toOn: COMING });

  const cover = (assignmentId: string, technicianId: string, on = COMING): Promise<string> =>
    add('/allocation/covers', { on, kind: 'absence', assignmentId, technicianId });

  const covers = (on = COMING): Promise<CoverView[]> => items(`/allocation/covers?on=${on}`);
  const holes = (on = COMING): Promise<Hole[]> => items(`/allocation/holes?on=${on}`);

  it('that end after all give the reserve back, once', async () => {
    const { away, absence, assignment, reserve } = await covered();
    await district.admin
      .post('/allocation/absences')
      .send({ ...absenceOf(away), fromOn: COMING, toOn: COMING })
      .expect(409);
    await district.admin.delete(`/allocation/absences/${absence}`).expect(204);
    expect(await covers()).toEqual([]);
    expect(await holes()).toEqual([]);
    // Taken back once more, it takes nothing from the absence that came after it.
    await absent(away);
    await cover(assignment, reserve);
    await district.admin.delete(`/allocation/absences/${absence}`).expect(204);
    expect(await covers()).toHaveLength(1);
  });

  it('that end after all leave what was: who went, went', async () => {
    const [away = '', reserve = ''] = await technicians(2, 0);
    const assignment = await add('/allocation/assignments', {
      ...assignmentOf(away, codes[5] ?? ''),
      ...ALWAYS,
    });
    const absence = await absent(away, ON);
    await cover(assignment, reserve, ON);
    await cover(assignment, reserve);
    await district.admin.delete(`/allocation/absences/${absence}`).expect(204);
    expect(await covers(ON)).toHaveLength(1);
    expect(await covers()).toEqual([]);
  });

  it('of who was to go instead open the hole again', async () => {
    const { reserve } = await covered();
    expect(await holes()).toEqual([]);
    await absent(reserve);
    expect(await covers()).toEqual([]);
    expect(await holes()).toMatchObject([{ site: codes[5] }]);
  });

  it('open holes only where an assignment holds, and only they are covered', async () => {
    const { assignment, away } = await covered();
    const [, , idle = ''] = await technicians(3, 0);
    const tuesday = DateTime.fromISO(COMING).plus({ days: 1 }).toISODate();
    const send = (on: string | null) =>
      district.admin
        .post('/allocation/covers')
        .send({ on, kind: 'absence', assignmentId: assignment, technicianId: idle });
    await send(tuesday).expect(409);
    await send(COMING).expect(409);
    await district.admin.delete(`/allocation/assignments/${assignment}`).expect(204);
    expect(await covers()).toEqual([]);
    await send(COMING).expect(400);
    expect(await holes()).toEqual([]);
    // Somebody who leaves is missed, and is given no days after the last.
    const kept = await add('/allocation/assignments', { ...assignmentOf(away, codes[5] ?? ''), ...ALWAYS });
    const change = (body: object) =>
      district.admin.patch(`/technicians/${idle}`).set('if-match', '*').send(body).expect(200);
    await change({ endsOn: '2026-01-31' });
    const late = { ...assignmentOf(idle, codes[6] ?? ''), endsOn: '2026-06-30' };
    await district.admin.post('/allocation/assignments').send(late).expect(400);
    await district.admin
      .post('/allocation/assignments')
      .send({ ...late, endsOn: '2026-01-31', weekday: 7 })
      .expect(400);
    expect((await holes()).map(({ assignmentId }) => assignmentId)).toEqual([kept]);
    await district.admin
      .patch(`/technicians/${away}`)
      .set('if-match', '*')
      .send({ endsOn: '2026-01-31' })
      .expect(200);
    const nextWeek = DateTime.fromISO(COMING).plus({ weeks: 1 }).toISODate() ?? '';
    expect((await holes(nextWeek)).map(({ assignmentId }) => assignmentId)).toEqual([kept]);
  });

  it('are filled by nobody who is elsewhere, away, or does not work that day', async () => {
    const [assigned, idle] = await technicians(2, 1);
    const urgent = (technicianId: string | undefined, on = ON) =>
      district.admin.post('/allocation/covers').send({ ...coverOf(technicianId ?? '', codes[3] ?? ''), on });
    await urgent(assigned).expect(409);
    await urgent(idle, '2025-10-05').expect(409);
    await urgent(idle).expect(201);
    await urgent(idle).expect(409);
    await add('/allocation/absences', { ...absenceOf(idle ?? ''), fromOn: '2025-10-07', toOn: '2025-10-08' });
    await urgent(idle, '2025-10-08').expect(409);
    await urgent(idle, '2025-10-09').expect(201);
  });
});

describe('where a technician is today', () => {
  it('is in their reach, and is not any more once it is taken back', async () => {
    const user = await app.user(district, 'technician', { sites: [codes[0] ?? ''] });
    const accountId = user.scope.accountId as string;
    const technicianId = await add('/technicians', { ...technicianAt(codes[0] ?? ''), accountId });
    const sites = async (): Promise<string[]> => {
      app.get(PrincipalsService).forget();
      const { body } = await user.get('/sites').expect(200);
      return (body as { items: { code: string }[] }).items.map(({ code }) => code).toSorted();
    };
    expect(await sites()).toEqual([codes[0]]);
    await district.admin
      .patch(`/technicians/${technicianId}`)
      .set('if-match', '*')
      .send({ weekdays: [1, 2, 3, 4, 5, 6, 7] })
      .expect(200);
    const [today] = await app.source.query<{ day: string; weekday: number }[]>(
      `SELECT day, extract(isodow FROM day)::int AS weekday
         FROM (SELECT (now() AT TIME ZONE 'America/Los_Angeles')::date AS day) x`,
    );
    const { day, weekday } = today as { day: string; weekday: number };
    const dates = { startsOn: day, endsOn: day };
    const here = { ...assignmentOf(technicianId, codes[1] ?? ''), ...dates, weekday };
    const id = await add('/allocation/assignments', here);
    expect(await sites()).toEqual([codes[0], codes[1]].toSorted());
    await district.admin.delete(`/allocation/assignments/${id}`).expect(204);
    expect(await sites()).toEqual([codes[0]]);
    await add('/allocation/covers', { ...coverOf(technicianId, codes[2] ?? ''), on: day });
    expect(await sites()).toEqual([codes[0], codes[2]].toSorted());
    // Whoever has left is nowhere.
    await district.admin
      .patch(`/technicians/${technicianId}`)
      .set('if-match', '*')
      .send({ endsOn: '2025-07-02' })
      .expect(200);
    expect(await sites()).toEqual([codes[0]]);
  });
});

describe('a lead', () => {
  it('plans for the own sites, with who is at home there, and for nobody else', async () => {
    const [home = '', other = '', third = ''] = codes;
    const lead = await app.user(district, 'lead', { sites: [home, third] });
    const own = await add('/technicians', technicianAt(home));
    const stranger = await add('/technicians', technicianAt(other));
    const assignment = assignmentOf(own, third);
    await lead.post('/allocation/assignments').send(assignment).expect(201);
    const refused: [string, object][] = [
      ['/technicians', technicianAt(other)],
      ['/allocation/assignments', { ...assignmentOf(own, other), weekday: 2 }],
      ['/allocation/assignments', { ...assignmentOf(stranger, third), weekday: 2 }],
      ['/allocation/absences', absenceOf(stranger)],
      ['/allocation/covers', coverOf(own, other)],
      ['/allocation/covers', coverOf(stranger, third)],
    ];
    for (const [path, body] of refused) await lead.post(path).send(body).expect(400);
    await lead.patch(`/technicians/${stranger}`).set('if-match', '*').send({ name: 'Mine' }).expect(404);
    await lead.post('/allocation/absences').send(absenceOf(own)).expect(201);
    const away = await add('/allocation/absences', absenceOf(stranger));
    await lead.delete(`/allocation/absences/${away}`).expect(404);
    // The hole is theirs to fill, out of a reserve that is theirs: nobody.
    const { body } = await lead.post('/allocation/cover-proposals').send({ on: ON }).expect(200);
    expect(body).toMatchObject({ covers: [], uncovered: [{ site: third }], left: 0 });
    await lead.post('/allocation/proposals').send({ schoolYear: '2025-26' }).expect(403);
  });
});
