import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentScope, Needs } from '../access/routes/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { CountsQuery, filterOf, GrowthQuery, SeriesQuery } from './counts.dto.js';
import { type Counts, CountsQueries } from './counts.queries.js';
import { type Growth, GrowthQueries } from './series/growth.queries.js';
import { type Series, SeriesQueries } from './series/series.queries.js';

@ApiTags('counts')
@Controller('counts')
@Needs('counts:read')
export class CountsController {
  constructor(
    private readonly queries: CountsQueries,
    private readonly seriesQueries: SeriesQueries,
    private readonly growthQueries: GrowthQueries,
  ) {}

  /** Counts the devices on a day, by site, region, kind and status. */
  @Get()
  counts(@CurrentScope() scope: Scope, @Query() query: CountsQuery): Promise<Counts> {
    const { asOf, groupBy } = query;
    return this.queries.counts(scope, { ...filterOf(query), asOf, groupBy: [...new Set(groupBy)] });
  }

  /** Counts the devices at the end of each day, week, month, quarter, school year or year. */
  @Get('series')
  series(@CurrentScope() scope: Scope, @Query() query: SeriesQuery): Promise<Series> {
    const { from, to, interval, groupBy } = query;
    return this.seriesQueries.series(scope, {
      ...filterOf(query),
      from,
      to,
      interval,
      groupBy: [...new Set(groupBy)],
    });
  }

  /**
   * Shows how the number of devices changed between two days, and why. In every group, the causes add up to the
   * difference.
   */
  @Get('growth')
  growth(@CurrentScope() scope: Scope, @Query() query: GrowthQuery): Promise<Growth> {
    const { from, to, groupBy } = query;
    return this.growthQueries.growth(scope, { ...filterOf(query), from, to, groupBy: [...new Set(groupBy)] });
  }
}
