import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NeverAnswers } from '../../common/http/never-answers.js';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import type { Page } from '../../common/paging.js';
import { AssignmentsQuery, NewAssignmentBody } from './assignments.dto.js';
import { type AssignmentView, SupportAssignments } from './assignments.service.js';

@ApiTags('allocation')
@Controller('allocation/assignments')
export class SupportAssignmentsController {
  constructor(private readonly assignments: SupportAssignments) {}

  /** Lists which technician is at which site on which weekday, for the sites that you can see. */
  @Get()
  @Needs('sites:read')
  @ListFile<AssignmentView>('Assignments', {
    technician: ['Technician', 'text'],
    site: ['Site', 'text'],
    siteName: ['Name', 'text'],
    weekday: ['Weekday', 'integer'],
    startsOn: ['From', 'date'],
    endsOn: ['To', 'date'],
    isFixed: ['Fixed', 'boolean'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: AssignmentsQuery): Promise<Page<AssignmentView>> {
    return this.assignments.list(scope, query);
  }

  /**
   * Assigns a technician to a site on a weekday. The request is refused if the technician is already assigned
   * elsewhere at that time.
   */
  @Post()
  @Needs('allocation:edit')
  @NeverAnswers(404)
  create(@CurrentScope() scope: Scope, @Body() body: NewAssignmentBody): Promise<AssignmentView> {
    return this.assignments.create(scope, body);
  }

  /** Removes an assignment. */
  @Delete(':id')
  @HttpCode(204)
  @Needs('allocation:edit')
  @NeverAnswers(409)
  cancel(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.assignments.cancel(scope, id);
  }
}
