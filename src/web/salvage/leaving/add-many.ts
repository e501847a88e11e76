import { MOST_IN_LOT } from '../../../salvage/lots/lot-limits.js';
import { api, answer } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import type { Refusal } from '../../devices/refused-devices.js';
import { refusalText } from '../../text/refusals.js';

export interface DeviceToAdd {
  id: string;
  /** Its tag or serial number, if it is known. */
  name: string | null;
}

/** Devices in groups, each small enough for one request. */
export type Groups = AsyncIterable<readonly DeviceToAdd[]> | Iterable<readonly DeviceToAdd[]>;

/** What became of the devices so far. */
export interface Added {
  /** Devices that were sent, whatever became of them. */
  done: number;
  added: number;
  refused: readonly Refusal[];
  /** The lot has no room for the rest. */
  isFull: boolean;
}

export const NOTHING_ADDED: Added = { done: 0, added: 0, refused: [], isFull: false };

/**
 * Adds devices to a lot, group after group. Each group is added as a whole, so that stopping loses nothing.
 * @param room how many devices the lot still takes
 */
export async function addMany(
  lotId: string,
  groups: Groups,
  { room, signal, onProgress }: { room: number; signal: AbortSignal; onProgress: (now: Added) => void },
): Promise<Added> {
  let now = NOTHING_ADDED;
  let left = room;
  for await (const group of groups) {
    for (let from = 0; from < group.length && !signal.aborted;) {
      const sent = group.slice(from, from + left);
      const answered = sent.length > 0 ? await addGroup(lotId, sent) : 'full';
      if (answered === 'full') return { ...now, isFull: true };
      from += sent.length;
      left = answered.room ?? left;
      now = {
        ...now,
        done: now.done + sent.length,
        added: now.added + answered.added,
        refused: [...now.refused, ...answered.refused],
      };
      onProgress(now);
    }
    if (signal.aborted) break;
  }
  return now;
}

interface AnswerToGroup {
  added: number;
  refused: Refusal[];
  /** How many more devices the lot takes now, if the answer says it. */
  room: number | undefined;
}

async function addGroup(lotId: string, group: readonly DeviceToAdd[]): Promise<AnswerToGroup | 'full'> {
  try {
    const { added, devices, refused } = await answer(
      api.PUT('/api/v1/lots/{id}/devices', {
        params: { path: { id: lotId } },
        body: { add: group.map(({ id }) => id), remove: [] },
      }),
    );
    const names = new Map(group.map(({ id, name }) => [id, name]));
    return {
      added,
      room: MOST_IN_LOT - devices,
      refused: refused.map(({ deviceId, code, detail }) => ({
        id: deviceId,
        device: names.get(deviceId) ?? null,
        detail: refusalText(code) ?? detail,
      })),
    };
  } catch (error) {
    // Somebody else has filled the lot in the meantime.
    if (error instanceof Problem && error.code === 'LOT_FULL') return 'full';
    const refused = error instanceof Problem ? refusedOf(error, group) : [];
    if (refused.length === 0) throw error;
    return { added: 0, room: undefined, refused };
  }
}

/** If no device of a group could be added, the API refuses the request and says why for each device. */
function refusedOf({ errors }: Problem, group: readonly DeviceToAdd[]): Refusal[] {
  return errors.flatMap(({ field, detail }) => {
    const device = group[Number(/^add\.(\d+)$/.exec(field)?.[1] ?? NaN)];
    return device ? [{ id: device.id, device: device.name, detail }] : [];
  });
}
