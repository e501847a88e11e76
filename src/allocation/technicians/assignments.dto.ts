import { IsBoolean } from 'class-validator';
import { ListQuery } from '../../access/routes/list-file.js';
import { CalendarDate, IfGiven, OrNull, SiteCode, Uuid, Weekday } from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';

export class NewAssignmentBody {
  @Uuid()
  technicianId!: string;

  /** Code of the site. */
  @SiteCode()
  site!: string;

  /** What it fulfils, where it is bought. */
  @OrNull()
  @Uuid()
  purchaseId: string | null = null;

  /** 1 Monday to 7 Sunday. */
  @Weekday()
  weekday!: number;

  @CalendarDate()
  startsOn!: string;

  /** The last day, included. */
  @CalendarDate()
  endsOn!: string;

  /** Whether a proposal keeps it as it is. */
  @IfGiven()
  @IsBoolean()
  isFixed: boolean = true;
}

export class AssignmentsQuery extends ListQuery {
  @IfGiven()
  @Uuid()
  technicianId?: string;

  /** Code of a site. */
  @IfGiven()
  @SiteCode()
  site?: string;

  /** Those that hold on this day. */
  @IfGiven()
  @CalendarDate()
  on?: string;

  /** By `id`: in the order in which they were made. */
  @SortedBy('id')
  sort: BothWays<'id'> = 'id';
}
