import { Injectable, type StreamableFile } from '@nestjs/common';
import { Letterheads } from '../../access/letterheads.service.js';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import { type ExportFormat, tableFile } from '../../common/documents/table-export.js';
import { type TemplateCell, templateColumns } from '../../common/documents/template-columns.js';
import { schoolYearNameSql } from '../../common/time/school-year.js';
import { SITE_FILTERS, sitesWithPupils, yearOf } from '../site-filter.js';
import { SITE_FIELDS } from './site-import-fields.js';
import type { SitesFilterQuery } from '../sites.dto.js';

/**
 * Without the template's `schoolType`, which is not kept, and its `status`: the dates say more, and "active" in an old
 * file would open a site again that has closed since.
 */
const CELLS: Readonly<Record<string, TemplateCell>> = {
  code: { sql: 's.code', type: 'text' },
  name: { sql: 's.name', type: 'text' },
  type: { sql: 's.type', type: 'text' },
  gradeSpan: { sql: 's.grade_span', type: 'text' },
  region: { sql: 's.region', type: 'text' },
  street: { sql: 's.street', type: 'text', isOffPaper: true },
  city: { sql: 's.city', type: 'text' },
  state: { sql: 's.state', type: 'text', isOffPaper: true },
  postalCode: { sql: 's.postal_code', type: 'text', isOffPaper: true },
  latitude: { sql: 's.latitude', type: 'number', isOffPaper: true },
  longitude: { sql: 's.longitude', type: 'number', isOffPaper: true },
  served: { sql: 's.served', type: 'boolean' },
  charter: { sql: 's.charter', type: 'boolean' },
  openedOn: { sql: 's.opened_on', type: 'date' },
  closedOn: { sql: 's.closed_on', type: 'date' },
  pupils: { sql: 'p.pupils', type: 'integer' },
  schoolYear: { sql: schoolYearNameSql('p.school_year'), type: 'text' },
};

const { columns, select } = templateColumns(SITE_FIELDS, CELLS);

const SITES_FILE = list<unknown[], SitesFilterQuery>({
  name: 'sites file',
  select: (param, { schoolYear }) =>
    `SELECT ${select} FROM ${sitesWithPupils(param(yearOf(schoolYear)))} WHERE s.district_id = $1`,
  reach: 's.id',
  filters: SITE_FILTERS,
  sorts: { code: ['s.code'] },
});

/** The sites in reach that a filter leaves, with their pupils of one school year, in the columns of our template. */
@Injectable()
export class SitesExport {
  constructor(
    private readonly lists: Lists,
    private readonly letterheads: Letterheads,
  ) {}

  async file(scope: Scope, filter: SitesFilterQuery, format: ExportFormat): Promise<StreamableFile> {
    const table = await this.letterheads.forList(scope, 'Sites', columns);
    return tableFile('sites', format, table, await this.lists.rows(SITES_FILE, scope, filter));
  }
}
