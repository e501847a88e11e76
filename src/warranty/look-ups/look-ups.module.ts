import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../../access/access.module.js';
import { PeriodicWork } from '../../periodic/periodic-work.js';
import { SecretsModule } from '../../secrets/secrets.module.js';
import { VendorsModule } from '../../vendors/vendors.module.js';
import { AnswersQueries } from './answers.queries.js';
import { LookUpSchedules } from './look-up-schedules.service.js';
import { LookUpWrites } from './look-up-writes.js';
import { LookUpsController } from './look-ups.controller.js';
import { CoverageAnswer, MakerAccount } from './look-ups.entities.js';
import { LookUps } from './look-ups.service.js';
import { MakerAccounts } from './maker-accounts.service.js';
import { MakerHttp } from './maker-calls.js';

/** How long after its time a look-up may begin. */
const SCHEDULES_EVERY_MS = 60_000;

/** Warranties as the makers of devices have them on record. */
@Module({
  imports: [
    AccessModule,
    VendorsModule,
    SecretsModule,
    TypeOrmModule.forFeature([MakerAccount, CoverageAnswer]),
  ],
  controllers: [LookUpsController],
  providers: [AnswersQueries, LookUps, LookUpSchedules, LookUpWrites, MakerAccounts, MakerHttp],
})
export class LookUpsModule implements OnModuleInit {
  constructor(
    private readonly periodic: PeriodicWork,
    private readonly schedules: LookUpSchedules,
  ) {}

  onModuleInit(): void {
    this.periodic.register({
      name: 'asking manufacturers',
      everyMs: SCHEDULES_EVERY_MS,
      run: (isStopping) => this.schedules.runDue(isStopping),
    });
  }
}
