import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfGiven, LARGEST_INTEGER, QueryInteger } from '../../common/http/request-fields.js';
import { NeverAnswers } from '../../common/http/never-answers.js';
import { ListFile, ListQuery } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { Etag, IfMatch } from '../../common/http/etag.js';
import type { Page } from '../../common/paging.js';
import type { AllocationModel } from './allocation-model.js';
import { ModelVersionBody, NewAllocationModelBody } from './models.dto.js';
import { AllocationModels, type ModelLine } from './models.service.js';

export class ModelQuery {
  /** The version to show. By default, the latest version. */
  @IfGiven()
  @QueryInteger(1, LARGEST_INTEGER)
  version?: number;
}

@ApiTags('allocation')
@Controller('allocation/models')
export class AllocationModelsController {
  constructor(private readonly models: AllocationModels) {}

  /** Lists the allocation models, built-in and the district's own, each in its latest version. */
  @Get()
  @Needs('sites:read')
  @ListFile<ModelLine>('Allocation models', {
    key: ['Key', 'text'],
    version: ['Version', 'integer'],
    name: ['Name', 'text'],
    unit: ['Unit', 'text'],
    firstYear: ['From school year', 'text'],
    lastYear: ['To school year', 'text'],
    source: ['Source', 'text'],
    sourceDate: ['Date of source', 'date'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: ListQuery): Promise<Page<ModelLine>> {
    return this.models.list(scope, query);
  }

  /**
   * Adds an allocation model for the district. If the bands overlap, or leave out a number of enrolled students, the
   * request is refused and the answer names those bands.
   */
  @Post()
  @Needs('settings:edit')
  @NeverAnswers(404)
  @Etag()
  create(@CurrentScope() scope: Scope, @Body() body: NewAllocationModelBody): Promise<AllocationModel> {
    return this.models.create(scope, body);
  }

  /** Shows the latest version of an allocation model. */
  @Get(':key')
  @Needs('sites:read')
  @Etag()
  find(
    @CurrentScope() scope: Scope,
    @Param('key') key: string,
    @Query() { version }: ModelQuery,
  ): Promise<AllocationModel> {
    return this.models.find(scope, key, version);
  }

  /** Creates the next version of one of the district's own models. Earlier versions are kept. */
  @Put(':key')
  @Needs('settings:edit')
  @Etag()
  revise(
    @CurrentScope() scope: Scope,
    @Param('key') key: string,
    @IfMatch() version: number | null,
    @Body() body: ModelVersionBody,
  ): Promise<AllocationModel> {
    return this.models.revise(scope, version, { ...body, key });
  }
}
