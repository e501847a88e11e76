import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { District } from '../../access/entities/district.entity.js';
import type { LayoutDefinition } from './layout.js';

/** How claims become a file for a vendor. What it says is in its versions. */
@Entity('claim_layouts')
@Unique('claim_layouts_key_unique', ['districtId', 'key'])
@Index('claim_layouts_name_unique', { synchronize: false })
@Check('claim_layouts_key_form', `key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('claim_layouts_name_filled', `btrim(name) <> ''`)
@Check('claim_layouts_version_counted', 'version > 0 AND layout_version > 0')
@ForeignKey(() => District, ['districtId'], ['id'], { name: 'claim_layouts_district' })
export class ClaimLayout {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  /** What vendors' settings call it. It never changes. */
  @Column('text')
  key!: string;

  @Column('text')
  name!: string;

  /** Counts every change, also of the name. */
  @Column('integer', { default: 1 })
  version!: number;

  /** The latest of its versions. A batch names the one that it was written with. */
  @Column('integer', { default: 1 })
  layoutVersion!: number;

  @Column('timestamptz', { nullable: true })
  archivedAt!: Date | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** What a layout said, from one change to the next. Append-only. */
@Entity('claim_layout_versions')
@Check('claim_layout_versions_counted', 'layout_version > 0')
@ForeignKey(() => ClaimLayout, ['districtId', 'layoutId'], ['districtId', 'id'], {
  name: 'claim_layout_versions_layout',
})
@ForeignKey(() => Account, ['districtId', 'createdBy'], ['districtId', 'id'], {
  name: 'claim_layout_versions_creator',
})
export class ClaimLayoutVersion {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  layoutId!: string;

  @PrimaryColumn('integer')
  layoutVersion!: number;

  @Column('jsonb')
  definition!: LayoutDefinition;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}
