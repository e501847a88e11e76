import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsInt, Max, Min } from 'class-validator';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { Etag, IfMatch } from '../../common/http/etag.js';
import { NeverAnswers } from '../../common/http/never-answers.js';
import { type SalvageSettings, SalvageSettingsService } from './salvage-settings.service.js';

/** A million dollars. */
const MOST_CENTS = 100_000_000;

/** All settings. */
export class SalvageSettingsBody {
  /** Board packets show photos of devices that are worth more than this, in cents. */
  @IsInt()
  @Min(0)
  @Max(MOST_CENTS)
  photosAboveCents!: number;
}

@ApiTags('salvage')
@Controller('salvage/settings')
@Needs('salvage:approve')
export class SalvageSettingsController {
  constructor(private readonly settings: SalvageSettingsService) {}

  /** Shows the district's settings for devices that leave. */
  @Get()
  @NeverAnswers(404)
  @Etag()
  find(@CurrentScope() scope: Scope): Promise<SalvageSettings> {
    return this.settings.find(scope.districtId);
  }

  /** Replaces the district's settings for devices that leave. */
  @Put()
  @NeverAnswers(404)
  @Etag()
  change(
    @CurrentScope() scope: Scope,
    @IfMatch() version: number | null,
    @Body() body: SalvageSettingsBody,
  ): Promise<SalvageSettings> {
    return this.settings.change(scope, version, body);
  }
}
