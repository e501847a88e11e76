import type { Scope } from '../../../access/scope.js';
import { Transactions } from '../../../database/transactions.js';
import type { Tx } from '../../../database/tx.js';
import { ChangeSetsService } from '../../../devices/change-sets/change-sets.service.js';
import { DeviceRecorder } from '../../../devices/recording/device-recorder.js';
import type { Session } from '../../session.js';
import { DemoProgress } from '../demo-progress.js';
import { type LifeContext, writeLife } from './device-life.js';
import { inLanes } from '../in-lanes.js';
import { DEMO_CHANGE_SET } from '../irvine.js';
import type { HeldDevice } from '../people/check-outs.js';

/** Devices a transaction: what a kill costs, and what has to be held in memory. */
const DEVICES_AT_ONCE = 1_000;

/** Two: one is judged here while PostgreSQL writes the other. */
const LANES = 2;

export interface DemoFleet {
  devices: Iterable<HeldDevice>;
  total: number;
  context: LifeContext;
  signal?: AbortSignal;
}

/**
 * Records a fleet, whole lives at a time, a thousand devices a transaction. A device whose asset tag is on record,
 * released or not, was recorded before: so a load that was killed goes on, and no device is there twice.
 * @throws the signal's reason between two transactions, once it is aborted
 */
export async function recordFleet({ app }: Session, scope: Scope, fleet: DemoFleet): Promise<void> {
  const transactions = app.get(Transactions);
  const recorder = app.get(DeviceRecorder);
  const changeSets = app.get(ChangeSetsService);
  const progress = new DemoProgress('devices', fleet.total);
  try {
    await inLanes(inBatches(fleet.devices), LANES, async (devices) => {
      fleet.signal?.throwIfAborted();
      const fresh = await transactions.run(async (tx) => {
        const known = await tagsOnRecord(tx, scope.districtId, devices);
        const writes = devices
          .filter(({ assetTag }) => !known.has(assetTag))
          .map((device) => writeLife(device, fleet.context));
        await recorder.record(tx, changeSets.contextOf(scope, DEMO_CHANGE_SET), writes);
        return writes.length;
      });
      progress.add(devices.length, fresh);
    });
  } finally {
    progress.end();
  }
}

async function tagsOnRecord(
  tx: Tx,
  districtId: string,
  devices: readonly HeldDevice[],
): Promise<Set<string>> {
  const rows = await tx.query<{ code: string }[]>(
    `SELECT code FROM device_codes WHERE district_id = $1 AND kind = 'asset_tag' AND code = ANY ($2)`,
    [districtId, devices.map(({ assetTag }) => assetTag)],
  );
  return new Set(rows.map(({ code }) => code));
}

function* inBatches(devices: Iterable<HeldDevice>): Generator<HeldDevice[]> {
  let batch: HeldDevice[] = [];
  for (const device of devices) {
    batch.push(device);
    if (batch.length < DEVICES_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
