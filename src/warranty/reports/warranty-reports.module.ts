import { Module, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { ReportKind } from '../../reports/report.js';
import { ReportKinds } from '../../reports/report-kinds.js';
import { ReportsModule } from '../../reports/reports.module.js';
import { BadLotsModule } from '../bad-lots/bad-lots.module.js';
import { WarrantyFiguresModule } from '../figures/warranty-figures.module.js';
import { BadLotsReport } from './bad-lots.report.js';
import { ClaimsByAgeReport } from './claims-by-age.report.js';
import { CoverageEndsReport } from './coverage-ends.report.js';
import { CoverageGapsReport } from './coverage-gaps.report.js';
import { MissedCoverageReport } from './missed-coverage.report.js';
import { VendorScorecardReport } from './vendor-scorecard.report.js';

const KINDS = [
  ClaimsByAgeReport,
  VendorScorecardReport,
  BadLotsReport,
  MissedCoverageReport,
  CoverageEndsReport,
  CoverageGapsReport,
];

/** Warranties and claims as reports, which people download, save and have sent. */
@Module({
  imports: [ReportsModule, BadLotsModule, WarrantyFiguresModule],
  providers: [...KINDS],
})
export class WarrantyReportsModule implements OnModuleInit {
  constructor(
    private readonly registry: ReportKinds,
    private readonly modules: ModuleRef,
  ) {}

  onModuleInit(): void {
    for (const kind of KINDS) this.registry.register(this.modules.get<ReportKind>(kind));
  }
}
