import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { oneOf } from '../../database/known-values.js';
import { Device } from '../../devices/entities/device.entity.js';

/** The service that managed a device. `never_managed`: no service ever managed it. */
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

/** A record that a device was released from management, so that its next owner can use it. */
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

  /** When somebody took this record back, because it was a mistake. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;

  @Column('uuid', { nullable: true })
  withdrawnBy!: string | null;
}
