import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { StoredFileRow } from '../../files/file.entities.js';
import { Sweep } from './sweep.entities.js';

/** Who signed a sweep when it was closed, and how. Append-only: a sweep has one signature, and it never changes. */
@Entity('sweep_signatures')
@Check('sweep_signatures_name_filled', `btrim(name) <> ''`)
@Index('sweep_signatures_of_image', ['districtId', 'imageId'], { unique: true })
@ForeignKey(() => Sweep, ['districtId', 'sweepId'], ['districtId', 'id'], { name: 'sweep_signatures_sweep' })
@ForeignKey(() => StoredFileRow, ['districtId', 'imageId'], ['districtId', 'id'], {
  name: 'sweep_signatures_image',
})
@ForeignKey(() => Account, ['districtId', 'signedBy'], ['districtId', 'id'], {
  name: 'sweep_signatures_signer',
})
export class SweepSignature {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  sweepId!: string;

  /** As the person wrote it. */
  @Column('text')
  name!: string;

  /** What the person drew; null where they typed their name. */
  @Column('uuid', { nullable: true })
  imageId!: string | null;

  @Column('uuid')
  signedBy!: string;

  @Column('timestamptz')
  signedAt!: Date;
}
