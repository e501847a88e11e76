import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { ListQuery } from '../../access/routes/list-file.js';
import { IfGiven, QueryInteger, Trimmed } from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';
import { BAD_LOT_STATES, type BadLotState } from './bad-lot.entity.js';

export class LotsQuery {
  /** The most lots to show. Bad lots come first, and then those that fail most. */
  @IfGiven()
  @QueryInteger(1, 1000)
  limit: number = 100;
}

export class BadLotsQuery extends ListQuery {
  @IfGiven()
  @IsIn(BAD_LOT_STATES)
  state?: BadLotState;

  /** Sorted by the day by which claims must be made. */
  @SortedBy('claimBy')
  sort: BothWays<'claimBy'> = 'claimBy';
}

export class BadLotDevicesQuery extends ListQuery {
  /** Sorted by `id`. */
  @SortedBy('id')
  sort: BothWays<'id'> = 'id';
}

export const BAD_LOT_STEP_NAMES = ['handle', 'reopen'] as const;

export class BadLotStepBody {
  @IsIn(BAD_LOT_STEP_NAMES)
  step!: (typeof BAD_LOT_STEP_NAMES)[number];

  /** What was done, or why there is still something to do. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  note!: string;
}
