import { Body, Controller, Get, Param, ParseUUIDPipe, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { Etag, IfMatch } from '../../common/http/etag.js';
import { VendorDeskBody } from './vendor-desk.dto.js';
import { VendorDesks, type VendorDeskView } from './vendor-desks.service.js';

@ApiTags('vendors')
@Controller('vendors/:id/desk')
export class VendorDesksController {
  constructor(private readonly desks: VendorDesks) {}

  /** Shows what people at a vendor see on their pages beside the fault of a device. By default, nothing. */
  @Get()
  @Needs('warranty:edit')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<VendorDeskView> {
    return this.desks.find(scope, id);
  }

  /** Decides what people at a vendor see. Fields that you leave out stay as they are. */
  @Patch()
  @Needs('settings:edit')
  @Etag()
  change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: VendorDeskBody,
  ): Promise<VendorDeskView> {
    return this.desks.change(scope, id, version, body);
  }
}
