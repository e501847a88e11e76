import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NeverAnswers } from '../../common/http/never-answers.js';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { Etag, IfMatch } from '../../common/http/etag.js';
import { definedFields } from '../../common/defined-fields.js';
import type { Page } from '../../common/paging.js';
import { NewTechnicianBody, TechnicianChangeBody, TechniciansQuery } from './technicians.dto.js';
import { Technicians, type TechnicianView } from './technicians.service.js';

@ApiTags('allocation')
@Controller('technicians')
export class TechniciansController {
  constructor(private readonly technicians: Technicians) {}

  /** Lists the technicians who have their home site at, or are assigned to, a site that you can see. */
  @Get()
  @Needs('sites:read')
  @ListFile<TechnicianView>('Technicians', {
    name: ['Name', 'text'],
    homeSite: ['Home site', 'text'],
    weekdays: ['Weekdays', 'text'],
    skills: ['Skills', 'text'],
    languages: ['Languages', 'text'],
    startsOn: ['From', 'date'],
    endsOn: ['To', 'date'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: TechniciansQuery): Promise<Page<TechnicianView>> {
    return this.technicians.list(scope, query);
  }

  /** Adds a technician. */
  @Post()
  @Needs('allocation:edit')
  @NeverAnswers(404)
  @Etag()
  create(@CurrentScope() scope: Scope, @Body() body: NewTechnicianBody): Promise<TechnicianView> {
    return this.technicians.create(scope, body);
  }

  /** Shows one technician. */
  @Get(':id')
  @Needs('sites:read')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<TechnicianView> {
    return this.technicians.find(scope, id);
  }

  /** Changes a technician. Fields that you leave out stay as they are. */
  @Patch(':id')
  @Needs('allocation:edit')
  @Etag()
  change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: TechnicianChangeBody,
  ): Promise<TechnicianView> {
    return this.technicians.change(scope, id, version, definedFields(body));
  }
}
