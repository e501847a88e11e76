import { IsIn, IsInt, IsNotEmpty, IsString, Max, MaxLength, Min } from 'class-validator';
import { CalendarDate, IfGiven, LARGEST_INTEGER, Trimmed } from '../../common/http/request-fields.js';
import {
  CLAIM_OUTCOMES,
  type ClaimOutcome,
  DENIAL_REASONS,
  type DenialReason,
} from '../claims/claim.entity.js';

/** What a vendor says of a claim, whichever way it says it. What is left out stays as it is. */
export abstract class AnswerFields {
  /** The vendor's number for the claim. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  reference?: string;

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

  /** How the vendor resolved the claim. An answer that resolves it needs this. */
  @IfGiven()
  @IsIn(CLAIM_OUTCOMES)
  outcome?: ClaimOutcome;

  /** Why the vendor denied the claim. An answer that denies it needs this. */
  @IfGiven()
  @IsIn(DENIAL_REASONS)
  denialReason?: DenialReason;

  /** With the outcome `replaced`: serial number of the device that the vendor sent for the claimed one. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  replacementSerial?: string;

  /** What else the vendor says. An answer that waits for the district says here what it needs. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1500)
  note?: string;
}
