import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../../../access/scope.js';
import { definedFields } from '../../../common/defined-fields.js';
import { Conflict, NotFound } from '../../../common/refusal.js';
import { Transactions } from '../../../database/transactions.js';
import type { Statements, Tx } from '../../../database/tx.js';
import type { Document } from '../../../files/documents.js';
import { Files, type StoredFile } from '../../../files/files.service.js';
import { lockSubjects } from '../../../steps/step-writes.js';
import type { ClaimState } from '../claim.entity.js';
import { CLAIM_STEPS, ENDED } from '../claim-steps.js';
import { ClaimNotFound } from '../claims.errors.js';
import { ClaimFile, type ClaimFileKind } from './claim-file.entity.js';

export interface ClaimFileView {
  id: string;
  kind: ClaimFileKind;
  name: string;
  mediaType: string;
  sizeBytes: number;
  /** Whether the vendor of the claim may see it. */
  isShared: boolean;
  addedAt: Date;
  /** Name or email of the account. */
  addedByName: string | null;
}

const MOST_FILES = 20;

class ClaimFileNotFound extends NotFound {
  constructor() {
    super('The file of this claim', 'CLAIM_FILE_NOT_FOUND');
  }
}

/** SQL of the files `c` of claims, with what is stored of them `f`. */
const FILES = `
  SELECT c.file_id AS id, c.kind, f.name, f.media_type AS "mediaType", f.size_bytes::integer AS "sizeBytes",
         c.is_shared AS "isShared", c.added_at AS "addedAt", coalesce(nullif(a.name, ''), a.email) AS "addedByName"
    FROM claim_files c JOIN files f ON f.district_id = $1 AND f.id = c.file_id
    LEFT JOIN accounts a ON a.district_id = $1 AND a.id = c.added_by
   WHERE c.district_id = $1 AND c.claim_id = $2`;

/** Files of a claim, oldest first. The caller has checked that the claim is in reach. */
export function filesOf(db: Statements, districtId: string, claimId: string): Promise<ClaimFileView[]> {
  return db.query<ClaimFileView[]>(`${FILES} ORDER BY c.added_at, c.file_id`, [districtId, claimId]);
}

/** Photos and papers of claims. Nobody else reads them than who sees the claim; its vendor only what is shared. */
@Injectable()
export class ClaimFiles {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly files: Files,
  ) {}

  /** @throws ClaimNotFound; Conflict where the claim has ended, or has as many files as it may have */
  add(
    scope: Scope,
    claimId: string,
    document: Document,
    { kind, isShared }: { kind: ClaimFileKind; isShared: boolean },
  ): Promise<ClaimFileView> {
    const { districtId, accountId } = scope;
    return this.transactions.run(async (tx) => {
      const claim = await lock(tx, scope, claimId);
      if (ENDED.includes(claim.state))
        throw new Conflict('This claim has ended, so it takes no more files.', 'CLAIM_ENDED');
      const [row] = await tx.query<{ files: number }[]>(
        `SELECT count(*)::int AS files FROM claim_files WHERE district_id = $1 AND claim_id = $2`,
        [districtId, claimId],
      );
      if ((row?.files ?? 0) >= MOST_FILES)
        throw new Conflict(
          `A claim can have up to ${MOST_FILES} files. Delete a file that the claim does not need.`,
          'CLAIM_FILES_FULL',
        );
      const { mediaType } = document;
      const fileId = await this.files.storeWithin(tx, districtId, document, {
        mediaType,
        createdBy: accountId,
      });
      const added = { addedBy: accountId, addedAt: tx.at };
      await tx.insert(ClaimFile, { districtId, claimId, fileId, kind, isShared, ...added });
      return find(tx, districtId, claimId, fileId);
    });
  }

  /** Says what a file is, or whether the vendor may see it. */
  change(
    scope: Scope,
    claimId: string,
    fileId: string,
    said: { kind?: ClaimFileKind; isShared?: boolean },
  ): Promise<ClaimFileView> {
    const { districtId } = scope;
    return this.transactions.run(async (tx) => {
      await lock(tx, scope, claimId);
      await find(tx, districtId, claimId, fileId);
      const { kind, isShared } = said;
      const set = definedFields({ kind, isShared });
      if (Object.keys(set).length > 0) await tx.update(ClaimFile, { districtId, claimId, fileId }, set);
      return find(tx, districtId, claimId, fileId);
    });
  }

  /** Deletes a file with its bytes, also of a claim that has ended: a student may be in a photo. */
  async remove(scope: Scope, claimId: string, fileId: string): Promise<void> {
    const { districtId } = scope;
    await this.transactions.run(async (tx) => {
      await lock(tx, scope, claimId);
      await find(tx, districtId, claimId, fileId);
      await tx.delete(ClaimFile, { districtId, claimId, fileId });
      await this.files.deleteWithin(tx, districtId, [fileId]);
    });
  }

  /** The bytes of a file, for who sees the device of the claim. */
  async open(scope: Scope, claimId: string, fileId: string): Promise<StoredFile> {
    const [row] = await this.source.query<unknown[]>(
      `SELECT 1 FROM claim_files c
         JOIN claims k ON k.district_id = $1 AND k.id = c.claim_id
         JOIN devices d ON d.district_id = $1 AND d.id = k.device_id
        WHERE c.district_id = $1 AND c.claim_id = $2 AND c.file_id = $3
          AND ($4::uuid[] IS NULL OR d.site_id = ANY ($4))`,
      [scope.districtId, claimId, fileId, siteFilter(scope)],
    );
    if (!row) throw new ClaimFileNotFound();
    return this.files.find(scope.districtId, fileId);
  }

  /** The bytes of a file that is shared with the vendor of the claim, once the vendor has the claim. */
  async openShared(
    districtId: string,
    vendorId: string,
    claimId: string,
    fileId: string,
  ): Promise<StoredFile> {
    const [row] = await this.source.query<unknown[]>(
      `SELECT 1 FROM claim_files c JOIN claims k ON k.district_id = $1 AND k.id = c.claim_id
        WHERE c.district_id = $1 AND c.claim_id = $2 AND c.file_id = $3 AND c.is_shared
          AND k.vendor_id = $4 AND k.sent_at IS NOT NULL`,
      [districtId, claimId, fileId, vendorId],
    );
    if (!row) throw new ClaimFileNotFound();
    return this.files.find(districtId, fileId);
  }
}

async function lock(tx: Tx, scope: Scope, claimId: string): Promise<{ state: ClaimState }> {
  const claim = (await lockSubjects(tx, scope, CLAIM_STEPS, [claimId])).get(claimId);
  if (!claim) throw new ClaimNotFound();
  return claim;
}

async function find(tx: Tx, districtId: string, claimId: string, fileId: string): Promise<ClaimFileView> {
  const [file] = await tx.query<ClaimFileView[]>(`${FILES} AND c.file_id = $3`, [
    districtId,
    claimId,
    fileId,
  ]);
  if (!file) throw new ClaimFileNotFound();
  return file;
}
