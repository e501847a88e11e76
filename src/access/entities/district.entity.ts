import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** The tenant. Its slug is what people type; its time zone decides which day an instant falls on. */
@Entity('districts')
@Unique('districts_slug_unique', ['slug'])
@Check('districts_slug_form', `slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'`)
@Check('districts_fiscal_year_month', `fiscal_year_starts BETWEEN 1 AND 12`)
export class District {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  /** IANA name, such as America/Los_Angeles. */
  @Column('text')
  timeZone!: string;

  /** Month, 1 to 12, in which the fiscal year begins; July in California. */
  @Column('smallint', { default: 7 })
  fiscalYearStarts!: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
