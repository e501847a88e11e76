import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { CommaList, Uuid } from '../common/request-fields.js';
import { PageQuery } from '../common/paging.js';
import type { DeviceFilter } from './device-filter.js';
import type { DeviceInput } from './device-input.js';
import { DEVICE_SORTS, type DeviceSort } from './devices.queries.js';
import {
  type DeviceKind,
  type DeviceStatus,
  type DisposalRoute,
  KINDS,
  ROUTES,
  STATUSES,
} from './device-words.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** Null empties a field and is checked no further. */
const unlessNull = ValidateIf((_, value) => value !== null && value !== undefined);

/** Statuses that people may set; void has a route of its own. */
const SETTABLE = STATUSES.filter((status) => status !== 'void');

/** What is said of a device. A field that is missing keeps its value; null empties it. */
export class DeviceBody implements DeviceInput {
  @unlessNull
  @IsString()
  @MaxLength(200)
  serialNumber?: string | null;

  @unlessNull
  @IsString()
  @MaxLength(200)
  assetTag?: string | null;

  @unlessNull
  @IsString()
  @MaxLength(100)
  manufacturer?: string | null;

  @unlessNull
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  model?: string | null;

  @unlessNull
  @IsIn(KINDS)
  kind?: DeviceKind | null;

  @unlessNull
  @IsIn(SETTABLE)
  status?: DeviceStatus | null;

  /** Calendar date from which the status holds. */
  @unlessNull
  @Matches(DATE)
  @IsISO8601({ strict: true })
  statusOn?: string | null;

  /** Code or name of the site. */
  @unlessNull
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  site?: string | null;

  @unlessNull
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  room?: string | null;

  @unlessNull
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  cart?: string | null;

  /** External id or address of the person who has it. */
  @unlessNull
  @IsString()
  @IsNotEmpty()
  @MaxLength(320)
  holder?: string | null;

  @unlessNull
  @Matches(DATE)
  @IsISO8601({ strict: true })
  loanedOn?: string | null;

  @unlessNull
  @Matches(DATE)
  @IsISO8601({ strict: true })
  dueOn?: string | null;

  @unlessNull
  @Matches(DATE)
  @IsISO8601({ strict: true })
  purchasedOn?: string | null;

  @unlessNull
  @Matches(DATE)
  @IsISO8601({ strict: true })
  inServiceOn?: string | null;

  @unlessNull
  @IsInt()
  @Min(0)
  @Max(2_000_000_000)
  costCents?: number | null;

  @unlessNull
  @IsString()
  @MaxLength(200)
  purchaseReference?: string | null;

  @unlessNull
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  fundingSource?: string | null;

  /** Federal award identification number of a funding source that is named for the first time. */
  @unlessNull
  @IsString()
  @MaxLength(100)
  fain?: string | null;

  @unlessNull
  @IsNumber()
  @Min(0)
  @Max(100)
  federalSharePercent?: number | null;

  @unlessNull
  @IsString()
  @MaxLength(50)
  mac?: string | null;

  @unlessNull
  @IsString()
  @MaxLength(50)
  imei?: string | null;

  @unlessNull
  @IsString()
  @MaxLength(200)
  oldTag?: string | null;

  @unlessNull
  @IsString()
  @MaxLength(4000)
  notes?: string | null;

  @unlessNull
  @IsIn(ROUTES)
  disposalRoute?: DisposalRoute | null;

  /** With status missing. */
  @IsOptional()
  @IsIn(['lost', 'stolen'])
  missing?: 'lost' | 'stolen';

  @IsOptional()
  @Matches(DATE)
  @IsISO8601({ strict: true })
  missingSince?: string;

  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  policeReportNumber?: string;

  /** With a write-off. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  approvalReference?: string;

  /** Calendar date from which the change is true; now where nothing is said. */
  @IsOptional()
  @Matches(DATE)
  @IsISO8601({ strict: true })
  effectiveOn?: string;

  /** Why; kept beside the event, apart from it. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class NewDeviceBody extends DeviceBody {
  /** Prefix of a series of tags: the device gets its next one, when it is saved. */
  @IsOptional()
  @IsString()
  @MaxLength(30)
  tagSeries?: string;
}

export class BatchRow extends DeviceBody {
  /** Version the change was made from. */
  @IsOptional()
  @IsInt()
  @Min(1)
  version?: number;
}

/** Rows are judged one by one, so that one bad row does not stop the rest. */
export class BatchBody {
  @ApiProperty({ type: () => [BatchRow] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @IsObject({ each: true })
  rows!: Record<string, unknown>[];
}

export class DeviceFilterQuery implements DeviceFilter {
  /** Codes of sites, comma-separated. */
  @CommaList(2000)
  @IsString({ each: true })
  site?: string[];

  @CommaList(100)
  @IsString({ each: true })
  region?: string[];

  @IsOptional()
  @IsString()
  @MaxLength(100)
  room?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  cart?: string;

  @CommaList(100)
  @IsIn(KINDS, { each: true })
  kind?: string[];

  @CommaList(100)
  @IsIn(STATUSES, { each: true })
  status?: string[];

  /** Part of the model's name. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  model?: string;

  /** Years in service, at the least. */
  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(200)
  ageFrom?: number;

  /** Years in service, less than. */
  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(200)
  ageTo?: number;

  /** Automatic updates end before this date. */
  @IsOptional()
  @Matches(DATE)
  @IsISO8601({ strict: true })
  autoUpdateBefore?: string;

  @IsOptional()
  @Uuid()
  person?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  fundingSource?: string;

  /** Three or more characters of any code, or of a model's, site's or person's name. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class DeviceListQuery extends DeviceFilterQuery implements PageQuery {
  /** How many rows at the most, 1 to 200. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;

  /** `nextCursor` of the page before. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  cursor?: string;

  @IsOptional()
  @IsIn(DEVICE_SORTS)
  sort: DeviceSort = 'id';
}

export class LookUpQuery {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  code!: string;
}

export class VoidBody {
  /** Why it never was a device. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  note!: string;
}

export class MergeBody {
  /** The record that goes; the device in the address survives. */
  @Uuid()
  duplicateId!: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class HoldBody {
  @IsIn(['claim', 'lot', 'legal', 'grant'])
  kind!: string;

  @IsArray()
  @ArrayMinSize(1)
  @IsIn(['move', 'retire', 'dispose', 'void', 'redact', 'change'], { each: true })
  forbids!: string[];

  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  reason!: string;
}

export class BulkBody {
  @ValidateNested()
  @Type(() => DeviceFilterQuery)
  @IsNotEmpty()
  filter!: DeviceFilterQuery;

  @ValidateNested()
  @Type(() => DeviceBody)
  @IsNotEmpty()
  change!: DeviceBody;

  /** How many devices the caller expects to change; another number is refused. */
  @IsOptional()
  @IsInt()
  @Min(0)
  expect?: number;
}
