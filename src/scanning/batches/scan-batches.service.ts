import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import type { Scope } from '../../access/scope.js';
import { Clock } from '../../common/time/clock.js';
import { definedFields } from '../../common/defined-fields.js';
import { Pace } from '../../common/turns.js';
import { fieldErrors } from '../../common/http/validation.js';
import { Transactions, UNIQUE_VIOLATION } from '../../database/transactions.js';
import { faultIn } from '../actions/action-faults.js';
import { ScanActions, UNDO } from '../actions/scan-actions.js';
import { type Scan } from '../scan.js';
import { ScanApplier } from './scan-applier.js';
import { effectiveInstant } from './scan-clock.js';
import type { ScanOutcome, Verdict } from '../scan-outcomes.js';
import { type KeptScan } from '../scan.js';
import { ScanStore } from './scan-store.js';
import { ScanUndo } from './scan-undo.service.js';
import { ScanRow } from '../scans.dto.js';

/** Scans a transaction, and so devices: their locks are held for milliseconds. */
const CHUNK = 100;

/** The result for one scan of a batch. */
export interface ScanResult {
  index: number;
  /** `duplicate` if the same scan was sent before. `was` is its first result. */
  outcome: Exclude<ScanOutcome, 'dismissed'> | 'duplicate';
  was?: ScanOutcome;
  code?: string;
  detail?: string;
  id?: string;
  deviceId?: string;
  /** Version of the device after the scan, on which the phone's next scan builds. */
  version?: number;
}

/** Takes in what phones scanned. Each scan stands for itself; sent again, it changes nothing. */
@Injectable()
export class ScanBatches {
  constructor(
    private readonly transactions: Transactions,
    private readonly actions: ScanActions,
    private readonly applier: ScanApplier,
    private readonly undo: ScanUndo,
    private readonly store: ScanStore,
    private readonly clock: Clock,
  ) {}

  async take(
    scope: Scope,
    { sentAt, scans: rows }: { sentAt?: Date; scans: Record<string, unknown>[] },
  ): Promise<{ receivedAt: Date; results: ScanResult[] }> {
    const receivedAt = this.clock.now();
    const results: ScanResult[] = [];
    const good: Scan[] = [];
    const first = new Map<string, Scan>();
    const pace = new Pace();
    for (const [index, row] of rows.entries()) {
      await pace.rest();
      const scan = await this.read(row, index, { sentAt, receivedAt });
      if ('outcome' in scan) results[index] = scan;
      else {
        const before = first.get(scan.row.id);
        first.set(scan.row.id, before ?? scan);
        if (!before) good.push(scan);
        else if (isSame(scan, contentOf(before)))
          results[index] = { index, outcome: 'duplicate', id: scan.row.id };
        else results[index] = idTaken(scan);
      }
    }
    const sweeps = await this.store.sweepSites(
      scope.districtId,
      good.flatMap(({ row }) => row.sweep ?? []),
    );
    const known = good.filter((scan) => {
      const { index, row, said } = scan;
      if (row.sweep === undefined) return true;
      const site = sweeps.get(row.sweep);
      // Who sweeps a site stands at it.
      said.site ??= site;
      if (site !== undefined && said.site === site) return true;
      results[index] = refusal(index, row.id, 'UNKNOWN_SWEEP', 'There is no such sweep at this site.');
      return false;
    });
    for (const scansOfPart of partsOf(known))
      for (const result of await this.takePart(scope, scansOfPart)) results[result.index] = result;
    return {
      receivedAt,
      results: results.map((result) => repeated(result, results[first.get(result.id ?? '')?.index ?? -1])),
    };
  }

  private takePart(scope: Scope, scans: Scan[]): Promise<ScanResult[]> {
    return this.transactions.run(
      async (tx) => {
        const { accountId, districtId } = scope;
        const { kept, meanings: all } = await this.store.find(tx, districtId, scans);
        const meanings = all.filter((_, i) => !kept.has(scans[i]?.row.id ?? ''));
        const fresh = scans.filter(({ row }) => !kept.has(row.id));
        const [first] = fresh;
        const verdicts =
          first?.action.name === UNDO
            ? [await this.undo.judge(tx, scope, first)]
            : await this.applier.apply(tx, scope, fresh, meanings, kept);
        await this.store.keep(tx, districtId, accountId ?? '', fresh, verdicts);
        const judged = new Map(fresh.map((scan, i) => [scan, verdicts[i] as Verdict]));
        return scans.map((scan) => {
          const verdict = judged.get(scan);
          return verdict ? resultOf(scan, verdict) : duplicateOf(scope, scan, kept.get(scan.row.id));
        });
      },
      // The same scans in another request at the same moment: judged again, they are duplicates.
      [UNIQUE_VIOLATION],
    );
  }

  /** The scan, or why it can be none. */
  private async read(
    raw: Record<string, unknown>,
    index: number,
    clock: { sentAt?: Date; receivedAt: Date },
  ): Promise<Scan | ScanResult> {
    const row = plainToInstance(ScanRow, raw);
    const errors = await validate(row, { whitelist: true, forbidNonWhitelisted: true });
    const id = typeof raw['id'] === 'string' ? raw['id'] : undefined;
    const refused = (code: string, detail: string): ScanResult => refusal(index, id, code, detail);
    if (errors.length > 0)
      return refused(
        'INVALID_SCAN',
        fieldErrors(errors)
          .map(({ detail }) => detail)
          .join('; '),
      );
    const action = this.actions.get(row.action);
    if (!action)
      return refused(
        'UNKNOWN_ACTION',
        `There is no scan action "${row.action}". Use one of these: ${this.actions.names().join(', ')}.`,
      );
    if (action.name === UNDO && row.undoes === undefined)
      return refused('INVALID_SCAN', 'An undo must name the scan that it undoes.');
    const wrong = faultIn(action, row);
    if (wrong) return refused('INVALID_SCAN', wrong);
    const { person: holder, site, room, cart, dueOn, note } = row;
    const answers = row.answers && Object.fromEntries(row.answers.map((one) => [one.question, one.answer]));
    const said = definedFields({ site, room, cart, holder, dueOn, note, answers });
    const effectiveAt = effectiveInstant(row.scannedAt, row.clock ?? {}, clock);
    return { index, row, action, said, effectiveAt, receivedAt: clock.receivedAt };
  }
}

function refusal(index: number, id: string | undefined, code: string, detail: string): ScanResult {
  return { index, outcome: 'refused', id, code, detail };
}

/** Scans in their order: so many to a transaction, and each undo in one of its own, after what it undoes. */
function* partsOf(scans: readonly Scan[]): Generator<Scan[]> {
  let part: Scan[] = [];
  for (const scan of scans) {
    const isUndo = scan.action.name === UNDO;
    if (part.length > 0 && (isUndo || part.length === CHUNK)) {
      yield part;
      part = [];
    }
    if (isUndo) yield [scan];
    else part.push(scan);
  }
  if (part.length > 0) yield part;
}

function resultOf({ index, row }: Scan, verdict: Verdict): ScanResult {
  const { outcome, reason, detail, deviceId, version } = verdict;
  const more = definedFields({ code: reason, detail, deviceId, version });
  return { index, outcome: outcome as ScanResult['outcome'], id: row.id, ...more };
}

/** Another scan has the id, of the same account or of another one. Nothing of it is told. */
function idTaken({ index, row }: Scan): ScanResult {
  return refusal(
    index,
    row.id,
    'ID_TAKEN',
    'Another scan already has this id, so Rollcall did not record this one. Scan the device again with a new id.',
  );
}

type Content = Pick<KeptScan, 'code' | 'action' | 'said' | 'holder' | 'sweep'>;

function contentOf({ row, action, said: { holder, ...said } }: Scan): Content {
  return { code: row.code, action: action.name, said, holder: holder ?? null, sweep: row.sweep ?? null };
}

/** Whether a scan says what another one with its id said. The person of one that was decided is not known any more. */
function isSame(scan: Scan, before: Content): boolean {
  const { holder, ...content } = contentOf(scan);
  const { code, action, said, sweep } = before;
  return (
    isDeepStrictEqual(content, { code, action, said, sweep }) &&
    (before.holder === null || before.holder === holder)
  );
}

/** What was sent before, as it is known now. */
function duplicateOf({ accountId }: Scope, scan: Scan, kept: KeptScan | undefined): ScanResult {
  if (!kept || kept.accountId !== accountId || !isSame(scan, kept)) return idTaken(scan);
  const { index, row } = scan;
  const { outcome: was, reason, detail, deviceId, knownVersion } = kept;
  const more = definedFields({
    code: reason ?? undefined,
    detail: detail ?? undefined,
    deviceId: deviceId ?? undefined,
    version: knownVersion ?? undefined,
  });
  return { index, outcome: 'duplicate', was, id: row.id, ...more };
}

/** A scan that is twice in one batch says what became of it the first time. */
function repeated(result: ScanResult, first: ScanResult | undefined): ScanResult {
  if (result.outcome !== 'duplicate' || result.was || !first || first === result) return result;
  const { outcome, was = outcome === 'duplicate' ? undefined : outcome, ...rest } = first;
  return { ...rest, index: result.index, outcome: 'duplicate', was };
}
