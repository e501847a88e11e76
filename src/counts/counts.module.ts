import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
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
import { CountsFold } from './counts-fold.js';
import { CountsQueries } from './counts.queries.js';
import { GrowthQueries } from './growth.queries.js';
import { SeriesQueries } from './series.queries.js';
import { CountsWriter } from './counts-writer.js';

/** Per-site device counts at any date. Knows movements of units, not devices. */
@Module({
  imports: [
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
  providers: [CountsWriter, CountsFold, CountsQueries, SeriesQueries, GrowthQueries],
  exports: [CountsWriter, CountsFold, CountsQueries, SeriesQueries, GrowthQueries],
})
export class CountsModule {}
