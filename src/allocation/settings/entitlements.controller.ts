import { Body, Controller, Get, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { SCHOOL_YEAR_PARAMETER } from '../../common/time/school-year.js';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { OrNull } from '../../common/http/request-fields.js';
import { ListFile, ListQuery } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { Etag, IfMatchIfAny } from '../../common/http/etag.js';
import { type BothWays, type Page, SortedBy } from '../../common/paging.js';
import { type Unit, UNITS } from '../models/allocation-model.js';
import { type EntitlementView, SiteEntitlements } from './entitlements.service.js';
import { Quarters } from '../models/models.dto.js';

export class EntitlementBody {
  @IsIn(UNITS)
  unit!: Unit;

  /** Hours or days per week, from 0 up, in steps of 0.25. Null removes the recorded amount. */
  @OrNull()
  @Quarters(0)
  amount: number | null = null;

  /** Why, such as a board's decision. */
  @OrNull()
  @IsString()
  @MaxLength(2000)
  note: string | null = null;
}

export class EntitlementsQuery extends ListQuery {
  /** Sorted by school year and revision. */
  @SortedBy('schoolYear')
  sort: BothWays<'schoolYear'> = '-schoolYear';
}

@ApiTags('allocation')
@Controller('allocation/sites/:id/entitlements')
export class SiteEntitlementsController {
  constructor(private readonly entitlements: SiteEntitlements) {}

  /**
   * Lists everything that was recorded about the support that a site gets apart from a model, latest school year
   * first.
   */
  @Get()
  @Needs('sites:read')
  @ListFile<EntitlementView>('Entitlements of a site', {
    schoolYear: ['School year', 'text'],
    revision: ['Revision', 'integer'],
    amount: ['A week', 'number'],
    unit: ['Unit', 'text'],
    note: ['Note', 'text'],
    recordedAt: ['Recorded at', 'instant'],
    recordedBy: ['Recorded by', 'text'],
  })
  history(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: EntitlementsQuery,
  ): Promise<Page<EntitlementView>> {
    return this.entitlements.history(scope, id, query);
  }

  /**
   * Records the support that a site gets in a school year, such as `2025-26`, apart from a model. `If-Match` is
   * required once there is a record for that year.
   */
  @Put(':schoolYear')
  @ApiParam(SCHOOL_YEAR_PARAMETER)
  @Needs('allocation:edit')
  @Etag('revision')
  set(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('schoolYear') schoolYear: string,
    @IfMatchIfAny() revision: number | null,
    @Body() { unit, amount, note }: EntitlementBody,
  ): Promise<EntitlementView> {
    return this.entitlements.set(scope, id, schoolYear, { unit, amount, note }, revision);
  }
}
