import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiParam, ApiTags } from '@nestjs/swagger';
import { IsIn, IsObject, IsString, MaxLength } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { ListFile, ListQuery } from '../access/routes/list-file.js';
import { CurrentScope, Needs } from '../access/routes/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { NeverAnswers } from '../common/http/never-answers.js';
import { type BothWays, type Page, SortedBy } from '../common/paging.js';
import { IfGiven, QueryBoolean } from '../common/http/request-fields.js';
import { csvStream } from '../common/documents/table-writer.js';
import { ErrorFiles } from './running/error-file.js';
import type { Outcome } from './import-kind.js';
import { ImportKinds } from './import-kinds.js';
import { ImportCommands } from './running/import-commands.service.js';
import { ImportMappings, type MappingView } from './mapping/import-mappings.service.js';
import { mappingOf } from './upload/import-request.js';
import { type ImportDetail, type ImportRowView, ImportsQueries, type ImportView } from './imports.queries.js';
import { UploadReceiver } from './upload/receive-upload.js';
import { KINDS, UPLOAD_BODY } from './upload/upload-body.js';

const KIND = { name: 'kind', schema: { type: 'string' as const, enum: KINDS } };

const OUTCOMES = ['add', 'change', 'unchanged', 'refused', 'held'] as const;

export class ImportsQuery extends ListQuery {
  @SortedBy('createdAt')
  sort: BothWays<'createdAt'> = '-createdAt';
}

export class RowsQuery extends ListQuery {
  @IfGiven()
  @IsIn(OUTCOMES)
  outcome?: Outcome;

  /** Only rows with a note of this code. */
  @IfGiven()
  @IsString()
  @MaxLength(100)
  note?: string;

  /** Only rows with a note, or only those without one. */
  @IfGiven()
  @QueryBoolean()
  noted?: boolean;
}

export class MappingBody {
  /**
   * `columns` (a field for each header) and, if needed, `defaults`, `words`, `dateOrder`, `decimal` and
   * `padTagsTo`.
   */
  @IsObject()
  mapping!: object;
}

@ApiTags('imports')
@Controller('imports')
@Needs('imports:run')
export class ImportsController {
  constructor(
    private readonly imports: ImportsQueries,
    private readonly uploads: UploadReceiver,
    private readonly mappings: ImportMappings,
    private readonly errorFiles: ErrorFiles,
    private readonly kinds: ImportKinds,
    private readonly commands: ImportCommands,
  ) {}

  /**
   * Uploads a file to import. Send multipart form data, with these fields before the file: `kind`, `mode` (`rehearse`
   * or `commit`), and optionally `mapping` (a saved name, or JSON), `reading` (JSON) and `options` (JSON).
   */
  @Post()
  @HttpCode(202)
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD_BODY)
  create(@CurrentScope() scope: Scope, @Req() request: FastifyRequest): Promise<ImportDetail> {
    return this.uploads.receive(scope, request);
  }

  /** Lists the imports of the district, latest first. */
  @Get()
  @ListFile<ImportView>('Imports', {
    createdAt: ['Received at', 'instant'],
    kind: ['Kind', 'text'],
    fileName: ['File', 'text'],
    sizeBytes: ['Bytes', 'integer'],
    state: ['State', 'text'],
    rehearsedAt: ['Rehearsed at', 'instant'],
    committedAt: ['Committed at', 'instant'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: ImportsQuery): Promise<Page<ImportView>> {
    return this.imports.list(scope, query);
  }

  /** Downloads an empty import template as CSV. */
  @Get('templates/:kind')
  @ApiParam({
    name: 'kind',
    schema: { type: 'string', enum: [...KINDS, ...KINDS.map((kind) => `${kind}.csv`)] },
  })
  @Header('content-type', 'text/csv; charset=utf-8')
  template(@CurrentScope() scope: Scope, @Param('kind') name: string): StreamableFile {
    const kind = this.kinds.allowed(scope, name.replace(/\.csv$/, ''));
    const columns = kind.fields.map(({ header }) => ({ header, type: 'text' as const }));
    return new StreamableFile(csvStream(columns, Readable.from([])), {
      disposition: `attachment; filename="${kind.kind}-template.csv"`,
    });
  }

  /** Lists the column mappings for one kind of import, both built-in and saved. */
  @Get('mappings/:kind')
  @ApiParam(KIND)
  async listMappings(
    @CurrentScope() scope: Scope,
    @Param('kind') kind: string,
  ): Promise<{ items: MappingView[] }> {
    return { items: await this.mappings.list(scope, this.kinds.allowed(scope, kind)) };
  }

  /** Saves a mapping under a name. If the name already exists, the new mapping replaces the old one. */
  @Put('mappings/:kind/:name')
  @ApiParam(KIND)
  @HttpCode(204)
  saveMapping(
    @CurrentScope() scope: Scope,
    @Param('kind') kind: string,
    @Param('name') name: string,
    @Body() body: MappingBody,
  ): Promise<void> {
    return this.mappings.save(scope, this.kinds.allowed(scope, kind), name, mappingOf(body.mapping));
  }

  /** Deletes a saved mapping. */
  @Delete('mappings/:kind/:name')
  @ApiParam(KIND)
  @HttpCode(204)
  removeMapping(
    @CurrentScope() scope: Scope,
    @Param('kind') kind: string,
    @Param('name') name: string,
  ): Promise<void> {
    return this.mappings.remove(scope, this.kinds.allowed(scope, kind), name);
  }

  /** Shows an import: its progress, how Rollcall reads the file, and how many rows had each outcome. */
  @Get(':id')
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<ImportDetail> {
    return this.imports.find(scope, id);
  }

  /**
   * Lists the rows of an import. Each row says what happens to it, why it was refused, and what Rollcall did that the
   * file did not ask for.
   */
  @Get(':id/rows')
  @ListFile<ImportRowView>('Rows of an import', {
    rowNo: ['Row', 'integer'],
    outcome: ['Outcome', 'text'],
    changes: ['Changes', 'text'],
    problems: ['Problems', 'text'],
    notes: ['Notes', 'text'],
    targetId: ['Changes id', 'text'],
  })
  rows(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: RowsQuery,
  ): Promise<Page<ImportRowView>> {
    return this.imports.rows(scope, id, query);
  }

  /** Commits an import that was rehearsed. */
  @Post(':id/commit')
  @HttpCode(202)
  async commit(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<ImportDetail> {
    await this.commands.commit(scope, await this.imports.row(scope, id));
    return this.imports.find(scope, id);
  }

  /**
   * Stops an import after the part it is working on. Rows that were already imported stay until you undo the import.
   */
  @Post(':id/cancel')
  @HttpCode(202)
  async cancel(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<ImportDetail> {
    await this.commands.cancel(scope, await this.imports.row(scope, id));
    return this.imports.find(scope, id);
  }

  /** Undoes a committed import. */
  @Post(':id/undo')
  @HttpCode(202)
  async undo(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<ImportDetail> {
    await this.commands.undo(scope, await this.imports.row(scope, id));
    return this.imports.find(scope, id);
  }

  /** Downloads the refused rows with the reasons. You can correct this file and upload it again. */
  @Get(':id/errors.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @NeverAnswers(413)
  async errors(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const stream = await this.errorFiles.open(await this.imports.shownFile(scope, id), 'refused');
    return new StreamableFile(stream, { disposition: 'attachment; filename="errors.csv"' });
  }

  /** Downloads the rows where Rollcall did something that the file did not literally ask for, and what it did. */
  @Get(':id/notes.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @NeverAnswers(413)
  async notes(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const stream = await this.errorFiles.open(await this.imports.shownFile(scope, id), 'noted');
    return new StreamableFile(stream, { disposition: 'attachment; filename="notes.csv"' });
  }
}
