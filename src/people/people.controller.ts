import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NeverAnswers } from '../common/never-answers.js';
import { CurrentScope, Needs } from '../access/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { tagged, versionOf } from '../common/etag.js';
import type { Page } from '../common/paging.js';
import { EXPORT_FORMATS, type ExportFormat } from '../common/table-export.js';
import { NewPersonBody, PeopleFilterQuery, PeopleQuery, PersonChangeBody } from './people.dto.js';
import { PeopleExport } from './people.export.js';
import { PeopleQueries, type PersonView } from './people.queries.js';
import { PeopleService } from './people.service.js';

@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly queries: PeopleQueries,
    private readonly exports: PeopleExport,
  ) {}

  /** Lists the people of the sites that you can see. Rollcall logs which students' names were shown, and to whom. */
  @Get()
  @Needs('people:read')
  list(@CurrentScope() scope: Scope, @Query() query: PeopleQuery): Promise<Page<PersonView>> {
    return this.queries.list(scope, query);
  }

  /**
   * Downloads the selected people as CSV, XLSX or PDF, in the columns of the import template. Rollcall logs this as
   * it logs the list.
   */
  @Get('export/:format')
  @Needs('people:read')
  export(
    @CurrentScope() scope: Scope,
    @Param('format', new ParseEnumPipe(EXPORT_FORMATS)) format: ExportFormat,
    @Query() filter: PeopleFilterQuery,
  ): Promise<StreamableFile> {
    return this.exports.file(scope, filter, format);
  }

  /** Adds a person. */
  @Post()
  @Needs('people:edit')
  @NeverAnswers(404)
  async create(
    @CurrentScope() scope: Scope,
    @Body() body: NewPersonBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PersonView> {
    return tagged(reply, await this.people.create(scope, body));
  }

  /** Shows one person. Rollcall logs who looked at this record. */
  @Get(':id')
  @Needs('people:read')
  async find(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PersonView> {
    return tagged(reply, await this.queries.find(scope, id));
  }

  /** Changes a person. Fields that you leave out stay as they are. */
  @Patch(':id')
  @Needs('people:edit')
  async change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: PersonChangeBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PersonView> {
    return tagged(reply, await this.people.change(scope, id, versionOf(ifMatch), body));
  }

  /** Permanently removes a person's name and email address, unless a hold keeps them. */
  @Post(':id/redaction')
  @Needs('people:edit')
  @HttpCode(200)
  async redact(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PersonView> {
    return tagged(reply, await this.people.redact(scope, id));
  }
}
