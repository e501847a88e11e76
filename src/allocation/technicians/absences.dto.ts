import { IsIn, IsString, MaxLength } from 'class-validator';
import { ListQuery } from '../../access/routes/list-file.js';
import { CalendarDate, IfGiven, OrNull, SiteCode, Uuid } from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';
import {
  ABSENCE_REASONS,
  type AbsenceReason,
  COVER_KINDS,
  type CoverKind,
} from '../entities/absence.entities.js';

export class NewAbsenceBody {
  @Uuid()
  technicianId!: string;

  @CalendarDate()
  fromOn!: string;

  /** The last day, included. */
  @CalendarDate()
  toOn!: string;

  @IsIn(ABSENCE_REASONS)
  reason!: AbsenceReason;
}

/** What a list of one day's holes or covers is asked by. */
export class OnDayQuery extends ListQuery {
  @CalendarDate()
  on!: string;
}

export class AbsencesQuery extends ListQuery {
  /** Only absences that are in effect on this day. */
  @IfGiven()
  @CalendarDate()
  on?: string;

  /** Sorted by `id`, which is the order in which they were recorded. */
  @SortedBy('id')
  sort: BothWays<'id'> = '-id';
}

export class CoverProposalBody {
  @CalendarDate()
  on!: string;
}

export class NewCoverBody {
  @CalendarDate()
  on!: string;

  @Uuid()
  technicianId!: string;

  @IsIn(COVER_KINDS)
  kind!: CoverKind;

  /** The assignment to cover. Required for an absence. */
  @IfGiven()
  @Uuid()
  assignmentId?: string;

  /** Code of the site. Not needed for an absence, because the absence has a site. */
  @IfGiven()
  @SiteCode()
  site?: string;

  @OrNull()
  @IsString()
  @MaxLength(2000)
  note: string | null = null;
}
