import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../../access/access.module.js';
import { SecretsModule } from '../../secrets/secrets.module.js';
import { VendorsModule } from '../../vendors/vendors.module.js';
import { AnswersQueries } from './answers.queries.js';
import { LookUpWrites } from './look-up-writes.js';
import { LookUpsController } from './look-ups.controller.js';
import { CoverageAnswer, MakerAccount } from './look-ups.entities.js';
import { LookUps } from './look-ups.service.js';
import { MakerAccounts } from './maker-accounts.service.js';
import { MakerHttp } from './maker-calls.js';

/** Warranties as the makers of devices have them on record. */
@Module({
  imports: [
    AccessModule,
    VendorsModule,
    SecretsModule,
    TypeOrmModule.forFeature([MakerAccount, CoverageAnswer]),
  ],
  controllers: [LookUpsController],
  providers: [AnswersQueries, LookUps, LookUpWrites, MakerAccounts, MakerHttp],
})
export class LookUpsModule {}
