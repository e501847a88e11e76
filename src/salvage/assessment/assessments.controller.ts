import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { type DeviceKind, KINDS } from '../../catalogue/kinds.js';
import { NeverAnswers } from '../../common/http/never-answers.js';
import type { Page } from '../../common/paging.js';
import type { Words } from '../../scanning/actions/scan-action.js';
import { AssessmentsQuery, NewAssessmentBody, OverruleBody, TakenPartsBody } from './assessment.dto.js';
import { type AssessmentDetail, type AssessmentRow, AssessmentsQueries } from './assessments.queries.js';
import { Assessments } from './assessments.service.js';
import { questionsOf, type Repair } from './checklists.js';

export interface ChecklistAnswerView {
  value: string;
  label: Words;
  /** The repair that this answer calls for, or null. */
  repair: Repair | null;
}

export interface ChecklistQuestionView {
  name: string;
  label: Words;
  /** What to look for, and what to do at once. */
  help: Words | null;
  answers: ChecklistAnswerView[];
  /** The answer for a device that works. */
  usual: string;
  isRequired: boolean;
  /** The answer can be seen only while the device runs. If `powersOn` is `no`, this question can stay open. */
  needsPower: boolean;
}

/** The questions for one kind of device. */
export interface ChecklistOfKind {
  kind: DeviceKind;
  questions: ChecklistQuestionView[];
}

@ApiTags('salvage')
@Controller('assessments')
export class AssessmentsController {
  constructor(
    private readonly assessments: Assessments,
    private readonly queries: AssessmentsQueries,
  ) {}

  /** Lists assessments with their recommendations, latest first. */
  @Get()
  @Needs('devices:read')
  @ListFile<AssessmentRow>('Assessments', {
    deviceCode: ['Device', 'text'],
    serialNumber: ['Serial number', 'text'],
    manufacturer: ['Manufacturer', 'text'],
    deviceModel: ['Model', 'text'],
    siteName: ['Site', 'text'],
    recommendation: ['Recommendation', 'text'],
    result: ['Result', 'text'],
    isOverruled: ['Overruled', 'boolean'],
    hazard: ['Hazard', 'text'],
    ruleId: ['Rule', 'text'],
    valueCents: ['Value', 'cents'],
    repairCents: ['Repair', 'cents'],
    assessedAt: ['Assessed at', 'instant'],
    assessedByName: ['Assessed by', 'text'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: AssessmentsQuery): Promise<Page<AssessmentRow>> {
    return this.queries.list(scope, query);
  }

  /** Lists the questions for each kind of device, with the allowed answers and their names in English and Spanish. */
  @Get('checklists')
  @Needs('devices:read')
  @NeverAnswers(404)
  checklists(): { items: ChecklistOfKind[] } {
    const items = KINDS.map((kind) => ({
      kind,
      questions: questionsOf(kind).map((question) => ({
        name: question.name,
        label: question.label,
        help: question.help ?? null,
        answers: question.answers.map(({ value, label, repair = null }) => ({ value, label, repair })),
        usual: question.usual,
        isRequired: question.requiredFor.includes(kind),
        needsPower: question.needsPower ?? false,
      })),
    }));
    return { items };
  }

  /**
   * Assesses a device that is retired, in stock or in repair. The first rule that fits recommends what to do with the
   * device, and the answer names this rule. A swollen battery comes before all rules: the device can only be recycled, and
   * `whatNow` says what to do at once.
   */
  @Post()
  @Needs('salvage:edit')
  @NeverAnswers(404)
  create(@CurrentScope() scope: Scope, @Body() body: NewAssessmentBody): Promise<AssessmentDetail> {
    return this.assessments.create(scope, body);
  }

  /** Shows one assessment: its answers, what was known about the device, the rule that decided, and later decisions. */
  @Get(':id')
  @Needs('devices:read')
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<AssessmentDetail> {
    return this.queries.find(scope, id);
  }

  /** Overrules the recommendation, with a reason. The latest decision counts. A swollen battery cannot be overruled. */
  @Post(':id/overrules')
  @Needs('salvage:edit')
  overrule(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: OverruleBody,
  ): Promise<AssessmentDetail> {
    return this.assessments.overrule(scope, id, body);
  }

  /** Adds parts that were taken out of the device after it was assessed. */
  @Post(':id/parts')
  @Needs('salvage:edit')
  addParts(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { parts }: TakenPartsBody,
  ): Promise<AssessmentDetail> {
    return this.assessments.addParts(scope, id, parts);
  }
}
