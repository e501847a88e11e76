import { siteFilter } from '../../access/scope.js';
import { CLOCK_FACTS, type ClockFacts } from '../clocks/claim-clocks.js';
import { type DueFacts, RETURNS_PART } from './deadlines/due-dates.js';
import { defineSteps, type Reach, type Way } from '../../steps/step-machine.js';
import {
  CLAIM_STATES,
  type ClaimState,
  type DataRemoved,
  type DenialReason,
  type ClaimWarning,
} from './claim.entity.js';

/** What the steps read of a claim under its lock. */
export interface ClaimFacts extends ClockFacts, DueFacts {
  number: string;
  deviceId: string;
  reference: string | null;
  replacementDeviceId: string | null;
  replacementChangeSetId: string | null;
  dataRemoved: DataRemoved | null;
  /** Whether a defective part must go back. */
  returnsPart: boolean;
  denialReason: DenialReason | null;
  resubmissions: number;
  warnings: ClaimWarning[];
  /** Instants are texts here, as PostgreSQL writes them. */
  warningsAcceptedAt: string | null;
  warningsAcceptedBy: string | null;
  sentAt: string | null;
  resolvedAt: string | null;
}

/** An answer that is undone leads back to where the claim was, and everything that an answer leads to comes after it. */
const RETRACTIONS: Way<ClaimState>[] = (
  [
    ['sent', ['sent', 'acknowledged', 'in_progress', 'waiting', 'resolved', 'denied']],
    ['acknowledged', ['acknowledged', 'in_progress', 'waiting', 'resolved', 'denied']],
    ['in_progress', ['in_progress', 'waiting', 'resolved', 'denied']],
    ['waiting', ['waiting', 'in_progress', 'resolved', 'denied']],
    ['resolved', ['resolved', 'in_progress']],
    ['denied', ['denied']],
  ] as const
).map(([to, from]) => ({ step: `retract_to_${to}`, from, to, onlyBy: 'system' }));

const WITH_VENDOR = ['sent', 'acknowledged', 'in_progress', 'waiting'] as const;
const needs = 'warranty:edit';
/** Of these, the district notes what a vendor said, or the vendor says so itself. */
const answers = ['warranty:edit', 'claims:answer'] as const;

/**
 * Whoever sees the device now: it may have moved since the claim was opened. A person at a vendor reaches what was sent to
 * that vendor.
 */
const reachOfClaims: Reach = (scope) =>
  scope.role === 'vendor'
    ? { sql: 't.vendor_id = $3 AND t.sent_at IS NOT NULL', parameters: [scope.vendorId] }
    : reachByDevice(scope);

const reachByDevice: Reach = (scope) => ({
  sql: `($3::uuid[] IS NULL OR EXISTS (
           SELECT FROM devices d WHERE d.district_id = $1 AND d.id = t.device_id AND d.site_id = ANY ($3)))`,
  parameters: [siteFilter(scope)],
});

/** The life of a claim (`design/warranty.md`). "Waiting" is for the district. */
export const CLAIM_STEPS = defineSteps<ClaimState, ClaimFacts>({
  kind: 'claim',
  table: 'claims',
  name: 'The claim',
  codes: { notFound: 'CLAIM_NOT_FOUND', wrongState: 'CLAIM_WRONG_STATE' },
  noteField: 'reason',
  states: CLAIM_STATES,
  starts: 'draft',
  ways: [
    { step: 'ready', from: 'draft', to: 'ready', needs },
    { step: 'redraft', from: 'ready', to: 'draft', needs },
    { step: 'send', from: 'ready', to: 'sent', needs },
    { step: 'acknowledge', from: 'sent', to: 'acknowledged', needs: answers },
    { step: 'start', from: ['sent', 'acknowledged'], to: 'in_progress', needs: answers },
    {
      step: 'wait',
      from: ['acknowledged', 'in_progress'],
      to: 'waiting',
      needs: answers,
      needsNote: true,
    },
    { step: 'resume', from: 'waiting', to: 'in_progress', needs: answers },
    { step: 'resolve', from: WITH_VENDOR, to: 'resolved', needs: answers },
    { step: 'deny', from: WITH_VENDOR, to: 'denied', needs: answers },
    { step: 'resubmit', from: 'denied', to: 'ready', needs, needsNote: true },
    { step: 'reopen', from: 'resolved', to: 'in_progress', needs, needsNote: true },
    // The district adds the device that the vendor sent instead. The controller checks the permission for this step.
    { step: 'replace', from: 'resolved', to: 'resolved', onlyBy: 'system' },
    // Not "reopen": the district made the mistake, and the repair still counts as lasting.
    {
      step: 'undo_replacement',
      from: 'resolved',
      to: 'in_progress',
      onlyBy: 'system',
      needs,
      needsNote: true,
    },
    { step: 'close', from: ['resolved', 'denied'], to: 'closed', needs },
    { step: 'cancel', from: ['draft', 'ready', 'sent', 'waiting'], to: 'cancelled', needs, needsNote: true },
    ...RETRACTIONS,
  ],
  reach: reachOfClaims,
  columns: {
    number: 't.number',
    deviceId: 't.device_id',
    reference: 't.reference',
    outcome: 't.outcome',
    rma: 't.rma',
    rmaExpiresOn: 't.rma_expires_on::text',
    costQuotedCents: 't.cost_quoted_cents',
    costApprovedCents: 't.cost_approved_cents',
    quoteDueOn: 't.quote_due_on::text',
    partDueOn: 't.part_due_on::text',
    replacementDeviceId: 't.replacement_device_id',
    replacementChangeSetId: 't.replacement_change_set_id',
    dataRemoved: 't.data_removed',
    returnsPart: RETURNS_PART,
    denialReason: 't.denial_reason',
    resubmissions: 't.resubmissions',
    warnings: 't.warnings',
    warningsAcceptedAt: 't.warnings_accepted_at::text',
    warningsAcceptedBy: 't.warnings_accepted_by',
    sentAt: 't.sent_at::text',
    ...CLOCK_FACTS,
    resolvedAt: 't.resolved_at::text',
  },
});

/** In these states, a claim does not need its device any more. */
export const ENDED: readonly ClaimState[] = ['closed', 'cancelled'];
