import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { Site } from '../../sites/entities/site.entity.js';
import { Device } from '../entities/device.entity.js';

/** How a device looked to whoever had it in front of them. */
export const CONDITIONS = ['good', 'fair', 'poor', 'broken'] as const;

export type Condition = (typeof CONDITIONS)[number];

/** Somebody had a device in front of them. Append-only. */
@Entity('device_sightings')
@Check('device_sightings_condition_known', `condition IN ('good', 'fair', 'poor', 'broken')`)
@Check('device_sightings_not_ahead', `seen_at <= recorded_at + interval '1 minute'`)
@Index('device_sightings_latest', { synchronize: false })
@ForeignKey(() => Device, ['districtId', 'deviceId'], ['districtId', 'id'], {
  name: 'device_sightings_device',
})
@ForeignKey(() => Site, ['districtId', 'siteId'], ['districtId', 'id'], { name: 'device_sightings_site' })
@ForeignKey(() => Account, ['districtId', 'seenBy'], ['districtId', 'id'], {
  name: 'device_sightings_account',
})
export class DeviceSighting {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  deviceId!: string;

  /** Made by the client, so that what is sent twice is there once. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz')
  seenAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  recordedAt!: Date;

  @Column('uuid', { nullable: true })
  seenBy!: string | null;

  /** Where it was seen, which need not be where it belongs. */
  @Column('uuid')
  siteId!: string;

  @Column('text', { nullable: true })
  condition!: Condition | null;

  /** Null where nobody said. */
  @Column('boolean', { nullable: true })
  inUse!: boolean | null;
}

/** A sighting that was taken back: a device was scanned by mistake. Append-only. */
@Entity('retracted_sightings')
@ForeignKey(() => DeviceSighting, ['districtId', 'deviceId', 'id'], ['districtId', 'deviceId', 'id'], {
  name: 'retracted_sightings_sighting',
})
@ForeignKey(() => Account, ['districtId', 'retractedBy'], ['districtId', 'id'], {
  name: 'retracted_sightings_account',
})
export class RetractedSighting {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  deviceId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  retractedBy!: string;

  @Column('timestamptz', { default: () => 'now()' })
  retractedAt!: Date;
}
