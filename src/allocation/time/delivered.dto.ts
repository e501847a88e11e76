import { CalendarDate, IfGiven } from '../../common/http/request-fields.js';
import { PlanQuery } from '../plans/plans.dto.js';

export class DeliveredQuery extends PlanQuery {
  /** A day of the first week; without it the last four weeks that are over. */
  @IfGiven()
  @CalendarDate()
  from?: string;

  /** A day of the last week. */
  @IfGiven()
  @CalendarDate()
  to?: string;
}
