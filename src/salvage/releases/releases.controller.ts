import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { NeverAnswers } from '../../common/http/never-answers.js';
import type { Page } from '../../common/paging.js';
import { NewReleasesBody, ReleasesQuery } from './releases.dto.js';
import { type NewReleases, Releases, type ReleaseView } from './releases.service.js';

@ApiTags('salvage')
@Controller('releases')
export class ReleasesController {
  constructor(private readonly releases: Releases) {}

  /** Lists devices that were released from management, latest first. */
  @Get()
  @Needs('devices:read')
  @ListFile<ReleaseView>('Releases from management', {
    deviceCode: ['Device', 'text'],
    serialNumber: ['Serial number', 'text'],
    site: ['Site', 'text'],
    siteName: ['Site name', 'text'],
    service: ['Service', 'text'],
    releasedAt: ['Released at', 'instant'],
    note: ['Note', 'text'],
    recordedByName: ['Recorded by', 'text'],
    deviceId: ['Device id', 'text'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: ReleasesQuery): Promise<Page<ReleaseView>> {
    return this.releases.list(scope, query);
  }

  /**
   * Records that devices were released from management, so that their next owner can use them. This opens the gate
   * `released`. The answer names each device that was left out, and why. A missing device stays locked.
   */
  @Post()
  @Needs('salvage:edit')
  @NeverAnswers(404)
  create(@CurrentScope() scope: Scope, @Body() body: NewReleasesBody): Promise<NewReleases> {
    return this.releases.create(scope, body);
  }

  /** Takes back a release that was recorded by mistake, and closes the gate again. */
  @Delete(':id')
  @HttpCode(204)
  @Needs('salvage:edit')
  withdraw(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.releases.withdraw(scope, id);
  }
}
