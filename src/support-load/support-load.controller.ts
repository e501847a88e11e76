import { Controller, Get, Param, ParseUUIDPipe, Query, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NeverAnswers } from '../common/never-answers.js';
import { CurrentScope, Needs } from '../access/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { StatedDecimals } from '../common/stated-decimals.js';
import { type Fairness, FairnessService } from './fairness.service.js';
import { type LoadTrend, LoadTrendService } from './load-trend.service.js';
import { type SiteSupport, SiteSupportService } from './site-support.service.js';
import { FairnessQuery, LoadTrendQuery, SiteSupportQuery, SupportLoadQuery } from './support-load.dto.js';
import { type SupportLoad, SupportLoadService } from './support-load.service.js';

/** As files and by e-mail: the reports `support-load` and `fairness`. */
@ApiTags('support load')
@Controller('support-load')
@Needs('counts:read')
@UseInterceptors(StatedDecimals)
export class SupportLoadController {
  constructor(
    private readonly loads: SupportLoadService,
    private readonly spreads: FairnessService,
    private readonly trends: LoadTrendService,
    private readonly sites: SiteSupportService,
  ) {}

  /** What the devices of each site in reach ask for in support, against what it is given and what was delivered. */
  @Get()
  load(@CurrentScope() scope: Scope, @Query() query: SupportLoadQuery): Promise<SupportLoad> {
    return this.loads.find(scope, query);
  }

  /** How evenly hours are spread over devices: each model, what sites have, and what they would have without gifts. */
  @Get('fairness')
  @NeverAnswers(404)
  fairness(@CurrentScope() scope: Scope, @Query() query: FairnessQuery): Promise<Fairness> {
    return this.spreads.find(scope, query);
  }

  /** Expected and delivered, month by month, of all sites in reach. */
  @Get('trend')
  trend(@CurrentScope() scope: Scope, @Query() query: LoadTrendQuery): Promise<LoadTrend> {
    return this.trends.find(scope, query);
  }

  /** What a principal asks: your technician, your days, what was delivered, what waits, and the neighbours. */
  @Get('sites/:id')
  site(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: SiteSupportQuery,
  ): Promise<SiteSupport> {
    return this.sites.find(scope, id, query);
  }
}
