import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { CountsModule } from '../counts/counts.module.js';
import { ImportKinds } from '../imports/import-kinds.js';
import { ImportsModule } from '../imports/imports.module.js';
import { SitesModule } from '../sites/sites.module.js';
import { FundingSourcesController, ModelsController } from '../catalogue/catalogue.controller.js';
import { CartDevices } from './in-bulk/cart-devices.service.js';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { ChangeSetUndoJob } from './change-sets/change-set-undo-job.service.js';
import { ChangeSetUndo } from './change-sets/change-set-undo.service.js';
import { ChangeSetsController } from './change-sets/change-sets.controller.js';
import { ChangeSetsService } from './change-sets/change-sets.service.js';
import { CountEvidenceController } from '../count-evidence/count-evidence.controller.js';
import { CountEvidenceQueries } from '../count-evidence/count-evidence.queries.js';
import { DeviceBatchesService } from './in-bulk/device-batches.service.js';
import { DeviceBulkService } from './in-bulk/device-bulk.service.js';
import { DeviceFilters } from './device-filter.js';
import { DeviceHoldsService } from './recording/device-holds.service.js';
import { DeviceMergeService } from './change-sets/device-merge.service.js';
import { DevicePlanner } from './planning/device-planner.js';
import { DeviceRecorder } from './recording/device-recorder.js';
import { DevicesController } from './devices.controller.js';
import { DevicesExport } from './in-bulk/devices.export.js';
import { DevicesImport } from './in-bulk/devices.import.js';
import { DevicesQueries } from './devices.queries.js';
import { DevicesService } from './devices.service.js';
import { RecountService } from '../count-evidence/recount.service.js';
import { AutoUpdateEnd, DeviceModel, FundingSource } from '../catalogue/catalogue.entities.js';
import { ChangeSet } from './entities/change-set.entity.js';
import { Custody, DeviceCode, DeviceEvent, DeviceHold, EventNote } from './entities/device-parts.entities.js';
import { Device } from './entities/device.entity.js';
import { DeviceSighting, RetractedSighting } from './sightings/device-sighting.entity.js';
import { NameReading } from '../people/entities/name-reading.entity.js';
import { NameReadingsService } from '../people/name-readings.service.js';
import { PeopleController } from '../people/people.controller.js';
import { PeopleImport } from '../people/people.import.js';
import { PeopleExport } from '../people/people.export.js';
import { PeopleQueries } from '../people/people.queries.js';
import { PeopleService } from '../people/people.service.js';
import { Person } from '../people/entities/person.entity.js';
import { SightingsController } from './sightings/sightings.controller.js';
import { LoansController } from './loans/loans.controller.js';
import { LoansQueries } from './loans/loans.queries.js';
import { FieldChangesService } from './field-changes.service.js';
import { TagsController } from './tags/tags.controller.js';
import { TagRange, TagSeries } from './tags/tag.entities.js';
import { TagsService } from './tags/tags.service.js';
import { SightingsService } from './sightings/sightings.service.js';

/** The register: devices, codes, models, events, holds, people and custody. */
@Module({
  imports: [
    AccessModule,
    ImportsModule,
    SitesModule,
    CountsModule,
    TypeOrmModule.forFeature([
      Device,
      DeviceCode,
      DeviceEvent,
      EventNote,
      DeviceHold,
      Custody,
      DeviceSighting,
      RetractedSighting,
      ChangeSet,
      AutoUpdateEnd,
      DeviceModel,
      FundingSource,
      Person,
      NameReading,
      TagSeries,
      TagRange,
    ]),
  ],
  controllers: [
    DevicesController,
    ModelsController,
    FundingSourcesController,
    ChangeSetsController,
    PeopleController,
    CountEvidenceController,
    SightingsController,
    LoansController,
    TagsController,
  ],
  providers: [
    DeviceRecorder,
    DevicePlanner,
    DevicesService,
    DevicesQueries,
    DeviceFilters,
    DeviceBatchesService,
    DeviceBulkService,
    DeviceHoldsService,
    DeviceMergeService,
    CartDevices,
    ChangeSetsService,
    ChangeSetUndo,
    ChangeSetUndoJob,
    CatalogueService,
    RecountService,
    CountEvidenceQueries,
    SightingsService,
    FieldChangesService,
    LoansQueries,
    DevicesExport,
    DevicesImport,
    PeopleService,
    PeopleExport,
    PeopleQueries,
    PeopleImport,
    NameReadingsService,
    TagsService,
  ],
  exports: [
    DevicesService,
    DevicesQueries,
    DeviceFilters,
    TagsService,
    DeviceRecorder,
    DevicePlanner,
    ChangeSetsService,
    DeviceHoldsService,
    FieldChangesService,
    RecountService,
    SightingsService,
    PeopleQueries,
  ],
})
export class DevicesModule implements OnModuleInit {
  constructor(
    private readonly kinds: ImportKinds,
    private readonly devices: DevicesImport,
    private readonly people: PeopleImport,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this.devices);
    this.kinds.register(this.people);
  }
}
