import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { ListFile, ListQuery } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { CalendarDate, IfGiven, SiteCode, Uuid } from '../../common/http/request-fields.js';
import { type BothWays, type Page, SortedBy } from '../../common/paging.js';
import { LoansQueries, type LoanView } from './loans.queries.js';

export class LoansQuery extends ListQuery {
  /** Code of the site of the device. */
  @IfGiven()
  @SiteCode()
  site?: string;

  /** Due on this calendar date or earlier. */
  @IfGiven()
  @CalendarDate()
  dueBy?: string;

  @IfGiven()
  @IsString()
  @MaxLength(20)
  grade?: string;

  /** `left` means that the person has left. `moved` means that the person is at another site than the device. */
  @IfGiven()
  @IsIn(['left', 'moved'])
  holder?: 'left' | 'moved';

  /** Id of the person who has the device. */
  @IfGiven()
  @Uuid()
  person?: string;

  @SortedBy('dueOn')
  sort: BothWays<'dueOn'> = 'dueOn';
}

@ApiTags('devices')
@Controller('loans')
@Needs('people:read')
export class LoansController {
  constructor(private readonly loans: LoansQueries) {}

  /**
   * Lists devices that are checked out and not yet returned, earliest due date first. Rollcall logs which students'
   * names were shown, and to whom.
   */
  @Get()
  @ListFile<LoanView>('Loans', {
    assetTag: ['Asset tag', 'text'],
    serialNumber: ['Serial number', 'text'],
    model: ['Model', 'text'],
    site: ['Site', 'text'],
    siteName: ['Site name', 'text'],
    externalId: ['Person ID', 'text'],
    givenName: ['First name', 'text'],
    familyName: ['Last name', 'text'],
    grade: ['Grade', 'text'],
    personSite: ['Person’s site', 'text'],
    personSiteName: ['Name of the person’s site', 'text'],
    leftOn: ['Left on', 'date'],
    loanedAt: ['Loaned at', 'instant'],
    dueOn: ['Due on', 'date'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: LoansQuery): Promise<Page<LoanView>> {
    return this.loans.open(scope, query);
  }
}
