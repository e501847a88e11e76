import type { ClaimReplyDetail } from '../../src/warranty/replies/handling/claim-replies.queries.js';
import { testApp, type TestApp } from '../support/app.js';
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

async function mapped(vendor: string, words: object[]): Promise<object> {
  return (await here.its.put(wordsOf(vendor)).send({ words }).expect(200)).body as object;
}

const apply = (id: string, body: object) => here.its.post(`/claim-replies/${id}/application`).send(body);

describe('a word without a meaning', () => {
  it('stays open, blocks nothing else, and is handled by giving it a meaning', async () => {
    const [one, two, other] = [await here.sent('acme'), await here.sent('acme'), await here.sent('dell')];
    await here.file([
      { 'Claim number': one.number, Status: 'On the bench', Reference: 'B-1' },
      { 'Claim number': two.number, Status: 'ON THE  BENCH', Reference: '' },
      { 'Claim number': other.number, Status: 'on the bench', Reference: '' },
      { 'Claim number': two.number, Status: 'acknowledged', Reference: '' },
    ]);
    expect([await stateOf(one.id), await stateOf(two.id)]).toEqual(['sent', 'acknowledged']);
    const { body } = await here.its.get(wordsOf('acme')).expect(200);
    expect(body).toMatchObject({ items: [], open: [{ replies: 2 }], readyMade: ['dell'] });
    expect(await mapped('acme', [{ word: 'on the bench', meaning: 'in_progress' }])).toMatchObject({
      applied: 2,
      stillWaiting: 0,
      left: 0,
      open: [],
      items: [{ word: 'on the bench', meaning: 'in_progress' }],
    });
    expect(await here.claim(one.id)).toMatchObject({ state: 'in_progress', reference: 'B-1' });
    expect([await stateOf(two.id), await stateOf(other.id)]).toEqual(['in_progress', 'sent']);
    const [reply] = await here.replies(`claim=${one.id}`);
    const { body: detail } = await here.its.get(`/claim-replies/${reply?.id}`).expect(200);
    expect((detail as ClaimReplyDetail).steps).toEqual([
      expect.objectContaining({ step: 'apply', takenBy: here.its.scope.accountId }),
    ]);
    // From now on it is known.
    const third = await here.sent('acme');
    await here.file([{ 'Claim number': third.number, Status: 'On the Bench' }]);
    expect(await stateOf(third.id)).toBe('in_progress');
  });

  it('loses its meaning again, and waits from then on', async () => {
    await mapped('acme', [
      { word: 'On the bench', meaning: 'in_progress' },
      { word: 'Boxed', meaning: 'no_change' },
    ]);
    const { body } = await here.its
      .put(wordsOf('acme'))
      .send({ words: [], remove: ['ON THE  BENCH', 'never there'] })
      .expect(200);
    expect((body as { items: { word: string }[] }).items.map(({ word }) => word)).toEqual(['Boxed']);
    const { id, number } = await here.sent('acme');
    await here.file([{ 'Claim number': number, Status: 'On the bench' }]);
    expect(await stateOf(id)).toBe('sent');
  });

  it('is not overwritten by somebody who has not seen it', async () => {
    const { headers } = await here.its.get(wordsOf('acme')).expect(200);
    expect(headers['etag']).toBe('"0"');
    const put = (version: string, word: string) =>
      here.its
        .put(wordsOf('acme'))
        .set('If-Match', version)
        .send({ words: [{ word, meaning: 'no_change' }] });
    const first = await put('"0"', 'Boxed').expect(200);
    expect(first.headers['etag']).toBe('"1"');
    expect((await put('"0"', 'Shelved').expect(412)).body.code).toBe('STALE_VERSION');
    await here.its
      .post(`${wordsOf('acme')}/ready-made`)
      .send({ name: 'dell' })
      .expect(200);
    await put('"1"', 'Shelved').expect(412);
    const { body } = await put('"2"', 'Shelved').expect(200);
    expect(body).toMatchObject({ version: 3 });
  });

  it('goes on waiting where its meaning would move the claim back', async () => {
    const { id, number } = await here.sent('acme');
    await here.file([{ 'Claim number': number, Status: 'On the bench', Outcome: '' }]);
    await here.file([{ 'Claim number': number, Status: 'resolved', Outcome: 'repaired' }]);
    const words = [{ word: 'On the bench', meaning: 'in_progress' }];
    expect(await mapped('acme', words)).toMatchObject({ applied: 0, stillWaiting: 1 });
    expect(await stateOf(id)).toBe('resolved');
    expect((await here.replies('state=waiting')).map(({ why }) => why)).toEqual(['MOVES_BACK']);
  });

  it('is handled for one claim by choosing a step', async () => {
    const { id, number } = await here.sent('acme');
    await here.file([{ 'Claim number': number, Status: 'Done!', RMA: 'R-1' }]);
    const [reply] = await here.replies('state=waiting');
    expect((await apply(reply?.id ?? '', { reason: 'It is.' }).expect(400)).body.code).toBe(
      'REPLY_STEP_MISSING',
    );
    expect((await apply(reply?.id ?? '', { reason: 'It is.', step: 'resolve' }).expect(400)).body.code).toBe(
      'CLAIM_STEP_INCOMPLETE',
    );
    const body = { reason: 'They called.', step: 'resolve', outcome: 'repaired' };
    expect((await apply(reply?.id ?? '', body).expect(200)).body).toMatchObject({ state: 'applied' });
    expect(await here.claim(id)).toMatchObject({ state: 'resolved', outcome: 'repaired', rma: 'R-1' });
    expect((await apply(reply?.id ?? '', body).expect(409)).body.code).toBe('CLAIM_REPLY_WRONG_STATE');
    expect((await here.its.get(wordsOf('acme')).expect(200)).body).toMatchObject({ items: [], open: [] });
  });

  it.each([
    [{ meaning: 'in_progress', outcome: 'repaired' }, 'words.0.outcome'],
    [{ meaning: 'resolved', denialReason: 'liquid' }, 'words.0.denialReason'],
  ])('cannot mean %j', async (meaning, field) => {
    const { body } = await here.its
      .put(wordsOf('acme'))
      .send({ words: [{ word: 'x', ...meaning }] })
      .expect(400);
    expect(body.errors[0].field).toBe(field);
  });
});

describe('a reply that waits', () => {
  async function held(): Promise<{ id: string; reply: string }> {
    const { id, number } = await here.sent('acme');
    await here.file([{ 'Claim number': number, Status: 'resolved', Outcome: 'repaired' }]);
    await here.file([{ 'Claim number': number, Status: 'in progress', RMA: 'R-7' }]);
    const [reply] = await here.replies(`claim=${id}&state=waiting`);
    return { id, reply: reply?.id ?? '' };
  }

  it('is taken over by a person who says which step it is', async () => {
    const { id, reply } = await held();
    expect((await apply(reply, { reason: 'x' }).expect(400)).body.code).toBe('REPLY_STEP_MISSING');
    await apply(reply, { step: 'reopen', reason: 'It broke again.' }).expect(200);
    expect(await here.claim(id)).toMatchObject({ state: 'in_progress', outcome: null, rma: 'R-7' });
  });

  it('gives its details only, without a step', async () => {
    const { id, reply } = await held();
    await apply(reply, { step: 'none', reason: 'The number is right.' }).expect(200);
    expect(await here.claim(id)).toMatchObject({ state: 'resolved', rma: 'R-7' });
  });

  it('is dismissed with a reason, once, and counts as known from then on', async () => {
    const { id, reply } = await held();
    const dismiss = (body: object) => here.its.post(`/claim-replies/${reply}/dismissal`).send(body);
    await dismiss({}).expect(400);
    expect((await dismiss({ reason: 'An old file.' }).expect(200)).body).toMatchObject({
      state: 'dismissed',
      steps: [{ step: 'dismiss', note: 'An old file.' }],
    });
    await dismiss({ reason: 'x' }).expect(409);
    const { number } = await here.claim(id);
    const again = await here.file([{ 'Claim number': number, Status: 'in progress', RMA: 'R-7' }]);
    expect(await here.said(again)).toEqual(['unchanged REPLY_REPEATED']);
  });

  it('is not written to a claim that has ended', async () => {
    const { id, reply } = await held();
    await here.admin.post(`/claims/${id}/steps`).send({ step: 'close' }).expect(200);
    expect((await apply(reply, { step: 'none', reason: 'x' }).expect(409)).body.code).toBe(
      'REPLIED_CLAIM_ENDED',
    );
  });

  it('is handled once by twenty people at the same moment', async () => {
    const { id, reply } = await held();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => apply(reply, { step: 'reopen', reason: 'x' })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      200,
      ...Array(19).fill(409),
    ]);
    expect((await here.claim(id)).steps.filter((one) => one.step === 'reopen')).toHaveLength(1);
  });

  it('of an earlier round does not deny the claim a second time by itself', async () => {
    const { id, number } = await here.sent('acme');
    const denial = [{ 'Claim number': number, Status: 'denied' }];
    await here.file(denial);
    for (const body of [
      { step: 'resubmit', reason: 'New photo' },
      { step: 'send', reference: 'SR-9' },
    ])
      await here.admin.post(`/claims/${id}/steps`).send(body).expect(200);
    expect(await here.said(await here.file(denial))).toEqual(['add SAID_BEFORE_RESUBMISSION']);
    expect(await stateOf(id)).toBe('sent');
    const [reply] = await here.replies('state=waiting');
    await apply(reply?.id ?? '', { reason: 'They say so again.' }).expect(200);
    expect(await stateOf(id)).toBe('denied');
  });

  it('is seen and handled by those who see its device', async () => {
    const { reply } = await held();
    const elsewhere = await app.user(here.district, 'technician', { sites: ['B'] });
    expect(await here.replies('', elsewhere)).toEqual([]);
    await elsewhere.get(`/claim-replies/${reply}`).expect(404);
    for (const path of ['application', 'dismissal'])
      await elsewhere.post(`/claim-replies/${reply}/${path}`).send({ reason: 'x' }).expect(404);
  });
});
