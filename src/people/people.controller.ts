import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NeverAnswers } from '../common/http/never-answers.js';
import { CurrentScope, Needs } from '../access/routes/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { Etag, IfMatch } from '../common/http/etag.js';
import type { Page } from '../common/paging.js';
import { EXPORT_FORMATS, type ExportFormat } from '../common/documents/table-export.js';
import {
  NewPersonBody,
  PeopleFilterQuery,
  PeopleLookupQuery,
  PeopleQuery,
  PersonChangeBody,
} from './people.dto.js';
import { PeopleExport } from './people.export.js';
import { PeopleQueries, type PersonView } from './people.queries.js';
import { PeopleService, type RedactedPerson } from './people.service.js';

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
  @Etag()
  create(@CurrentScope() scope: Scope, @Body() body: NewPersonBody): Promise<PersonView> {
    return this.people.create(scope, body);
  }

  /**
   * Finds people by exact external ids or email addresses. It finds all people that you can check out devices to:
   * students at your sites, and all staff. Unknown numbers are left out of the answer. For each student in the answer,
   * Rollcall logs that the name was shown to you.
   */
  @Get('lookup')
  @Needs('people:read')
  async lookUp(
    @CurrentScope() scope: Scope,
    @Query() { numbers }: PeopleLookupQuery,
  ): Promise<{ items: PersonView[] }> {
    return { items: await this.queries.lookUp(scope, numbers) };
  }

  /** Shows one person. Rollcall logs who looked at this record. */
  @Get(':id')
  @Needs('people:read')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<PersonView> {
    return this.queries.find(scope, id);
  }

  /** Changes a person. Fields that you leave out stay as they are. */
  @Patch(':id')
  @Needs('people:edit')
  @Etag()
  change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: PersonChangeBody,
  ): Promise<PersonView> {
    return this.people.change(scope, id, version, body);
  }

  /**
   * Permanently removes a person's name and email address, unless a hold or a grant keeps them. The person's ID and loans
   * stay. `kept` lists the grants that want this, and until when.
   */
  @Post(':id/redaction')
  @Needs('people:edit')
  @HttpCode(200)
  @Etag()
  redact(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<RedactedPerson> {
    return this.people.redact(scope, id);
  }
}
