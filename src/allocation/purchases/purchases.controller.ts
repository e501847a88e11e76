import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Letterheads } from '../../access/letterheads.service.js';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { Etag, IfMatch } from '../../common/http/etag.js';
import type { Page } from '../../common/paging.js';
import { purchaseForm } from './purchase-form.js';
import { NewPurchaseBody, PurchaseDraftBody, PurchasesQuery, PurchaseStepBody } from './purchases.dto.js';
import { type PurchaseDetail, PurchasesQueries, type PurchaseView } from './purchases.queries.js';
import { SupportPurchases } from './purchases.service.js';

@ApiTags('allocation')
@Controller('allocation/purchases')
export class SupportPurchasesController {
  constructor(
    private readonly purchases: SupportPurchases,
    private readonly queries: PurchasesQueries,
    private readonly letterheads: Letterheads,
  ) {}

  /**
   * Lists the support requests of the sites that you can see, latest first. The same list as a file shows the budget
   * office what to encumber.
   */
  @Get()
  @Needs('sites:read')
  @ListFile<PurchaseView>('Support purchases', {
    accountString: ['Account', 'text'],
    site: ['Site', 'text'],
    siteName: ['Name', 'text'],
    schoolYear: ['School year', 'text'],
    optionName: ['Option', 'text'],
    startsOn: ['From', 'date'],
    endsOn: ['To', 'date'],
    amount: ['A week', 'number'],
    unit: ['Unit', 'text'],
    priceCents: ['Price', 'cents'],
    payer: ['Paid by', 'text'],
    payerName: ['Name of payer', 'text'],
    state: ['State', 'text'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: PurchasesQuery): Promise<Page<PurchaseView>> {
    return this.queries.list(scope, query);
  }

  /** Drafts a request for hours or days of support a week, at the price in the model. */
  @Post()
  @Needs('support:request')
  @Etag()
  create(@CurrentScope() scope: Scope, @Body() body: NewPurchaseBody): Promise<PurchaseDetail> {
    return this.purchases.create(scope, body);
  }

  /** Shows one support request with its history of states. */
  @Get(':id')
  @Needs('sites:read')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<PurchaseDetail> {
    return this.queries.find(scope, id);
  }

  /** Downloads the request as a PDF form to print and sign. */
  @Get(':id/form.pdf')
  @Needs('sites:read')
  @ApiProduces('application/pdf')
  async form(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const [purchase, letterhead] = [await this.queries.find(scope, id), await this.letterheads.of(scope)];
    return new StreamableFile(purchaseForm(purchase, letterhead), {
      type: 'application/pdf',
      disposition: `attachment; filename="support-request-${purchase.id}.pdf"`,
    });
  }

  /** Replaces the content of a draft request. Send every field again, not only those that change. */
  @Patch(':id')
  @Needs('support:request')
  @Etag()
  redraft(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: PurchaseDraftBody,
  ): Promise<PurchaseDetail> {
    return this.purchases.redraft(scope, id, version, body);
  }

  /**
   * Moves a request to its next state. Sites submit requests, and cancel those that are not approved yet. Accounts
   * with the permission `allocation:edit` approve, return, encumber and cancel requests.
   */
  @Post(':id/steps')
  @HttpCode(200)
  @Needs('support:request')
  @Etag()
  step(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: PurchaseStepBody,
  ): Promise<PurchaseDetail> {
    return this.purchases.step(scope, id, version, body);
  }
}
