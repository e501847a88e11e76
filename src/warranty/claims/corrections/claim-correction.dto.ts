import { IsBoolean, IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { IfGiven, Trimmed, Uuid } from '../../../common/http/request-fields.js';
import { FAULT_CATEGORIES, type FaultCategory } from '../claim.entity.js';

/** What can be corrected of a claim while it is a draft. Rollcall chooses its coverage and warns anew. */
export class ClaimCorrectionBody {
  /** Key of another vendor. Only while the claim is a draft. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  vendor?: string;

  /**
   * Another coverage of the device. Only while the claim is a draft. By default, Rollcall chooses the coverage of the
   * vendor that should pay.
   */
  @IfGiven()
  @Uuid()
  coverageId?: string;

  /** Only while the claim is a draft. */
  @IfGiven()
  @IsIn(FAULT_CATEGORIES)
  category?: FaultCategory;

  /** Only while the claim is a draft. */
  @IfGiven()
  @IsBoolean()
  isAccidental?: boolean;
}
