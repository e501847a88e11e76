import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { ListFile, ListQuery } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { type BothWays, type Page, SortedBy } from '../../common/paging.js';
import { IfGiven, Trimmed, Uuid } from '../../common/http/request-fields.js';
import { Conflicts, type ConflictView } from './conflicts.service.js';
import type { ScanOutcome } from '../scan-outcomes.js';
import { type UnknownCode, UnknownCodes } from './unknown-codes.service.js';

export class ConflictsQuery extends ListQuery {
  /** Code of the reason why the scans need review, such as `CHANGED_MEANWHILE`. */
  @IfGiven()
  @IsString()
  @MaxLength(60)
  reason?: string;

  @SortedBy('receivedAt')
  sort: BothWays<'receivedAt'> = 'receivedAt';
}

export class UnknownCodesQuery extends ListQuery {
  @SortedBy('code')
  sort: BothWays<'code'> = 'code';
}

export class ResolutionBody {
  /** `apply` uses the scan. `dismiss` keeps the record. */
  @IsIn(['apply', 'dismiss'])
  decision!: 'apply' | 'dismiss';

  /** If several devices have the code, the device that is meant. */
  @IfGiven()
  @Uuid()
  deviceId?: string;

  @IfGiven()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

export class UnknownCodeBody {
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(128)
  code!: string;

  @IfGiven()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

export class ClaimBody {
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(128)
  code!: string;

  /** The device that the code is on. */
  @Uuid()
  deviceId!: string;
}

@ApiTags('scanning')
@Controller('conflicts')
export class ConflictsController {
  constructor(private readonly conflicts: Conflicts) {}

  /** Lists scans that contradict the register, oldest first: your own scans, and those at your sites. */
  @Get()
  @Needs('devices:read')
  @ListFile<ConflictView>('Conflicts', {
    receivedAt: ['Received at', 'instant'],
    scannedAt: ['Scanned at', 'instant'],
    reason: ['Reason', 'text'],
    detail: ['Detail', 'text'],
    code: ['Code', 'text'],
    action: ['Action', 'text'],
    accountName: ['Scanned by', 'text'],
    site: ['Site', 'text'],
    siteName: ['Site name', 'text'],
    said: ['Said', 'text'],
    clash: ['Differs', 'text'],
    device: ['Device', 'text'],
    candidates: ['Devices with this code', 'text'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: ConflictsQuery): Promise<Page<ConflictView>> {
    return this.conflicts.list(scope, query);
  }

  /** Decides a conflict: applies the scan or dismisses it. */
  @Post(':id/resolution')
  @HttpCode(200)
  @Needs('devices:edit')
  resolve(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ResolutionBody,
  ): Promise<{ outcome: ScanOutcome }> {
    return this.conflicts.resolve(scope, id, body);
  }
}

@ApiTags('scanning')
@Controller('unknown-codes')
export class UnknownCodesController {
  constructor(private readonly codes: UnknownCodes) {}

  /** Lists scanned codes that no device had, each with the scans that wait for a device with this code. */
  @Get()
  @Needs('devices:read')
  @ListFile<UnknownCode>('Unknown codes', {
    code: ['Code', 'text'],
    scans: ['Scans', 'integer'],
    firstScannedAt: ['First scanned at', 'instant'],
    lastScannedAt: ['Last scanned at', 'instant'],
    lastScannedBy: ['Last scanned by', 'text'],
    site: ['Site', 'text'],
    siteName: ['Site name', 'text'],
    actions: ['Actions', 'text'],
    known: ['Known by now', 'boolean'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: UnknownCodesQuery): Promise<Page<UnknownCode>> {
    return this.codes.list(scope, query);
  }

  /** Applies the waiting scans of a code, now that a device has it. */
  @Post('retry')
  @HttpCode(200)
  @Needs('devices:edit')
  retry(
    @CurrentScope() scope: Scope,
    @Body() { code }: UnknownCodeBody,
  ): Promise<{ applied: number; left: number }> {
    return this.codes.retry(scope, code);
  }

  /** Gives a code to a device of one of your sites, and applies the scans that waited for this code. */
  @Post('claim')
  @HttpCode(200)
  @Needs('devices:edit')
  claim(
    @CurrentScope() scope: Scope,
    @Body() { code, deviceId }: ClaimBody,
  ): Promise<{ applied: number; left: number }> {
    return this.codes.claim(scope, code, deviceId);
  }

  /** Dismisses a code, because it was misread or does not belong to a device. */
  @Post('dismissal')
  @HttpCode(200)
  @Needs('devices:edit')
  dismiss(
    @CurrentScope() scope: Scope,
    @Body() { code, note }: UnknownCodeBody,
  ): Promise<{ dismissed: number }> {
    return this.codes.dismiss(scope, code, note);
  }
}
