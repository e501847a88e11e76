import type { FastifyRequest } from 'fastify';
import { receiveUpload, type Upload } from '../common/http/multipart.js';
import { InvalidInput, Refusal } from '../common/refusal.js';
import { noPhoto, photoTypeOf, PHOTO_TYPES, type PhotoType } from './photos.js';
import { type SpooledFile, spoolFile } from './spooled-file.js';

const MOST_MIB = 10;

/** Media types of files that people attach: photos, and papers such as an invoice. */
export const DOCUMENT_TYPES = [...PHOTO_TYPES, 'application/pdf'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

/** A file as somebody uploaded it. It is on this machine until it is discarded. */
export interface Document<Type extends DocumentType = DocumentType> extends SpooledFile {
  mediaType: Type;
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
  return receive(request, (type) => type, noDocument);
}

/**
 * The photo of a multipart upload, at most 10 MiB, with the fields before it. The caller discards it.
 * @throws DocumentTooLarge; InvalidInput (`NO_PHOTO`) for a file of another type
 */
export function receiveLargePhoto(request: FastifyRequest): Promise<Upload<Document<PhotoType>>> {
  return receive(request, (type) => (type === 'application/pdf' ? undefined : type), noPhoto);
}

/** @param accepted the type if such files are taken */
function receive<Type extends DocumentType>(
  request: FastifyRequest,
  accepted: (type: DocumentType) => Type | undefined,
  refusal: () => InvalidInput,
): Promise<Upload<Document<Type>>> {
  return receiveUpload(
    request,
    async (upload, fileName): Promise<Document<Type>> => {
      const limit = { mostBytes: MOST_MIB * 1024 * 1024, refuse: () => new DocumentTooLarge() };
      const file = await spoolFile(fileName, upload, limit);
      const type = await typeOf(file);
      const mediaType = type && accepted(type);
      if (mediaType) return { ...file, mediaType };
      await file.discard();
      throw refusal();
    },
    (file) => file.discard(),
  );
}

function noDocument(): InvalidInput {
  const detail = 'Choose a JPEG, PNG or WebP image, or a PDF file.';
  return new InvalidInput(
    `Rollcall does not keep files of this type. ${detail}`,
    [{ field: 'file', code: 'NO_DOCUMENT', detail }],
    'NO_DOCUMENT',
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
