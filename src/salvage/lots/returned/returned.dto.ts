import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { ListQuery } from '../../../access/routes/list-file.js';
import { IfGiven, QueryBoolean, Trimmed } from '../../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../../common/paging.js';
import {
  RETURNED_KINDS,
  RETURNED_REASONS,
  type ReturnedKind,
  type ReturnedReason,
} from './returned.entities.js';

export class ReturnedLinesQuery extends ListQuery {
  /** Sorted by `code`: the serial number, or without one the asset tag. */
  @SortedBy('code')
  sort: BothWays<'code'> = 'code';
}

export class ReturnedDifferencesQuery extends ListQuery {
  @IfGiven()
  @IsIn(RETURNED_KINDS)
  kind?: ReturnedKind;

  /** Only those that are still open, or only those that somebody settled. */
  @IfGiven()
  @QueryBoolean()
  open?: boolean;

  @SortedBy('foundAt')
  sort: BothWays<'foundAt'> = 'foundAt';
}

export class ReturnedDifferencesBody {
  /** All open differences of this kind are settled. */
  @IsIn(RETURNED_KINDS)
  kind!: ReturnedKind;

  /** Only those that were found by this. */
  @IfGiven()
  @IsIn(RETURNED_REASONS)
  reason?: ReturnedReason;

  /** How they were settled. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  note!: string;
}

const ACTIONS = ['settle', 'reopen'] as const;

export class ReturnedDifferenceBody {
  /** `settle` an open difference, or `reopen` one that was settled by mistake. */
  @IfGiven()
  @IsIn(ACTIONS)
  action: (typeof ACTIONS)[number] = 'settle';

  /** How it was settled, or why it is open again. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  note!: string;
}
