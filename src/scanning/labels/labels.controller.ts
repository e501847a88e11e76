import { Body, Controller, Get, HttpCode, Post, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Repeatable } from '../../access/routes/idempotency.interceptor.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { Settings } from '../../config/settings.js';
import { LABEL_LAYOUTS, type LabelLayout } from './label-layouts.js';
import { LabelsBody } from './labels.dto.js';
import { Labels } from './labels.service.js';

@ApiTags('scanning')
@Controller('labels')
@Needs('devices:read')
export class LabelsController {
  constructor(
    private readonly labels: Labels,
    private readonly settings: Settings,
  ) {}

  /**
   * Lists the label sheets and rolls that you can print on. Lengths are in millimeters. `address` is the web address in
   * the QR codes. It is null if the server does not know its own address. QR codes then contain only the code.
   */
  @Get('layouts')
  layouts(): { items: LabelLayout[]; address: string | null } {
    return { items: [...LABEL_LAYOUTS], address: this.address ?? null };
  }

  /**
   * Prints labels for devices or reserved asset tags, as PDF or ZPL. Names in a script that the font does not have
   * are written in Latin letters. A code with characters beyond ASCII gets a QR code but no barcode. QR codes open the
   * page of their device if the server has a `PUBLIC_URL`. Otherwise, they contain only the code.
   */
  @Post()
  @Repeatable()
  @HttpCode(200)
  @ApiProduces('application/pdf', 'application/zpl')
  print(@CurrentScope() scope: Scope, @Body() body: LabelsBody): Promise<StreamableFile> {
    return this.labels.print(scope, body, this.address);
  }

  /**
   * Uses only the setting. The address of this request may work on one computer only, such as 127.0.0.1, and people use
   * a label for years.
   */
  private get address(): string | undefined {
    return this.settings.PUBLIC_URL;
  }
}
