import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { DeviceChanges } from '../devices/device-changes.js';
import { DevicesModule } from '../devices/devices.module.js';
import { DeviceCoverages } from '../devices/lists/device-coverages.js';
import { ImportKinds } from '../imports/import-kinds.js';
import { ImportsModule } from '../imports/imports.module.js';
import { VendorsModule } from '../vendors/vendors.module.js';
import { Coverage } from './coverages/coverage.entity.js';
import { ReplacedCoverage } from './coverages/replaced-coverage.entity.js';
import { CoveragesController } from './coverages/coverages.controller.js';
import { CoveragesQueries } from './coverages/coverages.queries.js';
import { Coverages, moveCoverages } from './coverages/coverages.service.js';
import { DEVICE_COVERAGE_SQL } from './coverages/device-coverage-sql.js';
import { CoveragesImport } from './coverages/in-bulk/coverages.import.js';
import { IncidentPool } from './pools/incident-pool.entity.js';
import { IncidentPoolsController } from './pools/incident-pools.controller.js';
import { IncidentPools } from './pools/incident-pools.service.js';
import { CoverageRule, CoverageRuleRow, CoverageRuleRun } from './rules/coverage-rule.entities.js';
import { CoverageRulesController } from './rules/coverage-rules.controller.js';
import { CoverageRulesQueries } from './rules/coverage-rules.queries.js';
import { CoverageRules } from './rules/coverage-rules.service.js';
import { RuleRuns } from './rules/rule-runs.service.js';

/** What vendors owe the district for its devices. */
@Module({
  imports: [
    AccessModule,
    ImportsModule,
    DevicesModule,
    VendorsModule,
    TypeOrmModule.forFeature([
      Coverage,
      ReplacedCoverage,
      IncidentPool,
      CoverageRule,
      CoverageRuleRun,
      CoverageRuleRow,
    ]),
  ],
  controllers: [CoveragesController, CoverageRulesController, IncidentPoolsController],
  providers: [
    Coverages,
    CoveragesQueries,
    CoveragesImport,
    CoverageRules,
    CoverageRulesQueries,
    RuleRuns,
    IncidentPools,
  ],
})
export class WarrantyModule implements OnModuleInit {
  constructor(
    private readonly ofDevices: DeviceCoverages,
    private readonly kinds: ImportKinds,
    private readonly coverages: CoveragesImport,
    private readonly devices: DeviceChanges,
  ) {}

  onModuleInit(): void {
    this.ofDevices.register(DEVICE_COVERAGE_SQL);
    this.kinds.register(this.coverages);
    this.devices.onMerge(moveCoverages);
  }
}
