import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { DevicesModule } from '../devices/devices.module.js';
import { PeopleModule } from '../people/people.module.js';
import { ConflictsController, UnknownCodesController } from './conflicts.controller.js';
import { ConflictNames } from './conflict-names.queries.js';
import { Conflicts } from './conflicts.service.js';
import { ScanPhoto } from './entities/scan-photo.entity.js';
import { ScanRecord } from './entities/scan.entity.js';
import { Sweep, SweepDevice, SweepFinding } from './entities/sweep.entities.js';
import { FieldController } from './field.controller.js';
import { FieldDevices } from './field-devices.queries.js';
import { LabelsController } from './labels/labels.controller.js';
import { Labels } from './labels/labels.service.js';
import { ScanActions } from './scan-actions.js';
import { ScanApplier } from './scan-applier.js';
import { ScanBatchesController } from './scan-batches.controller.js';
import { ScanBatches } from './scan-batches.service.js';
import { ScanPhotosController } from './scan-photos.controller.js';
import { ScanPhotos } from './scan-photos.service.js';
import { ScanReplay } from './scan-replay.service.js';
import { ScanStore } from './scan-store.js';
import { ScanUndo } from './scan-undo.service.js';
import { ScansQueries } from './scans.queries.js';
import { SweepsController } from './sweeps.controller.js';
import { SweepsQueries } from './sweeps.queries.js';
import { Sweeps } from './sweeps.service.js';
import { UnknownCodes } from './unknown-codes.service.js';

/** What technicians scan, online and off; knows no action but its own. */
@Module({
  imports: [
    AccessModule,
    DevicesModule,
    PeopleModule,
    TypeOrmModule.forFeature([ScanRecord, ScanPhoto, Sweep, SweepDevice, SweepFinding]),
  ],
  controllers: [
    ScanBatchesController,
    ScanPhotosController,
    ConflictsController,
    UnknownCodesController,
    SweepsController,
    FieldController,
    LabelsController,
  ],
  providers: [
    ScanActions,
    ScanApplier,
    ScanBatches,
    ScanPhotos,
    ScanReplay,
    ScanStore,
    ScanUndo,
    ScansQueries,
    Conflicts,
    ConflictNames,
    UnknownCodes,
    FieldDevices,
    Sweeps,
    SweepsQueries,
    Labels,
  ],
  exports: [ScanActions],
})
export class ScanningModule {}
