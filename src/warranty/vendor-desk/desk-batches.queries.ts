import { Injectable } from '@nestjs/common';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import type { Page } from '../../common/paging.js';
import { BatchNotFound } from '../batches/batches.errors.js';
import { BatchesQueries, type BatchFile } from '../batches/batches.queries.js';
import type { DeskBatchesQuery } from './vendor-desk.dto.js';
import { vendorOf } from './vendor-of.js';

/** A file of claims as its vendor sees it. */
export interface DeskBatchView {
  id: string;
  /** Counts up from 1, without gaps. */
  sequence: number;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  /** Of the file, in lower-case hexadecimal digits. */
  sha256: string;
  claimCount: number;
  /** Rows of the file, without its headers. */
  rowCount: number;
  /** Id of the batch that this one supersedes, and of the one that supersedes it. */
  supersedes: string | null;
  supersededBy: string | null;
  createdAt: Date;
}

const DESK_BATCHES = list<DeskBatchView, DeskBatchesQuery>({
  name: 'batches of a vendor',
  select: `
    SELECT b.id, b.sequence, b.file_name AS "fileName", b.media_type AS "mediaType", b.size_bytes AS "sizeBytes",
           encode(b.sha256, 'hex') AS sha256, b.claim_count AS "claimCount", b.row_count AS "rowCount",
           b.supersedes_id AS supersedes, n.id AS "supersededBy", b.created_at AS "createdAt"
      FROM claim_batches b
      LEFT JOIN claim_batches n ON n.district_id = $1 AND n.supersedes_id = b.id
     WHERE b.district_id = $1`,
  reach: (param, { scope }) => `b.vendor_id = ${param(vendorOf(scope))}`,
  filters: {},
  sorts: { sequence: ['b.sequence'] },
  id: 'b.id',
});

/** The files that a vendor got. */
@Injectable()
export class DeskBatches {
  constructor(
    private readonly lists: Lists,
    private readonly batches: BatchesQueries,
  ) {}

  list(scope: Scope, query: DeskBatchesQuery): Promise<Page<DeskBatchView>> {
    return this.lists.answer(DESK_BATCHES, scope, query);
  }

  /** @throws BatchNotFound also for a batch of another vendor */
  async file(scope: Scope, id: string): Promise<BatchFile> {
    const row = await this.lists.find(DESK_BATCHES, scope, id);
    if (!row) throw new BatchNotFound();
    return this.batches.file(scope.districtId, id);
  }
}
