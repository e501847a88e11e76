import type { DataSource } from 'typeorm';

interface EventRow {
  deviceId: string;
  id: string;
  type: string;
  cause: string;
  effectiveAt: Date;
  recordedAt: Date;
  changes: Record<string, [unknown, unknown]>;
}

/** How a device was from a day on. */
interface Step {
  on: string;
  key: string;
  cause: string;
}

/**
 * Counts by `site kind status` on any day, from nothing but the events: slow, and written without a look at how the
 * register does it.
 */
export class BruteForceCounts {
  private readonly devices: Step[][] = [];

  static async read(source: DataSource, districtId: string, timeZone: string): Promise<BruteForceCounts> {
    const rows = await source.query<EventRow[]>(
      `SELECT device_id AS "deviceId", id, type, cause, effective_at AS "effectiveAt", recorded_at AS "recordedAt", changes
         FROM device_events WHERE district_id = $1`,
      [districtId],
    );
    const sites = await source.query<{ id: string; code: string }[]>(
      `SELECT id, code FROM sites WHERE district_id = $1`,
      [districtId],
    );
    const codes = new Map(sites.map(({ id, code }) => [id, code]));
    const counts = new BruteForceCounts();
    const byDevice = new Map<string, EventRow[]>();
    for (const row of rows) byDevice.set(row.deviceId, [...(byDevice.get(row.deviceId) ?? []), row]);
    for (const events of byDevice.values()) counts.devices.push(stepsOf(events, codes, timeZone));
    return counts;
  }

  on(day: string): Map<string, number> {
    const counts = new Map<string, number>();
    for (const steps of this.devices) {
      const last = steps.filter(({ on }) => on <= day).at(-1);
      if (last) counts.set(last.key, (counts.get(last.key) ?? 0) + 1);
    }
    return counts;
  }

  /**
   * What was counted more or less after `from` up to `to`, by `site kind cause`, of the devices in some statuses. Only
   * of a history in which nothing was corrected.
   */
  changes(from: string, to: string, statuses: readonly string[]): Map<string, number> {
    const changes = new Map<string, number>();
    const add = (key: string, cause: string, delta: number): void => {
      const [site = '', kind = '', status = ''] = key.split(' ');
      if (!statuses.includes(status)) return;
      const group = `${site} ${kind} ${cause}`;
      changes.set(group, (changes.get(group) ?? 0) + delta);
    };
    for (const steps of this.devices)
      for (const [i, { on, key, cause }] of steps.entries()) {
        if (on <= from || on > to) continue;
        const before = steps[i - 1];
        if (before) add(before.key, cause, -1);
        add(key, cause, 1);
      }
    return new Map([...changes].filter(([, change]) => change !== 0));
  }
}

/** Where a device was, and in which status. */
interface Place {
  site: string;
  kind: string;
  status: string;
}

const keyOf = ({ site, kind, status }: Place): string => `${site} ${kind} ${status}`;

function stepsOf(events: EventRow[], codes: Map<string, string>, timeZone: string): Step[] {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  const entry = events.find(({ type }) => type === 'entered');
  const others = events.filter((event) => event !== entry);
  others.sort((a, b) => {
    if (a.effectiveAt.getTime() !== b.effectiveAt.getTime()) return a.effectiveAt < b.effectiveAt ? -1 : 1;
    if (a.recordedAt.getTime() !== b.recordedAt.getTime()) return a.recordedAt < b.recordedAt ? -1 : 1;
    return a.id < b.id ? -1 : 1;
  });
  const state: Record<string, string> = {};
  const raw: Step[] = [];
  let last: Place | undefined;
  for (const event of [...(entry ? [entry] : []), ...others]) {
    for (const field of ['siteId', 'kind', 'status', 'enteredOn']) {
      const change = event.changes[field];
      if (change) state[field] = String(change[1]);
    }
    const [site = '', status = ''] = [codes.get(state['siteId'] ?? ''), state['status']];
    const on = event === entry ? '' : format.format(event.effectiveAt);
    const here = { site, kind: state['kind'] ?? '', status };
    const isElsewhere = last !== undefined && last.site !== here.site;
    // A device breaks and is returned where it was, and is then transferred.
    if (last && isElsewhere && ['repair', 'returned'].includes(event.cause))
      raw.push({ on, key: keyOf({ ...here, site: last.site }), cause: event.cause });
    // It is deployed where it arrives.
    if (last && isElsewhere && event.cause === 'deployed')
      raw.push({ on, key: keyOf({ ...last, site: here.site }), cause: 'transferred' });
    const cause = isElsewhere && ['repair', 'returned'].includes(event.cause) ? 'transferred' : event.cause;
    raw.push({ on, key: keyOf(here), cause });
    last = here;
  }
  if (state['status'] === 'void') return [];
  const from = state['enteredOn'] ?? '';
  return raw.map((step) => ({ ...step, on: step.on < from ? from : step.on }));
}
