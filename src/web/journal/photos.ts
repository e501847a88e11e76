import { addressOf } from '../api/address.js';
import type { FieldDatabase } from './database.js';

/** Enough to read a sticker; a fraction of what a camera makes. */
const LONGEST_SIDE = 1600;
const QUALITY = 0.8;

/**
 * The picture as a small JPEG, without what the camera noted beside it (place, time, phone).
 * @param longestSide in pixels
 */
export async function smaller(file: Blob, longestSide = LONGEST_SIDE): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (small) => (small ? resolve(small) : reject(new Error('the picture cannot be made smaller'))),
      'image/jpeg',
      QUALITY,
    );
  });
}

/**
 * Sends photos whose scans the server has; one that it does not want is let go.
 * @param onSending hears when one is about to be sent
 * @returns the answer that stopped it, `undefined` where none is left to send
 * @throws where there is no answer
 */
export async function sendPhotos(
  database: FieldDatabase,
  onSending: () => void,
): Promise<Response | undefined> {
  for (const scanId of await database.photos.toCollection().primaryKeys()) {
    const scan = await database.scans.where('id').equals(scanId).first();
    if (scan?.state === 'waiting') continue;
    const kept = await database.photos.get(scanId);
    if (kept) {
      onSending();
      const body = new FormData();
      body.append('file', kept.photo, 'photo.jpg');
      const response = await fetch(addressOf('/api/v1/scans/{id}/photo', { id: scanId }), {
        method: 'PUT',
        body,
        signal: AbortSignal.timeout(60_000),
      });
      if ([401, 403, 429].includes(response.status) || response.status >= 500) return response;
    }
    await database.photos.delete(scanId);
  }
  return undefined;
}
