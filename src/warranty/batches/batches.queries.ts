import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import type { Page } from '../../common/paging.js';
import type { FaultCategory } from '../claims/claim.entity.js';
import type { RemarkedClaim } from '../layouts/rendering/lay-out.js';
import type { BatchesQuery } from './batches.dto.js';
import { BatchNotFound } from './batches.errors.js';

/** A file of claims for one vendor. Nothing of it ever changes, but for the batch that supersedes it. */
export interface BatchView {
  id: string;
  /** Key of the vendor. */
  vendor: string;
  vendorName: string;
  /** Counts up for each vendor, from 1, without gaps. */
  sequence: number;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  /** Of the file, in lower-case hexadecimal digits. */
  sha256: string;
  claimCount: number;
  /** Rows of the file, without its headers. */
  rowCount: number;
  /** Key of the layout in which the file is written, and its version then. */
  layout: string;
  layoutVersion: number;
  /** Whether the file has names of people, which the district allowed for this vendor. */
  hasNames: boolean;
  /** Id of the batch that this one supersedes, and of the one that supersedes it. */
  supersedes: string | null;
  supersededBy: string | null;
  createdAt: Date;
  /** Name or email of the account. Null for the vendor's schedule. */
  createdByName: string | null;
}

export interface BatchDetail extends BatchView {
  /** Ids of the claims, in the order of the file. */
  claims: string[];
  /** What Rollcall cut or replaced in the file; at most 200 claims. */
  changed: RemarkedClaim[];
}

/** A claim as the manifest names it. */
export interface ManifestClaim {
  position: number;
  /** Such as `C-2026-000123`. */
  number: string;
  /** Of the device when the batch was made. */
  serialNumber: string | null;
  assetTag: string | null;
  category: FaultCategory;
  /** How often the claim had been sent again before. */
  resubmissions: number;
}

/** The bytes of a batch, as they were on its first day. */
export interface BatchFile {
  fileName: string;
  mediaType: string;
  bytes: Buffer;
}

const BATCHES = list<BatchView, BatchesQuery>({
  name: 'claim batches',
  select: `
    SELECT b.id, v.key AS vendor, v.name AS "vendorName", b.sequence, b.file_name AS "fileName",
           b.media_type AS "mediaType", b.size_bytes AS "sizeBytes", encode(b.sha256, 'hex') AS sha256,
           b.claim_count AS "claimCount", b.row_count AS "rowCount", l.key AS layout,
           b.layout_version AS "layoutVersion", b.has_names AS "hasNames", b.supersedes_id AS supersedes,
           n.id AS "supersededBy", b.created_at AS "createdAt",
           coalesce(nullif(a.name, ''), a.email) AS "createdByName"
      FROM claim_batches b
      JOIN vendors v ON v.district_id = $1 AND v.id = b.vendor_id
      JOIN claim_layouts l ON l.district_id = $1 AND l.id = b.layout_id
      LEFT JOIN claim_batches n ON n.district_id = $1 AND n.supersedes_id = b.id
      LEFT JOIN accounts a ON a.district_id = $1 AND a.id = b.created_by
     WHERE b.district_id = $1`,
  reach: 'district',
  filters: {
    vendor: (key, param) => `v.key = ${param(key)}`,
    claim: (id, param) => `EXISTS (SELECT FROM claim_batch_claims i
      WHERE i.district_id = $1 AND i.claim_id = ${param(id)} AND i.batch_id = b.id)`,
  },
  sorts: { createdAt: ['b.created_at', 'b.id'] },
  id: 'b.id',
});

@Injectable()
export class BatchesQueries {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
  ) {}

  list(scope: Scope, query: BatchesQuery): Promise<Page<BatchView>> {
    return this.lists.answer(BATCHES, scope, query);
  }

  /** @throws BatchNotFound */
  async find(scope: Scope, id: string): Promise<BatchDetail> {
    const row = await this.lists.find(BATCHES, scope, id);
    if (!row) throw new BatchNotFound();
    const [more] = await this.source.query<Pick<BatchDetail, 'claims' | 'changed'>[]>(
      `SELECT b.changed, (SELECT array_agg(i.claim_id ORDER BY i.position) FROM claim_batch_claims i
                           WHERE i.district_id = $1 AND i.batch_id = b.id) AS claims
         FROM claim_batches b WHERE b.district_id = $1 AND b.id = $2`,
      [scope.districtId, id],
    );
    return { ...row, claims: more?.claims ?? [], changed: more?.changed ?? [] };
  }

  /** The claims of a batch, in the order of its file. */
  claimsOf({ districtId }: Scope, id: string): Promise<ManifestClaim[]> {
    return this.source.query(
      `SELECT i.position, k.number, i.serial_number AS "serialNumber", i.asset_tag AS "assetTag",
              k.category,
              i.round AS resubmissions
         FROM claim_batch_claims i JOIN claims k ON k.district_id = $1 AND k.id = i.claim_id
        WHERE i.district_id = $1 AND i.batch_id = $2 ORDER BY i.position`,
      [districtId, id],
    );
  }

  /** The caller has made sure that whoever asks may see it. @throws BatchNotFound */
  async file(districtId: string, id: string): Promise<BatchFile> {
    const [file] = await this.source.query<BatchFile[]>(
      `SELECT file_name AS "fileName", media_type AS "mediaType", bytes
         FROM claim_batches WHERE district_id = $1 AND id = $2`,
      [districtId, id],
    );
    if (!file) throw new BatchNotFound();
    return file;
  }

  /** Claims of a vendor that are ready. */
  async countReady({ districtId }: Scope, vendor: string): Promise<number> {
    const [row] = await this.source.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM claims k JOIN vendors v ON v.district_id = $1 AND v.id = k.vendor_id
        WHERE k.district_id = $1 AND k.state = 'ready' AND v.key = $2`,
      [districtId, vendor],
    );
    return row?.count ?? 0;
  }
}
