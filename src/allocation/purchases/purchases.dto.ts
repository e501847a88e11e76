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

  /** Version of the model; the latest where nothing is said. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(LARGEST_INTEGER)
  version?: number;

  /** Key of an option of the model, such as `full-year`. */
  @IsString()
  @MaxLength(60)
  option!: string;

  /** Hours or days a week, in the unit of the model; or say `fullTime`. */
  @IfGiven()
  @Quarters()
  amount?: number;

  /** A full-time technician: 5 days or 40 hours a week. */
  @IfGiven()
  @IsBoolean()
  fullTime?: boolean;

  @IsIn(PAYERS)
  payer!: Payer;

  /** Which fund, or who gives; needed of a gift. */
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

/** A draft, said anew. */
@BetweenFields(AMOUNT_AND_PAYER)
export class PurchaseDraftBody extends OmitType(NewPurchaseBody, ['site', 'schoolYear']) {}

export class PurchaseStepBody {
  @IsIn(PURCHASE_STATES)
  state!: PurchaseState;

  /** Why; needed where something is given back, or cancelled after it was approved. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  note?: string;

  /** The account that is charged; needed to encumber where the request does not say it. */
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

  /** By `id`: in the order in which they were asked for. */
  @SortedBy('id')
  sort: BothWays<'id'> = '-id';
}
