import {
  Body,
  Controller,
  Get,
  Headers,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NeverAnswers } from '../common/never-answers.js';
import { ListFile, ListQuery } from '../access/list-file.js';
import { CurrentScope, Needs } from '../access/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { etagOf, IfMatchOptional, tagged, versionOf } from '../common/etag.js';
import type { Page } from '../common/paging.js';
import { EXPORT_FORMATS, type ExportFormat } from '../common/table-export.js';
import { PupilsService, type PupilsView } from './pupils.service.js';
import { NewSiteBody, PupilsBody, SiteChangeBody, SitesFilterQuery, SitesQuery } from './sites.dto.js';
import { SitesExport } from './sites.export.js';
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

  /** The sites in reach, with their pupils of a school year. */
  @Get()
  @Needs('sites:read')
  list(@CurrentScope() scope: Scope, @Query() query: SitesQuery): Promise<Page<SiteView>> {
    return this.queries.list(scope, query);
  }

  /** The selection as CSV, XLSX or PDF, in the columns of the import template. */
  @Get('export/:format')
  @Needs('sites:read')
  export(
    @CurrentScope() scope: Scope,
    @Param('format', new ParseEnumPipe(EXPORT_FORMATS)) format: ExportFormat,
    @Query() filter: SitesFilterQuery,
  ): Promise<StreamableFile> {
    return this.exports.file(scope, filter, format);
  }

  /** Adds a site; only for who sees the whole district. */
  @Post()
  @Needs('sites:edit')
  @NeverAnswers(404)
  async create(
    @CurrentScope() scope: Scope,
    @Body() body: NewSiteBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SiteDetail> {
    return tagged(reply, await this.sites.create(scope, body));
  }

  /** Shows one site. */
  @Get(':id')
  @Needs('sites:read')
  async find(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SiteDetail> {
    return tagged(reply, await this.queries.find(scope, id));
  }

  /** Changes a site; opens, closes and merges it too. What is changed here no file overwrites any more. */
  @Patch(':id')
  @Needs('sites:edit')
  async change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SiteChangeBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SiteDetail> {
    return tagged(reply, await this.sites.change(scope, id, versionOf(ifMatch), body));
  }

  /** Every number of pupils that was ever given; of a school year the highest revision stands. */
  @Get(':id/pupils')
  @Needs('sites:read')
  @ListFile<PupilsView>('Pupils by school year', {
    schoolYear: ['School year', 'text'],
    revision: ['Revision', 'integer'],
    pupils: ['Pupils', 'integer'],
    source: ['Source', 'text'],
    recordedAt: ['Recorded at', 'instant'],
    recordedBy: ['Recorded by', 'text'],
  })
  history(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ListQuery,
  ): Promise<Page<PupilsView>> {
    return this.pupils.history(scope, id, query);
  }

  /** Says how many pupils a site has in a school year, such as `2025-26`. If-Match is checked where it is sent. */
  @Put(':id/pupils/:schoolYear')
  @Needs('sites:edit')
  @IfMatchOptional()
  async setPupils(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('schoolYear') schoolYear: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { pupils }: PupilsBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PupilsView> {
    const revision = ifMatch === undefined ? null : versionOf(ifMatch);
    const view = await this.pupils.set(scope, id, schoolYear, pupils, revision);
    void reply.header('etag', etagOf(view.revision));
    return view;
  }
}
