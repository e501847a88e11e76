import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tx } from '../../../../database/tx.js';
import { normaliseCode, serialsOnLabels } from '../../../../devices/device-codes.js';
import { ownTags } from '../../../../devices/tags/own-tags.js';
import type {
  ImportContext,
  ImportKind,
  IsOwnCode,
  RowFields,
  RowKey,
  RowNote,
  RowOutcome,
  RowProblem,
  StagedRow,
  UndoException,
} from '../../../../imports/import-kind.js';
import { linesOfLots, lockLots, lotsByNumber, manifestsOf, othersWith } from '../returned-reads.js';
import { compareLots, confirmLines, insertLines, updateLines, writeDifferences } from '../returned-writes.js';
import { devicesOf, missingTest, type RefusedRow, refusedRow, rowsLeftOut } from './refused-rows.js';
import { SETTLEMENT_FIELDS } from './settlement-import-fields.js';
import { type Known, KnownLines, lotNumberOf, planRow, type SettlementPlan } from './settlement-plans.js';
import { keysOf, readSettlementRow } from './settlement-rows.js';
import { undoSettlement } from './settlement-undo.js';

/** Where a pass keeps which device each of its earlier rows was about. */
const SEEN = 'rows';
/** Devices that a note names. */
const MOST_NAMED = 10;

/** Rows of a pass by what they are about, and whether they are all of them. */
interface Seen {
  rows: Map<string, number>;
  /** Rows that were judged and did not go in. */
  refused: RefusedRow[];
  isWhole: boolean;
}

/**
 * What recyclers and buyers send back about the devices of a lot. Each row is compared with the manifest, and once the
 * whole file is in, Rollcall says which devices of the manifest it does not have.
 */
@Injectable()
export class SettlementsImport implements ImportKind {
  readonly kind = 'settlements';
  readonly permission = 'salvage:approve';
  readonly fields = SETTLEMENT_FIELDS;
  readonly mappings = [];

  constructor(private readonly source: DataSource) {}

  async ownCodes(districtId: string): Promise<IsOwnCode> {
    const isOwnTag = await ownTags(this.source, districtId);
    return (field, code) => field === 'assetTag' && isOwnTag(normaliseCode(code));
  }

  check(fields: RowFields, notes: RowNote[]): RowProblem[] {
    const read = readSettlementRow(fields);
    notes.push(...read.notes);
    return read.problems;
  }

  identify(fields: RowFields): RowKey[] {
    return keysOf(fields);
  }

  async process(tx: Tx, context: ImportContext, rows: StagedRow[]): Promise<RowOutcome[]> {
    if (rows.length === 0) return [];
    const { districtId } = context.scope;
    const commits = context.mode === 'commit';
    const ends = await endsOf(tx, context);
    const seen = seenIn(context, rows, ends);
    const known = await knownFor(tx, context, rows, seen.rows);
    const plans = rows.map((row) => planRow(row, context, known));
    seen.refused.push(...rows.filter((_row, i) => isLeftOut(plans[i])).map(refusedRow));
    const isLast = rows.at(-1)?.rowNo === ends.last;
    const leftOut = isLast
      ? [...seen.refused, ...(await rowsLeftOut(tx, districtId, context.importId, ends.last as number))]
      : [];
    if (isLast && seen.isWhole) noteMissing(plans, known, context, leftOut);
    if (!commits) return plans.map(({ outcome }) => outcome);
    await write(tx, context, plans);
    if (isLast) await compare(tx, context, await lotsOfImport(tx, districtId, context.importId), leftOut);
    return plans.map(({ outcome }) => outcome);
  }

  /** The rest of the file may never come in, so what it brought is compared now. */
  async stopped(tx: Tx, context: Pick<ImportContext, 'scope' | 'importId'>, through: number): Promise<void> {
    const { districtId } = context.scope;
    const lotIds = await lotsOfImport(tx, districtId, context.importId);
    const lots = [...(await lockLots(tx, districtId, lotIds)).values()];
    const open = lots.flatMap(({ id, state }) => (state === 'picked_up' ? id : []));
    if (open.length === 0) return;
    await compare(tx, context, open, await rowsLeftOut(tx, districtId, context.importId, through));
  }

  undo(tx: Tx, context: ImportContext, outcomes: RowOutcome[]): Promise<UndoException[]> {
    return undoSettlement(tx, context, outcomes);
  }
}

async function knownFor(
  tx: Tx,
  context: ImportContext,
  rows: readonly StagedRow[],
  seen: Map<string, number>,
): Promise<Known> {
  const { districtId } = context.scope;
  const numbers = [...new Set(rows.flatMap((row) => lotNumberOf(row, context) ?? []))];
  const lots = await lotsByNumber(tx, districtId, numbers, context.mode === 'commit');
  const lotIds = [...lots.values()].map(({ id }) => id);
  const codes = rows.flatMap(({ fields }) =>
    [fields['serialNumber'], fields['assetTag']].flatMap((cell) => {
      const code = normaliseCode(typeof cell === 'string' ? cell : '');
      return code === '' ? [] : [code, ...serialsOnLabels(code).map(({ serial }) => serial)];
    }),
  );
  return {
    lots,
    manifests: await manifestsOf(tx, districtId, lotIds),
    others: await othersWith(tx, districtId, codes),
    lines: new KnownLines(await linesOfLots(tx, districtId, lotIds), seen),
  };
}

async function compare(
  tx: Tx,
  context: Pick<ImportContext, 'scope'>,
  lotIds: readonly string[],
  leftOut: readonly RefusedRow[],
): Promise<void> {
  const mayBeMissing = await missingTest(tx, context, lotIds, leftOut);
  await compareLots(tx, context.scope.districtId, lotIds, mayBeMissing);
}

function isLeftOut(plan: SettlementPlan | undefined): boolean {
  return plan?.outcome.outcome === 'refused' || plan?.outcome.outcome === 'held';
}

async function write(tx: Tx, { scope }: ImportContext, plans: readonly SettlementPlan[]): Promise<void> {
  await insertLines(
    tx,
    scope,
    plans.flatMap(({ add }) => add ?? []),
  );
  await updateLines(
    tx,
    scope,
    plans.flatMap(({ update }) => update ?? []),
  );
  await confirmLines(
    tx,
    scope.districtId,
    plans.flatMap(({ confirm }) => confirm ?? []),
  );
  await writeDifferences(
    tx,
    scope,
    plans.flatMap(({ judged }) => judged ?? []),
  );
}

/** The first and the last row that can be imported at all. */
async function endsOf(
  tx: Tx,
  { scope: { districtId }, importId }: ImportContext,
): Promise<{ first: number | null; last: number | null }> {
  const [ends] = await tx.query<{ first: number | null; last: number | null }[]>(
    `SELECT min(row_no) AS first, max(row_no) AS last FROM import_rows
      WHERE district_id = $1 AND import_id = $2 AND problems IS NULL`,
    [districtId, importId],
  );
  return ends ?? { first: null, last: null };
}

/** What was seen is lost where a chunk had to be tried again; then the rest of the pass does not know the whole file. */
function seenIn({ memory }: ImportContext, rows: readonly StagedRow[], ends: { first: number | null }): Seen {
  const kept = memory.get(SEEN) as Seen | undefined;
  const seen = kept ?? {
    rows: new Map<string, number>(),
    refused: [],
    isWhole: rows[0]?.rowNo === ends.first,
  };
  memory.set(SEEN, seen);
  return seen;
}

/** Says with the last row which devices of the manifest the file does not have. */
function noteMissing(
  plans: readonly SettlementPlan[],
  known: Known,
  context: ImportContext,
  leftOut: readonly RefusedRow[],
): void {
  const last = plans.at(-1);
  const { lot: chosen } = context.options;
  if (!last) return;
  const { named, unreadable } = devicesOf(leftOut, known.manifests.values());
  for (const lot of known.lots.values()) {
    if (lot.state !== 'picked_up' || (chosen !== undefined && lot.number !== chosen)) continue;
    const told = new Set(
      known.lines.stored.flatMap(({ lotId, deviceId }) => (lotId === lot.id ? deviceId : [])),
    );
    const missing = (known.manifests.get(lot.id)?.devices ?? []).filter(
      ({ deviceId, isTaken }) =>
        isTaken &&
        !told.has(deviceId) &&
        !named.has(deviceId) &&
        !known.lines.rows.has(`${lot.id} ${deviceId}`),
    );
    if (missing.length === 0) continue;
    if (unreadable > 0) {
      (last.outcome.notes ??= []).push(notListed(missing.length, unreadable, lot.number));
      continue;
    }
    const names = missing
      .slice(0, MOST_NAMED)
      .map(({ serialNumber, assetTag }) => serialNumber ?? assetTag ?? '?');
    const more = missing.length > MOST_NAMED ? ', …' : '';
    const detail = `The file does not have ${missing.length} of the devices that left with lot ${lot.number}: ${names.join(', ')}${more}. Rollcall lists them as missing.`;
    (last.outcome.notes ??= []).push({ column: null, code: 'DEVICES_NOT_IN_FILE', detail });
  }
}

function notListed(missing: number, unreadable: number, lot: number): RowNote {
  const rows = unreadable === 1 ? '1 refused row' : `${unreadable} refused rows`;
  const detail = `No row that Rollcall can read is about ${missing} of the devices that left with lot ${lot}. The file has ${rows} without a code that Rollcall can read, so Rollcall does not list them as missing yet. Correct the refused rows and import them.`;
  return { column: null, code: 'MISSING_NOT_KNOWN', detail };
}

async function lotsOfImport(tx: Tx, districtId: string, importId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT DISTINCT lot_id AS id FROM lot_settlement_lines WHERE district_id = $1 AND import_id = $2`,
    [districtId, importId],
  );
  return rows.map(({ id }) => id);
}
