import { STATUS_WORDS } from '../common/words.js';
import type { FieldDevice, JournalScan, ScanSaid, Verdict } from './database.js';

/** What a phone knows when it judges a scan by itself. */
export interface Known {
  devices: FieldDevice[];
  /** Whether it has the district's codes: else a code it does not find may well be known. */
  hasIndex: boolean;
  /** Codes of the account's own sites. */
  ownSites: ReadonlySet<string>;
}

/** Statuses after actions that change a device; a move changes its place alone. */
const STATUS_AFTER: Record<string, string | undefined> = {
  move: undefined,
  deploy: 'deployed',
  return: 'in_stock',
  repair: 'in_repair',
  retire: 'retired',
};

const DONE: Record<string, string> = {
  seen: 'Seen',
  count: 'Counted',
  move: 'Moved here',
  deploy: 'Deployed',
  return: 'Returned',
  repair: 'Sent to repair',
  retire: 'Retired',
};

/** What is said of a scan at once, before any server has heard of it. The server may still see it differently. */
export function judge({ devices, hasIndex, ownSites }: Known, said: ScanSaid): Verdict {
  const [device, ...others] = devices;
  if (!device)
    return hasIndex
      ? {
          tone: 'bad',
          title: 'Unknown code',
          detail: 'It is kept until somebody finds its device.',
          isUnknown: true,
        }
      : { tone: 'notice', title: 'Kept', detail: 'This phone does not know the codes of the district yet.' };
  if (others.length > 0)
    return {
      tone: 'notice',
      title: `${devices.length} devices have this code`,
      detail: 'Say which one it is.',
    };
  const title = `${DONE[said.action] ?? said.action}: ${nameOf(device)}`;
  if (device.status === 'disposed')
    return {
      tone: 'bad',
      title: nameOf(device),
      detail: 'It was disposed of, and is here again. An admin decides.',
    };
  const isOwn = ownSites.has(device.site);
  if (!isOwn && !['seen', 'count', 'move'].includes(said.action))
    return {
      tone: 'bad',
      title: nameOf(device),
      detail: `It belongs to ${device.site}. Move it here first.`,
    };
  if (device.status === 'retired' && said.action !== 'retire')
    return { tone: 'notice', title, detail: 'It is retired.' };
  if (device.status === 'missing' && said.action === 'seen')
    return { tone: 'notice', title, detail: 'It is recorded as missing: move it here, and it is found.' };
  if (said.site !== undefined && device.site !== said.site)
    return { tone: 'notice', title, detail: `The register has it at ${device.site}.` };
  return { tone: 'good', title, detail: placeOf(device) };
}

/** What an answer of the server changes of what was shown; nothing where both agree. */
export function verdictOfAnswer(outcome: string, detail?: string): Verdict | undefined {
  if (outcome === 'conflict') return { tone: 'bad', title: 'Needs a decision', detail };
  if (outcome === 'refused') return { tone: 'bad', title: 'Refused', detail };
  if (outcome === 'unknown') return { tone: 'bad', title: 'Unknown code', detail, isUnknown: true };
  return undefined;
}

/** What a scan changes of a device, as far as a phone keeps it. */
export function changeOf({ action, site, room, cart }: ScanSaid): Partial<FieldDevice> {
  if (!(action in STATUS_AFTER)) return {};
  const status = STATUS_AFTER[action];
  return {
    ...(site === undefined ? {} : { site }),
    ...(room === undefined ? {} : { room }),
    ...(cart === undefined ? {} : { cart }),
    ...(status ? { status } : {}),
  };
}

/** The device as it is once the scans that still wait are applied. */
export function withWaiting(device: FieldDevice, scans: readonly JournalScan[]): FieldDevice {
  const undone = new Set(scans.map(({ undoes }) => undoes));
  const waiting = scans.filter(({ state, id }) => state === 'waiting' && !undone.has(id));
  return waiting.reduce((now, scan) => ({ ...now, ...changeOf(scan) }), device);
}

export function nameOf({ assetTag, serialNumber, codes }: FieldDevice): string {
  return assetTag ?? serialNumber ?? codes[0] ?? 'device';
}

function placeOf({ model, site, room, cart, status }: FieldDevice): string {
  const place = [site, room, cart].filter(Boolean).join(' · ');
  return [model, place, STATUS_WORDS[status] ?? status].filter(Boolean).join(', ');
}
