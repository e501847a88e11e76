import { Injectable } from '@nestjs/common';
import type { DeviceInput } from '../devices/planning/device-input.js';
import type { DeviceRecord } from '../devices/device-record.js';

/** What goes with an action: where, to whom, until when, and what was noticed. */
export interface ScanSaid {
  /** Code of the site where it was scanned. */
  site?: string;
  room?: string | null;
  cart?: string | null;
  /** External id or address of a person. */
  holder?: string;
  dueOn?: string | null;
  note?: string;
}

/** What a technician can mean by a scan. */
export interface ScanAction {
  readonly name: string;
  /** Whether it may be a device of a site that is not the technician's: it stands before them, at a site that is. */
  readonly fromAnywhere: boolean;
  /** What must be said with it. */
  readonly needs: readonly (keyof ScanSaid)[];
  /** What it changes of the device; null where it only says that the device was there. */
  change(said: ScanSaid, device: DeviceRecord): DeviceInput | null;
}

const seen = { fromAnywhere: true, needs: [], change: () => null } as const;

/** A place that is named in part empties the rest of it: who is put into a room is in no cart any more. */
function place({ site, room, cart }: ScanSaid): DeviceInput {
  if (room === undefined && cart === undefined) return { site };
  return cart === undefined ? { site, room, cart: null } : { site, room, cart };
}

/** Takes another scan of the same account back; it changes no device by itself. */
export const UNDO = 'undo';

const ACTIONS: readonly ScanAction[] = [
  { name: 'seen', ...seen },
  { name: 'count', ...seen },
  { name: UNDO, ...seen },
  {
    name: 'move',
    fromAnywhere: true,
    needs: ['site'],
    // What was missing and stands here is found.
    change: (said, { status }) => ({
      ...place(said),
      ...(status === 'missing' ? { status: 'in_stock' as const } : {}),
    }),
  },
  {
    name: 'deploy',
    fromAnywhere: false,
    needs: [],
    change: ({ holder, dueOn, ...said }) => ({ ...place(said), status: 'deployed', holder, dueOn }),
  },
  {
    name: 'return',
    fromAnywhere: false,
    needs: [],
    change: (said) => ({ ...place(said), status: 'in_stock', holder: null }),
  },
  {
    name: 'repair',
    fromAnywhere: false,
    needs: [],
    change: (said) => ({ ...place(said), status: 'in_repair' }),
  },
  {
    name: 'retire',
    fromAnywhere: false,
    needs: [],
    change: (said) => ({ ...place(said), status: 'retired' }),
  },
];

/** The actions that can be scanned. Other modules register theirs. */
@Injectable()
export class ScanActions {
  private readonly actions = new Map(ACTIONS.map((action) => [action.name, action]));

  /** @throws Error for a name that is taken: two modules would mean different things by one scan */
  register(action: ScanAction): void {
    if (this.actions.has(action.name)) throw new Error(`the action ${action.name} is registered twice`);
    this.actions.set(action.name, action);
  }

  get(name: string): ScanAction | undefined {
    return this.actions.get(name);
  }

  names(): string[] {
    return [...this.actions.keys()];
  }
}
