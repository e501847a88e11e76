import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListFile } from '../access/routes/list-file.js';
import { CurrentScope, Needs } from '../access/routes/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { filterOf } from '../counts/counts.dto.js';
import { CountedChangesQuery, CountedDevicesQuery } from './count-evidence.dto.js';
import {
  type CountedChange,
  type CountedDevice,
  CountEvidenceQueries,
  type Evidence,
} from './count-evidence.queries.js';

/** What either list says of a device. */
const OF_DEVICE = {
  assetTag: ['Asset tag', 'text'],
  serialNumber: ['Serial number', 'text'],
  manufacturer: ['Manufacturer', 'text'],
  model: ['Model', 'text'],
  site: ['Site', 'text'],
  kind: ['Kind', 'text'],
  status: ['Status', 'text'],
} as const;

@ApiTags('counts')
@Controller('counts')
@Needs('devices:read')
export class CountEvidenceController {
  constructor(private readonly evidence: CountEvidenceQueries) {}

  /** Lists the devices behind a count. Use the same filters as for the count. */
  @Get('devices')
  @ListFile<CountedDevice>('Devices behind a count', {
    ...OF_DEVICE,
    since: ['Since', 'date'],
    deviceId: ['Device id', 'text'],
    eventId: ['Event id', 'text'],
  })
  devices(
    @CurrentScope() scope: Scope,
    @Query() query: CountedDevicesQuery,
  ): Promise<Evidence<CountedDevice> & { asOf: string }> {
    const { asOf, region, limit, cursor } = query;
    return this.evidence.devices(scope, { ...filterOf(query), asOf, regions: region, limit, cursor });
  }

  /** Lists the events behind a growth figure. Together, their changes add up to that figure. */
  @Get('growth/events')
  @ListFile<CountedChange>('Events behind a growth', {
    on: ['On', 'date'],
    cause: ['Cause', 'text'],
    change: ['Change', 'integer'],
    ...OF_DEVICE,
    deviceId: ['Device id', 'text'],
    eventId: ['Event id', 'text'],
  })
  changes(
    @CurrentScope() scope: Scope,
    @Query() query: CountedChangesQuery,
  ): Promise<Evidence<CountedChange> & { from: string; to: string }> {
    const { from, to, cause, region, limit, cursor } = query;
    return this.evidence.changes(scope, {
      ...filterOf(query),
      from,
      to,
      causes: cause,
      regions: region,
      limit,
      cursor,
    });
  }
}
