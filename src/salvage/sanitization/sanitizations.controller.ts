import {
  Body,
  Controller,
  Get,
  Header,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { ListFile } from '../../access/routes/list-file.js';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { NeverAnswers } from '../../common/http/never-answers.js';
import type { Page } from '../../common/paging.js';
import { SanitizationCertificates } from './sanitization-certificates.js';
import { NewSanitizationBody, SanitizationsQuery, SanitizationValidationBody } from './sanitization.dto.js';
import {
  type SanitizationDetail,
  SanitizationsQueries,
  type SanitizationRow,
} from './sanitizations.queries.js';
import { type NewSanitization, Sanitizations } from './sanitizations.service.js';
import {
  MEDIA,
  type Medium,
  type Method,
  type Technique,
  TECHNIQUE_FACTS,
  TECHNIQUES,
} from './techniques.js';

/** The method that one technique counts as for one medium. */
export interface TechniqueFit {
  technique: Technique;
  medium: Medium;
  method: Method;
  /** Sources differ. Rollcall accepts the record, and the record says that sources differ. */
  isUncertain: boolean;
  /** The source of this row. */
  source: string;
}

@ApiTags('salvage')
@Controller('sanitizations')
export class SanitizationsController {
  constructor(
    private readonly sanitizations: Sanitizations,
    private readonly queries: SanitizationsQueries,
    private readonly certificates: SanitizationCertificates,
  ) {}

  /** Lists records of how the data on devices was removed, latest first. Each device has a row of its own. */
  @Get()
  @Needs('devices:read')
  @ListFile<SanitizationRow>('Sanitizations', {
    deviceCode: ['Device', 'text'],
    serialNumber: ['Serial number', 'text'],
    manufacturer: ['Manufacturer', 'text'],
    deviceModel: ['Model', 'text'],
    site: ['Site', 'text'],
    siteName: ['Site name', 'text'],
    medium: ['Medium', 'text'],
    technique: ['Technique', 'text'],
    method: ['Method', 'text'],
    isUncertain: ['Sources differ', 'boolean'],
    result: ['Result', 'text'],
    decision: ['Decision', 'text'],
    tool: ['Tool', 'text'],
    toolVersion: ['Version', 'text'],
    verifiedBy: ['Verified by', 'text'],
    doneAt: ['Done at', 'instant'],
    doneByName: ['Done by', 'text'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: SanitizationsQuery): Promise<Page<SanitizationRow>> {
    return this.queries.list(scope, query);
  }

  /**
   * Lists which technique counts as which method of NIST SP 800-88 Rev. 2, for each medium, with the source. What is not
   * listed is refused.
   */
  @Get('techniques')
  @Needs('devices:read')
  @NeverAnswers(404)
  techniques(): { items: TechniqueFit[] } {
    const items = TECHNIQUES.flatMap((technique) =>
      MEDIA.flatMap((medium): TechniqueFit[] => {
        const { fits, source } = TECHNIQUE_FACTS[technique];
        const fit = fits[medium];
        return fit ? [{ technique, medium, ...fit, source }] : [];
      }),
    );
    return { items };
  }

  /**
   * Records how the data on devices was removed. If the technique completed, the gate `sanitized` of these devices opens.
   * The answer names each device that was refused, and why. For example, the device is in use, or a technique failed on it
   * before, so that its storage must be destroyed.
   */
  @Post()
  @Needs('salvage:edit')
  @NeverAnswers(404)
  create(@CurrentScope() scope: Scope, @Body() body: NewSanitizationBody): Promise<NewSanitization> {
    return this.sanitizations.create(scope, body);
  }

  /** Shows one sanitization, with the devices that you can see. */
  @Get(':id')
  @Needs('devices:read')
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<SanitizationDetail> {
    return this.queries.find(scope, id);
  }

  /** The certificate of a sanitization, as a PDF with everything that NIST SP 800-88 Rev. 2 lists in section 4.6. */
  @Get(':id/certificate.pdf')
  @Needs('devices:read')
  @ApiProduces('application/pdf')
  @Header('content-type', 'application/pdf')
  async certificate(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const disposition = 'attachment; filename="certificate-of-sanitization.pdf"';
    return new StreamableFile(await this.certificates.of(scope, id), { disposition });
  }

  /** Decides about a completed sanitization: accept it, have it repeated, or have the storage destroyed. */
  @Post(':id/validations')
  @Needs('salvage:approve')
  validate(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SanitizationValidationBody,
  ): Promise<SanitizationDetail> {
    return this.sanitizations.validate(scope, id, body);
  }
}
