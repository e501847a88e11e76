import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { StatedDecimals } from '../../common/http/stated-decimals.js';
import type { Page } from '../../common/paging.js';
import {
  type MissedCoverage,
  MissedCoverageQueries,
  type MissedTotals,
  type UnclaimedRepair,
} from './missed-coverage.queries.js';
import { type Scorecard, ScorecardQueries } from './scorecard.queries.js';
import {
  MissedCoverageQuery,
  MissedTotalsQuery,
  ScorecardQuery,
  UnclaimedRepairsQuery,
} from './warranty-figures.dto.js';

@ApiTags('warranty')
@Controller('warranty')
@Needs('devices:read')
@UseInterceptors(StatedDecimals)
export class WarrantyFiguresController {
  constructor(
    private readonly scorecards: ScorecardQueries,
    private readonly missed: MissedCoverageQueries,
  ) {}

  /** Shows how vendors keep their promises, quarter by quarter, over the claims of the devices that you can see. */
  @Get('scorecard')
  scorecard(@CurrentScope() scope: Scope, @Query() query: ScorecardQuery): Promise<Scorecard> {
    return this.scorecards.find(scope, query);
  }

  /**
   * Lists claims with an invoice that a coverage would have paid on the day on which the claim was opened: it had begun,
   * had not ended, pays for this kind of fault, and had an incident left. Cancelled claims are left out.
   */
  @Get('missed-coverage')
  @ListFile<MissedCoverage>('Missed coverage', {
    number: ['Claim', 'text'],
    deviceCode: ['Device', 'text'],
    deviceModel: ['Model', 'text'],
    site: ['Site', 'text'],
    siteName: ['Site name', 'text'],
    vendorName: ['Paid to', 'text'],
    category: ['Fault', 'text'],
    isAccidental: ['Accident', 'boolean'],
    openedAt: ['Opened at', 'instant'],
    paidCents: ['Paid', 'cents'],
    missedCents: ['Coverage would have paid', 'cents'],
    coverageVendorName: ['Coverage of', 'text'],
    coverageKind: ['Type', 'text'],
    contractNumber: ['Contract number', 'text'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: MissedCoverageQuery): Promise<Page<MissedCoverage>> {
    return this.missed.list(scope, query);
  }

  /** Adds up missed coverage at the sites that you can see. */
  @Get('missed-coverage/totals')
  totals(@CurrentScope() scope: Scope, @Query() query: MissedTotalsQuery): Promise<MissedTotals> {
    return this.missed.totals(scope, query);
  }

  /**
   * Lists devices that are in repair today although a coverage for defects has not ended, and that have no open claim,
   * and none that was opened in the 30 days before the repair. If the fault is a defect, the vendor of the coverage pays.
   */
  @Get('missed-coverage/repairs')
  @ListFile<UnclaimedRepair>('Repairs without a claim', {
    deviceCode: ['Device', 'text'],
    deviceModel: ['Model', 'text'],
    site: ['Site', 'text'],
    siteName: ['Site name', 'text'],
    inRepairSince: ['In repair since', 'instant'],
    coverageVendorName: ['Coverage of', 'text'],
    coverageKind: ['Type', 'text'],
    coveredUntil: ['Covered until', 'date'],
    id: ['Id', 'text'],
  })
  repairs(
    @CurrentScope() scope: Scope,
    @Query() query: UnclaimedRepairsQuery,
  ): Promise<Page<UnclaimedRepair>> {
    return this.missed.unclaimed(scope, query);
  }
}
