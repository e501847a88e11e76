import type { DeskAnswerResult } from '../../src/warranty/vendor-desk/desk-answers.service.js';
import type { DeskClaimDetail, DeskClaimView } from '../../src/warranty/vendor-desk/desk-claims.queries.js';
import type { DeskUploadDetail } from '../../src/warranty/vendor-desk/desk-uploads.service.js';
import { testApp, type TestApp, type TestUser } from '../support/app.js';
import { csvOf } from '../support/imports.js';
import { type Dealing, dealing } from '../support/vendor-claims.js';

let app: TestApp;
let here: Dealing;
let acme: TestUser;
let dell: TestUser;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await dealing(app, ['acme', 'dell']);
  acme = await here.worker('acme');
  dell = await here.worker('dell');
});

afterAll(() => app.close());

const listed = async (query = '', by = acme): Promise<DeskClaimView[]> =>
  ((await by.get(`/vendor/claims?${query}`).expect(200)).body as { items: DeskClaimView[] }).items;

const shown = async (id: string, by = acme): Promise<DeskClaimDetail> =>
  (await by.get(`/vendor/claims/${id}`).expect(200)).body as DeskClaimDetail;

const answer = (answers: object[], by = acme) => by.post('/vendor/claims/answers').send({ answers });

async function results(answers: object[], by = acme): Promise<string[]> {
  const { body } = await answer(answers, by).expect(200);
  return (body as { results: DeskAnswerResult[] }).results.map(({ outcome, code }) =>
    [outcome, code].filter(Boolean).join(' '),
  );
}

describe('the claims of a vendor', () => {
  it('are those that were sent to it, with what it needs and nothing else', async () => {
    const { id, number, serial } = await here.sent(
      'acme',
      { tried: 'Another cable.' },
      { assetTag: 'TAG-1' },
    );
    await here.sent('dell');
    const { id: draft } = await here.add();
    await here.admin
      .post('/claims')
      .send({ deviceId: draft, vendor: 'acme', category: 'screen', observed: 'x' })
      .expect(201);
    const items = await listed();
    expect(items).toEqual([
      {
        id,
        number,
        state: 'sent',
        serialNumber: serial,
        assetTag: null,
        deviceModel: 'Dell Latitude 3120',
        category: 'screen',
        isAccidental: false,
        observed: 'Dark.',
        tried: 'Another cable.',
        requestedService: null,
        reference: 'SR-1',
        rma: null,
        expectedOn: null,
        trackingOut: null,
        trackingBack: null,
        outcome: null,
        denialReason: null,
        resubmissions: 0,
        escalationLevel: 1,
        sentAt: expect.any(String),
        acknowledgedAt: null,
        resolvedAt: null,
        due: { clock: 'acknowledge', dueAt: expect.any(String), minutesLeft: 480, isLate: false },
      },
    ]);
  });

  it('come first where the time is up first, with how much is left', async () => {
    const [one, two, three] = [await here.sent('acme'), await here.sent('acme'), await here.sent('acme')];
    // Two was sent nine hours ago, and three waits for the district.
    await app.source.query(
      `UPDATE claims SET clock_from = clock_from - interval '9 hours', due_at = due_at - interval '9 hours' WHERE id = $1`,
      [two.id],
    );
    await answer([{ claim: three.id, step: 'wait', note: 'Send the charger.' }]).expect(200);
    const items = await listed();
    expect(items.map(({ id }) => id)).toEqual([two.id, one.id, three.id]);
    expect(items.map(({ due }) => due && [due.minutesLeft, due.isLate])).toEqual([
      [-60, true],
      [480, false],
      null,
    ]);
    expect((await listed('late=true')).map(({ id }) => id)).toEqual([two.id]);
    expect((await listed('late=false')).map(({ id }) => id)).toEqual([one.id, three.id]);
    expect((await listed('state=waiting')).map(({ id }) => id)).toEqual([three.id]);
    expect((await listed(`q=${one.serial.slice(0, 5)}`)).map(({ id }) => id)).toEqual([one.id]);
    const page = await acme.get('/vendor/claims?limit=2').expect(200);
    const { nextCursor } = page.body as { nextCursor: string };
    expect((await listed(`limit=2&cursor=${nextCursor}`)).map(({ id }) => id)).toEqual([three.id]);
  });

  it('show tags, contacts and addresses only if the district decides so', async () => {
    const contact = { name: 'Maria Lopez', email: 'maria@district.example' };
    const { id } = await here.sent('acme', { contact }, { assetTag: 'TAG-7' });
    const before = JSON.stringify(await shown(id));
    expect(before).not.toMatch(/TAG-7|Maria|School A/);
    expect(await listed('q=TAG-7')).toEqual([]);
    const desk = `/vendors/${here.vendors['acme']}/desk`;
    expect((await here.its.get(desk).expect(200)).body).toEqual({
      showsAssetTags: false,
      showsContacts: false,
      version: 0,
    });
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    const decide = (by: TestUser) =>
      by.patch(desk).set('if-match', '"0"').send({ showsAssetTags: true, showsContacts: true });
    await decide(technician).expect(403);
    await decide(here.its).expect(200);
    await decide(here.its).expect(412);
    expect(await shown(id)).toMatchObject({
      assetTag: 'TAG-7',
      contact: { name: 'Maria Lopez', email: 'maria@district.example', phone: null },
      shipFrom: { name: 'School A' },
    });
    expect(await listed('q=TAG-7')).toHaveLength(1);
  });

  it('have a history without names, reasons and what was before they were sent', async () => {
    const { id } = await here.sent('acme');
    await answer([{ claim: id, step: 'wait', note: 'Which charger?' }]).expect(200);
    await here.admin
      .post(`/claims/${id}/steps`)
      .send({ step: 'resume', reason: 'Ada Lovelace found it' })
      .expect(200);
    const { steps } = await shown(id);
    expect(steps.map(({ step, by, note }) => [step, by, note])).toEqual([
      ['send', 'district', null],
      ['acknowledge', 'vendor', 'waiting: Which charger?'],
      ['wait', 'vendor', 'waiting: Which charger?'],
      ['resume', 'district', null],
    ]);
    expect(JSON.stringify(steps)).not.toMatch(/Ada|@test/);
  });

  it('are answered many at once: acknowledged, with numbers and a day, resolved and denied', async () => {
    const [one, two, three] = [await here.sent('acme'), await here.sent('acme'), await here.sent('acme')];
    const all = [one, two, three].map(({ id }) => ({ claim: id, step: 'acknowledge', rma: 'BOX-1' }));
    expect(await results(all)).toEqual(['done', 'done', 'done']);
    expect(
      await results([
        { claim: one.id, reference: 'A-1', expectedOn: '2026-12-24' },
        { claim: two.id, step: 'resolve', outcome: 'replaced', replacementSerial: 'NEW-1', costCents: 900 },
        { claim: three.id, step: 'deny', denialReason: 'liquid', note: 'Coffee.' },
      ]),
    ).toEqual(['done', 'done', 'done']);
    expect(await here.claim(one.id)).toMatchObject({
      state: 'acknowledged',
      rma: 'BOX-1',
      reference: 'A-1',
      expectedOn: '2026-12-24',
    });
    expect(await here.claim(two.id)).toMatchObject({
      state: 'resolved',
      outcome: 'replaced',
      costInvoicedCents: 900,
    });
    expect(await here.claim(three.id)).toMatchObject({ state: 'denied', denialReason: 'liquid' });
    const [, said] = await here.replies(`claim=${two.id}`);
    expect(said).toMatchObject({ source: 'desk', replacementSerial: 'NEW-1', state: 'applied' });
    expect((await here.claim(three.id)).steps.at(-1)).toMatchObject({
      takenBy: acme.scope.accountId,
      note: 'denied: Coffee.',
    });
  });

  it('refuse an answer that comes too late, to another vendor’s claim, or without what it needs', async () => {
    const [one, two, foreign] = [await here.sent('acme'), await here.sent('acme'), await here.sent('dell')];
    await answer([{ claim: one.id, step: 'resolve', outcome: 'repaired' }]).expect(200);
    expect(
      await results([
        { claim: one.id, step: 'acknowledge' },
        { claim: foreign.id, step: 'acknowledge' },
        { claim: two.id, step: 'acknowledge' },
      ]),
    ).toEqual(['refused MOVES_BACK', 'refused CLAIM_NOT_FOUND', 'done']);
    expect((await here.claim(foreign.id)).state).toBe('sent');
    for (const wrong of [
      { step: 'resolve' },
      { step: 'deny' },
      { step: 'wait' },
      { step: 'acknowledge', outcome: 'repaired' },
      { step: 'resolve', outcome: 'repaired', replacementSerial: 'X' },
    ])
      expect((await answer([{ claim: two.id, ...wrong }]).expect(400)).body.code).toBe(
        'DESK_ANSWER_INCOMPLETE',
      );
    await answer([
      { claim: two.id, step: 'start' },
      { claim: two.id, step: 'start' },
    ]).expect(400);
    expect(await here.replies('state=waiting')).toEqual([]);
  });

  it('can wait twice for the same reason', async () => {
    const { id } = await here.sent('acme');
    const wait = [{ claim: id, step: 'wait', note: 'Send the charger.' }];
    await answer(wait).expect(200);
    await here.admin.post(`/claims/${id}/steps`).send({ step: 'resume' }).expect(200);
    await answer(wait).expect(200);
    expect((await here.claim(id)).state).toBe('waiting');
  });

  it('keep an answer once, where it is sent again because the first answer was lost', async () => {
    const { id } = await here.sent('acme');
    const said = { claim: id, step: 'resolve', outcome: 'repaired', costCents: 4_500 };
    for (let i = 0; i < 3; i += 1)
      expect((await answer([said])).body).toMatchObject({ results: [{ outcome: 'done' }] });
    const replies = async (): Promise<number> => {
      const { body } = await here.admin.get(`/claim-replies?claim=${id}`).expect(200);
      return (body as { items: object[] }).items.length;
    };
    expect(await replies()).toBe(1);
    await answer([{ ...said, note: 'It is on its way.' }]);
    expect(await replies()).toBe(2);
  });

  it('are not denied for another reason without the district', async () => {
    const { id } = await here.sent('acme');
    const denied = { claim: id, step: 'deny', denialReason: 'wear' };
    for (let i = 0; i < 2; i += 1)
      expect((await answer([denied])).body).toMatchObject({ results: [{ outcome: 'done' }] });
    expect((await answer([{ ...denied, denialReason: 'not_on_plan' }])).body).toMatchObject({
      results: [{ outcome: 'refused', code: 'MOVES_BACK' }],
    });
    expect((await here.claim(id)).denialReason).toBe('wear');
  });

  it('move on once when fifty answer one of them at the same moment', async () => {
    const { id } = await here.sent('acme');
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => answer([{ claim: id, step: 'start', reference: 'A-1' }])),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const { state, steps, reference } = await here.claim(id);
    expect([state, reference]).toEqual(['in_progress', 'A-1']);
    expect(steps.filter(({ step }) => step === 'start')).toHaveLength(1);
  });
});

describe('messages about a claim', () => {
  it('go both ways, in order, and name no account of the district', async () => {
    const { id } = await here.sent('acme');
    const technician = await app.user(here.district, 'technician', { sites: ['A'] });
    await technician.post(`/claims/${id}/messages`).send({ text: 'When will it be back?' }).expect(201);
    await acme.post(`/vendor/claims/${id}/messages`).send({ text: 'On Friday.' }).expect(201);
    const theirs = await acme.get(`/vendor/claims/${id}/messages`).expect(200);
    const ours = await technician.get(`/claims/${id}/messages`).expect(200);
    expect(theirs.body).toEqual(ours.body);
    const { items } = theirs.body as { items: { side: string; from: string; text: string }[] };
    expect(items.map(({ side, text }) => [side, text])).toEqual([
      ['district', 'When will it be back?'],
      ['vendor', 'On Friday.'],
    ]);
    expect(items[0]?.from).toBe(`District ${here.district.slug}`);
    expect(theirs.text).not.toContain('technician-');
  });

  it('are between the district and the one vendor that has the claim', async () => {
    const { id } = await here.sent('acme');
    await dell.get(`/vendor/claims/${id}/messages`).expect(404);
    await dell.post(`/vendor/claims/${id}/messages`).send({ text: 'x' }).expect(404);
    const elsewhere = await app.user(here.district, 'technician', { sites: ['B'] });
    await elsewhere.post(`/claims/${id}/messages`).send({ text: 'x' }).expect(404);
    const { id: deviceId } = await here.add();
    const draft = { deviceId, vendor: 'acme', category: 'screen', observed: 'x' };
    const { body } = await here.admin.post('/claims').send(draft).expect(201);
    const { id: unsent } = body as { id: string };
    const sent = await here.admin.post(`/claims/${unsent}/messages`).send({ text: 'x' }).expect(409);
    expect(sent.body.code).toBe('CLAIM_NOT_SENT');
    await expect(
      app.source.query(`UPDATE claim_messages SET text = 'y' WHERE district_id = $1`, [here.district.id]),
    ).rejects.toThrow('permission denied');
  });
});

describe('a file that a vendor uploads', () => {
  const upload = (user: TestUser, rows: Record<string, string>[], kind = 'claim-replies', mode = 'commit') =>
    user
      .post('/vendor/replies')
      .field('kind', kind)
      .field('mode', mode)
      .attach('file', Buffer.from(csvOf(rows)), 'replies.csv');

  async function uploaded(rows: Record<string, string>[], mode?: string): Promise<string> {
    const { body } = await upload(acme, rows, 'claim-replies', mode).expect(202);
    const { id, job } = body as DeskUploadDetail;
    await app.job(acme, job?.id ?? '');
    return id;
  }

  it('reaches its own claims only, and says so as if there were no others', async () => {
    const [own, foreign] = [await here.sent('acme'), await here.sent('dell')];
    const id = await uploaded([
      { 'Claim number': own.number, 'Serial number': '', Reference: '', Status: 'acknowledged' },
      { 'Claim number': foreign.number, 'Serial number': '', Reference: '', Status: 'acknowledged' },
      { 'Claim number': '', 'Serial number': foreign.serial, Reference: '', Status: 'acknowledged' },
      { 'Claim number': '', 'Serial number': '', Reference: 'SR-2', Status: 'acknowledged' },
    ]);
    const { body } = await acme.get(`/vendor/replies/${id}/rows`).expect(200);
    const { items } = body as { items: { outcome: string; problems: { code: string }[] | null }[] };
    expect(items.map(({ outcome, problems }) => [outcome, problems?.[0]?.code])).toEqual([
      ['change', undefined],
      ['refused', 'NO_SUCH_CLAIM'],
      ['refused', 'NO_SUCH_CLAIM'],
      ['refused', 'NO_SUCH_CLAIM'],
    ]);
    expect((await here.claim(own.id)).state).toBe('acknowledged');
    expect((await here.claim(foreign.id)).state).toBe('sent');
    const errors = await acme.get(`/vendor/replies/${id}/errors.csv`).expect(200);
    expect(errors.text).toContain(foreign.number);
    expect(errors.text).not.toContain('Vendor dell');
  });

  it('is checked first, taken over, and seen by its own company only', async () => {
    const { number, id: claim } = await here.sent('acme');
    const id = await uploaded([{ 'Claim number': number, Status: 'acknowledged' }], 'rehearse');
    expect((await here.claim(claim)).state).toBe('sent');
    expect((await acme.get(`/vendor/replies/${id}`).expect(200)).body).toMatchObject({
      state: 'rehearsed',
      plan: { change: 1 },
    });
    for (const path of [
      `/vendor/replies/${id}`,
      `/vendor/replies/${id}/rows`,
      `/vendor/replies/${id}/errors.csv`,
    ])
      await dell.get(path).expect(404);
    await dell.post(`/vendor/replies/${id}/commit`).expect(404);
    expect((await dell.get('/vendor/replies').expect(200)).body).toMatchObject({ items: [] });
    const { body } = await acme.post(`/vendor/replies/${id}/commit`).expect(202);
    await app.job(acme, (body as DeskUploadDetail).job?.id ?? '');
    expect((await here.claim(claim)).state).toBe('acknowledged');
    // The district sees the file, and can undo it.
    expect((await here.its.get(`/imports/${id}`).expect(200)).body).toMatchObject({ kind: 'claim-replies' });
  });

  it.each(['devices', 'people', 'sites', 'coverages'])('is of nothing but replies: %s', async (kind) => {
    expect((await upload(acme, [{ a: 'b' }], kind).expect(403)).body.code).toBe('IMPORT_NOT_ALLOWED');
  });
});
