import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsNumber, IsString, Max, MaxLength, Min } from 'class-validator';
import { NeverAnswers } from '../../common/http/never-answers.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { Etag, IfMatch } from '../../common/http/etag.js';
import { IfGiven, NestedList, OrNull } from '../../common/http/request-fields.js';
import {
  type AllocationDecisions,
  type AllocationSettings,
  AllocationSettingsService,
  type SetAside,
} from './allocation-settings.service.js';

export class SetAsideBody implements SetAside {
  /** Key of a kind of work that is not for a site. */
  @IsString()
  @MaxLength(60)
  work!: string;

  /** For each full-time technician. */
  @IsNumber()
  @Min(0)
  @Max(40)
  hoursAWeek!: number;
}

/** All settings. Settings that you leave out are removed. */
export class AllocationSettingsBody implements AllocationDecisions {
  /** Share of the technicians' days that proposals keep in reserve. */
  @IsNumber()
  @Min(0)
  @Max(0.9)
  reserveShare!: number;

  /** Key of the model in force; null for none. */
  @OrNull()
  @IsString()
  @MaxLength(60)
  model: string | null = null;

  /** The time planned for travel, projects, learning and similar work. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @NestedList(() => SetAsideBody)
  setAside: SetAsideBody[] = [];
}

@ApiTags('allocation')
@Controller('allocation/settings')
export class AllocationSettingsController {
  constructor(private readonly settings: AllocationSettingsService) {}

  /** Shows the district's settings for sharing out support. */
  @Get()
  @Needs('sites:read')
  @Etag()
  find(@CurrentScope() scope: Scope): Promise<AllocationSettings> {
    return this.settings.find(scope.districtId);
  }

  /** Replaces the district's settings for sharing out support. */
  @Put()
  @Needs('settings:edit')
  @NeverAnswers(404)
  @Etag()
  change(
    @CurrentScope() scope: Scope,
    @IfMatch() version: number | null,
    @Body() body: AllocationSettingsBody,
  ): Promise<AllocationSettings> {
    return this.settings.change(scope, version, body);
  }
}
