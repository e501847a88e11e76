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
  /** Such as `K–5`. Any kind of dash works. */
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

  /**
   * The day from which the region counts. By default today, or the opening day for a site that had no region
   * before.
   */
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

  /** Whether the district's technicians support the site. */
  @IfGiven()
  @IsBoolean()
  served?: boolean;

  @IfGiven()
  @IsBoolean()
  charter?: boolean;

  @OrNull()
  @CalendarDate(FIRST_SITE_YEAR)
  openedOn?: string | null;

  /** The first day on which the site is closed. Null opens the site again. */
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

  /** If you leave the type out, Rollcall takes it from the grade span. */
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

  /** The open site into which it merges. Needs `closedOn`, unless the site is already closed. */
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

  /** True for sites that are open today, and false for sites that are closed or not yet open. */
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

  /** The school year of the enrolled students, such as `2025-26`. By default, the latest of each site. */
  @IfGiven()
  @SchoolYear()
  schoolYear?: string;
}

/** What the list may be asked for, where there are no pages. */
export class SitesFilterQuery extends OmitType(SitesQuery, ['limit', 'cursor', 'sort']) {}

export class PupilsQuery extends ListQuery {
  /** Sorted by school year and revision. */
  @SortedBy('schoolYear')
  sort: BothWays<'schoolYear'> = '-schoolYear';
}

export class PupilsBody {
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  pupils!: number;
}
