import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { AutoUpdateEnd, DeviceModel, FundingSource } from './catalogue.entities.js';
import { FundingSourcesController, ModelsController } from './catalogue.controller.js';
import { FundingRetention } from './funding-retention.entity.js';
import { CatalogueService } from './catalogue.service.js';

/** What devices are and who paid for them: manufacturers, models with the end of their updates, funding sources. */
@Module({
  imports: [
    AccessModule,
    TypeOrmModule.forFeature([AutoUpdateEnd, DeviceModel, FundingSource, FundingRetention]),
  ],
  controllers: [ModelsController, FundingSourcesController],
  providers: [CatalogueService],
})
export class CatalogueModule {}
