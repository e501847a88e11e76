import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { oneOf } from '../database/known-values.js';
import { FundingSource } from './catalogue.entities.js';
import { COUNTED_FROM, type CountedFrom, RETAINED_RECORDS, type RetainedRecords } from './retention.js';

/** How long the records of devices must be kept that a funding source paid for. One row for each rule; the latest end counts. */
@Entity('funding_retentions')
@Check('funding_retentions_records_known', oneOf('records', RETAINED_RECORDS))
@Check('funding_retentions_from_known', oneOf('counts_from', COUNTED_FROM))
@Check('funding_retentions_years', 'years BETWEEN 0 AND 100')
@Check('funding_retentions_day_of_award', `from_on IS NULL OR counts_from NOT IN ('purchase', 'disposal')`)
@Check('funding_retentions_sourced', `btrim(source) <> ''`)
@ForeignKey(() => FundingSource, ['districtId', 'fundingSourceId'], ['districtId', 'id'], {
  name: 'funding_retentions_funding_source',
})
export class FundingRetention {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  fundingSourceId!: string;

  /** 1 for the first rule. */
  @PrimaryColumn('integer')
  position!: number;

  @Column('text')
  records!: RetainedRecords;

  @Column('integer')
  years!: number;

  @Column('text')
  countsFrom!: CountedFrom;

  /** The day of the award from which the years count. Null while it is not known. */
  @Column('date', { nullable: true })
  fromOn!: string | null;

  /** Whether the records include the names of the people who had the devices. */
  @Column('boolean')
  keepsNames!: boolean;

  @Column('text')
  source!: string;
}
