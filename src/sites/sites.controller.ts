import {
  Body,
  Controller,
  Get,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { SCHOOL_YEAR_PARAMETER } from '../common/time/school-year.js';
import { NeverAnswers } from '../common/http/never-answers.js';
import { ListFile } from '../access/routes/list-file.js';
import { CurrentScope, Needs } from '../access/routes/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { Etag, IfMatch, IfMatchIfAny } from '../common/http/etag.js';
import type { Page } from '../common/paging.js';
import { EXPORT_FORMATS, type ExportFormat } from '../common/documents/table-export.js';
import { PupilsService, type PupilsView } from './pupils/pupils.service.js';
import {
  NewSiteBody,
  PupilsBody,
  PupilsQuery,
  SiteChangeBody,
  SitesFilterQuery,
  SitesQuery,
} from './sites.dto.js';
import { SitesExport } from './in-bulk/sites.export.js';
import { type SiteDetail, SitesQueries, type SiteView } from './sites.queries.js';
import { SitesService } from './sites.service.js';

@ApiTags('sites')
@Controller('sites')
export class SitesController {
  constructor(
    private readonly sites: SitesService,
    private readonly queries: SitesQueries,
    private readonly pupils: PupilsService,
    private readonly exports: SitesExport,
  ) {}

  /** Lists the sites that you can see, with their number of enrolled students in a school year. */
  @Get()
  @Needs('sites:read')
  list(@CurrentScope() scope: Scope, @Query() query: SitesQuery): Promise<Page<SiteView>> {
    return this.queries.list(scope, query);
  }

  /** Downloads the selected sites as CSV, XLSX or PDF, in the columns of the import template. */
  @Get('export/:format')
  @Needs('sites:read')
  export(
    @CurrentScope() scope: Scope,
    @Param('format', new ParseEnumPipe(EXPORT_FORMATS)) format: ExportFormat,
    @Query() filter: SitesFilterQuery,
  ): Promise<StreamableFile> {
    return this.exports.file(scope, filter, format);
  }

  /** Adds a site. Only accounts that see the whole district can do this. */
  @Post()
  @Needs('sites:edit')
  @NeverAnswers(404)
  @Etag()
  create(@CurrentScope() scope: Scope, @Body() body: NewSiteBody): Promise<SiteDetail> {
    return this.sites.create(scope, body);
  }

  /** Shows one site. */
  @Get(':id')
  @Needs('sites:read')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<SiteDetail> {
    return this.queries.find(scope, id);
  }

  /**
   * Changes a site. This is also how you open, close or merge one. Imports no longer overwrite a field that was
   * changed here.
   */
  @Patch(':id')
  @Needs('sites:edit')
  @Etag()
  change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: SiteChangeBody,
  ): Promise<SiteDetail> {
    return this.sites.change(scope, id, version, body);
  }

  /**
   * Lists every number of enrolled students that was recorded for a site. For each school year the highest revision
   * is the one in use.
   */
  @Get(':id/pupils')
  @Needs('sites:read')
  @ListFile<PupilsView>('Enrolled students by school year', {
    schoolYear: ['School year', 'text'],
    revision: ['Revision', 'integer'],
    pupils: ['Enrolled students', 'integer'],
    source: ['Source', 'text'],
    recordedAt: ['Recorded at', 'instant'],
    recordedBy: ['Recorded by', 'text'],
  })
  history(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PupilsQuery,
  ): Promise<Page<PupilsView>> {
    return this.pupils.history(scope, id, query);
  }

  /**
   * Records how many enrolled students a site has in a school year, such as `2025-26`. `If-Match` is required once
   * the site has a number for that year.
   */
  @Put(':id/pupils/:schoolYear')
  @ApiParam(SCHOOL_YEAR_PARAMETER)
  @Needs('sites:edit')
  @Etag('revision')
  setPupils(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('schoolYear') schoolYear: string,
    @IfMatchIfAny() revision: number | null,
    @Body() { pupils }: PupilsBody,
  ): Promise<PupilsView> {
    return this.pupils.set(scope, id, schoolYear, pupils, revision);
  }
}
