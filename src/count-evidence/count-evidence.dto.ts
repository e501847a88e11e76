import { IntersectionType } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { ListQuery } from '../access/routes/list-file.js';
import { CalendarDate, CommaList, IfGiven } from '../common/http/request-fields.js';
import { CountsFilterQuery } from '../counts/counts.dto.js';
import { CAUSES } from '../counts/ledger/movements.js';

class EvidenceQuery extends IntersectionType(CountsFilterQuery, ListQuery) {
  /** Names of regions, separated by commas. Sites count by the region that they belonged to at that time. */
  @CommaList(50)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  region?: string[];
}

export class CountedDevicesQuery extends EvidenceQuery {
  /** Calendar date in the district's time zone. Today by default. */
  @IfGiven()
  @CalendarDate()
  asOf?: string;
}

export class CountedChangesQuery extends EvidenceQuery {
  /** Calendar date in the district's time zone. Changes after the end of this day count. */
  @CalendarDate()
  from!: string;

  /** Last calendar date. Today by default. */
  @IfGiven()
  @CalendarDate()
  to?: string;

  /** Comma-separated causes. */
  @CommaList(CAUSES.length)
  @IsIn(CAUSES, { each: true })
  cause?: string[];
}
