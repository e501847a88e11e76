import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { FilesModule } from '../files/files.module.js';
import { StepsModule } from '../steps/steps.module.js';
import { ErrorFiles } from './running/error-file.js';
import { ImportKinds } from './import-kinds.js';
import { ImportMappings } from './mapping/import-mappings.service.js';
import { ChunkRunner } from './running/chunk-runner.js';
import { ImportRetention } from './running/import-retention.js';
import { UploadStager } from './staging/upload-stager.js';
import { ImportCommands } from './running/import-commands.service.js';
import { UploadReceiver } from './upload/receive-upload.js';
import { ImportsController } from './imports.controller.js';
import { Import, ImportOutcome, ImportRow, SavedMapping } from './imports.entities.js';
import { ImportJobs } from './running/import-jobs.js';
import { ImportsQueries } from './imports.queries.js';
import { ImportsService } from './imports.service.js';

/** The engine for files in. It knows no kind of row: modules register theirs with `ImportKinds`. */
@Module({
  imports: [
    AccessModule,
    FilesModule,
    StepsModule,
    TypeOrmModule.forFeature([Import, ImportRow, ImportOutcome, SavedMapping]),
  ],
  controllers: [ImportsController],
  providers: [
    ImportKinds,
    ImportMappings,
    UploadStager,
    ChunkRunner,
    ImportJobs,
    ImportCommands,
    ImportRetention,
    ImportsQueries,
    ImportsService,
    UploadReceiver,
    ErrorFiles,
  ],
  exports: [
    ImportKinds,
    ImportsQueries,
    ImportsService,
    ImportCommands,
    ImportRetention,
    ErrorFiles,
    UploadReceiver,
  ],
})
export class ImportsModule {}
