import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Site } from '../../sites/entities/site.entity.js';

export const PERSON_ROLES = ['student', 'staff', 'guardian', 'other'] as const;

export type PersonRole = (typeof PERSON_ROLES)[number];

/** Somebody who may hold a device. Names live here and nowhere else, so that they can be forgotten. */
@Entity('people')
@Unique('people_external_id_unique', ['districtId', 'externalId'])
@Check('people_role_known', `role IN ('student', 'staff', 'guardian', 'other')`)
@Index('people_by_site', ['districtId', 'siteId'])
@Index('people_by_email', ['districtId', 'email'])
// A trigram index on an expression; TypeORM can name it, but not compare it.
@Index('people_by_name', { synchronize: false })
@ForeignKey(() => Site, ['districtId', 'siteId'], ['districtId', 'id'], { name: 'people_site' })
export class Person {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  /** What the student information system calls them by; it stays when the name is forgotten. */
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

  /** The first day on which they are no longer of the district. */
  @Column('date', { nullable: true })
  leftOn!: string | null;

  /** Since when name and address are gone for good. */
  @Column('timestamptz', { nullable: true })
  redactedAt!: Date | null;

  /** Names of fields that a person gave; files never overwrite them. */
  @Column('text', { array: true, default: () => `'{}'` })
  setByPerson!: string[];

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt!: Date;
}
