import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
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
  IfGiven,
  LARGEST_INTEGER,
  Nested,
  OrNull,
  Trimmed,
  Uuid,
} from '../common/http/request-fields.js';
import { ListQuery } from '../access/routes/list-file.js';
import { type BothWays, SortedBy } from '../common/paging.js';
import { DeviceFilterQuery } from './lists/device-lists.dto.js';
import type { DeviceInput } from './planning/device-input.js';
import { type DeviceKind, KINDS } from '../catalogue/kinds.js';
import { FORBIDDEN, type Forbidden, HOLD_KINDS, type HoldKind } from './recording/device-holds.js';
import { LONGEST_POLICE_REPORT } from './recording/device-lifecycle.js';
import { type DeviceStatus, type DisposalRoute, ROUTES, STATUSES } from './statuses.js';
import { FIRST_TRACKED_YEAR } from '../common/time/days-and-times.js';

/** Statuses that people may set; void has a route of its own. */
const SETTABLE = STATUSES.filter((status) => status !== 'void');

/** Fields of a device. A field that is left out keeps its value. Null empties it. */
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
  @Trimmed()
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
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  site?: string | null;

  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  room?: string | null;

  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  cart?: string | null;

  /** ID or email of the person who has it. */
  @OrNull()
  @Trimmed()
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
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  fundingSource?: string | null;

  /** Federal award identification number of a new funding source. */
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

  /** Only allowed with the status `missing`. */
  @IfGiven()
  @IsIn(['lost', 'stolen'])
  missing?: 'lost' | 'stolen';

  @IfGiven()
  @CalendarDate(FIRST_TRACKED_YEAR)
  missingSince?: string;

  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_POLICE_REPORT)
  policeReportNumber?: string;

  /** Only allowed with a write-off. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  approvalReference?: string;

  /** Calendar date on which the change takes effect. By default, the change takes effect now. */
  @IfGiven()
  @CalendarDate(FIRST_TRACKED_YEAR)
  effectiveOn?: string;

  /** The reason. It is stored apart from the event. */
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
  /** Prefix of a tag series. The device gets the next tag of the series when it is saved. */
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

/** Each row is checked by itself, so one wrong row does not stop the others. */
export class BatchBody {
  @ApiProperty({ type: () => [BatchRow] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @IsObject({ each: true })
  rows!: Record<string, unknown>[];
}

export class DeviceEventsQuery extends ListQuery {
  @SortedBy('effectiveAt')
  sort: BothWays<'effectiveAt'> = '-effectiveAt';
}

export class VoidBody {
  /** Why this record should never have existed. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  note!: string;
}

export class MergeBody {
  /** The duplicate record. The device in the address is kept. */
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

  @Trimmed()
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

  /** How many devices the caller expects to change. Rollcall refuses the change if the number differs. */
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(LARGEST_INTEGER)
  expect?: number;

  /** If true, Rollcall only finds out which devices would change and which would be refused, and changes nothing. */
  @IfGiven()
  @IsBoolean()
  rehearse?: boolean;
}
