import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { Vendor } from '../../vendors/vendor.entity.js';
import { Claim } from '../claims/claim.entity.js';
import { ClaimLayoutVersion } from '../layouts/layout.entities.js';
import type { RemarkedClaim } from '../layouts/rendering/lay-out.js';

/** The last number of a vendor's batches. It is counted in the transaction of the batch, so none is left out. */
@Entity('claim_batch_counters')
@ForeignKey(() => Vendor, ['districtId', 'vendorId'], ['districtId', 'id'], {
  name: 'claim_batch_counters_vendor',
})
export class ClaimBatchCounter {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  vendorId!: string;

  @Column('integer')
  last!: number;
}

/** A file of claims for one vendor, with its exact bytes. Append-only: a mistake is mended by a batch that supersedes it. */
@Entity('claim_batches')
@Unique('claim_batches_sequence_unique', ['districtId', 'vendorId', 'sequence'])
@Unique('claim_batches_superseded_once', ['districtId', 'supersedesId'])
@Unique('claim_batches_correction_unique', ['districtId', 'id', 'vendorId', 'correction'])
@Index('claim_batches_by_age', ['districtId', 'createdAt', 'id'])
@Check('claim_batches_counted', 'sequence > 0 AND claim_count > 0 AND row_count >= claim_count')
@Check(
  'claim_batches_corrects',
  'correction >= 0 AND (correction = 0) = (supersedes_id IS NULL) AND supersedes_id <> id',
)
@Check('claim_batches_whole', 'octet_length(bytes) = size_bytes AND sha256 = sha256(bytes)')
@ForeignKey(() => Vendor, ['districtId', 'vendorId'], ['districtId', 'id'], { name: 'claim_batches_vendor' })
@ForeignKey(
  () => ClaimLayoutVersion,
  ['districtId', 'layoutId', 'layoutVersion'],
  ['districtId', 'layoutId', 'layoutVersion'],
  { name: 'claim_batches_layout' },
)
@ForeignKey(() => ClaimBatch, ['districtId', 'supersedesId'], ['districtId', 'id'], {
  name: 'claim_batches_supersedes',
})
@ForeignKey(() => Account, ['districtId', 'createdBy'], ['districtId', 'id'], {
  name: 'claim_batches_creator',
})
export class ClaimBatch {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  vendorId!: string;

  /** Counts up for each vendor, from 1. */
  @Column('integer')
  sequence!: number;

  @Column('uuid')
  layoutId!: string;

  @Column('integer')
  layoutVersion!: number;

  /** 0 for claims that are sent for the first time, and one more for each batch that supersedes another. */
  @Column('integer')
  correction!: number;

  @Column('uuid', { nullable: true })
  supersedesId!: string | null;

  @Column('integer')
  claimCount!: number;

  /** Rows of the file, without its headers. */
  @Column('integer')
  rowCount!: number;

  /** The file has names of people, which the district allowed for this vendor. */
  @Column('boolean')
  hasNames!: boolean;

  /** What Rollcall cut or replaced in the file. */
  @Column('jsonb')
  changed!: RemarkedClaim[];

  @Column('text')
  fileName!: string;

  @Column('text')
  mediaType!: string;

  @Column('integer')
  sizeBytes!: number;

  @Column('bytea')
  sha256!: Buffer;

  @Column('bytea')
  bytes!: Buffer;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}

/**
 * A claim in a batch. For each round of a claim, which is how often it was sent again after a denial, there is one row, and
 * one more for each correction of that batch. Append-only.
 */
@Entity('claim_batch_claims')
@Unique('claim_batch_claims_position_unique', ['districtId', 'batchId', 'position'])
@Check('claim_batch_claims_counted', 'round >= 0 AND correction >= 0 AND position > 0')
@ForeignKey(() => Claim, ['districtId', 'claimId'], ['districtId', 'id'], {
  name: 'claim_batch_claims_claim',
})
@ForeignKey(
  () => ClaimBatch,
  ['districtId', 'batchId', 'vendorId', 'correction'],
  ['districtId', 'id', 'vendorId', 'correction'],
  { name: 'claim_batch_claims_batch' },
)
export class ClaimBatchClaim {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  claimId!: string;

  @PrimaryColumn('integer')
  round!: number;

  @PrimaryColumn('integer')
  correction!: number;

  @Column('uuid')
  batchId!: string;

  @Column('uuid')
  vendorId!: string;

  /** From 1, in the order of the file. */
  @Column('integer')
  position!: number;

  /** Of the device when the batch was made, for the manifest. */
  @Column('text', { nullable: true })
  serialNumber!: string | null;

  @Column('text', { nullable: true })
  assetTag!: string | null;
}
