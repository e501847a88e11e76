import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { District } from '../../access/entities/district.entity.js';

/** What was read: the use case, and the ids of the pupils whose names it showed. */
export interface WhatWasRead {
  by: string;
  people: string[];
  /** The import whose rows or file were shown: their pupils may not be in the register. */
  importId?: string;
}

/** One answer that showed pupils' names. Append-only. */
@Entity('name_readings')
@Index('name_readings_by_reader', ['districtId', 'accountId', 'readAt'])
@ForeignKey(() => District, ['districtId'], ['id'], { name: 'name_readings_district' })
@ForeignKey(() => Account, ['districtId', 'accountId'], ['districtId', 'id'], {
  name: 'name_readings_reader',
})
export class NameReading {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  /** Null for the system itself. */
  @Column('uuid', { nullable: true })
  accountId!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  readAt!: Date;

  @Column('jsonb')
  what!: WhatWasRead;
}
