import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../../access/scope.js';
import { Conflict, InvalidInput, NotFound } from '../../common/refusal.js';
import type { ScanOutcome } from '../scan-outcomes.js';

/** Two mebibytes: a phone makes its photos smaller before it sends them. */
export const MAX_PHOTO_BYTES = 2 * 1024 * 1024;

export type PhotoType = 'image/jpeg' | 'image/png' | 'image/webp';

/**
 * Photos of what an unknown code was on. A classroom may be in them: they are for those who see the code in
 * the list of unknown ones, and are deleted as soon as somebody has decided.
 */
@Injectable()
export class ScanPhotos {
  constructor(private readonly source: DataSource) {}

  /**
   * Keeps the photo of a scan of the caller's that waits; one that was sent before is replaced.
   * @throws NotFound, Conflict where the scan is decided, InvalidInput for what is no photo
   */
  async keep(scope: Scope, scanId: string, bytes: Buffer): Promise<void> {
    const mediaType = typeOf(bytes);
    if (!mediaType)
      throw new InvalidInput(
        'This is no photo that can be shown.',
        [{ field: 'file', code: 'NO_PHOTO', detail: 'a JPEG, PNG or WebP image' }],
        'NO_PHOTO',
      );
    const { districtId, accountId } = scope;
    // The scan is locked, so that a photo never comes in beside the decision that deletes it.
    const kept = await this.source.query<unknown[]>(
      `WITH s AS (SELECT id FROM scans WHERE district_id = $1 AND id = $2 AND account_id = $3
                     AND outcome IN ('unknown', 'conflict') FOR NO KEY UPDATE)
       INSERT INTO scan_photos (district_id, scan_id, media_type, bytes)
       SELECT $1, s.id, $4, $5 FROM s
       ON CONFLICT (district_id, scan_id) DO UPDATE
         SET media_type = excluded.media_type, bytes = excluded.bytes, received_at = now()
       RETURNING 1`,
      [districtId, scanId, accountId, mediaType, bytes],
    );
    if (kept.length > 0) return;
    const [scan] = await this.source.query<{ outcome: ScanOutcome }[]>(
      `SELECT outcome FROM scans WHERE district_id = $1 AND id = $2 AND account_id = $3`,
      [districtId, scanId, accountId],
    );
    if (!scan) throw new NotFound('A scan of yours with this id', 'SCAN_NOT_FOUND');
    throw new Conflict('The scan is decided already; its photo is not needed any more.', 'SCAN_DECIDED');
  }

  /** @throws NotFound also where the scan is of other sites */
  async find(scope: Scope, scanId: string): Promise<{ mediaType: PhotoType; bytes: Buffer }> {
    const [photo] = await this.source.query<{ mediaType: PhotoType; bytes: Buffer }[]>(
      `SELECT p.media_type AS "mediaType", p.bytes
         FROM scan_photos p JOIN scans s ON s.district_id = $1 AND s.id = p.scan_id
        WHERE p.district_id = $1 AND p.scan_id = $2
          AND ($3::uuid[] IS NULL OR s.account_id = $4 OR s.site_id = ANY ($3))`,
      [scope.districtId, scanId, siteFilter(scope), scope.accountId],
    );
    if (!photo) throw new NotFound('A photo of this scan', 'PHOTO_NOT_FOUND');
    return photo;
  }
}

/** By what the file itself says: a name and a header can say anything. */
function typeOf(bytes: Buffer): PhotoType | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'image/png';
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP')
    return 'image/webp';
  return undefined;
}
