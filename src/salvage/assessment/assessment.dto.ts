import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { ListQuery } from '../../access/routes/list-file.js';
import {
  IfGiven,
  NestedList,
  OrNull,
  QueryBoolean,
  Trimmed,
  Uuid,
} from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';
import { type Hazard, HAZARDS, type Recommendation, RECOMMENDATIONS } from './rules/rules.js';

const MOST_PARTS = 50;
const MOST_OF_ONE_PART = 1_000;

export class TakenPartBody {
  /** Name of the part, such as `Screen`. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;

  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(MOST_OF_ONE_PART)
  count = 1;

  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  serialNumber?: string | null;
}

export class NewAssessmentBody {
  @Uuid()
  deviceId!: string;

  /**
   * Answers by the names of the questions, such as `{"powersOn": "yes", "screen": "good"}`. `GET /assessments/checklists`
   * lists the questions for each kind of device, their answers, and which of them must be answered.
   */
  @IsObject()
  answers!: Record<string, string>;

  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  note?: string | null;

  /** Parts that were taken out of the device. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_PARTS)
  @NestedList(() => TakenPartBody)
  parts: TakenPartBody[] = [];

  /** If the result is `reuse`, put the device back in stock. If it is `repair`, send it to repair. */
  @IfGiven()
  @IsBoolean()
  apply = false;
}

export class OverruleBody {
  /** What should be done with the device instead. */
  @IsIn(RECOMMENDATIONS)
  result!: Recommendation;

  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason!: string;

  /** If the result is `reuse`, put the device back in stock. If it is `repair`, send it to repair. */
  @IfGiven()
  @IsBoolean()
  apply = false;
}

export class TakenPartsBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_PARTS)
  @NestedList(() => TakenPartBody)
  parts!: TakenPartBody[];
}

export class AssessmentsQuery extends ListQuery {
  /** Id of a device. */
  @IfGiven()
  @Uuid()
  device?: string;

  /** The result that counts now: the recommendation, or what a person chose instead. */
  @IfGiven()
  @IsIn(RECOMMENDATIONS)
  result?: Recommendation;

  /** What the rules recommended. */
  @IfGiven()
  @IsIn(RECOMMENDATIONS)
  recommendation?: Recommendation;

  /** Whether a person overruled the recommendation. */
  @IfGiven()
  @QueryBoolean()
  overruled?: boolean;

  @IfGiven()
  @IsIn(HAZARDS)
  hazard?: Hazard;

  /** Id of the rule that decided. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  rule?: string;

  @SortedBy('assessedAt', 'result')
  sort: BothWays<'assessedAt' | 'result'> = '-assessedAt';
}
