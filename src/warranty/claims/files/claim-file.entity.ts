import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../../../access/entities/account.entity.js';
import { oneOf } from '../../../database/known-values.js';
import { StoredFileRow } from '../../../files/file.entities.js';
import { Claim } from '../claim.entity.js';

export const CLAIM_FILE_KINDS = ['photo', 'proof_of_purchase', 'other'] as const;
export type ClaimFileKind = (typeof CLAIM_FILE_KINDS)[number];

/** A photo or a paper of a claim. */
@Entity('claim_files')
@Unique('claim_files_file_once', ['districtId', 'fileId'])
@Check('claim_files_kind_known', oneOf('kind', CLAIM_FILE_KINDS))
@ForeignKey(() => Claim, ['districtId', 'claimId'], ['districtId', 'id'], { name: 'claim_files_claim' })
@ForeignKey(() => StoredFileRow, ['districtId', 'fileId'], ['districtId', 'id'], { name: 'claim_files_file' })
@ForeignKey(() => Account, ['districtId', 'addedBy'], ['districtId', 'id'], { name: 'claim_files_adder' })
export class ClaimFile {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  claimId!: string;

  @PrimaryColumn('uuid')
  fileId!: string;

  @Column('text')
  kind!: ClaimFileKind;

  /** Whether the vendor of the claim may see it. */
  @Column('boolean', { default: false })
  isShared!: boolean;

  @Column('uuid', { nullable: true })
  addedBy!: string | null;

  @Column('timestamptz')
  addedAt!: Date;
}
