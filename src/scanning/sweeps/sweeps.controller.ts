import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { NeverAnswers } from '../../common/http/never-answers.js';
import { ListFile, ListQuery } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { type BothWays, type Page, SortedBy } from '../../common/paging.js';
import {
  BetweenFields,
  IfGiven,
  QueryBoolean,
  QueryInteger,
  SiteCode,
  Trimmed,
} from '../../common/http/request-fields.js';
import { EXPORT_FORMATS, type ExportFormat } from '../../common/documents/table-export.js';
import { SWEEP_RESULTS, type SweepResult } from './sweep-findings.sql.js';
import {
  type DueRoom,
  type SweepDetail,
  type SweepFindingView,
  SweepsQueries,
  type SweepView,
} from './sweeps.queries.js';
import { type NotMoved, Sweeps } from './sweeps.service.js';

export class SweepsQuery extends ListQuery {
  /** True for those that are not closed. */
  @IfGiven()
  @QueryBoolean()
  open?: boolean;

  /** Code of a site. */
  @IfGiven()
  @SiteCode()
  site?: string;

  @SortedBy('begunAt')
  sort: BothWays<'begunAt'> = '-begunAt';
}

export class FindingsQuery extends ListQuery {
  @IfGiven()
  @IsIn(SWEEP_RESULTS)
  result?: SweepResult;
}

export class DueQuery extends ListQuery {
  /** A room is due when its last sweep was closed so many months ago, or never. */
  @IfGiven()
  @QueryInteger(1, 120)
  months: number = 12;
}

@BetweenFields({ not: { required: ['room', 'cart'] } })
export class NewSweepBody {
  /** Code of the site. */
  @SiteCode()
  site!: string;

  /** Name of a room of it; the whole site where neither room nor cart is said. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  room?: string;

  /** Name of a cart of it, to be counted in one go. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  cart?: string;

  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name?: string;
}

export class SweepClosingBody {
  /** Whether what stands elsewhere than expected is moved to where it was found. */
  @IsBoolean()
  moves!: boolean;

  @IfGiven()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

@ApiTags('sweeps')
@Controller('sweeps')
export class SweepsController {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly queries: SweepsQueries,
  ) {}

  /** Lists the sweeps of your sites, latest first. */
  @Get()
  @Needs('devices:read')
  @ListFile<SweepView>('Sweeps', {
    name: ['Name', 'text'],
    site: ['Site', 'text'],
    siteName: ['Site name', 'text'],
    room: ['Room', 'text'],
    cart: ['Cart', 'text'],
    begunAt: ['Begun at', 'instant'],
    closedAt: ['Closed at', 'instant'],
    note: ['Note', 'text'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: SweepsQuery): Promise<Page<SweepView>> {
    return this.queries.list(scope, query);
  }

  /**
   * Starts a sweep of a site, a room or a cart. The list of expected devices is fixed at this moment. Technicians
   * then send scans with `sweep`.
   */
  @Post()
  @Needs('devices:edit')
  @NeverAnswers(404)
  begin(@CurrentScope() scope: Scope, @Body() body: NewSweepBody): Promise<SweepDetail> {
    return this.sweeps.begin(scope, body);
  }

  /** Lists rooms with devices that had no sweep for a year, or for the number of months that you choose. */
  @Get('due')
  @Needs('devices:read')
  @ListFile<DueRoom>('Rooms due for a sweep', {
    site: ['Site', 'text'],
    siteName: ['Site name', 'text'],
    room: ['Room', 'text'],
    devices: ['Devices', 'integer'],
    lastSweptAt: ['Last swept at', 'instant'],
  })
  due(@CurrentScope() scope: Scope, @Query() query: DueQuery): Promise<Page<DueRoom>> {
    return this.queries.due(scope, query);
  }

  /** Shows one sweep. */
  @Get(':id')
  @Needs('devices:read')
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<SweepDetail> {
    return this.queries.find(scope, id);
  }

  /** Lists each expected or seen device and each unknown code of a sweep, and what the sweep found about it. */
  @Get(':id/findings')
  @Needs('devices:read')
  @ListFile<SweepFindingView>('Findings of a sweep', {
    result: ['Result', 'text'],
    code: ['Code', 'text'],
    model: ['Model', 'text'],
    status: ['Status', 'text'],
    expectedRoom: ['Expected room', 'text'],
    foundRoom: ['Found in room', 'text'],
    seenAt: ['Seen at', 'instant'],
    seenBy: ['Seen by', 'text'],
    deviceId: ['Device id', 'text'],
  })
  findings(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: FindingsQuery,
  ): Promise<Page<SweepFindingView>> {
    return this.queries.findings(scope, id, query);
  }

  /** Downloads the complete sweep report to sign, as CSV, XLSX or PDF. */
  @Get(':id/report/:format')
  @Needs('devices:read')
  report(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('format', new ParseEnumPipe(EXPORT_FORMATS)) format: ExportFormat,
  ): Promise<StreamableFile> {
    return this.queries.report(scope, id, format);
  }

  /**
   * Closes a sweep and keeps its findings as they are now. It can also move devices to the rooms where they were
   * found.
   */
  @Post(':id/closing')
  @HttpCode(200)
  @Needs('devices:edit')
  close(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SweepClosingBody,
  ): Promise<SweepDetail & { moved: number; left: NotMoved[] }> {
    return this.sweeps.close(scope, id, body);
  }
}
