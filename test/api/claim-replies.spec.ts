import { testApp, type TestApp } from '../support/app.js';
import { rowsOf, step } from '../support/imports.js';
import { type Dealing, dealing } from '../support/vendor-claims.js';

let app: TestApp;
let here: Dealing;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await dealing(app, ['dell', 'acme']);
});

afterAll(() => app.close());

const stateOf = async (id: string): Promise<string> => (await here.claim(id)).state;

const wordsOf = (vendor: string): string => `/vendors/${here.vendors[vendor]}/reply-words`;

describe('a file of replies', () => {
  it('moves claims on by the words of Dell, with reference, RMA, day and cost', async () => {
    await here.its
      .post(`${wordsOf('dell')}/ready-made`)
      .send({ name: 'dell' })
      .expect(200);
    const [one, two, three] = [await here.sent('dell'), await here.sent('dell'), await here.sent('dell')];
    const row = { ReferencePONumber: '', DispatchCode: '', ServiceTag: '', Status: '' };
    const view = await here.file(
      [
        { ...row, ReferencePONumber: one.number, DispatchCode: 'SR900000001', Status: 'Request Submitted' },
        { ...row, ServiceTag: two.serial, DispatchCode: 'SR900000002', Status: 'Shipped Parts' },
        { ...row, ReferencePONumber: three.number, Status: 'Dispatch Denied' },
      ],
      'commit',
      'dell',
    );
    expect(await here.said(view)).toEqual(Array(3).fill('change MAPPING_DEFAULT'));
    expect(await here.claim(one.id)).toMatchObject({ state: 'acknowledged', reference: 'SR900000001' });
    expect(await here.claim(two.id)).toMatchObject({
      state: 'resolved',
      outcome: 'part_shipped',
      reference: 'SR900000002',
    });
    expect(await here.claim(three.id)).toMatchObject({ state: 'denied', denialReason: 'other' });
  });

  it('takes all that it says in the template’s words', async () => {
    const { id, number } = await here.sent('acme');
    await here.file([
      {
        'Claim number': number,
        Status: 'in progress',
        Reference: 'A-1',
        RMA: 'R-1',
        'Expected on': '2026-12-24',
        Cost: '49.50',
        Note: 'Waits for the part.',
        'Status as of': '2026-11-30T10:00:00Z',
      },
    ]);
    const claim = await here.claim(id);
    expect(claim).toMatchObject({
      state: 'in_progress',
      reference: 'A-1',
      rma: 'R-1',
      expectedOn: '2026-12-24',
      costQuotedCents: 4950,
    });
    expect(claim.steps.at(-1)).toMatchObject({ step: 'start', note: 'in progress: Waits for the part.' });
    expect(await here.replies(`claim=${id}`)).toEqual([
      expect.objectContaining({ state: 'applied', source: 'file', saidAt: '2026-11-30T10:00:00.000Z' }),
    ]);
  });

  it('changes nothing when it comes twice', async () => {
    const [one, two] = [await here.sent('acme'), await here.sent('acme')];
    const rows = [
      { 'Claim number': one.number, Status: 'acknowledged', Outcome: '' },
      { 'Claim number': two.number, Status: 'resolved', Outcome: 'repaired' },
      { 'Claim number': two.number, Status: 'out for a stroll', Outcome: '' },
    ];
    expect(await here.said(await here.file(rows))).toEqual(['change', 'change', 'add UNKNOWN_WORD']);
    const before = [await here.claim(one.id), await here.claim(two.id)];
    const again = await here.file(rows);
    expect(await here.said(again)).toEqual([
      'unchanged REPLY_REPEATED',
      'unchanged REPLY_REPEATED',
      'unchanged REPLY_REPEATED',
    ]);
    expect([await here.claim(one.id), await here.claim(two.id)]).toEqual(before);
    expect(await here.replies()).toHaveLength(3);
  });

  it('holds what was said earlier, and what would move a claim back', async () => {
    const { id, number } = await here.sent('acme');
    const row = { 'Claim number': number, Outcome: '' };
    await here.file([{ ...row, Status: 'in progress', 'Status as of': '2026-11-30T12:00:00Z' }]);
    const view = await here.file([
      { ...row, Status: 'resolved', Outcome: 'repaired', 'Status as of': '2026-11-30T11:00:00Z' },
      { ...row, Status: 'acknowledged', 'Status as of': '2026-11-30T13:00:00Z' },
      { ...row, Status: 'resolved', Outcome: 'repaired', 'Status as of': '2026-11-30T14:00:00Z' },
    ]);
    expect(await here.said(view)).toEqual(['add OUT_OF_ORDER', 'add MOVES_BACK', 'change']);
    expect(await stateOf(id)).toBe('resolved');
    const held = await here.replies('state=waiting');
    expect(held.map(({ why }) => why)).toEqual(['OUT_OF_ORDER', 'MOVES_BACK']);
    expect(held[0]?.whyDetail).toContain('2026-11-30T11:00:00.000Z');
  });

  it('follows a claim through several rows of one file', async () => {
    const { id, number } = await here.sent('acme');
    const view = await here.file([
      { 'Claim number': number, Status: 'acknowledged', Outcome: '' },
      { 'Claim number': number, Status: 'waiting', Outcome: '' },
      { 'Claim number': number, Status: 'in progress', Outcome: '' },
      { 'Claim number': number, Status: 'resolved', Outcome: 'NFF' },
    ]);
    expect(await here.said(view)).toEqual(['change', 'change', 'change', 'change']);
    const { state, outcome, steps } = await here.claim(id);
    expect([state, outcome]).toEqual(['resolved', 'no_fault_found']);
    expect(steps.map((one) => one.step)).toEqual([
      'create',
      'ready',
      'send',
      'acknowledge',
      'wait',
      'resume',
      'resolve',
    ]);
  });

  it.each([
    ['a serial number with two open claims', 'SEVERAL_CLAIMS', 'serialNumber'],
    ['a reference that two open claims have', 'SEVERAL_CLAIMS', 'reference'],
    ['a number that no claim has', 'NO_SUCH_CLAIM', 'claimNumber'],
    ['a claim number and the serial number of another device', 'SERIAL_OF_ANOTHER_DEVICE', 'serialNumber'],
    ['no claim at all', 'NO_CLAIM_NAMED', 'claimNumber'],
    ['a claim of another vendor than the one it names', 'NO_SUCH_CLAIM', 'claimNumber'],
  ])('refuses a row that names %s', async (what, code) => {
    const one = await here.sent('acme');
    const two = await here.sent('acme', { category: 'keyboard' }, { id: one.deviceId });
    const other = await here.sent('acme');
    await here.admin.patch(`/claims/${one.id}`).set('if-match', '*').send({ reference: 'TWICE' }).expect(200);
    await here.admin.patch(`/claims/${two.id}`).set('if-match', '*').send({ reference: 'TWICE' }).expect(200);
    const names: Record<string, object> = {
      'a serial number with two open claims': { 'Serial number': one.serial },
      'a reference that two open claims have': { Reference: 'TWICE' },
      'a number that no claim has': { 'Claim number': 'C-2026-999999' },
      'a claim number and the serial number of another device': {
        'Claim number': one.number,
        'Serial number': other.serial,
      },
      'no claim at all': {},
      'a claim of another vendor than the one it names': { 'Claim number': one.number, Vendor: 'dell' },
    };
    const row = {
      'Claim number': '',
      'Serial number': '',
      Reference: '',
      Vendor: '',
      Status: 'acknowledged',
    };
    const view = await here.file([
      { ...row, ...names[what] },
      { ...row, 'Claim number': other.number },
    ]);
    expect(await here.said(view)).toEqual([`refused ${code}`, 'change']);
    const [refused] = await rowsOf(here.its, view.id, 'refused');
    if (code === 'SEVERAL_CLAIMS')
      expect(refused?.problems?.[0]?.detail).toContain(`${one.number}, ${two.number}`);
    expect([await stateOf(one.id), await stateOf(two.id)]).toEqual(['sent', 'sent']);
    const errors = await here.its.get(`/imports/${view.id}/errors.csv`).expect(200);
    expect(errors.text).toContain(refused?.problems?.[0]?.detail.slice(0, 30));
  });

  it('finds the open claim of a device whose other claims have ended, and one by its serial and reference', async () => {
    const one = await here.sent('acme');
    const two = await here.sent('acme', { category: 'keyboard' }, { id: one.deviceId });
    const row = { 'Serial number': one.serial, Reference: 'SR-2', Status: 'acknowledged' };
    await here.file([row]);
    expect([await stateOf(one.id), await stateOf(two.id)]).toEqual(['sent', 'acknowledged']);
    await here.admin
      .post(`/claims/${two.id}/steps`)
      .send({ step: 'resolve', outcome: 'repaired' })
      .expect(200);
    await here.file([{ 'Serial number': one.serial, Status: 'acknowledged' }]);
    expect(await stateOf(one.id)).toBe('acknowledged');
  });

  it('is rehearsed without a change, across rows of one claim, and then does what it said', async () => {
    const { id, number } = await here.sent('acme');
    const rows = [
      { 'Claim number': number, Status: 'resolved', Outcome: 'repaired' },
      { 'Claim number': number, Status: 'acknowledged', Outcome: '' },
      { 'Claim number': number, Status: 'gone fishing', Outcome: '' },
    ];
    const rehearsed = await here.file(rows, 'rehearse');
    const expected = ['change', 'add MOVES_BACK', 'add UNKNOWN_WORD'];
    expect(await here.said(rehearsed)).toEqual(expected);
    expect([await stateOf(id), await here.replies()]).toEqual(['sent', []]);
    expect(await here.said(await step(app, here.its, rehearsed.id, 'commit'))).toEqual(expected);
    expect(await stateOf(id)).toBe('resolved');
  });

  it('holds back rows of claims that somebody changed after the rehearsal', async () => {
    const { id, number } = await here.sent('acme');
    const rehearsed = await here.file([{ 'Claim number': number, Status: 'acknowledged' }], 'rehearse');
    await here.admin.patch(`/claims/${id}`).set('if-match', '*').send({ rma: 'R-9' }).expect(200);
    const committed = await step(app, here.its, rehearsed.id, 'commit');
    expect(await here.said(committed)).toEqual(['held CHANGED_SINCE_REHEARSAL']);
    expect(await stateOf(id)).toBe('sent');
  });

  it('is undone: claims and their clocks are as before, and the file can come again', async () => {
    const [one, two] = [await here.sent('acme'), await here.sent('acme')];
    const before = await here.claim(one.id);
    const rows = [
      { 'Claim number': one.number, Status: 'acknowledged', Reference: 'A-1', Outcome: '' },
      { 'Claim number': one.number, Status: 'resolved', Reference: '', Outcome: 'repaired' },
      { 'Claim number': two.number, Status: 'denied', Reference: '', Outcome: '' },
      { 'Claim number': two.number, Status: 'gone fishing', Reference: '', Outcome: '' },
    ];
    const view = await here.file(rows);
    // Somebody goes on with the second claim.
    await here.admin
      .post(`/claims/${two.id}/steps`)
      .send({ step: 'resubmit', reason: 'New photo' })
      .expect(200);
    const undone = await step(app, here.its, view.id, 'undo');
    const { steps, version, ...after } = await here.claim(one.id);
    const { steps: __, version: ___, ...was } = before;
    expect(version).toBeGreaterThan(before.version);
    expect(after).toEqual(was);
    expect(steps.at(-1)).toMatchObject({ step: 'retract_to_sent', from: 'resolved', to: 'sent' });
    expect(undone.job?.result).toMatchObject({
      leftCount: 1,
      left: [{ targetId: two.id, detail: expect.stringContaining(two.number) }],
    });
    expect(await stateOf(two.id)).toBe('ready');
    expect((await here.replies(`claim=${one.id}`)).map(({ state }) => state)).toEqual(['undone', 'undone']);
    expect((await here.replies(`claim=${two.id}`)).map(({ state }) => state)).toEqual(['applied', 'waiting']);
    expect(await here.said(await here.file(rows.slice(0, 2)))).toEqual(['change', 'change']);
    expect(await stateOf(one.id)).toBe('resolved');
  });

  it('is for those who see the whole district', async () => {
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    await technician.post('/imports').field('kind', 'claim-replies').expect(403);
  });
});
