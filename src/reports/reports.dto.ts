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
import type { Schedule } from '../common/time/schedule.js';

export class ScheduleBody implements Schedule {
  @IsIn(['day', 'week', 'month'])
  every!: 'day' | 'week' | 'month';

  /** From 1 for Monday to 7 for Sunday. Only with `week`. */
  @IfGiven()
  @Weekday()
  weekday?: number;

  /** From 1 to 31. Only with `month`. In a shorter month, the last day counts. */
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

  /** Settings of this kind of report. Days can be words such as `schoolYearStart`. */
  @IfGiven()
  @IsObject()
  parameters?: Record<string, unknown>;

  /** Null ends the schedule. */
  @OrNull()
  @Nested(() => ScheduleBody)
  schedule?: ScheduleBody | null;

  /** Email addresses. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsEmail({}, { each: true })
  recipients?: string[];

  /** The formats that are attached to emails. */
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
  /** Email addresses. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsEmail({}, { each: true })
  recipients!: string[];
}

export class ComparisonQuery {
  /** Id of the output to compare with. By default, the one before. */
  @IfGiven()
  @IsString()
  @MaxLength(36)
  with?: string;
}
