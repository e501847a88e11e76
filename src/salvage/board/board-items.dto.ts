import {
  ArrayMaxSize,
  ArrayUnique,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { ListQuery } from '../../access/routes/list-file.js';
import {
  CalendarDate,
  CommaList,
  IfGiven,
  OrNull,
  Trimmed,
  Uuids,
} from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';
import { BOARD_DECISIONS, type BoardDecision } from './board-item.entity.js';
import { type Finding, FINDINGS } from './findings.js';

const MOST_LOTS = 100;

/** The fields that both a new board item and a change can have. */
class BoardItemDetails {
  /** The words of the finding, if `finding` is `other`. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  findingText?: string | null;

  /** Members of the board who were present. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(100)
  present?: number | null;

  /** How many of the members who were present voted yes. */
  @OrNull()
  @IsInt()
  @Min(0)
  @Max(100)
  yes?: number | null;

  /** The first day on which this item can approve lots. By default, the day of the meeting. */
  @IfGiven()
  @CalendarDate()
  validFrom?: string;

  /** The last day on which this item can approve lots. By default, a year after the meeting. */
  @IfGiven()
  @CalendarDate()
  validTo?: string;

  /** Ids of the lots that the item names. An approved item that names none is valid for every lot. */
  @IfGiven()
  @Uuids()
  @ArrayMaxSize(MOST_LOTS)
  @ArrayUnique()
  lots?: string[];

  @OrNull()
  @Trimmed()
  @IsString()
  @MaxLength(2000)
  note?: string | null;
}

export class NewBoardItemBody extends BoardItemDetails {
  @CalendarDate()
  meetingOn!: string;

  /** Number of the item on the agenda. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  number!: string;

  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  title!: string;

  /** The finding that the board adopts, named by the section of the law. */
  @IsIn(FINDINGS)
  finding!: Finding;

  /** `in_part` approves only the lots that the item names. */
  @IfGiven()
  @IsIn(BOARD_DECISIONS)
  decision: BoardDecision = 'planned';
}

export class BoardItemChangeBody extends BoardItemDetails {
  @IfGiven()
  @CalendarDate()
  meetingOn?: string;

  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  number?: string;

  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  title?: string;

  @IfGiven()
  @IsIn(FINDINGS)
  finding?: Finding;

  @IfGiven()
  @IsIn(BOARD_DECISIONS)
  decision?: BoardDecision;
}

export class ProposalQuery {
  /** Ids of the lots that one board item is to approve, separated by commas. */
  @CommaList(MOST_LOTS)
  @IsUUID(undefined, { each: true })
  lots: string[] = [];
}

export class BoardItemsQuery extends ListQuery {
  @IfGiven()
  @IsIn(BOARD_DECISIONS)
  decision?: BoardDecision;

  /** Sorted by `meetingOn`. */
  @SortedBy('meetingOn')
  sort: BothWays<'meetingOn'> = '-meetingOn';
}
