import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { DeviceChanges } from '../devices/device-changes.js';
import { DevicesModule } from '../devices/devices.module.js';
import { ScanActions } from '../scanning/actions/scan-actions.js';
import { ScanningModule } from '../scanning/scanning.module.js';
import { AssessmentsModule } from './assessment/assessments.module.js';
import {
  Sanitization,
  SanitizationDevice,
  SanitizationValidation,
} from './sanitization/sanitization.entities.js';
import { SanitizationCertificates } from './sanitization/sanitization-certificates.js';
import { SanitizationRecords } from './sanitization/sanitization-records.js';
import { SanitizationsController } from './sanitization/sanitizations.controller.js';
import { SanitizationsQueries } from './sanitization/sanitizations.queries.js';
import { Sanitizations } from './sanitization/sanitizations.service.js';
import { wipeScanAction } from './sanitization/wipe-scan-action.js';

/** What becomes of devices that the district no longer needs, with proof. */
@Module({
  imports: [
    AccessModule,
    DevicesModule,
    ScanningModule,
    AssessmentsModule,
    TypeOrmModule.forFeature([Sanitization, SanitizationDevice, SanitizationValidation]),
  ],
  controllers: [SanitizationsController],
  providers: [Sanitizations, SanitizationsQueries, SanitizationRecords, SanitizationCertificates],
})
export class SalvageModule implements OnModuleInit {
  constructor(
    private readonly actions: ScanActions,
    private readonly records: SanitizationRecords,
    private readonly devices: DeviceChanges,
  ) {}

  onModuleInit(): void {
    this.actions.register(wipeScanAction(this.records));
    this.devices.onMerge((tx, scope, merged) => this.records.follow(tx, scope, merged));
  }
}
