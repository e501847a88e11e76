import { applyDecorators } from '@nestjs/common';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsNotEmpty,
  IsString,
  MaxLength,
} from 'class-validator';
import { IfGiven, Instant, Nested, OrNull, Trimmed } from '../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../common/paging.js';
import { SHORTEST_PASSWORD } from './accounts/secrets.js';
import { ListQuery } from './routes/list-file.js';
import { type Language, LANGUAGES, PERMISSIONS, type Permission, type Role, ROLES } from './scope.js';

/** The service says what is wrong with one that is too short. */
function NewPassword(): PropertyDecorator {
  const schema = { type: 'string', minLength: SHORTEST_PASSWORD };
  return applyDecorators(IsString({ context: { schema } }), MaxLength(1000));
}

export class SignInBody {
  @IsEmail()
  @MaxLength(320)
  email!: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  password!: string;

  /** Short name of the district. Only needed if the email address has accounts in several districts. */
  @IfGiven()
  @IsString()
  @MaxLength(63)
  district?: string;
}

export class SessionChangeBody {
  /** Language of the pages for your account: `en` or `es`; null for the language of the browser. */
  @OrNull()
  @IsIn(LANGUAGES)
  language?: Language | null;
}

export class PasswordChangeBody {
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  currentPassword!: string;

  /** At least twelve characters. */
  @NewPassword()
  newPassword!: string;
}

export class SetupDistrictBody {
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  /** Lower-case letters, digits and hyphens. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(63)
  slug!: string;

  /** IANA name, such as America/Los_Angeles. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  timeZone!: string;
}

export class SetupAccountBody {
  @IsEmail()
  @MaxLength(320)
  email!: string;

  @IfGiven()
  @IsString()
  @MaxLength(200)
  name?: string;

  /** At least twelve characters. */
  @NewPassword()
  password!: string;
}

export class SetupBody {
  @Nested(() => SetupDistrictBody)
  district!: SetupDistrictBody;

  @Nested(() => SetupAccountBody)
  account!: SetupAccountBody;
}

export class NewAccountBody {
  @IsEmail()
  @MaxLength(320)
  email!: string;

  @IfGiven()
  @IsString()
  @MaxLength(200)
  name?: string;

  @IsIn(ROLES)
  role!: Role;

  /** Codes of the sites that the account can see. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(2000)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  sites?: string[];

  /** Regions whose sites the account can see. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  regions?: string[];

  @IfGiven()
  @NewPassword()
  password?: string;
}

export class AccountChangeBody {
  @IfGiven()
  @IsString()
  @MaxLength(200)
  name?: string;

  @IfGiven()
  @IsIn(ROLES)
  role?: Role;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(2000)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  sites?: string[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  regions?: string[];

  @IfGiven()
  @NewPassword()
  password?: string;

  @IfGiven()
  @IsBoolean()
  disabled?: boolean;
}

export class AccountsQuery extends ListQuery {
  @SortedBy('email')
  sort: BothWays<'email'> = 'email';
}

export class TokensQuery extends ListQuery {
  /** Sorted by `id`, which is the order in which they were created. */
  @SortedBy('id')
  sort: BothWays<'id'> = 'id';
}

export class NewTokenBody {
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  /** Instant at which the token ends. By default, a year from now. */
  @IfGiven()
  @Instant()
  expiresAt?: Date;

  /** Limits the token to these permissions of the account's role. */
  @IfGiven()
  @IsArray()
  @IsIn(PERMISSIONS, { each: true })
  scopes?: Permission[];
}
