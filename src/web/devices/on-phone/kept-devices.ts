import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { folded } from '../../common/folded.js';
import type { FieldDevice } from '../../journal/database.js';
import { useField } from '../../journal/journal-context.js';
import { afterWaiting } from '../../journal/waiting-scans.js';
import type { DevicesFilter } from '../device-search.js';

/** What a phone can filter by; it does not keep ages, money, people or the ends of updates. */
const KNOWN_FILTERS = new Set<string>([
  'q',
  'site',
  'room',
  'cart',
  'kind',
  'status',
  'model',
] satisfies (keyof DevicesFilter)[]);

const BY_TAG = new Intl.Collator('en', { numeric: true });

/** The devices that this phone keeps, as they are after the scans that still wait, by tag; undefined until it has looked. */
export function useKeptDevices(filter: DevicesFilter): FieldDevice[] | undefined {
  const { database } = useField();
  const devices = useLiveQuery(async () => {
    const [kept, now] = await Promise.all([database.devices.toArray(), afterWaiting(database)]);
    return kept.map(now).toSorted((one, other) => BY_TAG.compare(one.assetTag ?? '', other.assetTag ?? ''));
  }, [database]);
  return useMemo(() => devices?.filter(fits(filter)), [devices, filter]);
}

/** Whether a list is asked for something that a phone does not know. */
export function asksMore(filter: DevicesFilter): boolean {
  return Object.entries(filter).some(([name, value]) => value !== undefined && !KNOWN_FILTERS.has(name));
}

function fits({ q, site, room, cart, kind, status, model }: DevicesFilter): (device: FieldDevice) => boolean {
  const words = folded(q ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const isOneOf = (values: readonly string[] | undefined, value: string): boolean =>
    values === undefined || values.includes(value);
  const isCalled = (wanted: string | undefined, name: string | null): boolean =>
    wanted === undefined || folded(name ?? '') === folded(wanted);
  return (device) => {
    const text = folded(
      [...device.codes, device.model ?? '', device.room ?? '', device.cart ?? ''].join(' '),
    );
    return (
      isOneOf(site, device.site) &&
      isOneOf(kind, device.kind) &&
      isOneOf(status, device.status) &&
      isCalled(room, device.room) &&
      isCalled(cart, device.cart) &&
      (model === undefined || folded(device.model ?? '').includes(folded(model))) &&
      words.every((word) => text.includes(word))
    );
  };
}
