import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IfGiven, Nested, NestedList, OrNull, Trimmed } from '../../../common/http/request-fields.js';
import { SERVICE_LEVELS, type ServiceLevel } from '../../coverages/coverage-terms.js';

const MOST_PARTS = 20;

/** A part that is asked for: its number, its description, or both. */
export class ClaimPartBody {
  /** The vendor's number of the part. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  number?: string | null;

  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(99)
  quantity = 1;

  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  description?: string | null;

  /** Whether the defective part must go back to the vendor. */
  @IfGiven()
  @IsBoolean()
  mustReturn = true;
}

/** Whom the vendor can ask, a member of the staff. Vendors read it. */
export class ClaimContactBody {
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  @OrNull()
  @Trimmed()
  @IsEmail()
  @MaxLength(254)
  email?: string | null;

  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  phone?: string | null;
}

/** Where the device is shipped from, and comes back to. */
export class ShipFromBody {
  /** Name of the place, such as `District warehouse`. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  street!: string;

  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  city!: string;

  /** Such as `CA`. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  state!: string;

  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(20)
  postalCode!: string;
}

/** What the district asks the vendor for. What is left out stays as it is, and `null` removes it. */
export class ClaimRequestBody {
  /** The service that is asked for. Only until the claim is sent. */
  @OrNull()
  @IsIn(SERVICE_LEVELS)
  requestedService?: ServiceLevel | null;

  /** All parts that are asked for, in the place of those before. Only until the claim is sent. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_PARTS)
  @NestedList(() => ClaimPartBody)
  parts?: ClaimPartBody[];

  @OrNull()
  @Nested(() => ClaimContactBody)
  contact?: ClaimContactBody | null;

  /** By default, the site of the device. */
  @OrNull()
  @Nested(() => ShipFromBody)
  shipFrom?: ShipFromBody | null;
}
