import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { DistrictsService } from '../access/districts.service.js';
import { CountsController } from './counts.controller.js';
import {
  CountFold,
  CountLevel,
  CountModelSum,
  CountTotalSum,
  CountMovement,
  CountSum,
  CountTail,
} from './counts.entities.js';
import { CountsFold } from './ledger/counts-fold.js';
import { CountsQueries } from './counts.queries.js';
import { DerivedCounts } from './ledger/derived-counts.js';
import { GrowthQueries } from './series/growth.queries.js';
import { SeriesQueries } from './series/series.queries.js';
import { CountsWriter } from './ledger/counts-writer.js';

/** Per-site device counts at any date. Knows movements of units, not devices. */
@Module({
  imports: [
    AccessModule,
    TypeOrmModule.forFeature([
      CountTail,
      CountMovement,
      CountSum,
      CountModelSum,
      CountTotalSum,
      CountLevel,
      CountFold,
    ]),
  ],
  controllers: [CountsController],
  providers: [CountsWriter, CountsFold, DerivedCounts, CountsQueries, SeriesQueries, GrowthQueries],
  exports: [CountsWriter, CountsFold, CountsQueries, SeriesQueries, GrowthQueries],
})
export class CountsModule implements OnModuleInit {
  constructor(
    private readonly districts: DistrictsService,
    private readonly fold: CountsFold,
  ) {}

  onModuleInit(): void {
    this.districts.onDistrictMade((tx, districtId) => this.fold.beginWithin(tx, districtId));
  }
}
