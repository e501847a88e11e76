import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsNumber,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { CurrentScope, Needs } from '../../access/routes/needs.decorator.js';
import type { Scope } from '../../access/scope.js';
import { Etag, IfMatch } from '../../common/http/etag.js';
import {
  BetweenFields,
  CalendarDate,
  IfGiven,
  NestedList,
  OrNull,
  Trimmed,
} from '../../common/http/request-fields.js';
import { type DeviceKind, KINDS } from '../../catalogue/kinds.js';
import { WEIGHED, type Weighed, type Weight } from './weights.js';
import { LoadWeights, type Weights } from './weights.service.js';

export class WeightBody implements Weight {
  @IsIn(KINDS)
  kind!: DeviceKind;

  /** Key of a kind of work. By default, all work without a weight of its own. */
  @OrNull()
  @IsString()
  @MaxLength(60)
  work: string | null = null;

  /** `device` counts each device in use, a year. `open_repair` counts each open repair once, and `claim` each warranty claim. */
  @IfGiven()
  @IsIn(WEIGHED)
  per: Weighed = 'device';

  @IsNumber()
  @Min(0)
  @Max(100_000)
  minutes!: number;

  /** The source of the number, such as own time reports, a guide or an estimate. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  source!: string;

  /** The date of that source. */
  @CalendarDate()
  sourceDate!: string;
}

@BetweenFields({
  properties: {
    weights: {
      allOf: KINDS.map((kind) => ({
        contains: {
          type: 'object',
          properties: { kind: { const: kind }, per: { const: 'device' } },
          required: ['kind'],
        },
      })),
    },
  },
})
export class WeightsBody {
  /** All weights. Each kind of device needs at least one weight with `per` left out or set to `device`. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @NestedList(() => WeightBody)
  weights!: WeightBody[];
}

@ApiTags('support load')
@Controller('support-load/weights')
export class LoadWeightsController {
  constructor(private readonly weights: LoadWeights) {}

  /** Shows how much support one device of each kind needs, and the source of each figure. */
  @Get()
  @Needs('counts:read')
  @Etag()
  find(@CurrentScope() scope: Scope): Promise<Weights> {
    return this.weights.find(scope);
  }

  /** Replaces the district's own weights. Earlier weights stay on record. */
  @Put()
  @Needs('settings:edit')
  @Etag()
  replace(
    @CurrentScope() scope: Scope,
    @IfMatch() version: number | null,
    @Body() { weights }: WeightsBody,
  ): Promise<Weights> {
    return this.weights.replace(scope, version, weights);
  }
}
