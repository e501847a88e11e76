import type { Scope } from '../../access/scope.js';
import { definedFields } from '../../common/defined-fields.js';
import { dateIn } from '../../common/time/clock.js';
import type { Tx } from '../../database/tx.js';
import type { StepWrites } from '../../steps/steps.service.js';
import { clockAfter, type VendorsById } from '../clocks/claim-clocks.js';
import { CLAIM_STEPS, type ClaimFacts } from './claim-steps.js';
import type { ClaimStepBody } from './claims.dto.js';
import {
  ClaimVendorChanged,
  ClaimReplaced,
  notOfStep,
  replacementWithoutOutcome,
  stepIncomplete,
} from './claims.errors.js';
import { type ClaimTerms, dueDates } from './deadlines/due-dates.js';

/** What a step writes beside the state, the clock included. */
export function preparing(
  tx: Tx,
  scope: Scope,
  body: ClaimStepBody,
  vendors: VendorsById,
  isInBatch = false,
): (facts: ClaimFacts) => StepWrites {
  assertFields(body);
  const to = CLAIM_STEPS.ways.find(({ step }) => step === body.step)?.to ?? 'draft';
  return (facts) => {
    const vendor = vendors.get(facts.vendorId);
    if (!vendor) throw new ClaimVendorChanged();
    const set = writesOf(tx, scope, facts, body, vendor.terms, isInBatch);
    const clock = clockAfter(facts, to, set['acknowledgedAt'] !== null, vendor, tx.at);
    return { set: { ...set, ...clock }, ...(body.step === 'resubmit' ? { details: roundOf(facts) } : {}) };
  };
}

/** @throws InvalidInput for what only another step can say */
export function assertFields({
  step,
  outcome,
  denialReason,
  acceptWarnings,
  replacement,
}: ClaimStepBody): void {
  if (outcome !== undefined && step !== 'resolve') throw notOfStep('outcome', step);
  if (replacement !== undefined && outcome !== 'replaced') throw replacementWithoutOutcome();
  if (denialReason !== undefined && step !== 'deny') throw notOfStep('denialReason', step);
  if (acceptWarnings !== undefined && step !== 'ready') throw notOfStep('acceptWarnings', step);
}

/** What a claim forgets when it is sent again; the history keeps it. */
function roundOf(facts: ClaimFacts): object {
  const { sentAt, acknowledgedAt, acknowledgeMinutes, acknowledgePromise, resolveMinutes } = facts;
  const { resolvePromise, denialReason } = facts;
  return {
    sentAt,
    acknowledgedAt,
    acknowledgeMinutes,
    acknowledgePromise,
    resolveMinutes,
    resolvePromise,
    denialReason,
  };
}

/** What the vendor said of the round before is not true of the next one. */
const FORGOTTEN = { rma: null, expectedOn: null, trackingOut: null, trackingBack: null };

/**
 * What a step writes beside the state.
 * @throws InvalidInput where the step needs something that was not said
 */
function writesOf(
  tx: Tx,
  scope: Scope,
  facts: ClaimFacts,
  body: ClaimStepBody,
  terms: ClaimTerms,
  isInBatch: boolean,
): Record<string, unknown> {
  const { step, outcome, denialReason, acceptWarnings, reason: _, replacement: __, ...answer } = body;
  const reference = answer.reference === undefined ? facts.reference : answer.reference;
  const accepts = acceptWarnings === true && facts.warnings.length > 0 && facts.warningsAcceptedAt === null;
  if (step === 'ready' && facts.warnings.length > 0 && facts.warningsAcceptedAt === null && !accepts)
    throw stepIncomplete(
      'acceptWarnings',
      `The vendor may refuse this claim. ${facts.warnings.map(({ detail }) => detail).join(' ')} Confirm that you want to send it all the same.`,
    );
  if (step === 'send' && reference === null && !isInBatch)
    throw stepIncomplete('reference', 'Enter the number under which the vendor has the claim.');
  if (step === 'resolve' && outcome === undefined)
    throw stepIncomplete('outcome', 'Choose how the vendor resolved the claim.');
  if (step === 'deny' && denialReason === undefined)
    throw stepIncomplete('denialReason', 'Choose why the vendor denied the claim.');
  if (step === 'reopen' && facts.replacementDeviceId !== null) throw new ClaimReplaced();
  const said = { ...(step === 'resubmit' ? FORGOTTEN : {}), ...definedFields(answer) };
  const { rma, costQuotedCents, costApprovedCents } = { ...facts, ...said };
  const became = step === 'resolve' ? (outcome ?? null) : step === 'reopen' ? null : facts.outcome;
  const { returnsPart } = facts;
  const after = { rma, costQuotedCents, costApprovedCents, outcome: became, returnsPart };
  // Every claim of a list sets the same columns.
  return {
    ...said,
    ...dueDates(facts, after, answer, terms, dateIn(scope.timeZone, tx.at)),
    reference,
    outcome: became,
    denialReason: step === 'deny' ? denialReason : step === 'resubmit' ? null : facts.denialReason,
    resubmissions: facts.resubmissions + (step === 'resubmit' ? 1 : 0),
    warningsAcceptedAt: accepts ? tx.at : facts.warningsAcceptedAt,
    warningsAcceptedBy: accepts ? scope.accountId : facts.warningsAcceptedBy,
    ...timesOf(tx, facts, step),
  };
}

/** When it was first sent, acknowledged and resolved. What comes back and is sent again is acknowledged anew. */
function timesOf(tx: Tx, facts: ClaimFacts, step: string): Record<string, unknown> {
  const { sentAt, acknowledgedAt, resolvedAt } = facts;
  const isAnswered = ['acknowledge', 'start', 'resolve', 'deny'].includes(step);
  return {
    sentAt: step === 'send' ? tx.at : step === 'resubmit' ? null : sentAt,
    acknowledgedAt: step === 'resubmit' ? null : (acknowledgedAt ?? (isAnswered ? tx.at : null)),
    resolvedAt: step === 'resolve' ? tx.at : step === 'reopen' ? null : resolvedAt,
    endedAt: step === 'close' || step === 'cancel' ? tx.at : null,
  };
}
