import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { Etag, IfMatch } from '../../common/http/etag.js';
import { NeverAnswers } from '../../common/http/never-answers.js';
import type { Page } from '../../common/paging.js';
import { IncidentPoolChangeBody, IncidentPoolsQuery, NewIncidentPoolBody } from './incident-pools.dto.js';
import { IncidentPools, type IncidentPoolView } from './incident-pools.service.js';

@ApiTags('warranty')
@Controller('incident-pools')
export class IncidentPoolsController {
  constructor(private readonly pools: IncidentPools) {}

  /** Lists pools of incidents that all devices of a plan or a purchase share, by name. */
  @Get()
  @Needs('devices:read')
  @ListFile<IncidentPoolView>('Incident pools', {
    name: ['Name', 'text'],
    vendor: ['Vendor', 'text'],
    vendorName: ['Vendor name', 'text'],
    kind: ['Type', 'text'],
    contractNumber: ['Contract number', 'text'],
    devices: ['Devices', 'integer'],
    incidents: ['Incidents', 'integer'],
    usedBefore: ['Used before', 'integer'],
    used: ['Used', 'integer'],
    left: ['Left', 'integer'],
    version: ['Version', 'integer'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: IncidentPoolsQuery): Promise<Page<IncidentPoolView>> {
    return this.pools.list(scope, query);
  }

  /**
   * Adds a pool, such as fifty incidents for a purchase of a thousand devices. Coverages with its vendor, type and
   * contract number share it. A claim takes one incident when it is opened, and gives it back if it is cancelled, or
   * closed after a denial.
   */
  @Post()
  @Needs('settings:edit')
  @NeverAnswers(404)
  @Etag()
  create(@CurrentScope() scope: Scope, @Body() body: NewIncidentPoolBody): Promise<IncidentPoolView> {
    return this.pools.create(scope, body);
  }

  /** Shows one pool. */
  @Get(':id')
  @Needs('devices:read')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<IncidentPoolView> {
    return this.pools.find(scope, id);
  }

  /** Changes a pool. It cannot have fewer incidents than are used. */
  @Patch(':id')
  @Needs('settings:edit')
  @Etag()
  change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: IncidentPoolChangeBody,
  ): Promise<IncidentPoolView> {
    return this.pools.change(scope, id, version, body);
  }
}
