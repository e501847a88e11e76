import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { Etag, IfMatch } from '../../common/http/etag.js';
import { NeverAnswers } from '../../common/http/never-answers.js';
import type { Page } from '../../common/paging.js';
import {
  CoverageChangeBody,
  CoveragesQuery,
  CoverageWithdrawalBody,
  DeviceCoverageQuery,
  NewCoverageBody,
} from './coverages.dto.js';
import { CoveragesQueries, type CoverageView, type DeviceCoverage } from './coverages.queries.js';
import { Coverages } from './coverages.service.js';

@ApiTags('warranty')
@Controller()
export class CoveragesController {
  constructor(
    private readonly coverages: Coverages,
    private readonly queries: CoveragesQueries,
  ) {}

  /** Lists warranties and contracts on the devices of the sites that you can see. Those that end first come first. */
  @Get('coverages')
  @Needs('devices:read')
  @ListFile<CoverageView>('Coverages', {
    deviceCode: ['Device', 'text'],
    deviceModel: ['Model', 'text'],
    site: ['Site', 'text'],
    siteName: ['Site name', 'text'],
    vendor: ['Vendor', 'text'],
    vendorName: ['Vendor name', 'text'],
    kind: ['Type', 'text'],
    serviceLevel: ['Service', 'text'],
    state: ['State', 'text'],
    startsOn: ['First day', 'date'],
    endsOn: ['Last day', 'date'],
    cancelledOn: ['Cancelled on', 'date'],
    contractNumber: ['Contract number', 'text'],
    incidentsAYear: ['Incidents a year', 'integer'],
    incidentsInTotal: ['Incidents in all', 'integer'],
    deductibleCents: ['Deductible', 'cents'],
    repairCapCents: ['Repair cap', 'cents'],
    waitingDays: ['Waiting days', 'integer'],
    onReplacement: ['On replacement', 'text'],
    source: ['Source', 'text'],
    sourceAt: ['Said at', 'instant'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: CoveragesQuery): Promise<Page<CoverageView>> {
    return this.queries.list(scope, query);
  }

  /** Enters a warranty or contract on one device. */
  @Post('coverages')
  @Needs('warranty:edit')
  @NeverAnswers(404)
  @Etag()
  create(@CurrentScope() scope: Scope, @Body() body: NewCoverageBody): Promise<CoverageView> {
    return this.coverages.create(scope, body);
  }

  /** Shows one warranty or contract. */
  @Get('coverages/:id')
  @Needs('devices:read')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<CoverageView> {
    return this.queries.find(scope, id);
  }

  /** Corrects a warranty or contract. From then on, no file, rule or look-up changes it. */
  @Patch('coverages/:id')
  @Needs('warranty:edit')
  @Etag()
  change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: CoverageChangeBody,
  ): Promise<CoverageView> {
    return this.coverages.change(scope, id, version, body);
  }

  /** Withdraws a warranty or contract that never was, such as one entered for the wrong device. */
  @Post('coverages/:id/withdrawal')
  @HttpCode(204)
  @Needs('warranty:edit')
  withdraw(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() { reason }: CoverageWithdrawalBody,
  ): Promise<void> {
    return this.coverages.withdraw(scope, id, version, reason);
  }

  /** Shows what covers a device on a day: all its warranties and contracts, and the state of the best one. */
  @Get('devices/:id/coverage')
  @Needs('devices:read')
  ofDevice(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { on }: DeviceCoverageQuery,
  ): Promise<DeviceCoverage> {
    return this.queries.ofDevice(scope, id, on);
  }
}
