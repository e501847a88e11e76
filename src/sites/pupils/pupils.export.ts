import { Injectable, type StreamableFile } from '@nestjs/common';
import { Letterheads } from '../../access/letterheads.service.js';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import { type ExportFormat, tableFile } from '../../common/documents/table-export.js';
import { type TemplateCell, templateColumns } from '../../common/documents/template-columns.js';
import { schoolYearNameSql } from '../../common/time/school-year.js';
import { SITE_FILTERS, yearOf } from '../site-filter.js';
import { PUPILS_FILE_FIELDS } from '../in-bulk/site-import-fields.js';
import type { SitesFilterQuery } from '../sites.dto.js';

const CELLS: Readonly<Record<string, TemplateCell>> = {
  code: { sql: 's.code', type: 'text' },
  pupils: { sql: 'p.pupils', type: 'integer' },
  schoolYear: { sql: schoolYearNameSql('p.school_year'), type: 'text' },
};

const { columns, select } = templateColumns(PUPILS_FILE_FIELDS, CELLS);

/** The number that stands of each site and school year: of every year, or of the one that is asked for. */
const PUPILS_FILE = list<unknown[], SitesFilterQuery>({
  name: 'pupils file',
  select: (param, { schoolYear }) => {
    const year = param(yearOf(schoolYear));
    return `
      SELECT ${select}
        FROM sites s
        JOIN LATERAL (
          SELECT DISTINCT ON (x.school_year) x.pupils, x.school_year FROM site_pupils x
           WHERE x.district_id = $1 AND x.site_id = s.id AND (${year}::smallint IS NULL OR x.school_year = ${year})
           ORDER BY x.school_year, x.revision DESC) p ON true
       WHERE s.district_id = $1`;
  },
  reach: 's.id',
  filters: SITE_FILTERS,
  sorts: { code: ['s.code', 'p.school_year'] },
});

/** Pupils of the sites in reach that a filter leaves, in the columns of our template. */
@Injectable()
export class PupilsExport {
  constructor(
    private readonly lists: Lists,
    private readonly letterheads: Letterheads,
  ) {}

  async file(scope: Scope, filter: SitesFilterQuery, format: ExportFormat): Promise<StreamableFile> {
    const table = await this.letterheads.forList(scope, 'Enrolled students', columns);
    return tableFile('pupils', format, table, await this.lists.rows(PUPILS_FILE, scope, filter));
  }
}
