import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListFile } from '../access/routes/list-file.js';
import { CurrentScope, Needs } from '../access/routes/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { NeverAnswers } from '../common/http/never-answers.js';
import type { Page } from '../common/paging.js';
import { NewProblemReportBody, ProblemReportsQuery, ProblemReportStepBody } from './problem-reports.dto.js';
import {
  type ProblemReportDetail,
  ProblemReportsQueries,
  type ProblemReportView,
} from './problem-reports.queries.js';
import { ProblemReports } from './problem-reports.service.js';

@ApiTags('problem reports')
@Controller('problem-reports')
export class ProblemReportsController {
  constructor(
    private readonly reports: ProblemReports,
    private readonly queries: ProblemReportsQueries,
  ) {}

  /** Lists the problem reports of the sites that you can see, latest first. */
  @Get()
  @Needs('devices:read')
  @ListFile<ProblemReportView>('Problem reports', {
    createdAt: ['Reported at', 'instant'],
    reportedByName: ['Reported by', 'text'],
    site: ['Site', 'text'],
    siteName: ['Name', 'text'],
    room: ['Room', 'text'],
    deviceCode: ['Device', 'text'],
    deviceModel: ['Model', 'text'],
    description: ['Problem', 'text'],
    state: ['State', 'text'],
    answer: ['What was done', 'text'],
    closedByName: ['Closed by', 'text'],
    closedAt: ['Closed at', 'instant'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: ProblemReportsQuery): Promise<Page<ProblemReportView>> {
    return this.queries.list(scope, query);
  }

  /** Reports a problem at one of your sites, such as a broken device. The site's technicians see it in their list. */
  @Post()
  @Needs('support:request')
  @NeverAnswers(404)
  create(@CurrentScope() scope: Scope, @Body() body: NewProblemReportBody): Promise<ProblemReportDetail> {
    return this.reports.create(scope, body);
  }

  /** Shows one problem report with its history. */
  @Get(':id')
  @Needs('devices:read')
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<ProblemReportDetail> {
    return this.queries.find(scope, id);
  }

  /** Closes a problem report. The note tells the people at the site what was done. */
  @Post(':id/closing')
  @HttpCode(200)
  @Needs('devices:edit')
  close(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { note }: ProblemReportStepBody,
  ): Promise<ProblemReportDetail> {
    return this.reports.step(scope, id, 'close', note);
  }

  /** Opens a closed problem report again. The note says what is still wrong. */
  @Post(':id/reopening')
  @HttpCode(200)
  @Needs('support:request')
  reopen(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { note }: ProblemReportStepBody,
  ): Promise<ProblemReportDetail> {
    return this.reports.step(scope, id, 'reopen', note);
  }
}
