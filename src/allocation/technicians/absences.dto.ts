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
  /** Those that hold on this day. */
  @IfGiven()
  @CalendarDate()
  on?: string;

  /** By `id`: in the order in which they were recorded. */
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

  /** Whose day it is; needed of an absence. */
  @IfGiven()
  @Uuid()
  assignmentId?: string;

  /** Code of the site; an absence's is known. */
  @IfGiven()
  @SiteCode()
  site?: string;

  @OrNull()
  @IsString()
  @MaxLength(2000)
  note: string | null = null;
}
