import type { FastifyRequest } from 'fastify';
import { receiveUpload } from '../common/http/multipart.js';
import { InvalidInput, Refusal } from '../common/refusal.js';
import { type FileContent, fileOfBytes } from './file-content.js';

/** Two mebibytes: a phone makes its photos smaller before it sends them. */
const MAX_PHOTO_BYTES = 2 * 1024 * 1024;

/** The media types of photos that every browser shows. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PhotoType = (typeof PHOTO_TYPES)[number];

/** A photo as somebody uploaded it. */
export interface Photo extends FileContent {
  mediaType: PhotoType;
}

class PhotoTooLarge extends Refusal {
  readonly kind = 'too_large';
  readonly code = 'PHOTO_TOO_LARGE';
  constructor() {
    super('The photo is larger than 2 MiB. Make it smaller, and then upload it again.');
  }
}

/**
 * The photo of a multipart upload, at most 2 MiB.
 * @throws PhotoTooLarge; InvalidInput (`NO_PHOTO`) for what is not a JPEG, PNG or WebP image
 */
export async function receivePhoto(request: FastifyRequest): Promise<Photo> {
  const { file } = await receiveUpload(request, async (upload, fileName) => {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of upload as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > MAX_PHOTO_BYTES) throw new PhotoTooLarge();
      chunks.push(chunk);
    }
    return { fileName, bytes: Buffer.concat(chunks) };
  });
  const mediaType = photoTypeOf(file.bytes);
  if (!mediaType) throw noPhoto();
  return { ...fileOfBytes(file.fileName, file.bytes), mediaType };
}

/** The refusal of a file that is not a photo. */
export function noPhoto(): InvalidInput {
  return new InvalidInput(
    'Rollcall cannot show this file as a photo. Choose a JPEG, PNG or WebP image.',
    [{ field: 'file', code: 'NO_PHOTO', detail: 'Choose a JPEG, PNG or WebP image.' }],
    'NO_PHOTO',
  );
}

/** Told from the bytes themselves: a name and a header can say anything. */
export function photoTypeOf(bytes: Buffer): PhotoType | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'image/png';
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP')
    return 'image/webp';
  return undefined;
}
