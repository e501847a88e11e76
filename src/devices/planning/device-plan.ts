import { Refusal } from '../../common/refusal.js';
import { ON_THE_BOOKS } from '../../counts/counts.queries.js';
import type { ImportOptions, RowNote } from '../../imports/import-kind.js';
import type { Changes } from '../recording/device-history.js';
import type { DeviceInput } from './device-input.js';
import type { Gate } from '../recording/device-lifecycle.js';
import type { DeviceFacts, DeviceRecord } from '../device-record.js';
import type { PreparedWrite } from '../recording/device-writes.js';
import type { InputProblem } from './input-codes.js';
import type { References } from './references.js';

/** One thing somebody says of one device. */
export interface PlanRequest {
  /** Id of the device, should it be new. */
  newId: string;
  input: DeviceInput;
  /** Known already: a device that is changed by its id. */
  targetId?: string;
  /** Version the change was made from; null or missing for any. */
  version?: number | null;
  /** Instant from which the change holds, for who knows it better than by its day. */
  effectiveAt?: Date;
  /** Whether the device may belong to a site out of reach: it is here now. */
  fromAnywhere?: boolean;
  /**
   * For a new device that takes the place of another one: what it has from that one, in ids. What the input says takes
   * precedence.
   */
  replaces?: Partial<DeviceFacts>;
  /** Gates of a disposal route that the request proves by itself. */
  gates?: ReadonlySet<Gate>;
}

/** What is to be done about a request; nothing is written yet. */
export interface Plan {
  outcome: 'add' | 'change' | 'unchanged' | 'refused';
  targetId: string | null;
  /** Version before the change. */
  targetVersion: number | null;
  /** How many more devices on the books, by site code. */
  countChange: { site: string; delta: number }[];
  changes: Changes;
  /** Why it is refused. */
  problems: InputProblem[];
  /** What is done that the input did not literally ask for. */
  notes: RowNote[];
  /** The refusal itself, for callers that have one request only. */
  refusal?: Refusal;
  prepared?: PreparedWrite;
}

export interface PlanOptions {
  /** A rehearsal makes no rooms, models or funds and locks nothing. */
  writes: boolean;
  /** Whether a device that nothing matches may be added. */
  adds: boolean;
  /** The devices that requests name by id, where the caller has locked them. */
  devices?: ReadonlyMap<string, DeviceRecord>;
  /** Names that were looked up before, for this district and to the same end. */
  refs?: References;
  /** A file yields to what a person set, except in these fields; who changes a device by hand yields to nobody. */
  yields?: { overwrite: ImportOptions['overwrite'] };
}

/** How many more devices a write puts on the books, by site code. */
export function countChange({ movements }: PreparedWrite, refs: References): Plan['countChange'] {
  const bySite = new Map<string, number>();
  for (const { unit, delta } of movements)
    if (ON_THE_BOOKS.includes(unit.status)) bySite.set(unit.siteId, (bySite.get(unit.siteId) ?? 0) + delta);
  return [...bySite].flatMap(([siteId, delta]) => {
    const site = refs.siteOf(siteId)?.code;
    return site && delta !== 0 ? [{ site, delta }] : [];
  });
}

/** The plan of a request that is refused as a whole. */
export function refused(refusal: Refusal, targetId: string | null): Plan {
  // What is wrong with fields is said of each; what stands against the whole, such as closed gates, is said once.
  const problems =
    refusal.kind === 'invalid' && refusal.errors.length > 0
      ? refusal.errors.map(({ field, code, detail }) => ({ column: field, code, detail }))
      : [{ column: null, code: refusal.code, detail: refusal.message }];
  return {
    outcome: 'refused',
    targetId,
    targetVersion: null,
    countChange: [],
    changes: {},
    problems,
    notes: [],
    refusal,
  };
}
