import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  UseInterceptors,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NeverAnswers } from '../../common/http/never-answers.js';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import type { Page } from '../../common/paging.js';
import { StatedDecimals } from '../../common/http/stated-decimals.js';
import {
  AbsencesQuery,
  CoverProposalBody,
  NewAbsenceBody,
  NewCoverBody,
  OnDayQuery,
} from './absences.dto.js';
import { type AbsenceView, TechnicianAbsences } from './absences.service.js';
import { type CoverProposal, type CoverView, type Hole, SupportCovers } from './covers.service.js';

@ApiTags('allocation')
@Controller('allocation')
@Needs('allocation:edit')
@UseInterceptors(StatedDecimals)
export class AbsencesController {
  constructor(
    private readonly absences: TechnicianAbsences,
    private readonly covers: SupportCovers,
  ) {}

  /** Lists which technicians are away and when, latest first. */
  @Get('absences')
  @ListFile<AbsenceView>('Absences', {
    technician: ['Technician', 'text'],
    fromOn: ['From', 'date'],
    toOn: ['To', 'date'],
    reason: ['Reason', 'text'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: AbsencesQuery): Promise<Page<AbsenceView>> {
    return this.absences.list(scope, query);
  }

  /** Records that a technician is away. */
  @Post('absences')
  @NeverAnswers(404)
  create(@CurrentScope() scope: Scope, @Body() body: NewAbsenceBody): Promise<AbsenceView> {
    return this.absences.create(scope, body);
  }

  /**
   * Deletes an absence because the technician is coming after all. Substitutes who were planned for it are canceled.
   */
  @Delete('absences/:id')
  @HttpCode(204)
  @NeverAnswers(409)
  cancel(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.absences.cancel(scope, id);
  }

  /** Lists the sites whose technician is away on a day and that have no substitute yet. */
  @Get('holes')
  @Needs('sites:read')
  @ListFile<Hole>('Holes', {
    site: ['Site', 'text'],
    siteName: ['Name', 'text'],
    technician: ['Away', 'text'],
    assignmentId: ['Assignment id', 'text'],
  })
  holes(@CurrentScope() scope: Scope, @Query() query: OnDayQuery): Promise<Page<Hole>> {
    return this.covers.holes(scope, query);
  }

  /** Proposes which technicians of the reserve could fill in on a day, with the least driving. Nothing is saved. */
  @Post('cover-proposals')
  @HttpCode(200)
  propose(@CurrentScope() scope: Scope, @Body() { on }: CoverProposalBody): Promise<CoverProposal> {
    return this.covers.propose(scope, on);
  }

  /** Lists who fills in where on a day. */
  @Get('covers')
  @Needs('sites:read')
  @ListFile<CoverView>('Covers', {
    on: ['On', 'date'],
    technician: ['Technician', 'text'],
    site: ['Site', 'text'],
    siteName: ['Name', 'text'],
    kind: ['For', 'text'],
    note: ['Note', 'text'],
    id: ['Id', 'text'],
  })
  listCovers(@CurrentScope() scope: Scope, @Query() query: OnDayQuery): Promise<Page<CoverView>> {
    return this.covers.list(scope, query);
  }

  /**
   * Sends a technician of the reserve to a site for a day, to fill in for an absence, for urgent work or for a
   * project.
   */
  @Post('covers')
  @NeverAnswers(404)
  createCover(@CurrentScope() scope: Scope, @Body() body: NewCoverBody): Promise<CoverView> {
    return this.covers.create(scope, body);
  }

  /** Cancels a substitute's visit. */
  @Delete('covers/:id')
  @HttpCode(204)
  @NeverAnswers(409)
  cancelCover(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.covers.cancel(scope, id);
  }
}
