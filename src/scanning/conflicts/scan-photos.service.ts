import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../../access/scope.js';
import { Conflict, NotFound } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import { Files, type StoredFile } from '../../files/files.service.js';
import type { Photo } from '../../files/photos.js';
import type { ScanOutcome } from '../scan-outcomes.js';

/**
 * Photos of what an unknown code was on. A classroom may be in them: they are for those who see the code in
 * the list of unknown ones, and are deleted as soon as somebody has decided.
 */
@Injectable()
export class ScanPhotos {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly files: Files,
  ) {}

  /**
   * Keeps the photo of a scan of the caller's that waits; one that was sent before is replaced.
   * @throws NotFound, Conflict where the scan is decided
   */
  async keep(scope: Scope, scanId: string, photo: Photo): Promise<void> {
    const { districtId, accountId } = scope;
    await this.transactions.run(async (tx) => {
      // The scan is locked, so that a photo never comes in beside the decision that deletes it.
      const [scan] = await tx.query<{ outcome: ScanOutcome; photoId: string | null }[]>(
        `SELECT outcome, photo_id AS "photoId" FROM scans
          WHERE district_id = $1 AND id = $2 AND account_id = $3 FOR NO KEY UPDATE`,
        [districtId, scanId, accountId],
      );
      if (!scan) throw new NotFound('Your scan', 'SCAN_NOT_FOUND');
      if (scan.outcome !== 'unknown' && scan.outcome !== 'conflict')
        throw new Conflict(
          'Somebody already decided what to do with this scan, so it no longer needs a photo.',
          'SCAN_DECIDED',
        );
      const id = await this.files.storeWithin(tx, districtId, photo, {
        mediaType: photo.mediaType,
        createdBy: accountId,
      });
      await tx.query(`UPDATE scans SET photo_id = $3 WHERE district_id = $1 AND id = $2`, [
        districtId,
        scanId,
        id,
      ]);
      await this.files.deleteWithin(tx, districtId, scan.photoId === null ? [] : [scan.photoId]);
    });
  }

  /** @throws NotFound also where the scan is of other sites */
  async find(scope: Scope, scanId: string): Promise<StoredFile> {
    const [scan] = await this.source.query<{ photoId: string }[]>(
      `SELECT photo_id AS "photoId" FROM scans
        WHERE district_id = $1 AND id = $2 AND photo_id IS NOT NULL
          AND ($3::uuid[] IS NULL OR account_id = $4 OR site_id = ANY ($3))`,
      [scope.districtId, scanId, siteFilter(scope), scope.accountId],
    );
    if (!scan) throw new NotFound('The photo of this scan', 'PHOTO_NOT_FOUND');
    return this.files.find(scope.districtId, scan.photoId);
  }
}
