import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListFile } from '../access/routes/list-file.js';
import { CurrentScope, Needs } from '../access/routes/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { Etag, IfMatch } from '../common/http/etag.js';
import { NeverAnswers } from '../common/http/never-answers.js';
import type { Page } from '../common/paging.js';
import { NewVendorBody, VendorChangeBody, VendorsQuery } from './vendors.dto.js';
import { VendorsQueries, type VendorView } from './vendors.queries.js';
import { Vendors } from './vendors.service.js';

@ApiTags('vendors')
@Controller('vendors')
export class VendorsController {
  constructor(
    private readonly vendors: Vendors,
    private readonly queries: VendorsQueries,
  ) {}

  /** Lists the vendors of the district, by name. */
  @Get()
  @Needs('devices:read')
  @ListFile<VendorView>('Vendors', {
    key: ['Key', 'text'],
    name: ['Name', 'text'],
    roles: ['Roles', 'text'],
    timeZone: ['Time zone', 'text'],
    closedOn: ['Closed on', 'text'],
    acknowledgeWithinHours: ['Acknowledges within (business hours)', 'number'],
    resolveWithinHours: ['Resolves within (business hours)', 'number'],
    notes: ['Notes', 'text'],
    isActive: ['Active', 'boolean'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: VendorsQuery): Promise<Page<VendorView>> {
    return this.queries.list(scope, query);
  }

  /** Adds a vendor. */
  @Post()
  @Needs('settings:edit')
  @NeverAnswers(404)
  @Etag()
  create(@CurrentScope() scope: Scope, @Body() body: NewVendorBody): Promise<VendorView> {
    return this.vendors.create(scope, body);
  }

  /** Shows one vendor. */
  @Get(':id')
  @Needs('devices:read')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<VendorView> {
    return this.queries.find(scope, id);
  }

  /** Changes a vendor. Fields that you leave out stay as they are. */
  @Patch(':id')
  @Needs('settings:edit')
  @Etag()
  change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: VendorChangeBody,
  ): Promise<VendorView> {
    return this.vendors.change(scope, id, version, body);
  }
}
