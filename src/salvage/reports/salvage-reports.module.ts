import { Module, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ReportKinds } from '../../reports/report-kinds.js';
import { ReportsModule } from '../../reports/reports.module.js';
import type { ReportKind } from '../../reports/report.js';
import { DevicesWaitingReport } from './devices-waiting.report.js';
import { DisposalsReport } from './disposals.report.js';
import { OverruledReport } from './overruled.report.js';
import { LotsSettlementReport } from './lots-settlement.report.js';

const KINDS = [DisposalsReport, DevicesWaitingReport, LotsSettlementReport, OverruledReport];

/** Reports about devices that leave. People can download, save and schedule them. */
@Module({ imports: [ReportsModule], providers: [...KINDS] })
export class SalvageReportsModule implements OnModuleInit {
  constructor(
    private readonly registry: ReportKinds,
    private readonly modules: ModuleRef,
  ) {}

  onModuleInit(): void {
    for (const kind of KINDS) this.registry.register(this.modules.get<ReportKind>(kind));
  }
}
