import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { CountsModule } from '../counts/counts.module.js';
import { ImportKinds } from '../imports/import-kinds.js';
import { ImportsModule } from '../imports/imports.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { CartDevices } from './in-bulk/cart-devices.service.js';
import { ChangeSetUndoJob } from './change-sets/change-set-undo-job.service.js';
import { ChangeSetUndo } from './change-sets/change-set-undo.service.js';
import { ChangeSetsController } from './change-sets/change-sets.controller.js';
import { ChangeSetsService } from './change-sets/change-sets.service.js';
import { DeviceBatchesService } from './in-bulk/device-batches.service.js';
import { DeviceBulkWork } from './in-bulk/device-bulk-work.service.js';
import { DeviceBulkService } from './in-bulk/device-bulk.service.js';
import { DeviceSelection } from './in-bulk/device-selection.queries.js';
import { DeviceCoverages } from './lists/device-coverages.js';
import { DeviceFilters } from './lists/device-filter.js';
import { DeviceNames } from './device-names.service.js';
import { DeviceSearch } from './lists/device-search.js';
import { DeviceTotals } from './lists/device-totals.service.js';
import { MergeListeners } from './change-sets/merge-listeners.js';
import { DeviceMergeService } from './change-sets/device-merge.service.js';
import { DeviceReplacements } from './change-sets/device-replacements.service.js';
import { DevicePlanner } from './planning/device-planner.js';
import { DeviceRecorder } from './recording/device-recorder.js';
import { DevicesController } from './devices.controller.js';
import { DeviceListsController } from './lists/device-lists.controller.js';
import { DeviceListExport } from './lists/device-list.export.js';
import { DevicesExport } from './in-bulk/devices.export.js';
import { DevicesImport } from './in-bulk/devices.import.js';
import { DeviceGates } from './recording/device-gates.queries.js';
import { DevicesQueries } from './devices.queries.js';
import { DevicesService } from './devices.service.js';
import { ChangeSet } from './entities/change-set.entity.js';
import {
  Custody,
  DeviceClearance,
  DeviceCode,
  DeviceEvent,
  DeviceHold,
  EventNote,
} from './entities/device-parts.entities.js';
import { Device } from './entities/device.entity.js';
import { DeviceSighting, RetractedSighting } from './sightings/device-sighting.entity.js';
import { SightingsController } from './sightings/sightings.controller.js';
import { LoansController } from './loans/loans.controller.js';
import { LoansQueries } from './loans/loans.queries.js';
import { DeviceChanges } from './device-changes.js';
import { TagsController } from './tags/tags.controller.js';
import { TagRange, TagSeries } from './tags/tag.entities.js';
import { TagsService } from './tags/tags.service.js';
import { SightingsService } from './sightings/sightings.service.js';

/** The register: devices, their codes, events, holds, loans and sightings. */
@Module({
  imports: [
    AccessModule,
    ImportsModule,
    SitesModule,
    CountsModule,
    PeopleModule,
    TypeOrmModule.forFeature([
      Device,
      DeviceCode,
      DeviceEvent,
      EventNote,
      DeviceHold,
      DeviceClearance,
      Custody,
      DeviceSighting,
      RetractedSighting,
      ChangeSet,
      TagSeries,
      TagRange,
    ]),
  ],
  controllers: [
    DeviceListsController,
    DevicesController,
    ChangeSetsController,
    SightingsController,
    LoansController,
    TagsController,
  ],
  providers: [
    DeviceRecorder,
    DevicePlanner,
    DevicesService,
    DevicesQueries,
    DeviceGates,
    DeviceFilters,
    DeviceCoverages,
    DeviceNames,
    DeviceSearch,
    DeviceTotals,
    DeviceBatchesService,
    DeviceBulkService,
    DeviceBulkWork,
    DeviceSelection,
    DeviceMergeService,
    DeviceReplacements,
    MergeListeners,
    CartDevices,
    ChangeSetsService,
    ChangeSetUndo,
    ChangeSetUndoJob,
    SightingsService,
    DeviceChanges,
    LoansQueries,
    DeviceListExport,
    DevicesExport,
    DevicesImport,
    TagsService,
  ],
  exports: [
    DeviceChanges,
    DeviceCoverages,
    DeviceSearch,
    DevicesService,
    DeviceFilters,
    DeviceNames,
    TagsService,
  ],
})
export class DevicesModule implements OnModuleInit {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly devices: DevicesImport,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this.devices);
  }
}
