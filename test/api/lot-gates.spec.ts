import type { Gate } from '../../src/devices/recording/device-lifecycle.js';
import { ROUTE_RULES } from '../../src/devices/recording/device-lifecycle.js';
import { DeviceChanges } from '../../src/devices/device-changes.js';
import type { DisposalRoute } from '../../src/devices/statuses.js';
import { newId } from '../../src/common/ids.js';
import { Transactions } from '../../src/database/transactions.js';
import { type TestApp, testApp } from '../support/app.js';
import { daysAgo, type DeviceJson, type Problem, register, type Register } from '../support/devices.js';
import { devicesCsv, rowsOf, send } from '../support/imports.js';
import { LotDesk, pickUp } from '../support/lot-desk.js';
import { scanOf, sendScans } from '../support/scans.js';

let app: TestApp;
let here: Register;
let desk: LotDesk;

beforeAll(async () => {
  app = await testApp();
  here = await register(app);
  desk = new LotDesk(here, here.admin);
  for (const fund of [{ name: 'Kept', keepYears: 50, keepSource: 'an award' }, { name: 'Free' }])
    await here.admin.post('/funding-sources').send(fund).expect(201);
});

afterAll(() => app.close());

type Placed = Exclude<Gate, 'admin_import' | 'funding_date'>;

/** Routes that anything but a write-off or a file of the past could go by; write-offs.spec.ts has those two. */
const ROUTES = Object.keys(ROUTE_RULES).filter(
  (route) => route !== 'write_off' && route !== 'historical',
) as DisposalRoute[];

/** What is proved of a device before its disposal: by the first proof of each gate, and by the other one where there is one. */
const CASES = ROUTES.flatMap((route) => {
  const { gates, instead = {} } = ROUTE_RULES[route];
  return [
    ...gates.map((gate) => ({ route, gates, gate, closed: gate })),
    ...Object.entries(instead).map(([gate, other]) => ({
      route,
      gates: gates.map((one) => (one === gate ? other : one)),
      gate: other,
      closed: gate as Gate,
    })),
  ];
});

const EVIDENCE = 'proof';

/** A device before its disposal, with the record that opens each of its gates. */
class Proved {
  private readonly proofs = new Map<Gate, string>();

  private constructor(
    readonly device: DeviceJson,
    readonly route: DisposalRoute,
  ) {}

  static async by(route: DisposalRoute, gates: readonly Gate[]): Promise<Proved> {
    const { id } = await here.add({ fundingSource: 'Free', inServiceOn: daysAgo(0) });
    const status = route === 'vendor_swap' ? 'in_repair' : 'retired';
    const proved = new Proved(await here.change(id, { status }), route);
    for (const gate of gates) await proved.open(gate);
    return proved;
  }

  get id(): string {
    return this.device.id;
  }

  get tag(): string {
    return this.device.assetTag ?? '';
  }

  async open(gate: Gate): Promise<void> {
    if (gate === 'funding_date') return void (await here.change(this.id, { fundingSource: 'Free' }));
    const subjectId = newId();
    this.proofs.set(gate, subjectId);
    await app.get(Transactions).run((tx) =>
      app.get(DeviceChanges).clear(tx, here.admin.scope, [{ deviceId: this.id, subjectId }], {
        gate: gate as Placed,
        evidence: EVIDENCE,
        from: tx.at,
      }),
    );
  }

  async close(gate: Gate): Promise<void> {
    if (gate === 'funding_date') return void (await here.change(this.id, { fundingSource: 'Kept' }));
    const subjectId = this.proofs.get(gate) ?? '';
    await app
      .get(Transactions)
      .run((tx) => app.get(DeviceChanges).withdraw(tx, here.admin.scope, EVIDENCE, [{ subjectId }]));
  }

  get disposal(): { status: 'disposed'; disposalRoute: DisposalRoute } {
    return { status: 'disposed', disposalRoute: this.route };
  }
}

/** Every path by which the device could leave, and what comes back. */
const PATHS: Record<string, (proved: Proved) => Promise<string>> = {
  'PATCH /devices/:id': async ({ id, disposal }) => {
    const { code, errors } = await here.change(id, disposal, 409);
    return `${code} ${errors.map((error) => error.code).join()}`;
  },
  'PUT /devices/batch': async ({ tag, disposal }) => {
    const { results } = await here.batch([{ assetTag: tag, ...disposal }]);
    return results.map(({ outcome, code }) => `${outcome} ${code}`).join();
  },
  'POST /devices/bulk': async ({ tag, disposal }) => {
    const { body } = await here.admin
      .post('/devices/bulk')
      .send({ filter: { q: tag }, change: disposal })
      .expect(202);
    const { result } = await app.job(here.admin, (body as { id: string }).id);
    const { changed, refusals } = result as { changed: number; refusals: { code: string }[] };
    return `${changed} ${refusals.map(({ code }) => code).join()}`;
  },
  'POST /imports': async ({ tag }) => {
    const row = { 'Asset tag': tag, Manufacturer: 'Dell', Model: 'Latitude 3120', Kind: 'laptop', Site: 'A' };
    const csv = devicesCsv([{ ...row, Status: 'Recycled' }]);
    const { body } = await send(here.admin, csv, { options: { overwrite: 'all' } }).expect(202);
    const { id, job } = body as { id: string; job: { id: string } };
    await app.job(here.admin, job.id);
    return (await rowsOf(here.admin, id)).map(({ outcome }) => outcome).join();
  },
  'POST /scan-batches': async ({ tag, disposal }) => {
    const [result] = await sendScans(here.admin, [scanOf(tag, 'dispose', { site: 'A', ...disposal })]);
    return result?.outcome ?? '';
  },
  'a sync or any other module': async ({ id, disposal }) => {
    const [outcome] = await app
      .get(Transactions)
      .run((tx) =>
        app
          .get(DeviceChanges)
          .apply(tx, here.admin.scope, { kind: 'sync' }, [{ deviceId: id, input: disposal }]),
      );
    return outcome?.outcome === 'refused' ? `refused ${outcome.code}` : (outcome?.outcome ?? '');
  },
};

const wanted = (gate: Gate): Record<string, string> => ({
  'PATCH /devices/:id': `GATES_CLOSED ${gate}`,
  'PUT /devices/batch': 'refused GATES_CLOSED',
  'POST /devices/bulk': '0 GATES_CLOSED',
  'POST /imports': 'refused',
  'POST /scan-batches': 'refused',
  'a sync or any other module': 'refused GATES_CLOSED',
});

describe('a device', () => {
  it.each(CASES)(
    'does not leave by $route without $gate, on any path',
    async ({ route, gates, gate, closed }) => {
      const proved = await Proved.by(route, gates);
      await proved.close(gate);
      const said: Record<string, string> = {};
      for (const [path, attempt] of Object.entries(PATHS)) said[path] = await attempt(proved);
      expect(said).toEqual(wanted(closed));
      const { status } = await here.find(proved.id);
      expect(status).toBe(proved.device.status);

      // With the gate open it leaves. Reopened, it does not come back to "gone" by an undo once the proof is away.
      await proved.open(gate);
      await here.change(proved.id, proved.disposal);
      await here.admin
        .post(`/devices/${proved.id}/reopening`)
        .set('if-match', '*')
        .send({ note: 'It is here.' })
        .expect(200);
      const reopening = (await here.events(proved.id)).toSorted((a, b) =>
        a.recordedAt < b.recordedAt ? 1 : -1,
      )[0];
      await proved.close(gate);
      await here.undo(reopening?.changeSetId ?? '');
      expect((await here.find(proved.id)).status).not.toBe('disposed');
    },
  );
});

describe('a pick-up', () => {
  /** What takes a proof away between the approval and the pick-up. */
  const AWAY: Record<string, (deviceId: string, lotId: string) => Promise<unknown>> = {
    released: async (deviceId) => {
      const { body } = await here.admin.get(`/releases?device=${deviceId}`).expect(200);
      const [release] = (body as { items: { id: string }[] }).items;
      await here.admin.delete(`/releases/${release?.id}`).expect(204);
    },
    sanitized: async (deviceId) => {
      const { body } = await here.admin.get(`/sanitizations?device=${deviceId}`).expect(200);
      const [record] = (body as { items: { id: string }[] }).items;
      await here.admin
        .post(`/sanitizations/${record?.id}/validations`)
        .send({ decision: 'repeat', note: 'A profile was left.' })
        .expect(201);
    },
    funding_date: async () => {
      const { body } = await here.admin.get('/funding-sources').expect(200);
      const free = (body as { items: { id: string; name: string }[] }).items.find(
        ({ name }) => name === 'Free',
      );
      const keep = (keepYears: number | null): PromiseLike<unknown> =>
        here.admin.patch(`/funding-sources/${free?.id}`).set('if-match', '*').send({ keepYears }).expect(200);
      await keep(50);
      return () => keep(null);
    },
    board_item: (_, lotId) => desk.done(lotId, { step: 'disapprove', note: 'The wrong item.' }),
  };

  it.each(Object.keys(AWAY))('does not happen once the proof "%s" is away', async (gate) => {
    const [device] = await desk.cleared(1, { fundingSource: 'Free', inServiceOn: daysAgo(30) });
    const { id } = await desk.lot();
    await desk.put(id, { add: [device?.id] });
    await desk.done(id, { step: 'freeze' });
    await desk.done(id, { step: 'approve', boardItem: (await desk.boardItem()).id });
    const back = await AWAY[gate]?.(device?.id ?? '', id);
    const { status, body } = await desk.step(id, pickUp(1));
    if (typeof back === 'function') await (back as () => Promise<unknown>)();
    if (gate === 'board_item') expect([status, body.code]).toEqual([409, 'LOT_WRONG_STATE']);
    else {
      expect([status, body.code]).toEqual([409, 'LOT_NOT_READY']);
      expect(body.errors).toMatchObject([{ code: 'GATES_CLOSED' }]);
      expect((body as Problem).errors[0]?.detail).toContain(device?.assetTag);
    }
    expect((await here.find(device?.id ?? '')).status).toBe('retired');
  });
});
