import { plainToInstance, Transform } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  ValidateBy,
  validateSync,
} from 'class-validator';
import { resolve } from 'node:path';

/** A setting that cannot be used; the message lists every bad one at once. */
export class BadSettings extends Error {
  constructor(readonly problems: string[]) {
    super(`These settings cannot be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** A whole number in plain digits; `Number` alone would take `0x50`, `8e1` and a blank. */
function WholeNumber(unset?: number): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    value === undefined ? unset : typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : NaN,
  );
}

/** A URL that can be taken apart, so that a slip shows at the start and not at the first connection. */
function UrlOf(...protocols: string[]): PropertyDecorator {
  const validate = (value: unknown): boolean =>
    typeof value === 'string' &&
    URL.canParse(value) &&
    protocols.includes(new URL(value).protocol.slice(0, -1));
  return ValidateBy({ name: 'urlOf', validator: { validate } });
}

/** Where the embedded database is when no setting says so, unless PostgreSQL cannot work there. */
export const DEFAULT_DATA_FOLDER = './data';

/** Which halves of the work this process does. */
export type ProcessRole = 'all' | 'api' | 'worker';

/** Every setting that Rollcall reads from the environment, checked. docs/administrators.md, "Settings", explains them. */
export class Settings {
  @WholeNumber(3000)
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT = 3000;

  @Matches(/^[A-Za-z0-9.:_-]+$/)
  HOST = '127.0.0.1';

  /** Where health checks and metrics are answered as well: the only port of a worker. */
  @WholeNumber()
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(65535)
  HEALTH_PORT?: number;

  /** Folder of the embedded database and of nothing else that matters. Not set: see `DEFAULT_DATA_FOLDER`. */
  @Transform(({ value }: { value?: string }) => value && resolve(value))
  @IsOptional()
  @IsString()
  ROLLCALL_DATA?: string;

  @IsOptional()
  @UrlOf('postgres', 'postgresql')
  DATABASE_URL?: string;

  /** Migrates; where missing, `DATABASE_URL` owns the tables and each process steps down to `rollcall_app`. */
  @IsOptional()
  @UrlOf('postgres', 'postgresql')
  DATABASE_OWNER_URL?: string;

  @IsOptional()
  @UrlOf('postgres', 'postgresql')
  DATABASE_REPLICA_URL?: string;

  @IsOptional()
  @UrlOf('redis', 'rediss')
  REDIS_URL?: string;

  @IsOptional()
  @UrlOf('smtp', 'smtps')
  SMTP_URL?: string;

  /** Sender of reports, such as `Rollcall <rollcall@district.example>`. */
  @IsOptional()
  @Matches(/^(?:[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/)
  SMTP_FROM?: string;

  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  // Rollcall adds paths to this address, so a slash at its end would be doubled.
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.replace(/\/+$/, '') : value,
  )
  PUBLIC_URL?: string;

  /** Seals the passwords of other systems. With the embedded database, a file of the data folder has it. */
  @IsOptional()
  @Matches(/^[A-Za-z0-9+/]{43}=$/)
  SECRETS_KEY?: string;

  @IsIn(['all', 'api', 'worker'])
  ROLE: ProcessRole = 'all';

  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
  LOG_LEVEL = 'info';

  /** Whether files for vendors may go to addresses that the internet does not reach, such as 10.0.0.5. */
  @IsIn(['yes', 'no'])
  DELIVER_TO_PRIVATE_ADDRESSES: 'yes' | 'no' = 'no';

  /** Connections this process may hold to PostgreSQL, queue aside. */
  @WholeNumber(10)
  @IsInt()
  @Min(2)
  @Max(200)
  DATABASE_POOL = 10;
}

const HINTS: Record<string, string> = {
  ROLLCALL_DATA: 'the path of a folder',
  PORT: 'a whole number from 0 to 65535 (0 picks a free port)',
  HEALTH_PORT: 'a whole number from 0 to 65535 (0 picks a free port)',
  HOST: 'an address or host name to listen on',
  DATABASE_URL: 'a URL that begins with postgres://',
  DATABASE_OWNER_URL: 'a URL that begins with postgres://',
  DATABASE_REPLICA_URL: 'a URL that begins with postgres://',
  REDIS_URL: 'a URL that begins with redis:// or rediss://',
  SMTP_URL: 'a URL that begins with smtp:// or smtps://',
  SMTP_FROM: 'an email address, or a name with one: Rollcall <rollcall@district.example>',
  PUBLIC_URL: 'a URL that begins with http:// or https://',
  SECRETS_KEY: '32 random bytes in base64: openssl rand -base64 32',
  ROLE: 'all, api or worker',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace or silent',
  DELIVER_TO_PRIVATE_ADDRESSES: 'yes or no',
  DATABASE_POOL: 'a whole number from 2 to 200',
};

/** Values that may be shown back; a URL may carry a password and never is. */
const SHOWN = new Set([
  'PORT',
  'HEALTH_PORT',
  'HOST',
  'ROLE',
  'LOG_LEVEL',
  'DATABASE_POOL',
  'DELIVER_TO_PRIVATE_ADDRESSES',
]);

/**
 * Reads and checks the environment. An empty variable counts as not set.
 * @throws BadSettings naming every setting that cannot be used, without the values that may hold secrets
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const known = Object.keys(new Settings()).concat(Object.keys(HINTS));
  const given = Object.fromEntries(
    [...new Set(known)].filter((key) => env[key]).map((key) => [key, env[key]]),
  );
  const settings = plainToInstance(Settings, given, { exposeDefaultValues: true });
  const problems = validateSync(settings, { whitelist: true }).map((error) => {
    const shown = SHOWN.has(error.property) ? ` (it is "${env[error.property] ?? ''}")` : '';
    return `${error.property} must be ${HINTS[error.property] ?? 'usable'}${shown}`;
  });
  if (settings.DATABASE_OWNER_URL && !settings.DATABASE_URL)
    problems.push(
      'DATABASE_OWNER_URL needs DATABASE_URL beside it: the application never works as the owner',
    );
  if (problems.length > 0) throw new BadSettings(problems);
  return settings;
}
