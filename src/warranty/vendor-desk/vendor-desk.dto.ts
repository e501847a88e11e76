import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { ListQuery } from '../../access/routes/list-file.js';
import {
  CommaList,
  IfGiven,
  NestedList,
  QueryBoolean,
  Trimmed,
  Uuid,
} from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';
import type { Outcome } from '../../imports/import-kind.js';
import type { ClaimState } from '../claims/claim.entity.js';
import { QUARTER } from '../figures/quarters.js';
import { AnswerFields } from '../replies/answer-fields.dto.js';

export class VendorDeskBody {
  /** Whether people at the vendor see the asset tags of devices. */
  @IfGiven()
  @IsBoolean()
  showsAssetTags?: boolean;

  /** Whether they see the contact of a claim, and where its device is shipped from. */
  @IfGiven()
  @IsBoolean()
  showsContacts?: boolean;
}

/** States in which a vendor sees a claim. */
export const DESK_STATES = [
  'sent',
  'acknowledged',
  'in_progress',
  'waiting',
  'resolved',
  'denied',
  'closed',
  'cancelled',
] as const satisfies readonly ClaimState[];

export class DeskClaimsQuery extends ListQuery {
  /** One state, or several with commas between them. */
  @CommaList(DESK_STATES.length)
  @IsIn(DESK_STATES, { each: true })
  state?: (typeof DESK_STATES)[number][];

  /** Whether the claim waits for an end: it is neither resolved, denied, closed nor cancelled. */
  @IfGiven()
  @QueryBoolean()
  open?: boolean;

  /** Whether a promised time is over. */
  @IfGiven()
  @QueryBoolean()
  late?: boolean;

  /** A part of the claim number, serial number, reference or RMA. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  q?: string;

  /** By `clock`: first the claims that must be answered first. By `number`: in the order in which they were opened. */
  @SortedBy('clock', 'number')
  sort: BothWays<'clock' | 'number'> = 'clock';
}

/** What a vendor answers. `wait`: for the district. */
export const DESK_STEPS = ['acknowledge', 'start', 'wait', 'resolve', 'deny'] as const;
export type DeskStep = (typeof DESK_STEPS)[number];

/** What a vendor says of one claim. What is left out stays as it is. */
export class DeskAnswerBody extends AnswerFields {
  /** Id of the claim. */
  @Uuid()
  claim!: string;

  /** By default, the claim stays in its state. */
  @IfGiven()
  @IsIn(DESK_STEPS)
  step?: DeskStep;
}

export class DeskAnswersBody {
  /** At most one answer for each claim. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique((answer: Partial<DeskAnswerBody> | null) => answer?.claim)
  @NestedList(() => DeskAnswerBody)
  answers!: DeskAnswerBody[];
}

export class DeskBatchesQuery extends ListQuery {
  @SortedBy('sequence')
  sort: BothWays<'sequence'> = '-sequence';
}

export class DeskScorecardQuery {
  /** A quarter of the calendar year, such as `2026-Q3`. By default, the last eight quarters. */
  @IfGiven()
  @Matches(QUARTER, { message: '$property must be a quarter such as 2026-Q3' })
  quarter?: string;
}

export class DeskUploadsQuery extends ListQuery {
  @SortedBy('createdAt')
  sort: BothWays<'createdAt'> = '-createdAt';
}

export class DeskUploadRowsQuery extends ListQuery {
  @IfGiven()
  @IsIn(['add', 'change', 'unchanged', 'refused', 'held'])
  outcome?: Outcome;
}
