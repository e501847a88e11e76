import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Scope, systemScope } from '../../access/scope.js';
import type { Tx } from '../../database/tx.js';
import {
  heldBack,
  type ImportContext,
  type ImportKind,
  movedOn,
  type RowFields,
  type RowKey,
  type RowOutcome,
  type RowProblem,
  type ShownRow,
  type ShownRows,
  type StagedRow,
  type UndoException,
} from '../../imports/import-kind.js';
import { ChangeSetUndo } from '../change-sets/change-set-undo.service.js';
import { ChangeSetsService } from '../change-sets/change-sets.service.js';
import type { DeviceInput } from '../planning/device-input.js';
import { codeKeys } from '../device-keys.js';
import { normaliseCode } from '../device-codes.js';
import type { Plan } from '../planning/device-plan.js';
import { DevicePlanner } from '../planning/device-planner.js';
import { DeviceRecorder } from '../recording/device-recorder.js';
import { DEVICE_FIELDS, DEVICE_MAPPINGS } from './devices.import.fields.js';
import { judgeCodes } from '../planning/input-codes.js';
import { NameReadingsService } from '../../people/name-readings.service.js';
import type { IsOwnCode } from '../../imports/import-kind.js';
import { ownTags } from '../tags/own-tags.js';
import { References } from '../planning/references.js';
import { shownChanges } from '../change-sets/shown-changes.js';

/** A site may be closed, or a model renamed, while a file comes in: it is noticed after so long. */
const NAMES_HOLD_MS = 10_000;

/** Fields that a tag of a series of the district may stand in. */
const TAG_FIELDS: readonly string[] = ['assetTag', 'oldTag'];

/** Devices from files: rows become inputs, and go the way of every other change. */
@Injectable()
export class DevicesImport implements ImportKind {
  readonly kind = 'devices';
  readonly permission = 'devices:admin';
  readonly fields = DEVICE_FIELDS;
  readonly mappings = DEVICE_MAPPINGS;

  constructor(
    private readonly planner: DevicePlanner,
    private readonly recorder: DeviceRecorder,
    private readonly changeSets: ChangeSetsService,
    private readonly undoing: ChangeSetUndo,
    private readonly readings: NameReadingsService,
    private readonly source: DataSource,
  ) {}

  async ownCodes(districtId: string): Promise<IsOwnCode> {
    const isOwnTag = await ownTags(this.source, districtId);
    return (field, code) => TAG_FIELDS.includes(field) && isOwnTag(normaliseCode(code));
  }

  check(fields: RowFields): RowProblem[] {
    // Placeholders are blank by now, and a tag that looks like one is the district's own.
    const { problems } = judgeCodes(fields, () => true);
    if (fields['serialNumber'] === undefined && fields['assetTag'] === undefined)
      problems.push({
        column: 'serialNumber',
        code: 'NO_CODE',
        detail: 'A device needs a serial number or an asset tag. Fill in at least one of them.',
      });
    const share = fields['federalSharePercent'];
    if (typeof share === 'number' && (share < 0 || share > 100))
      problems.push({
        column: 'federalSharePercent',
        code: 'NOT_A_SHARE',
        detail: 'Enter a share from 0 to 100 percent.',
      });
    return problems;
  }

  /** A file may name whoever has a device; of rows, only the holder's id is told to those who may read people. */
  async show<Row extends ShownRow>(scope: Scope, { importId, as, rows }: ShownRows<Row>): Promise<Row[]> {
    if (as === 'file') await this.readings.recordImport(scope, 'imports.file', importId, []);
    return rows.map((row) => (row.changes ? { ...row, changes: shownChanges(scope, row.changes) } : row));
  }

  identify(fields: RowFields): RowKey[] {
    return codeKeys(fields);
  }

  async prepare(context: ImportContext, rows: StagedRow[]): Promise<void> {
    if (context.mode === 'rehearse') return;
    const inputs = rows.map((row) => row.fields as DeviceInput);
    await this.planner.makeNamed(context.scope, referencesOf(context), inputs);
  }

  async process(tx: Tx, context: ImportContext, rows: StagedRow[]): Promise<RowOutcome[]> {
    const writes = context.mode === 'commit';
    const set = writes
      ? await this.changeSets.beginWithin(tx, context.scope, 'import', {
          id: context.changeSetId,
          subjectId: context.importId,
        })
      : this.changeSets.contextOf(context.scope, context.changeSetId);
    const gates = new Set(['admin_import'] as const);
    const requests = rows.map((row) => ({ newId: row.newId, input: row.fields as DeviceInput, gates }));
    const plans = await this.planner.plan(tx, context.scope, set, requests, {
      writes,
      adds: true,
      refs: referencesOf(context),
      yields: { overwrite: context.options.overwrite },
    });
    const held = plans.map((plan, i) => {
      const row = rows[i] as StagedRow;
      return plan.outcome !== 'refused' && movedOn(row, plan.targetId, plan.targetVersion);
    });
    if (writes) {
      context.judged?.();
      const good = plans.flatMap((plan, i) => (held[i] ? [] : (plan.prepared ?? [])));
      await this.recorder.write(tx, set, good);
    }
    return plans.map((plan, i) => {
      const { rowNo } = rows[i] as StagedRow;
      return held[i] ? heldBack(rowNo, plan.targetId) : outcomeOf(rowNo, plan);
    });
  }

  async undo(tx: Tx, context: ImportContext, outcomes: RowOutcome[]): Promise<UndoException[]> {
    const { scope, changeSetId, importId, undoes } = context;
    if (!undoes) throw new Error('an undo needs the change set that it undoes');
    const set = await this.changeSets.beginWithin(tx, scope, 'undo', {
      id: changeSetId,
      subjectId: importId,
      undoesId: undoes,
    });
    const ids = outcomes.flatMap(({ targetId }) => targetId ?? []);
    const system = {
      ...systemScope({ id: scope.districtId, timeZone: scope.timeZone }),
      accountId: scope.accountId,
    };
    const { left } = await this.undoing.undoDevices(tx, system, set, undoes, ids);
    return left;
  }
}

/** Names that were looked up for the rows before: a file says the same ones again and again. */
function referencesOf({ memory, scope, changeSetId, mode }: ImportContext): References {
  const now = performance.now();
  const known = memory.get('references') as { refs: References; since: number } | undefined;
  if (known && now - known.since < NAMES_HOLD_MS) return known.refs;
  const refs = known?.refs.afresh() ?? new References(scope, changeSetId, mode === 'commit');
  memory.set('references', { refs, since: now });
  return refs;
}

function outcomeOf(rowNo: number, plan: Plan): RowOutcome {
  const { problems, notes, countChange } = plan;
  return {
    rowNo,
    outcome: plan.outcome,
    targetId: plan.prepared?.write.id ?? plan.targetId,
    targetVersion: plan.targetVersion,
    changes: plan.outcome === 'change' ? plan.changes : undefined,
    problems: problems.length > 0 ? problems : undefined,
    notes: notes.length > 0 ? notes : undefined,
    countChange: countChange.length > 0 ? countChange : undefined,
  };
}
