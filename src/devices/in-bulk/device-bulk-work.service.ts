import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import type { Tx } from '../../database/tx.js';
import { ChangeSetsService } from '../change-sets/change-sets.service.js';
import type { BulkTally, Changed } from './bulk-result.js';
import type { DeviceInput } from '../planning/device-input.js';
import type { Plan } from '../planning/device-plan.js';
import { DevicePlanner } from '../planning/device-planner.js';
import { References } from '../planning/references.js';
import { DeviceRecorder } from '../recording/device-recorder.js';

/** How many refused devices the result of the job lists. The rest are only counted. */
const MOST_NAMED = 1000;
/** How many changed devices a rehearsal lists. The rest are only counted. */
const MOST_SHOWN = 20;

/** A change to make to many devices. */
interface Bulk {
  change: DeviceInput;
  /** Whether to find out what would change without changing anything. */
  rehearses: boolean;
  jobId: string;
}

export const NOTHING_DONE: Omit<BulkTally, 'changeSetId'> = {
  changed: 0,
  unchanged: 0,
  refused: 0,
  refusals: [],
  fields: {},
  examples: [],
};

/** Makes the same change to many devices, in chunks. A rehearsal runs the same code, but writes nothing. */
@Injectable()
export class DeviceBulkWork {
  constructor(
    private readonly planner: DevicePlanner,
    private readonly recorder: DeviceRecorder,
    private readonly changeSets: ChangeSetsService,
  ) {}

  /** Plans the change for some devices, and makes it unless this is a rehearsal. */
  async chunk(
    tx: Tx,
    scope: Scope,
    { change, rehearses, jobId }: Bulk,
    ids: string[],
    reached: BulkTally,
  ): Promise<BulkTally> {
    // A job that an older version began has no examples.
    const before = { ...NOTHING_DONE, ...reached };
    const { changeSetId: id } = before;
    const context = rehearses
      ? this.changeSets.contextOf(scope, id)
      : await this.changeSets.beginWithin(tx, scope, 'bulk', { id, subjectId: jobId });
    const requests = ids.map((deviceId) => ({ newId: deviceId, targetId: deviceId, input: change }));
    const refs = new References(scope, id, !rehearses);
    const plans = await this.planner.plan(tx, scope, context, requests, {
      writes: !rehearses,
      adds: false,
      refs,
    });
    if (!rehearses) {
      const prepared = plans.flatMap((plan) => plan.prepared ?? []);
      await this.recorder.write(tx, context, prepared);
    }
    const tally = {
      ...before,
      refusals: [...before.refusals],
      fields: { ...before.fields },
      examples: [...before.examples],
    };
    for (const [i, plan] of plans.entries()) {
      const deviceId = ids[i] as string;
      add(tally, deviceId, plan);
      if (rehearses && plan.outcome === 'change' && tally.examples.length < MOST_SHOWN) {
        const changes = changesOf(plan);
        tally.examples.push({ id: deviceId, changes, names: newNames(changes, change, refs) });
      }
    }
    return tally;
  }
}

/** Adds the result for one device to the tally. */
function add(tally: BulkTally, id: string, plan: Plan): void {
  const [problem] = plan.problems;
  if (plan.outcome === 'refused') {
    tally.refused += 1;
    if (problem && tally.refusals.length < MOST_NAMED)
      tally.refusals.push({ id, code: problem.code, detail: problem.detail });
  } else if (plan.outcome === 'unchanged') tally.unchanged += 1;
  else {
    tally.changed += 1;
    for (const field of Object.keys(changesOf(plan))) tally.fields[field] = (tally.fields[field] ?? 0) + 1;
  }
}

/** What was asked for, and what becomes of the loan of the device. */
function changesOf({ changes, prepared }: Plan): Changed['changes'] {
  const told = prepared?.events.flatMap((event) => Object.entries(event.changes)) ?? [];
  const ofLoan = told.filter(([field]) => field === 'personId' || field === 'dueOn');
  return { ...Object.fromEntries(ofLoan), ...changes };
}

/** A rehearsal gives a new room, cart, funding source or model an id that is not in the database. */
function newNames(
  changes: Changed['changes'],
  change: DeviceInput,
  refs: References,
): Record<string, string> {
  const idIn = (field: string): string => {
    const id = changes[field]?.[1];
    return typeof id === 'string' ? id : '';
  };
  const model = refs.modelOf(idIn('modelId'));
  const names = {
    roomId: change.room,
    cartId: change.cart,
    fundingSourceId: change.fundingSource,
    modelId: model && `${model.manufacturer} ${model.name}`,
  };
  return Object.fromEntries(
    Object.entries(names).flatMap(([field, name]) => (name && idIn(field) ? [[idIn(field), name]] : [])),
  );
}
