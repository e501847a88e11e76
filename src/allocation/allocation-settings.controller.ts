import { Body, Controller, Get, Headers, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsNumber, Max, Min } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { CurrentScope, Needs } from '../access/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { tagged, versionOf } from '../common/etag.js';
import { type AllocationSettings, AllocationSettingsService } from './allocation-settings.service.js';

export class AllocationSettingsBody {
  /** Share of the technicians' days that no proposal places. */
  @IsNumber()
  @Min(0)
  @Max(0.9)
  reserveShare!: number;
}

@ApiTags('allocation')
@Controller('allocation/settings')
export class AllocationSettingsController {
  constructor(private readonly settings: AllocationSettingsService) {}

  @Get()
  @Needs('sites:read')
  async find(
    @CurrentScope() scope: Scope,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AllocationSettings> {
    return tagged(reply, await this.settings.find(scope.districtId));
  }

  @Put()
  @Needs('allocation:edit')
  async change(
    @CurrentScope() scope: Scope,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() { reserveShare }: AllocationSettingsBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AllocationSettings> {
    return tagged(reply, await this.settings.change(scope, versionOf(ifMatch), reserveShare));
  }
}
