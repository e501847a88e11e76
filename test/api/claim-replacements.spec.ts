import type { ClaimDetail } from '../../src/warranty/claims/claims.queries.js';
import { testApp, type TestApp, type TestUser } from '../support/app.js';
import { coveragesOf } from '../support/coverages.js';
import { daysAgo, register, type Problem, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;
let technician: TestUser;
let serials = 0;

const freshSerial = (): string => `PF${String((serials += 1)).padStart(6, '0')}`;

beforeAll(async () => {
  app = await testApp();
});

beforeEach(async () => {
  here = await register(app);
  await here.admin
    .post('/vendors')
    .send({ name: 'Lenovo', roles: ['manufacturer'] })
    .expect(201);
  technician = await app.user(here.district, 'technician', { sites: ['A'] });
});

afterAll(() => app.close());

/** A claim that the vendor works on. */
async function claimOf(deviceId: string, more: object = {}): Promise<string> {
  const { body } = await technician
    .post('/claims')
    .send({ deviceId, vendor: 'lenovo', category: 'screen', observed: 'It is dark.', ...more })
    .expect(201);
  const { id } = body as ClaimDetail;
  for (const step of [
    { step: 'ready', acceptWarnings: true },
    { step: 'send', reference: 'SR-1' },
    { step: 'start' },
  ])
    await technician.post(`/claims/${id}/steps`).send(step).expect(200);
  return id;
}

interface Answer {
  status: number;
  body: ClaimDetail & Problem;
}

async function replace(claim: string, replacement: object = {}): Promise<Answer> {
  return technician.post(`/claims/${claim}/steps`).send({
    step: 'resolve',
    outcome: 'replaced',
    replacement: { serialNumber: freshSerial(), dataRemoved: 'wiped', ...replacement },
  });
}

async function replaced(claim: string, replacement: object = {}): Promise<string> {
  const { status, body } = await replace(claim, replacement);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.replacementDeviceId as string;
}

const undo = async (claim: string): Promise<Answer> =>
  technician.post(`/claims/${claim}/replacement/undo`).send({ reason: 'It was another claim.' });

const cover = (deviceId: string, more: object = {}): PromiseLike<unknown> =>
  here.admin
    .post('/coverages')
    .send({
      vendor: 'lenovo',
      kind: 'manufacturer',
      startsOn: daysAgo(400),
      endsOn: daysAgo(-400),
      deviceId,
      ...more,
    })
    .expect(201);

const counts = async (): Promise<unknown> => (await here.count('groupBy=site,status')).groups;

describe('a device that the vendor replaced', () => {
  it('leaves with the claim as the proof, and the new one takes over its tag and what paid for it', async () => {
    const paid = {
      purchasedOn: daysAgo(500),
      costCents: 29900,
      purchaseReference: 'PO-1',
      fundingSource: 'Title I',
    };
    const old = await here.add({ serialNumber: freshSerial(), ...paid });
    await here.add();
    const before = await here.count();
    const yesterday = daysAgo(1);
    const claim = await claimOf(old.id);
    const serialNumber = freshSerial();
    const { body } = await replace(claim, { serialNumber });
    expect(body).toMatchObject({ state: 'resolved', outcome: 'replaced', replacementCode: old.assetTag });
    const id = body.replacementDeviceId as string;
    const made = await here.find(id);
    expect(made).toMatchObject({
      ...paid,
      serialNumber,
      assetTag: old.assetTag,
      site: 'A',
      status: 'in_stock',
      model: old.model,
      inServiceOn: daysAgo(0),
    });
    expect(await here.find(old.id)).toMatchObject({
      status: 'disposed',
      disposalRoute: 'vendor_swap',
      assetTag: null,
      serialNumber: old.serialNumber,
    });
    expect((await here.events(id)).map(({ type, cause }) => [type, cause])).toEqual([
      ['entered', 'replaced'],
    ]);
    const causes = (await here.events(old.id)).map(({ cause }) => cause);
    expect(causes).toContain('replaced');
    expect(causes).not.toContain('disposed');
    // The new device replaces one; it does not add one, today or on any day before.
    expect((await here.count()).total).toBe(before.total);
    expect((await here.count(`asOf=${yesterday}`)).total).toBe(1);
    const growth = await here.growth(`from=${yesterday}&to=${daysAgo(0)}`);
    expect(growth.causes.map(({ cause }) => cause)).not.toContain('replaced');
    expect(await here.differences()).toEqual([]);
    // Both devices lead to the claim.
    for (const device of [old.id, id]) {
      const { body: list } = await technician.get(`/claims?device=${device}`).expect(200);
      expect((list as { items: { id: string }[] }).items.map((one) => one.id)).toEqual([claim]);
    }
    await technician.post(`/claims/${claim}/steps`).send({ step: 'close' }).expect(200);
  });

  it('gives its person, room and due date to the new one, if that is deployed', async () => {
    const personId = await here.person('S-1');
    const dueOn = daysAgo(-30);
    const old = await here.add({ serialNumber: freshSerial(), room: '12' });
    await here.change(old.id, { status: 'deployed', holder: 'S-1', dueOn });
    const made = await here.find(await replaced(await claimOf(old.id), { status: 'deployed' }));
    expect(made).toMatchObject({ status: 'deployed', room: '12' });
    expect(made.custody).toMatchObject([{ personId, dueOn, returnedAt: null }]);
    const { custody } = await here.find(old.id);
    expect(custody).toMatchObject([{ personId, returnedAt: expect.any(String) as string }]);
    expect(await here.differences()).toEqual([]);
  });

  it('ends its loan, if the new one goes to stock', async () => {
    await here.person('S-1');
    const old = await here.add({ serialNumber: freshSerial() });
    await here.change(old.id, { status: 'deployed', holder: 'S-1' });
    const made = await here.find(await replaced(await claimOf(old.id)));
    expect(made).toMatchObject({ status: 'in_stock', custody: [] });
    expect((await here.find(old.id)).custody[0]?.returnedAt).not.toBeNull();
  });

  it.each([
    ['a tag of its own', { assetTag: 'OWN-7' }, 'OWN-7'],
    ['no tag', { assetTag: null }, null],
  ])('keeps its tag, if the new one gets %s', async (_, said, assetTag) => {
    const old = await here.add({ serialNumber: freshSerial() });
    const made = await here.find(await replaced(await claimOf(old.id), { ...said, model: 'Latitude 3140' }));
    expect(made).toMatchObject({ assetTag, model: 'Latitude 3140' });
    expect((await here.find(old.id)).assetTag).toBe(old.assetTag);
  });

  it('is repaired on site until it leaves', async () => {
    const old = await here.add({ serialNumber: freshSerial() });
    await here.change(old.id, { status: 'deployed' });
    await replaced(await claimOf(old.id, { staysInUse: true }));
    expect((await here.find(old.id)).status).toBe('disposed');
    expect(await here.differences()).toEqual([]);
  });

  it('stays, if the vendor sent it back with its own serial number', async () => {
    const old = await here.add({ serialNumber: freshSerial() });
    const { status, body } = await replace(await claimOf(old.id), {
      serialNumber: ` ${old.serialNumber?.toLowerCase() ?? ''}`,
    });
    expect([status, body.outcome, body.replacementDeviceId]).toEqual([200, 'replaced', null]);
    expect((await here.find(old.id)).status).toBe('in_repair');
  });
});

describe('a replacement is refused', () => {
  let deviceId: string;
  let claim: string;
  beforeEach(async () => {
    deviceId = (await here.add({ serialNumber: freshSerial() })).id;
    claim = await claimOf(deviceId);
  });

  async function refused(replacement: object): Promise<Problem & { status: number }> {
    const before = await counts();
    const { status, body } = await replace(claim, replacement);
    expect(await counts()).toEqual(before);
    expect((await technician.get(`/claims/${claim}`).expect(200)).body).toMatchObject({
      state: 'in_progress',
    });
    await here.change(deviceId, { status: 'retired' }, 409);
    return { ...body, status };
  }

  it('with a serial number that the register has', async () => {
    const serialNumber = freshSerial();
    const other = await here.add({ serialNumber });
    const { status, code, detail } = await refused({ serialNumber });
    expect([status, code]).toEqual([409, 'SERIAL_TAKEN']);
    expect(detail).toContain(other.id);
  });

  it('with a tag of another device', async () => {
    const other = await here.add();
    expect(await refused({ assetTag: other.assetTag })).toMatchObject({ status: 409, code: 'TAG_TAKEN' });
  });

  it('without a word about the data', async () => {
    const { status, code, errors } = await refused({ dataRemoved: undefined });
    expect([status, code, errors[0]?.field]).toEqual([
      400,
      'CLAIM_STEP_INCOMPLETE',
      'replacement.dataRemoved',
    ]);
  });

  it('while another claim is open for the device', async () => {
    const { body } = await technician
      .post('/claims')
      .send({ deviceId, vendor: 'lenovo', category: 'hinge', observed: 'Loose.' })
      .expect(201);
    const { code, detail } = await refused({});
    expect(code).toBe('CLAIM_OTHERS_OPEN');
    expect(detail).toContain((body as ClaimDetail).number);
  });

  it('with another outcome, and for many claims at once', async () => {
    const replacement = { serialNumber: freshSerial(), dataRemoved: 'wiped' };
    const asked = { step: 'resolve', outcome: 'repaired', replacement };
    const { body } = await technician.post(`/claims/${claim}/steps`).send(asked).expect(400);
    expect((body as Problem).code).toBe('CLAIM_STEP_FIELD');
    await technician
      .post('/claims/steps')
      .send({ ...asked, outcome: 'replaced', claims: [claim] })
      .expect(400);
  });

  it('with a device in a site that is not the technician’s', async () => {
    await here.change(deviceId, { site: 'B' });
    expect((await replace(claim)).status).toBe(404);
  });
});

describe('the coverage of a replaced device', () => {
  it('goes on for the new device with what was used up of it, or ends', async () => {
    const old = await here.add({ serialNumber: freshSerial() });
    await cover(old.id, { incidentsInTotal: 1, contractNumber: 'GOES-ON' });
    await cover(old.id, { kind: 'accidental_damage', onReplacement: 'ends' });
    await cover(old.id, { kind: 'battery', startsOn: daysAgo(500), endsOn: daysAgo(100) });
    const id = await replaced(await claimOf(old.id));
    const made = await coveragesOf(technician, id);
    expect(made).toMatchObject([
      {
        kind: 'manufacturer',
        startsOn: daysAgo(400),
        endsOn: daysAgo(-400),
        contractNumber: 'GOES-ON',
        cancelledOn: null,
      },
    ]);
    const byKind = new Map((await coveragesOf(technician, old.id)).map((one) => [one.kind, one.cancelledOn]));
    expect(byKind).toEqual(
      new Map([
        ['manufacturer', daysAgo(0)],
        ['accidental_damage', daysAgo(0)],
        ['battery', null],
      ]),
    );
    const { body } = await technician
      .post('/claims')
      .send({ deviceId: id, category: 'hinge', observed: 'Loose.' })
      .expect(201);
    expect((body as ClaimDetail).warnings).toMatchObject([{ code: 'INCIDENTS_USED_UP' }]);
  });

  it('keeps what was used up over two replacements', async () => {
    const old = await here.add({ serialNumber: freshSerial() });
    await cover(old.id, { incidentsInTotal: 2 });
    const second = await replaced(await claimOf(old.id));
    const third = await replaced(await claimOf(second));
    const { body } = await technician
      .post('/claims')
      .send({ deviceId: third, category: 'hinge', observed: 'Loose.' })
      .expect(201);
    expect((body as ClaimDetail).warnings).toMatchObject([{ code: 'INCIDENTS_USED_UP' }]);
  });
});

describe('many replacements at once', () => {
  it('of one claim make one device', async () => {
    const old = await here.add({ serialNumber: freshSerial() });
    const claim = await claimOf(old.id);
    const answers = await Promise.all(Array.from({ length: 20 }, () => replace(claim)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body.code))).toEqual(new Set([undefined, 'CLAIM_WRONG_STATE']));
    expect((await here.count()).total).toBe(1);
    expect(await here.differences()).toEqual([]);
  });

  it('with one serial number make one device', async () => {
    const claims: string[] = [];
    for (let i = 0; i < 10; i++)
      claims.push(await claimOf((await here.add({ serialNumber: freshSerial() })).id));
    const serialNumber = freshSerial();
    const answers = await Promise.all(claims.map((claim) => replace(claim, { serialNumber })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(9).fill(409)]);
    expect(new Set(answers.map(({ body }) => body.code))).toEqual(new Set([undefined, 'SERIAL_TAKEN']));
    expect((await here.count()).total).toBe(10);
    expect(await here.differences()).toEqual([]);
  });
});

describe('the undo of a replacement', () => {
  it('leaves everything as it was, and the claim goes on', async () => {
    await here.person('S-1');
    const old = await here.add({ serialNumber: freshSerial() });
    await here.change(old.id, { status: 'deployed', holder: 'S-1', dueOn: daysAgo(-30) });
    await cover(old.id);
    const claim = await claimOf(old.id);
    const before = await here.find(old.id);
    const counted = await counts();
    const id = await replaced(claim, { status: 'deployed' });
    const { status, body } = await undo(claim);
    expect([status, body.state, body.outcome, body.replacementDeviceId]).toEqual([
      200,
      'in_progress',
      null,
      null,
    ]);
    expect(body.steps.at(-1)).toMatchObject({ step: 'undo_replacement', note: 'It was another claim.' });
    const after = await here.find(old.id);
    expect(after).toMatchObject({
      status: 'in_repair',
      assetTag: before.assetTag,
      disposalRoute: null,
      custody: before.custody,
    });
    expect((await here.find(id)).status).toBe('void');
    expect(await counts()).toEqual(counted);
    expect(await coveragesOf(technician, old.id)).toMatchObject([{ cancelledOn: null }]);
    expect(await coveragesOf(technician, id)).toEqual([]);
    await here.change(old.id, { status: 'retired' }, 409);
    expect(await here.differences()).toEqual([]);
    // It can be replaced by the right one, also by the same serial number.
    const again = await replaced(claim, { serialNumber: (await here.find(id)).serialNumber ?? undefined });
    expect((await here.find(again)).assetTag).toBe(before.assetTag);
    expect(await here.differences()).toEqual([]);
  });

  it('is refused where nothing was replaced, where the new device was used, and once the claim is closed', async () => {
    const old = await here.add({ serialNumber: freshSerial() });
    const claim = await claimOf(old.id);
    expect(await undo(claim)).toMatchObject({ status: 409, body: { code: 'CLAIM_WRONG_STATE' } });
    const id = await replaced(claim);
    await here.change(id, { status: 'deployed' });
    const { status, body } = await undo(claim);
    expect([status, body.code]).toEqual([409, 'CLAIM_REPLACEMENT_STAYS']);
    expect((await here.find(old.id)).status).toBe('disposed');
    await technician.post(`/claims/${claim}/steps`).send({ step: 'close' }).expect(200);
    expect((await undo(claim)).body.code).toBe('CLAIM_WRONG_STATE');
  });

  it('is the only way back', async () => {
    const old = await here.add({ serialNumber: freshSerial() });
    const claim = await claimOf(old.id);
    await replaced(claim);
    const [row] = await app.source.query<{ id: string }[]>(
      `SELECT replacement_change_set_id AS id FROM claims WHERE id = $1`,
      [claim],
    );
    const { body } = await here.admin.post(`/change-sets/${row?.id ?? ''}/undo`).expect(409);
    expect((body as Problem).code).toBe('UNDO_THE_REPLACEMENT');
    const reopened = await technician
      .post(`/claims/${claim}/steps`)
      .send({ step: 'reopen', reason: 'It is dark again.' })
      .expect(409);
    expect((reopened.body as Problem).code).toBe('CLAIM_REPLACED');
  });

  it('happens once, however many ask', async () => {
    const old = await here.add({ serialNumber: freshSerial() });
    const claim = await claimOf(old.id);
    await replaced(claim);
    const answers = await Promise.all(Array.from({ length: 10 }, () => undo(claim)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await here.count()).total).toBe(1);
    expect(await here.differences()).toEqual([]);
  });
});
