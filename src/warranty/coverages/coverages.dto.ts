import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { ListQuery } from '../../access/routes/list-file.js';
import {
  CalendarDate,
  IfGiven,
  LARGEST_INTEGER,
  OrNull,
  SiteCode,
  Trimmed,
  Uuid,
} from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';
import { COVERAGE_SOURCES, type CoverageSource } from './coverage.entity.js';
import {
  COVERAGE_KINDS,
  type CoverageKind,
  EXCLUSIONS,
  type Exclusion,
  ON_REPLACEMENT,
  type OnReplacement,
  SERVICE_LEVELS,
  type ServiceLevel,
} from './coverage-terms.js';
import { COVERAGE_STATES, type CoverageState } from './coverage-state.js';

/** Terms of a coverage that are the same for one device and, in a rule, for many. */
export class CoverageTerms {
  @OrNull()
  @IsIn(SERVICE_LEVELS)
  serviceLevel?: ServiceLevel | null;

  /** Number of the contract or plan. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @MaxLength(100)
  contractNumber?: string;

  /** Claims that the vendor takes in each year of the coverage. Null for any number. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(1000)
  incidentsAYear?: number | null;

  /** Claims that the vendor takes in all. Null for any number. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(1000)
  incidentsInTotal?: number | null;

  /** What the district pays for each incident, in cents. */
  @OrNull()
  @IsInt()
  @Min(0)
  @Max(LARGEST_INTEGER)
  deductibleCents?: number | null;

  /** The most that all repairs together may cost the vendor, in cents. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(LARGEST_INTEGER)
  repairCapCents?: number | null;

  /** Days from the first day in which the vendor takes no claim. */
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(366)
  waitingDays?: number;

  /** What the coverage does not pay for. */
  @IfGiven()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(EXCLUSIONS.length)
  @IsIn(EXCLUSIONS, { each: true })
  excludes?: Exclusion[];

  /** Whether a replacement device takes over the rest of the coverage, or the coverage ends. */
  @IfGiven()
  @IsIn(ON_REPLACEMENT)
  onReplacement?: OnReplacement;
}

export class NewCoverageBody extends CoverageTerms {
  @Uuid()
  deviceId!: string;

  /** Key of the vendor that provides it. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  vendor!: string;

  @IsIn(COVERAGE_KINDS)
  kind!: CoverageKind;

  /** First and last day. */
  @CalendarDate()
  startsOn!: string;

  @CalendarDate()
  endsOn!: string;

  /** The last day, if the coverage was cancelled. It takes precedence over `endsOn`. */
  @OrNull()
  @CalendarDate()
  cancelledOn?: string | null;
}

/** What is left out stays as it is. What a file, a rule or a look-up said is from then on what you say. */
export class CoverageChangeBody extends CoverageTerms {
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  vendor?: string;

  @IfGiven()
  @IsIn(COVERAGE_KINDS)
  kind?: CoverageKind;

  @IfGiven()
  @CalendarDate()
  startsOn?: string;

  @IfGiven()
  @CalendarDate()
  endsOn?: string;

  @OrNull()
  @CalendarDate()
  cancelledOn?: string | null;
}

export class CoverageWithdrawalBody {
  /** Why there never was this coverage. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason!: string;
}

export class CoveragesQuery extends ListQuery {
  /** Id of a device. */
  @IfGiven()
  @Uuid()
  device?: string;

  /** Key of a vendor. */
  @IfGiven()
  @IsString()
  @MaxLength(100)
  vendor?: string;

  @IfGiven()
  @IsIn(COVERAGE_KINDS)
  kind?: CoverageKind;

  /** State today. */
  @IfGiven()
  @IsIn(COVERAGE_STATES)
  state?: CoverageState;

  @IfGiven()
  @IsIn(COVERAGE_SOURCES)
  source?: CoverageSource;

  /** Code of a site. */
  @IfGiven()
  @SiteCode()
  site?: string;

  /** The last day is this day or later. */
  @IfGiven()
  @CalendarDate()
  endsFrom?: string;

  /** The last day is this day or earlier. */
  @IfGiven()
  @CalendarDate()
  endsTo?: string;

  @SortedBy('endsOn')
  sort: BothWays<'endsOn'> = 'endsOn';
}

export class DeviceCoverageQuery {
  /** The day for which the states are shown. Today by default. */
  @IfGiven()
  @CalendarDate()
  on?: string;
}
