import { Entity, ForeignKey, PrimaryColumn, Column, Unique } from 'typeorm';
import { Account } from '../../../access/entities/account.entity.js';
import { StoredFileRow } from '../../../files/file.entities.js';
import { Assessment } from '../assessment.entities.js';

/** A photo of what somebody saw on a device. It belongs to the assessment, and follows it when devices are merged. */
@Entity('assessment_photos')
@Unique('assessment_photos_file_once', ['districtId', 'fileId'])
@ForeignKey(() => Assessment, ['districtId', 'assessmentId'], ['districtId', 'id'], {
  name: 'assessment_photos_assessment',
})
@ForeignKey(() => StoredFileRow, ['districtId', 'fileId'], ['districtId', 'id'], {
  name: 'assessment_photos_file',
})
@ForeignKey(() => Account, ['districtId', 'addedBy'], ['districtId', 'id'], {
  name: 'assessment_photos_adder',
})
export class AssessmentPhoto {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  assessmentId!: string;

  @PrimaryColumn('uuid')
  fileId!: string;

  @Column('uuid', { nullable: true })
  addedBy!: string | null;

  @Column('timestamptz')
  addedAt!: Date;
}
