import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsString,
  MaxLength,
  MinLength,
} from 'class-validator';
import { ListFile, ListQuery } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { type BothWays, type Page, SortedBy } from '../../common/paging.js';
import { type Condition, CONDITIONS } from './device-sighting.entity.js';
import { IfGiven, Instant, NestedList, SiteCode, Uuid } from '../../common/http/request-fields.js';
import {
  type NewSighting,
  type SightingResult,
  SightingsService,
  type SightingView,
} from './sightings.service.js';

export class SightingBody implements NewSighting {
  /** A UUID that you create. Sending the same one again has no effect. */
  @IfGiven()
  @Uuid()
  id?: string;

  /** Any code of the device. */
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  code!: string;

  /** Now by default. */
  @IfGiven()
  @Instant()
  seenAt?: Date;

  /** Code of the site where it was seen. By default, the site of the device. */
  @IfGiven()
  @SiteCode()
  site?: string;

  @IfGiven()
  @IsIn(CONDITIONS)
  condition?: Condition;

  @IfGiven()
  @IsBoolean()
  inUse?: boolean;
}

export class SightingsBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @NestedList(() => SightingBody)
  sightings!: SightingBody[];
}

export class SightingsQuery extends ListQuery {
  @SortedBy('seenAt')
  sort: BothWays<'seenAt'> = '-seenAt';
}

@ApiTags('devices')
@Controller('devices')
export class SightingsController {
  constructor(private readonly sightings: SightingsService) {}

  /** Records that somebody saw these devices. The answer has one result for each sighting, in the same order. */
  @Post('sightings')
  @HttpCode(200)
  @Needs('devices:edit')
  async record(
    @CurrentScope() scope: Scope,
    @Body() body: SightingsBody,
  ): Promise<{ results: SightingResult[] }> {
    return { results: await this.sightings.record(scope, body.sightings) };
  }

  /** Lists when a device was seen, by whom and where, latest first. */
  @Get(':id/sightings')
  @Needs('devices:read')
  @ListFile<SightingView>('Sightings', {
    seenAt: ['Seen at', 'instant'],
    site: ['Site', 'text'],
    seenBy: ['Seen by', 'text'],
    condition: ['Condition', 'text'],
    inUse: ['In use', 'boolean'],
    recordedAt: ['Recorded at', 'instant'],
    id: ['Id', 'text'],
  })
  list(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: SightingsQuery,
  ): Promise<Page<SightingView>> {
    return this.sightings.list(scope, id, query);
  }
}
