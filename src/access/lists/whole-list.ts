import type { Page } from '../../common/paging.js';

/** All rows of a list, for a file: in place of a page, and read only as fast as they are written out. */
export class WholeList<T> implements Page<T> {
  readonly items = [];
  readonly nextCursor = null;

  constructor(readonly batches: AsyncIterable<T[]>) {}
}
