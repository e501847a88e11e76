import { Module, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { CountsModule } from '../counts/counts.module.js';
import { DevicesModule } from '../devices/devices.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { ReportLetters } from './delivery/report-letters.js';
import { ReplacementSetting } from './entities/replacement-setting.entity.js';
import { ReportOutput, ReportOutputPart } from './entities/report-output.entities.js';
import { SavedReport } from './entities/saved-report.entity.js';
import { AgeReport } from './kinds/age.report.js';
import { AutoUpdateReport } from './kinds/auto-update.report.js';
import { CountsReport } from './kinds/counts.report.js';
import { FederalInventoryReport } from './kinds/federal-inventory.report.js';
import { GrowthReport } from './kinds/growth.report.js';
import { GrowthScenarioReport } from './kinds/growth-scenario.report.js';
import { NotSightedReport } from './kinds/not-sighted.report.js';
import { PupilsReport } from './kinds/pupils.report.js';
import { RefreshForecastReport } from './kinds/refresh-forecast.report.js';
import { SeriesReport } from './kinds/series.report.js';
import { StateInventoryReport } from './kinds/state-inventory.report.js';
import { ReplacementSettingsController } from './replacement/replacement-settings.controller.js';
import { ReplacementSettings } from './replacement/replacement-settings.service.js';
import type { ReportKind } from './report.js';
import { ReportKinds } from './report-kinds.js';
import { ReportKindsController } from './report-kinds.controller.js';
import { ReportOutputsController } from './outputs/report-outputs.controller.js';
import { ReportOutputsQueries } from './outputs/report-outputs.queries.js';
import { ReportOutputs } from './outputs/report-outputs.service.js';
import { ReportScheduler } from './delivery/report-scheduler.js';
import { SavedReportsController } from './saved/saved-reports.controller.js';
import { SavedReports } from './saved/saved-reports.service.js';
import { SiteNames } from './site-names.service.js';

const KINDS = [
  CountsReport,
  SeriesReport,
  GrowthReport,
  AgeReport,
  AutoUpdateReport,
  PupilsReport,
  RefreshForecastReport,
  GrowthScenarioReport,
  NotSightedReport,
  FederalInventoryReport,
  StateInventoryReport,
];

/** The register's numbers as ITS sends them on: reports, saved and scheduled, as files and by e-mail. */
@Module({
  imports: [
    AccessModule,
    SitesModule,
    CountsModule,
    DevicesModule,
    OutboxModule,
    TypeOrmModule.forFeature([ReplacementSetting, SavedReport, ReportOutput, ReportOutputPart]),
  ],
  // In this order: `reports/kinds` and `reports/outputs` before `reports/:id`.
  controllers: [
    ReportKindsController,
    ReportOutputsController,
    SavedReportsController,
    ReplacementSettingsController,
  ],
  providers: [
    ReportKinds,
    ReplacementSettings,
    SavedReports,
    ReportOutputs,
    ReportOutputsQueries,
    SiteNames,
    ReportLetters,
    ReportScheduler,
    ...KINDS,
  ],
  exports: [ReportKinds],
})
export class ReportsModule implements OnModuleInit {
  constructor(
    private readonly registry: ReportKinds,
    private readonly modules: ModuleRef,
  ) {}

  onModuleInit(): void {
    for (const kind of KINDS) this.registry.register(this.modules.get<ReportKind>(kind));
  }
}
