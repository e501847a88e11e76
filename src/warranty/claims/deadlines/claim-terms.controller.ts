import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { CurrentScope, Needs } from '../../../access/routes/needs.decorator.js';
import type { Scope } from '../../../access/scope.js';
import { Etag, IfMatch } from '../../../common/http/etag.js';
import { OrNull } from '../../../common/http/request-fields.js';
import { ClaimTermsOfVendors, type ClaimTermsView } from './claim-terms.service.js';

const MOST_DAYS = 365;

/** What a vendor gives the district. What is left out, or null, the vendor does not say. */
export class ClaimTermsBody {
  /** Calendar days after the vendor shipped a part, until the defective part must be back. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  partBackDays?: number | null;

  /** Calendar days for which an RMA is good. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  rmaDays?: number | null;

  /** Calendar days for which a quote is good. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  quoteDays?: number | null;

  /** Devices that go in one box. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(1000)
  boxSlots?: number | null;
}

@ApiTags('warranty')
@Controller('vendors/:id/claim-terms')
export class ClaimTermsController {
  constructor(private readonly terms: ClaimTermsOfVendors) {}

  /** Shows how much time this vendor gives the district for its own part of a claim. */
  @Get()
  @Needs('devices:read')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<ClaimTermsView> {
    return this.terms.find(scope, id);
  }

  /** Writes these terms as a whole. They apply to RMAs, quotes and parts that come from now on. */
  @Put()
  @Needs('settings:edit')
  @Etag()
  put(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: ClaimTermsBody,
  ): Promise<ClaimTermsView> {
    return this.terms.put(scope, id, version, body);
  }
}
