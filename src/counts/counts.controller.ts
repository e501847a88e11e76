import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentScope, Needs } from '../access/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { CountsQuery } from './counts.dto.js';
import { type Counts, CountsQueries } from './counts.queries.js';

const ACTIVE = ['in_stock', 'deployed', 'in_repair'];

@ApiTags('counts')
@Controller('counts')
@Needs('counts:read')
export class CountsController {
  constructor(private readonly queries: CountsQueries) {}

  /** How many devices there were on a day, by site, region, kind and status. */
  @Get()
  counts(@CurrentScope() scope: Scope, @Query() query: CountsQuery): Promise<Counts> {
    const statuses = query.status?.flatMap((word) => (word === 'active' ? ACTIVE : [word]));
    return this.queries.counts(scope, {
      asOf: query.asOf,
      knownAt: query.knownAt,
      groupBy: [...new Set(query.groupBy)],
      statuses: statuses && [...new Set(statuses)],
      kinds: query.kind,
      sites: query.site?.map((code) => code.toUpperCase()),
    });
  }
}
