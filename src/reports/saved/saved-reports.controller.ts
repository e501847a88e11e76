import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NeverAnswers } from '../../common/http/never-answers.js';
import { ListFile, ListQuery } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { Etag, IfMatch } from '../../common/http/etag.js';
import { definedFields } from '../../common/defined-fields.js';
import { type BothWays, type Page, SortedBy } from '../../common/paging.js';
import type { JobView } from '../../jobs/jobs.service.js';
import { type OutputView, ReportOutputsQueries } from '../outputs/report-outputs.queries.js';
import { ReportOutputs } from '../outputs/report-outputs.service.js';
import { NewReportBody, ReportChangeBody } from '../reports.dto.js';
import { SavedReports, type SavedReportView } from './saved-reports.service.js';

export class ReportsQuery extends ListQuery {
  @SortedBy('name')
  sort: BothWays<'name'> = 'name';
}

export class OutputsQuery extends ListQuery {
  @SortedBy('createdAt')
  sort: BothWays<'createdAt'> = '-createdAt';
}

@ApiTags('reports')
@Controller('reports')
@Needs('reports:edit')
export class SavedReportsController {
  constructor(
    private readonly reports: SavedReports,
    private readonly outputs: ReportOutputs,
    private readonly made: ReportOutputsQueries,
  ) {}

  /**
   * Lists saved reports by name. Accounts that see the whole district see every report. Other accounts see their own.
   */
  @Get()
  @ListFile<SavedReportView>('Saved reports', {
    name: ['Name', 'text'],
    kind: ['Kind', 'text'],
    parameters: ['Parameters', 'text'],
    schedule: ['Schedule', 'text'],
    nextRunAt: ['Next run at', 'instant'],
    recipients: ['Recipients', 'text'],
    formats: ['Formats', 'text'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: ReportsQuery): Promise<Page<SavedReportView>> {
    return this.reports.list(scope, query);
  }

  /** Saves a report, with or without a schedule. */
  @Post()
  @Etag()
  create(@CurrentScope() scope: Scope, @Body() body: NewReportBody): Promise<SavedReportView> {
    const { name, kind, parameters = {}, schedule = null, recipients = [], formats = ['pdf'] } = body;
    return this.reports.create(scope, { name, kind, parameters, schedule, recipients, formats });
  }

  /** Shows one saved report. */
  @Get(':id')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<SavedReportView> {
    return this.reports.find(scope, id);
  }

  /** Changes a saved report. Fields that you leave out stay as they are. */
  @Patch(':id')
  @Etag()
  change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: ReportChangeBody,
  ): Promise<SavedReportView> {
    return this.reports.change(scope, id, version, definedFields(body));
  }

  /** Deletes a saved report and its schedule. The outputs that it already made are kept. */
  @Delete(':id')
  @HttpCode(204)
  @NeverAnswers(409)
  archive(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
  ): Promise<void> {
    return this.reports.archive(scope, id, version);
  }

  /** Runs a saved report now, as a job, and emails it to its recipients. */
  @Post(':id/outputs')
  @HttpCode(202)
  run(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<JobView & { outputId: string }> {
    return this.outputs.start(scope, id);
  }

  /** Lists the outputs of a saved report, latest first. */
  @Get(':id/outputs')
  @ListFile<OutputView>('Outputs of a report', {
    createdAt: ['Asked for at', 'instant'],
    state: ['State', 'text'],
    knownAt: ['Known at', 'instant'],
    madeAt: ['Created at', 'instant'],
    rows: ['Rows', 'integer'],
    problem: ['Problem', 'text'],
    id: ['Id', 'text'],
  })
  outputsOf(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: OutputsQuery,
  ): Promise<Page<OutputView>> {
    return this.made.list(scope, id, query);
  }
}
