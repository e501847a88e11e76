import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentScope, Needs } from '../../../access/routes/needs.decorator.js';
import type { Scope } from '../../../access/scope.js';
import { Etag, IfMatch } from '../../../common/http/etag.js';
import { AssessmentRulesBody } from './assessment-rules.dto.js';
import { AssessmentRules, type AssessmentRulesView, type RulesPreview } from './assessment-rules.service.js';

@ApiTags('salvage')
@Controller('assessment-rules')
export class AssessmentRulesController {
  constructor(private readonly rules: AssessmentRules) {}

  /**
   * Shows the rules that recommend what to do with a device, in their order. Each rule says how many assessments it
   * decided, and how many of these people overruled. Version 0 is the starting set of Rollcall.
   */
  @Get()
  @Needs('salvage:edit')
  @Etag()
  find(@CurrentScope() scope: Scope): Promise<AssessmentRulesView> {
    return this.rules.find(scope);
  }

  /** Stores a new version of the rules, for all assessments from now on. Earlier versions stay on record. */
  @Put()
  @Needs('salvage:approve')
  @Etag()
  replace(
    @CurrentScope() scope: Scope,
    @IfMatch() version: number | null,
    @Body() { rules }: AssessmentRulesBody,
  ): Promise<AssessmentRulesView> {
    return this.rules.replace(scope, version, rules);
  }

  /** Shows what these rules would have recommended for the latest 500 assessments. It stores nothing. */
  @Post('preview')
  @HttpCode(200)
  @Needs('salvage:approve')
  preview(@CurrentScope() scope: Scope, @Body() { rules }: AssessmentRulesBody): Promise<RulesPreview> {
    return this.rules.preview(scope, rules);
  }
}
