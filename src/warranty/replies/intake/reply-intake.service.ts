import { Injectable } from '@nestjs/common';
import type { Scope } from '../../../access/scope.js';
import type { Tx } from '../../../database/tx.js';
import { ClaimProgress } from '../../claims/claim-progress.js';
import type { ClaimStepBody } from '../../claims/claims.dto.js';
import { ClaimClocks, type VendorsById } from '../../clocks/claim-clocks.js';
import { meaningOf, type WordMeaning } from '../words/word-meanings.js';
import { judgeReply, type Verdict, type WaitsBecause } from './judge-reply.js';
import {
  type ChangedClaim,
  type ClaimDetails,
  type RepliedClaim,
  repliedClaims,
  wordsOfVendors,
  writeDetails,
} from './reply-claims.js';
import { hashOf, type ReplyContent } from './reply-content.js';
import {
  answersOf,
  type EarlierReply,
  earlierReplies,
  insertReplies,
  type ReplyOrigin,
  type WrittenReply,
} from './reply-rows.js';

/** A reply whose claim is known. */
export interface Incoming {
  /** UUIDv7: the id of the reply that it becomes. */
  id: string;
  claimId: string;
  content: ReplyContent;
  /** What its word means, where no mapping is needed. */
  meaning?: WordMeaning;
}

/** What has become of an incoming reply. */
export type Received =
  /** Field → [before, after] of the claim; nothing where the claim knew it all. */
  | { outcome: 'applied'; changes: Record<string, [unknown, unknown]> }
  | { outcome: 'repeated'; receivedAt: Date }
  | { outcome: 'waiting'; why: WaitsBecause; detail: string }
  /** On the vendor's pages, where a person can correct it, nothing waits. */
  | { outcome: 'refused'; code: string; detail: string };

export interface IntakeOptions extends ReplyOrigin {
  /** A rehearsal only says what would be. */
  isRehearsal?: boolean;
  /** Claims as earlier replies of the same rehearsal would leave them. */
  rehearsed?: Map<string, RepliedClaim>;
}

/** What is to be written. */
interface Plan {
  received: Received[];
  replies: WrittenReply[];
  steps: Map<string, ClaimStepBody[]>;
  claims: ReadonlyMap<string, RepliedClaim>;
  /** Claims whose details change. */
  changed: Set<string>;
}

/** Takes what vendors say, on whatever way it comes: in as many statements for a thousand replies as for one. */
@Injectable()
export class ReplyIntake {
  constructor(
    private readonly clocks: ClaimClocks,
    private readonly progress: ClaimProgress,
  ) {}

  /**
   * Applies each reply, or has it wait for a person. One that came before with the same words changes nothing.
   * @param incoming in the order in which they count
   * @returns what has become of each, in their order
   */
  async takeWithin(
    tx: Tx,
    scope: Scope,
    incoming: readonly Incoming[],
    { isRehearsal = false, rehearsed, ...origin }: IntakeOptions,
  ): Promise<Received[]> {
    if (incoming.length === 0) return [];
    const claimIds = [...new Set(incoming.map(({ claimId }) => claimId))];
    // Vendors before their claims, as whoever changes a vendor does.
    const vendors = isRehearsal ? NO_VENDORS : await this.clocks.vendorsOf(tx, scope, claimIds);
    const claims = await repliedClaims(tx, scope, claimIds, !isRehearsal);
    for (const [id, claim] of rehearsed ?? []) if (claims.has(id)) claims.set(id, claim);
    const words = await wordsOfVendors(
      tx,
      scope,
      [...claims.values()].map(({ vendorId }) => vendorId),
    );
    const contents = incoming.map(({ content }) => content);
    const earlier = await earlierReplies(tx, scope, claimIds, contents);
    const before = new Map(claims);
    const plan = planIntake(incoming, claims, words, earlier, origin.source === 'desk');
    for (const claim of claims.values()) rehearsed?.set(claim.id, claim);
    if (!isRehearsal) await this.write(tx, scope, origin, plan, { before, vendors });
    return plan.received;
  }

  private async write(
    tx: Tx,
    scope: Scope,
    origin: ReplyOrigin,
    { replies, steps, claims, changed }: Plan,
    known: { before: ReadonlyMap<string, RepliedClaim>; vendors: VendorsById },
  ): Promise<void> {
    const applied = replies.filter(({ waits }) => !waits);
    const before = await answersOf(tx, scope, [...new Set(applied.map(({ claimId }) => claimId))]);
    await writeDetails(tx, scope, changesIn([...changed], known.before, claims), known.vendors);
    await this.takeSteps(tx, scope, steps);
    const [first, last] = [new Map<string, string>(), new Map<string, string>()];
    for (const { id, claimId } of applied) {
      if (!first.has(claimId)) first.set(claimId, id);
      last.set(claimId, id);
    }
    const rows = replies.map((reply) => ({
      ...reply,
      claimBefore: first.get(reply.claimId) === reply.id ? (before.get(reply.claimId) ?? null) : null,
      isLast: last.get(reply.claimId) === reply.id,
    }));
    await insertReplies(tx, scope, origin, rows);
  }

  /** The first step of every claim, then the second of those that have one, and so on. */
  async takeSteps(tx: Tx, scope: Scope, steps: ReadonlyMap<string, readonly ClaimStepBody[]>): Promise<void> {
    const most = Math.max(0, ...[...steps.values()].map(({ length }) => length));
    for (let layer = 0; layer < most; layer++) {
      const asked = [...steps].flatMap(([id, own]) => {
        const body = own[layer];
        return body ? { id, body } : [];
      });
      const results = await this.progress.takeAllWithin(tx, scope, asked);
      for (const { refusal } of results) if (refusal) throw refusal;
    }
  }
}

const NO_VENDORS: VendorsById = new Map();

/** Claims whose details replies have changed. */
export function changesIn(
  ids: readonly string[],
  before: ReadonlyMap<string, RepliedClaim>,
  after: ReadonlyMap<string, RepliedClaim>,
): ChangedClaim[] {
  return ids.flatMap((id) => {
    const [one, other] = [before.get(id), after.get(id)];
    return one && other ? { before: one, after: other } : [];
  });
}

/** Decides about all replies in their order. The claims become what the replies make of them. */
function planIntake(
  incoming: readonly Incoming[],
  claims: Map<string, RepliedClaim>,
  words: ReadonlyMap<string, ReadonlyMap<string, WordMeaning>>,
  earlier: readonly EarlierReply[],
  isDesk: boolean,
): Plan {
  const seen = new Seen(earlier);
  const plan: Plan = { received: [], replies: [], steps: new Map(), claims, changed: new Set() };
  for (const { id, claimId, content, meaning } of incoming) {
    const claim = claims.get(claimId);
    if (!claim) {
      plan.received.push({ outcome: 'refused', code: 'CLAIM_NOT_FOUND', detail: 'The claim was not found.' });
      continue;
    }
    const hash = hashOf(content).toString('hex');
    const repeated = seen.inRound(claim, hash);
    if (repeated) {
      plan.received.push({ outcome: 'repeated', receivedAt: repeated });
      continue;
    }
    const known = meaning ?? meaningOf(content.word, words.get(claim.vendorId));
    const verdict = verdictOf(claim, content, known, seen, hash);
    if ('why' in verdict && verdict.why !== undefined && isDesk) {
      plan.received.push({ outcome: 'refused', code: verdict.why, detail: verdict.detail });
      continue;
    }
    seen.add(claim, hash);
    const row = { id, claimId, round: claim.round, content, claimBefore: null, isLast: false };
    if (verdict.why !== undefined) {
      const { why, detail } = verdict;
      plan.received.push({ outcome: 'waiting', why, detail });
      plan.replies.push({ ...row, waits: { why, detail } });
      continue;
    }
    const after = claimAfter(claim, content, verdict);
    const changes = changesOf(claim, after);
    if (isDesk && saysNothingNew(content, verdict.steps, changes)) {
      plan.received.push({ outcome: 'applied', changes });
      continue;
    }
    if (DETAILS.some((name) => name in changes)) plan.changed.add(claimId);
    claims.set(claimId, after);
    plan.steps.set(claimId, [...(plan.steps.get(claimId) ?? []), ...verdict.steps]);
    plan.received.push({ outcome: 'applied', changes });
    plan.replies.push({ ...row, waits: null });
  }
  return plan;
}

function verdictOf(
  claim: RepliedClaim,
  content: ReplyContent,
  meaning: WordMeaning | undefined,
  seen: Seen,
  hash: string,
): Verdict {
  const verdict = judgeReply(claim, content, meaning);
  if (verdict.why !== undefined || !seen.inEarlierRound(claim, hash)) return verdict;
  return {
    why: 'SAID_BEFORE_RESUBMISSION',
    detail: `The vendor said exactly this of claim ${claim.number} before the claim was sent again. Take it over if the vendor says it again, or dismiss it.`,
  };
}

/** Whether a person at a vendor said again what the claim has already, such as when the first answer was lost. */
function saysNothingNew(
  { note, replacementSerial }: ReplyContent,
  steps: readonly ClaimStepBody[],
  changes: Record<string, unknown>,
): boolean {
  return (
    steps.length === 0 && Object.keys(changes).length === 0 && note === null && replacementSerial === null
  );
}

/** The claim as a reply leaves it. */
export function claimAfter(
  claim: RepliedClaim,
  content: ReplyContent,
  { becomes, steps }: Extract<Verdict, { steps: unknown }>,
): RepliedClaim {
  const resolving = steps.find(({ step }) => step === 'resolve');
  // What a resolution costs is what the vendor will ask for; what it costs before is an offer.
  const isInvoice = becomes === 'resolved';
  const { costCents, saidAt } = content;
  const isLatest = saidAt !== null && (claim.lastSaidAt === null || saidAt > claim.lastSaidAt);
  return {
    ...claim,
    state: becomes,
    outcome: resolving?.outcome ?? claim.outcome,
    denialReason: steps.find(({ step }) => step === 'deny')?.denialReason ?? claim.denialReason,
    reference: content.reference ?? claim.reference,
    rma: content.rma ?? claim.rma,
    expectedOn: content.expectedOn ?? claim.expectedOn,
    costQuotedCents: isInvoice ? claim.costQuotedCents : (costCents ?? claim.costQuotedCents),
    costInvoicedCents: isInvoice ? (costCents ?? claim.costInvoicedCents) : claim.costInvoicedCents,
    lastSaidAt: isLatest ? saidAt : claim.lastSaidAt,
  };
}

const DETAILS = [
  'reference',
  'rma',
  'expectedOn',
  'costQuotedCents',
  'costInvoicedCents',
] as const satisfies (keyof ClaimDetails)[];
const SHOWN = ['state', 'outcome', ...DETAILS] as const;

export function changesOf(before: RepliedClaim, after: RepliedClaim): Record<string, [unknown, unknown]> {
  const names = SHOWN.filter((name) => before[name] !== after[name]);
  return Object.fromEntries(names.map((name) => [name, [before[name], after[name]]]));
}

/** Which replies came before, by claim and by what they say. */
class Seen {
  private readonly rounds = new Map<string, Map<number, Date>>();

  constructor(earlier: readonly EarlierReply[]) {
    for (const { claimId, round, hash, receivedAt } of earlier) this.keep(claimId, hash, round, receivedAt);
  }

  inRound({ id, round }: RepliedClaim, hash: string): Date | undefined {
    return this.rounds.get(`${id} ${hash}`)?.get(round);
  }

  inEarlierRound({ id }: RepliedClaim, hash: string): boolean {
    return this.rounds.has(`${id} ${hash}`);
  }

  add({ id, round }: RepliedClaim, hash: string): void {
    this.keep(id, hash, round, new Date());
  }

  private keep(claimId: string, hash: string, round: number, at: Date): void {
    const key = `${claimId} ${hash}`;
    const rounds = this.rounds.get(key) ?? new Map<number, Date>();
    rounds.set(round, at);
    this.rounds.set(key, rounds);
  }
}
