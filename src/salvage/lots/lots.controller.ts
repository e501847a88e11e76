import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  Query,
  Req,
  StreamableFile,
} from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { Etag, IfMatch } from '../../common/http/etag.js';
import { NeverAnswers } from '../../common/http/never-answers.js';
import type { Page } from '../../common/paging.js';
import { NotFound } from '../../common/refusal.js';
import { DOCUMENT_TYPES, receiveDocument } from '../../files/documents.js';
import type { StoredFile } from '../../files/files.service.js';
import { OBLIGATION_KINDS, type ObligationKind } from './settlement/lot-settlement.entities.js';
import { LotPassage } from './passage/lot-passage.service.js';
import { LotSettlement } from './settlement/lot-settlement.service.js';
import {
  DifferenceBody,
  LotChangeBody,
  LotDevicesBody,
  LotDevicesQuery,
  LotsQuery,
  LotStepBody,
  NewLotBody,
  ObligationBody,
  WasteQuery,
} from './lots.dto.js';
import { type LotDetail, type LotDeviceView, LotsQueries, type LotView } from './lots.queries.js';
import { type LotDevicesChanged, Lots } from './lots.service.js';
import { WasteQueries, type WasteView } from './waste/waste.queries.js';
import { OneFileBody, withOneFile } from '../../files/one-file.js';

function download(file: StoredFile): StreamableFile {
  return new StreamableFile(file.open(), {
    type: file.mediaType,
    length: file.sizeBytes,
    disposition: `attachment; filename="${file.fileName.replaceAll(/[^\w.-]/g, '_')}"`,
  });
}

/** @throws NotFound */
function kindOf(text: string): ObligationKind {
  const kind = OBLIGATION_KINDS.find((one) => one === text);
  if (!kind) throw new NotFound('The obligation of this lot', 'OBLIGATION_NOT_FOUND');
  return kind;
}

@ApiTags('salvage')
@Controller('lots')
export class LotsController {
  constructor(
    private readonly lots: Lots,
    private readonly queries: LotsQueries,
    private readonly passage: LotPassage,
    private readonly settlement: LotSettlement,
    private readonly waste: WasteQueries,
  ) {}

  /** Lists lots at the sites that you can see, the latest first. */
  @Get()
  @Needs('salvage:edit')
  @ListFile<LotView>('Lots', {
    number: ['Lot', 'integer'],
    name: ['Name', 'text'],
    route: ['Route', 'text'],
    state: ['State', 'text'],
    devices: ['Devices', 'integer'],
    recipientName: ['Recipient', 'text'],
    site: ['Site', 'text'],
    siteName: ['Site name', 'text'],
    place: ['Place', 'text'],
    isBatteries: ['Batteries', 'boolean'],
    wasteSince: ['Waste since', 'date'],
    obligationsOpen: ['Not filed', 'integer'],
    nextDueOn: ['Next due on', 'date'],
    frozenAt: ['Frozen at', 'instant'],
    pickedUpAt: ['Picked up at', 'instant'],
    createdAt: ['Created at', 'instant'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: LotsQuery): Promise<Page<LotView>> {
    return this.queries.list(scope, query);
  }

  /** Creates a lot, for devices that will leave together by one route. */
  @Post()
  @Needs('salvage:edit')
  @NeverAnswers(404)
  @Etag()
  create(@CurrentScope() scope: Scope, @Body() body: NewLotBody): Promise<LotDetail> {
    return this.lots.create(scope, body);
  }

  /**
   * Lists the sites that have universal waste, with its weight and the limit from which they need an identification number.
   * What counts is on lots with a day since when it is waste, until the lot is picked up or canceled. A device weighs what
   * its model weighs. If that is not known, Rollcall estimates it by kind, and says for how many devices.
   */
  @Get('waste')
  @Needs('salvage:edit')
  @ListFile<WasteView>('Universal waste on hand', {
    site: ['Site', 'text'],
    siteName: ['Site name', 'text'],
    lots: ['Lots', 'integer'],
    devices: ['Devices', 'integer'],
    weightKg: ['Weight (kg)', 'number'],
    estimatedKg: ['Of these estimated (kg)', 'number'],
    estimatedDevices: ['Devices estimated', 'integer'],
    limitKg: ['Limit (kg)', 'number'],
    percent: ['Percent of the limit', 'number'],
    limitSource: ['Source of the limit', 'text'],
  })
  wasteOnHand(@CurrentScope() scope: Scope, @Query() query: WasteQuery): Promise<Page<WasteView>> {
    return this.waste.list(scope, query);
  }

  /** Shows one lot, with what its devices lack, what the recipient owes, and its history. */
  @Get(':id')
  @Needs('salvage:edit')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<LotDetail> {
    return this.queries.find(scope, id);
  }

  /** Changes an open lot. Fields that you leave out stay as they are. */
  @Patch(':id')
  @Needs('salvage:edit')
  @Etag()
  change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: LotChangeBody,
  ): Promise<LotDetail> {
    return this.lots.change(scope, id, version, body);
  }

  /** Lists the devices of a lot, with what each device still lacks. */
  @Get(':id/devices')
  @Needs('salvage:edit')
  @ListFile<LotDeviceView>('Devices of a lot', {
    position: ['No.', 'integer'],
    assetTag: ['Asset tag', 'text'],
    serialNumber: ['Serial number', 'text'],
    manufacturer: ['Manufacturer', 'text'],
    deviceModel: ['Model', 'text'],
    site: ['Site', 'text'],
    status: ['Status', 'text'],
    pallet: ['Pallet', 'text'],
    condition: ['Condition', 'text'],
    lacks: ['Lacks', 'text'],
    addedAt: ['Added at', 'instant'],
    checkedAt: ['Scanned at the pick-up', 'instant'],
    deviceId: ['Id', 'text'],
  })
  devices(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: LotDevicesQuery,
  ): Promise<Page<LotDeviceView>> {
    return this.queries.devices(scope, id, query);
  }

  /**
   * Adds devices to an open lot and removes others. A device can be on one lot at a time. A device that still lacks
   * something can be added, and the lot lists what it lacks. The answer names each device that was left out, and why.
   */
  @Put(':id/devices')
  @Needs('salvage:edit')
  changeDevices(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: LotDevicesBody,
  ): Promise<LotDevicesChanged> {
    return this.lots.changeDevices(scope, id, body);
  }

  /**
   * Takes a lot to its next state. `freeze` makes the manifest, and holds the devices. `approve` needs the board item.
   * With `pick_up`, the driver signs, and the devices leave the records at this moment. `settle` needs every obligation to
   * be filed. `cancel` keeps the devices in the district. `salvage:approve` is needed for all steps but `pick_up`.
   */
  @Post(':id/steps')
  @HttpCode(200)
  @Needs('salvage:edit')
  step(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: LotStepBody,
  ): Promise<LotDetail> {
    return this.passage.step(scope, id, body);
  }

  /** The manifest of a frozen lot as CSV. Its bytes never change. */
  @Get(':id/manifest.csv')
  @Needs('salvage:edit')
  @ApiProduces('text/csv')
  async manifestCsv(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return download(await this.settlement.document(scope, id, 'manifest_csv'));
  }

  /** The manifest of a frozen lot as PDF, with the SHA-256 of the CSV printed on it. Its bytes never change. */
  @Get(':id/manifest.pdf')
  @Needs('salvage:edit')
  @ApiProduces('application/pdf')
  async manifestPdf(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return download(await this.settlement.document(scope, id, 'manifest_pdf'));
  }

  /** The receipt that the driver signed, with the SHA-256 of the manifest printed on it. Its bytes never change. */
  @Get(':id/receipt.pdf')
  @Needs('salvage:edit')
  @ApiProduces('application/pdf')
  async receipt(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return download(await this.settlement.document(scope, id, 'receipt'));
  }

  /** The universal waste label for a container or a wrapped pallet, with the day from which its year counts. */
  @Get(':id/label.pdf')
  @Needs('salvage:edit')
  @ApiProduces('application/pdf')
  async label(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const type = 'application/pdf';
    return new StreamableFile(await this.settlement.label(scope, id), {
      type,
      disposition: 'attachment; filename="universal-waste.pdf"',
    });
  }

  /** Files what the recipient owes after a pick-up, moves its due date, or records why it is not needed. */
  @Put(':id/obligations/:kind')
  @Needs('salvage:approve')
  file(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('kind') kind: string,
    @Body() body: ObligationBody,
  ): Promise<LotDetail> {
    return this.settlement.file(scope, id, kindOf(kind), body);
  }

  /**
   * Stores the paper of an obligation: one JPEG, PNG, WebP or PDF file of at most 10 MiB, as multipart form data. It
   * replaces an earlier file.
   */
  @Post(':id/obligations/:kind/file')
  @HttpCode(200)
  @Needs('salvage:approve')
  @OneFileBody()
  async attach(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('kind') kind: string,
    @Req() request: FastifyRequest,
  ): Promise<LotDetail> {
    return withOneFile(await receiveDocument(request), (file) =>
      this.settlement.attach(scope, id, kindOf(kind), file),
    );
  }

  /** Downloads the paper of an obligation. */
  @Get(':id/obligations/:kind/file')
  @Needs('salvage:edit')
  @ApiProduces(...DOCUMENT_TYPES)
  @Header('content-security-policy', "default-src 'none'; sandbox")
  async paper(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('kind') kind: string,
  ): Promise<StreamableFile> {
    return download(await this.settlement.paper(scope, id, kindOf(kind)));
  }

  /** Records the explanation of a difference between the manifest and the pick-up. */
  @Post(':id/differences/:differenceId')
  @HttpCode(200)
  @Needs('salvage:edit')
  resolve(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('differenceId', ParseUUIDPipe) differenceId: string,
    @Body() { resolution }: DifferenceBody,
  ): Promise<LotDetail> {
    return this.settlement.resolve(scope, id, differenceId, resolution);
  }
}
