import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { oneOf } from '../../database/known-values.js';
import { Vendor } from '../../vendors/vendor.entity.js';
import { DELIVERY_WAYS, type DeliveryWay } from '../../vendors/vendor-delivery.dto.js';
import { ClaimLayout } from '../layouts/layout.entities.js';
import {
  type BatchSchedule,
  type DeliverySettings,
  SECRET_KINDS,
  type SecretKind,
} from './delivery-settings.js';

/** In which layout a vendor gets claims, how and when. A vendor without a row gets the usual. */
@Entity('vendor_deliveries')
@Index('vendor_deliveries_due', ['districtId', 'nextRunAt'], { where: 'next_run_at IS NOT NULL' })
@Index('vendor_deliveries_of_layout', ['districtId', 'layoutId'])
@Check('vendor_deliveries_way_known', oneOf('way', DELIVERY_WAYS))
@Check('vendor_deliveries_scheduled', '(schedule IS NULL) = (next_run_at IS NULL)')
@ForeignKey(() => Vendor, ['districtId', 'vendorId'], ['districtId', 'id'], {
  name: 'vendor_deliveries_vendor',
})
@ForeignKey(() => ClaimLayout, ['districtId', 'layoutId'], ['districtId', 'id'], {
  name: 'vendor_deliveries_layout',
})
@ForeignKey(() => Account, ['districtId', 'updatedBy'], ['districtId', 'id'], {
  name: 'vendor_deliveries_editor',
})
export class VendorDelivery {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  vendorId!: string;

  /** Null for the general one. */
  @Column('uuid', { nullable: true })
  layoutId!: string | null;

  @Column('text')
  way!: DeliveryWay;

  /** Without secrets, which have rows of their own. */
  @Column('jsonb')
  settings!: DeliverySettings;

  /** The vendor may get columns with names of people. */
  @Column('boolean')
  allowsNames!: boolean;

  @Column('jsonb', { nullable: true })
  schedule!: BatchSchedule | null;

  @Column('timestamptz', { nullable: true })
  nextRunAt!: Date | null;

  /** When the schedule last ran. */
  @Column('timestamptz', { nullable: true })
  ranAt!: Date | null;

  /** What came of it, in words. */
  @Column('text', { nullable: true })
  ranWith!: string | null;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('uuid', { nullable: true })
  updatedBy!: string | null;

  @Column('timestamptz')
  updatedAt!: Date;
}

/** A sealed secret that a vendor and the district share. */
@Entity('vendor_secrets')
@Check('vendor_secrets_kind_known', oneOf('kind', SECRET_KINDS))
@Check('vendor_secrets_previous_whole', '(previous_sealed IS NULL) = (previous_until IS NULL)')
@ForeignKey(() => Vendor, ['districtId', 'vendorId'], ['districtId', 'id'], { name: 'vendor_secrets_vendor' })
@ForeignKey(() => Account, ['districtId', 'setBy'], ['districtId', 'id'], { name: 'vendor_secrets_setter' })
export class VendorSecret {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  vendorId!: string;

  @PrimaryColumn('text')
  kind!: SecretKind;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz')
  setAt!: Date;

  @Column('uuid', { nullable: true })
  setBy!: string | null;

  /** The one before, which still opens replies for a while. */
  @Column('bytea', { nullable: true })
  previousSealed!: Buffer | null;

  @Column('timestamptz', { nullable: true })
  previousUntil!: Date | null;
}
