import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../../access/access.module.js';
import { DeviceChanges } from '../../devices/device-changes.js';
import { DevicesModule } from '../../devices/devices.module.js';
import { FilesModule } from '../../files/files.module.js';
import { ScanActions } from '../../scanning/actions/scan-actions.js';
import { ScanningModule } from '../../scanning/scanning.module.js';
import { assessScanAction } from './assess-scan-action.js';
import { Assessment, AssessmentOverrule, AssessmentPart, AssessmentRuleSet } from './assessment.entities.js';
import { AssessmentFactsReader } from './assessment-facts.js';
import { AssessmentRecords } from './assessment-records.js';
import { AssessmentPhoto } from './photos/assessment-photo.entity.js';
import { AssessmentPhotosController } from './photos/assessment-photos.controller.js';
import { AssessmentPhotos } from './photos/assessment-photos.service.js';
import { AssessmentRulesController } from './rules/assessment-rules.controller.js';
import { AssessmentRules } from './rules/assessment-rules.service.js';
import { AssessmentsController } from './assessments.controller.js';
import { AssessmentsQueries } from './assessments.queries.js';
import { Assessments } from './assessments.service.js';

/** Assesses devices that are no longer needed, and recommends what to do with them. */
@Module({
  imports: [
    AccessModule,
    DevicesModule,
    FilesModule,
    ScanningModule,
    TypeOrmModule.forFeature([
      Assessment,
      AssessmentOverrule,
      AssessmentPart,
      AssessmentPhoto,
      AssessmentRuleSet,
    ]),
  ],
  controllers: [AssessmentsController, AssessmentPhotosController, AssessmentRulesController],
  providers: [
    Assessments,
    AssessmentsQueries,
    AssessmentPhotos,
    AssessmentRules,
    AssessmentRecords,
    AssessmentFactsReader,
  ],
})
export class AssessmentsModule implements OnModuleInit {
  constructor(
    private readonly actions: ScanActions,
    private readonly records: AssessmentRecords,
    private readonly devices: DeviceChanges,
  ) {}

  onModuleInit(): void {
    this.actions.register(assessScanAction(this.records));
    this.devices.onMerge((tx, scope, merged) => this.records.follow(tx, scope, merged));
  }
}
