import type { FastifyRequest } from 'fastify';
import { receiveUpload, type Upload } from '../common/http/multipart.js';
import { InvalidInput, Refusal } from '../common/refusal.js';
import { photoTypeOf, PHOTO_TYPES } from './photos.js';
import { type SpooledFile, spoolFile } from './spooled-file.js';

const MOST_MIB = 10;

/** Media types of files that people attach: photos, and papers such as an invoice. */
export const DOCUMENT_TYPES = [...PHOTO_TYPES, 'application/pdf'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** A file as somebody uploaded it. It is on this machine until it is discarded. */
export interface Document extends SpooledFile {
  mediaType: DocumentType;
}

class DocumentTooLarge extends Refusal {
  readonly kind = 'too_large';
  readonly code = 'DOCUMENT_TOO_LARGE';
  constructor() {
    super(`The file is larger than ${MOST_MIB} MiB. Make it smaller, and then upload it again.`);
  }
}

/**
 * The photo or PDF of a multipart upload, at most 10 MiB, with the fields before it. The caller discards it.
 * @throws DocumentTooLarge; InvalidInput (`NO_DOCUMENT`) for a file of another type
 */
export function receiveDocument(request: FastifyRequest): Promise<Upload<Document>> {
  return receiveUpload(
    request,
    async (upload, fileName): Promise<Document> => {
      const limit = { mostBytes: MOST_MIB * 1024 * 1024, refuse: () => new DocumentTooLarge() };
      const file = await spoolFile(fileName, upload, limit);
      const mediaType = await typeOf(file);
      if (mediaType) return { ...file, mediaType };
      await file.discard();
      const detail = 'Choose a JPEG, PNG or WebP image, or a PDF file.';
      throw new InvalidInput(
        `Rollcall does not keep files of this type. ${detail}`,
        [{ field: 'file', code: 'NO_DOCUMENT', detail }],
        'NO_DOCUMENT',
      );
    },
    (file) => file.discard(),
  );
}

/** Told from the bytes themselves: a name and a header can say anything. */
async function typeOf(file: SpooledFile): Promise<DocumentType | undefined> {
  for await (const chunk of file.open()) {
    const first = chunk as Buffer;
    return first.toString('latin1', 0, 5) === '%PDF-' ? 'application/pdf' : photoTypeOf(first);
  }
  return undefined;
}
