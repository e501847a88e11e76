import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NeverAnswers } from '../../common/http/never-answers.js';
import { Repeatable } from '../../access/routes/idempotency.interceptor.js';
import { ListFile, ListQuery } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { type BothWays, type Page, SortedBy } from '../../common/paging.js';
import { type ScanResult, ScanBatches } from './scan-batches.service.js';
import { ScanBatchBody } from '../scans.dto.js';
import { type Departure, type ScanView, ScansQueries } from './scans.queries.js';

export class ScansQuery extends ListQuery {
  @SortedBy('receivedAt')
  sort: BothWays<'receivedAt'> = '-receivedAt';
}

@ApiTags('scanning')
@Controller()
export class ScanBatchesController {
  constructor(
    private readonly batches: ScanBatches,
    private readonly queries: ScansQueries,
  ) {}

  /**
   * Uploads up to 1,000 scans from a phone, in the order in which they were made. Each scan gets one result:
   * `applied`, `duplicate`, `conflict` (somebody decides it on the Conflicts page), `unknown` (the scan is kept until
   * a device has the code) or `refused` (with a reason).
   */
  @Post('scan-batches')
  @Repeatable()
  @HttpCode(200)
  @Needs('devices:edit')
  @NeverAnswers(409)
  take(
    @CurrentScope() scope: Scope,
    @Body() body: ScanBatchBody,
  ): Promise<{ receivedAt: Date; results: ScanResult[] }> {
    return this.batches.take(scope, body);
  }

  /** Lists your own scans, latest first. */
  @Get('scans')
  @Needs('devices:edit')
  @ListFile<ScanView>('Scans', {
    scannedAt: ['Scanned at', 'instant'],
    receivedAt: ['Received at', 'instant'],
    code: ['Code', 'text'],
    action: ['Action', 'text'],
    outcome: ['Outcome', 'text'],
    reason: ['Reason', 'text'],
    detail: ['Detail', 'text'],
    site: ['Site', 'text'],
    deviceId: ['Device id', 'text'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: ScansQuery): Promise<Page<ScanView>> {
    return this.queries.own(scope, query);
  }

  /** Lists devices that technicians of other sites moved away from your sites, latest first. */
  @Get('departures')
  @Needs('devices:read')
  @ListFile<Departure>('Departures', {
    receivedAt: ['Told at', 'instant'],
    from: ['From site', 'text'],
    fromName: ['From site name', 'text'],
    to: ['To site', 'text'],
    toName: ['To site name', 'text'],
    assetTag: ['Asset tag', 'text'],
    serialNumber: ['Serial number', 'text'],
    model: ['Model', 'text'],
    accountName: ['Moved by', 'text'],
    accountId: ['By account', 'text'],
    deviceId: ['Device id', 'text'],
  })
  departures(@CurrentScope() scope: Scope, @Query() query: ScansQuery): Promise<Page<Departure>> {
    return this.queries.departures(scope, query);
  }
}
