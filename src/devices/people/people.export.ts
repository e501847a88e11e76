import type { StreamableFile } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { type ExportFormat, tableFile } from '../../common/table-export.js';
import { type TemplateCell, templateColumns } from '../../common/template-columns.js';
import { streamRows } from '../../database/stream-rows.js';
import type { NamedPerson } from './name-readings.service.js';
import { CHOSEN_PEOPLE } from './people-filter.js';
import { PEOPLE_FIELDS } from './people-import-fields.js';

/**
 * Without the `status` that a file may have: the date says more, and "active" in an old file would bring back whoever
 * has left since.
 */
const CELLS: Readonly<Record<string, TemplateCell>> = {
  externalId: { sql: 'p.external_id', type: 'text' },
  givenName: { sql: 'p.given_name', type: 'text' },
  familyName: { sql: 'p.family_name', type: 'text' },
  email: { sql: 'p.email', type: 'text' },
  role: { sql: 'p.role', type: 'text' },
  grade: { sql: 'p.grade', type: 'text' },
  site: { sql: 's.code', type: 'text' },
  leftOn: { sql: 'p.left_on', type: 'date' },
};

/** Stands behind the last column, where no file has it. */
const NAMED = `jsonb_build_object('id', p.id, 'role', p.role, 'givenName', p.given_name, 'familyName', p.family_name,
                                  'email', p.email)`;

/**
 * People in the columns of our template.
 * @param parameters of `CHOSEN_PEOPLE`
 * @param record logs whose names a batch has, before any of it leaves
 */
export function peopleFile(
  source: DataSource,
  format: ExportFormat,
  parameters: unknown[],
  record: (tx: EntityManager, people: NamedPerson[]) => Promise<void>,
): StreamableFile {
  const { columns, select } = templateColumns(PEOPLE_FIELDS, CELLS);
  const sql = `SELECT ${select}, ${NAMED} FROM ${CHOSEN_PEOPLE} ORDER BY p.external_id`;
  const rows = streamRows(source, sql, parameters, (tx, batch) =>
    record(
      tx,
      batch.map((row) => row[columns.length] as NamedPerson),
    ),
  );
  return tableFile('people', format, columns, rows);
}
