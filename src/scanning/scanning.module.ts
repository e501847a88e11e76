import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { DevicesModule } from '../devices/devices.module.js';
import { FilesModule } from '../files/files.module.js';
import { ConflictsController, UnknownCodesController } from './conflicts/conflicts.controller.js';
import { ConflictNames } from './conflicts/conflict-names.queries.js';
import { Conflicts } from './conflicts/conflicts.service.js';
import { ScanRecord } from './entities/scan.entity.js';
import { Sweep, SweepDevice, SweepFinding } from './entities/sweep.entities.js';
import { SweepSignature } from './entities/sweep-signature.entity.js';
import { FieldCodes } from './field/field-codes.queries.js';
import { FieldController } from './field/field.controller.js';
import { FieldDevices } from './field/field-devices.queries.js';
import { ToldUntil } from './field/told-until.js';
import { WholeCodesStore } from './field/whole-codes.js';
import { LabelsController } from './labels/labels.controller.js';
import { Labels } from './labels/labels.service.js';
import { MoreCodes } from './more-codes.js';
import { ScanActions } from './actions/scan-actions.js';
import { ScanApplier } from './batches/scan-applier.js';
import { ScanBatchesController } from './batches/scan-batches.controller.js';
import { ScanBatches } from './batches/scan-batches.service.js';
import { ScanPhotosController } from './conflicts/scan-photos.controller.js';
import { ScanPhotos } from './conflicts/scan-photos.service.js';
import { ScanReplay } from './batches/scan-replay.service.js';
import { ScanStore } from './batches/scan-store.js';
import { ScanUndo } from './batches/scan-undo.service.js';
import { ScansQueries } from './batches/scans.queries.js';
import { SweepMoves } from './sweeps/sweep-moves.service.js';
import { SweepReports } from './sweeps/sweep-report.service.js';
import { SweepsController } from './sweeps/sweeps.controller.js';
import { SweepsQueries } from './sweeps/sweeps.queries.js';
import { Sweeps } from './sweeps/sweeps.service.js';
import { UnknownCodes } from './conflicts/unknown-codes.service.js';

/** What technicians scan, online and off; knows no action but its own. */
@Module({
  imports: [
    AccessModule,
    DevicesModule,
    FilesModule,
    TypeOrmModule.forFeature([ScanRecord, Sweep, SweepDevice, SweepFinding, SweepSignature]),
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
    MoreCodes,
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
    FieldCodes,
    FieldDevices,
    ToldUntil,
    WholeCodesStore,
    Sweeps,
    SweepsQueries,
    SweepMoves,
    SweepReports,
    Labels,
  ],
  exports: [ScanActions, MoreCodes],
})
export class ScanningModule {}
