import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  BetweenFields,
  CalendarDate,
  CommaList,
  IfGiven,
  LARGEST_INTEGER,
  Nested,
  OrNull,
  QueryInteger,
  QueryNumber,
  SiteCodes,
  Uuid,
} from '../common/http/request-fields.js';
import { ListQuery } from '../access/routes/list-file.js';
import { type BothWays, Cursor, PageQuery, SortedBy } from '../common/paging.js';
import type { DeviceFilter } from './device-filter.js';
import type { DeviceInput } from './planning/device-input.js';
import type { DeviceSort } from './devices.queries.js';
import { type DeviceKind, KINDS } from '../catalogue/kinds.js';
import { FORBIDDEN, type Forbidden, HOLD_KINDS, type HoldKind } from './recording/device-holds.js';
import { type DeviceStatus, type DisposalRoute, ROUTES, STATUSES } from './statuses.js';
import { FIRST_TRACKED_YEAR } from '../common/time/days-and-times.js';

/** Statuses that people may set; void has a route of its own. */
const SETTABLE = STATUSES.filter((status) => status !== 'void');

/** What is said of a device. A field that is missing keeps its value; null empties it. */
export class DeviceBody implements DeviceInput {
  @OrNull()
  @IsString()
  @MaxLength(200)
  serialNumber?: string | null;

  @OrNull()
  @IsString()
  @MaxLength(200)
  assetTag?: string | null;

  @OrNull()
  @IsString()
  @MaxLength(100)
  manufacturer?: string | null;

  @OrNull()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  model?: string | null;

  @OrNull()
  @IsIn(KINDS)
  kind?: DeviceKind | null;

  @OrNull()
  @IsIn(SETTABLE)
  status?: DeviceStatus | null;

  /** Calendar date from which the status holds. */
  @OrNull()
  @CalendarDate(FIRST_TRACKED_YEAR)
  statusOn?: string | null;

  /** Code or name of the site. */
  @OrNull()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  site?: string | null;

  @OrNull()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  room?: string | null;

  @OrNull()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  cart?: string | null;

  /** External id or address of the person who has it. */
  @OrNull()
  @IsString()
  @IsNotEmpty()
  @MaxLength(320)
  holder?: string | null;

  @OrNull()
  @CalendarDate(FIRST_TRACKED_YEAR)
  loanedOn?: string | null;

  @OrNull()
  @CalendarDate(FIRST_TRACKED_YEAR)
  dueOn?: string | null;

  @OrNull()
  @CalendarDate(FIRST_TRACKED_YEAR)
  purchasedOn?: string | null;

  @OrNull()
  @CalendarDate(FIRST_TRACKED_YEAR)
  inServiceOn?: string | null;

  @OrNull()
  @IsInt()
  @Min(0)
  @Max(2_000_000_000)
  costCents?: number | null;

  @OrNull()
  @IsString()
  @MaxLength(200)
  purchaseReference?: string | null;

  @OrNull()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  fundingSource?: string | null;

  /** Federal award identification number of a funding source that is named for the first time. */
  @OrNull()
  @IsString()
  @MaxLength(100)
  fain?: string | null;

  @OrNull()
  @IsNumber()
  @Min(0)
  @Max(100)
  federalSharePercent?: number | null;

  @OrNull()
  @IsString()
  @MaxLength(50)
  mac?: string | null;

  @OrNull()
  @IsString()
  @MaxLength(50)
  imei?: string | null;

  @OrNull()
  @IsString()
  @MaxLength(200)
  oldTag?: string | null;

  @OrNull()
  @IsString()
  @MaxLength(4000)
  notes?: string | null;

  @OrNull()
  @IsIn(ROUTES)
  disposalRoute?: DisposalRoute | null;

  /** With status missing. */
  @IfGiven()
  @IsIn(['lost', 'stolen'])
  missing?: 'lost' | 'stolen';

  @IfGiven()
  @CalendarDate(FIRST_TRACKED_YEAR)
  missingSince?: string;

  @IfGiven()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  policeReportNumber?: string;

  /** With a write-off. */
  @IfGiven()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  approvalReference?: string;

  /** Calendar date from which the change is true; now where nothing is said. */
  @IfGiven()
  @CalendarDate(FIRST_TRACKED_YEAR)
  effectiveOn?: string;

  /** Why; kept beside the event, apart from it. */
  @IfGiven()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

/** A new device has a site, a model and at least one code. */
@BetweenFields({
  required: ['site', 'model'],
  allOf: [
    { properties: { site: { type: 'string' }, model: { type: 'string' } } },
    {
      anyOf: ['serialNumber', 'assetTag', 'tagSeries'].map((code) => ({
        required: [code],
        properties: { [code]: { type: 'string', pattern: '\\S' } },
      })),
    },
  ],
})
export class NewDeviceBody extends DeviceBody {
  /** Prefix of a series of tags: the device gets its next one, when it is saved. */
  @IfGiven()
  @IsString()
  @MaxLength(30)
  tagSeries?: string;
}

export class BatchRow extends DeviceBody {
  /** Version the change was made from. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(LARGEST_INTEGER)
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
  @SiteCodes()
  site?: string[];

  @CommaList(100)
  @IsString({ each: true })
  region?: string[];

  @IfGiven()
  @IsString()
  @MaxLength(100)
  room?: string;

  @IfGiven()
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
  @IfGiven()
  @IsString()
  @MaxLength(100)
  model?: string;

  /** Years in service, at the least. */
  @IfGiven()
  @QueryNumber(0, 200)
  ageFrom?: number;

  /** Years in service, less than. */
  @IfGiven()
  @QueryNumber(0, 200)
  ageTo?: number;

  /** Automatic updates end before this date. */
  @IfGiven()
  @CalendarDate()
  autoUpdateBefore?: string;

  @IfGiven()
  @Uuid()
  person?: string;

  @IfGiven()
  @IsString()
  @MaxLength(200)
  fundingSource?: string;

  /** Three or more characters of any code, or of a model's, site's or person's name. */
  @IfGiven()
  @IsString()
  @MaxLength(100)
  q?: string;
}

export class DeviceListQuery extends DeviceFilterQuery implements PageQuery {
  /** How many rows at the most, 1 to 200. */
  @IfGiven()
  @QueryInteger(1, 200)
  limit: number = 50;

  /** `nextCursor` of the page before. */
  @IfGiven()
  @Cursor()
  cursor?: string;

  @SortedBy('id', 'assetTag', 'inServiceOn')
  sort: BothWays<DeviceSort> = 'id';
}

export class DeviceEventsQuery extends ListQuery {
  @SortedBy('effectiveAt')
  sort: BothWays<'effectiveAt'> = '-effectiveAt';
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

  @IfGiven()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class HoldBody {
  @IsIn(HOLD_KINDS)
  kind!: HoldKind;

  @IsArray()
  @ArrayMinSize(1)
  @IsIn(FORBIDDEN, { each: true })
  forbids!: Forbidden[];

  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  reason!: string;
}

export class BulkBody {
  @Nested(() => DeviceFilterQuery)
  filter!: DeviceFilterQuery;

  @Nested(() => DeviceBody)
  change!: DeviceBody;

  /** How many devices the caller expects to change; another number is refused. */
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(LARGEST_INTEGER)
  expect?: number;
}
