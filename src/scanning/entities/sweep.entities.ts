import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { ChangeSet } from '../../devices/entities/change-set.entity.js';
import { Device } from '../../devices/entities/device.entity.js';
import { Cart } from '../../sites/entities/cart.entity.js';
import { Room } from '../../sites/entities/room.entity.js';
import { Site } from '../../sites/entities/site.entity.js';

/** A count of what stands in a room or at a site, against what should. */
@Entity('sweeps')
@Check('sweeps_of_one_place', `room_id IS NULL OR cart_id IS NULL`)
@Check('sweeps_closed_by_somebody', `(closed_at IS NULL) = (closed_by IS NULL)`)
@Check('sweeps_scans_counted', `(closed_at IS NULL) = (counted_scans IS NULL)`)
@Index('sweeps_by_place', ['districtId', 'siteId', 'roomId', 'closedAt'])
@Index('sweeps_one_open', { synchronize: false })
@Index('sweeps_latest', { synchronize: false })
@ForeignKey(() => Site, ['districtId', 'siteId'], ['districtId', 'id'], { name: 'sweeps_site' })
@ForeignKey(() => Room, ['districtId', 'siteId', 'roomId'], ['districtId', 'siteId', 'id'], {
  name: 'sweeps_room',
})
@ForeignKey(() => Cart, ['districtId', 'siteId', 'cartId'], ['districtId', 'siteId', 'id'], {
  name: 'sweeps_cart',
})
@ForeignKey(() => Account, ['districtId', 'begunBy'], ['districtId', 'id'], { name: 'sweeps_beginner' })
@ForeignKey(() => Account, ['districtId', 'closedBy'], ['districtId', 'id'], { name: 'sweeps_closer' })
@ForeignKey(() => ChangeSet, ['districtId', 'changeSetId'], ['districtId', 'id'], {
  name: 'sweeps_change_set',
})
export class Sweep {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  /** Null if the sweep has no name. Pages then show its place. */
  @Column('text', { nullable: true })
  name!: string | null;

  @Column('uuid')
  siteId!: string;

  /** Without a room or a cart, the sweep is of the whole site. */
  @Column('uuid', { nullable: true })
  roomId!: string | null;

  @Column('uuid', { nullable: true })
  cartId!: string | null;

  @Column('uuid')
  begunBy!: string;

  @Column('timestamptz', { default: () => 'now()' })
  begunAt!: Date;

  @Column('uuid', { nullable: true })
  closedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  /** Scans there were when it was closed, of whatever outcome: the rest came later. */
  @Column('integer', { nullable: true })
  countedScans!: number | null;

  /** What whoever closed it had to say. */
  @Column('text', { nullable: true })
  note!: string | null;

  /** The moves that closing it made. */
  @Column('uuid', { nullable: true })
  changeSetId!: string | null;
}

/** A device that was expected, and where, when the sweep began. Append-only. */
@Entity('sweep_devices')
@ForeignKey(() => Sweep, ['districtId', 'sweepId'], ['districtId', 'id'], { name: 'sweep_devices_sweep' })
@ForeignKey(() => Device, ['districtId', 'deviceId'], ['districtId', 'id'], { name: 'sweep_devices_device' })
export class SweepDevice {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  sweepId!: string;

  @PrimaryColumn('uuid')
  deviceId!: string;

  @Column('uuid', { nullable: true })
  roomId!: string | null;
}

/** What a sweep that was closed said of one device or code. Append-only. */
@Entity('sweep_findings')
@Check('sweep_findings_result_known', `result IN ('verified', 'misplaced', 'missing', 'unknown', 'retired')`)
@ForeignKey(() => Sweep, ['districtId', 'sweepId'], ['districtId', 'id'], { name: 'sweep_findings_sweep' })
@ForeignKey(() => Device, ['districtId', 'deviceId'], ['districtId', 'id'], { name: 'sweep_findings_device' })
@ForeignKey(() => Site, ['districtId', 'recordedSiteId'], ['districtId', 'id'], {
  name: 'sweep_findings_recorded_site',
})
export class SweepFinding {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  sweepId!: string;

  /** Id of the device, or the code that no device has. */
  @PrimaryColumn('text')
  key!: string;

  @Column('text')
  result!: string;

  @Column('text', { nullable: true })
  code!: string | null;

  @Column('uuid', { nullable: true })
  deviceId!: string | null;

  /** Names of rooms, as they were called then. */
  @Column('text', { nullable: true })
  expectedRoom!: string | null;

  @Column('text', { nullable: true })
  foundRoom!: string | null;

  @Column('timestamptz', { nullable: true })
  seenAt!: Date | null;

  @Column('uuid', { nullable: true })
  seenBy!: string | null;

  @Column('uuid', { nullable: true })
  scanId!: string | null;

  /** Where the device was on record when the sweep was closed, before anything was moved. */
  @Column('uuid', { nullable: true })
  recordedSiteId!: string | null;

  @Column('text', { nullable: true })
  recordedRoom!: string | null;

  @Column('text', { nullable: true })
  recordedCart!: string | null;
}
