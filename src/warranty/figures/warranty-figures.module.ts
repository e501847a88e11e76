import { Module } from '@nestjs/common';
import { AccessModule } from '../../access/access.module.js';
import { ClaimLoad } from './claim-load.queries.js';
import { MissedCoverageQueries } from './missed-coverage.queries.js';
import { ScorecardQueries } from './scorecard.queries.js';
import { WarrantyFiguresController } from './warranty-figures.controller.js';

/** What claims and coverages add up to. */
@Module({
  imports: [AccessModule],
  controllers: [WarrantyFiguresController],
  providers: [ScorecardQueries, MissedCoverageQueries, ClaimLoad],
  exports: [ScorecardQueries, MissedCoverageQueries, ClaimLoad],
})
export class WarrantyFiguresModule {}
