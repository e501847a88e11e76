import { Body, Controller, Get, HttpCode, Post, Req, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
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

  /** Lists the label sheets and rolls that you can print on. Lengths are in millimeters. */
  @Get('layouts')
  layouts(): { items: LabelLayout[] } {
    return { items: [...LABEL_LAYOUTS] };
  }

  /**
   * Prints labels for devices or reserved asset tags, as PDF or ZPL. Names in a script that the font does not have
   * are written in Latin letters. A code with characters beyond ASCII gets a QR code but no bar code.
   */
  @Post()
  @Repeatable()
  @HttpCode(200)
  @ApiProduces('application/pdf', 'application/zpl')
  print(
    @CurrentScope() scope: Scope,
    @Body() body: LabelsBody,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    const { PUBLIC_URL = `${request.protocol}://${request.host}` } = this.settings;
    return this.labels.print(scope, body, PUBLIC_URL.replace(/\/+$/, ''));
  }
}
