import { IntersectionType } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { ListQuery } from '../access/routes/list-file.js';
import { CalendarDate, CommaList, IfGiven } from '../common/http/request-fields.js';
import { CountsFilterQuery } from '../counts/counts.dto.js';
import { CAUSES } from '../counts/ledger/movements.js';

class EvidenceQuery extends IntersectionType(CountsFilterQuery, ListQuery) {
  /** Comma-separated names of regions, as their sites belonged to them then. */
  @CommaList(50)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  region?: string[];
}

export class CountedDevicesQuery extends EvidenceQuery {
  /** Calendar date in the district's time zone; today where nothing is said. */
  @IfGiven()
  @CalendarDate()
  asOf?: string;
}

export class CountedChangesQuery extends EvidenceQuery {
  /** Calendar date in the district's time zone: what changed after its end. */
  @CalendarDate()
  from!: string;

  /** Last calendar date; today where nothing is said. */
  @IfGiven()
  @CalendarDate()
  to?: string;

  /** Comma-separated causes. */
  @CommaList(12)
  @IsIn(CAUSES, { each: true })
  cause?: string[];
}
