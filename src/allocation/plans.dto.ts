import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { IfGiven, NestedList, QueryBoolean, Trimmed } from '../common/request-fields.js';
import { SITE_TYPES, type SiteType } from '../sites/site-type.js';
import { BandBody } from './models.dto.js';

/** Which of the sites in reach a plan is about; all where nothing is said. */
export class PlannedSitesQuery {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  region?: string;

  @IsOptional()
  @IsIn(SITE_TYPES)
  type?: SiteType;

  @IsOptional()
  @QueryBoolean()
  charter?: boolean;
}

export class PlanQuery extends PlannedSitesQuery {
  /** Key of a model; the one in force where nothing is said. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  model?: string;

  /** Version of the model; the latest where nothing is said. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  version?: number;

  /** Such as `2025-26`. */
  @Matches(/^\d{4}-\d{2}$/, { message: '$property must be a school year such as 2025-26' })
  schoolYear!: string;
}

/** One of the plans that are put side by side. */
export class ScenarioBody {
  /** What it is called in the answer; the model's name and the school year where nothing is said. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name?: string;

  /** Key of a model. */
  @IsString()
  @MaxLength(60)
  model!: string;

  @IfGiven()
  @IsInt()
  @Min(1)
  version?: number;

  @Matches(/^\d{4}-\d{2}$/, { message: '$property must be a school year such as 2025-26' })
  schoolYear!: string;

  /** Tried out in place of the model's; nothing is kept. */
  @IfGiven()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @NestedList(() => BandBody)
  bands?: BandBody[];
}

export class ComparisonBody extends PlannedSitesQuery {
  /** Two to four; the unit is the first one's. */
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(4)
  @NestedList(() => ScenarioBody)
  scenarios!: ScenarioBody[];
}
