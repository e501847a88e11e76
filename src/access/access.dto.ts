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
import { IfGiven, Instant, Nested } from '../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../common/paging.js';
import { SHORTEST_PASSWORD } from './accounts/secrets.js';
import { ListQuery } from './routes/list-file.js';
import { PERMISSIONS, type Permission, type Role, ROLES } from './scope.js';

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

  /** Slug; only needed where the address has accounts in several districts. */
  @IfGiven()
  @IsString()
  @MaxLength(63)
  district?: string;
}

export class SetupDistrictBody {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  /** Lower case letters, digits and hyphens. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(63)
  slug!: string;

  /** IANA name, such as America/Los_Angeles. */
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

  /** Codes of the sites in reach. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(2000)
  @IsString({ each: true })
  @MaxLength(100, { each: true })
  sites?: string[];

  /** Regions whose sites are in reach. */
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
  /** By `id`: in the order in which they were made. */
  @SortedBy('id')
  sort: BothWays<'id'> = 'id';
}

export class NewTokenBody {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  /** Instant at which it ends; a year from now where nothing is said. */
  @IfGiven()
  @Instant()
  expiresAt?: Date;

  /** Limits the token to these permissions of the account's role. */
  @IfGiven()
  @IsArray()
  @IsIn(PERMISSIONS, { each: true })
  scopes?: Permission[];
}
