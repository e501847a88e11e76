import {
  ArrayMaxSize,
  ArrayNotEmpty,
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
import { type DeviceKind, KINDS } from '../../catalogue/kinds.js';
import { CalendarDate, IfGiven, Nested, OrNull, Trimmed } from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';
import { COVERAGE_KINDS, type CoverageKind } from '../coverages/coverage-terms.js';
import { CoverageTerms } from '../coverages/coverages.dto.js';
import { MOST_MONTHS, STARTS_FROM, type StartsFrom } from './coverage-rule.entities.js';

/** Which devices a rule is for. All conditions that you give must be true. Give at least one. */
export class RuleDevicesBody {
  /** Purchase reference of the devices, such as the number of the purchase order. Capital letters do not matter. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  purchaseReference?: string | null;

  /** Name of a funding source. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  fundingSource?: string | null;

  /** Manufacturer, as the list of devices shows it. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  manufacturer?: string | null;

  /** Model, as the list of devices shows it, with or without the manufacturer. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  model?: string | null;

  /** Types of devices. */
  @OrNull()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @ArrayMaxSize(KINDS.length)
  @IsIn(KINDS, { each: true })
  kinds?: DeviceKind[] | null;

  /** The devices were purchased on this day or later. */
  @OrNull()
  @CalendarDate()
  purchasedFrom?: string | null;

  /** The devices were purchased on this day or earlier. */
  @OrNull()
  @CalendarDate()
  purchasedTo?: string | null;
}

export class NewCoverageRuleBody extends CoverageTerms {
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  /** Key of the vendor that provides the coverage. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  vendor!: string;

  @IsIn(COVERAGE_KINDS)
  kind!: CoverageKind;

  /**
   * How long the coverage lasts. It ends on the day before the day with the same number: 12 months from August 15 end on
   * August 14. If the last month is too short for that number, the coverage ends on the last day of that month: 1 month
   * from January 31 ends on the last day of February.
   */
  @IsInt()
  @Min(1)
  @Max(MOST_MONTHS)
  months!: number;

  /** The first day: the day on which the device was purchased, or put in service. */
  @IsIn(STARTS_FROM)
  startsFrom!: StartsFrom;

  @Nested(() => RuleDevicesBody)
  devices!: RuleDevicesBody;
}

/** What is left out stays as it is. `devices` replaces all conditions. Applied coverages change when you apply the rule. */
export class CoverageRuleChangeBody extends CoverageTerms {
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name?: string;

  /** Key of the vendor that provides the coverage. */
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
  @IsInt()
  @Min(1)
  @Max(MOST_MONTHS)
  months?: number;

  @IfGiven()
  @IsIn(STARTS_FROM)
  startsFrom?: StartsFrom;

  @IfGiven()
  @Nested(() => RuleDevicesBody)
  devices?: RuleDevicesBody;
}

export class CoverageRulesQuery extends ListQuery {
  /** Key of a vendor. */
  @IfGiven()
  @IsString()
  @MaxLength(100)
  vendor?: string;

  @SortedBy('name')
  sort: BothWays<'name'> = 'name';
}
