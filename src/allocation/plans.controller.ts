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
import { CurrentScope, Needs } from '../access/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { StatedDecimals } from '../common/stated-decimals.js';
import { EXPORT_FORMATS, type ExportFormat } from '../common/table-export.js';
import { DeliveredQuery } from './delivered.dto.js';
import { type Delivered, DeliveredService } from './delivered.service.js';
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

  /** What a model means for each site in reach in a school year, what sites have of it, what is missing, what it costs. */
  @Get('plan')
  plan(@CurrentScope() scope: Scope, @Query() query: PlanQuery): Promise<AllocationPlan> {
    return this.plans.plan(scope, query);
  }

  /** The same as CSV, XLSX or PDF. */
  @Get('plan/export/:format')
  export(
    @CurrentScope() scope: Scope,
    @Param('format', new ParseEnumPipe(EXPORT_FORMATS)) format: ExportFormat,
    @Query() query: PlanQuery,
  ): Promise<StreamableFile> {
    return this.exports.file(scope, query, format);
  }

  /** Hours that technicians reported for each site, week by week, against what was due: who was short-changed, by how much, how often. */
  @Get('delivered')
  delivered(@CurrentScope() scope: Scope, @Query() query: DeliveredQuery): Promise<Delivered> {
    return this.deliveries.find(scope, query);
  }

  /** Two to four plans side by side: other models, other school years, or bands that are only tried out. */
  @Post('comparisons')
  @HttpCode(200)
  compare(
    @CurrentScope() scope: Scope,
    @Body() { scenarios, ...chosen }: ComparisonBody,
  ): Promise<PlanComparison> {
    return this.plans.compare(scope, scenarios, chosen);
  }
}
