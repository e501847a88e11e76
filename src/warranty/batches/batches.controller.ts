import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { NeverAnswers } from '../../common/http/never-answers.js';
import type { Page } from '../../common/paging.js';
import { BatchDeliveries, type BatchDeliveryView } from '../delivery/batch-deliveries.service.js';
import { BatchesQuery, NewBatchBody } from './batches.dto.js';
import { type BatchDetail, BatchesQueries, type BatchView } from './batches.queries.js';
import { Batches, type BatchMade } from './batches.service.js';
import { type Manifest, Manifests } from './manifests.service.js';

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('warranty')
@Controller('claim-batches')
@Needs('settings:edit')
export class BatchesController {
  constructor(
    private readonly batches: Batches,
    private readonly queries: BatchesQueries,
    private readonly manifests: Manifests,
    private readonly deliveries: BatchDeliveries,
  ) {}

  /** Lists the files of claims that were made for vendors, latest first. */
  @Get()
  @ListFile<BatchView>('Claim batches', {
    vendorName: ['Vendor', 'text'],
    sequence: ['Batch', 'integer'],
    createdAt: ['Created at', 'instant'],
    createdByName: ['Created by', 'text'],
    claimCount: ['Claims', 'integer'],
    rowCount: ['Rows', 'integer'],
    fileName: ['File', 'text'],
    sizeBytes: ['Bytes', 'integer'],
    sha256: ['SHA-256', 'text'],
    layout: ['Layout', 'text'],
    layoutVersion: ['Layout version', 'integer'],
    hasNames: ['Has names of people', 'boolean'],
    supersedes: ['Supersedes', 'text'],
    supersededBy: ['Superseded by', 'text'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: BatchesQuery): Promise<Page<BatchView>> {
    return this.queries.list(scope, query);
  }

  /**
   * Writes the ready claims of a vendor into a file, and sends it. The claims become sent. A claim that lacks something
   * that the layout requires stays ready, and the answer says what is missing.
   */
  @Post()
  @NeverAnswers(404)
  create(@CurrentScope() scope: Scope, @Body() body: NewBatchBody): Promise<BatchMade> {
    return this.batches.create(scope, body);
  }

  /** Shows one batch with its claims. */
  @Get(':id')
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<BatchDetail> {
    return this.queries.find(scope, id);
  }

  /** Downloads the file: always the same bytes under the same name. */
  @Get(':id/file')
  @ApiProduces('text/csv', 'text/plain', 'application/json', XLSX_TYPE)
  async file(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const { fileName, mediaType, bytes } = await this.queries.file(scope.districtId, id);
    return new StreamableFile(bytes, {
      type: mediaType,
      length: bytes.length,
      disposition: `attachment; filename="${fileName}"`,
    });
  }

  /** Lists the claims of the file, with its size and its hash. */
  @Get(':id/manifest')
  manifest(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<Manifest> {
    return this.manifests.of(scope, id);
  }

  /** Downloads the manifest to read or print it. */
  @Get(':id/manifest.pdf')
  @Header('content-type', 'application/pdf')
  async printedManifest(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const manifest = await this.manifests.of(scope, id);
    return new StreamableFile(await this.manifests.pdf(scope, manifest), {
      type: 'application/pdf',
      disposition: `attachment; filename="manifest-${manifest.vendor}-${manifest.sequence}.pdf"`,
    });
  }

  /** Lists where the file was sent, with each attempt and what the other side answered. */
  @Get(':id/deliveries')
  async deliveriesOf(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: BatchDeliveryView[]; nextCursor: null }> {
    return { items: await this.deliveries.list(scope, id), nextCursor: null };
  }

  /** Sends the file again, to where the vendor gets its files now: the same bytes under the same name. */
  @Post(':id/deliveries')
  @HttpCode(202)
  async sendAgain(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: BatchDeliveryView[]; nextCursor: null }> {
    await this.deliveries.sendAgain(scope, id);
    return { items: await this.deliveries.list(scope, id), nextCursor: null };
  }
}
