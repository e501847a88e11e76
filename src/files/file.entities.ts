import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from '../access/entities/account.entity.js';

/** Bytes of a part. Only the last part of a file may be shorter. */
export const PART_BYTES = 1024 * 1024;

/** A file that some module keeps. The module's own row has the file's id, and a foreign key to it. */
@Entity('files')
@Check('files_sha256_length', `octet_length(sha256) = 32`)
@Check('files_size_counted', `size_bytes >= 0`)
@ForeignKey(() => Account, ['districtId', 'createdBy'], ['districtId', 'id'], { name: 'files_creator' })
export class StoredFileRow {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  mediaType!: string;

  @Column('text')
  name!: string;

  @Column('bigint')
  sizeBytes!: string;

  @Column('bytea')
  sha256!: Buffer;

  /** Null for what Rollcall itself stored. */
  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}

/** A mebibyte of a file. */
@Entity('file_parts')
@Check('file_parts_length', `octet_length(bytes) BETWEEN 1 AND ${PART_BYTES}`)
@ForeignKey(() => StoredFileRow, ['districtId', 'fileId'], ['districtId', 'id'], { name: 'file_parts_file' })
export class StoredFilePart {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  fileId!: string;

  /** From 0. */
  @PrimaryColumn('integer')
  part!: number;

  @Column('bytea')
  bytes!: Buffer;
}
