import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Site } from '../../sites/entities/site.entity.js';
import { stateCheck } from '../../steps/step-machine.js';
import type { Unit } from '../models/allocation-model.js';

export const PAYERS = ['site', 'categorical', 'gift'] as const;

/** Who pays: the site's own budget, a categorical fund, or somebody's gift (a PTA's, a booster club's). */
export type Payer = (typeof PAYERS)[number];

export const PURCHASE_STATES = ['draft', 'submitted', 'approved', 'encumbered', 'cancelled'] as const;

export type PurchaseState = (typeof PURCHASE_STATES)[number];

/** Help that a site or an office asks for and pays, at the price of that time. */
@Entity('support_purchases')
@Check('support_purchases_unit_known', `unit IN ('hours', 'days')`)
@Check('support_purchases_amount_given', `amount > 0`)
@Check('support_purchases_days_ordered', `starts_on <= ends_on`)
@Check('support_purchases_price_given', `price_cents >= 0`)
@Check('support_purchases_year', `school_year BETWEEN 1950 AND 2200`)
@Check('support_purchases_payer_known', `payer IN ('site', 'categorical', 'gift')`)
@Check('support_purchases_giver_named', `payer <> 'gift' OR payer_name IS NOT NULL`)
@Check('support_purchases_state_known', stateCheck(PURCHASE_STATES))
@Check('support_purchases_account_given', `state <> 'encumbered' OR account_string IS NOT NULL`)
@Index('support_purchases_of_site', ['districtId', 'siteId', 'id'])
@Index('support_purchases_by_state', ['districtId', 'schoolYear', 'state', 'id'])
@ForeignKey(() => Site, ['districtId', 'siteId'], ['districtId', 'id'], { name: 'support_purchases_site' })
export class SupportPurchase {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  siteId!: string;

  /** The calendar year in which the school year begins. */
  @Column('smallint')
  schoolYear!: number;

  @Column('text')
  modelKey!: string;

  @Column('integer')
  modelVersion!: number;

  @Column('text')
  optionKey!: string;

  @Column('text')
  optionName!: string;

  /** First and last day of the option in this school year. */
  @Column('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;

  @Column('text')
  unit!: Unit;

  /** Hours or days per week. */
  @Column('double precision')
  amount!: number;

  /** Integer cents, as the model said when it was last a draft. */
  @Column('integer')
  priceCents!: number;

  @Column('text')
  payer!: Payer;

  @Column('text', { nullable: true })
  payerName!: string | null;

  @Column('text', { nullable: true })
  accountString!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { default: 'draft' })
  state!: PurchaseState;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt!: Date;
}
