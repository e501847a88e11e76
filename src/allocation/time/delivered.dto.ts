import { CalendarDate, IfGiven } from '../../common/http/request-fields.js';
import { PlanQuery } from '../plans/plans.dto.js';

export class DeliveredQuery extends PlanQuery {
  /** Any day of the first week. By default, the range covers the last four full weeks. */
  @IfGiven()
  @CalendarDate()
  from?: string;

  /** A day of the last week. */
  @IfGiven()
  @CalendarDate()
  to?: string;
}
