import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Scope } from '../access/scope.js';
import { InvalidInput } from '../common/refusal.js';
import { ImportFiles } from './import-files.js';
import { type ImportMode, ImportsService, type ImportView, type NewImport } from './imports.service.js';
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
  ) {}

  async receive(scope: Scope, request: FastifyRequest): Promise<ImportView> {
    if (!request.isMultipart()) throw new InvalidInput('Send the file as multipart/form-data.', [], 'NOT_MULTIPART');
    // A length that is said beforehand is believed: nobody waits for two gigabytes to hear no.
    const length = Number(request.headers['content-length'] ?? 0);
    if (length > MAX_UPLOAD_BYTES + ENVELOPE_BYTES) throw new UploadTooLarge(length);
    const fields = new Map<string, string>();
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        fields.set(part.fieldname, String(part.value));
        continue;
      }
      const input = readFields(fields);
      this.imports.kindFor(scope, input.kind);
      const file = await this.files.spool(part.filename || 'upload', part.file);
      try {
        return await this.imports.create(scope, input, file);
      } finally {
        await file.discard();
      }
    }
    throw new InvalidInput('The upload has no file.', [{ field: 'file', code: 'REQUIRED', detail: 'send one file, after the fields' }], 'NO_FILE');
  }
}

function readFields(fields: ReadonlyMap<string, string>): NewImport {
  const kind = fields.get('kind');
  if (!kind)
    throw new InvalidInput('Say which kind of rows the file has; fields come before the file.', [
      { field: 'kind', code: 'REQUIRED', detail: 'sites, pupils, people or devices' },
    ]);
  const mode = fields.get('mode') ?? 'rehearse';
  if (mode !== 'rehearse' && mode !== 'commit')
    throw new InvalidInput(`"${mode}" is no mode.`, [{ field: 'mode', code: 'UNKNOWN_MODE', detail: 'rehearse or commit' }]);
  const mapping = fields.get('mapping');
  return {
    kind,
    mode: mode satisfies ImportMode,
    mapping: mapping?.trim().startsWith('{') ? (json(fields, 'mapping') as NewImport['mapping']) : mapping || undefined,
    reading: json(fields, 'reading') as NewImport['reading'],
    options: json(fields, 'options') as NewImport['options'],
  };
}

function json(fields: ReadonlyMap<string, string>, name: string): object | undefined {
  const text = fields.get(name);
  if (!text) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new InvalidInput(`The field ${name} is not a JSON object.`, [{ field: name, code: 'NOT_JSON', detail: 'a JSON object' }]);
}
