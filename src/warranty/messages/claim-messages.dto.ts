import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { ListQuery } from '../../access/routes/list-file.js';
import { Trimmed } from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';

export class ClaimMessageBody {
  /** The vendor and the district both read it. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  text!: string;
}

export class ClaimMessagesQuery extends ListQuery {
  /** Sorted by `id`, which is the order in which they were written. */
  @SortedBy('id')
  sort: BothWays<'id'> = 'id';
}
