import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { IfGiven } from '../../common/http/request-fields.js';
import { ListFile, ListQuery } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { type BothWays, type Page, SortedBy } from '../../common/paging.js';
import { type TagRangeView, type TagSeriesView, TagsService } from './tags.service.js';

export class NewTagSeriesBody {
  /** The beginning of every tag of the series, such as `IUSD-`. It can be empty. */
  @IsString()
  @MaxLength(30)
  prefix!: string;

  @IsInt()
  @Min(1)
  @Max(12)
  digits!: number;

  /** The first number of the series. By default, the number after the highest tag of a device. */
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(999_999_999_999)
  from?: number;
}

export class NewTagRangeBody {
  @IsInt()
  @Min(1)
  @Max(5000)
  count!: number;
}

export class TagSeriesQuery extends ListQuery {
  @SortedBy('prefix')
  sort: BothWays<'prefix'> = 'prefix';
}

export class TagRangesQuery extends ListQuery {
  /** Sorted by `id`, which is the order in which they were reserved. */
  @SortedBy('id')
  sort: BothWays<'id'> = '-id';
}

@ApiTags('devices')
@Controller('tag-series')
export class TagsController {
  constructor(private readonly tags: TagsService) {}

  /** Lists the number series for asset tags. */
  @Get()
  @Needs('devices:read')
  @ListFile<TagSeriesView>('Tag series', {
    prefix: ['Prefix', 'text'],
    digits: ['Digits', 'integer'],
    next: ['Next tag', 'text'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: TagSeriesQuery): Promise<Page<TagSeriesView>> {
    return this.tags.series(scope, query);
  }

  /** Starts a number series for asset tags. */
  @Post()
  @Needs('settings:edit')
  begin(@CurrentScope() scope: Scope, @Body() body: NewTagSeriesBody): Promise<TagSeriesView> {
    return this.tags.begin(scope, body);
  }

  /** Lists the ranges of asset tags that were reserved from a series. */
  @Get(':id/ranges')
  @Needs('devices:read')
  @ListFile<TagRangeView>('Tag ranges', {
    first: ['First tag', 'text'],
    last: ['Last tag', 'text'],
    count: ['Tags', 'integer'],
    createdAt: ['Handed out at', 'instant'],
    id: ['Id', 'text'],
  })
  ranges(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: TagRangesQuery,
  ): Promise<Page<TagRangeView>> {
    return this.tags.ranges(scope, id, query);
  }

  /**
   * Reserves asset tags so that you can print them before the devices arrive. Rollcall never gives out these tags
   * again.
   */
  @Post(':id/ranges')
  @Needs('devices:edit')
  take(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { count }: NewTagRangeBody,
  ): Promise<TagRangeView & { tags: string[] }> {
    return this.tags.takeRange(scope, id, count);
  }
}
