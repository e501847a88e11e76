import { OmitType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
} from 'class-validator';
import {
  CalendarDate,
  IfGiven,
  MonthAndDay,
  NestedList,
  OrNull,
  SchoolYear,
  Trimmed,
} from '../../common/http/request-fields.js';
import { SITE_TYPES, type SiteType } from '../../sites/site-type.js';
import {
  type Band,
  type Exclusion,
  type Extra,
  type PurchaseOption,
  type Unit,
  UNITS,
} from './allocation-model.js';

const MOST_PUPILS = 1_000_000;
const MOST_CENTS = 1_000_000_000;
const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Hours or days a week in quarters, above 0 unless `from` says otherwise; no week has more than 168 hours. */
export function Quarters(from = 0.25): PropertyDecorator {
  return ValidateBy(
    {
      name: 'quarters',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'number' && value >= from && value <= 168 && Number.isInteger(value * 4),
        defaultMessage: () => `$property must be a number from ${from} to 168, in steps of 0.25`,
      },
    },
    { context: { schema: { type: 'number', minimum: from, maximum: 168, multipleOf: 0.25 } } },
  );
}

export class BandBody implements Band {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(SITE_TYPES, { each: true })
  types!: SiteType[];

  @IsInt()
  @Min(0)
  @Max(MOST_PUPILS)
  fromPupils!: number;

  /** The highest number in the range. Null if the range has no upper limit. */
  @OrNull()
  @IsInt()
  @Min(0)
  @Max(MOST_PUPILS)
  toPupils: number | null = null;

  /** Hours or days per week, in steps of 0.25. */
  @Quarters()
  amount!: number;
}

export class ExclusionBody implements Exclusion {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(SITE_TYPES, { each: true })
  types!: SiteType[];

  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  reason!: string;
}

export class PriceBody {
  /** Hours or days per week. */
  @Quarters()
  amount!: number;

  /** For the whole option. */
  @IsInt()
  @Min(0)
  @Max(MOST_CENTS)
  cents!: number;
}

export class PurchaseOptionBody implements PurchaseOption {
  @Matches(KEY, { message: '$property must be lower-case letters, digits and hyphens' })
  @MaxLength(60)
  key!: string;

  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;

  /** Such as `07-17`. */
  @MonthAndDay()
  from!: string;

  @MonthAndDay()
  to!: string;

  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @NestedList(() => PriceBody)
  prices!: PriceBody[];
}

export class ExtraBody implements Extra {
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;

  @IsInt()
  @Min(0)
  @Max(MOST_CENTS)
  centsPerSite!: number;
}

export class NewAllocationModelBody {
  @Matches(KEY, { message: '$property must be lower-case letters, digits and hyphens' })
  @MaxLength(60)
  key!: string;

  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  @IsIn(UNITS)
  unit!: Unit;

  /** First school year it was made for, such as `2025-26`. */
  @OrNull()
  @SchoolYear()
  firstYear: string | null = null;

  @OrNull()
  @SchoolYear()
  lastYear: string | null = null;

  /** Whether the district gives what the model recommends. */
  @IfGiven()
  @IsBoolean()
  gives: boolean = false;

  /** For each covered type of site, exactly one band must match every number of enrolled students. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @NestedList(() => BandBody)
  bands!: BandBody[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @NestedList(() => ExclusionBody)
  exclusions: ExclusionBody[] = [];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @NestedList(() => PurchaseOptionBody)
  options: PurchaseOptionBody[] = [];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @NestedList(() => ExtraBody)
  extras: ExtraBody[] = [];

  /** What a site gets if it has no hours or days and buys none. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  otherwise: string | null = null;

  /** The source of the numbers, such as a paper or a board's decision. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  source!: string;

  /** The date of that source. */
  @CalendarDate()
  sourceDate!: string;
}

/** The complete next version of a model. */
export class ModelVersionBody extends OmitType(NewAllocationModelBody, ['key']) {}
