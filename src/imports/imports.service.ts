import { Injectable } from '@nestjs/common';
import { newId } from '../common/ids.js';
import type { Scope } from '../access/scope.js';
import { InvalidInput } from '../common/refusal.js';
import { Transactions } from '../database/transactions.js';
import type { SpooledFile } from '../files/spooled-file.js';
import { Files } from '../files/files.service.js';
import type { ImportKind, ImportOptions } from './import-kind.js';
import { ImportKinds } from './import-kinds.js';
import {
  guessMapping,
  type ImportMapping,
  problemsOfMapping,
  warnOfMapping,
} from './mapping/import-mapping.js';
import { ImportMappings } from './mapping/import-mappings.service.js';
import { type ImportMode, ImportCommands } from './running/import-commands.service.js';
import { BadMapping } from './imports.errors.js';
import { type ImportDetail, ImportsQueries } from './imports.queries.js';
import { inspectTable } from './reading/inspect-table.js';
import { storable, storableJson } from './reading/cells/storable-text.js';
import type { TableFormat, TableReading } from './reading/table.js';

export interface NewImport {
  kind: string;
  mode: ImportMode;
  /** A mapping by its name, or one of the caller's own; guessed where nothing is said. */
  mapping?: string | ImportMapping;
  reading?: Partial<TableReading>;
  options?: ImportOptions;
}

const MEDIA_TYPE: Record<TableFormat, string> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Takes files in. The work itself is a job. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly queries: ImportsQueries,
    private readonly transactions: Transactions,
    private readonly files: Files,
    private readonly kinds: ImportKinds,
    private readonly mappings: ImportMappings,
    private readonly commands: ImportCommands,
  ) {}

  /** Looks at a file, keeps it, and starts its rehearsal or its commit. */
  async create(scope: Scope, input: NewImport, file: SpooledFile): Promise<ImportDetail> {
    const kind = this.kinds.allowed(scope, input.kind);
    assertFields(kind, input.options?.overwrite);
    const guess = await inspectTable(file, input.reading);
    const mapping = await this.mappingFor(scope, kind, guess.headers, input.mapping);
    const warnings = [...guess.warnings, ...warnOfMapping(kind, guess.headers, mapping)];
    const id = newId();
    const content = { ...file, fileName: storable(file.fileName.slice(0, 300)) };
    const stored = { mediaType: MEDIA_TYPE[guess.reading.format], createdBy: scope.accountId };
    await this.transactions.run(async (tx) => {
      await tx.query(
        `INSERT INTO imports (district_id, id, kind, file_id, file_name, size_bytes, sha256, reading, mapping, options,
                              warnings, state, change_set_id, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10::jsonb, $11::jsonb, 'uploaded', $12, $13)`,
        [
          scope.districtId,
          id,
          kind.kind,
          await this.files.storeWithin(tx, scope.districtId, content, stored),
          content.fileName,
          file.sizeBytes,
          file.sha256,
          storableJson(guess.reading),
          storableJson(mapping),
          storableJson(input.options ?? {}),
          storableJson(warnings),
          newId(),
          scope.accountId,
        ],
      );
      await this.commands.startWithin(tx, scope, id, input.mode);
    });
    return this.queries.find(scope, id);
  }

  private async mappingFor(
    scope: Scope,
    kind: ImportKind,
    headers: readonly string[],
    asked: string | ImportMapping | undefined,
  ): Promise<ImportMapping> {
    if (asked === undefined) return guessMapping(kind, headers);
    const mapping =
      typeof asked === 'string' ? await this.mappings.named(scope, kind, asked, headers) : asked;
    const problems = problemsOfMapping(kind, headers, mapping);
    if (problems.length > 0) throw new BadMapping(problems);
    return mapping;
  }
}

/** @throws InvalidInput for a field that this kind of row does not have: it would silently protect what it names */
function assertFields(kind: ImportKind, overwrite: ImportOptions['overwrite']): void {
  if (overwrite === undefined || overwrite === 'all') return;
  const known = kind.fields.map(({ name }) => name);
  const unknown = overwrite.filter((field) => !known.includes(field));
  if (unknown.length === 0) return;
  const detail = `Rows of ${kind.kind} have no field ${unknown.join(', ')}. Use these names: ${known.join(', ')}.`;
  throw new InvalidInput(detail, [{ field: 'options.overwrite', code: 'UNKNOWN_FIELD', detail }]);
}
