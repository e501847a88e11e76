import { OmitType, PartialType, PickType } from '@nestjs/swagger';
import { PlanQuery } from '../allocation/plans/plans.dto.js';
import { CalendarDate, IfGiven } from '../common/http/request-fields.js';

/** Model and school year as a plan takes them; the model in force and the day's school year where nothing is said. */
export class SupportLoadQuery extends PartialType(PlanQuery, { skipNullProperties: false }) {
  /** Devices in use at the end of this day. Today by default. */
  @IfGiven()
  @CalendarDate()
  asOf?: string;
}

/** Fairness is that of every model. */
export class FairnessQuery extends OmitType(SupportLoadQuery, ['model', 'version']) {}

export class SiteSupportQuery extends PickType(SupportLoadQuery, ['model', 'version', 'asOf']) {}

export class LoadTrendQuery {
  /** A day of the first month. By default, eleven months before the last month. */
  @IfGiven()
  @CalendarDate()
  from?: string;

  /** A day of the last month. Today by default. */
  @IfGiven()
  @CalendarDate()
  to?: string;
}
