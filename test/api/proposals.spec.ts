import { readFile } from 'node:fs/promises';
import type { AssignmentView } from '../../src/allocation/technicians/assignments.service.js';
import type { Proposal } from '../../src/allocation/plans/proposal.js';
import type { PurchaseDetail } from '../../src/allocation/purchases/purchases.queries.js';
import { groupBy } from '../../src/common/group-by.js';
import { assignmentOf, technicianAt } from '../support/allocation-routes.js';
import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import { load } from '../support/imports.js';

const FILE = new URL('../../src/cli/demo/irvine-sites-2025-26.csv', import.meta.url);
const YEAR = { startsOn: '2025-07-01', endsOn: '2026-06-30' };

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

async function add<T = { id: string }>(path: string, body: object, status = 201): Promise<T> {
  return (await district.admin.post(path).send(body).expect(status)).body as T;
}

/** Approved days of a site. */
async function bought(site: string, amount: number, more: object = {}): Promise<PurchaseDetail> {
  const draft = { site, schoolYear: '2025-26', model: 'los-angeles-2025-26', option: 'full-year', amount };
  let purchase = await add<PurchaseDetail>('/allocation/purchases', { ...draft, payer: 'site', ...more });
  for (const state of ['submitted', 'approved'])
    purchase = (
      await district.admin
        .post(`/allocation/purchases/${purchase.id}/steps`)
        .set('if-match', '*')
        .send({ state })
        .expect(200)
    ).body as PurchaseDetail;
  return purchase;
}

async function technicians(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) ids.push((await add('/technicians', technicianAt(codes[i] ?? ''))).id);
  return ids;
}

async function proposed(schoolYear = '2025-26'): Promise<{ id: string; proposal: Proposal }> {
  const { id } = await add('/allocation/proposals', { schoolYear }, 202);
  const job = await app.job(district.admin, id);
  expect(job.state).toBe('done');
  return { id, proposal: job.result as Proposal };
}

async function acceptNew(schoolYear: string): Promise<void> {
  const { id } = await proposed(schoolYear);
  await district.admin.post(`/allocation/proposals/${id}/acceptance`).expect(200);
}

function missing(): never {
  throw new Error('no assignment');
}

async function assignments(query = ''): Promise<AssignmentView[]> {
  const { body } = await district.admin.get(`/allocation/assignments?limit=200${query}`).expect(200);
  return (body as { items: AssignmentView[] }).items;
}

describe('a proposal', () => {
  it('places what is bought, keeps what is fixed and a tenth in reserve, and names the rest', async () => {
    const [first] = await technicians(4);
    const fixedAt = await bought(codes[10] ?? '', 2);
    await add('/allocation/assignments', { ...assignmentOf(first ?? '', codes[10] ?? ''), weekday: 3 });
    for (const code of codes.slice(11, 17)) await bought(code, 3);
    const { id, proposal } = await proposed();
    expect(proposal).toMatchObject({
      technicians: 4,
      workingDays: 20,
      boughtDays: 20,
      keptDays: 1,
      // Of 20 days 2 are in reserve and 1 is fixed.
      placedDays: 17,
    });
    expect(proposal.notPlaced.reduce((sum, { days }) => sum + days, 0)).toBe(2);
    expect(new Set(proposal.notPlaced.map(({ code }) => code))).toEqual(new Set(['NO_DAYS_LEFT']));
    expect(proposal.kilometresAWeek).toBeLessThanOrEqual(proposal.kilometresInOrder);
    expect(proposal.assignments.filter(({ purchaseId }) => purchaseId === fixedAt.id)).toHaveLength(1);
    expect(await assignments()).toHaveLength(1);
    await district.admin.post(`/allocation/proposals/${id}/acceptance`).expect(200, { assignments: 17 });
    const placed = await assignments();
    expect(placed).toHaveLength(18);
    expect(new Set(placed.map(({ technicianId, weekday }) => `${technicianId} ${weekday}`)).size).toBe(18);
    expect(placed.filter(({ isFixed }) => isFixed)).toMatchObject([{ weekday: 3, site: codes[10] }]);
    for (const one of placed) expect(one).toMatchObject(YEAR);
  });

  it('replaces the proposal before it, and is accepted once as often as it is accepted', async () => {
    await technicians(2);
    await bought(codes[20] ?? '', 4);
    const before = await proposed();
    const accept = (id: string) => district.admin.post(`/allocation/proposals/${id}/acceptance`);
    await accept(before.id).expect(200);
    await bought(codes[21] ?? '', 3);
    const after = await proposed();
    expect(after.proposal.placedDays).toBe(7);
    const answers = await Promise.all([accept(after.id), accept(after.id), accept(after.id)]);
    expect(answers.every(({ status }) => [200, 409].includes(status))).toBe(true);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    expect(await assignments()).toHaveLength(7);
  });

  it('is stale once something of it is bought no more, whose assignments then end', async () => {
    await technicians(1);
    const purchase = await bought(codes[5] ?? '', 2);
    const { id } = await proposed();
    const accept = () => district.admin.post(`/allocation/proposals/${id}/acceptance`);
    await accept().expect(200);
    await district.admin
      .post(`/allocation/purchases/${purchase.id}/steps`)
      .set('if-match', '*')
      .send({ state: 'cancelled', note: 'no money' })
      .expect(200);
    expect(await assignments()).toEqual([]);
    const { body } = await accept().expect(409);
    expect(body).toMatchObject({ code: 'PROPOSAL_STALE' });
    expect(await assignments()).toEqual([]);
  });

  it('places the summer beside the year, within the dates of each option', async () => {
    await technicians(1);
    await bought(codes[1] ?? '', 3);
    await bought(codes[2] ?? '', 2, { option: 'summer' });
    await bought(codes[3] ?? '', 1, { option: 'outside-summer' });
    await district.admin
      .put('/allocation/settings')
      .set('if-match', '*')
      .send({ reserveShare: 0 })
      .expect(200);
    const { proposal } = await proposed();
    expect(proposal.notPlaced).toEqual([]);
    const bySite = groupBy(proposal.assignments, ({ site }) => site);
    expect(bySite.get(codes[1] ?? '')).toHaveLength(3);
    const summer = { startsOn: '2025-07-01', endsOn: '2025-07-16' };
    expect(bySite.get(codes[2] ?? '')).toMatchObject([summer, summer]);
    expect(bySite.get(codes[3] ?? '')).toMatchObject([{ startsOn: '2025-07-17', endsOn: '2026-06-30' }]);
  });

  it('counts a fixed day once: for what it is for, then for what is bought at its site', async () => {
    const [one = '', two = ''] = await technicians(2);
    const site = codes[20] ?? '';
    const year = await bought(site, 1);
    await bought(site, 1, { option: 'summer' });
    const [first] = [await bought(codes[21] ?? '', 1), await bought(codes[21] ?? '', 1)];
    // A Monday of the whole year is the year's, and not the summer's too.
    await add('/allocation/assignments', assignmentOf(one, site));
    // Older, for none; the younger is for the first purchase: each fulfils one.
    await add('/allocation/assignments', { ...assignmentOf(one, codes[21] ?? ''), weekday: 2 });
    await add('/allocation/assignments', {
      ...assignmentOf(two, codes[21] ?? ''),
      weekday: 3,
      purchaseId: first?.id,
    });
    const { proposal } = await proposed();
    expect(proposal).toMatchObject({ keptDays: 3, placedDays: 1, notPlaced: [] });
    expect(proposal.assignments).toMatchObject([{ site, startsOn: '2025-07-01', endsOn: '2025-07-16' }]);
    expect(year.state).toBe('approved');
  });

  it('is stale once somebody it places has left', async () => {
    await technicians(2);
    await bought(codes[1] ?? '', 4);
    const { id, proposal } = await proposed();
    const ends = (endsOn: string | null) =>
      district.admin
        .patch(`/technicians/${proposal.assignments[0]?.technicianId}`)
        .set('if-match', '*')
        .send({ endsOn })
        .expect(200);
    await ends('2026-01-31');
    const { body } = await district.admin.post(`/allocation/proposals/${id}/acceptance`).expect(409);
    expect(body).toMatchObject({ code: 'PROPOSAL_STALE' });
    await ends(null);
    await district.admin.post(`/allocation/proposals/${id}/acceptance`).expect(200);
    expect(await assignments()).toHaveLength(4);
  });

  it('takes over who goes instead of whom, where it puts them there again', async () => {
    // Far ahead: what was is left as it was.
    const schoolYear = '2098-99';
    await technicians(2);
    await bought(codes[1] ?? '', 1, { schoolYear });
    await acceptNew(schoolYear);
    const [{ id: assignmentId, technicianId, weekday } = missing()] = await assignments();
    // The first of October 2098 is a Wednesday.
    const on = `2098-10-0${1 + ((weekday + 7 - 3) % 7)}`;
    await add('/allocation/absences', { technicianId, fromOn: on, toOn: on, reason: 'sick' });
    const { body: reserve } = await district.admin.get('/technicians').expect(200);
    const other = (reserve as { items: { id: string }[] }).items.find(({ id }) => id !== technicianId);
    await add('/allocation/covers', { on, kind: 'absence', assignmentId, technicianId: other?.id });
    await acceptNew(schoolYear);
    const [again] = await assignments();
    expect(again).toMatchObject({ technicianId, weekday });
    expect(again?.id).not.toBe(assignmentId);
    const { body: covers } = await district.admin.get(`/allocation/covers?on=${on}`).expect(200);
    expect(covers).toMatchObject({ items: [{ assignmentId: again?.id, technicianId: other?.id }] });
    const { body: holes } = await district.admin.get(`/allocation/holes?on=${on}`).expect(200);
    expect(holes).toMatchObject({ items: [] });
  });

  it('says so where nobody is there, and cannot be accepted before it is made', async () => {
    await bought(codes[0] ?? '', 2);
    const { proposal } = await proposed();
    expect(proposal).toMatchObject({
      technicians: 0,
      placedDays: 0,
      notPlaced: [{ days: 2, site: codes[0] }],
    });
    await district.admin.post(`/allocation/proposals/${district.id}/acceptance`).expect(404);
  });
});

describe('an assignment', () => {
  it('lets nobody be at two sites on one day, whoever says so first', async () => {
    const [id] = await technicians(1);
    const at = (site: string | undefined, more: object = {}) =>
      district.admin.post('/allocation/assignments').send({ ...assignmentOf(id ?? '', site ?? ''), ...more });
    const answers = await Promise.all(codes.slice(0, 6).map((code) => at(code)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'TECHNICIAN_ELSEWHERE',
    });
    await at(codes[1], { startsOn: '2026-07-01', endsOn: '2027-06-30' }).expect(201);
    const [held] = await assignments('&on=2025-10-01');
    await district.admin.delete(`/allocation/assignments/${held?.id}`).expect(204);
    await district.admin.delete(`/allocation/assignments/${held?.id}`).expect(204);
    await at(codes[2]).expect(201);
    await at('NONE').expect(400);
    const other = await bought(codes[3] ?? '', 1);
    await at(codes[2], { weekday: 2, purchaseId: other.id }).expect(400);
    await at(codes[3], { weekday: 2, purchaseId: other.id }).expect(201);
    await at(codes[2], { weekday: 2, endsOn: '2025-06-30' }).expect(400);
  });

  it('tells a principal their technician and nobody else', async () => {
    const [own, other] = await technicians(2);
    await add('/allocation/assignments', assignmentOf(own ?? '', codes[30] ?? ''));
    await add('/allocation/assignments', assignmentOf(other ?? '', codes[31] ?? ''));
    const principal = await app.user(district, 'site_staff', { sites: [codes[30] ?? ''] });
    const { body: people } = await principal.get('/technicians').expect(200);
    expect((people as { items: object[] }).items).toMatchObject([{ id: own }]);
    const { body: weeks } = await principal.get('/allocation/assignments').expect(200);
    expect((weeks as { items: object[] }).items).toMatchObject([{ technicianId: own, weekday: 1 }]);
    await principal.get(`/technicians/${other}`).expect(404);
  });
});
