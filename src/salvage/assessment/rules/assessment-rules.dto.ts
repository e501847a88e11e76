import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { type DeviceKind, KINDS } from '../../../catalogue/kinds.js';
import {
  IfGiven,
  LARGEST_INTEGER,
  Nested,
  NestedList,
  OrNull,
  Trimmed,
} from '../../../common/http/request-fields.js';
import {
  type AnswerCondition,
  type AssessmentRule,
  type Recommendation,
  RECOMMENDATIONS,
  type RuleCondition,
} from './rules.js';

const MOST_RULES = 50;
const MOST_CONDITIONS = 10;
const OLDEST_YEARS = 50;
const RULE_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export class AnswerConditionBody implements AnswerCondition {
  /** Name of a question of the checklist. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  question!: string;

  /** The condition holds with any of these answers. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CONDITIONS)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  oneOf!: string[];
}

/** A rule fits if every condition that is given here holds. A condition about a fact that is not known never holds. */
export class RuleConditionBody implements RuleCondition {
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_CONDITIONS)
  @NestedList(() => AnswerConditionBody)
  answers?: AnswerConditionBody[];

  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsIn(KINDS, { each: true })
  kinds?: DeviceKind[];

  /** Years since the purchase, or since the first use if the purchase date is not known. */
  @IfGiven()
  @IsNumber()
  @Min(0)
  @Max(OLDEST_YEARS)
  ageYearsAtLeast?: number;

  @IfGiven()
  @IsNumber()
  @Min(0)
  @Max(OLDEST_YEARS)
  ageYearsAtMost?: number;

  /** The automatic updates of the model have ended, or end in fewer months than this. With `0`, they must have ended. */
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(240)
  updatesEndWithinMonths?: number;

  /** The repair costs more than this many percent of the value. */
  @IfGiven()
  @IsNumber()
  @Min(0)
  @Max(1000)
  repairAbovePercentOfValue?: number;

  /** Cents. */
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(LARGEST_INTEGER)
  valueAtLeastCents?: number;

  /** Cents. */
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(LARGEST_INTEGER)
  valueAtMostCents?: number;

  /** How often the device was in repair or had a claim, whichever number is higher. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(1000)
  repairsAtLeast?: number;

  /** How many repairs the answers call for. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(20)
  faultsAtLeast?: number;
}

export class AssessmentRuleBody implements AssessmentRule {
  /** A name for the rule. Keep the name when you change the rule, so that its counts continue. */
  @Trimmed()
  @IsString()
  @Matches(RULE_ID, {
    message: '$property must be lower-case letters, digits and hyphens, such as old-and-broken',
  })
  @MaxLength(50)
  id!: string;

  /** The last rule has no conditions, because it decides about all devices that no other rule fits. */
  @Nested(() => RuleConditionBody)
  when!: RuleConditionBody;

  @IsIn(RECOMMENDATIONS)
  result!: Recommendation;

  /** The reason, in words for the technician. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  reason!: string;

  /** Where the figures of the rule come from. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  source?: string | null;
}

export class AssessmentRulesBody {
  /** All rules, in their order. The first rule that fits decides. The last rule has no condition. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_RULES)
  @NestedList(() => AssessmentRuleBody)
  rules!: AssessmentRuleBody[];
}
