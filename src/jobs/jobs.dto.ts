import { ListQuery } from '../access/routes/list-file.js';
import { IfGiven, QueryBoolean } from '../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../common/paging.js';

export class JobsQuery extends ListQuery {
  /** True for jobs that have ended, false for those that are waiting or running. */
  @IfGiven()
  @QueryBoolean()
  ended?: boolean;

  /** True for the jobs that you started. */
  @IfGiven()
  @QueryBoolean()
  mine?: boolean;

  /** Sorted by `id`, which is the order in which they were started. */
  @SortedBy('id')
  sort: BothWays<'id'> = '-id';
}
