import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { CalendarDate, IfGiven, NestedList, OrNull, Trimmed } from '../common/http/request-fields.js';
import { NeverAnswers } from '../common/http/never-answers.js';
import { ListFile, ListQuery } from '../access/routes/list-file.js';
import { CurrentScope, Needs } from '../access/routes/needs.decorator.js';
import type { Scope } from '../access/scope.js';
import { Etag, IfMatch } from '../common/http/etag.js';
import { type BothWays, type Page, SortedBy } from '../common/paging.js';
import { CatalogueService, type FundingView, type ModelView } from './catalogue.service.js';
import { type DeviceKind, KINDS, type Platform, PLATFORMS } from './kinds.js';
import {
  COUNTED_FROM,
  type CountedFrom,
  KNOWN_RETENTIONS,
  type KnownRetention,
  RETAINED_RECORDS,
  type RetainedRecords,
  type RetentionRule,
} from './retention.js';

export class ModelsQuery extends ListQuery {
  /** Sorted by manufacturer, and then by name. */
  @SortedBy('manufacturer')
  sort: BothWays<'manufacturer'> = 'manufacturer';
}

export class FundingSourcesQuery extends ListQuery {
  @SortedBy('name')
  sort: BothWays<'name'> = 'name';
}

/** What may be said of a model at any time. */
class ModelDetails {
  /** The date that the district uses instead of the date in the published list. Null goes back to the published date. */
  @OrNull()
  @CalendarDate()
  autoUpdateEndsOn?: string | null;

  @OrNull()
  @IsInt()
  @Min(1)
  @Max(600)
  expectedLifeMonths?: number | null;

  /**
   * What a working device of this model is worth, in cents. Assessments use it instead of the curve by kind and age. Null
   * goes back to the curve.
   */
  @OrNull()
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  valueCents?: number | null;

  /** Where the value comes from, such as a sale or an offer, with its date. A value needs a source. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  valueSource?: string | null;

  /**
   * What one device of this model weighs, in grams. Manifests of lots print it, and the weight of universal waste is
   * worked out from it. Null if it is not known.
   */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  weightGrams?: number | null;

  /** Where the weight comes from, such as the data sheet of the maker or your own scale. A weight needs a source. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  weightSource?: string | null;
}

export class ModelChangeBody extends ModelDetails {
  @IfGiven()
  @IsIn(KINDS)
  kind?: DeviceKind;

  @IfGiven()
  @IsIn(PLATFORMS)
  platform?: Platform;
}

export class NewDeviceModelBody extends ModelDetails {
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  manufacturer!: string;

  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  @IsIn(KINDS)
  kind!: DeviceKind;

  @IsIn(PLATFORMS)
  platform!: Platform;
}

/** How long the records of devices must be kept that a funding source paid for. */
class RetentionBody {
  /** Which records must be kept. */
  @IsIn(RETAINED_RECORDS)
  records!: RetainedRecords;

  @IsInt()
  @Min(0)
  @Max(100)
  years!: number;

  /**
   * The day from which the years count. `purchase` and `disposal` are days of each device. `last_service`, `funding_year`
   * (the later of its end and the service deadline) and `final_report` are days of the award, given in `fromOn`.
   */
  @IsIn(COUNTED_FROM)
  countsFrom!: CountedFrom;

  /** The day of the award from which the years count. As long as it is left out, the records are kept. */
  @OrNull()
  @CalendarDate()
  fromOn?: string | null;

  /** Whether the records include the names of the people who had the devices. Their names then cannot be removed. */
  @IfGiven()
  @IsBoolean()
  keepsNames?: boolean;

  /** The law or the award that asks for this. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  source!: string;
}

/** What may be said of a funding source at any time. */
class FundingDetails {
  /** Federal award identification number. */
  @OrNull()
  @IsString()
  @MaxLength(100)
  fain?: string | null;

  @OrNull()
  @IsNumber()
  @Min(0)
  @Max(100)
  federalSharePercent?: number | null;

  @OrNull()
  @IsString()
  @MaxLength(200)
  titleHolder?: string | null;

  /** For how many years after its installation a device must be kept: five for E-rate, three for ECF. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(50)
  keepYears?: number | null;

  /** Where that comes from, such as the rule or the award. */
  @OrNull()
  @IsString()
  @MaxLength(200)
  keepSource?: string | null;

  /** How long records must be kept. The list replaces the earlier one. If several rules hold, the latest end counts. */
  @IfGiven()
  @NestedList(() => RetentionBody)
  @ArrayMaxSize(20)
  retentions?: RetentionBody[];
}

export class FundingChangeBody extends FundingDetails {
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name?: string;
}

export class NewFundingBody extends FundingDetails {
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;
}

@ApiTags('catalogue')
@Controller('models')
@Needs('devices:read')
export class ModelsController {
  constructor(private readonly catalogue: CatalogueService) {}

  /** Lists the device models of the district. */
  @Get()
  @ListFile<ModelView>('Models', {
    manufacturer: ['Manufacturer', 'text'],
    name: ['Model', 'text'],
    kind: ['Kind', 'text'],
    platform: ['Platform', 'text'],
    autoUpdateEndsOn: ['Automatic updates end on', 'date'],
    autoUpdateSource: ['Source of that date', 'text'],
    expectedLifeMonths: ['Expected life, months', 'integer'],
    valueCents: ['Value', 'cents'],
    valueSource: ['Source of the value', 'text'],
    weightGrams: ['Weight, grams', 'integer'],
    weightSource: ['Source of the weight', 'text'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: ModelsQuery): Promise<Page<ModelView>> {
    return this.catalogue.models(scope, query);
  }

  /** Adds a device model. */
  @Post()
  @Needs('settings:edit')
  @NeverAnswers(404)
  @Etag()
  create(@CurrentScope() scope: Scope, @Body() body: NewDeviceModelBody): Promise<ModelView> {
    return this.catalogue.createModel(scope, body);
  }

  /** Shows one device model. */
  @Get(':id')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<ModelView> {
    return this.catalogue.model(scope, id);
  }

  /** Changes a device model. Fields that you leave out stay as they are. */
  @Patch(':id')
  @Needs('settings:edit')
  @Etag()
  change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: ModelChangeBody,
  ): Promise<ModelView> {
    return this.catalogue.changeModel(scope, id, version, body);
  }
}

@ApiTags('catalogue')
@Controller('funding-sources')
@Needs('devices:read')
export class FundingSourcesController {
  constructor(private readonly catalogue: CatalogueService) {}

  /** Lists the funding sources of the district. */
  @Get()
  @ListFile<FundingView>('Funding sources', {
    name: ['Funding source', 'text'],
    fain: ['FAIN', 'text'],
    federalSharePercent: ['Federal share, percent', 'number'],
    titleHolder: ['Title holder', 'text'],
    keepYears: ['Keep for years', 'integer'],
    keepSource: ['Source of that', 'text'],
    id: ['Id', 'text'],
  })
  list(@CurrentScope() scope: Scope, @Query() query: FundingSourcesQuery): Promise<Page<FundingView>> {
    return this.catalogue.funds(scope, query);
  }

  /**
   * Lists how long federal grants and California want records to be kept, with the source of each rule. Copy the rules that
   * apply into `retentions` of a funding source. This is not legal advice.
   */
  @Get('known-retentions')
  @NeverAnswers(404)
  knownRetentions(): { items: readonly KnownRetention[] } {
    return { items: KNOWN_RETENTIONS };
  }

  /** Adds a funding source. */
  @Post()
  @Needs('settings:edit')
  @NeverAnswers(404)
  @Etag()
  create(@CurrentScope() scope: Scope, @Body() body: NewFundingBody): Promise<FundingView> {
    const { name, fain = null, federalSharePercent = null, titleHolder = null } = body;
    const { keepYears = null, keepSource = null, retentions = [] } = body;
    const details = { fain, federalSharePercent, titleHolder, keepYears, keepSource };
    return this.catalogue.createFund(scope, { name, ...details, retentions: retentions.map(ruleOf) });
  }

  /** Shows one funding source. */
  @Get(':id')
  @Etag()
  find(@CurrentScope() scope: Scope, @Param('id', ParseUUIDPipe) id: string): Promise<FundingView> {
    return this.catalogue.fund(scope, id);
  }

  /** Changes a funding source. Fields that you leave out stay as they are. */
  @Patch(':id')
  @Needs('settings:edit')
  @Etag()
  change(
    @CurrentScope() scope: Scope,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number | null,
    @Body() body: FundingChangeBody,
  ): Promise<FundingView> {
    const { retentions, ...details } = body;
    const rules = retentions && { retentions: retentions.map(ruleOf) };
    return this.catalogue.changeFund(scope, id, version, { ...details, ...rules });
  }
}

function ruleOf({ fromOn = null, keepsNames = false, ...rule }: RetentionBody): RetentionRule {
  return { ...rule, fromOn, keepsNames };
}
