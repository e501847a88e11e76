import { Injectable } from '@nestjs/common';
import type { Scope } from '../../../access/scope.js';
import type { Tx } from '../../../database/tx.js';
import {
  heldBack,
  type ImportContext,
  type ImportKind,
  type RowFields,
  type RowOutcome,
  type RowProblem,
  type StagedRow,
  type UndoException,
} from '../../../imports/import-kind.js';
import { type RepliedClaim, repliedClaims } from '../intake/reply-claims.js';
import { matchClaims, type MatchedClaim } from '../intake/reply-matches.js';
import { type Incoming, type Received, ReplyIntake } from '../intake/reply-intake.service.js';
import { REPLY_FIELDS, REPLY_MAPPINGS } from './reply-import-fields.js';
import { checkReply, contentOf, textOf } from './reply-rows.js';
import { ReplyUndo } from './reply-undo.service.js';

/** Where a rehearsal keeps the claims as its earlier rows would leave them. */
const REHEARSED = 'claims';

interface MatchedRow {
  row: StagedRow;
  claimId: string;
  incoming: Incoming;
}

/**
 * What vendors say of claims, from files. A person at a vendor imports replies to the claims of that vendor only: which
 * claims there are follows from who imports.
 */
@Injectable()
export class ClaimRepliesImport implements ImportKind {
  readonly kind = 'claim-replies';
  readonly permission = 'warranty:edit';
  readonly fields = REPLY_FIELDS;
  readonly mappings = REPLY_MAPPINGS;

  constructor(
    private readonly intake: ReplyIntake,
    private readonly undos: ReplyUndo,
  ) {}

  /** People at vendors, too. */
  allows({ role, vendorId }: Scope): boolean {
    return role === 'vendor' && vendorId !== undefined;
  }

  check(fields: RowFields): RowProblem[] {
    return checkReply(fields);
  }

  /** Several rows may be about one claim: a file can tell how it went on. */
  identify(): string[] {
    return [];
  }

  async process(tx: Tx, context: ImportContext, rows: StagedRow[]): Promise<RowOutcome[]> {
    const { scope, importId, mode } = context;
    const matches = await matchClaims(
      tx,
      scope,
      rows.map(({ fields }) => ({
        claimNumber: textOf(fields, 'claimNumber'),
        reference: textOf(fields, 'reference'),
        serialNumber: textOf(fields, 'serialNumber'),
        vendor: textOf(fields, 'vendor'),
      })),
    );
    const matched = rows.flatMap((row, i) => matchedRow(row, matches[i] as MatchedClaim));
    const claimIds = [...new Set(matched.map(({ claimId }) => claimId))];
    const isRehearsal = mode === 'rehearse';
    const claims = await repliedClaims(tx, scope, claimIds, false);
    const own = await touchedBy(tx, scope, importId, claimIds);
    const movedOn = ({ row: { rehearsed }, claimId }: MatchedRow): boolean =>
      !isRehearsal &&
      rehearsed?.targetId === claimId &&
      !own.has(claimId) &&
      rehearsed.targetVersion !== claims.get(claimId)?.version;
    const taken = matched.filter((one) => !movedOn(one));
    const received = await this.intake.takeWithin(
      tx,
      scope,
      taken.map(({ incoming }) => incoming),
      { source: 'file', importId, isRehearsal, ...(isRehearsal ? { rehearsed: rehearsedIn(context) } : {}) },
    );
    const results = new Map(taken.map(({ row }, i) => [row.rowNo, received[i] as Received]));
    const claimOf = new Map(matched.map(({ row, claimId }) => [row.rowNo, claimId]));
    return rows.map(({ rowNo }, i): RowOutcome => {
      const { problem } = matches[i] as MatchedClaim;
      if (problem) {
        const { field, code, detail } = problem;
        const problems = [{ column: field, code, detail }];
        return { rowNo, outcome: 'refused', targetId: null, targetVersion: null, problems };
      }
      const claimId = claimOf.get(rowNo) ?? null;
      const result = results.get(rowNo);
      if (!result) return heldBack(rowNo, claimId);
      return outcomeOf(rowNo, claimId, claims.get(claimId ?? '')?.version ?? null, result);
    });
  }

  undo(tx: Tx, context: ImportContext, outcomes: RowOutcome[]): Promise<UndoException[]> {
    return this.undos.undo(tx, context, outcomes);
  }
}

function matchedRow(row: StagedRow, match: MatchedClaim): MatchedRow[] {
  if (match.problem) return [];
  const { claimId, timeZone } = match;
  const incoming = { id: row.newId, claimId, content: contentOf(row.fields, timeZone) };
  return [{ row, claimId, incoming }];
}

function rehearsedIn({ memory }: ImportContext): Map<string, RepliedClaim> {
  const kept = memory.get(REHEARSED) as Map<string, RepliedClaim> | undefined;
  const claims = kept ?? new Map<string, RepliedClaim>();
  memory.set(REHEARSED, claims);
  return claims;
}

/** Claims to which earlier rows of the same file have come: it was this import that moved them on. */
async function touchedBy(
  tx: Tx,
  { districtId }: Scope,
  importId: string,
  claimIds: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT DISTINCT claim_id AS id FROM claim_replies
      WHERE district_id = $1 AND import_id = $2 AND claim_id = ANY ($3::uuid[])`,
    [districtId, importId, claimIds],
  );
  return new Set(rows.map(({ id }) => id));
}

function outcomeOf(
  rowNo: number,
  targetId: string | null,
  targetVersion: number | null,
  received: Received,
): RowOutcome {
  const row = { rowNo, targetId, targetVersion };
  switch (received.outcome) {
    case 'applied': {
      const { changes } = received;
      return Object.keys(changes).length > 0
        ? { ...row, outcome: 'change', changes }
        : { ...row, outcome: 'add' };
    }
    case 'waiting': {
      const { why, detail } = received;
      return { ...row, outcome: 'add', notes: [{ column: 'word', code: why, detail }] };
    }
    case 'repeated': {
      const detail = `This reply came before, at ${received.receivedAt.toISOString()}, so it changes nothing.`;
      return { ...row, outcome: 'unchanged', notes: [{ column: null, code: 'REPLY_REPEATED', detail }] };
    }
    case 'refused': {
      const { code, detail } = received;
      return { ...row, outcome: 'refused', problems: [{ column: null, code, detail }] };
    }
  }
}
