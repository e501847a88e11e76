import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsInt,
  IsNotEmpty,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { ListQuery } from '../../access/routes/list-file.js';
import {
  CalendarDate,
  IfGiven,
  Instant,
  LARGEST_INTEGER,
  NestedList,
  OrNull,
  QueryBoolean,
  SiteCode,
  Trimmed,
  Uuid,
} from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';

const MOST_APPROVALS = 200;

export class NewTimeEntryBody {
  /** A UUIDv7 that the phone creates. Sending the same one again has no effect. */
  @IfGiven()
  @Uuid()
  id?: string;

  /** The technician who did the work. By default, the caller. */
  @IfGiven()
  @Uuid()
  technicianId?: string;

  /** Code of the site. Leave it out for travel, projects and learning. */
  @OrNull()
  @SiteCode()
  site: string | null = null;

  @Instant()
  startsAt!: Date;

  @Instant()
  endsAt!: Date;

  /** Key of a kind of work, of `GET /work-kinds`. */
  @IsString()
  @MaxLength(60)
  work!: string;

  @OrNull()
  @IsString()
  @MaxLength(2000)
  note: string | null = null;
}

export class TimeCorrectionBody {
  @OrNull()
  @SiteCode()
  site?: string | null;

  @IfGiven()
  @Instant()
  startsAt?: Date;

  @IfGiven()
  @Instant()
  endsAt?: Date;

  @IfGiven()
  @IsString()
  @MaxLength(60)
  work?: string;

  @OrNull()
  @IsString()
  @MaxLength(2000)
  note?: string | null;

  /** Removes the entry from all totals. It stays on record. */
  @IfGiven()
  @IsBoolean()
  withdrawn?: boolean;

  /** Why. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason!: string;
}

export class ApprovalBody {
  @Uuid()
  id!: string;

  /** The version that you read. */
  @IsInt()
  @Min(1)
  @Max(LARGEST_INTEGER)
  version!: number;
}

export class ApprovalsBody {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_APPROVALS)
  @NestedList(() => ApprovalBody)
  entries!: ApprovalBody[];
}

export class TimeEntriesQuery extends ListQuery {
  @IfGiven()
  @Uuid()
  technicianId?: string;

  /** Code of a site. */
  @IfGiven()
  @SiteCode()
  site?: string;

  /** First and last day on which the entries began, in the district's time zone. */
  @IfGiven()
  @CalendarDate()
  from?: string;

  @IfGiven()
  @CalendarDate()
  to?: string;

  @IfGiven()
  @QueryBoolean()
  approved?: boolean;

  @SortedBy('startsAt')
  sort: BothWays<'startsAt'> = '-startsAt';
}

export class NewWorkKindBody {
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    message: '$property must be lower-case letters, digits and hyphens',
  })
  @MaxLength(60)
  key!: string;

  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;

  /** Work that is not for a site, such as travel, projects and learning. */
  @IfGiven()
  @IsBoolean()
  isAside: boolean = false;
}
