import { ROLES } from '../../src/access/scope.js';
import { testApp, type TestApp, type TestUser } from '../support/app.js';
import { claimOf, READY, REPLACED, replacedBy, sentBy } from '../support/claim-routes.js';
import { type DeviceJson, type Problem, register, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;
const users: Record<string, TestUser> = {};
let serials = 0;

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
  await here.admin
    .post('/vendors')
    .send({ name: 'Dell', roles: ['manufacturer'] })
    .expect(201);
  users['admin'] = here.admin;
  for (const role of ROLES) users[role] ??= await app.user(here.district, role, { sites: ['A'] });
});

afterAll(() => app.close());

const NEVER = '403 NOT_ALLOWED_FOR_ROLE';
const GATED = '409 GATES_CLOSED';
const CHANGE_DEVICES = '403 OUT_OF_SCOPE';

/** A device in repair, and a claim that its vendor has. */
async function claimed(): Promise<{ device: DeviceJson; claim: string }> {
  const { id } = await here.add({ serialNumber: `SWAP-${++serials}` });
  await here.change(id, { status: 'in_repair' });
  const { body } = await here.admin.post('/claims').send(claimOf(id, 'dell')).expect(201);
  const claim = (body as { id: string }).id;
  for (const step of [READY, { step: 'send', reference: 'SR-1' }])
    await here.admin.post(`/claims/${claim}/steps`).send(step).expect(200);
  return { device: await here.find(id), claim };
}

const said = ({ status, body }: { status: number; body: unknown }): string =>
  status === 200 ? 'done' : `${status} ${(body as Problem).code}`;

const swap = async (user: TestUser, claim: string): Promise<string> =>
  said(await user.post(`/claims/${claim}/steps`).send(replacedBy(`NEW-${++serials}`)));

const lastChangeSet = async (id: string): Promise<string> =>
  (await here.events(id)).toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))[0]?.changeSetId ?? '';

describe('a device that its vendor keeps', () => {
  it.each([
    ['admin', 'done'],
    ['its', CHANGE_DEVICES],
    ['lead', 'done'],
    ['liaison', 'done'],
    ['technician', 'done'],
    ['site_staff', NEVER],
    ['vendor', NEVER],
  ])('%s is told, of a claim whose device was replaced: %s', async (role, expected) => {
    const { device, claim } = await claimed();
    expect(await swap(users[role] as TestUser, claim)).toBe(expected);
    expect((await here.find(device.id)).status).toBe(expected === 'done' ? 'disposed' : 'in_repair');
  });

  it.each([
    ['admin', 'done'],
    ['its', NEVER],
    ['lead', 'done'],
    ['liaison', 'done'],
    ['technician', 'done'],
    ['site_staff', NEVER],
    ['vendor', NEVER],
  ])('%s adds the new one, of a claim that is resolved by it already: %s', async (role, expected) => {
    const { device, claim } = await claimed();
    await here.admin.post(`/claims/${claim}/steps`).send(REPLACED).expect(200);
    const body = { ...sentBy(`NEW-${++serials}`), assetTag: null };
    const user = users[role] as TestUser;
    expect(said(await user.post(`/claims/${claim}/replacement`).send(body))).toBe(expected);
    expect((await here.find(device.id)).status).toBe(expected === 'done' ? 'disposed' : 'in_repair');
  });

  it.each(['admin', 'lead', 'technician'])(
    '%s cannot dispose of it without a claim that says so',
    async (role) => {
      const device = await here.add({ serialNumber: `SWAP-${++serials}` });
      await here.change(device.id, { status: 'in_repair' });
      const asked = { status: 'disposed', disposalRoute: 'vendor_swap' };
      const answer = await (users[role] as TestUser)
        .patch(`/devices/${device.id}`)
        .set('if-match', '*')
        .send(asked);
      expect(said(answer)).toBe(GATED);
      expect((await here.find(device.id)).status).toBe('in_repair');
    },
  );

  it('is not disposed of again by the undo of an undone replacement', async () => {
    const { device, claim } = await claimed();
    expect(await swap(here.admin, claim)).toBe('done');
    await here.admin.post(`/claims/${claim}/replacement/undo`).send({ reason: 'a mistake' }).expect(200);
    const { body } = await here.admin.post(`/change-sets/${await lastChangeSet(device.id)}/undo`).expect(202);
    await app.job(here.admin, (body as { id: string }).id);
    expect((await here.find(device.id)).status).toBe('in_repair');
    expect(await here.differences()).toEqual([]);
  });
});
