import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { Etag, IfMatch } from '../../common/http/etag.js';
import { NeverAnswers } from '../../common/http/never-answers.js';
import type { Page } from '../../common/paging.js';
import { CoverageRuleChangeBody, CoverageRulesQuery, NewCoverageRuleBody } from './coverage-rules.dto.js';
import { CoverageRulesQueries, type CoverageRuleView } from './coverage-rules.queries.js';
import { CoverageRules } from './coverage-rules.service.js';
import type { RuleEffect, RuleUndo } from './rule-effect.js';
import { RuleRuns } from './rule-runs.service.js';

@ApiTags('warranty')
@Controller('coverage-rules')
export class CoverageRulesController {
  constructor(
    private readonly rules: CoverageRules,
    private readonly runs: RuleRuns,
    private readonly queries: CoverageRulesQueries,
  ) {}

  /** Lists the rules that create the same warranty or contract on many devices, by name. */
  @Get()
  @Needs('devices:read')
  @ListFile<CoverageRuleView>('Warranty rules', {
    name: ['Name', 'text'],
    vendor: ['Vendor', 'text'],
    vendorName: ['Vendor name', 'text'],
    kind: ['Type', 'text'],
    serviceLevel: ['Service', 'text'],
    months: ['Months', 'integer'],
    startsFrom: ['Starts from', 'text'],
    contractNumber: ['Contract number', 'text'],
    incidentsAYear: ['Incidents a year', 'integer'],
    incidentsInTotal: ['Incidents in all', 'integer'],
    deductibleCents: ['Deductible', 'cents'],
    repairCapCents: ['Repair cap', 'cents'],
    waitingDays: ['Waiting days', 'integer'],
    onReplacement: ['On replacement', 'text'],
    appliedAt: ['Last applied at', 'instant'],
    appliedVersion: ['Applied version', 'integer'],
    version: ['Version', 'integer'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: CoverageRulesQuery): Promise<Page<CoverageRuleView>> {
    return this.queries.list(scope, query);
  }

  /** Adds a rule. It does nothing until you apply it. */
  @Post()
  @Needs('settings:edit')
  @NeverAnswers(404)
  @Etag()
  create(@CurrentScope() scope: Scope, @Body() body: NewCoverageRuleBody): Promise<CoverageRuleView> {
    return this.rules.create(scope, body);
  }

  /** Shows one rule. */
  @Get(':id')
  @Needs('devices:read')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<CoverageRuleView> {
    return this.queries.find(scope, id);
  }

  /** Changes a rule. What it created stays as it is until you apply the rule again. */
  @Patch(':id')
  @Needs('settings:edit')
  @Etag()
  change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: CoverageRuleChangeBody,
  ): Promise<CoverageRuleView> {
    return this.rules.change(scope, id, version, body);
  }

  /** Shows what the rule would add, change and leave as it is on devices at the sites that you can see. */
  @Get(':id/rehearsal')
  @Needs('devices:read')
  rehearse(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<RuleEffect> {
    return this.runs.rehearse(scope, id);
  }

  /** Applies the rule to all devices of the district that it is for. Applying it again has no further effect. */
  @Post(':id/application')
  @HttpCode(200)
  @Needs('settings:edit')
  apply(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<RuleEffect> {
    return this.runs.apply(scope, id);
  }

  /** Undoes the last application of the rule that added or changed something. */
  @Post(':id/undo')
  @HttpCode(200)
  @Needs('settings:edit')
  undo(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<RuleUndo> {
    return this.runs.undo(scope, id);
  }
}
