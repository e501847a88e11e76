import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { Vendor } from '../../vendors/vendor.entity.js';

/** What the district shows to people at a vendor beside the fault. A vendor without a row sees none of it. */
@Entity('vendor_desks')
@ForeignKey(() => Vendor, ['districtId', 'vendorId'], ['districtId', 'id'], { name: 'vendor_desks_vendor' })
@ForeignKey(() => Account, ['districtId', 'updatedBy'], ['districtId', 'id'], { name: 'vendor_desks_editor' })
export class VendorDesk {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  vendorId!: string;

  @Column('boolean')
  showsAssetTags!: boolean;

  /** The contact of a claim, and where its device is shipped from. */
  @Column('boolean')
  showsContacts!: boolean;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('uuid', { nullable: true })
  updatedBy!: string | null;

  @Column('timestamptz')
  updatedAt!: Date;
}
