import { isLegalMove } from '../../devices/recording/device-lifecycle.js';
import type { DeviceStatus } from '../../devices/statuses.js';
import type { DeviceShown, JournalScan, KnownDevice, ScanSaid, Verdict } from './database.js';
import type { FieldAction } from './field-actions.js';
import { hasChanged } from './outcomes.js';

/** What a phone knows when it judges a scan by itself. */
export interface Known {
  devices: KnownDevice[];
  /** Whether it has the district's codes: else a code it does not find may well be known. */
  hasIndex: boolean;
  /** Codes of the account's own sites. */
  ownSites: ReadonlySet<string>;
  /** What the scan means; undefined where the server no longer has such an action. */
  action: FieldAction | undefined;
}

/** What is said of a scan at once, before any server has heard of it. The server may still see it differently. */
export function judge({ devices, hasIndex, ownSites, action }: Known, said: ScanSaid): Verdict {
  const [before, ...others] = devices;
  if (!before) return hasIndex ? { tone: 'bad', says: 'unknown' } : { tone: 'notice', says: 'noIndex' };
  if (others.length > 0) return { tone: 'notice', says: 'several', count: devices.length };
  if (!ownSites.has(before.site) && !action?.fromAnywhere)
    return { tone: 'bad', says: 'otherSite', device: shownOf(before) };
  const device = shownOf({ ...before, ...changeOf(said, before, action) });
  const after = action?.statusAfter ?? null;
  if (after !== null && !isLegalMove(before.status as DeviceStatus, after))
    return { tone: 'bad', says: 'illegal', device: shownOf(before) };
  if (device.status === 'retired' && after === null && !action?.suitsRetired)
    return { tone: 'notice', says: 'stillRetired', device };
  if (device.status === 'missing' && after === null) return { tone: 'notice', says: 'stillMissing', device };
  if (before.status === 'missing' && device.status !== 'missing')
    return { tone: 'notice', says: 'found', device };
  if (said.site !== undefined && before.site !== said.site)
    return { tone: 'notice', says: 'wasElsewhere', device, from: before.site };
  // Of a device that is not kept in full, the phone knows no room.
  if (said.sweep !== undefined && before.id !== null && !isWhereSwept(before, said))
    return { tone: 'notice', says: 'recordedElsewhere', device };
  return { tone: 'good', says: 'done', device };
}

/** Whether a device is on record in the cart or the room that is swept. In a sweep of a whole site any room will do. */
function isWhereSwept({ room, cart }: KnownDevice, swept: ScanSaid): boolean {
  const [recorded, here] = swept.cart != null ? [cart, swept.cart] : [room, swept.room];
  return here == null || recorded?.toLowerCase() === here.toLowerCase();
}

/** What a scan changes of a device, as far as a phone keeps it, and as the server will do it. */
export function changeOf(
  { site, room, cart }: ScanSaid,
  device: KnownDevice,
  action: FieldAction | undefined,
): Partial<KnownDevice> {
  if (!action) return {};
  const status =
    action.statusAfter ?? (action.findsMissing && device.status === 'missing' ? 'in_stock' : undefined);
  const leaves = site !== undefined && site !== device.site;
  const place = {
    ...(site === undefined ? {} : { site }),
    // A device that moves leaves its room and its cart, and one that is put into a room is in no cart any more.
    ...(room === undefined && !leaves ? {} : { room: room ?? null }),
    ...(cart === undefined && room === undefined && !leaves ? {} : { cart: cart ?? null }),
  };
  return { ...(action.changesPlace ? place : {}), ...(status === undefined ? {} : { status }) };
}

/** The part of a device that a change replaces. */
export function partOf(device: KnownDevice, change: Partial<KnownDevice>): Partial<KnownDevice> {
  return Object.fromEntries(
    Object.keys(change).map((key) => [key, device[key as keyof KnownDevice]]),
  ) as Partial<KnownDevice>;
}

/**
 * The device as it is once the scans that still wait are applied.
 * @param all scans of its codes, in their order
 */
export function withWaiting<Device extends KnownDevice>(
  device: Device,
  all: readonly JournalScan[],
  actions: readonly FieldAction[],
): Device {
  const scans = all.filter((scan) => isOf(scan, device));
  const undone = new Set(scans.filter(({ state }) => state === 'waiting').map(({ undoes }) => undoes));
  // What the server has applied already, and an undo that still waits will take back: the latest first.
  const takenBack = scans.filter((scan) => undone.has(scan.id) && hasChanged(scan)).toReversed();
  const before = takenBack.reduce((now, { was }) => ({ ...now, ...was }), device);
  const waiting = scans.filter(({ state, id }) => state === 'waiting' && !undone.has(id));
  return waiting.reduce((now, scan) => {
    const action = actions.find(({ name }) => name === scan.action);
    return { ...now, ...changeOf(scan, now, action) };
  }, before);
}

/** Whether a scan of a code of a device is of that device, where several have the code. */
function isOf({ deviceId, shown }: JournalScan, device: KnownDevice): boolean {
  if (deviceId !== undefined) return deviceId === device.id;
  return shown.says !== 'several';
}

export function shownOf(device: KnownDevice): DeviceShown {
  const { kind, status, site, model, room, cart } = device;
  return { name: nameOf(device), kind, status, site, model, room, cart };
}

export function nameOf({ assetTag, serialNumber, codes }: KnownDevice): string {
  return assetTag ?? serialNumber ?? codes[0] ?? '';
}
