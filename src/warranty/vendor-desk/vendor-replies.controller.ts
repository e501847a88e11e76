import {
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { NeverAnswers } from '../../common/http/never-answers.js';
import type { Page } from '../../common/paging.js';
import type { ImportRowView } from '../../imports/imports.queries.js';
import { DeskUploads, type DeskUploadDetail, type DeskUploadView } from './desk-uploads.service.js';
import { DeskUploadRowsQuery, DeskUploadsQuery } from './vendor-desk.dto.js';

@ApiTags('vendor')
@Controller('vendor/replies')
@Needs('claims:answer')
export class VendorRepliesController {
  constructor(private readonly uploads: DeskUploads) {}

  /**
   * Uploads a file of replies to your claims. Send multipart form data, with these fields before the file: `kind`
   * (`claim-replies`), `mode` (`rehearse` to check the file first, or `commit`), and optionally `mapping` and `reading`.
   */
  @Post()
  @HttpCode(202)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    description: 'Send the fields first and the file last.',
    required: true,
    schema: {
      type: 'object',
      required: ['kind', 'file'],
      properties: {
        kind: { type: 'string', enum: ['claim-replies'] },
        mode: { type: 'string', enum: ['rehearse', 'commit'], default: 'rehearse' },
        mapping: { type: 'string', description: 'The name of a mapping, or a mapping as JSON.' },
        reading: {
          type: 'string',
          description: 'How to read the file, as JSON: format, encoding and so on.',
        },
        file: { type: 'string', format: 'binary' },
      },
      example: {
        kind: 'claim-replies',
        mode: 'rehearse',
        file: 'Claim number,Status,RMA\nC-2026-000123,acknowledged,RMA-8801\n',
      },
    },
  })
  create(@CurrentScope() scope: Scope, @Req() request: FastifyRequest): Promise<DeskUploadDetail> {
    return this.uploads.receive(scope, request);
  }

  /** Lists the files of replies that your company uploaded, latest first. */
  @Get()
  @ListFile<DeskUploadView>('Files of replies', {
    createdAt: ['Received at', 'instant'],
    fileName: ['File', 'text'],
    sizeBytes: ['Bytes', 'integer'],
    state: ['State', 'text'],
    rehearsedAt: ['Checked at', 'instant'],
    committedAt: ['Taken over at', 'instant'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: DeskUploadsQuery): Promise<Page<DeskUploadView>> {
    return this.uploads.list(scope, query);
  }

  /** Shows one file: how far the work on it is, and how many rows had each outcome. */
  @Get(':id')
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<DeskUploadDetail> {
    return this.uploads.find(scope, id);
  }

  /** Lists the rows of a file with what has become of each, and why. */
  @Get(':id/rows')
  @ListFile<ImportRowView>('Rows of a file', {
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
    @Query() query: DeskUploadRowsQuery,
  ): Promise<Page<ImportRowView>> {
    return this.uploads.rows(scope, id, query);
  }

  /** Takes over the replies of a file that was checked. */
  @Post(':id/commit')
  @HttpCode(202)
  commit(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<DeskUploadDetail> {
    return this.uploads.commit(scope, id);
  }

  /** Downloads the refused rows with the reasons. You can correct this file and upload it again. */
  @Get(':id/errors.csv')
  @Header('content-type', 'text/csv; charset=utf-8')
  @NeverAnswers(413)
  async errors(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.uploads.errors(scope, id), {
      disposition: 'attachment; filename="errors.csv"',
    });
  }
}
