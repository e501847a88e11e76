import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IntersectionType } from '@nestjs/swagger';
import { ListQuery } from '../../access/routes/list-file.js';
import {
  CalendarDate,
  CommaList,
  IfGiven,
  LARGEST_INTEGER,
  Nested,
  OrNull,
  QueryBoolean,
  SiteCode,
  Trimmed,
  Uuid,
  Uuids,
} from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';
import {
  CLAIM_OUTCOMES,
  CLAIM_STATES,
  type ClaimOutcome,
  type ClaimState,
  DENIAL_REASONS,
  type DenialReason,
  FAULT_CATEGORIES,
  type FaultCategory,
} from './claim.entity.js';
import { ClaimCorrectionBody } from './corrections/claim-correction.dto.js';
import { ClaimReplacementBody } from './replacement/claim-replacement.dto.js';
import { ClaimRequestBody } from './parts/claim-request.dto.js';

/** Steps that a person can take. */
export const CLAIM_STEP_NAMES = [
  'ready',
  'redraft',
  'send',
  'acknowledge',
  'start',
  'wait',
  'resume',
  'resolve',
  'deny',
  'resubmit',
  'reopen',
  'close',
  'cancel',
] as const;
export type ClaimStepName = (typeof CLAIM_STEP_NAMES)[number];

const MOST_AT_ONCE = 200;

export class NewClaimBody extends ClaimRequestBody {
  @Uuid()
  deviceId!: string;

  /** Key of the vendor. By default, the vendor of the coverage that should pay. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  vendor?: string;

  @IsIn(FAULT_CATEGORIES)
  category!: FaultCategory;

  /** Whether somebody damaged the device. Otherwise, it is a defect. */
  @IfGiven()
  @IsBoolean()
  isAccidental = false;

  /** What is wrong. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  observed!: string;

  /** What you tried. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  tried?: string | null;

  /** The district's own number, such as that of a ticket. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  districtReference?: string | null;

  /** The device stays in use, such as for a repair on site. Otherwise, it goes to repair. */
  @IfGiven()
  @IsBoolean()
  staysInUse = false;
}

/** What a vendor or the district says of a claim. What is left out stays as it is, and `null` removes it. */
class ClaimAnswer {
  /** The vendor's number for the claim. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  reference?: string | null;

  /** The vendor's return authorization. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  rma?: string | null;

  /** The day for which the vendor promises it. */
  @OrNull()
  @CalendarDate()
  expectedOn?: string | null;

  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  trackingOut?: string | null;

  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  trackingBack?: string | null;

  /** The last day on which the RMA can be used. By default, it is counted by the terms of the vendor. */
  @OrNull()
  @CalendarDate()
  rmaExpiresOn?: string | null;

  /** The last day on which the district can approve the quote. By default, it is counted by the terms of the vendor. */
  @OrNull()
  @CalendarDate()
  quoteDueOn?: string | null;

  /**
   * The last day on which the defective part can be back at the vendor. By default, it is counted by the terms of the
   * vendor when the outcome is `part_shipped`.
   */
  @OrNull()
  @CalendarDate()
  partDueOn?: string | null;

  /** The day on which the defective part was sent back. */
  @OrNull()
  @CalendarDate()
  partReturnedOn?: string | null;

  @OrNull()
  @IsInt()
  @Min(0)
  @Max(LARGEST_INTEGER)
  costQuotedCents?: number | null;

  @OrNull()
  @IsInt()
  @Min(0)
  @Max(LARGEST_INTEGER)
  costApprovedCents?: number | null;

  @OrNull()
  @IsInt()
  @Min(0)
  @Max(LARGEST_INTEGER)
  costInvoicedCents?: number | null;
}

class StepOfClaim extends ClaimAnswer {
  @IsIn(CLAIM_STEP_NAMES)
  step!: ClaimStepName;

  /** Needed for `resolve`. */
  @IfGiven()
  @IsIn(CLAIM_OUTCOMES)
  outcome?: ClaimOutcome;

  /** Needed for `deny`. */
  @IfGiven()
  @IsIn(DENIAL_REASONS)
  denialReason?: DenialReason;

  /** For `ready`: you have read the claim's warnings and want to send it all the same. */
  @IfGiven()
  @IsBoolean()
  acceptWarnings?: boolean;

  /** Why. Needed for `wait`, `resubmit`, `reopen` and `cancel`. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason?: string;
}

export class ClaimStepBody extends StepOfClaim {
  /** For `resolve` with the outcome `replaced`: the device that the vendor sent, if it has another serial number. */
  @IfGiven()
  @Nested(() => ClaimReplacementBody)
  replacement?: ClaimReplacementBody;
}

/** One step for many claims. */
export class ClaimStepsBody extends StepOfClaim {
  /** Ids of claims. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @ArrayUnique()
  @Uuids()
  claims!: string[];
}

export class ClaimChangeBody extends IntersectionType(ClaimAnswer, ClaimRequestBody, ClaimCorrectionBody) {
  /** What is wrong. Only while the claim is a draft. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  observed?: string;

  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  tried?: string | null;

  /** The district's own number, such as that of a ticket. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  districtReference?: string | null;
}

export class ClaimsQuery extends ListQuery {
  /**
   * The number of the claim, with or without its year (`C-2026-000123` or `123`), the vendor's reference or RMA, or the
   * tag or serial number of the device.
   */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  q?: string;

  /** One state, or several with commas between them. */
  @CommaList(CLAIM_STATES.length)
  @IsIn(CLAIM_STATES, { each: true })
  state?: ClaimState[];

  /** Whether the claim is neither closed nor cancelled. */
  @IfGiven()
  @QueryBoolean()
  open?: boolean;

  /** Only claims for which the district must do something by this day, or should have done it before. */
  @IfGiven()
  @CalendarDate()
  dueBy?: string;

  /** Whether the device was shipped to the vendor and has not come back. */
  @IfGiven()
  @QueryBoolean()
  atVendor?: boolean;

  /** Key of a vendor. */
  @IfGiven()
  @IsString()
  @MaxLength(100)
  vendor?: string;

  /** Id of a device: its claims, and the claim by which it came in the place of another device. */
  @IfGiven()
  @Uuid()
  device?: string;

  /** Id of a pool of incidents: the claims that have one of its incidents. */
  @IfGiven()
  @Uuid()
  pool?: string;

  /** Code of a site. */
  @IfGiven()
  @SiteCode()
  site?: string;

  @IfGiven()
  @IsIn(FAULT_CATEGORIES)
  category?: FaultCategory;

  /**
   * By `number`, which is the order in which the claims were opened, or by `clock`: first those that the vendor must
   * answer first.
   */
  @SortedBy('number', 'clock')
  sort: BothWays<'number' | 'clock'> = '-number';
}

export class ClaimEscalationBody {
  /** Why the claim goes one level higher. The vendor reads it. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason!: string;
}
