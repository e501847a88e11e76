import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { ChangeSet } from '../../devices/entities/change-set.entity.js';
import { Device } from '../../devices/entities/device.entity.js';
import { StoredFileRow } from '../../files/file.entities.js';
import { Site } from '../../sites/entities/site.entity.js';
import type { Clash, ScanOutcome } from '../scan-outcomes.js';
import { Sweep } from './sweep.entities.js';

/** One scan, once, with what became of it. */
@Entity('scans')
@Check('scans_outcome_known', `outcome IN ('applied', 'conflict', 'unknown', 'refused', 'dismissed')`)
@Check('scans_reason_given', `outcome NOT IN ('conflict', 'refused') OR reason IS NOT NULL`)
@Check('scans_device_known', `outcome <> 'applied' OR action = 'undo' OR device_id IS NOT NULL`)
@Check('scans_resolved_by_somebody', `(resolved_at IS NULL) = (resolved_by IS NULL)`)
@Check('scans_not_ahead', `effective_at <= received_at + interval '1 minute'`)
@Index('scans_of_account', { synchronize: false })
@Index('scans_in_conflict', { synchronize: false })
@Index('scans_unknown', { synchronize: false })
@Index('scans_that_left', { synchronize: false })
@Index('scans_left_latest', { synchronize: false })
@Index('scans_of_sweep', { synchronize: false })
@Index('scans_photo_once', { synchronize: false })
@ForeignKey(() => Account, ['districtId', 'accountId'], ['districtId', 'id'], { name: 'scans_account' })
@ForeignKey(() => Device, ['districtId', 'deviceId'], ['districtId', 'id'], { name: 'scans_device' })
@ForeignKey(() => Site, ['districtId', 'siteId'], ['districtId', 'id'], { name: 'scans_site' })
@ForeignKey(() => Site, ['districtId', 'fromSiteId'], ['districtId', 'id'], { name: 'scans_from_site' })
@ForeignKey(() => ChangeSet, ['districtId', 'changeSetId'], ['districtId', 'id'], {
  name: 'scans_change_set',
})
@ForeignKey(() => Sweep, ['districtId', 'sweepId'], ['districtId', 'id'], { name: 'scans_sweep' })
@ForeignKey(() => Account, ['districtId', 'resolvedBy'], ['districtId', 'id'], { name: 'scans_resolver' })
@ForeignKey(() => StoredFileRow, ['districtId', 'photoId'], ['districtId', 'id'], { name: 'scans_photo' })
export class ScanRecord {
  @PrimaryColumn('uuid')
  districtId!: string;

  /** UUIDv7 made by the phone. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  accountId!: string;

  @Column('text')
  code!: string;

  @Column('text')
  action!: string;

  /** Site, room, cart, day and note that were said with it. */
  @Column('jsonb')
  said!: object;

  /** Whom it was deployed to, in words, and only until that is decided. */
  @Column('text', { nullable: true })
  holder!: string | null;

  /** The scan before it of this device in the same journal. */
  @Column('uuid', { nullable: true })
  afterId!: string | null;

  /** Version of the device that the phone showed. */
  @Column('integer', { nullable: true })
  versionSeen!: number | null;

  /** Version of the device that the next scan of the journal builds on. */
  @Column('integer', { nullable: true })
  knownVersion!: number | null;

  /** By the phone's clock. */
  @Column('timestamptz')
  scannedAt!: Date;

  @Column('timestamptz')
  effectiveAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  receivedAt!: Date;

  @Column('text')
  outcome!: ScanOutcome;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { nullable: true })
  detail!: string | null;

  @Column('jsonb', { nullable: true })
  clash!: Clash[] | null;

  @Column('uuid', { nullable: true })
  deviceId!: string | null;

  /** Where it was scanned. */
  @Column('uuid', { nullable: true })
  siteId!: string | null;

  /** The site that the device left by it. */
  @Column('uuid', { nullable: true })
  fromSiteId!: string | null;

  @Column('uuid', { nullable: true })
  changeSetId!: string | null;

  /** The sweep that it was scanned for. */
  @Column('uuid', { nullable: true })
  sweepId!: string | null;

  /** What the code was on; only as long as the scan waits. */
  @Column('uuid', { nullable: true })
  photoId!: string | null;

  @Column('timestamptz', { nullable: true })
  resolvedAt!: Date | null;

  @Column('uuid', { nullable: true })
  resolvedBy!: string | null;

  @Column('text', { nullable: true })
  resolutionNote!: string | null;
}
