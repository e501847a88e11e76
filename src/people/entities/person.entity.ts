import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Site } from '../../sites/entities/site.entity.js';

export const PERSON_ROLES = ['student', 'staff', 'guardian', 'other'] as const;

export type PersonRole = (typeof PERSON_ROLES)[number];

/** Somebody who may hold a device. Names live here and nowhere else, so that they can be forgotten. */
@Entity('people')
@Unique('people_external_id_unique', ['districtId', 'externalId'])
@Check('people_role_known', `role IN ('student', 'staff', 'guardian', 'other')`)
@Check('people_email_lower', `email = lower(email)`)
@Index('people_by_site', ['districtId', 'siteId'])
@Index('people_by_email', ['districtId', 'email'])
// These are indexes on expressions. TypeORM can name them, but cannot compare them with the database.
@Index('people_by_name', { synchronize: false })
@Index('people_by_number', { synchronize: false })
@ForeignKey(() => Site, ['districtId', 'siteId'], ['districtId', 'id'], { name: 'people_site' })
export class Person {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  /** The person's ID in the student information system. It stays when the name is removed. */
  @Column('text')
  externalId!: string;

  @Column('text', { nullable: true })
  givenName!: string | null;

  @Column('text', { nullable: true })
  familyName!: string | null;

  /** Lower case. */
  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text')
  role!: PersonRole;

  @Column('text', { nullable: true })
  grade!: string | null;

  @Column('uuid', { nullable: true })
  siteId!: string | null;

  /** The first day on which the person no longer belongs to the district. */
  @Column('date', { nullable: true })
  leftOn!: string | null;

  /** When the name and the email were permanently removed. */
  @Column('timestamptz', { nullable: true })
  redactedAt!: Date | null;

  /** Names of fields that a person set. Files never overwrite them. */
  @Column('text', { array: true, default: () => `'{}'` })
  setByPerson!: string[];

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt!: Date;
}
