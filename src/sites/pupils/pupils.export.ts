import { Injectable, type StreamableFile } from '@nestjs/common';
import { Letterheads } from '../../access/letterheads.service.js';
import type { Scope } from '../../access/scope.js';
import { Clock, dateIn } from '../../common/time/clock.js';
import { type ExportFormat, tableFile } from '../../common/documents/table-export.js';
import { type TemplateCell, templateColumns } from '../../common/documents/template-columns.js';
import { StreamPool } from '../../database/pools/stream-pool.js';
import { schoolYearNameSql } from '../../common/time/school-year.js';
import { CHOSEN_SITES, siteParameters } from '../site-filter.js';
import { PUPILS_FILE_FIELDS } from '../in-bulk/site-import-fields.js';
import type { SitesFilterQuery } from '../sites.dto.js';

const CELLS: Readonly<Record<string, TemplateCell>> = {
  code: { sql: 's.code', type: 'text' },
  pupils: { sql: 'p.pupils', type: 'integer' },
  schoolYear: { sql: schoolYearNameSql('p.school_year'), type: 'text' },
};

/** The number that stands of each site and school year: of every year, or of the one that is asked for. */
const STANDING = `
  sites s
    JOIN LATERAL (
      SELECT DISTINCT ON (x.school_year) x.pupils, x.school_year FROM site_pupils x
       WHERE x.district_id = $1 AND x.site_id = s.id
         AND ($2::smallint IS NULL OR x.school_year = $2)
       ORDER BY x.school_year, x.revision DESC) p ON true`;

/** Pupils of the sites in reach that a filter leaves, in the columns of our template. */
@Injectable()
export class PupilsExport {
  constructor(
    private readonly streams: StreamPool,
    private readonly clock: Clock,
    private readonly letterheads: Letterheads,
  ) {}

  async file(scope: Scope, filter: SitesFilterQuery, format: ExportFormat): Promise<StreamableFile> {
    const { columns, select } = templateColumns(PUPILS_FILE_FIELDS, CELLS);
    const sql = `SELECT ${select} FROM ${STANDING} WHERE ${CHOSEN_SITES} ORDER BY s.code, p.school_year`;
    const parameters = siteParameters(scope, filter, dateIn(scope.timeZone, this.clock.now()));
    const table = await this.letterheads.forList(scope, 'Pupils', columns);
    return tableFile('pupils', format, table, await this.streams.rows(scope, sql, parameters));
  }
}
