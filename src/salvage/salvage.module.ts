import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { DeviceChanges } from '../devices/device-changes.js';
import { DevicesModule } from '../devices/devices.module.js';
import { FilesModule } from '../files/files.module.js';
import { ScanActions } from '../scanning/actions/scan-actions.js';
import { ScanningModule } from '../scanning/scanning.module.js';
import { AssessmentsModule } from './assessment/assessments.module.js';
import { OutboxModule } from '../outbox/outbox.module.js';
import { PeriodicModule } from '../periodic/periodic.module.js';
import { StepsModule } from '../steps/steps.module.js';
import { VendorsModule } from '../vendors/vendors.module.js';
import { BoardItem } from './board/board-item.entity.js';
import { BoardItemsController } from './board/board-items.controller.js';
import { BoardItemsQueries } from './board/board-items.queries.js';
import { BoardItems } from './board/board-items.service.js';
import { BoardPackets } from './board/board-packets.service.js';
import { PacketPhotos } from './board/packet-photos.js';
import { DeviceLifeController } from './life/device-life.controller.js';
import { DeviceLifeQueries } from './life/device-life.queries.js';
import { DeviceRetentions } from './life/device-retentions.queries.js';
import { LotBench } from './lots/bench/lot-bench.js';
import { LotContents } from './lots/lot-contents.js';
import { LotFreezing } from './lots/passage/lot-freezing.js';
import { LotPapers } from './lots/passage/lot-papers.js';
import { LotPickUps } from './lots/passage/lot-pick-ups.js';
import { LotPassage } from './lots/passage/lot-passage.service.js';
import { lotScanActions } from './lots/bench/lot-scan-actions.js';
import { LotReminders } from './lots/settlement/lot-reminders.service.js';
import { LotSettlement } from './lots/settlement/lot-settlement.service.js';
import { BoardItemLot, Lot, LotCounter, LotDevice } from './lots/lot.entities.js';
import { LotDifference, LotObligation, LotReminder } from './lots/settlement/lot-settlement.entities.js';
import { LotsController } from './lots/lots.controller.js';
import { LotsQueries } from './lots/lots.queries.js';
import { ReturnedModule } from './lots/returned/returned.module.js';
import { Lots } from './lots/lots.service.js';
import { WasteQueries } from './lots/waste/waste.queries.js';
import { SalvageReportsModule } from './reports/salvage-reports.module.js';
import { DeviceRelease } from './releases/device-release.entity.js';
import { ReleasesController } from './releases/releases.controller.js';
import { Releases } from './releases/releases.service.js';
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
import { SalvageSettingsController } from './settings/salvage-settings.controller.js';
import { SalvageSettingsRow } from './settings/salvage-settings.entity.js';
import { SalvageSettingsService } from './settings/salvage-settings.service.js';
import { wipeScanAction } from './sanitization/wipe-scan-action.js';

const SANITIZATION = [Sanitization, SanitizationDevice, SanitizationValidation];
const LOTS = [Lot, LotCounter, LotDevice, LotDifference, LotObligation, LotReminder, BoardItem, BoardItemLot];

/** Devices that the district no longer needs: how they leave, with proof of every step. */
@Module({
  imports: [
    AccessModule,
    AssessmentsModule,
    DevicesModule,
    FilesModule,
    OutboxModule,
    PeriodicModule,
    ReturnedModule,
    SalvageReportsModule,
    ScanningModule,
    StepsModule,
    VendorsModule,
    TypeOrmModule.forFeature([...SANITIZATION, DeviceRelease, SalvageSettingsRow, ...LOTS]),
  ],
  controllers: [
    DeviceLifeController,
    SanitizationsController,
    ReleasesController,
    LotsController,
    BoardItemsController,
    SalvageSettingsController,
  ],
  providers: [
    Sanitizations,
    SanitizationsQueries,
    SanitizationRecords,
    SanitizationCertificates,
    Releases,
    Lots,
    LotsQueries,
    WasteQueries,
    LotContents,
    LotBench,
    LotPassage,
    LotFreezing,
    LotPickUps,
    LotPapers,
    LotSettlement,
    LotReminders,
    BoardItems,
    BoardItemsQueries,
    BoardPackets,
    PacketPhotos,
    SalvageSettingsService,
    DeviceLifeQueries,
    DeviceRetentions,
  ],
})
export class SalvageModule implements OnModuleInit {
  constructor(
    private readonly actions: ScanActions,
    private readonly records: SanitizationRecords,
    private readonly bench: LotBench,
    private readonly contents: LotContents,
    private readonly releases: Releases,
    private readonly devices: DeviceChanges,
  ) {}

  onModuleInit(): void {
    this.actions.register(wipeScanAction(this.records));
    for (const action of lotScanActions(this.bench)) this.actions.register(action);
    this.devices.onMerge((tx, scope, merged) => this.records.follow(tx, scope, merged));
    this.devices.onMerge((tx, scope, merged) => this.releases.follow(tx, scope, merged));
    this.devices.onMerge((tx, scope, merged) => this.contents.follow(tx, scope, merged));
  }
}
