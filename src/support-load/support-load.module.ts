import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AllocationModule } from '../allocation/allocation.module.js';
import { CountsModule } from '../counts/counts.module.js';
import { ReportKinds } from '../reports/report-kinds.js';
import { ReportsModule } from '../reports/reports.module.js';
import { WarrantyFiguresModule } from '../warranty/figures/warranty-figures.module.js';
import { SupportLoadWeight } from './entities/support-load-weight.entity.js';
import { FairnessReport } from './fairness/fairness.report.js';
import { FairnessService } from './fairness/fairness.service.js';
import { LoadTrendService } from './load-trend.service.js';
import { SiteAges } from './site-ages.queries.js';
import { SiteSupportService } from './site-support.service.js';
import { SupportLoadController } from './support-load.controller.js';
import { SupportLoadReport } from './support-load.report.js';
import { SupportLoadService } from './support-load.service.js';
import { LoadWeightsController } from './weights/weights.controller.js';
import { LoadWeights } from './weights/weights.service.js';

/** What sites ask for in support against what they are given, and how fairly that is spread. Nothing reads it. */
@Module({
  imports: [
    AllocationModule,
    CountsModule,
    ReportsModule,
    WarrantyFiguresModule,
    TypeOrmModule.forFeature([SupportLoadWeight]),
  ],
  controllers: [LoadWeightsController, SupportLoadController],
  providers: [
    LoadWeights,
    SiteAges,
    SupportLoadService,
    FairnessService,
    LoadTrendService,
    SiteSupportService,
    SupportLoadReport,
    FairnessReport,
  ],
})
export class SupportLoadModule implements OnModuleInit {
  constructor(
    private readonly reports: ReportKinds,
    private readonly load: SupportLoadReport,
    private readonly fairness: FairnessReport,
  ) {}

  onModuleInit(): void {
    this.reports.register(this.load);
    this.reports.register(this.fairness);
  }
}
