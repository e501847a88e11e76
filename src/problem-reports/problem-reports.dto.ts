import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { ListQuery } from '../access/routes/list-file.js';
import { IfGiven, OrNull, SiteCode, Trimmed, Uuid } from '../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../common/paging.js';
import { PROBLEM_STATES, type ProblemState } from './problem-report.entity.js';

export class NewProblemReportBody {
  /** Code of the site where the problem is. */
  @SiteCode()
  site!: string;

  /** The device with the problem, if the problem is about one device. */
  @OrNull()
  @Uuid()
  deviceId: string | null = null;

  /** Where a technician should go, such as `Room 12`. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  room: string | null = null;

  /** What is wrong. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  description!: string;
}

export class ProblemReportStepBody {
  /** What was done, or what is still wrong. The people at the site can read it. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  note!: string;
}

export class ProblemReportsQuery extends ListQuery {
  @IfGiven()
  @IsIn(PROBLEM_STATES)
  state?: ProblemState;

  /** Code of a site. */
  @IfGiven()
  @SiteCode()
  site?: string;

  /** Sorted by `id`, which is the order in which they were reported. */
  @SortedBy('id')
  sort: BothWays<'id'> = '-id';
}
