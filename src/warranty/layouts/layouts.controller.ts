import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  Req,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ListFile } from '../../access/routes/list-file.js';
import { Repeatable } from '../../access/routes/idempotency.interceptor.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { Etag, IfMatch } from '../../common/http/etag.js';
import { NeverAnswers } from '../../common/http/never-answers.js';
import type { Page } from '../../common/paging.js';
import { type LayoutPreview, LayoutPreviews } from './layout-previews.service.js';
import { layoutOfTemplate, type TemplateLayout } from './layout-template.js';
import { type LayoutChoices, layoutChoices } from './layout-choices.js';
import {
  LayoutChangeBody,
  LayoutPreviewBody,
  LayoutQuery,
  LayoutsQuery,
  NewLayoutBody,
} from './layouts.dto.js';
import { LayoutsQueries, type LayoutView } from './layouts.queries.js';
import { Layouts } from './layouts.service.js';

@ApiTags('warranty')
@Controller('claim-layouts')
@Needs('settings:edit')
export class LayoutsController {
  constructor(
    private readonly layouts: Layouts,
    private readonly queries: LayoutsQueries,
    private readonly previews: LayoutPreviews,
  ) {}

  /** Lists the layouts of the district, by name. */
  @Get()
  @ListFile<LayoutView>('Claim layouts', {
    key: ['Key', 'text'],
    name: ['Name', 'text'],
    layoutVersion: ['Layout version', 'integer'],
    hasNames: ['Has names of people', 'boolean'],
    isArchived: ['Archived', 'boolean'],
    updatedAt: ['Changed at', 'instant'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: LayoutsQuery): Promise<Page<LayoutView>> {
    return this.queries.list(scope, query);
  }

  /** Adds a layout. */
  @Post()
  @NeverAnswers(404)
  @Etag()
  create(@CurrentScope() scope: Scope, @Body() body: NewLayoutBody): Promise<LayoutView> {
    return this.layouts.create(scope, body);
  }

  /** Lists the fields that a column can have, and the layouts that come with Rollcall. Vendors can use them by their keys. */
  @Get('choices')
  choices(): LayoutChoices {
    return layoutChoices();
  }

  /** Tries a layout on real claims that are ready: what the file would be like, and what claims lack. Saves nothing. */
  @Post('preview')
  @HttpCode(200)
  @NeverAnswers(404)
  preview(@CurrentScope() scope: Scope, @Body() body: LayoutPreviewBody): Promise<LayoutPreview> {
    return this.previews.preview(scope, body);
  }

  /**
   * Makes a layout from an empty CSV or XLSX template that a vendor sent. Columns are matched by their names. Saves nothing:
   * check the columns, and add the layout then.
   */
  @Post('from-template')
  @HttpCode(200)
  @Repeatable()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    required: true,
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
      example: { file: 'Ticket number,Serial number,Problem description\n' },
    },
  })
  fromTemplate(@Req() request: FastifyRequest): Promise<TemplateLayout> {
    return layoutOfTemplate(request);
  }

  /** Shows one layout, or an earlier version of it. */
  @Get(':id')
  @Etag()
  find(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { layoutVersion }: LayoutQuery,
  ): Promise<LayoutView> {
    return layoutVersion === undefined
      ? this.queries.find(scope, id)
      : this.queries.findVersion(scope, id, layoutVersion);
  }

  /** Changes or archives a layout. Fields that you leave out stay as they are. Batches keep the version that they had. */
  @Patch(':id')
  @Etag()
  change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: LayoutChangeBody,
  ): Promise<LayoutView> {
    return this.layouts.change(scope, id, version, body);
  }
}
