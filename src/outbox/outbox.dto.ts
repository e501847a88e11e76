import { IsIn } from 'class-validator';
import { ListQuery } from '../access/routes/list-file.js';
import { type BothWays, SortedBy } from '../common/paging.js';
import { IfGiven } from '../common/http/request-fields.js';
import { LETTER_STATES, type LetterState } from './letter.js';

/** Which letters are listed. */
export class OutboxQuery extends ListQuery {
  /** Only letters in this state, such as `failed`. */
  @IfGiven()
  @IsIn(LETTER_STATES)
  state?: LetterState;

  @SortedBy('createdAt')
  sort: BothWays<'createdAt'> = '-createdAt';
}
