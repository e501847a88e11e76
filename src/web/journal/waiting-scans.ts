import { readingsOf } from '../../devices/device-codes.js';
import type { FieldDatabase, JournalScan, KnownDevice } from './database.js';
import { keptActions } from './field-actions.js';
import { withWaiting } from './verdicts.js';

/** How devices are once the scans that wait on this phone are applied. */
export async function afterWaiting(
  database: FieldDatabase,
): Promise<<Device extends KnownDevice>(device: Device) => Device> {
  const [scans, actions] = await Promise.all([waitingScans(database), keptActions(database)]);
  const byCode = new Map<string, JournalScan[]>();
  for (const scan of scans)
    for (const reading of readingsOf(scan.code)) byCode.set(reading, [...(byCode.get(reading) ?? []), scan]);
  return (device) => {
    const found = new Set(device.codes.flatMap((code) => byCode.get(code) ?? []));
    if (found.size === 0) return device;
    return withWaiting(device, [...found].toSorted(inOrder), actions);
  };
}

/** Scans that wait, and those that a waiting one takes back, in their order. */
async function waitingScans({ scans }: FieldDatabase): Promise<JournalScan[]> {
  const waiting = await scans.where('state').equals('waiting').toArray();
  const undone = await scans
    .where('id')
    .anyOf(waiting.flatMap(({ undoes }) => undoes ?? []))
    .filter(({ state }) => state === 'answered')
    .toArray();
  return [...undone, ...waiting].toSorted(inOrder);
}

function inOrder(one: JournalScan, other: JournalScan): number {
  return one.seq - other.seq;
}
