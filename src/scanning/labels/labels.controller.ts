import { Body, Controller, Get, HttpCode, Post, Req, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Repeatable } from '../../access/idempotency.interceptor.js';
import { CurrentScope, Needs } from '../../access/needs.decorator.js';
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

  /** Sheets and rolls that labels can be printed on. Lengths in millimetres. */
  @Get('layouts')
  layouts(): { items: LabelLayout[] } {
    return { items: [...LABEL_LAYOUTS] };
  }

  /**
   * Labels of devices, or of tags that were handed out, as PDF or as ZPL. Names whose script the font does not have are
   * written in Latin letters. A code with letters beyond ASCII gets a QR code and no bars.
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
