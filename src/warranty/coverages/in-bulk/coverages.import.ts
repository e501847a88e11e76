import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tx } from '../../../database/tx.js';
import { normaliseCode } from '../../../devices/device-codes.js';
import { ownTags } from '../../../devices/tags/own-tags.js';
import {
  heldBack,
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
import { devicesOfRows, type RowDevice } from './coverage-devices.js';
import { COVERAGE_FIELDS } from './coverage-import-fields.js';
import { COVERAGE_MAPPINGS } from './coverage-mappings.js';
import { KnownCoverages, planCoverage } from './coverage-plans.js';
import { checkCoverage, keysOf } from './coverage-rows.js';
import { undoCoverages } from './coverage-undo.js';
import { coveragesOf, insertCoverages, updateCoverages } from './coverage-writes.js';
import { vendorOf, vendorsByName } from './named-vendors.js';

/**
 * Coverages from files: our template, or what a maker's look-up gives. A row changes what a file said before, and never
 * what a person, a rule or a look-up said: that stays beside it.
 */
@Injectable()
export class CoveragesImport implements ImportKind {
  readonly kind = 'coverages';
  readonly permission = 'warranty:edit';
  readonly fields = COVERAGE_FIELDS;
  readonly mappings = COVERAGE_MAPPINGS;

  constructor(private readonly source: DataSource) {}

  async ownCodes(districtId: string): Promise<IsOwnCode> {
    const isOwnTag = await ownTags(this.source, districtId);
    return (field, code) => field === 'assetTag' && isOwnTag(normaliseCode(code));
  }

  check(fields: RowFields, notes: RowNote[]): RowProblem[] {
    return checkCoverage(fields, notes);
  }

  identify(fields: RowFields): RowKey[] {
    return keysOf(fields);
  }

  async process(tx: Tx, context: ImportContext, rows: StagedRow[]): Promise<RowOutcome[]> {
    const { districtId } = context.scope;
    const saying = { source: 'file', sourceId: context.importId, who: 'The file' } as const;
    const commits = context.mode === 'commit';
    const vendors = await vendorsByName(tx, districtId, rows);
    const devices = await devicesOfRows(
      tx,
      context.scope,
      rows.map(({ fields }) => fields),
    );
    const ids = devices.flatMap((device) => ('deviceId' in device ? device.deviceId : []));
    const stored = await coveragesOf(tx, districtId, [...new Set(ids)], { source: 'file', locks: commits });
    const known = new KnownCoverages(stored, 'file');
    const plans = rows.map((row, i) =>
      planCoverage(
        saying,
        context.mode,
        row,
        devices[i] as RowDevice,
        vendors.get(vendorOf(row.fields)),
        known,
      ),
    );
    if (!commits) return plans.map(({ outcome }) => outcome);
    context.judged?.();
    const adds = plans.flatMap(({ add }) => add ?? []);
    const added = await insertCoverages(tx, context.scope, 'file', adds);
    await updateCoverages(
      tx,
      districtId,
      plans.flatMap(({ update }) => update ?? []),
    );
    return plans.map(({ outcome, add }) =>
      !add || added.has(add.id) ? outcome : heldBack(outcome.rowNo, null),
    );
  }

  undo(tx: Tx, context: ImportContext, outcomes: RowOutcome[]): Promise<UndoException[]> {
    return undoCoverages(tx, context, outcomes);
  }
}
