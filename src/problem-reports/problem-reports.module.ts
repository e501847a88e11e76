import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessModule } from '../access/access.module.js';
import { StepsModule } from '../steps/steps.module.js';
import { ProblemReport } from './problem-report.entity.js';
import { ProblemReportsController } from './problem-reports.controller.js';
import { ProblemReportsQueries } from './problem-reports.queries.js';
import { ProblemReports } from './problem-reports.service.js';

/**
 * Problems that people at sites report. This is the smallest thing that is honest until there is a help desk: a report
 * is kept, seen by the technicians of its site, and closed by one of them.
 */
@Module({
  imports: [AccessModule, StepsModule, TypeOrmModule.forFeature([ProblemReport])],
  controllers: [ProblemReportsController],
  providers: [ProblemReports, ProblemReportsQueries],
})
export class ProblemReportsModule {}
