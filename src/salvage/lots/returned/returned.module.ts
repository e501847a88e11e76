import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../../../access/access.module.js';
import { DeviceChanges } from '../../../devices/device-changes.js';
import { DevicesModule } from '../../../devices/devices.module.js';
import { ImportKinds } from '../../../imports/import-kinds.js';
import { ImportsModule } from '../../../imports/imports.module.js';
import { SettlementsImport } from './in-bulk/settlements.import.js';
import { ReturnedController } from './returned.controller.js';
import { LotSettlementDifference, LotSettlementLine } from './returned.entities.js';
import { ReturnedQueries } from './returned.queries.js';
import { followMerge, ReturnedDifferences } from './returned.service.js';

/** What comes back from a recycler or a buyer about the devices of a lot. */
@Module({
  imports: [
    AccessModule,
    DevicesModule,
    ImportsModule,
    TypeOrmModule.forFeature([LotSettlementLine, LotSettlementDifference]),
  ],
  controllers: [ReturnedController],
  providers: [SettlementsImport, ReturnedQueries, ReturnedDifferences],
})
export class ReturnedModule implements OnModuleInit {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly settlements: SettlementsImport,
    private readonly devices: DeviceChanges,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this.settlements);
    this.devices.onMerge(followMerge);
  }
}
