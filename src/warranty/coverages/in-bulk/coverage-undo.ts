import type { Tx } from '../../../database/tx.js';
import { revertFields } from '../../../imports/field-merge.js';
import type { ImportContext, RowOutcome, UndoException } from '../../../imports/import-kind.js';
import {
  IMPORT_UNDONE,
  lockCoverages,
  type StoredCoverage,
  updateCoverages,
  withdrawCoverages,
  type WrittenCoverage,
} from './coverage-writes.js';

/**
 * Takes back what an import did to coverages. What it added is withdrawn, and what it changed goes back, unless somebody
 * changed it since: then it is what they say. What was withdrawn since stays withdrawn.
 */
export async function undoCoverages(
  tx: Tx,
  { scope, importId }: ImportContext,
  outcomes: readonly RowOutcome[],
): Promise<UndoException[]> {
  const { districtId, accountId } = scope;
  const ids = outcomes.flatMap(({ targetId }) => targetId ?? []);
  const coverages = await lockCoverages(tx, districtId, ids);
  const withdrawn: string[] = [];
  const writes: WrittenCoverage[] = [];
  const exceptions: UndoException[] = [];
  for (const { outcome, targetId, changes = {} } of outcomes) {
    const coverage = coverages.get(targetId ?? '');
    if (!coverage) continue;
    const isLast = coverage.source === 'file' && coverage.sourceId === importId;
    if (outcome === 'add' && isLast) withdrawn.push(coverage.id);
    else if (coverage.source !== 'file' || outcome === 'add') exceptions.push(left(coverage));
    else {
      const { after, reverted, left: kept } = revertFields(coverage, changes, []);
      const { sourceId } = after;
      if (reverted.length > 0 && sourceId) writes.push({ ...after, sourceId });
      const fields = kept.filter((field) => field !== 'sourceId');
      if (fields.length > 0) exceptions.push(left(coverage, fields));
    }
  }
  await withdrawCoverages(tx, districtId, accountId, withdrawn, IMPORT_UNDONE);
  await updateCoverages(tx, districtId, writes);
  return exceptions;
}

function left({ id, deviceCode, vendorName }: StoredCoverage, fields?: readonly string[]): UndoException {
  const what = fields ? fields.join(', ') : 'this coverage';
  const detail = `${deviceCode}, ${vendorName}: somebody changed ${what} after the import, so Rollcall left it as it is.`;
  return { targetId: id, detail };
}
