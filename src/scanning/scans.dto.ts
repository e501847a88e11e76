import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { LONGEST_CODE, normaliseCode } from '../devices/device-codes.js';
import {
  CalendarDate,
  IfGiven,
  Instant,
  Nested,
  NestedList,
  OrNull,
  SiteCode,
  Trimmed,
  Uuid,
} from '../common/http/request-fields.js';

const MOST_SCANS = 1000;
/** Of a 32-bit integer. */
const LARGEST_VERSION = 2 ** 31 - 1;
/** A phone that was off for longer than this counts nothing any more. */
const LONGEST_SINCE_MS = 400 * 86_400_000;

export class ScanClockBody {
  /** Instant of the server's last answer to the phone before the scan. */
  @IfGiven()
  @Instant()
  contactAt?: Date;

  /** Milliseconds from that answer to the scan, by a counter that no change of the clock moves. */
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(LONGEST_SINCE_MS)
  sinceMs?: number;
}

export class ScanAnswer {
  /** Name of the question, as the list of actions has it. */
  @IsString()
  @MaxLength(40)
  question!: string;

  @Trimmed()
  @IsString()
  @MaxLength(2000)
  answer!: string;
}

/** One scan, as the journal of a phone has it. */
export class ScanRow {
  /** A UUIDv7 that the phone creates. Sending the same one again has no effect. */
  @Uuid()
  id!: string;

  /** By the phone's clock. */
  @Instant()
  scannedAt!: Date;

  @IfGiven()
  @Nested(() => ScanClockBody)
  clock?: ScanClockBody;

  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? normaliseCode(value) : value))
  @IsString()
  @IsNotEmpty()
  @MaxLength(2 * LONGEST_CODE)
  code!: string;

  @IsString()
  @MaxLength(40)
  action!: string;

  /** Where several devices have the code: the one that was chosen. */
  @IfGiven()
  @Uuid()
  deviceId?: string;

  /** Code of the site where it was scanned. */
  @IfGiven()
  @SiteCode()
  site?: string;

  /** A room of that site; one that is new is made. Null takes it out of its room. */
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

  /** Whom it is deployed to: their id in the district's files, or their address. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(320)
  person?: string;

  @OrNull()
  @CalendarDate()
  dueOn?: string | null;

  @IfGiven()
  @IsString()
  @MaxLength(2000)
  note?: string;

  /** Answers to questions that only this action asks. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @NestedList(() => ScanAnswer)
  answers?: ScanAnswer[];

  /** Version of the device as the phone showed it. */
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(LARGEST_VERSION)
  versionSeen?: number;

  /** Of an `undo`: the scan of the same account that is taken back. */
  @IfGiven()
  @Uuid()
  undoes?: string;

  /** The sweep that it was scanned for. */
  @IfGiven()
  @Uuid()
  sweep?: string;

  /** The scan before it of this device in the same journal. */
  @IfGiven()
  @Uuid()
  after?: string;
}

export class ScanBatchBody {
  /**
   * When the phone sent the batch, by the clock of the phone. Rollcall uses it to correct the times of the scans.
   */
  @IfGiven()
  @Instant()
  sentAt?: Date;

  /** In the order in which they were scanned. */
  @ApiProperty({ type: () => [ScanRow] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_SCANS)
  @IsObject({ each: true })
  scans!: Record<string, unknown>[];
}
