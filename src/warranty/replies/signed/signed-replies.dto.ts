import { ArrayMaxSize, ArrayMinSize, IsArray, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { IfGiven, Instant, NestedList, Trimmed } from '../../../common/http/request-fields.js';
import { AnswerFields } from '../answer-fields.dto.js';

/** What a vendor says of one claim. It names the claim by its number, by the vendor's reference, or by the serial number. */
export class SignedReplyBody extends AnswerFields {
  /** Such as `C-2026-000123`. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  claimNumber?: string;

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
