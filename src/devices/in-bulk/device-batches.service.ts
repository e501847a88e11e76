import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { definedFields } from '../../common/defined-fields.js';
import { newId } from '../../common/ids.js';
import { Pace } from '../../common/turns.js';
import type { Scope } from '../../access/scope.js';
import { fieldErrors } from '../../common/http/validation.js';
import { Transactions, UNIQUE_VIOLATION } from '../../database/transactions.js';
import type { RowNote } from '../../imports/import-kind.js';
import { ChangeSetsService } from '../change-sets/change-sets.service.js';
import { Repeats } from '../device-keys.js';
import type { Plan, PlanRequest } from '../planning/device-plan.js';
import { DevicePlanner } from '../planning/device-planner.js';
import { DeviceRecorder } from '../recording/device-recorder.js';
import { BatchRow } from '../devices.dto.js';

/** Devices a transaction: locks are held for milliseconds, and a batch still needs only ten of them. */
const CHUNK = 100;

export type BatchOutcome = 'added' | 'changed' | 'unchanged' | 'refused';

/** The result for one row of a batch. */
export interface BatchResult {
  index: number;
  outcome: BatchOutcome;
  id?: string;
  version?: number;
  code?: string;
  detail?: string;
  /** What Rollcall did that the row did not literally ask for. */
  notes?: RowNote[];
}

const OUTCOME = { add: 'added', change: 'changed', unchanged: 'unchanged', refused: 'refused' } as const;

/** Adds and changes up to a thousand devices by serial number or asset tag; each row stands for itself. */
@Injectable()
export class DeviceBatchesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly planner: DevicePlanner,
    private readonly recorder: DeviceRecorder,
    private readonly changeSets: ChangeSetsService,
  ) {}

  async apply(
    scope: Scope,
    rows: Record<string, unknown>[],
  ): Promise<{ changeSetId: string; results: BatchResult[] }> {
    const changeSetId = newId();
    const results: BatchResult[] = [];
    const good: { index: number; request: PlanRequest }[] = [];
    const repeats = new Repeats();
    const pace = new Pace();
    for (const [index, row] of rows.entries()) {
      await pace.rest();
      const checked = await check(row);
      const twice = typeof checked === 'string' ? undefined : repeats.of(checked, index);
      if (typeof checked === 'string')
        results[index] = { index, outcome: 'refused', code: 'INVALID_ROW', detail: checked };
      else if (twice)
        results[index] = { index, outcome: 'refused', code: 'TWICE', detail: repeatedRow(twice) };
      else {
        const { version, ...input } = checked;
        good.push({ index, request: { newId: newId(), input, version } });
      }
    }
    for (let from = 0; from < good.length; from += CHUNK) {
      const chunk = good.slice(from, from + CHUNK);
      const plans = await this.applyChunk(
        scope,
        changeSetId,
        chunk.map(({ request }) => request),
      );
      for (const [i, plan] of plans.entries()) {
        const { index } = chunk[i] as (typeof chunk)[number];
        results[index] = resultOf(index, plan);
      }
    }
    return { changeSetId, results };
  }

  private applyChunk(scope: Scope, changeSetId: string, requests: PlanRequest[]): Promise<Plan[]> {
    return this.transactions.run(
      async (tx) => {
        const context = await this.changeSets.beginWithin(tx, scope, 'batch', { id: changeSetId });
        const plans = await this.planner.plan(tx, scope, context, requests, { writes: true, adds: true });
        await this.recorder.write(
          tx,
          context,
          plans.flatMap(({ prepared }) => prepared ?? []),
        );
        return plans;
      },
      [UNIQUE_VIOLATION],
    );
  }
}

/** The row as its class, or what is wrong with it. */
async function check(row: Record<string, unknown>): Promise<BatchRow | string> {
  const checked = plainToInstance(BatchRow, row);
  const errors = await validate(checked, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0)
    return fieldErrors(errors)
      .map(({ detail }) => detail)
      .join('; ');
  // Optional properties of a class are present as undefined; to the planner only what was sent counts.
  return definedFields(checked);
}

function repeatedRow({ index, key }: { index: number; key: string }): string {
  return `Row ${index} of this batch has the same ${key}. Send each device once.`;
}

function resultOf(index: number, plan: Plan): BatchResult {
  const outcome = OUTCOME[plan.outcome];
  const [problem] = plan.problems;
  const id = plan.prepared?.write.id ?? plan.targetId ?? undefined;
  const version = plan.prepared?.after.version ?? plan.targetVersion ?? undefined;
  const noted = plan.notes.length > 0 ? { notes: plan.notes } : {};
  if (plan.outcome !== 'refused') return { index, outcome, id, version, ...noted };
  const code = plan.refusal?.code ?? problem?.code;
  return { index, outcome, id, code, detail: plan.problems.map(({ detail }) => detail).join(' '), ...noted };
}
