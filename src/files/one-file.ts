import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { coverUpload } from '../access/routes/idempotency.interceptor.js';
import type { Upload } from '../common/http/multipart.js';
import { InvalidInput } from '../common/refusal.js';
import type { SpooledFile } from './spooled-file.js';

/** For the API’s document: a multipart body that is one file. */
export function OneFileBody(): MethodDecorator {
  return applyDecorators(
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', format: 'binary' } },
      },
    }),
  );
}

/**
 * Works with an upload that is one file and nothing else, under its `Idempotency-Key`. Discards the file afterward.
 * @throws InvalidInput (`UNKNOWN_FIELD`) for other fields
 */
export async function withOneFile<F extends SpooledFile, T>(
  { fields, file }: Upload<F>,
  work: (file: F) => Promise<T>,
): Promise<T> {
  try {
    for (const field of fields.keys())
      throw new InvalidInput('Send the file and no other fields.', [
        { field, code: 'UNKNOWN_FIELD', detail: 'Leave this field out.' },
      ]);
    await coverUpload(JSON.stringify([file.fileName, file.sha256.toString('hex')]));
    return await work(file);
  } finally {
    await file.discard();
  }
}
