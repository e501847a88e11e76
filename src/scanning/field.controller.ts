import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { IfGiven } from '../common/http/request-fields.js';
import { CurrentScope, Needs } from '../access/routes/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { FieldDevices } from './field-devices.queries.js';
import { ScanActions, type ScanActionView } from './actions/scan-actions.js';

export class FieldDevicesQuery {
  /** `next` of the answer before: only what changed since. */
  @IfGiven()
  @IsString()
  @MaxLength(100)
  since?: string;
}

@ApiTags('scanning')
@Controller('field')
@Needs('devices:edit')
export class FieldController {
  constructor(
    private readonly devices: FieldDevices,
    private readonly actions: ScanActions,
  ) {}

  /** Lists what a scan can mean, in the order of the buttons: their texts, what each one asks, and what it changes. */
  @Get('actions')
  listActions(@CurrentScope() scope: Scope): { items: ScanActionView[] } {
    return { items: this.actions.list(scope) };
  }

  /**
   * Downloads the list that a phone keeps so that it can look up scans without a network. The format is JSON lines:
   * first `{next, whole, columns}`, then one array for each device of the district. For devices of other sites, it
   * has only codes, kind, status, site and version.
   */
  @Get('devices')
  @ApiProduces('application/x-ndjson')
  async list(@CurrentScope() scope: Scope, @Query() { since }: FieldDevicesQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.devices.stream(scope, since), { type: 'application/x-ndjson' });
  }
}
