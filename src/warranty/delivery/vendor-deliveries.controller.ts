import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { Etag, IfMatchIfAny } from '../../common/http/etag.js';
import { VendorDeliveryBody } from './vendor-deliveries.dto.js';
import { VendorDeliveries, type VendorDeliveryView } from './vendor-deliveries.service.js';

@ApiTags('warranty')
@Controller('vendors/:id/delivery')
@Needs('settings:edit')
export class VendorDeliveriesController {
  constructor(private readonly deliveries: VendorDeliveries) {}

  /** Shows in which layout the vendor gets claims, how and when. Passwords, keys and secrets are never shown. */
  @Get()
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<VendorDeliveryView> {
    return this.deliveries.find(scope, id);
  }

  /** Sets all of it. Passwords, keys and secrets that you leave out stay as they are. */
  @Put()
  @Etag()
  put(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatchIfAny() version: number | null,
    @Body() body: VendorDeliveryBody,
  ): Promise<VendorDeliveryView> {
    return this.deliveries.put(scope, id, version, body);
  }
}
