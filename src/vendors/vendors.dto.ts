import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { ListQuery } from '../access/routes/list-file.js';
import {
  CalendarDates,
  ClosingTime,
  IfGiven,
  Nested,
  NestedList,
  OrNull,
  QueryBoolean,
  TimeOfDay,
  Trimmed,
  Weekday,
} from '../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../common/paging.js';
import { DeliveryBody } from './vendor-delivery.dto.js';
import { LONGEST_KEY, VENDOR_KEY } from './vendor-key.js';
import { VENDOR_ROLES, type VendorRole } from './vendor.entity.js';

/** A quarter of an hour, and a year. */
const [SHORTEST_CLOCK, LONGEST_CLOCK] = [0.25, 8_760];

export class VendorHoursBody {
  /** From 1 for Monday to 7 for Sunday. */
  @Weekday()
  weekday!: number;

  /** In the vendor's time zone. */
  @TimeOfDay()
  opens!: string;

  /** In the vendor's time zone; `24:00` is the end of the day. */
  @ClosingTime()
  closes!: string;
}

export class VendorContactBody {
  /** The level of escalation, from 1 to 3. Level 1 hears of a claim first. */
  @IsInt()
  @Min(1)
  @Max(3)
  level!: number;

  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  @Trimmed()
  @IsEmail()
  @MaxLength(320)
  email!: string;

  @OrNull()
  @Trimmed()
  @IsString()
  @MaxLength(50)
  phone?: string | null;
}

class VendorDetails {
  /** IANA name. Hours and closed days are meant in it. The time zone of the district by default. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  timeZone?: string;

  /** When the vendor is open. A weekday can have several openings. Monday to Friday, 08:00 to 17:00, by default. */
  @IfGiven()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(50)
  @NestedList(() => VendorHoursBody)
  hours?: VendorHoursBody[];

  /** Days on which the vendor is closed, such as its own holidays. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(400)
  @ArrayUnique()
  @CalendarDates()
  closedOn?: string[];

  /** Business hours in which the vendor promises to acknowledge a claim. Null if there is no promise. */
  @OrNull()
  @IsNumber()
  @Min(SHORTEST_CLOCK)
  @Max(LONGEST_CLOCK)
  acknowledgeWithinHours?: number | null;

  /** Business hours in which the vendor promises to resolve a claim. Null if there is no promise. */
  @OrNull()
  @IsNumber()
  @Min(SHORTEST_CLOCK)
  @Max(LONGEST_CLOCK)
  resolveWithinHours?: number | null;

  /** Whom the district writes to, at each level of escalation. A level can have several contacts. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @NestedList(() => VendorContactBody)
  contacts?: VendorContactBody[];

  @OrNull()
  @Trimmed()
  @IsString()
  @MaxLength(4000)
  notes?: string | null;

  /** False for a vendor that the district no longer deals with. */
  @IfGiven()
  @IsBoolean()
  isActive?: boolean;

  /** Key of the layout in which the vendor gets claims. `general` by default. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  layout?: string;

  /** How files of claims reach the vendor. By default, somebody downloads them. */
  @IfGiven()
  @Nested(() => DeliveryBody)
  delivery?: DeliveryBody;
}

export class NewVendorBody extends VendorDetails {
  /** What files and other systems call the vendor, such as `dell`. Made from the name by default. It never changes. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @Matches(VENDOR_KEY, { message: '$property must be lower-case letters, digits and hyphens, such as dell' })
  @MaxLength(LONGEST_KEY)
  key?: string;

  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  /** What the vendor is to the district: one or more. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(VENDOR_ROLES, { each: true })
  roles!: VendorRole[];
}

export class VendorChangeBody extends VendorDetails {
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name?: string;

  /** What the vendor is to the district: one or more. */
  @IfGiven()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(VENDOR_ROLES, { each: true })
  roles?: VendorRole[];
}

export class VendorsQuery extends ListQuery {
  /** Only vendors with this role. */
  @IfGiven()
  @IsIn(VENDOR_ROLES)
  role?: VendorRole;

  /** `true` for vendors that the district deals with, `false` for the others. */
  @IfGiven()
  @QueryBoolean()
  active?: boolean;

  @SortedBy('name')
  sort: BothWays<'name'> = 'name';
}
