import { STATUS_WORDS, wordsIn } from '../common/words.js';
import type { FieldDevice, JournalScan, ScanSaid, Verdict } from './database.js';
import type { FieldAction } from './field-actions.js';

/** What a phone knows when it judges a scan by itself. */
export interface Known {
  devices: FieldDevice[];
  /** Whether it has the district's codes: else a code it does not find may well be known. */
  hasIndex: boolean;
  /** Codes of the account's own sites. */
  ownSites: ReadonlySet<string>;
  /** What the scan means; undefined where the server no longer has such an action. */
  action: FieldAction | undefined;
}

/** What is said of a scan at once, before any server has heard of it. The server may still see it differently. */
export function judge({ devices, hasIndex, ownSites, action }: Known, said: ScanSaid): Verdict {
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
  const title = `${action ? wordsIn(action.done) : said.action}: ${nameOf(device)}`;
  if (device.status === 'disposed')
    return {
      tone: 'bad',
      title: nameOf(device),
      detail: 'It was disposed of, and is here again. An admin decides.',
    };
  const isOwn = ownSites.has(device.site);
  if (!isOwn && !action?.fromAnywhere)
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
export function changeOf(
  { action: name, site, room, cart }: ScanSaid,
  actions: readonly FieldAction[],
): Partial<FieldDevice> {
  const action = actions.find((one) => one.name === name);
  if (!action) return {};
  const place = {
    ...(site === undefined ? {} : { site }),
    ...(room === undefined ? {} : { room }),
    ...(cart === undefined ? {} : { cart }),
  };
  return {
    ...(action.changesPlace ? place : {}),
    ...(action.statusAfter === null ? {} : { status: action.statusAfter }),
  };
}

/** The device as it is once the scans that still wait are applied. */
export function withWaiting(
  device: FieldDevice,
  scans: readonly JournalScan[],
  actions: readonly FieldAction[],
): FieldDevice {
  const undone = new Set(scans.map(({ undoes }) => undoes));
  const waiting = scans.filter(({ state, id }) => state === 'waiting' && !undone.has(id));
  return waiting.reduce((now, scan) => ({ ...now, ...changeOf(scan, actions) }), device);
}

export function nameOf({ assetTag, serialNumber, codes }: FieldDevice): string {
  return assetTag ?? serialNumber ?? codes[0] ?? 'device';
}

function placeOf({ model, site, room, cart, status }: FieldDevice): string {
  const place = [site, room, cart].filter(Boolean).join(' · ');
  return [model, place, STATUS_WORDS[status] ?? status].filter(Boolean).join(', ');
}
