import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { coverUpload } from '../access/idempotency.interceptor.js';
import type { Scope } from '../access/scope.js';
import { InvalidInput } from '../common/refusal.js';
import { ImportFiles } from './import-files.js';
import { ImportKinds } from './import-kinds.js';
import { mappingOf, optionsOf, readingOf } from './import-request.js';
import type { ImportMode } from './import-steps.service.js';
import { ImportsService, type ImportView, type NewImport } from './imports.service.js';
import { MAX_UPLOAD_BYTES } from './reading/limits.js';
import { UploadTooLarge } from './reading/reading.errors.js';

/** Room for the fields and boundaries of a multipart body beside its file. */
const ENVELOPE_BYTES = 1024 * 1024;

/** Receives a multipart upload: fields first, then one file. */
@Injectable()
export class ImportUploads {
  constructor(
    private readonly imports: ImportsService,
    private readonly files: ImportFiles,
    private readonly kinds: ImportKinds,
  ) {}

  async receive(scope: Scope, request: FastifyRequest): Promise<ImportView> {
    if (!request.isMultipart())
      throw new InvalidInput('Send the file as multipart/form-data.', [], 'NOT_MULTIPART');
    // A length that is said beforehand is believed: nobody waits for two gigabytes to hear no.
    const length = Number(request.headers['content-length'] ?? 0);
    if (length > MAX_UPLOAD_BYTES + ENVELOPE_BYTES) throw new UploadTooLarge(length);
    const fields = new Map<string, string>();
    const parts = request.parts();
    for await (const part of parts) {
      if (part.type === 'field') {
        fields.set(part.fieldname, String(part.value));
        continue;
      }
      const input = readFields(fields);
      this.kinds.allowed(scope, input.kind);
      const file = await this.files.spool(part.filename || 'upload', part.file);
      try {
        await assertLast(parts);
        await coverUpload(JSON.stringify([...fields, file.fileName, file.sha256.toString('hex')]));
        return await this.imports.create(scope, input, file);
      } finally {
        await file.discard();
      }
    }
    throw new InvalidInput(
      'The upload has no file.',
      [{ field: 'file', code: 'REQUIRED', detail: 'send one file, after the fields' }],
      'NO_FILE',
    );
  }
}

/** A field after the file would come too late to be obeyed, and must not be passed over. */
async function assertLast(parts: AsyncIterator<{ fieldname: string }>): Promise<void> {
  const next = await parts.next();
  if (next.done) return;
  const { fieldname } = next.value;
  throw new InvalidInput(
    'Fields come before the file, and the file comes last.',
    [{ field: fieldname, code: 'AFTER_FILE', detail: 'send it before the file' }],
    'FIELD_AFTER_FILE',
  );
}

function readFields(fields: ReadonlyMap<string, string>): NewImport {
  const kind = fields.get('kind');
  if (!kind)
    throw new InvalidInput('Say which kind of rows the file has; fields come before the file.', [
      { field: 'kind', code: 'REQUIRED', detail: 'sites, pupils, people or devices' },
    ]);
  const mode = fields.get('mode') ?? 'rehearse';
  if (mode !== 'rehearse' && mode !== 'commit')
    throw new InvalidInput(`"${mode}" is no mode.`, [
      { field: 'mode', code: 'UNKNOWN_MODE', detail: 'rehearse or commit' },
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
  throw new InvalidInput(`The field ${name} is not a JSON object.`, [
    { field: name, code: 'NOT_JSON', detail: 'a JSON object' },
  ]);
}
