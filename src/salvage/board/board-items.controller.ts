import {
  Body,
  Controller,
  Get,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { EXPORT_TYPE } from '../../common/documents/table-export.js';
import { Etag, IfMatch } from '../../common/http/etag.js';
import { NeverAnswers } from '../../common/http/never-answers.js';
import type { Page } from '../../common/paging.js';
import { BoardItemChangeBody, BoardItemsQuery, NewBoardItemBody, ProposalQuery } from './board-items.dto.js';
import { type BoardItemDetail, BoardItemsQueries, type BoardItemView } from './board-items.queries.js';
import { BoardItems } from './board-items.service.js';
import { BoardPackets } from './board-packets.service.js';
import type { FindingProposal } from './finding-proposals.js';
import { FINDING_RULES, type FindingRule } from './findings.js';

@ApiTags('salvage')
@Controller('board-items')
@Needs('salvage:approve')
export class BoardItemsController {
  constructor(
    private readonly items: BoardItems,
    private readonly queries: BoardItemsQueries,
    private readonly packets: BoardPackets,
  ) {}

  /** Lists board items about devices that leave, the latest meeting first. */
  @Get()
  @ListFile<BoardItemView>('Board items', {
    meetingOn: ['Meeting', 'date'],
    number: ['Item', 'text'],
    title: ['Title', 'text'],
    finding: ['Finding', 'text'],
    decision: ['Decision', 'text'],
    present: ['Present', 'integer'],
    yes: ['Yes', 'integer'],
    validFrom: ['Valid from', 'date'],
    validTo: ['Valid to', 'date'],
    lotsNamed: ['Lots named', 'integer'],
    lotsApproved: ['Lots approved', 'integer'],
    note: ['Note', 'text'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: BoardItemsQuery): Promise<Page<BoardItemView>> {
    return this.queries.list(scope, query);
  }

  /**
   * Lists the findings that a board can adopt, by the section of California’s Education Code. Each finding has its words,
   * the routes that it allows, the votes and notices that it needs, and its source. This is not legal advice.
   */
  @Get('findings')
  @NeverAnswers(404)
  findings(): { items: readonly FindingRule[] } {
    return { items: FINDING_RULES };
  }

  /**
   * Proposes a finding for lots that one board item is to approve, with the reason: by their routes, and by what all of
   * their devices are worth. A person decides. This is not legal advice.
   */
  @Get('proposal')
  @NeverAnswers(404)
  proposal(@CurrentScope() scope: Scope, @Query() { lots }: ProposalQuery): Promise<FindingProposal> {
    return this.queries.propose(scope, lots);
  }

  /** Adds a board item. */
  @Post()
  @NeverAnswers(404)
  @Etag()
  create(@CurrentScope() scope: Scope, @Body() body: NewBoardItemBody): Promise<BoardItemDetail> {
    return this.items.create(scope, body);
  }

  /** Shows one board item with its finding, its notices and its lots. */
  @Get(':id')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<BoardItemDetail> {
    return this.queries.find(scope, id);
  }

  /** Changes a board item. After the item has approved a lot, only its note can change. */
  @Patch(':id')
  @Etag()
  change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: BoardItemChangeBody,
  ): Promise<BoardItemDetail> {
    return this.items.change(scope, id, version, body);
  }

  /** The board packet as a PDF: the finding to be adopted, the devices by route, and the federal share. */
  @Get(':id/packet.pdf')
  @ApiProduces(EXPORT_TYPE.pdf)
  packetPdf(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return this.packets.file(scope, id, 'pdf');
  }

  /** The board packet as an Excel workbook. */
  @Get(':id/packet.xlsx')
  @ApiProduces(EXPORT_TYPE.xlsx)
  packetXlsx(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    return this.packets.file(scope, id, 'xlsx');
  }
}
