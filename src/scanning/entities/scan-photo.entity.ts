import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { PhotoType } from '../conflicts/scan-photos.service.js';
import { ScanRecord } from './scan.entity.js';

/** What a code was on that no device had; only as long as its scan waits. */
@Entity('scan_photos')
@Check('scan_photos_media_type', `media_type IN ('image/jpeg', 'image/png', 'image/webp')`)
@Check('scan_photos_size', `octet_length(bytes) BETWEEN 1 AND 2097152`)
@ForeignKey(() => ScanRecord, ['districtId', 'scanId'], ['districtId', 'id'], { name: 'scan_photos_scan' })
export class ScanPhoto {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  scanId!: string;

  @Column('text')
  mediaType!: PhotoType;

  @Column('bytea')
  bytes!: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  receivedAt!: Date;
}
