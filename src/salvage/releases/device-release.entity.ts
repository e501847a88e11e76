import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { oneOf } from '../../database/known-values.js';
import { Device } from '../../devices/entities/device.entity.js';

/** From what a device was released. `never_managed`: no service ever managed it. */
export const SERVICES = [
  'google_admin',
  'apple_school_manager',
  'intune',
  'jamf',
  'mosyle',
  'other',
  'never_managed',
] as const;
export type ManagingService = (typeof SERVICES)[number];

/** Somebody released a device from management, so that whoever gets it can use it. */
@Entity('device_releases')
@Check('device_releases_service_known', oneOf('service', SERVICES))
@Index('device_releases_by_time', ['districtId', 'releasedAt', 'id'], { where: 'withdrawn_at IS NULL' })
@Index('device_releases_of_device', ['districtId', 'deviceId'])
@ForeignKey(() => Device, ['districtId', 'deviceId'], ['districtId', 'id'], {
  name: 'device_releases_device',
})
@ForeignKey(() => Account, ['districtId', 'recordedBy'], ['districtId', 'id'], {
  name: 'device_releases_recorder',
})
@ForeignKey(() => Account, ['districtId', 'withdrawnBy'], ['districtId', 'id'], {
  name: 'device_releases_withdrawer',
})
export class DeviceRelease {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  deviceId!: string;

  @Column('text')
  service!: ManagingService;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('timestamptz')
  releasedAt!: Date;

  @Column('timestamptz')
  recordedAt!: Date;

  @Column('uuid', { nullable: true })
  recordedBy!: string | null;

  /** It was recorded by mistake. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;

  @Column('uuid', { nullable: true })
  withdrawnBy!: string | null;
}
