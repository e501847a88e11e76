import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  CalendarDate,
  IfGiven,
  Instant,
  LARGEST_INTEGER,
  NestedList,
  Trimmed,
} from '../../../common/http/request-fields.js';
import {
  CLAIM_OUTCOMES,
  type ClaimOutcome,
  DENIAL_REASONS,
  type DenialReason,
} from '../../claims/claim.entity.js';

/** What a vendor says of one claim. It names the claim by its number, by the vendor's reference, or by the serial number. */
export class SignedReplyBody {
  /** Such as `C-2026-000123`. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  claimNumber?: string;

  /** The vendor's number for the claim. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  reference?: string;

  /** Of a device with exactly one open claim. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  serialNumber?: string;

  /** The vendor's word for what has become of the claim. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  state?: string;

  /** The vendor's return authorization. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  rma?: string;

  /** The day on which the vendor expects to be done. */
  @IfGiven()
  @CalendarDate()
  expectedOn?: string;

  /** What the repair costs the district. */
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(LARGEST_INTEGER)
  costCents?: number;

  /** How the vendor resolved the claim. */
  @IfGiven()
  @IsIn(CLAIM_OUTCOMES)
  outcome?: ClaimOutcome;

  /** Why the vendor denied the claim. */
  @IfGiven()
  @IsIn(DENIAL_REASONS)
  denialReason?: DenialReason;

  /** Serial number of the device that the vendor sent for the claimed one. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  replacementSerial?: string;

  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1500)
  note?: string;

  /** When the vendor noted it. Replies that come later than others that were said after them are held. */
  @IfGiven()
  @Instant()
  saidAt?: Date;
}

export class SignedRepliesBody {
  /** In the order in which they count. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @NestedList(() => SignedReplyBody)
  replies!: SignedReplyBody[];
}
