import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IfGiven, Nested, OrNull, TimeOfDay, Trimmed, Weekday } from '../common/http/request-fields.js';
import { EXPORT_FORMATS, type ExportFormat } from '../common/documents/table-export.js';
import type { Schedule } from './delivery/schedule.js';

export class ScheduleBody implements Schedule {
  @IsIn(['day', 'week', 'month'])
  every!: 'day' | 'week' | 'month';

  /** 1 Monday to 7 Sunday; of `week`. */
  @IfGiven()
  @Weekday()
  weekday?: number;

  /** 1 to 31; of `month`. A month that is shorter has it on its last day. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(31)
  day?: number;

  /** Such as `06:30`, in the district's time zone. */
  @TimeOfDay()
  at!: string;
}

export class ReportChangeBody {
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name?: string;

  /** What the kind of report may be told; days may be words such as `schoolYearStart`. */
  @IfGiven()
  @IsObject()
  parameters?: Record<string, unknown>;

  /** Null ends the schedule. */
  @OrNull()
  @Nested(() => ScheduleBody)
  schedule?: ScheduleBody | null;

  /** E-mail addresses. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsEmail({}, { each: true })
  recipients?: string[];

  /** What is attached to the letters. */
  @IfGiven()
  @IsArray()
  @ArrayUnique()
  @IsIn(EXPORT_FORMATS, { each: true })
  formats?: ExportFormat[];
}

export class NewReportBody extends ReportChangeBody {
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  declare name: string;

  /** One of `GET /reports/kinds`. */
  @IsString()
  @MaxLength(100)
  kind!: string;
}

export class SendBody {
  /** E-mail addresses. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsEmail({}, { each: true })
  recipients!: string[];
}

export class ComparisonQuery {
  /** Id of the output to compare with; the one before where nothing is said. */
  @IfGiven()
  @IsString()
  @MaxLength(36)
  with?: string;
}
