import { daysAgo, freshTag, LATITUDE, type Register } from './devices.js';

const MODELS = [
  LATITUDE,
  { manufacturer: 'Apple', model: 'iPad Air', kind: 'ipad' },
  { manufacturer: 'Acer', model: 'Chromebook 311', kind: 'chromebook' },
];
const STATUSES = ['in_stock', 'deployed', 'in_repair', 'retired', 'missing', 'disposed'];

/** The same numbers between 0 and 1 for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Walk {
  seed: number;
  devices: number;
  operations: number;
}

/**
 * Does to a register whatever can be done to one, through its own API: loads, moves, transfers, backdating, corrected
 * days of service, other models, voids, merges and undos. Much of it is refused, as it should be. Tests ask what is
 * true of any register after that.
 */
export async function randomWalk(here: Register, { seed, devices, operations }: Walk): Promise<void> {
  const random = dice(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const past = (): string => daysAgo(Math.floor(random() * 5_500));
  const site = (): string => pick(['A', 'B']);
  const tags: string[] = [];
  const sets: string[] = [];

  const entry = (): object => {
    const assetTag = freshTag();
    tags.push(assetTag);
    const dated = random() < 0.8 ? { inServiceOn: past() } : {};
    return { assetTag, ...pick(MODELS), site: site(), status: pick(STATUSES.slice(0, 4)), ...dated };
  };

  const change = (): object => {
    const roll = random();
    const when = random() < 0.6 ? { effectiveOn: past() } : {};
    if (roll < 0.35) return { site: site(), ...when };
    if (roll < 0.75) {
      const status = pick(STATUSES);
      const details = { missing: 'lost', missingSince: '2026-01-05', approvalReference: 'Board 14' };
      const route = status === 'disposed' ? { disposalRoute: 'write_off' } : {};
      return { status, ...(status === 'missing' || status === 'disposed' ? details : {}), ...route, ...when };
    }
    if (roll < 0.85) return { inServiceOn: random() < 0.2 ? null : past() };
    if (roll < 0.95) return { ...pick(MODELS), ...when };
    return { notes: `note ${Math.floor(random() * 1e6)}`, room: `${Math.floor(random() * 3)}`, ...when };
  };

  const idOf = async (tag: string): Promise<string | undefined> => {
    const { body } = await here.admin.get(`/devices/lookup?code=${tag}`).expect(200);
    return (body as { items: { id: string }[] }).items[0]?.id;
  };

  const batch = async (rows: object[]): Promise<void> => {
    sets.push((await here.batch(rows)).changeSetId);
  };

  const post = async (path: string, body: object): Promise<void> => {
    const { status } = await here.admin.post(path).set('if-match', '*').send(body);
    if (status >= 500) throw new Error(`${path} answered ${status}`);
  };

  const single = async (): Promise<void> => {
    const id = await idOf(pick(tags));
    if (!id) return;
    const roll = random();
    if (roll < 0.15) await post(`/devices/${id}/void`, { note: 'never was' });
    else if (roll < 0.3) await post(`/devices/${id}/merge`, { duplicateId: (await idOf(pick(tags))) ?? id });
    else if (roll < 0.4) await post(`/devices/${id}/reopening`, { note: 'seen again' });
    else {
      const { status, body } = await here.admin.patch(`/devices/${id}`).set('if-match', '*').send(change());
      if (status >= 500) throw new Error(JSON.stringify(body));
    }
  };

  for (let made = 0; made < devices; made += 50) await batch(Array.from({ length: 50 }, entry));
  for (let done = 0; done < operations;) {
    const roll = random();
    if (roll < 0.6) {
      const rows = [...new Set(Array.from({ length: 20 }, () => pick(tags)))];
      await batch(rows.map((assetTag) => ({ assetTag, ...change() })));
      done += rows.length;
    } else if (roll < 0.66) {
      const { body, status } = await here.admin.post(`/change-sets/${pick(sets)}/undo`);
      if (status === 202) await here.app.job(here.admin, (body as { id: string }).id);
      done += 1;
    } else {
      await single();
      done += 1;
    }
  }
}
