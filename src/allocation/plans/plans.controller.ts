import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseEnumPipe,
  Post,
  Query,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { StatedDecimals } from '../../common/http/stated-decimals.js';
import { EXPORT_FORMATS, type ExportFormat } from '../../common/documents/table-export.js';
import { DeliveredQuery } from '../time/delivered.dto.js';
import { type Delivered, DeliveredService } from '../time/delivered.service.js';
import { PlanExport } from './plan.export.js';
import { ComparisonBody, PlanQuery } from './plans.dto.js';
import { type AllocationPlan, AllocationPlans, type PlanComparison } from './plans.service.js';

@ApiTags('allocation')
@Controller('allocation')
@Needs('sites:read')
@UseInterceptors(StatedDecimals)
export class AllocationPlansController {
  constructor(
    private readonly plans: AllocationPlans,
    private readonly exports: PlanExport,
    private readonly deliveries: DeliveredService,
  ) {}

  /**
   * Shows what a model means for each site that you can see in a school year: how much support the site is due, how
   * much it has, how much is missing, and what it costs.
   */
  @Get('plan')
  plan(@CurrentScope() scope: Scope, @Query() query: PlanQuery): Promise<AllocationPlan> {
    return this.plans.plan(scope, query);
  }

  /** Downloads the plan as CSV, XLSX or PDF. */
  @Get('plan/export/:format')
  export(
    @CurrentScope() scope: Scope,
    @Param('format', new ParseEnumPipe(EXPORT_FORMATS)) format: ExportFormat,
    @Query() query: PlanQuery,
  ): Promise<StreamableFile> {
    return this.exports.file(scope, query, format);
  }

  /**
   * Compares the hours that technicians reported for each site, week by week, with the hours that the site was due.
   * It shows which sites got too little, how much and how often.
   */
  @Get('delivered')
  delivered(@CurrentScope() scope: Scope, @Query() query: DeliveredQuery): Promise<Delivered> {
    return this.deliveries.find(scope, query);
  }

  /**
   * Compares two to four plans side by side. They can use other models, other school years, or bands that you only
   * want to try.
   */
  @Post('comparisons')
  @HttpCode(200)
  compare(
    @CurrentScope() scope: Scope,
    @Body() { scenarios, ...chosen }: ComparisonBody,
  ): Promise<PlanComparison> {
    return this.plans.compare(scope, scenarios, chosen);
  }
}
