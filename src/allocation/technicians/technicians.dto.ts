import { ArrayMaxSize, IsArray, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import {
  CalendarDate,
  IfGiven,
  OrNull,
  SiteCode,
  Trimmed,
  Uuid,
  Weekdays,
} from '../../common/http/request-fields.js';
import { ListQuery } from '../../access/routes/list-file.js';
import { type BothWays, SortedBy } from '../../common/paging.js';

class TechnicianDetails {
  /** The account with which the technician signs in. */
  @OrNull()
  @Uuid()
  accountId?: string | null;

  /** From 1 for Monday to 7 for Sunday. Monday to Friday by default. */
  @IfGiven()
  @Weekdays()
  weekdays?: number[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  skills?: string[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  languages?: string[];

  /** The last day. Null if there is none. */
  @OrNull()
  @CalendarDate()
  endsOn?: string | null;
}

export class NewTechnicianBody extends TechnicianDetails {
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  /** Code of the site where their day begins and ends. */
  @SiteCode()
  homeSite!: string;

  @CalendarDate()
  startsOn!: string;
}

export class TechnicianChangeBody extends TechnicianDetails {
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name?: string;

  @IfGiven()
  @SiteCode()
  homeSite?: string;

  @IfGiven()
  @CalendarDate()
  startsOn?: string;
}

export class TechniciansQuery extends ListQuery {
  /** Sorted by `id`, which is the order in which they were added. */
  @SortedBy('id')
  sort: BothWays<'id'> = 'id';
}
