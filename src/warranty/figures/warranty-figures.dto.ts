import { IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';
import { ListQuery } from '../../access/routes/list-file.js';
import { CalendarDate, IfGiven, SiteCode, Trimmed } from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';
import { QUARTER } from './quarters.js';

export class ScorecardQuery {
  /** Key of a vendor. By default, all vendors. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  vendor?: string;

  /** A quarter of the calendar year, such as `2026-Q3`. By default, the last eight quarters. */
  @IfGiven()
  @Matches(QUARTER, { message: '$property must be a quarter such as 2026-Q3' })
  quarter?: string;
}

export class MissedTotalsQuery {
  /** Claims that were opened on this day or later. */
  @IfGiven()
  @CalendarDate()
  from?: string;
}

export class MissedCoverageQuery extends ListQuery {
  /** Claims that were opened on this day or later. */
  @IfGiven()
  @CalendarDate()
  from?: string;

  /** Code of the site where the device is now. */
  @IfGiven()
  @SiteCode()
  site?: string;

  /** Sorted by the number of the claim. */
  @SortedBy('number')
  sort: BothWays<'number'> = '-number';
}

export class UnclaimedRepairsQuery extends ListQuery {
  /** Code of the site where the device is now. */
  @IfGiven()
  @SiteCode()
  site?: string;

  /** Sorted by `id` of the device. */
  @SortedBy('id')
  sort: BothWays<'id'> = 'id';
}
