import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NeverAnswers } from '../../common/http/never-answers.js';
import { ListFile, ListQuery } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { Etag, IfMatch } from '../../common/http/etag.js';
import type { Page } from '../../common/paging.js';
import {
  ApprovalsBody,
  NewTimeEntryBody,
  NewWorkKindBody,
  TimeCorrectionBody,
  TimeEntriesQuery,
} from './time-entries.dto.js';
import { TimeEntriesQueries, type TimeEntryDetail, type TimeEntryView } from './time-entries.queries.js';
import { type ApprovalResult, TimeEntries } from './time-entries.service.js';
import type { WorkKind } from './work-kinds.js';
import { WorkKinds } from './work-kinds.service.js';

@ApiTags('time')
@Controller()
export class TimeEntriesController {
  constructor(
    private readonly entries: TimeEntries,
    private readonly queries: TimeEntriesQueries,
    private readonly works: WorkKinds,
  ) {}

  /** Lists the kinds of work, built-in and the district's own. */
  @Get('work-kinds')
  @Needs('sites:read')
  @ListFile<WorkKind>('Kinds of work', {
    key: ['Key', 'text'],
    name: ['Name', 'text'],
    isAside: ['Not for a site', 'boolean'],
  })
  kinds(@CurrentScope() scope: Scope, @Query() query: ListQuery): Promise<Page<WorkKind>> {
    return this.works.list(scope, query);
  }

  /** Adds a kind of work to the district's list. */
  @Post('work-kinds')
  @Needs('settings:edit')
  addKind(@CurrentScope() scope: Scope, @Body() body: NewWorkKindBody): Promise<WorkKind> {
    return this.works.create(scope, body);
  }

  /**
   * Lists time entries, latest first: your own, those at the sites that you can see and, if you approve time, those
   * of technicians whose home site you can see.
   */
  @Get('time-entries')
  @Needs('sites:read')
  @ListFile<TimeEntryView>('Time', {
    technician: ['Technician', 'text'],
    site: ['Site', 'text'],
    startsAt: ['From', 'instant'],
    endsAt: ['To', 'instant'],
    minutes: ['Minutes', 'integer'],
    work: ['Work', 'text'],
    note: ['Note', 'text'],
    approvedAt: ['Approved at', 'instant'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: TimeEntriesQuery): Promise<Page<TimeEntryView>> {
    return this.queries.list(scope, query);
  }

  /**
   * Records a time entry for a visit, or for work that belongs to no site. If you send an `id` of your own, you can
   * safely send the same entry again.
   */
  @Post('time-entries')
  @Needs('time:report')
  @NeverAnswers(404)
  @Etag()
  record(@CurrentScope() scope: Scope, @Body() body: NewTimeEntryBody): Promise<TimeEntryDetail> {
    return this.entries.record(scope, body);
  }

  /** Shows a time entry with all of its earlier versions. */
  @Get('time-entries/:id')
  @Needs('sites:read')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<TimeEntryDetail> {
    return this.queries.find(scope, id);
  }

  /**
   * Corrects or withdraws a time entry. The earlier version stays on record, and the entry has to be approved again.
   */
  @Patch('time-entries/:id')
  @Needs('time:report')
  @Etag()
  correct(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: TimeCorrectionBody,
  ): Promise<TimeEntryDetail> {
    return this.entries.correct(scope, id, version, body);
  }

  /** Approves up to 200 time entries, each in the version that you read. You cannot approve your own entries. */
  @Post('time-entries/approvals')
  @HttpCode(200)
  @Needs('time:approve')
  @NeverAnswers(404)
  async approve(
    @CurrentScope() scope: Scope,
    @Body() { entries }: ApprovalsBody,
  ): Promise<{ results: ApprovalResult[] }> {
    return { results: await this.entries.approve(scope, entries) };
  }
}
