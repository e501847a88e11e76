import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  UseInterceptors,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { StatedDecimals } from '../../common/http/stated-decimals.js';
import type { Page } from '../../common/paging.js';
import { BadLotDevicesQuery, BadLotsQuery, BadLotStepBody, LotsQuery } from './bad-lots.dto.js';
import {
  type BadLotDetail,
  type BadLotDevice,
  BadLotsQueries,
  type BadLotView,
  type LotRates,
} from './bad-lots.queries.js';
import { BadLots } from './bad-lots.service.js';

@ApiTags('warranty')
@Controller('warranty/bad-lots')
@UseInterceptors(StatedDecimals)
export class BadLotsController {
  constructor(
    private readonly badLots: BadLots,
    private readonly queries: BadLotsQueries,
  ) {}

  /**
   * Compares how often each lot fails with the rest of its kind, over the devices that you can see. A lot is the devices
   * of one model that were bought under one purchase reference. A failure is a claim for a defect. A lot is called bad
   * only if chance does not explain its failures.
   */
  @Get()
  @Needs('devices:read')
  rates(@CurrentScope() scope: Scope, @Query() query: LotsQuery): Promise<LotRates> {
    return this.queries.rates(scope, query);
  }

  /** Lists the bad lots that are covered, or were when Rollcall found them. What must be claimed first comes first. */
  @Get('found')
  @Needs('warranty:edit')
  @ListFile<BadLotView>('Bad lots', {
    kind: ['Kind', 'text'],
    model: ['Model', 'text'],
    purchaseReference: ['Purchase reference', 'text'],
    state: ['State', 'text'],
    claimBy: ['Claim by', 'date'],
    lastCoverageOn: ['Last coverage ends', 'date'],
    devices: ['Devices', 'integer'],
    coveredDevices: ['Covered', 'integer'],
    failures: ['Failures', 'integer'],
    deviceYears: ['Device-years', 'number'],
    rateLow: ['Failures in 100 device-years, from', 'number'],
    rateHigh: ['To', 'number'],
    restRate: ['Rest of the kind', 'number'],
    foundAt: ['Found at', 'instant'],
    updatedAt: ['Figures of', 'instant'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: BadLotsQuery): Promise<Page<BadLotView>> {
    return this.queries.list(scope, query);
  }

  /** Shows one bad lot with its history. */
  @Get('found/:id')
  @Needs('warranty:edit')
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<BadLotDetail> {
    return this.queries.find(scope, id);
  }

  /** Lists the devices of a bad lot at the sites that you can see, with the last day of their coverage. */
  @Get('found/:id/devices')
  @Needs('warranty:edit')
  @ListFile<BadLotDevice>('Devices of a bad lot', {
    assetTag: ['Asset tag', 'text'],
    serialNumber: ['Serial number', 'text'],
    site: ['Site', 'text'],
    siteName: ['Site name', 'text'],
    status: ['Status', 'text'],
    coveredUntil: ['Covered until', 'date'],
    claim: ['Latest claim', 'text'],
    id: ['Id', 'text'],
  })
  devices(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: BadLotDevicesQuery,
  ): Promise<Page<BadLotDevice>> {
    return this.queries.devices(scope, id, query);
  }

  /** Marks a bad lot as handled, or opens it again. The note says what was done. */
  @Post('found/:id/steps')
  @HttpCode(200)
  @Needs('warranty:edit')
  step(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { step, note }: BadLotStepBody,
  ): Promise<BadLotDetail> {
    return this.badLots.step(scope, id, step, note);
  }
}
