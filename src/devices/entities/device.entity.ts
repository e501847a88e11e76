import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { DeviceKind } from '../../catalogue/kinds.js';
import type { DeviceStatus, DisposalRoute } from '../statuses.js';

/**
 * One physical thing with at least one code on it. The row is the fold of its events and is written only by
 * the recorder. Tag and serial stand here too, so that a list reads one table; `device_codes` keeps them unique.
 */
@Entity('devices')
@Check(
  'devices_status_known',
  `status IN ('in_stock', 'deployed', 'in_repair', 'missing', 'retired', 'disposed', 'void')`,
)
@Check('devices_cost_not_negative', `cost_cents >= 0`)
@Check('devices_coded', `asset_tag IS NOT NULL OR serial_number IS NOT NULL OR status = 'void'`)
@Check(
  'devices_route_known',
  `disposal_route IN ('recycle', 'sell', 'donate', 'write_off', 'vendor_swap', 'lease_return', 'trade_in', 'agency_transfer', 'historical')`,
)
@Check('devices_route_of_disposed', `(status = 'disposed') = (disposal_route IS NOT NULL)`)
@Check('devices_merged_is_void', `merged_into_id IS NULL OR status = 'void'`)
@Index('devices_by_site', ['districtId', 'siteId', 'status', 'kind', 'id'])
@Index('devices_by_status', ['districtId', 'status', 'id'])
@Index('devices_by_model', ['districtId', 'modelId', 'id'])
@Index('devices_by_tag', { synchronize: false })
@Index('devices_by_in_service', { synchronize: false })
@Index('devices_by_status_since', ['districtId', 'statusSince', 'id'])
@Index('devices_by_funding', ['districtId', 'fundingSourceId', 'id'], {
  where: 'funding_source_id IS NOT NULL',
})
@Index('devices_by_room', ['districtId', 'roomId'], { where: 'room_id IS NOT NULL' })
@Index('devices_by_cart', ['districtId', 'cartId'], { where: 'cart_id IS NOT NULL' })
@Index('devices_by_person', ['districtId', 'personId'], { where: 'person_id IS NOT NULL' })
@Index('devices_by_survivor', ['districtId', 'mergedIntoId'], { where: 'merged_into_id IS NOT NULL' })
@ForeignKey('DeviceModel', ['districtId', 'modelId', 'kind'], ['districtId', 'id', 'kind'], {
  name: 'devices_model',
})
@ForeignKey('Site', ['districtId', 'siteId'], ['districtId', 'id'], { name: 'devices_site' })
@ForeignKey('Room', ['districtId', 'siteId', 'roomId'], ['districtId', 'siteId', 'id'], {
  name: 'devices_room',
})
@ForeignKey('Cart', ['districtId', 'siteId', 'cartId'], ['districtId', 'siteId', 'id'], {
  name: 'devices_cart',
})
@ForeignKey('Person', ['districtId', 'personId'], ['districtId', 'id'], { name: 'devices_person' })
@ForeignKey('FundingSource', ['districtId', 'fundingSourceId'], ['districtId', 'id'], {
  name: 'devices_funding',
})
@ForeignKey('Device', ['districtId', 'mergedIntoId'], ['districtId', 'id'], { name: 'devices_merged_into' })
export class Device {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  status!: DeviceStatus;

  @Column('text')
  kind!: DeviceKind;

  @Column('uuid')
  modelId!: string;

  @Column('uuid')
  siteId!: string;

  @Column('uuid', { nullable: true })
  roomId!: string | null;

  @Column('uuid', { nullable: true })
  cartId!: string | null;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('text', { nullable: true })
  assetTag!: string | null;

  @Column('text', { nullable: true })
  serialNumber!: string | null;

  @Column('date', { nullable: true })
  purchasedOn!: string | null;

  @Column('date', { nullable: true })
  inServiceOn!: string | null;

  @Column('integer', { nullable: true })
  costCents!: number | null;

  @Column('text', { nullable: true })
  purchaseReference!: string | null;

  @Column('uuid', { nullable: true })
  fundingSourceId!: string | null;

  @Column('text', { nullable: true })
  notes!: string | null;

  @Column('text', { nullable: true })
  disposalRoute!: DisposalRoute | null;

  @Column('uuid', { nullable: true })
  mergedIntoId!: string | null;

  /** The day from which the device counts. */
  @Column('date')
  enteredOn!: string;

  /** False: no date was known, and it counts from the day of its load. */
  @Column('boolean')
  entryDated!: boolean;

  @Column('timestamptz')
  statusSince!: Date;

  @Column('timestamptz')
  lastEffectiveAt!: Date;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt!: Date;
}
