import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { District } from '../../access/entities/district.entity.js';
import { oneOf } from '../../database/known-values.js';
import { Device } from '../../devices/entities/device.entity.js';
import type { AssessmentFacts } from './assessment-facts.js';
import type { Answers } from './checklists.js';
import {
  type AssessmentRule,
  type Hazard,
  HAZARDS,
  type Recommendation,
  RECOMMENDATIONS,
} from './rules/rules.js';

/** One version of a district's rules. Append-only. Version 0 is the starting set, which has no row. */
@Entity('assessment_rule_sets')
@Check('assessment_rule_sets_version_positive', 'version > 0')
@Check('assessment_rule_sets_filled', `jsonb_typeof(rules) = 'array' AND jsonb_array_length(rules) > 0`)
@ForeignKey(() => District, ['districtId'], ['id'], { name: 'assessment_rule_sets_district' })
@ForeignKey(() => Account, ['districtId', 'recordedBy'], ['districtId', 'id'], {
  name: 'assessment_rule_sets_recorder',
})
export class AssessmentRuleSet {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('integer')
  version!: number;

  @Column('jsonb')
  rules!: AssessmentRule[];

  @Column('timestamptz')
  recordedAt!: Date;

  @Column('uuid', { nullable: true })
  recordedBy!: string | null;
}

/** What somebody saw on a device, and what was recommended. Only `result`, `deviceId` and `withdrawnAt` ever change. */
@Entity('assessments')
@Check('assessments_recommendation_known', oneOf('recommendation', RECOMMENDATIONS))
@Check('assessments_result_known', oneOf('result', RECOMMENDATIONS))
@Check('assessments_hazard_known', oneOf('hazard', HAZARDS))
@Check('assessments_hazard_recycled', `hazard IS NULL OR (recommendation = 'recycle' AND result = 'recycle')`)
@Index('assessments_by_time', ['districtId', 'assessedAt', 'id'], { where: 'withdrawn_at IS NULL' })
@Index('assessments_by_result', ['districtId', 'result', 'assessedAt', 'id'], {
  where: 'withdrawn_at IS NULL',
})
@Index('assessments_of_rule', ['districtId', 'ruleId', 'recommendation', 'result'], {
  where: 'withdrawn_at IS NULL',
})
@Index('assessments_of_device', ['districtId', 'deviceId', 'assessedAt', 'id'])
@Index('assessments_of_scan', ['districtId', 'scanId'], { unique: true, where: 'scan_id IS NOT NULL' })
@ForeignKey(() => Device, ['districtId', 'deviceId'], ['districtId', 'id'], { name: 'assessments_device' })
@ForeignKey(() => AssessmentRuleSet, ['districtId', 'rulesVersion'], ['districtId', 'version'], {
  name: 'assessments_rules',
})
@ForeignKey(() => Account, ['districtId', 'assessedBy'], ['districtId', 'id'], {
  name: 'assessments_assessor',
})
export class Assessment {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  deviceId!: string;

  @Column('jsonb')
  answers!: Answers;

  @Column('jsonb')
  facts!: AssessmentFacts;

  /** Null for the starting set. */
  @Column('integer', { nullable: true })
  rulesVersion!: number | null;

  @Column('text')
  ruleId!: string;

  /** The rule that decided, as it was at that time. */
  @Column('jsonb')
  rule!: AssessmentRule;

  @Column('text')
  recommendation!: Recommendation;

  /** The result that counts: the recommendation, or what a person chose instead. */
  @Column('text')
  result!: Recommendation;

  @Column('text', { nullable: true })
  hazard!: Hazard | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('timestamptz')
  assessedAt!: Date;

  @Column('uuid', { nullable: true })
  assessedBy!: string | null;

  @Column('uuid', { nullable: true })
  scanId!: string | null;

  @Column('timestamptz')
  recordedAt!: Date;

  /** When the scan that wrote it was undone. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt!: Date | null;
}

/** A decision of a person who overruled a recommendation. The latest decision counts. Append-only. */
@Entity('assessment_overrules')
@Index('assessment_overrules_by_time', ['districtId', 'decidedAt', 'assessmentId'])
@Check('assessment_overrules_result_known', oneOf('result', RECOMMENDATIONS))
@Check('assessment_overrules_reason_filled', `btrim(reason) <> ''`)
@ForeignKey(() => Assessment, ['districtId', 'assessmentId'], ['districtId', 'id'], {
  name: 'assessment_overrules_assessment',
})
@ForeignKey(() => Account, ['districtId', 'decidedBy'], ['districtId', 'id'], {
  name: 'assessment_overrules_decider',
})
export class AssessmentOverrule {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  assessmentId!: string;

  /** 1 for the first decision. */
  @PrimaryColumn('integer')
  round!: number;

  @Column('text')
  result!: Recommendation;

  @Column('text')
  reason!: string;

  @Column('timestamptz')
  decidedAt!: Date;

  @Column('uuid', { nullable: true })
  decidedBy!: string | null;
}

/** A part that was taken out of a device. Append-only. */
@Entity('assessment_parts')
@Check('assessment_parts_name_filled', `btrim(name) <> ''`)
@Check('assessment_parts_count_positive', 'count > 0')
@ForeignKey(() => Assessment, ['districtId', 'assessmentId'], ['districtId', 'id'], {
  name: 'assessment_parts_assessment',
})
@ForeignKey(() => Account, ['districtId', 'takenBy'], ['districtId', 'id'], {
  name: 'assessment_parts_taker',
})
export class AssessmentPart {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  assessmentId!: string;

  /** 1 for the first part. */
  @PrimaryColumn('integer')
  place!: number;

  @Column('text')
  name!: string;

  @Column('integer')
  count!: number;

  @Column('text', { nullable: true })
  serialNumber!: string | null;

  @Column('timestamptz')
  takenAt!: Date;

  @Column('uuid', { nullable: true })
  takenBy!: string | null;
}
