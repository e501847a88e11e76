import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../../access/lists/list.js';
import { Lists } from '../../../access/lists/lists.service.js';
import type { Scope } from '../../../access/scope.js';
import type { Page } from '../../../common/paging.js';
import type { Statements } from '../../../database/tx.js';
import { stepsOf, type StepView } from '../../../steps/step-history.js';
import type { ClaimOutcome, ClaimState, DenialReason } from '../../claims/claim.entity.js';
import type { ReplySource, ReplyState } from '../claim-reply.entities.js';
import type { WaitsBecause } from '../intake/judge-reply.js';
import type { ClaimRepliesQuery } from './claim-replies.dto.js';
import { ClaimReplyNotFound } from './claim-replies.errors.js';
import { REPLY_STEPS } from './reply-steps.js';

/** What a vendor said of a claim, and what has become of it. */
export interface ClaimReplyView {
  id: string;
  claimId: string;
  /** Such as `C-2026-000123`. */
  claimNumber: string;
  claimState: ClaimState;
  /** Key of the vendor. */
  vendor: string;
  vendorName: string;
  serialNumber: string | null;
  source: ReplySource;
  /** Id of the import that brought it. */
  importId: string | null;
  /** The vendor's word for what has become of the claim. */
  word: string | null;
  reference: string | null;
  rma: string | null;
  expectedOn: string | null;
  costCents: number | null;
  outcome: ClaimOutcome | null;
  denialReason: DenialReason | null;
  /** Serial number of the device that the vendor sent for the claimed one. */
  replacementSerial: string | null;
  note: string | null;
  /** When the vendor noted it, in its own system. */
  saidAt: Date | null;
  receivedAt: Date;
  /** Name or email of the account that loaded the file or answered on the vendor's pages. */
  receivedByName: string | null;
  /** `waiting`: for a person. `undone`: with the file that brought it. */
  state: ReplyState;
  /** Why it had to wait, and what to do. Null if it never had to. */
  why: WaitsBecause | null;
  whyDetail: string | null;
  version: number;
}

export interface ClaimReplyDetail extends ClaimReplyView {
  /** What people did with it: who, when and why. */
  steps: StepView[];
}

const REPLIES = list<ClaimReplyView, ClaimRepliesQuery>({
  name: 'claim replies',
  select: `
    SELECT r.id, r.claim_id AS "claimId", k.number AS "claimNumber", k.state AS "claimState", v.key AS vendor,
           v.name AS "vendorName", d.serial_number AS "serialNumber", r.source, r.import_id AS "importId", r.word,
           r.reference, r.rma, r.expected_on AS "expectedOn", r.cost_cents AS "costCents", r.outcome,
           r.denial_reason AS "denialReason", r.replacement_serial AS "replacementSerial", r.note,
           r.said_at AS "saidAt", r.received_at AS "receivedAt",
           coalesce(nullif(a.name, ''), a.email) AS "receivedByName", r.state, r.why, r.why_detail AS "whyDetail",
           r.version
      FROM claim_replies r
      JOIN claims k ON k.district_id = $1 AND k.id = r.claim_id
      JOIN vendors v ON v.district_id = $1 AND v.id = k.vendor_id
      JOIN devices d ON d.district_id = $1 AND d.id = k.device_id
      LEFT JOIN accounts a ON a.district_id = $1 AND a.id = r.received_by
     WHERE r.district_id = $1`,
  reach: 'd.site_id',
  filters: {
    state: (states, param) => `r.state = ANY (${param(states)}::text[])`,
    why: (why, param) => `r.why = ${param(why)}`,
    vendor: (key, param) => `v.key = ${param(key)}`,
    claim: (id, param) => `r.claim_id = ${param(id)}`,
  },
  sorts: { id: ['r.id'] },
  id: 'r.id',
});

@Injectable()
export class ClaimRepliesQueries {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
  ) {}

  list(scope: Scope, query: ClaimRepliesQuery): Promise<Page<ClaimReplyView>> {
    return this.lists.answer(REPLIES, scope, query);
  }

  /** @throws ClaimReplyNotFound where it is not there, or its device is at a site out of reach */
  async find(scope: Scope, id: string): Promise<ClaimReplyDetail> {
    const row = await this.row(scope, id);
    return { ...row, steps: await stepsOf(this.source.manager, scope, REPLY_STEPS, id) };
  }

  /** @throws ClaimReplyNotFound */
  async row(scope: Scope, id: string, db?: Statements): Promise<ClaimReplyView> {
    const row = await this.lists.find(REPLIES, scope, id, db);
    if (!row) throw new ClaimReplyNotFound();
    return row;
  }
}
