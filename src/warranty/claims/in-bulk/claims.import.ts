import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { may, type Scope } from '../../../access/scope.js';
import { dateIn } from '../../../common/time/clock.js';
import type { Tx } from '../../../database/tx.js';
import { DeviceChanges } from '../../../devices/device-changes.js';
import { normaliseCode } from '../../../devices/device-codes.js';
import type { DeviceRecord } from '../../../devices/device-record.js';
import { ownTags } from '../../../devices/tags/own-tags.js';
import {
  type ImportContext,
  type ImportKind,
  type IsOwnCode,
  type RowFields,
  type RowKey,
  type RowNote,
  type RowOutcome,
  type RowProblem,
  type StagedRow,
  type UndoException,
} from '../../../imports/import-kind.js';
import { devicesOfRows } from '../../coverages/in-bulk/coverage-devices.js';
import { problem, textOf } from '../../coverages/in-bulk/coverage-rows.js';
import { type NamedVendors, vendorOf, vendorsByName } from '../../coverages/in-bulk/named-vendors.js';
import { ClaimOpenings, type NewClaim, type Opening } from '../claim-openings.js';
import { ClaimOpen } from '../claims.errors.js';
import { GOES_TO_REPAIR } from '../claims.service.js';
import { CLAIM_FIELDS } from './claim-import-fields.js';
import { ClaimImportUndo } from './claim-import-undo.js';
import { checkClaim, claimKeys, saidBy } from './claim-rows.js';

const NOT_IN_REPAIR =
  'You cannot change devices, so the device keeps its status. Ask a technician to send it to repair, or import the file as an administrator.';

/** A row whose device and vendor are known, or what is wrong with it. */
type Read = { claim: NewClaim; problems?: never } | { claim?: never; problems: RowProblem[] };

/**
 * New claims from files, such as the broken devices that a help desk lists. What a person would be warned of becomes a
 * note at the row, and the claim stays a draft until a person accepts the warnings.
 */
@Injectable()
export class ClaimsImport implements ImportKind {
  readonly kind = 'claims';
  readonly permission = 'warranty:edit';
  readonly fields = CLAIM_FIELDS;
  readonly mappings = [];

  constructor(
    private readonly source: DataSource,
    private readonly devices: DeviceChanges,
    private readonly openings: ClaimOpenings,
    private readonly undoing: ClaimImportUndo,
  ) {}

  async ownCodes(districtId: string): Promise<IsOwnCode> {
    const isOwnTag = await ownTags(this.source, districtId);
    return (field, code) => field === 'assetTag' && isOwnTag(normaliseCode(code));
  }

  check(fields: RowFields): RowProblem[] {
    return checkClaim(fields);
  }

  identify(fields: RowFields): RowKey[] {
    return claimKeys(fields);
  }

  async process(tx: Tx, context: ImportContext, rows: StagedRow[]): Promise<RowOutcome[]> {
    const { scope, mode } = context;
    const read = await this.read(tx, context, rows);
    const claims = read.flatMap(({ claim }) => claim ?? []);
    const judged = await this.openings.judge(tx, scope, claims);
    const openings = new Map(claims.map(({ id }, i) => [id, judged[i] as Opening]));
    const outcomes = rows.map((row, i): RowOutcome => {
      const { claim, problems } = read[i] as Read;
      if (!claim) return refused(row, problems);
      return outcomeOf(scope, row, openings.get(claim.id) as Opening);
    });
    if (mode === 'rehearse') return outcomes;
    context.judged?.();
    const added = outcomes.flatMap(({ outcome }, i) => (outcome === 'add' ? (rows[i] as StagedRow) : []));
    const refusals = await this.sendToRepair(tx, context, added, openings);
    await this.openings.write(
      tx,
      scope,
      added.flatMap(({ newId }) => (refusals.has(newId) ? [] : (openings.get(newId) as Opening))),
    );
    return outcomes.map((outcome, i) => {
      const row = rows[i] as StagedRow;
      const refusal = refusals.get(row.newId);
      return refusal ? refused(row, [refusal]) : outcome;
    });
  }

  undo(tx: Tx, context: ImportContext, outcomes: RowOutcome[]): Promise<UndoException[]> {
    return this.undoing.undo(tx, context, outcomes);
  }

  /** Finds the devices, which stay locked, and the vendors. */
  private async read(tx: Tx, { scope }: ImportContext, rows: readonly StagedRow[]): Promise<Read[]> {
    const vendors = await vendorsByName(tx, scope.districtId, rows);
    const found = await devicesOfRows(
      tx,
      scope,
      rows.map(({ fields }) => fields),
    );
    const ids = found.flatMap((one) => ('deviceId' in one ? one.deviceId : []));
    const devices = await this.devices.lock(tx, scope.districtId, [...new Set(ids)]);
    const today = dateIn(scope.timeZone, tx.at);
    return rows.map(({ fields, newId }, i): Read => {
      const one = found[i];
      const problems = [...vendorProblems(fields, vendors), ...dayProblems(fields, today)];
      if (one && 'problem' in one) problems.push(one.problem);
      if (problems.length > 0 || !one || 'problem' in one) return { problems };
      const device = devices.get(one.deviceId) as DeviceRecord;
      const vendorId = vendors.get(vendorOf(fields))?.id ?? null;
      return { claim: { ...saidBy(fields, scope, tx.at), id: newId, device, vendorId } };
    });
  }

  /**
   * Sends the devices of new claims to repair, all in the change set of the import, unless they stay in use.
   * @returns by the id of the claim, why its device cannot go
   */
  private async sendToRepair(
    tx: Tx,
    { scope, changeSetId: id, importId: subjectId }: ImportContext,
    rows: readonly StagedRow[],
    openings: ReadonlyMap<string, Opening>,
  ): Promise<Map<string, RowProblem>> {
    const going = new Map<string, string[]>();
    for (const { newId, fields } of rows) {
      const opening = openings.get(newId);
      if (!opening || opening.refusal) continue;
      const { device } = opening.claim;
      if (!goesToRepair(fields, device) || !may(scope, 'devices:edit')) continue;
      going.set(device.id, [...(going.get(device.id) ?? []), newId]);
    }
    const requests = [...going.keys()].map((deviceId) => ({
      deviceId,
      input: { status: 'in_repair' as const },
    }));
    const done = await this.devices.apply(tx, scope, { kind: 'import', id, subjectId }, requests);
    const refusals = new Map<string, RowProblem>();
    for (const [i, one] of done.entries()) {
      if (one.outcome !== 'refused') continue;
      const detail = `The device cannot go to repair. ${one.detail}`;
      for (const claim of going.get(requests[i]?.deviceId ?? '') ?? [])
        refusals.set(claim, { column: null, code: one.code, detail });
    }
    return refusals;
  }
}

function vendorProblems(fields: RowFields, vendors: NamedVendors): RowProblem[] {
  const name = vendorOf(fields);
  if (name === '' || vendors.has(name)) return [];
  const detail = `There is no vendor with the name or the key "${textOf(fields, 'vendor')}". Check the name, or add the vendor first.`;
  return [problem('vendor', 'UNKNOWN_VENDOR', detail)];
}

function dayProblems(fields: RowFields, today: string): RowProblem[] {
  const day = textOf(fields, 'noticedOn');
  if (day === undefined || day <= today) return [];
  return [problem('noticedOn', 'IN_THE_FUTURE', `${day} is in the future. Correct the day.`)];
}

function goesToRepair(fields: RowFields, { status }: NewClaim['device']): boolean {
  return fields['staysInUse'] !== true && GOES_TO_REPAIR.includes(status);
}

function outcomeOf(scope: Scope, { rowNo, newId, fields }: StagedRow, opening: Opening): RowOutcome {
  const nothing = { rowNo, targetId: null, targetVersion: null };
  const { refusal } = opening;
  if (!refusal) {
    const notes = opening.chosen.warnings.map(({ code, detail }): RowNote => ({
      column: null,
      code,
      detail: `${detail} The claim stays a draft until somebody accepts this warning.`,
    }));
    if (goesToRepair(fields, opening.claim.device) && !may(scope, 'devices:edit'))
      notes.push({ column: null, code: 'DEVICE_NOT_IN_REPAIR', detail: NOT_IN_REPAIR });
    return { ...nothing, outcome: 'add', targetId: newId, ...(notes.length > 0 ? { notes } : {}) };
  }
  // The same file once more changes nothing.
  if (refusal instanceof ClaimOpen && refusal.number !== undefined) {
    const detail = `The device already has an open claim for this fault: ${refusal.number}. Rollcall did not start another one.`;
    return {
      ...nothing,
      outcome: 'unchanged',
      notes: [{ column: null, code: 'CLAIM_ALREADY_OPEN', detail }],
    };
  }
  return {
    ...nothing,
    outcome: 'refused',
    problems: [
      {
        column: VENDOR_REFUSALS.includes(refusal.code) ? 'vendor' : null,
        code: refusal.code,
        detail: refusal.message,
      },
    ],
  };
}

/** Refusals that another vendor in the row would mend. */
const VENDOR_REFUSALS: readonly string[] = ['CLAIM_VENDOR_MISSING', 'INACTIVE_VENDOR'];

function refused({ rowNo }: StagedRow, problems: RowProblem[]): RowOutcome {
  return { rowNo, outcome: 'refused', targetId: null, targetVersion: null, problems };
}
