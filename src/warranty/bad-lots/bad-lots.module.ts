import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../../access/access.module.js';
import { PeriodicWork } from '../../periodic/periodic-work.js';
import { StepsModule } from '../../steps/steps.module.js';
import { BadLot } from './bad-lot.entity.js';
import { BadLotsController } from './bad-lots.controller.js';
import { BadLotsQueries } from './bad-lots.queries.js';
import { BadLots } from './bad-lots.service.js';
import { LotsQueries } from './lots.queries.js';

/** Coverages end by the day, so a lot that is found some hours later has lost nothing. */
const BAD_LOTS_EVERY_MS = 6 * 3_600_000;

/** Lots that fail more than chance explains, while a coverage still pays. */
@Module({
  imports: [AccessModule, StepsModule, TypeOrmModule.forFeature([BadLot])],
  controllers: [BadLotsController],
  providers: [BadLots, BadLotsQueries, LotsQueries],
  exports: [LotsQueries],
})
export class BadLotsModule implements OnModuleInit {
  constructor(
    private readonly periodic: PeriodicWork,
    private readonly badLots: BadLots,
  ) {}

  onModuleInit(): void {
    this.periodic.register({
      name: 'finding bad lots',
      everyMs: BAD_LOTS_EVERY_MS,
      run: () => this.badLots.findAll(),
    });
  }
}
