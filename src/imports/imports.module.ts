import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ErrorFiles } from './error-file.js';
import { ImportFiles } from './import-files.js';
import { ImportKinds } from './import-kinds.js';
import { ImportMappings } from './import-mappings.service.js';
import { ImportPasses } from './import-passes.js';
import { ImportRetention } from './import-retention.js';
import { ImportStaging } from './import-staging.js';
import { ImportSteps } from './import-steps.service.js';
import { ImportUploads } from './import-uploads.js';
import { ImportsController } from './imports.controller.js';
import { Import, ImportFilePart, ImportOutcome, ImportRow, SavedMapping } from './imports.entities.js';
import { ImportJobs } from './imports.jobs.js';
import { ImportsService } from './imports.service.js';

/** The engine for files in. It knows no kind of row: modules register theirs with `ImportKinds`. */
@Module({
  imports: [TypeOrmModule.forFeature([Import, ImportFilePart, ImportRow, ImportOutcome, SavedMapping])],
  controllers: [ImportsController],
  providers: [
    ImportKinds,
    ImportFiles,
    ImportMappings,
    ImportStaging,
    ImportPasses,
    ImportJobs,
    ImportSteps,
    ImportRetention,
    ImportsService,
    ImportUploads,
    ErrorFiles,
  ],
  exports: [ImportKinds, ImportFiles, ImportsService, ImportRetention, ErrorFiles],
})
export class ImportsModule {}
