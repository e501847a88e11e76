import { Injectable } from '@nestjs/common';
import type { Scope } from '../../../access/scope.js';
import { Conflict, NotFound } from '../../../common/refusal.js';
import { Transactions } from '../../../database/transactions.js';
import type { Tx } from '../../../database/tx.js';
import { DeviceChanges } from '../../../devices/device-changes.js';
import type { FileContent } from '../../../files/file-content.js';
import { Files, type StoredFile } from '../../../files/files.service.js';
import type { PhotoType } from '../../../files/photos.js';
import { type AssessmentDetail, AssessmentsQueries } from '../assessments.queries.js';
import { AssessmentPhoto } from './assessment-photo.entity.js';
import type { AssessmentPhotoView } from './stored-photos.js';

/** Photos of one assessment. */
export const MOST_PHOTOS = 6;

class AssessmentPhotoNotFound extends NotFound {
  constructor() {
    super('The photo of this assessment', 'ASSESSMENT_PHOTO_NOT_FOUND');
  }
}

/** Photos of assessments. Everyone who can see the assessment can see its photos, and nobody else. */
@Injectable()
export class AssessmentPhotos {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: Files,
    private readonly devices: DeviceChanges,
    private readonly queries: AssessmentsQueries,
  ) {}

  /** @throws NotFound; Conflict if the assessment has as many photos as it can have */
  add(
    scope: Scope,
    assessmentId: string,
    photo: FileContent & { mediaType: PhotoType },
  ): Promise<AssessmentPhotoView> {
    const { districtId, accountId } = scope;
    return this.transactions.run(async (tx) => {
      const { photos } = await this.lock(tx, scope, assessmentId);
      if (photos.length >= MOST_PHOTOS)
        throw new Conflict(
          `An assessment can have up to ${MOST_PHOTOS} photos. Delete a photo that it does not need.`,
          'ASSESSMENT_PHOTOS_FULL',
        );
      const { mediaType } = photo;
      const fileId = await this.files.storeWithin(tx, districtId, photo, { mediaType, createdBy: accountId });
      await tx.insert(AssessmentPhoto, {
        districtId,
        assessmentId,
        fileId,
        addedBy: accountId,
        addedAt: tx.at,
      });
      return photoIn(await this.queries.find(scope, assessmentId, tx), fileId);
    });
  }

  /** The bytes of a photo. */
  async open(scope: Scope, assessmentId: string, photoId: string): Promise<StoredFile> {
    const { id } = photoIn(await this.queries.find(scope, assessmentId), photoId);
    return this.files.find(scope.districtId, id);
  }

  /** Deletes a photo with its bytes. */
  async remove(scope: Scope, assessmentId: string, fileId: string): Promise<void> {
    const { districtId } = scope;
    await this.transactions.run(async (tx) => {
      photoIn(await this.lock(tx, scope, assessmentId), fileId);
      await tx.delete(AssessmentPhoto, { districtId, assessmentId, fileId });
      await this.files.deleteWithin(tx, districtId, [fileId]);
    });
  }

  /** Locks the device before its assessment. Scans, merges and overrules lock them in the same order. */
  private async lock(tx: Tx, scope: Scope, id: string): Promise<AssessmentDetail> {
    const { deviceId } = await this.queries.find(scope, id, tx);
    await this.devices.lock(tx, scope.districtId, [deviceId]);
    return this.queries.find(scope, id, tx, 'FOR NO KEY UPDATE OF a');
  }
}

/** @throws AssessmentPhotoNotFound */
function photoIn({ photos }: AssessmentDetail, photoId: string): AssessmentPhotoView {
  const photo = photos.find(({ id }) => id === photoId);
  if (!photo) throw new AssessmentPhotoNotFound();
  return photo;
}
