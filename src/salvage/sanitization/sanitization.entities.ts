import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { oneOf } from '../../database/known-values.js';
import { Device } from '../../devices/entities/device.entity.js';
import { MEDIA, type Medium, METHODS, type Method, type Technique, TECHNIQUES } from './techniques.js';

/** Whether the technique completed. NIST SP 800-88 Rev. 2 calls this verification. */
export const RESULTS = ['completed', 'failed'] as const;
export type SanitizationResult = (typeof RESULTS)[number];

/** `pulled`: the drive was taken out of the device and sanitized by itself. */
export const MEDIA_SOURCES = ['installed', 'pulled'] as const;
export type MediaSource = (typeof MEDIA_SOURCES)[number];

/** A decision about a completed sanitization. NIST SP 800-88 Rev. 2 calls this validation. */
export const DECISIONS = ['accept', 'repeat', 'escalate'] as const;
export type ValidationDecision = (typeof DECISIONS)[number];

/** How the data on some devices was removed, at one time and with one technique. Append-only. */
@Entity('sanitizations')
@Check('sanitizations_medium_known', oneOf('medium', MEDIA))
@Check('sanitizations_technique_known', oneOf('technique', TECHNIQUES))
@Check('sanitizations_method_known', oneOf('method', METHODS))
@Check('sanitizations_result_known', oneOf('result', RESULTS))
@Check('sanitizations_source_known', oneOf('media_source', MEDIA_SOURCES))
@Check('sanitizations_method_of_success', `(result = 'completed') = (method IS NOT NULL)`)
@Check('sanitizations_shred_has_size', `technique <> 'shred' OR particle_mm IS NOT NULL`)
@Check('sanitizations_particle_positive', 'particle_mm > 0')
@Index('sanitizations_of_scan', ['districtId', 'scanId'], { where: 'scan_id IS NOT NULL' })
@ForeignKey(() => Account, ['districtId', 'doneBy'], ['districtId', 'id'], { name: 'sanitizations_doer' })
export class Sanitization {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  medium!: Medium;

  @Column('text')
  mediaSource!: MediaSource;

  /** Serial number of a pulled drive. */
  @Column('text', { nullable: true })
  driveSerial!: string | null;

  @Column('text')
  technique!: Technique;

  /** The method that the technique counted as on that day. Null if the technique failed. */
  @Column('text', { nullable: true })
  method!: Method | null;

  /** The sources of the technique differ about this medium. */
  @Column('boolean')
  isUncertain!: boolean;

  @Column('text', { nullable: true })
  tool!: string | null;

  @Column('text', { nullable: true })
  toolVersion!: string | null;

  /** Size of the largest particle in millimeters, if the storage was shredded. */
  @Column('double precision', { nullable: true })
  particleMm!: number | null;

  @Column('text')
  result!: SanitizationResult;

  /** Name and title of the person who saw that it completed, as the certificate prints them. */
  @Column('text', { nullable: true })
  verifiedBy!: string | null;

  /** How this person saw it, such as the status of the tool or the setup screen. */
  @Column('text', { nullable: true })
  verification!: string | null;

  /** Where the data was removed. */
  @Column('text', { nullable: true })
  place!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('timestamptz')
  doneAt!: Date;

  /** Null if Rollcall itself recorded it. */
  @Column('uuid', { nullable: true })
  doneBy!: string | null;

  /** The scan that wrote this record. */
  @Column('uuid', { nullable: true })
  scanId!: string | null;

  @Column('timestamptz')
  recordedAt!: Date;
}

/** A device of a sanitization. */
@Entity('sanitization_devices')
@Index('sanitization_devices_by_time', ['districtId', 'doneAt', 'sanitizationId', 'deviceId'], {
  where: 'withdrawn_at IS NULL',
})
@Index('sanitization_devices_of_device', ['districtId', 'deviceId', 'sanitizationId'])
@ForeignKey(() => Sanitization, ['districtId', 'sanitizationId'], ['districtId', 'id'], {
  name: 'sanitization_devices_sanitization',
})
@ForeignKey(() => Device, ['districtId', 'deviceId'], ['districtId', 'id'], {
  name: 'sanitization_devices_device',
})
export class SanitizationDevice {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  sanitizationId!: string;

  @PrimaryColumn('uuid')
  deviceId!: string;

  /** The same time as in the sanitization, so that an index can sort the list. */
  @Column('timestamptz')
  doneAt!: Date;

  /** When the record of this device was taken back, because it was a mistake. It then proves nothing. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;
}

/** A decision about a sanitization. The latest decision counts. */
@Entity('sanitization_validations')
@Check('sanitization_validations_decision_known', oneOf('decision', DECISIONS))
@Check('sanitization_validations_reason_given', `decision = 'accept' OR btrim(note) <> ''`)
@ForeignKey(() => Sanitization, ['districtId', 'sanitizationId'], ['districtId', 'id'], {
  name: 'sanitization_validations_sanitization',
})
@ForeignKey(() => Account, ['districtId', 'decidedBy'], ['districtId', 'id'], {
  name: 'sanitization_validations_decider',
})
export class SanitizationValidation {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  sanitizationId!: string;

  /** 1 for the first decision. */
  @PrimaryColumn('integer')
  round!: number;

  @Column('text')
  decision!: ValidationDecision;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('timestamptz')
  decidedAt!: Date;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;
}
