import type { Response } from 'supertest';
import { RouteNeeds } from '../../src/access/routes/route-needs.js';
import { ROLES } from '../../src/access/scope.js';
import { ScanActions } from '../../src/scanning/actions/scan-actions.js';
import { type TestApp, testApp, type TestUser } from '../support/app.js';
import { type DeviceJson, freshTag, LATITUDE, register, type Register, WAY_TO } from '../support/devices.js';
import { HARMLESS } from '../support/harmless-routes.js';
import { devicesCsv, rowsOf, send, show } from '../support/imports.js';
import { scanOf, sendScans } from '../support/scans.js';

let app: TestApp;
let here: Register;
const users: Record<string, TestUser> = {};

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
  users['admin'] = here.admin;
  for (const role of ROLES) users[role] ??= await app.user(here.district, role, { sites: ['A'] });
});

afterAll(() => app.close());

const DISPOSED = 'disposed';
const NEVER = '403 NOT_ALLOWED_FOR_ROLE';
const GATED = '409 GATES_CLOSED';
const WRITE_OFF = { status: 'disposed', disposalRoute: 'write_off', approvalReference: 'Board 2026-14' };

type Role = 'admin' | 'its' | 'lead' | 'liaison' | 'technician' | 'site_staff' | 'vendor';
type Answers = Record<Role, string>;

/** Answers where only an admin succeeds. `field` is the answer to roles that may use the route, but not for this. */
const answers = (admin: string, field: string, its = NEVER): Answers => ({
  admin,
  its,
  lead: field,
  liaison: field,
  technician: field,
  site_staff: NEVER,
  vendor: NEVER,
});

/** One way by which a device could become disposed. */
interface Way {
  /** The route it goes by, as the code declares it. */
  route: string;
  /** What each role is told. */
  wanted: Answers;
  /** The status of the device before the attempt; `missing` by default. */
  from?: string;
  /** What an admin does before the attempt. Its result is passed to the attempt. */
  before?: (device: DeviceJson) => Promise<string>;
  /** Makes the attempt and returns the status and code of the answer, or `disposed` if it succeeded. */
  attempt: (user: TestUser, device: DeviceJson, prepared: string) => Promise<string>;
}

function said({ status, body }: Response): string {
  return `${status} ${(body as { code?: string }).code ?? ''}`.trim();
}

const patched =
  (body: object): Way['attempt'] =>
  async (user, { id }) => {
    const answer = await user.patch(`/devices/${id}`).set('if-match', '*').send(body);
    return answer.status === 200 ? (answer.body as DeviceJson).status : said(answer);
  };

const created =
  (body: object): Way['attempt'] =>
  async (user) => {
    const answer = await user
      .post('/devices')
      .send({ assetTag: freshTag(), ...LATITUDE, site: 'A', ...body });
    return answer.status === 201 ? (answer.body as DeviceJson).status : said(answer);
  };

const batched =
  (row: (device: DeviceJson) => object): Way['attempt'] =>
  async (user, device) => {
    const answer = await user.put('/devices/batch').send({ rows: [row(device)] });
    if (answer.status !== 200) return said(answer);
    const [result] = (answer.body as { results: { outcome: string; code?: string }[] }).results;
    return result?.outcome === 'refused' ? `refused ${result.code}` : DISPOSED;
  };

const inBulk: Way['attempt'] = async (user, { assetTag }) => {
  const answer = await user.post('/devices/bulk').send({ filter: { q: assetTag }, change: WRITE_OFF });
  if (answer.status !== 202) return said(answer);
  const { result } = await app.job(user, (answer.body as { id: string }).id);
  const { changed, refusals } = result as { changed: number; refusals: { code: string }[] };
  return changed > 0 ? DISPOSED : `refused ${refusals.map(({ code }) => code).join(', ')}`;
};

/** What became of the one row of a file. */
async function ofFile(answer: Response, user: TestUser): Promise<string> {
  if (answer.status !== 202) return said(answer);
  const { id, job } = answer.body as { id: string; job: { id: string } };
  await app.job(user, job.id);
  const { state } = await show(user, id);
  if (state !== 'committed') return state;
  const [row] = await rowsOf(user, id);
  return row?.problems ? `refused ${row.problems.map(({ code }) => code).join(', ')}` : DISPOSED;
}

const gone = (tag: string, status: string): string =>
  devicesCsv([
    {
      'Asset tag': tag,
      Manufacturer: LATITUDE.manufacturer,
      Model: LATITUDE.model,
      Kind: LATITUDE.kind,
      Status: status,
      Site: 'A',
    },
  ]);

const undone: Way['attempt'] = async (user, { id }, changeSet) => {
  const answer = await user.post(`/change-sets/${changeSet}/undo`);
  if (answer.status !== 202) return said(answer);
  await app.job(user, (answer.body as { id: string }).id);
  return (await here.find(id)).status;
};

const lastChangeSet = async (id: string): Promise<string> => {
  const events = await here.events(id);
  return events.toSorted((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))[0]?.changeSetId ?? '';
};

const resolved =
  (body: object): Way['attempt'] =>
  async (user, { id }, scan) => {
    const answer = await user.post(`/conflicts/${scan}/resolution`).send(body);
    return answer.status === 200 ? (await here.find(id)).status : said(answer);
  };

/** A scan of a missing device that waits for a decision. */
const scannedToo = async ({ id, assetTag, version }: DeviceJson): Promise<string> => {
  await here.change(id, { status: 'in_stock' });
  await here.change(id, { status: 'missing', missing: 'lost', missingSince: '2026-01-05' });
  const [scan] = await sendScans(here.admin, [
    scanOf(assetTag ?? '', 'retire', { site: 'A', versionSeen: version }),
  ]);
  return scan?.id ?? '';
};

/**
 * Every way by which a device could become disposed, and what each role is told: an admin writes off one missing
 * device at a time, or imports one that left before; an admin's undo can restore either. There is no other way.
 */
const WAYS: Record<string, Way> = {
  'a write-off of a missing device': {
    route: 'PATCH /devices/:id',
    wanted: answers(DISPOSED, GATED),
    attempt: patched(WRITE_OFF),
  },
  'a write-off without its approval': {
    route: 'PATCH /devices/:id',
    wanted: answers('400 DEVICE_MOVE_INCOMPLETE', '400 DEVICE_MOVE_INCOMPLETE'),
    attempt: patched({ status: 'disposed', disposalRoute: 'write_off' }),
  },
  'a write-off of a device that was never reported missing': {
    route: 'PATCH /devices/:id',
    from: 'retired',
    wanted: answers('409 DEVICE_ILLEGAL_MOVE', '409 DEVICE_ILLEGAL_MOVE'),
    attempt: patched(WRITE_OFF),
  },
  'a write-off that is dated back': {
    route: 'PATCH /devices/:id',
    wanted: answers('409 BEFORE_ENTRY', '409 BEFORE_ENTRY'),
    attempt: patched({ ...WRITE_OFF, effectiveOn: '2020-01-05' }),
  },
  'a change to historical, which only a file may say': {
    route: 'PATCH /devices/:id',
    wanted: answers(GATED, GATED),
    attempt: patched({ status: 'disposed', disposalRoute: 'historical' }),
  },
  'a disposal by another route': {
    route: 'PATCH /devices/:id',
    from: 'retired',
    wanted: answers(GATED, GATED),
    attempt: patched({ status: 'disposed', disposalRoute: 'recycle' }),
  },
  'a new device that left before': {
    route: 'POST /devices',
    wanted: answers(GATED, GATED),
    attempt: created({ status: 'disposed', disposalRoute: 'historical' }),
  },
  'a new device that is disposed, by no route': {
    route: 'POST /devices',
    wanted: answers(GATED, GATED),
    attempt: created({ status: 'disposed' }),
  },
  'a new device that is written off at once': {
    route: 'POST /devices',
    wanted: answers('409 DEVICE_ILLEGAL_MOVE', '409 DEVICE_ILLEGAL_MOVE'),
    attempt: created(WRITE_OFF),
  },
  'a batch that writes off': {
    route: 'PUT /devices/batch',
    wanted: answers('refused GATES_CLOSED', 'refused GATES_CLOSED'),
    attempt: batched(({ assetTag }) => ({ assetTag, ...WRITE_OFF })),
  },
  'a batch that adds what left before': {
    route: 'PUT /devices/batch',
    wanted: answers('refused GATES_CLOSED', 'refused GATES_CLOSED'),
    attempt: batched(() => ({
      assetTag: freshTag(),
      ...LATITUDE,
      site: 'A',
      status: 'disposed',
      disposalRoute: 'historical',
    })),
  },
  'a bulk change that writes off': {
    route: 'POST /devices/bulk',
    wanted: answers('refused GATES_CLOSED', 'refused GATES_CLOSED'),
    attempt: inBulk,
  },
  'a file that adds a device which left before': {
    route: 'POST /imports',
    wanted: answers(DISPOSED, NEVER, '403 IMPORT_NOT_ALLOWED'),
    attempt: async (user) => ofFile(await send(user, gone(freshTag(), 'Recycled')), user),
  },
  'a file that says of a missing device that it was written off': {
    route: 'POST /imports',
    wanted: answers('refused REQUIRED_FOR_MOVE', NEVER, '403 IMPORT_NOT_ALLOWED'),
    attempt: async (user, { assetTag }) =>
      ofFile(await send(user, gone(assetTag ?? '', 'Written off'), { options: { overwrite: 'all' } }), user),
  },
  'the commit of a file that an admin rehearsed': {
    route: 'POST /imports/:id/commit',
    wanted: answers(DISPOSED, NEVER, '403 IMPORT_NOT_ALLOWED'),
    before: async () => {
      const answer = await send(here.admin, gone(freshTag(), 'Recycled'), { mode: 'rehearse' }).expect(202);
      const { id, job } = answer.body as { id: string; job: { id: string } };
      await app.job(here.admin, job.id);
      return id;
    },
    attempt: async (user, _, id) => ofFile(await user.post(`/imports/${id}/commit`), user),
  },
  'a scan with a status': {
    route: 'POST /scan-batches',
    wanted: answers('refused INVALID_SCAN', 'refused INVALID_SCAN'),
    attempt: async (user, { assetTag }) =>
      ofScan(
        await user
          .post('/scan-batches')
          .send({ scans: [scanOf(assetTag ?? '', 'retire', { site: 'A', ...WRITE_OFF })] }),
      ),
  },
  'a scan that disposes': {
    route: 'POST /scan-batches',
    wanted: answers('refused UNKNOWN_ACTION', 'refused UNKNOWN_ACTION'),
    attempt: async (user, { assetTag }) =>
      ofScan(
        await user.post('/scan-batches').send({ scans: [scanOf(assetTag ?? '', 'dispose', { site: 'A' })] }),
      ),
  },
  'a decision about a scan that says disposed': {
    route: 'POST /conflicts/:id/resolution',
    wanted: answers('400 INVALID_INPUT', '400 INVALID_INPUT'),
    before: scannedToo,
    attempt: resolved({ decision: 'apply', ...WRITE_OFF }),
  },
  'the undo of a reopening': {
    route: 'POST /change-sets/:id/undo',
    from: 'disposed',
    wanted: answers(DISPOSED, NEVER),
    before: async ({ id }) => {
      await here.admin.post(`/devices/${id}/reopening`).set('if-match', '*').send({ note: 'seen' });
      return lastChangeSet(id);
    },
    attempt: undone,
  },
  'the undo of an undone write-off': {
    route: 'POST /change-sets/:id/undo',
    from: 'disposed',
    wanted: answers(DISPOSED, NEVER),
    before: async ({ id }) => {
      await here.undo(await lastChangeSet(id));
      expect((await here.find(id)).status).toBe('missing');
      return lastChangeSet(id);
    },
    attempt: undone,
  },
  'the undo of making void what was written off': {
    route: 'POST /change-sets/:id/undo',
    from: 'disposed',
    wanted: answers(DISPOSED, NEVER),
    before: async ({ id }) => {
      await here.admin.post(`/devices/${id}/void`).set('if-match', '*').send({ note: 'a mistake' });
      return lastChangeSet(id);
    },
    attempt: undone,
  },
};

function ofScan(answer: Response): string {
  if (answer.status !== 200) return said(answer);
  const [result] = (answer.body as { results: { outcome: string; code?: string }[] }).results;
  return result?.outcome === 'applied' ? 'applied' : `${result?.outcome} ${result?.code}`;
}

/** Everything that a refusal must leave as it is. */
async function stateOf(id: string): Promise<unknown> {
  const [rows] = await app.source.query<Record<string, string>[]>(
    `SELECT (SELECT count(*) FROM devices WHERE district_id = $1) AS devices,
            (SELECT count(*) FROM device_events WHERE district_id = $1) AS events`,
    [here.district.id],
  );
  const { groups } = await here.count(
    'groupBy=site,status&status=in_stock,deployed,in_repair,missing,retired,disposed',
  );
  return { rows, groups, device: await here.find(id), events: await here.events(id) };
}

describe('the table of write-offs', () => {
  it('knows every role of the product', () => {
    expect(Object.keys(answers('', '')).toSorted()).toEqual(ROLES.toSorted());
  });

  it('knows every route that can change a device', () => {
    const declared = app
      .get(RouteNeeds)
      .list()
      .filter(({ method }) => method !== 'GET')
      .filter(({ need }) =>
        /^(devices:(edit|admin)|imports:run|warranty:edit|salvage:(edit|approve))$/.test(String(need)),
      )
      .map(({ method, path }) => `${method} ${path}`);
    const known = new Set([...Object.values(WAYS).map(({ route }) => route), ...Object.keys(HARMLESS)]);
    expect([...known].toSorted()).toEqual(declared.toSorted());
  });

  it('knows every action that can be scanned, and none of them disposes', async () => {
    const names = app.get(ScanActions).names();
    expect(names.toSorted()).toEqual(
      [
        'add_to_lot',
        'back_from_vendor',
        'check_out_of_lot',
        'claim',
        'count',
        'deploy',
        'missing',
        'move',
        'repair',
        'retire',
        'return',
        'seen',
        'ship_to_vendor',
        'undo',
        'wipe',
        'assess',
      ].toSorted(),
    );
    for (const from of ['in_stock', 'in_repair', 'missing', 'retired'])
      for (const name of names.filter((action) => action !== 'undo')) {
        const device = await deviceIn(from);
        await sendScans(here.admin, [scanOf(device.assetTag ?? '', name, { site: 'A' })]);
        expect([from, name, (await here.find(device.id)).status]).not.toContain(DISPOSED);
      }
  });
});

async function deviceIn(status: string): Promise<DeviceJson> {
  const { id } = await here.add();
  for (const move of WAY_TO[status] ?? []) await here.change(id, move);
  return here.find(id);
}

describe.each(Object.entries(WAYS))('by %s', (_, way) => {
  it.each(ROLES)('%s is told what the table says, and a refusal changes nothing', async (role) => {
    const user = users[role] as TestUser;
    const device = await deviceIn(way.from ?? 'missing');
    const prepared = (await way.before?.(device)) ?? '';
    const before = await stateOf(device.id);
    const answer = await way.attempt(user, device, prepared);
    expect(answer).toBe(way.wanted[role]);
    const after = await stateOf(device.id);
    if (answer === DISPOSED) expect(after).not.toEqual(before);
    else expect(after).toEqual(before);
  });
});

it.each(['technician', 'lead'])('tells a %s with an approval that only an admin may do it', async (role) => {
  const { id, assetTag } = await deviceIn('missing');
  const { detail } = await here.change(id, WRITE_OFF, 409, users[role]);
  expect(detail).toBe(
    `${assetTag} cannot be written off this way. Only an admin can write off a missing device, one at a time, with the approval number.`,
  );
});

it('leaves counts that agree with the events', async () => {
  expect(await here.differences()).toEqual([]);
});
