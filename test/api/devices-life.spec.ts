import { type TestApp, testApp } from '../support/app.js';
import { type Problem, register, type Register, WAY_TO } from '../support/devices.js';

let app: TestApp;
let here: Register;

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
});

afterAll(() => app.close());

async function deviceIn(status: string): Promise<string> {
  const { id } = await here.add();
  for (const move of WAY_TO[status] ?? []) await here.change(id, move);
  return id;
}

const LOSS = { missing: 'lost', missingSince: '2026-01-05' };
/** What a move to a status needs beside the status. */
const NEEDED: Record<string, object> = {
  missing: LOSS,
  disposed: { approvalReference: 'Board 2026-14' },
};

const DONE = 'done';
const ILLEGAL = 'DEVICE_ILLEGAL_MOVE';
const GATED = 'GATES_CLOSED';
const GONE = 'DEVICE_IS_GONE';

/** DESIGN section 4, written out here: what the answer is where a device in one status is to become another. */
const TABLE: Record<string, Record<string, string>> = {
  in_stock: { deployed: DONE, in_repair: DONE, missing: DONE, retired: DONE, disposed: ILLEGAL },
  deployed: { in_stock: DONE, in_repair: DONE, missing: DONE, retired: DONE, disposed: ILLEGAL },
  in_repair: { in_stock: DONE, deployed: DONE, missing: DONE, retired: DONE, disposed: GATED },
  missing: { in_stock: DONE, deployed: ILLEGAL, in_repair: ILLEGAL, retired: DONE, disposed: DONE },
  retired: { in_stock: DONE, deployed: ILLEGAL, in_repair: ILLEGAL, missing: DONE, disposed: GATED },
  disposed: { in_stock: GONE, deployed: GONE, in_repair: GONE, missing: GONE, retired: GONE },
};

/** The route that may begin in a status: sections 4 and 10. */
const ROUTE_FROM: Record<string, string> = { in_repair: 'vendor_swap', missing: 'write_off' };

describe('a move in the life of a device', () => {
  it.each(Object.entries(TABLE))('from %s leads only where the design says', async (from, row) => {
    const answers: Record<string, string> = {};
    for (const to of Object.keys(row)) {
      const id = await deviceIn(from);
      const route = to === 'disposed' ? { disposalRoute: ROUTE_FROM[from] ?? 'recycle' } : {};
      const body = { status: to, ...NEEDED[to], ...route };
      const answer = await here.admin.patch(`/devices/${id}`).set('if-match', '*').send(body);
      const said = answer.body as { code?: string };
      answers[to] = answer.status === 200 ? DONE : answer.status === 409 ? `${said.code}` : answer.text;
      expect((await here.find(id)).status).toBe(answer.status === 200 ? to : from);
    }
    expect(answers).toEqual(row);
  });

  it.each(Object.keys(TABLE))('from %s never leads into void, which is no status to choose', async (from) => {
    const id = await deviceIn(from);
    await here.change(id, { status: 'void' }, 400);
    expect((await here.find(id)).status).toBe(from);
  });

  it('never leads out of void', async () => {
    const { id } = await here.add();
    await here.admin.post(`/devices/${id}/void`).set('if-match', '*').send({ note: 'twice' }).expect(200);
    for (const status of Object.keys(TABLE)) {
      const route = status === 'disposed' ? { disposalRoute: 'recycle' } : {};
      const { code } = await here.change(id, { status, ...NEEDED[status], ...route }, 409);
      expect([status, code]).toEqual([status, GONE]);
    }
    expect((await here.find(id)).status).toBe('void');
  });

  it.each([
    [{}, ['missing', 'missingSince']],
    [{ missing: 'lost' }, ['missingSince']],
    [{ missing: 'stolen', missingSince: '2026-01-05' }, ['policeReportNumber']],
  ])('to missing with %j asks for the rest by field', async (body, fields) => {
    const { id } = await here.add();
    const { code, errors } = await here.change(id, { status: 'missing', ...body }, 400);
    expect(code).toBe('DEVICE_MOVE_INCOMPLETE');
    expect(errors.map(({ field }) => field)).toEqual(fields);
  });

  it.each([
    [{ missing: 'lost' }, 'missing'],
    [{ missingSince: '2026-01-05' }, 'missingSince'],
    [{ policeReportNumber: 'DR 26-1' }, 'policeReportNumber'],
    [{ status: 'deployed', missing: 'lost' }, 'missing'],
    [{ approvalReference: 'Board 14' }, 'approvalReference'],
    [{ loanedOn: '2026-01-05' }, 'loanedOn'],
    [{ dueOn: '2027-01-05' }, 'dueOn'],
    [{ fain: 'S010A1' }, 'fain'],
    [{ federalSharePercent: 50 }, 'federalSharePercent'],
    [{ statusOn: '2026-10-01' }, 'statusOn'],
  ])('%j, of which nothing would be kept, is refused at %s', async (body, field) => {
    const { id } = await here.add({ inServiceOn: '2026-08-01' });
    const { errors } = await here.change(id, body, 400);
    expect(errors.map((one) => one.field)).toEqual([field]);
    expect(await here.find(id)).toMatchObject({ status: 'in_stock', version: 1 });
  });

  it('a note and an effective date alone are refused, because they change nothing', async () => {
    const { id } = await here.add();
    for (const body of [{ note: 'x' }, { effectiveOn: '2026-01-05' }])
      expect((await here.change(id, body, 400)).code).toBe('NOTHING_TO_CHANGE');
  });

  it('a new date of a loss comes with whether the device was lost or stolen', async () => {
    const id = await deviceIn('missing');
    const { errors } = await here.change(id, { missingSince: '2026-01-04' }, 400);
    expect(errors.map(({ field }) => field)).toEqual(['missing']);
    await here.change(id, { missing: 'lost', missingSince: '2026-01-04' });
    expect((await here.events(id))[0]).toMatchObject({
      details: { missing: 'lost', missingSince: '2026-01-04' },
    });
  });

  it('takes blanks neither for the number of a police report nor for that of an approval', async () => {
    const id = await deviceIn('missing');
    const theft = await here.change(id, { missing: 'stolen', policeReportNumber: '  ' }, 400);
    expect(theft.errors.map(({ field }) => field)).toEqual(['policeReportNumber']);
    const writeOff = { status: 'disposed', disposalRoute: 'write_off', approvalReference: ' \t ' };
    const { errors } = await here.change(id, writeOff, 400);
    expect(errors.map(({ field }) => field)).toEqual(['approvalReference']);
    expect((await here.find(id)).status).toBe('missing');
  });

  it('to missing keeps how, since when and the report with its event', async () => {
    const { id } = await here.add();
    const theft = { missing: 'stolen', missingSince: '2026-01-05', policeReportNumber: 'DR 26-1' };
    await here.change(id, { status: 'missing', ...theft });
    expect((await here.events(id))[0]).toMatchObject({ type: 'moved', cause: 'lost', details: theft });
  });

  it('from lost to stolen is told later, without a move', async () => {
    const id = await deviceIn('missing');
    await here.change(id, { missing: 'stolen', policeReportNumber: 'DR 26-2' });
    expect((await here.events(id))[0]).toMatchObject({
      type: 'changed',
      details: { missing: 'stolen', policeReportNumber: 'DR 26-2' },
    });
  });

  it('to disposed names the gates of the route that are closed', async () => {
    const id = await deviceIn('retired');
    const answer = await here.change(id, { status: 'disposed', disposalRoute: 'recycle' }, 409);
    expect(answer.code).toBe('GATES_CLOSED');
    const gates = ({ errors }: Problem): string[] => errors.map(({ code }) => code);
    expect(gates(answer)).toEqual(['released', 'sanitized', 'board_item', 'signed_lot']);
    expect(answer.detail).toContain('Record how the data on the device was removed.');
    const lease = await here.change(id, { status: 'disposed', disposalRoute: 'lease_return' }, 409);
    expect(gates(lease)).toEqual(['released', 'sanitized', 'lessor_receipt']);
    const historical = await here.change(id, { status: 'disposed', disposalRoute: 'historical' }, 409);
    expect(gates(historical)).toEqual(['admin_import']);
    expect((await here.find(id)).status).toBe('retired');
  });

  it('to disposed asks for the route, and refuses one that does not begin there', async () => {
    const id = await deviceIn('retired');
    expect(await here.change(id, { status: 'disposed' }, 400)).toMatchObject({
      code: 'DEVICE_MOVE_INCOMPLETE',
    });
    const swap = { status: 'disposed', disposalRoute: 'vendor_swap' };
    expect(await here.change(id, swap, 409)).toMatchObject({ code: 'DEVICE_ILLEGAL_MOVE' });
  });

  it('writes off what is missing when an admin names the approval, and for nobody else', async () => {
    const id = await deviceIn('missing');
    const writeOff = { status: 'disposed', disposalRoute: 'write_off' };
    expect(await here.change(id, writeOff, 400)).toMatchObject({ code: 'DEVICE_MOVE_INCOMPLETE' });
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    const approved = { ...writeOff, approvalReference: 'Board 2026-14' };
    expect(await here.change(id, approved, 409, technician)).toMatchObject({ code: 'GATES_CLOSED' });
    expect(await here.change(id, approved)).toMatchObject({ status: 'disposed', disposalRoute: 'write_off' });
    expect((await here.events(id))[0]).toMatchObject({
      cause: 'disposed',
      details: { approvalReference: 'Board 2026-14' },
    });
  });

  it('is the last one to disposed, until an admin reopens it', async () => {
    const id = await deviceIn('disposed');
    expect(await here.change(id, { status: 'in_stock' }, 409)).toMatchObject({ code: 'DEVICE_IS_GONE' });
    expect(await here.change(id, { notes: 'seen again' }, 409)).toMatchObject({ code: 'DEVICE_IS_GONE' });
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    const reopen = (by = here.admin) =>
      by.post(`/devices/${id}/reopening`).set('if-match', '*').send({ note: 'seen in room 9' });
    await reopen(technician).expect(403);
    const { body } = await reopen().expect(200);
    expect(body).toMatchObject({ status: 'in_stock', disposalRoute: null });
    expect((await here.events(id))[0]).toMatchObject({
      type: 'reopened',
      cause: 'found',
      note: 'seen in room 9',
    });
    expect((await reopen().expect(409)).body).toMatchObject({ code: 'DEVICE_NOT_DISPOSED' });
    await here.change(id, { status: 'deployed' });
    expect(await here.differences()).toEqual([]);
  });

  it.each([
    ['in_stock', 'returned'],
    ['retired', 'retired'],
  ])('to %s ends custody of whoever had it last', async (status, cause) => {
    await here.person(`last-${status}`);
    const { id } = await here.add({ status: 'deployed', holder: `last-${status}` });
    const answer = await here.change(id, { status });
    expect(answer.personId).toBeNull();
    expect(answer.custody[0]?.returnedAt).toBe(answer.statusSince);
    expect((await here.events(id))[0]?.cause).toBe(cause);
  });

  it('to missing remembers who had it, and finding it ends that', async () => {
    const person = await here.person('loser');
    const { id } = await here.add({ status: 'deployed', holder: 'loser' });
    expect(await here.change(id, { status: 'missing', ...LOSS })).toMatchObject({ personId: person });
    expect(await here.change(id, { status: 'in_stock' })).toMatchObject({ personId: null });
  });

  it('takes the cart away from what is retired, and leaves it to what is in stock', async () => {
    const { id } = await here.add({ cart: 'Cart 1', status: 'deployed' });
    expect(await here.change(id, { status: 'in_stock' })).toMatchObject({ cart: 'Cart 1' });
    expect(await here.change(id, { status: 'retired' })).toMatchObject({ cart: null });
  });
});
