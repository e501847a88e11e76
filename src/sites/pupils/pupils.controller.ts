import { Controller, Get, Param, ParseEnumPipe, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { EXPORT_FORMATS, type ExportFormat } from '../../common/documents/table-export.js';
import { PupilsExport } from './pupils.export.js';
import { SitesFilterQuery } from '../sites.dto.js';

@ApiTags('sites')
@Controller('pupils')
@Needs('sites:read')
export class PupilsController {
  constructor(private readonly exports: PupilsExport) {}

  /**
   * Downloads the numbers of enrolled students of the selected sites by school year, as CSV, XLSX or PDF, in the
   * columns of the import template.
   */
  @Get('export/:format')
  export(
    @CurrentScope() scope: Scope,
    @Param('format', new ParseEnumPipe(EXPORT_FORMATS)) format: ExportFormat,
    @Query() filter: SitesFilterQuery,
  ): Promise<StreamableFile> {
    return this.exports.file(scope, filter, format);
  }
}
