import { OmitType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsNotEmpty, IsString, Max, MaxLength, Min } from 'class-validator';
import { ListQuery } from '../../access/routes/list-file.js';
import {
  BetweenFields,
  IfGiven,
  LARGEST_INTEGER,
  OrNull,
  SchoolYear,
  SiteCode,
  Trimmed,
} from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';
import {
  PAYERS,
  type Payer,
  PURCHASE_STATES,
  type PurchaseState,
} from '../entities/support-purchase.entities.js';
import { Quarters } from '../models/models.dto.js';

/** Either an amount or full time; and a gift says who gives it. */
const AMOUNT_AND_PAYER = {
  oneOf: [
    { required: ['amount'], properties: { fullTime: { const: false } } },
    { required: ['fullTime'], properties: { fullTime: { const: true } }, not: { required: ['amount'] } },
  ],
  anyOf: [
    { properties: { payer: { enum: PAYERS.filter((payer) => payer !== 'gift') } } },
    { required: ['payerName'], properties: { payerName: { type: 'string' } } },
  ],
};

@BetweenFields(AMOUNT_AND_PAYER)
export class NewPurchaseBody {
  /** Code of the site or office. */
  @SiteCode()
  site!: string;

  /** Such as `2025-26`. */
  @SchoolYear()
  schoolYear!: string;

  /** Key of the model whose prices count. */
  @IsString()
  @MaxLength(60)
  model!: string;

  /** Version of the model. The latest by default. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(LARGEST_INTEGER)
  version?: number;

  /** Key of an option of the model, such as `full-year`. */
  @IsString()
  @MaxLength(60)
  option!: string;

  /** Hours or days per week, in the unit of the model. You can send `fullTime` instead. */
  @IfGiven()
  @Quarters()
  amount?: number;

  /** A full-time technician: 5 days or 40 hours a week. */
  @IfGiven()
  @IsBoolean()
  fullTime?: boolean;

  @IsIn(PAYERS)
  payer!: Payer;

  /** The name of the fund or of the donor. Required for a gift. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  payerName: string | null = null;

  /** The account that is charged, as the district's finance system writes it. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  accountString: string | null = null;

  @OrNull()
  @IsString()
  @MaxLength(2000)
  note: string | null = null;
}

/** The new content of a draft. */
@BetweenFields(AMOUNT_AND_PAYER)
export class PurchaseDraftBody extends OmitType(NewPurchaseBody, ['site', 'schoolYear']) {}

export class PurchaseStepBody {
  @IsIn(PURCHASE_STATES)
  state!: PurchaseState;

  /** The reason. Required to return a request, or to cancel an approved request. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  note?: string;

  /** The account that is charged. Required to encumber a request that does not name an account. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  accountString?: string;
}

export class PurchasesQuery extends ListQuery {
  @IfGiven()
  @SchoolYear()
  schoolYear?: string;

  @IfGiven()
  @IsIn(PURCHASE_STATES)
  state?: PurchaseState;

  /** Code of a site. */
  @IfGiven()
  @SiteCode()
  site?: string;

  /** Sorted by `id`, which is the order in which they were requested. */
  @SortedBy('id')
  sort: BothWays<'id'> = '-id';
}
