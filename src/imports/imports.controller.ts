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
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { IsIn, IsObject, IsString, MaxLength } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { ListFile, ListQuery } from '../access/list-file.js';
import { CurrentScope, Needs } from '../access/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { NeverAnswers } from '../common/never-answers.js';
import type { Page } from '../common/paging.js';
import { IfGiven, QueryBoolean } from '../common/request-fields.js';
import { csvStream } from '../common/table-writer.js';
import { ErrorFiles } from './error-file.js';
import type { Outcome } from './import-kind.js';
import { ImportKinds } from './import-kinds.js';
import { ImportSteps } from './import-steps.service.js';
import { ImportMappings, type MappingView } from './import-mappings.service.js';
import { mappingOf } from './import-request.js';
import { type ImportRowView, ImportsService, type ImportView } from './imports.service.js';
import { ImportUploads } from './import-uploads.js';
import { UPLOAD_BODY } from './upload-body.js';

const OUTCOMES = ['add', 'change', 'unchanged', 'refused', 'held'] as const;

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
  /** `columns` (header → field), and where needed `defaults`, `words`, `dateOrder`, `decimal`, `padTagsTo`. */
  @IsObject()
  mapping!: object;
}

@ApiTags('imports')
@Controller('imports')
@Needs('imports:run')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly uploads: ImportUploads,
    private readonly mappings: ImportMappings,
    private readonly errorFiles: ErrorFiles,
    private readonly kinds: ImportKinds,
    private readonly steps: ImportSteps,
  ) {}

  /**
   * Takes a file in. Multipart, fields before the file: `kind`, `mode` (rehearse or commit), and where wanted
   * `mapping` (a name, or JSON), `reading` (JSON) and `options` (JSON).
   */
  @Post()
  @HttpCode(202)
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD_BODY)
  create(@CurrentScope() scope: Scope, @Req() request: FastifyRequest): Promise<ImportView> {
    return this.uploads.receive(scope, request);
  }

  /** Lists the imports of the district, the latest first. */
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
  list(@CurrentScope() scope: Scope, @Query() query: ListQuery): Promise<Page<ImportView>> {
    return this.imports.list(scope, query);
  }

  /** An empty file of our own template. */
  @Get('templates/:kind')
  @Header('content-type', 'text/csv; charset=utf-8')
  template(@CurrentScope() scope: Scope, @Param('kind') name: string): StreamableFile {
    const kind = this.kinds.allowed(scope, name.replace(/\.csv$/, ''));
    const columns = kind.fields.map(({ header }) => ({ header, type: 'text' as const }));
    return new StreamableFile(csvStream(columns, Readable.from([])), {
      disposition: `attachment; filename="${kind.kind}-template.csv"`,
    });
  }

  /** Mappings by name, ready-made and saved. */
  @Get('mappings/:kind')
  async listMappings(
    @CurrentScope() scope: Scope,
    @Param('kind') kind: string,
  ): Promise<{ items: MappingView[] }> {
    return { items: await this.mappings.list(scope, this.kinds.allowed(scope, kind)) };
  }

  /** Saves a mapping under a name, or replaces the one that has this name. */
  @Put('mappings/:kind/:name')
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
  @HttpCode(204)
  removeMapping(
    @CurrentScope() scope: Scope,
    @Param('kind') kind: string,
    @Param('name') name: string,
  ): Promise<void> {
    return this.mappings.remove(scope, this.kinds.allowed(scope, kind), name);
  }

  /** How far it is, how it is read, and what becomes of its rows in sum. */
  @Get(':id')
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<ImportView> {
    return this.imports.find(scope, id);
  }

  /** Row by row: what becomes of it, why it is refused, and what Rollcall did that the file did not ask for. */
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
    return this.imports.rows(scope, id, query, query);
  }

  /** Commits what was rehearsed. */
  @Post(':id/commit')
  @HttpCode(202)
  async commit(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<ImportView> {
    await this.steps.commit(scope, id);
    return this.imports.find(scope, id);
  }

  /** Stops after the chunk it is at; what is in stays in until it is undone. */
  @Post(':id/cancel')
  @HttpCode(202)
  async cancel(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<ImportView> {
    await this.steps.cancel(scope, await this.imports.row(scope, id));
    return this.imports.find(scope, id);
  }

  /** Takes it back. */
  @Post(':id/undo')
  @HttpCode(202)
  async undo(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<ImportView> {
    await this.steps.undo(scope, id);
    return this.imports.find(scope, id);
  }

  /** The refused rows with their reasons, ready to mend and upload again. */
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

  /** The rows with which Rollcall did something that the file did not literally ask for, and what that was. */
  @Get(':id/notes.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @NeverAnswers(413)
  async notes(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const stream = await this.errorFiles.open(await this.imports.shownFile(scope, id), 'noted');
    return new StreamableFile(stream, { disposition: 'attachment; filename="notes.csv"' });
  }
}
