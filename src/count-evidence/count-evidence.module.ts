import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { CountsModule } from '../counts/counts.module.js';
import { DevicesModule } from '../devices/devices.module.js';
import { CountEvidenceController } from './count-evidence.controller.js';
import { CountEvidenceQueries } from './count-evidence.queries.js';
import { RecountService } from './recount.service.js';

/** The devices and events behind a number, and the recount that compares both with the sums. */
@Module({
  imports: [AccessModule, CountsModule, DevicesModule],
  controllers: [CountEvidenceController],
  providers: [CountEvidenceQueries, RecountService],
})
export class CountEvidenceModule {}
