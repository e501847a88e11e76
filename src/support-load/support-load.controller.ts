import { Controller, Get, Param, ParseUUIDPipe, Query, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NeverAnswers } from '../common/http/never-answers.js';
import { CurrentScope, Needs } from '../access/routes/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { StatedDecimals } from '../common/http/stated-decimals.js';
import { type Fairness, FairnessService } from './fairness/fairness.service.js';
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

  /**
   * Compares, for each site that you can see, the support that its devices need with the support that it is due and
   * the support that it got.
   */
  @Get()
  load(@CurrentScope() scope: Scope, @Query() query: SupportLoadQuery): Promise<SupportLoad> {
    return this.loads.find(scope, query);
  }

  /**
   * Shows how evenly support hours are spread over devices: under each model, as they are now, and as they would be
   * without gifts.
   */
  @Get('fairness')
  @NeverAnswers(404, 429)
  fairness(@CurrentScope() scope: Scope, @Query() query: FairnessQuery): Promise<Fairness> {
    return this.spreads.find(scope, query);
  }

  /** Shows expected and delivered support month by month, for all sites that you can see. */
  @Get('trend')
  trend(@CurrentScope() scope: Scope, @Query() query: LoadTrendQuery): Promise<LoadTrend> {
    return this.trends.find(scope, query);
  }

  /**
   * Shows a principal the support of one site: its technician, its days, what was delivered, what is waiting, and how
   * nearby sites compare.
   */
  @Get('sites/:id')
  @NeverAnswers(429)
  site(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: SiteSupportQuery,
  ): Promise<SiteSupport> {
    return this.sites.find(scope, id, query);
  }
}
