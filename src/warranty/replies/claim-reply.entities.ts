import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { oneOf } from '../../database/known-values.js';
import { Import } from '../../imports/imports.entities.js';
import { stateCheck } from '../../steps/step-machine.js';
import { Vendor } from '../../vendors/vendor.entity.js';
import {
  Claim,
  CLAIM_OUTCOMES,
  type ClaimOutcome,
  DENIAL_REASONS,
  type DenialReason,
} from '../claims/claim.entity.js';
import { WAITS_BECAUSE, type WaitsBecause } from './intake/judge-reply.js';
import { MEANINGS, type Meaning } from './words/word-meanings.js';

/** The ways on which replies come: a file, a signed HTTPS call, or the vendor's pages. */
export const REPLY_SOURCES = ['file', 'https', 'desk'] as const;
export type ReplySource = (typeof REPLY_SOURCES)[number];

/** `waiting`: for a person. `undone`: with the file that brought it. */
export const REPLY_STATES = ['waiting', 'applied', 'dismissed', 'undone'] as const;
export type ReplyState = (typeof REPLY_STATES)[number];

/** What a vendor said of a claim. What it says never changes; only what has become of it does. */
@Entity('claim_replies')
@Index('claim_replies_once', ['districtId', 'claimId', 'round', 'contentHash'], {
  unique: true,
  where: `state <> 'undone'`,
})
@Index('claim_replies_of_claim', ['districtId', 'claimId', 'id'])
@Index('claim_replies_by_state', ['districtId', 'state', 'id'])
@Index('claim_replies_of_word', ['districtId', 'wordKey', 'id'], { where: `state = 'waiting'` })
@Index('claim_replies_of_import', ['districtId', 'importId', 'claimId'], { where: 'import_id IS NOT NULL' })
@Check('claim_replies_state_known', stateCheck(REPLY_STATES))
@Check('claim_replies_source_known', oneOf('source', REPLY_SOURCES))
@Check('claim_replies_of_file', `(source = 'file') = (import_id IS NOT NULL)`)
@Check('claim_replies_why_known', oneOf('why', WAITS_BECAUSE))
@Check('claim_replies_why_said', `state <> 'waiting' OR why IS NOT NULL AND why_detail IS NOT NULL`)
@Check('claim_replies_outcome_known', oneOf('outcome', CLAIM_OUTCOMES))
@Check('claim_replies_denial_known', oneOf('denial_reason', DENIAL_REASONS))
@Check('claim_replies_word_keyed', '(word IS NULL) = (word_key IS NULL)')
@Check('claim_replies_cost_positive', 'cost_cents >= 0')
@ForeignKey(() => Claim, ['districtId', 'claimId'], ['districtId', 'id'], { name: 'claim_replies_claim' })
@ForeignKey(() => Import, ['districtId', 'importId'], ['districtId', 'id'], { name: 'claim_replies_import' })
@ForeignKey(() => Account, ['districtId', 'receivedBy'], ['districtId', 'id'], {
  name: 'claim_replies_receiver',
})
export class ClaimReply {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  claimId!: string;

  /** How often the claim had been sent again before. */
  @Column('integer')
  round!: number;

  /** SHA-256 of what it says. */
  @Column('bytea')
  contentHash!: Buffer;

  @Column('text')
  source!: ReplySource;

  @Column('uuid', { nullable: true })
  importId!: string | null;

  @Column('text', { nullable: true })
  word!: string | null;

  /** The word as words are compared. */
  @Column('text', { nullable: true })
  wordKey!: string | null;

  @Column('text', { nullable: true })
  reference!: string | null;

  @Column('text', { nullable: true })
  rma!: string | null;

  @Column('date', { nullable: true })
  expectedOn!: string | null;

  @Column('integer', { nullable: true })
  costCents!: number | null;

  @Column('text', { nullable: true })
  outcome!: ClaimOutcome | null;

  @Column('text', { nullable: true })
  denialReason!: DenialReason | null;

  @Column('text', { nullable: true })
  replacementSerial!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('timestamptz', { nullable: true })
  saidAt!: Date | null;

  @Column('timestamptz')
  receivedAt!: Date;

  /** Who loaded the file, or answered on the vendor's pages. */
  @Column('uuid', { nullable: true })
  receivedBy!: string | null;

  @Column('text')
  state!: ReplyState;

  /** Why it had to wait for a person. */
  @Column('text', { nullable: true })
  why!: WaitsBecause | null;

  @Column('text', { nullable: true })
  whyDetail!: string | null;

  /** The claim before the first reply of one transaction and after the last one, for an undo. */
  @Column('jsonb', { nullable: true })
  claimBefore!: object | null;

  @Column('jsonb', { nullable: true })
  claimAfter!: object | null;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** What a word of a vendor means. */
@Entity('vendor_reply_words')
@Check('vendor_reply_words_meaning_known', oneOf('meaning', MEANINGS))
@Check('vendor_reply_words_outcome_known', oneOf('outcome', CLAIM_OUTCOMES))
@Check('vendor_reply_words_denial_known', oneOf('denial_reason', DENIAL_REASONS))
@Check('vendor_reply_words_outcome_of_end', `outcome IS NULL OR meaning = 'resolved'`)
@Check('vendor_reply_words_denial_of_end', `denial_reason IS NULL OR meaning = 'denied'`)
@Check('vendor_reply_words_filled', `word_key <> ''`)
@ForeignKey(() => Vendor, ['districtId', 'vendorId'], ['districtId', 'id'], {
  name: 'vendor_reply_words_vendor',
})
@ForeignKey(() => Account, ['districtId', 'updatedBy'], ['districtId', 'id'], {
  name: 'vendor_reply_words_editor',
})
export class VendorReplyWord {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  vendorId!: string;

  @PrimaryColumn('text')
  wordKey!: string;

  @Column('text')
  word!: string;

  @Column('text')
  meaning!: Meaning;

  @Column('text', { nullable: true })
  outcome!: ClaimOutcome | null;

  @Column('text', { nullable: true })
  denialReason!: DenialReason | null;

  @Column('uuid', { nullable: true })
  updatedBy!: string | null;

  @Column('timestamptz')
  updatedAt!: Date;
}
