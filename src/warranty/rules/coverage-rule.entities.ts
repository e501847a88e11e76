import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { FundingSource } from '../../catalogue/catalogue.entities.js';
import type { DeviceKind } from '../../catalogue/kinds.js';
import { Vendor } from '../../vendors/vendor.entity.js';
import { Coverage } from '../coverages/coverage.entity.js';
import { CheckTerms, TermsOfCoverage } from '../coverages/coverage-terms.js';

/** The day of a device from which a rule counts. */
export const STARTS_FROM = ['purchased', 'in_service'] as const;
export type StartsFrom = (typeof STARTS_FROM)[number];

/** Twenty years. */
export const MOST_MONTHS = 240;

/** Creates the same coverage on many devices, such as on all devices of one purchase. */
@Entity('coverage_rules')
@Index('coverage_rules_name_unique', { synchronize: false })
@Index('coverage_rules_of_vendor', ['districtId', 'vendorId'])
@Check('coverage_rules_name_filled', `btrim(name) <> ''`)
@CheckTerms('coverage_rules')
@Check('coverage_rules_months_possible', `months BETWEEN 1 AND 240`)
@Check('coverage_rules_start_known', `starts_from IN ('purchased', 'in_service')`)
@Check(
  'coverage_rules_device_kinds_known',
  `kinds <@ ARRAY['desktop', 'laptop', 'ipad', 'chromebook', 'other']`,
)
@Check('coverage_rules_purchase_days_ordered', `purchased_from <= purchased_to`)
@Check(
  'coverage_rules_not_for_all',
  `num_nonnulls(purchase_reference, funding_source_id, manufacturer, model, kinds, purchased_from, purchased_to) > 0`,
)
@ForeignKey(() => Vendor, ['districtId', 'vendorId'], ['districtId', 'id'], { name: 'coverage_rules_vendor' })
@ForeignKey(() => FundingSource, ['districtId', 'fundingSourceId'], ['districtId', 'id'], {
  name: 'coverage_rules_funding',
})
@ForeignKey(() => Account, ['districtId', 'createdBy'], ['districtId', 'id'], {
  name: 'coverage_rules_creator',
})
export class CoverageRule extends TermsOfCoverage {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  /** How long the coverage lasts. */
  @Column('integer')
  months!: number;

  @Column('text')
  startsFrom!: StartsFrom;

  @Column('text', { nullable: true })
  purchaseReference!: string | null;

  @Column('uuid', { nullable: true })
  fundingSourceId!: string | null;

  @Column('text', { nullable: true })
  manufacturer!: string | null;

  @Column('text', { nullable: true })
  model!: string | null;

  @Column('text', { array: true, nullable: true })
  kinds!: DeviceKind[] | null;

  @Column('date', { nullable: true })
  purchasedFrom!: string | null;

  @Column('date', { nullable: true })
  purchasedTo!: string | null;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt!: Date;
}

/** One application of a rule that added or changed something. */
@Entity('coverage_rule_runs')
@Index('coverage_rule_runs_of_rule', ['districtId', 'ruleId', 'appliedAt', 'id'])
@Check('coverage_rule_runs_did_something', 'added + changed > 0')
@ForeignKey(() => CoverageRule, ['districtId', 'ruleId'], ['districtId', 'id'], {
  name: 'coverage_rule_runs_rule',
})
@ForeignKey(() => Account, ['districtId', 'appliedBy'], ['districtId', 'id'], {
  name: 'coverage_rule_runs_applier',
})
@ForeignKey(() => Account, ['districtId', 'undoneBy'], ['districtId', 'id'], {
  name: 'coverage_rule_runs_undoer',
})
export class CoverageRuleRun {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  ruleId!: string;

  /** Version of the rule that was applied. */
  @Column('integer')
  ruleVersion!: number;

  @Column('integer')
  added!: number;

  @Column('integer')
  changed!: number;

  @Column('timestamptz')
  appliedAt!: Date;

  @Column('uuid', { nullable: true })
  appliedBy!: string | null;

  @Column('timestamptz', { nullable: true })
  undoneAt!: Date | null;

  @Column('uuid', { nullable: true })
  undoneBy!: string | null;
}

/** What a coverage was before a run changed it, by the names of its columns. */
export type CoverageBefore = Record<string, unknown>;

/** A coverage that a run added or changed. */
@Entity('coverage_rule_rows')
@Check('coverage_rule_rows_action_known', `action IN ('add', 'change')`)
@Check('coverage_rule_rows_before_of_change', `(action = 'change') = (before IS NOT NULL)`)
@ForeignKey(() => CoverageRuleRun, ['districtId', 'runId'], ['districtId', 'id'], {
  name: 'coverage_rule_rows_run',
})
@ForeignKey(() => Coverage, ['districtId', 'coverageId'], ['districtId', 'id'], {
  name: 'coverage_rule_rows_coverage',
})
export class CoverageRuleRow {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  runId!: string;

  @PrimaryColumn('uuid')
  coverageId!: string;

  @Column('text')
  action!: 'add' | 'change';

  @Column('jsonb', { nullable: true })
  before!: CoverageBefore | null;
}
