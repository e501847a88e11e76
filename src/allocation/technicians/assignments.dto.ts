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

  /** The purchase that the assignment fulfills, if it was bought. */
  @OrNull()
  @Uuid()
  purchaseId: string | null = null;

  /** From 1 for Monday to 7 for Sunday. */
  @Weekday()
  weekday!: number;

  @CalendarDate()
  startsOn!: string;

  /** The last day, included. */
  @CalendarDate()
  endsOn!: string;

  /** Whether proposals keep the assignment as it is. */
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

  /** Only assignments that are in effect on this day. */
  @IfGiven()
  @CalendarDate()
  on?: string;

  /** Sorted by `id`, which is the order in which they were created. */
  @SortedBy('id')
  sort: BothWays<'id'> = 'id';
}
