import { OmitType } from '@nestjs/swagger';
import { ArrayNotEmpty, IsEmail, IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import {
  CalendarDate,
  CommaList,
  IfGiven,
  OrNull,
  QueryBoolean,
  SiteCode,
  Trimmed,
} from '../common/http/request-fields.js';
import { type BothWays, PageQuery, SortedBy } from '../common/paging.js';
import { PERSON_ROLES, type PersonRole } from './entities/person.entity.js';
import { FIRST_TRACKED_YEAR } from '../common/time/days-and-times.js';

/** What may be said of somebody. Null empties a field. */
class PersonDetails {
  @OrNull()
  @Trimmed()
  @IsString()
  @MaxLength(100)
  givenName?: string | null;

  @OrNull()
  @Trimmed()
  @IsString()
  @MaxLength(100)
  familyName?: string | null;

  @OrNull()
  @Trimmed()
  @IsEmail()
  @MaxLength(320)
  email?: string | null;

  @OrNull()
  @Trimmed()
  @IsString()
  @MaxLength(50)
  grade?: string | null;

  /** Code of the site they belong to. */
  @OrNull()
  @SiteCode()
  site?: string | null;

  /** The first day on which the person no longer belongs to the district. */
  @OrNull()
  @CalendarDate(FIRST_TRACKED_YEAR)
  leftOn?: string | null;
}

export class NewPersonBody extends PersonDetails {
  /** The person's ID in the student information system. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  externalId!: string;

  @IsIn(PERSON_ROLES)
  role!: PersonRole;
}

export class PersonChangeBody extends PersonDetails {
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  externalId?: string;

  @IfGiven()
  @IsIn(PERSON_ROLES)
  role?: PersonRole;
}

export class PeopleQuery extends PageQuery {
  /** Code of a site. */
  @IfGiven()
  @SiteCode()
  site?: string;

  @IfGiven()
  @IsIn(PERSON_ROLES)
  role?: PersonRole;

  /** True for people who have left. */
  @IfGiven()
  @QueryBoolean()
  left?: boolean;

  /** Part of a name, an email or an ID. */
  @IfGiven()
  @IsString()
  @MaxLength(200)
  text?: string;

  @SortedBy('externalId')
  sort: BothWays<'externalId'> = 'externalId';
}

/** What the list may be asked for, where there are no pages. */
export class PeopleFilterQuery extends OmitType(PeopleQuery, ['limit', 'cursor', 'sort']) {}

/** The largest class list that one request can look up. */
const MOST_NUMBERS = 200;

export class PeopleLookupQuery {
  /** External ids or email addresses, separated by commas. Upper and lower case make no difference. */
  @CommaList(MOST_NUMBERS)
  @ArrayNotEmpty()
  @IsString({ each: true })
  @MaxLength(320, { each: true })
  numbers: string[] = [];
}
