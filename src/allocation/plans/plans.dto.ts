import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  IfGiven,
  LARGEST_INTEGER,
  NestedList,
  QueryBoolean,
  QueryInteger,
  SchoolYear,
  Trimmed,
} from '../../common/http/request-fields.js';
import { SITE_TYPES, type SiteType } from '../../sites/site-type.js';
import { BandBody } from '../models/models.dto.js';

/** Which of the sites in reach a plan is about; all where nothing is said. */
export class PlannedSitesQuery {
  @IfGiven()
  @IsString()
  @MaxLength(100)
  region?: string;

  @IfGiven()
  @IsIn(SITE_TYPES)
  type?: SiteType;

  @IfGiven()
  @QueryBoolean()
  charter?: boolean;
}

export class PlanQuery extends PlannedSitesQuery {
  /** Key of a model. By default, the model in force. */
  @IfGiven()
  @IsString()
  @MaxLength(60)
  model?: string;

  /** Version of the model. The latest by default. */
  @IfGiven()
  @QueryInteger(1, LARGEST_INTEGER)
  version?: number;

  /** Such as `2025-26`. */
  @SchoolYear()
  schoolYear!: string;
}

/** One of the plans to compare. */
export class ScenarioBody {
  /** The name of the scenario in the answer. By default, the name of the model and the school year. */
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
  @Max(LARGEST_INTEGER)
  version?: number;

  @SchoolYear()
  schoolYear!: string;

  /** Bands to try out instead of those of the model. Nothing is saved. */
  @IfGiven()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @NestedList(() => BandBody)
  bands?: BandBody[];
}

export class ComparisonBody extends PlannedSitesQuery {
  /** Two to four scenarios. The unit is that of the first one. */
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(4)
  @NestedList(() => ScenarioBody)
  scenarios!: ScenarioBody[];
}
