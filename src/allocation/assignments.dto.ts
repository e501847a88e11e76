import { IsBoolean, IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { ListQuery } from '../access/list-file.js';
import { CalendarDate, IfGiven, Trimmed, Uuid } from '../common/request-fields.js';

export class NewAssignmentBody {
  @Uuid()
  technicianId!: string;

  /** Code of the site. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  site!: string;

  /** What it fulfils, where it is bought. */
  @IsOptional()
  @Uuid()
  purchaseId: string | null = null;

  /** 1 Monday to 7 Sunday. */
  @IsInt()
  @Min(1)
  @Max(7)
  weekday!: number;

  @CalendarDate()
  startsOn!: string;

  /** The last day, included. */
  @CalendarDate()
  endsOn!: string;

  /** Whether a proposal keeps it as it is. */
  @IfGiven()
  @IsBoolean()
  isFixed: boolean = true;
}

export class AssignmentsQuery extends ListQuery {
  @IsOptional()
  @Uuid()
  technicianId?: string;

  /** Code of a site. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  site?: string;

  /** Those that hold on this day. */
  @IsOptional()
  @CalendarDate()
  on?: string;
}
