import { OmitType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsNumber, IsString, Max, MaxLength, Min } from 'class-validator';
import { ListQuery } from '../access/routes/list-file.js';
import { type BothWays, PageQuery, SortedBy } from '../common/paging.js';
import {
  BetweenFields,
  CalendarDate,
  IfGiven,
  OrNull,
  QueryBoolean,
  SchoolYear,
  Trimmed,
  Uuid,
} from '../common/http/request-fields.js';
import { SITE_TYPES, type SiteType } from './site-type.js';
import { FIRST_SITE_YEAR } from '../common/time/days-and-times.js';

/** What a person may say of a site besides its code and name. Null empties a field. */
class SiteDetails {
  /** Such as `K–5`; any dash will do. */
  @OrNull()
  @Trimmed()
  @IsString()
  @MaxLength(20)
  gradeSpan?: string | null;

  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  region?: string | null;

  /** From when the region counts: today, or the opening for a site that never had one. */
  @IfGiven()
  @CalendarDate()
  regionFrom?: string;

  @OrNull()
  @Trimmed()
  @IsString()
  @MaxLength(200)
  street?: string | null;

  @OrNull()
  @Trimmed()
  @IsString()
  @MaxLength(100)
  city?: string | null;

  @OrNull()
  @Trimmed()
  @IsString()
  @MaxLength(50)
  state?: string | null;

  @OrNull()
  @Trimmed()
  @IsString()
  @MaxLength(20)
  postalCode?: string | null;

  /** Degrees, north positive. */
  @OrNull()
  @IsNumber()
  @Min(-90)
  @Max(90)
  latitude?: number | null;

  /** Degrees, east positive. */
  @OrNull()
  @IsNumber()
  @Min(-180)
  @Max(180)
  longitude?: number | null;

  /** Whether the district's technicians support it. */
  @IfGiven()
  @IsBoolean()
  served?: boolean;

  @IfGiven()
  @IsBoolean()
  charter?: boolean;

  @OrNull()
  @CalendarDate(FIRST_SITE_YEAR)
  openedOn?: string | null;

  /** The first day on which it is closed; null opens it again. */
  @OrNull()
  @CalendarDate(FIRST_SITE_YEAR)
  closedOn?: string | null;
}

@BetweenFields({
  anyOf: [
    { required: ['type'] },
    { required: ['gradeSpan'], properties: { gradeSpan: { type: 'string', minLength: 1 } } },
  ],
})
export class NewSiteBody extends SiteDetails {
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  code!: string;

  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  /** Follows from the grade span where it is left out. */
  @IfGiven()
  @IsIn(SITE_TYPES)
  type?: SiteType;
}

export class SiteChangeBody extends SiteDetails {
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  code?: string;

  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name?: string;

  @IfGiven()
  @IsIn(SITE_TYPES)
  type?: SiteType;

  /** The open site it merges into; needs `closedOn` unless it is closed already. */
  @OrNull()
  @Uuid()
  successorId?: string | null;
}

export class SitesQuery extends PageQuery {
  @IfGiven()
  @IsIn(SITE_TYPES)
  type?: SiteType;

  @IfGiven()
  @IsString()
  @MaxLength(100)
  region?: string;

  @IfGiven()
  @QueryBoolean()
  served?: boolean;

  /** True for sites open today, false for closed and for not yet opened ones. */
  @IfGiven()
  @QueryBoolean()
  open?: boolean;

  /** Part of a name or a code. */
  @IfGiven()
  @IsString()
  @MaxLength(200)
  text?: string;

  @SortedBy('name', 'code')
  sort: BothWays<'name' | 'code'> = 'name';

  /** Whose pupils are shown, such as `2025-26`; each site's latest where nothing is said. */
  @IfGiven()
  @SchoolYear()
  schoolYear?: string;
}

/** What the list may be asked for, where there are no pages. */
export class SitesFilterQuery extends OmitType(SitesQuery, ['limit', 'cursor', 'sort']) {}

export class PupilsQuery extends ListQuery {
  /** By school year and revision. */
  @SortedBy('schoolYear')
  sort: BothWays<'schoolYear'> = '-schoolYear';
}

export class PupilsBody {
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  pupils!: number;
}
