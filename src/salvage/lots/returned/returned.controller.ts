import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListFile } from '../../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../../access/routes/needs.decorator.js';
import type { Scope } from '../../../access/scope.js';
import type { Page } from '../../../common/paging.js';
import {
  ReturnedDifferenceBody,
  ReturnedDifferencesBody,
  ReturnedDifferencesQuery,
  ReturnedLinesQuery,
} from './returned.dto.js';
import { type ReturnedDifferenceView, type ReturnedLineView, ReturnedQueries } from './returned.queries.js';
import { ReturnedDifferences, type SettledMany } from './returned.service.js';

@ApiTags('salvage')
@Controller('lots/:id/settlement')
export class ReturnedController {
  constructor(
    private readonly queries: ReturnedQueries,
    private readonly returned: ReturnedDifferences,
  ) {}

  /**
   * Lists what the recipient says of each device of a lot that left: grade, weight, price, and what became of its data.
   * It comes from files (import kind `settlements`). Each line says in what it differs from the manifest.
   */
  @Get()
  @Needs('salvage:edit')
  @ListFile<ReturnedLineView>('Settlement of a lot', {
    position: ['No.', 'integer'],
    serialNumber: ['Serial number', 'text'],
    assetTag: ['Asset tag', 'text'],
    cosmeticGrade: ['Cosmetic grade', 'text'],
    functionalGrade: ['Functional grade', 'text'],
    letterGrade: ['Letter grade', 'text'],
    weightKg: ['Weight, kg', 'number'],
    priceCents: ['Price', 'cents'],
    offeredCents: ['Offered price', 'cents'],
    sanitization: ['Sanitization result', 'text'],
    dispositionText: ['Disposition', 'text'],
    note: ['Notes', 'text'],
    differences: ['Differences', 'text'],
    openDifferences: ['Open differences', 'integer'],
    recordedAt: ['Recorded at', 'instant'],
    deviceId: ['Device id', 'text'],
  })
  lines(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ReturnedLinesQuery,
  ): Promise<Page<ReturnedLineView>> {
    return this.queries.lines(scope, id, query);
  }

  /**
   * Lists in what a settlement differs from the manifest: devices that are missing, extra or swapped, prices that were cut,
   * and devices that were not wiped. The lot cannot be settled while one of them is open.
   */
  @Get('differences')
  @Needs('salvage:edit')
  @ListFile<ReturnedDifferenceView>('Differences of a settlement', {
    kind: ['Kind', 'text'],
    reason: ['Reason', 'text'],
    code: ['Code', 'text'],
    expected: ['Expected', 'text'],
    found: ['Found', 'text'],
    foundAt: ['Found at', 'instant'],
    settledAt: ['Settled at', 'instant'],
    settledByName: ['Settled by', 'text'],
    note: ['Note', 'text'],
    deviceId: ['Device id', 'text'],
  })
  differences(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: ReturnedDifferencesQuery,
  ): Promise<Page<ReturnedDifferenceView>> {
    return this.queries.differences(scope, id, query);
  }

  /** Settles all open differences of a kind with one note, and answers how many they were. */
  @Post('differences')
  @HttpCode(200)
  @Needs('salvage:approve')
  settleMany(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReturnedDifferencesBody,
  ): Promise<SettledMany> {
    return this.returned.settleMany(scope, id, body);
  }

  /** Settles an open difference with a note that says how, or opens a settled one again. */
  @Post('differences/:differenceId')
  @HttpCode(200)
  @Needs('salvage:approve')
  settle(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('differenceId', ParseUUIDPipe) differenceId: string,
    @Body() body: ReturnedDifferenceBody,
  ): Promise<ReturnedDifferenceView> {
    return this.returned.settle(scope, id, differenceId, body);
  }
}
