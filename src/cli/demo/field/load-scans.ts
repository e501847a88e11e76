import { instantOf } from '../demo-clock.js';
import { type DemoStage, scopeOf } from '../demo-stage.js';
import { workdaysBefore } from '../demo-year.js';
import type { PlannedTechnician } from '../support/week-plan.js';
import { fullPlaces, looseTags } from './rooms-and-devices.js';
import { type DemoScan, sendScans } from './scan.js';

/** Numbers of scans of two technicians begin here. */
const FIRST_SCAN = 20_000;
const SECOND_PHONE = 21_000;
/** The demo's devices came in one load, so a phone that has downloaded them knows version 1. */
const AS_DOWNLOADED = 1;

/**
 * The last working day of two technicians: they move, send to repair, check in and retire devices. Some of the
 * codes are unknown, and some scans do not match the records. Both wait in the inbox.
 */
export async function loadScans(
  stage: DemoStage,
  [first, second]: readonly PlannedTechnician[],
  accounts: ReadonlyMap<string, string>,
): Promise<void> {
  if (!first || !second) return;
  const [day = stage.today] = workdaysBefore(stage.today, 1, stage.year);
  const here = first.homeSite;
  const there = second.homeSite;
  const rooms = await fullPlaces(stage, 'room', here);
  const roomsThere = await fullPlaces(stage, 'room', there);
  // The last rooms by name: sweeps are in the first ones.
  const classroom = rooms.at(-2)?.tags ?? [];
  const lab = rooms.at(-3)?.tags ?? [];
  const carried = await looseTags(stage, here, 'deployed', 12);
  const disposed = await looseTags(stage, 'IUSD-WH', 'disposed', 2);
  const retired = await looseTags(stage, 'IUSD-WH', 'retired', 2);
  const elsewhere = roomsThere.at(-1)?.tags ?? [];

  const own: DemoScan[] = [
    ...classroom.slice(0, 6).map((code) => ({ code, action: 'move', site: here, room: 'Storage' })),
    ...lab.slice(0, 3).map((code) => ({ code, action: 'repair', note: 'Cracked screen' })),
    ...carried.slice(0, 4).map((code) => ({ code, action: 'return', site: here, room: 'Storage' })),
    ...lab.slice(3, 5).map((code) => ({ code, action: 'retire', note: 'Battery is swollen' })),
    // It was taken out of service a moment ago, so that it cannot go to repair.
    ...lab.slice(3, 4).map((code) => ({ code, action: 'repair' })),
    // They belong to the other technician's school, which finds them among its departures.
    ...elsewhere.slice(0, 2).map((code) => ({ code, action: 'move', site: here, room: 'Library' })),
    ...['IUSD-004410', 'C02ZK0TTMD6T', '5CD1230HQX'].map((code) => ({ code, action: 'seen', site: here })),
    ...disposed.map((code) => ({ code, action: 'seen', site: here })),
    ...retired.slice(0, 1).map((code) => ({ code, action: 'deploy', site: here, room: 'Library' })),
  ];
  // Their phone was without a network since the morning: what they say of two of these devices is older.
  const other: DemoScan[] = [
    ...elsewhere
      .slice(0, 2)
      .map((code) => ({ code, action: 'move', site: there, room: 'Lab 1', versionSeen: AS_DOWNLOADED })),
    ...lab.slice(5, 6).map((code) => ({ code, action: 'repair' })),
    ...['IUSD-001187', 'DMPXW2ABQ1GC'].map((code) => ({ code, action: 'seen', site: there })),
  ];
  const { timeZone } = stage.scope;
  const scope = await scopeOf(stage, accounts.get(first.email) ?? '');
  await sendScans(stage, scope, { first: FIRST_SCAN, begunAt: instantOf(timeZone, day, '10:10') }, own);
  const colleague = await scopeOf(stage, accounts.get(second.email) ?? '');
  await sendScans(
    stage,
    colleague,
    { first: SECOND_PHONE, begunAt: instantOf(timeZone, day, '10:40') },
    other,
  );
}
