import {
  Body,
  Controller,
  Get,
  Headers,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NeverAnswers } from '../common/never-answers.js';
import { ListFile, ListQuery } from '../access/list-file.js';
import { CurrentScope, Needs } from '../access/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { tagged, versionOf } from '../common/etag.js';
import { definedFields } from '../common/defined-fields.js';
import type { Page } from '../common/paging.js';
import { NewTechnicianBody, TechnicianChangeBody } from './technicians.dto.js';
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
  list(@CurrentScope() scope: Scope, @Query() query: ListQuery): Promise<Page<TechnicianView>> {
    return this.technicians.list(scope, query);
  }

  /** Adds a technician. */
  @Post()
  @Needs('allocation:edit')
  @NeverAnswers(404)
  async create(
    @CurrentScope() scope: Scope,
    @Body() body: NewTechnicianBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TechnicianView> {
    return tagged(reply, await this.technicians.create(scope, body));
  }

  /** Shows one technician. */
  @Get(':id')
  @Needs('sites:read')
  async find(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TechnicianView> {
    return tagged(reply, await this.technicians.find(scope, id));
  }

  /** Changes a technician. Fields that you leave out stay as they are. */
  @Patch(':id')
  @Needs('allocation:edit')
  async change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: TechnicianChangeBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TechnicianView> {
    return tagged(reply, await this.technicians.change(scope, id, versionOf(ifMatch), definedFields(body)));
  }
}
