import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsIn, IsInt, IsNotEmpty, IsString, Max, MaxLength, Min } from 'class-validator';
import { NeverAnswers } from '../../common/http/never-answers.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { Etag, IfMatch } from '../../common/http/etag.js';
import { definedFields } from '../../common/defined-fields.js';
import { CalendarDate, IfGiven, OrNull, Trimmed, Uuid } from '../../common/http/request-fields.js';
import { type DeviceKind, KINDS } from '../../catalogue/kinds.js';
import { type ReplacementSetting, ReplacementSettings } from './replacement-settings.service.js';

class ReplacementNumbers {
  /** Months from the in-service date to replacement. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(600)
  lifeMonths?: number | null;

  /** Price of a replacement, in cents. */
  @OrNull()
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  priceCents?: number | null;
}

export class NewReplacementBody extends ReplacementNumbers {
  @IsIn(KINDS)
  kind!: DeviceKind;

  /**
   * A model of that kind. Without it, the setting is for every model of the kind that has no setting of its own.
   */
  @OrNull()
  @Uuid()
  modelId?: string | null;

  /** The source of the numbers, such as a quote, a contract or a policy. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  source!: string;

  /** The date of that source. */
  @CalendarDate()
  asOf!: string;
}

export class ReplacementChangeBody extends ReplacementNumbers {
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  source?: string;

  @IfGiven()
  @CalendarDate()
  asOf?: string;
}

@ApiTags('reports')
@Controller('replacement-settings')
@Needs('counts:read')
export class ReplacementSettingsController {
  constructor(private readonly settings: ReplacementSettings) {}

  /**
   * Lists how long devices are expected to last and what a replacement costs. The replacement forecast uses these
   * figures.
   */
  @Get()
  async list(@CurrentScope() scope: Scope): Promise<{ items: ReplacementSetting[]; nextCursor: null }> {
    return { items: await this.settings.all(scope), nextCursor: null };
  }

  /** Shows one expected life and replacement price. */
  @Get(':id')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<ReplacementSetting> {
    return this.settings.find(scope, id);
  }

  /** Adds an expected life and a replacement price for a kind of device or a model. */
  @Post()
  @Needs('settings:edit')
  @NeverAnswers(404)
  @Etag()
  create(@CurrentScope() scope: Scope, @Body() body: NewReplacementBody): Promise<ReplacementSetting> {
    const { kind, modelId = null, lifeMonths = null, priceCents = null, source, asOf } = body;
    return this.settings.create(scope, { kind, modelId, lifeMonths, priceCents, source, asOf });
  }

  /** Changes an expected life or a replacement price. */
  @Patch(':id')
  @Needs('settings:edit')
  @NeverAnswers(409)
  @Etag()
  change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: ReplacementChangeBody,
  ): Promise<ReplacementSetting> {
    return this.settings.change(scope, id, version, definedFields(body));
  }

  /** Deletes an expected life and replacement price. */
  @Delete(':id')
  @HttpCode(204)
  @Needs('settings:edit')
  remove(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
  ): Promise<void> {
    return this.settings.remove(scope, id, version);
  }
}
