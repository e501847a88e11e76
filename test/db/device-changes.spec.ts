import { DeviceChanges, type DeviceOutcome, type DeviceRequest } from '../../src/devices/device-changes.js';
import type { NewClearance } from '../../src/devices/recording/device-clearances.js';
import { newId } from '../../src/common/ids.js';
import { Transactions } from '../../src/database/transactions.js';
import type { Tx } from '../../src/database/tx.js';
import { testApp, type TestApp } from '../support/app.js';
import { register, type Register } from '../support/devices.js';

let app: TestApp;
let here: Register;
let changes: DeviceChanges;

beforeAll(async () => {
  app = await testApp({});
  changes = app.get(DeviceChanges);
});

beforeEach(async () => {
  here = await register(app);
});

afterAll(() => app.close());

function within<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return app.get(Transactions).run(work);
}

function apply(requests: DeviceRequest[], subjectId?: string): Promise<DeviceOutcome[]> {
  return within((tx) => changes.apply(tx, here.admin.scope, { kind: 'bulk', subjectId }, requests));
}

const RECYCLED = { status: 'disposed', disposalRoute: 'recycle' } as const;
const GATES = ['released', 'sanitized', 'board_item', 'signed_lot'] as const;
/** What a refusal says of each gate. */
const OPENED_BY: Readonly<Record<(typeof GATES)[number], RegExp>> = {
  released: /Release the device from management/,
  sanitized: /how the data on the device was removed/,
  board_item: /board item/,
  signed_lot: /lot signed/,
};
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

function clear(
  deviceIds: string[],
  gate: NewClearance['gate'],
  subjectId = newId(),
  from = LONG_AGO,
): Promise<void> {
  const devices = deviceIds.map((deviceId) => ({ deviceId, subjectId }));
  const clearance = { gate, evidence: 'sanitization', from };
  return within((tx) => changes.clear(tx, here.admin.scope, devices, clearance));
}

function withdraw(subjectId: string): Promise<number> {
  return within((tx) => changes.withdraw(tx, here.admin.scope, 'sanitization', [{ subjectId }]));
}

async function retired(): Promise<string> {
  const { id } = await here.add({ inServiceOn: '2020-01-01' });
  await here.change(id, { status: 'retired' });
  return id;
}

describe('a clearance', () => {
  it('opens its gate, and the device leaves once all are open', async () => {
    const id = await retired();
    for (const [i, gate] of GATES.entries()) {
      const [refused] = await apply([{ deviceId: id, input: RECYCLED }]);
      expect(refused).toMatchObject({
        outcome: 'refused',
        code: 'GATES_CLOSED',
        detail: expect.stringMatching(OPENED_BY[gate]),
      });
      for (const open of GATES.slice(0, i))
        expect(refused).toMatchObject({ detail: expect.not.stringMatching(OPENED_BY[open]) });
      await clear([id], gate);
    }
    expect((await here.find(id)).clearances.map(({ gate }) => gate)).toEqual([...GATES]);
    expect(await apply([{ deviceId: id, input: RECYCLED }])).toMatchObject([{ outcome: 'changed' }]);
    expect((await here.find(id)).status).toBe('disposed');
    expect(await here.differences()).toEqual([]);
  });

  it('opens the gate for its own device alone, on every path', async () => {
    const [cleared, other] = [await retired(), await retired()];
    for (const gate of GATES) await clear([cleared], gate);
    await here.change(other, RECYCLED, 409);
    const { assetTag } = await here.find(other);
    const { results } = await here.batch([{ assetTag, ...RECYCLED }]);
    expect(results).toMatchObject([{ outcome: 'refused', code: 'GATES_CLOSED' }]);
    await here.change(cleared, RECYCLED);
  });

  it('does not open a gate for a disposal that takes effect before it', async () => {
    const id = await retired();
    const tomorrow = new Date(Date.now() + 86_400_000);
    for (const gate of GATES) await clear([id], gate, undefined, gate === 'board_item' ? tomorrow : LONG_AGO);
    const [outcome] = await apply([{ deviceId: id, input: RECYCLED }]);
    expect(outcome).toMatchObject({ detail: expect.stringMatching(OPENED_BY.board_item) });
  });

  it('can be withdrawn until the device is gone', async () => {
    const id = await retired();
    const evidence = newId();
    for (const gate of GATES) await clear([id], gate, evidence);
    expect(await withdraw(evidence)).toBe(4);
    await here.change(id, RECYCLED, 409);
    for (const gate of GATES) await clear([id], gate, evidence);
    await here.change(id, RECYCLED);
    await expect(withdraw(evidence)).rejects.toMatchObject({ code: 'CLEARANCE_USED' });
    expect((await here.find(id)).clearances).toHaveLength(4);
  });

  it('is placed once, however often it is asked for', async () => {
    const ids = [await retired(), await retired()];
    const evidence = newId();
    await Promise.all(Array.from({ length: 10 }, () => clear(ids, 'sanitized', evidence)));
    expect(await withdraw(evidence)).toBe(2);
  });

  it('is asked for by an undo that brings a disposal back', async () => {
    const id = await retired();
    const evidence = newId();
    for (const gate of GATES) await clear([id], gate, evidence);
    await here.change(id, RECYCLED);
    await here.admin
      .post(`/devices/${id}/reopening`)
      .set('If-Match', '*')
      .send({ note: 'It stands here again' })
      .expect(200);
    const [reopened] = await here.events(id);
    await withdraw(evidence);
    const { result } = await here.undo(reopened?.changeSetId ?? '');
    expect(JSON.stringify(result)).toContain('cannot leave the district by recycle yet');
    expect((await here.find(id)).status).toBe('in_stock');
  });

  it('is never withdrawn and used at once', async () => {
    for (let round = 0; round < 12; round++) {
      const id = await retired();
      const evidence = newId();
      for (const gate of GATES) await clear([id], gate, evidence);
      const [withdrawn, disposed] = await Promise.allSettled([
        withdraw(evidence),
        apply([{ deviceId: id, input: RECYCLED }]),
      ]);
      const isGone = disposed.status === 'fulfilled' && disposed.value[0]?.outcome === 'changed';
      expect(withdrawn.status).toBe(isGone ? 'rejected' : 'fulfilled');
    }
  });

  it('is refused for a device of another district, and for all with it', async () => {
    const stranger = await register(app);
    const { id: theirs } = await stranger.add();
    const own = await retired();
    await expect(clear([own, theirs], 'sanitized')).rejects.toMatchObject({ code: 'DEVICE_NOT_FOUND' });
    expect((await here.find(own)).clearances).toEqual([]);
  });
});

describe('a hold of a claim or a lot', () => {
  const hold = (ids: string[], subjectId: string): Promise<void> =>
    within((tx) =>
      changes.hold(
        tx,
        here.admin.scope,
        ids.map((deviceId) => ({ deviceId, subjectId })),
        {
          kind: 'claim',
          forbids: ['retire', 'dispose', 'void'],
          reason: 'claim C-2026-000001 is open',
          owner: 'warranty',
        },
      ),
    );

  it('holds many devices at once, each once, and is lifted by its subject', async () => {
    const { results } = await here.batch(
      Array.from({ length: 300 }, (_, i) => ({
        serialNumber: `HOLD-${i}`,
        manufacturer: 'Dell',
        model: 'Latitude 3120',
        kind: 'laptop',
        site: 'A',
      })),
    );
    const ids = results.map(({ id }) => id ?? '');
    const claim = newId();
    await Promise.all([hold(ids, claim), hold(ids.toReversed(), claim)]);
    const [first = ''] = ids;
    expect((await here.find(first)).holds).toMatchObject([{ kind: 'claim', owner: 'warranty' }]);
    expect(await here.change(first, { status: 'retired' }, 409)).toMatchObject({ code: 'DEVICE_HELD' });
    const lift = (): Promise<number> => within((tx) => changes.lift(tx, here.admin.scope, 'claim', [claim]));
    expect(await lift()).toBe(300);
    expect(await lift()).toBe(0);
    await here.change(first, { status: 'retired' });
  });

  it('is not lifted by hand', async () => {
    const { id } = await here.add();
    await hold([id], newId());
    const [held] = (await here.find(id)).holds;
    await here.admin.delete(`/devices/${id}/holds/${held?.id}`).expect(404);
    expect((await here.find(id)).holds).toHaveLength(1);
  });

  it('never stands on a device that was retired at the same moment', async () => {
    for (let round = 0; round < 12; round++) {
      const { id } = await here.add({ inServiceOn: '2020-01-01' });
      const claim = newId();
      const [, change] = await Promise.all([
        hold([id], claim),
        apply([{ deviceId: id, input: { status: 'retired' } }]),
      ]);
      // Either the device was retired before the claim held it, or the hold refused it: never both ways undone.
      const { status } = await here.find(id);
      expect(status).toBe(change[0]?.outcome === 'refused' ? 'in_stock' : 'retired');
    }
  });
});

describe('changes from another module', () => {
  it('are one change set of their subject, and a refusal stops no other', async () => {
    const [first, second] = [await here.add({ inServiceOn: '2020-01-01' }), await retired()];
    const subjectId = newId();
    const missing = newId();
    const outcomes = await apply(
      [
        { deviceId: first.id, input: { status: 'in_repair' } },
        { deviceId: second, input: { status: 'deployed' } },
        { deviceId: missing, input: { notes: 'x' } },
        {
          input: {
            serialNumber: 'SWAP-1',
            manufacturer: 'Dell',
            model: 'Latitude 3120',
            kind: 'laptop',
            site: 'A',
          },
        },
      ],
      subjectId,
    );
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['changed', 'refused', 'refused', 'added']);
    expect(outcomes[1]).toMatchObject({ code: 'DEVICE_ILLEGAL_MOVE', deviceId: second });
    expect(outcomes[2]).toMatchObject({ code: 'DEVICE_NOT_FOUND', deviceId: missing });
    const [event] = await here.events(first.id);
    expect(await here.changeSet(event?.changeSetId ?? '')).toMatchObject({
      kind: 'bulk',
      subjectId,
      devices: 2,
    });
    expect(await here.differences()).toEqual([]);
  });

  it('that change nothing leave no change set behind', async () => {
    const { id } = await here.add();
    const subjectId = newId();
    expect(await apply([{ deviceId: id, input: { site: 'A' } }], subjectId)).toMatchObject([
      { outcome: 'unchanged', deviceId: id, version: 1 },
    ]);
    const sets = await app.source.query<unknown[]>(
      `SELECT 1 FROM change_sets WHERE district_id = $1 AND subject_id = $2`,
      [here.district.id, subjectId],
    );
    expect(sets).toEqual([]);
  });

  it('reach no device of a site that is not the caller’s', async () => {
    const technician = await app.user(here.district, 'technician', { sites: ['B'] });
    const { id } = await here.add({ site: 'A' });
    const outcomes = await within((tx) =>
      changes.apply(tx, technician.scope, { kind: 'single' }, [{ deviceId: id, input: { notes: 'x' } }]),
    );
    expect(outcomes).toMatchObject([{ outcome: 'refused', code: 'DEVICE_NOT_FOUND' }]);
  });
});
