import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsNotEmpty,
  IsString,
  MaxLength,
} from 'class-validator';
import { ListQuery } from '../../access/routes/list-file.js';
import { IfGiven, Trimmed, Uuid, Uuids } from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';

/** Claims in a batch. What is more goes into the next one. */
export const MOST_CLAIMS = 1_000;

export class NewBatchBody {
  /** Key of the vendor. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  vendor!: string;

  /**
   * Ids of ready claims. By default, all ready claims of the vendor, and at most 1,000. With `supersedes`, claims of that
   * batch, and by default all of its claims that the vendor still has.
   */
  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CLAIMS)
  @ArrayUnique()
  @Uuids()
  claims?: string[];

  /** Id of a batch that was wrong. The new batch has its claims again, as they are now and in the present layout. */
  @IfGiven()
  @Uuid()
  supersedes?: string;
}

export class BatchesQuery extends ListQuery {
  /** Key of a vendor. */
  @IfGiven()
  @IsString()
  @MaxLength(100)
  vendor?: string;

  /** Id of a claim: the batches that it was in. */
  @IfGiven()
  @Uuid()
  claim?: string;

  @SortedBy('createdAt')
  sort: BothWays<'createdAt'> = '-createdAt';
}
