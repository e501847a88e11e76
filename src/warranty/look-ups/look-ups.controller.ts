import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseEnumPipe,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { NeverAnswers } from '../../common/http/never-answers.js';
import type { Page } from '../../common/paging.js';
import type { JobView } from '../../jobs/jobs.service.js';
import { AnswersQueries, type AnswerView } from './answers.queries.js';
import { LookUpSchedules } from './look-up-schedules.service.js';
import { AnswersQuery, LookUpBody, MakerAccountBody, MakerScheduleBody } from './look-ups.dto.js';
import { LookUps } from './look-ups.service.js';
import { MakerAccounts, type MakerAccountView } from './maker-accounts.service.js';
import { MAKERS, type MakerName } from './makers/maker.js';

const MakerInPath = new ParseEnumPipe(Object.fromEntries(MAKERS.map((maker) => [maker, maker])));

@ApiTags('warranty')
@Controller()
export class LookUpsController {
  constructor(
    private readonly accounts: MakerAccounts,
    private readonly lookUps: LookUps,
    private readonly schedules: LookUpSchedules,
    private readonly answers: AnswersQueries,
  ) {}

  /** Lists the manufacturers that Rollcall can ask about warranties, and what each of them needs for that. */
  @Get('maker-accounts')
  @Needs('settings:edit')
  async list(@CurrentScope() scope: Scope): Promise<{ makers: MakerAccountView[] }> {
    return { makers: await this.accounts.list(scope) };
  }

  /** Enters the credentials that a manufacturer gives. */
  @Put('maker-accounts/:maker')
  @HttpCode(204)
  @Needs('settings:edit')
  set(
    @CurrentScope() scope: Scope,
    @Param('maker', MakerInPath) maker: MakerName,
    @Body() { vendor, credentials }: MakerAccountBody,
  ): Promise<void> {
    return this.accounts.set(scope, maker, vendor, credentials);
  }

  /** Forgets the credentials of a manufacturer. The warranties that it named stay. */
  @Delete('maker-accounts/:maker')
  @HttpCode(204)
  @Needs('settings:edit')
  remove(@CurrentScope() scope: Scope, @Param('maker', MakerInPath) maker: MakerName): Promise<void> {
    return this.accounts.remove(scope, maker);
  }

  /**
   * Sets when Rollcall asks a manufacturer by itself. It then asks about devices at all sites that have no answer yet, or
   * whose answer is too old.
   */
  @Put('maker-accounts/:maker/schedule')
  @HttpCode(204)
  @Needs('settings:edit')
  @NeverAnswers(404)
  setSchedule(
    @CurrentScope() scope: Scope,
    @Param('maker', MakerInPath) maker: MakerName,
    @Body() { schedule }: MakerScheduleBody,
  ): Promise<void> {
    return this.schedules.set(scope, maker, schedule ?? null);
  }

  /** Asks a manufacturer about the warranties of its devices at your sites. The work runs as a job. */
  @Post('coverage-look-ups')
  @HttpCode(202)
  @Needs('warranty:edit')
  @NeverAnswers(404)
  start(@CurrentScope() scope: Scope, @Body() { maker, devices, deviceIds }: LookUpBody): Promise<JobView> {
    return this.lookUps.start(scope, maker, { devices: devices ?? 'new', deviceIds });
  }

  /** Lists what manufacturers last said of devices at the sites that you can see. The latest answers come first. */
  @Get('coverage-look-ups/answers')
  @Needs('devices:read')
  @ListFile<AnswerView>('Answers of manufacturers', {
    deviceCode: ['Device', 'text'],
    site: ['Site', 'text'],
    maker: ['Manufacturer', 'text'],
    serialNumber: ['Serial number', 'text'],
    outcome: ['Answer', 'text'],
    coverages: ['Warranties', 'integer'],
    detail: ['Detail', 'text'],
    askedAt: ['Asked at', 'instant'],
  })
  listAnswers(@CurrentScope() scope: Scope, @Query() query: AnswersQuery): Promise<Page<AnswerView>> {
    return this.answers.list(scope, query);
  }
}
