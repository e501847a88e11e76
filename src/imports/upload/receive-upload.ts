import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { coverUpload } from '../../access/routes/idempotency.interceptor.js';
import type { Scope } from '../../access/scope.js';
import { receiveUpload } from '../../common/http/multipart.js';
import { InvalidInput } from '../../common/refusal.js';
import { spoolUpload } from './uploads.js';
import { ImportKinds } from '../import-kinds.js';
import { mappingOf, optionsOf, readingOf } from './import-request.js';
import type { ImportMode } from '../running/import-commands.service.js';
import type { ImportDetail } from '../imports.queries.js';
import { ImportsService, type NewImport } from '../imports.service.js';
import { MAX_UPLOAD_BYTES } from '../reading/limits.js';
import { UploadTooLarge } from '../reading/reading.errors.js';

/** Room for the fields and boundaries of a multipart body beside its file. */
const ENVELOPE_BYTES = 1024 * 1024;

/** Receives a multipart upload: fields first, then one file. */
@Injectable()
export class UploadReceiver {
  constructor(
    private readonly imports: ImportsService,
    private readonly kinds: ImportKinds,
  ) {}

  async receive(scope: Scope, request: FastifyRequest): Promise<ImportDetail> {
    // A length that is said beforehand is believed: nobody waits for two gigabytes to hear no.
    const length = Number(request.headers['content-length'] ?? 0);
    if (length > MAX_UPLOAD_BYTES + ENVELOPE_BYTES) throw new UploadTooLarge(length);
    const { fields, file } = await receiveUpload(
      request,
      async (bytes, name, said) => {
        this.kinds.allowed(scope, readFields(said).kind);
        return spoolUpload(name, bytes);
      },
      (spooled) => spooled.discard(),
    );
    try {
      await coverUpload(JSON.stringify([...fields, file.fileName, file.sha256.toString('hex')]));
      return await this.imports.create(scope, readFields(fields), file);
    } finally {
      await file.discard();
    }
  }
}

function readFields(fields: ReadonlyMap<string, string>): NewImport {
  const kind = fields.get('kind');
  if (!kind)
    throw new InvalidInput('Choose what the file contains: send the field kind before the file.', [
      { field: 'kind', code: 'REQUIRED', detail: 'Send sites, pupils, people or devices.' },
    ]);
  const mode = fields.get('mode') ?? 'rehearse';
  if (mode !== 'rehearse' && mode !== 'commit')
    throw new InvalidInput(`There is no mode "${mode}". Use rehearse or commit.`, [
      { field: 'mode', code: 'UNKNOWN_MODE', detail: 'Use rehearse or commit.' },
    ]);
  const mapping = fields.get('mapping');
  return {
    kind,
    mode: mode satisfies ImportMode,
    mapping: mapping?.trim().startsWith('{') ? json(fields, 'mapping', mappingOf) : mapping || undefined,
    reading: json(fields, 'reading', readingOf),
    options: json(fields, 'options', optionsOf),
  };
}

function json<T>(
  fields: ReadonlyMap<string, string>,
  name: string,
  check: (value: unknown) => T,
): T | undefined {
  const text = fields.get(name);
  return text ? check(parsed(name, text)) : undefined;
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new InvalidInput(`The field ${name} must be a JSON object.`, [
    { field: name, code: 'NOT_JSON', detail: 'Send a JSON object.' },
  ]);
}
