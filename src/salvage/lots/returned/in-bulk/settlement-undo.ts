import type { Tx } from '../../../../database/tx.js';
import { revertFields } from '../../../../imports/field-merge.js';
import type { ImportContext, RowOutcome, UndoException } from '../../../../imports/import-kind.js';
import { normaliseCode } from '../../../../devices/device-codes.js';
import { differencesOf } from '../line-facts.js';
import { type Manifest, matchLine } from '../line-matches.js';
import { linesOfLots, lockLots, manifestsOf, othersWith, type StoredLine } from '../returned-reads.js';
import {
  compareLots,
  confirmLines,
  dropCertificates,
  type JudgedLine,
  lotsNotWiped,
  updateLines,
  withdrawLines,
  writeDifferences,
  type WrittenLine,
} from '../returned-writes.js';

/**
 * Takes back what an import did to lines, and compares the lots again. A line that another file changed or repeated
 * since, that has a difference which somebody settled, or whose lot is settled, stays.
 */
export async function undoSettlement(
  tx: Tx,
  { scope, importId }: ImportContext,
  outcomes: readonly RowOutcome[],
): Promise<UndoException[]> {
  const { districtId } = scope;
  const ids = outcomes.flatMap(({ targetId }) => targetId ?? []);
  const lots = await lockLots(tx, districtId, await lotsOf(tx, districtId, ids));
  const lines = new Map((await linesOfLots(tx, districtId, [...lots.keys()])).map((line) => [line.id, line]));
  const settled = await settledLines(tx, districtId, ids);
  const withdrawn: string[] = [];
  const reverted: WrittenLine[] = [];
  const confirmed: StoredLine[] = [];
  const exceptions: UndoException[] = [];
  for (const { outcome, targetId, changes = {} } of outcomes) {
    const line = lines.get(targetId ?? '');
    if (!line) continue;
    const isConfirmed = outcome === 'unchanged';
    const isSettled = !isConfirmed && settled.has(line.id);
    const why = whyLeft(line, importId, lots.get(line.lotId)?.state, isSettled);
    if (why) exceptions.push({ targetId: line.id, detail: `${line.code}: ${why}` });
    else if (outcome === 'add') withdrawn.push(line.id);
    else if (isConfirmed) confirmed.push(revertFields(line, changes, []).after);
    else {
      const { after } = revertFields(line, changes, []);
      reverted.push({ ...after, code: normaliseCode(after.serialNumber ?? after.assetTag ?? '') });
    }
  }
  const ended = await withdrawLines(tx, districtId, withdrawn);
  await updateLines(tx, scope, reverted);
  await confirmLines(tx, districtId, confirmed);
  ended.push(...(await writeDifferences(tx, scope, await judgedAgain(tx, districtId, reverted))));
  await compareLots(tx, districtId, [...lots.keys()]);
  await dropCertificates(tx, scope, lotsNotWiped(ended));
  return exceptions;
}

function whyLeft(
  line: StoredLine,
  importId: string,
  state: string | undefined,
  isSettled: boolean,
): string | undefined {
  if (state !== 'picked_up') return 'the lot is settled, so Rollcall left the line as it is.';
  if (line.importId !== importId)
    return 'a later file says this too or changed it, so Rollcall left the line.';
  if (isSettled) return 'somebody settled a difference of this line, so Rollcall left it.';
  return undefined;
}

async function judgedAgain(tx: Tx, districtId: string, lines: readonly WrittenLine[]): Promise<JudgedLine[]> {
  if (lines.length === 0) return [];
  const manifests = await manifestsOf(tx, districtId, [...new Set(lines.map(({ lotId }) => lotId))]);
  const codes = lines.flatMap(({ serialNumber, assetTag }) =>
    [serialNumber, assetTag].flatMap((code) => (code === null ? [] : normaliseCode(code))),
  );
  const others = await othersWith(tx, districtId, codes);
  return lines.flatMap((line) => {
    const match = matchLine(line, manifests.get(line.lotId) as Manifest, others);
    return 'code' in match ? [] : [{ line, differences: differencesOf(line, match) }];
  });
}

async function lotsOf(tx: Tx, districtId: string, lineIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT DISTINCT lot_id AS id FROM lot_settlement_lines WHERE district_id = $1 AND id = ANY ($2::uuid[])`,
    [districtId, lineIds],
  );
  return rows.map(({ id }) => id);
}

async function settledLines(tx: Tx, districtId: string, lineIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT DISTINCT line_id AS id FROM lot_settlement_differences
      WHERE district_id = $1 AND line_id = ANY ($2::uuid[]) AND settled_at IS NOT NULL`,
    [districtId, lineIds],
  );
  return new Set(rows.map(({ id }) => id));
}
