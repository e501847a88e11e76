import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { District } from '../access/entities/district.entity.js';
import type { BusinessHours } from '../calendar/business-hours.js';

/** What a vendor is to a district. One vendor can be several of these. */
export const VENDOR_ROLES = ['manufacturer', 'reseller', 'insurer', 'depot', 'recycler', 'lessor'] as const;

export type VendorRole = (typeof VENDOR_ROLES)[number];

/** Whom the district writes to at a level of escalation, 1 to 3. */
export interface VendorContact {
  level: number;
  name: string;
  email: string;
  phone: string | null;
}

/** An organization that a district deals with. */
@Entity('vendors')
@Unique('vendors_key_unique', ['districtId', 'key'])
@Index('vendors_name_unique', { synchronize: false })
@Check('vendors_key_form', `key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`)
@Check('vendors_name_filled', `btrim(name) <> ''`)
@Check(
  'vendors_roles_known',
  `cardinality(roles) > 0
   AND roles <@ ARRAY['manufacturer', 'reseller', 'insurer', 'depot', 'recycler', 'lessor']`,
)
@Check('vendors_clocks_positive', `acknowledge_within_hours > 0 AND resolve_within_hours > 0`)
@ForeignKey(() => District, ['districtId'], ['id'], { name: 'vendors_district' })
export class Vendor {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  /** What files and other systems call it, such as `dell`. It never changes. */
  @Column('text')
  key!: string;

  @Column('text')
  name!: string;

  @Column('text', { array: true })
  roles!: VendorRole[];

  /** IANA name. Hours and closed days are meant in it. */
  @Column('text')
  timeZone!: string;

  @Column('jsonb')
  hours!: BusinessHours['hours'];

  /** The vendor's own holidays, `YYYY-MM-DD`. */
  @Column('date', { array: true, default: () => `'{}'` })
  closedOn!: string[];

  /** Business hours in which the vendor promises to acknowledge a claim. Null where nothing is promised. */
  @Column('double precision', { nullable: true })
  acknowledgeWithinHours!: number | null;

  /** Business hours in which the vendor promises to resolve a claim. Null where nothing is promised. */
  @Column('double precision', { nullable: true })
  resolveWithinHours!: number | null;

  @Column('jsonb', { default: () => `'[]'` })
  contacts!: VendorContact[];

  @Column('text', { nullable: true })
  notes!: string | null;

  /** False for a vendor that the district no longer deals with. */
  @Column('boolean', { default: true })
  isActive!: boolean;

  @Column('integer', { default: 1 })
  version!: number;

  /** Counts the changes of what the vendor's words mean; 0 while it has none. */
  @Column('integer', { default: 0 })
  replyWordsVersion!: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt!: Date;
}
