import { type TestApp, testApp } from '../support/app.js';
import { daysAgo, register, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;
let ann: string;
let bob: string;

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
  ann = await here.person('ann', { email: 'ann@example.org' });
  bob = await here.person('bob');
});

afterAll(() => app.close());

describe('custody of a device', () => {
  it('keeps the person, the day of the loan, the day it is due and the return', async () => {
    const { id } = await here.add({ status: 'deployed', inServiceOn: '2020-01-01' });
    const lent = await here.change(id, {
      holder: 'ANN@example.org',
      loanedOn: '2026-01-12',
      dueOn: '2027-06-04',
    });
    expect(lent).toMatchObject({
      personId: ann,
      custody: [{ personId: ann, dueOn: '2027-06-04', returnedAt: null }],
    });
    expect(lent.custody[0]?.loanedAt).toBe('2026-01-12T08:00:00.000Z');
    const returned = await here.change(id, { holder: null });
    expect(returned.personId).toBeNull();
    expect(returned.custody[0]).toMatchObject({ personId: ann, returnedAt: expect.any(String) });
  });

  it('may change hands twice in a day, and the older loan ends where the newer begins', async () => {
    const { id } = await here.add({ status: 'deployed', holder: 'ann' });
    await here.change(id, { holder: null });
    await here.change(id, { holder: 'bob' });
    const { custody } = await here.change(id, { holder: 'ann' });
    expect(custody.map(({ personId }) => personId)).toEqual([ann, bob, ann]);
    expect(custody[1]?.returnedAt).toBe(custody[0]?.loanedAt);
    expect(custody.filter(({ returnedAt }) => returnedAt === null)).toHaveLength(1);
  });

  it('refuses a loan in the middle of later ones', async () => {
    const { id } = await here.add({
      status: 'deployed',
      holder: 'ann',
      inServiceOn: '2020-01-01',
      loanedOn: '2026-01-12',
    });
    expect(await here.change(id, { holder: 'bob', loanedOn: '2026-01-05' }, 409)).toMatchObject({
      code: 'BACKDATED_CUSTODY',
    });
    expect((await here.find(id)).custody).toHaveLength(1);
  });

  it('takes a loan of last week although a note was written today', async () => {
    const { id } = await here.add({ status: 'deployed', inServiceOn: '2020-01-01' });
    await here.change(id, { notes: 'dented' });
    const { custody } = await here.change(id, { holder: 'ann', loanedOn: daysAgo(7) });
    expect(custody).toHaveLength(1);
    expect(await here.differences()).toEqual([]);
  });

  it('extends a loan, with an event, and does nothing where the day is the same', async () => {
    const { id } = await here.add({ status: 'deployed', holder: 'ann', dueOn: '2027-01-01' });
    const extended = await here.change(id, { dueOn: '2027-06-04' });
    expect(extended).toMatchObject({ version: 2, custody: [{ dueOn: '2027-06-04' }] });
    expect((await here.events(id))[0]?.changes).toEqual({ dueOn: ['2027-01-01', '2027-06-04'] });
    expect((await here.change(id, { dueOn: '2027-06-04', holder: 'ann' })).version).toBe(2);
    expect(await here.change(id, { dueOn: null })).toMatchObject({ custody: [{ dueOn: null }] });
  });

  it('needs somebody to be due back from', async () => {
    const { id } = await here.add({ status: 'deployed' });
    expect(await here.change(id, { dueOn: '2027-06-04' }, 400)).toMatchObject({ code: 'NOT_LENT' });
  });

  it('is not of what is retired', async () => {
    const { id } = await here.add({ status: 'retired' });
    expect(await here.change(id, { holder: 'ann' }, 400)).toMatchObject({ code: 'NOT_IN_USE' });
    const row = { assetTag: (await here.find(id)).assetTag, status: 'retired', holder: 'ann' };
    expect((await here.batch([row])).results[0]).toMatchObject({ outcome: 'unchanged' });
  });

  it('refuses a person that nobody is, and one address of two', async () => {
    await here.person('twin-1', { email: 'twins@example.org' });
    await here.person('twin-2', { email: 'twins@example.org' });
    const { id } = await here.add();
    expect(await here.change(id, { holder: 'nobody' }, 400)).toMatchObject({ code: 'UNKNOWN_PERSON' });
    expect(await here.change(id, { holder: 'twins@example.org' }, 400)).toMatchObject({
      code: 'PERSON_UNCLEAR',
    });
  });

  it('is hidden from roles that may not read people: in the device, its history, lists and filters', async () => {
    const { id } = await here.add({ status: 'deployed', inServiceOn: '2020-01-01' });
    await here.change(id, { holder: 'ann', dueOn: '2027-06-04', notes: 'dented' });
    const staff = await app.user(here.district, 'site_staff', { sites: ['A'] });
    const { body: device } = await staff.get(`/devices/${id}`).expect(200);
    expect(device).toMatchObject({ personId: null, custody: [] });
    const shown = { [`/devices/${id}/events`]: 'dented', '/devices?limit=200': id };
    for (const [path, theirs] of Object.entries(shown)) {
      expect((await here.admin.get(path).expect(200)).text).toContain(ann);
      const { text } = await staff.get(path).expect(200);
      expect(text).toContain(theirs);
      expect(text).not.toContain(ann);
    }
    await staff.get(`/devices?person=${ann}`).expect(403);
    const search = '/devices?q=Of%20ann';
    expect((await here.admin.get(search).expect(200)).text).toContain(id);
    expect((await staff.get(search).expect(200)).body).toMatchObject({ items: [] });
  });
});
