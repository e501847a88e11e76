import {
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Query,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { StatedDecimals } from '../../common/http/stated-decimals.js';
import type { Page } from '../../common/paging.js';
import type { Scorecard } from '../figures/scorecard.queries.js';
import { DeskBatches, type DeskBatchView } from './desk-batches.queries.js';
import { DeskScorecard } from './desk-scorecard.service.js';
import { DeskBatchesQuery, DeskScorecardQuery } from './vendor-desk.dto.js';

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('vendor')
@Controller('vendor')
@Needs('claims:answer')
export class VendorDeskController {
  constructor(
    private readonly batches: DeskBatches,
    private readonly scorecards: DeskScorecard,
  ) {}

  /** Lists the files of claims that the district made for your company, latest first. */
  @Get('batches')
  @ListFile<DeskBatchView>('Batches', {
    sequence: ['Batch', 'integer'],
    createdAt: ['Created at', 'instant'],
    fileName: ['File', 'text'],
    claimCount: ['Claims', 'integer'],
    rowCount: ['Rows', 'integer'],
    sizeBytes: ['Bytes', 'integer'],
    sha256: ['SHA-256', 'text'],
    supersedes: ['Supersedes', 'text'],
    supersededBy: ['Superseded by', 'text'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: DeskBatchesQuery): Promise<Page<DeskBatchView>> {
    return this.batches.list(scope, query);
  }

  /** Downloads the file of a batch: always the same bytes under the same name. */
  @Get('batches/:id/file')
  @ApiProduces('text/csv', 'text/plain', 'application/json', XLSX_TYPE)
  async file(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { fileName, mediaType, bytes } = await this.batches.file(scope, id);
    return new StreamableFile(bytes, {
      type: mediaType,
      length: bytes.length,
      disposition: `attachment; filename="${fileName}"`,
    });
  }

  /** Shows how your company keeps its promises to the district, quarter by quarter. */
  @Get('scorecard')
  @UseInterceptors(StatedDecimals)
  scorecard(@CurrentScope() scope: Scope, @Query() query: DeskScorecardQuery): Promise<Scorecard> {
    return this.scorecards.find(scope, query);
  }
}
