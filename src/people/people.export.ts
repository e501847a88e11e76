import { Injectable, type StreamableFile } from '@nestjs/common';
import { Letterheads } from '../access/letterheads.service.js';
import { list } from '../access/lists/list.js';
import { Lists } from '../access/lists/lists.service.js';
import type { Scope } from '../access/scope.js';
import { type ExportFormat, tableFile } from '../common/documents/table-export.js';
import { type TemplateCell, templateColumns } from '../common/documents/template-columns.js';
import { type NamedPerson, NameReadingsService } from './name-readings.service.js';
import type { PeopleFilterQuery } from './people.dto.js';
import { PEOPLE, PEOPLE_FILTERS } from './people-filter.js';
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

const { columns, select } = templateColumns(PEOPLE_FIELDS, CELLS);

const PEOPLE_FILE = list<unknown[], PeopleFilterQuery>({
  name: 'people file',
  select: `SELECT ${select}, ${NAMED} FROM ${PEOPLE}`,
  reach: 'p.site_id',
  filters: PEOPLE_FILTERS,
  sorts: { externalId: ['p.external_id'] },
});

/** All that the pages of the list would show, as a file in the columns of our template. */
@Injectable()
export class PeopleExport {
  constructor(
    private readonly lists: Lists,
    private readonly readings: NameReadingsService,
    private readonly letterheads: Letterheads,
  ) {}

  async file(scope: Scope, filter: PeopleFilterQuery, format: ExportFormat): Promise<StreamableFile> {
    const table = await this.letterheads.forList(scope, 'People', columns);
    // Whose names a batch has is logged before any of it leaves.
    const rows = await this.lists.rows(PEOPLE_FILE, scope, filter, (connection, batch) =>
      this.readings.recordOn(
        connection,
        scope,
        'people.export',
        batch.map((row) => row[columns.length] as NamedPerson),
      ),
    );
    return tableFile('people', format, table, rows);
  }
}
