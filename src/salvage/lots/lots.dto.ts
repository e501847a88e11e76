import {
  ArrayMaxSize,
  ArrayUnique,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { ListQuery } from '../../access/routes/list-file.js';
import {
  CalendarDate,
  IfGiven,
  LARGEST_INTEGER,
  Nested,
  NestedList,
  OrNull,
  QueryInteger,
  SiteCode,
  Trimmed,
  Uuid,
  Uuids,
} from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';
import { LOT_ROUTES, LOT_STATES, type LotRoute, type LotState } from './lot.entities.js';

/** Devices that one request may add or remove. */
export const MOST_AT_ONCE = 1_000;
/** Devices of one lot. */
export const MOST_IN_LOT = 5_000;

/** The recipient removes the data, by contract. */
export class WipeContractBody {
  /** Number or place of the contract. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  contract!: string;

  /** The recipient’s certificate with its number: R2v3, e-Stewards or NAID AAA. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  certificate!: string;

  /** The last day on which the certificate is valid. */
  @CalendarDate()
  validUntil!: string;
}

/** What may be said of a lot until it is frozen. */
class LotDetails {
  /** Key of the vendor who gets the devices. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  recipient?: string | null;

  /** Where at the site it stands. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  place?: string | null;

  /** If the recipient removes the data. Not for a lease return. */
  @OrNull()
  @Nested(() => WipeContractBody)
  wipe?: WipeContractBody | null;

  /** The day on which somebody decided to discard what is in the lot. The clock of universal waste runs from this day. */
  @OrNull()
  @CalendarDate()
  wasteSince?: string | null;

  @OrNull()
  @Trimmed()
  @IsString()
  @MaxLength(2000)
  note?: string | null;
}

export class NewLotBody extends LotDetails {
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  @IsIn(LOT_ROUTES)
  route!: LotRoute;

  /** Code of the site where it stands. Whoever sees this site sees the lot and its devices. */
  @SiteCode()
  site!: string;

  /** For swollen and damaged batteries, and nothing else. They can only be recycled. */
  @IfGiven()
  @IsBoolean()
  isBatteries: boolean = false;
}

export class LotChangeBody extends LotDetails {
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name?: string;

  @IfGiven()
  @IsIn(LOT_ROUTES)
  route?: LotRoute;
}

export class LotsQuery extends ListQuery {
  @IfGiven()
  @IsIn(LOT_STATES)
  state?: LotState;

  @IfGiven()
  @IsIn(LOT_ROUTES)
  route?: LotRoute;

  /** The lot with this number. */
  @IfGiven()
  @QueryInteger(1, LARGEST_INTEGER)
  number?: number;

  /** Id of a device: the lots that it is or was on. */
  @IfGiven()
  @Uuid()
  device?: string;

  /** Sorted by `number`. */
  @SortedBy('number')
  sort: BothWays<'number'> = '-number';
}

export class LotDevicesQuery extends ListQuery {
  /** Sorted by `addedAt`. */
  @SortedBy('addedAt')
  sort: BothWays<'addedAt'> = 'addedAt';
}

export class LotDevicesBody {
  /** Ids of devices to add. Each is added or refused by itself. */
  @IfGiven()
  @Uuids()
  @ArrayMaxSize(MOST_AT_ONCE)
  @ArrayUnique()
  add: string[] = [];

  /** Ids of devices to remove. */
  @IfGiven()
  @Uuids()
  @ArrayMaxSize(MOST_AT_ONCE)
  @ArrayUnique()
  remove: string[] = [];

  /** Of the devices that are added. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  pallet?: string | null;

  /** Of the devices that are added, in words or as a grade. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  condition?: string | null;
}

export class DriverBody {
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  company!: string;

  /**
   * What the driver drew, as base64: a PNG picture of at most 200 KiB and 1200 by 600 dots. Without it, the typed name is
   * the signature.
   */
  @IfGiven()
  @IsString()
  @IsNotEmpty()
  @MaxLength(280_000)
  image?: string;
}

export class NotTakenBody {
  @Uuid()
  deviceId!: string;

  @OrNull()
  @Trimmed()
  @IsString()
  @MaxLength(500)
  note?: string | null;
}

export class ExtraDeviceBody {
  /** Asset tag or serial number on the device. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  code!: string;

  @OrNull()
  @Trimmed()
  @IsString()
  @MaxLength(500)
  note?: string | null;
}

export const LOT_STEP_NAMES = ['freeze', 'approve', 'disapprove', 'pick_up', 'settle', 'cancel'] as const;
export type LotStepName = (typeof LOT_STEP_NAMES)[number];

export class LotStepBody {
  @IsIn(LOT_STEP_NAMES)
  step!: LotStepName;

  /** Why. Needed for `cancel` and `disapprove`. */
  @OrNull()
  @Trimmed()
  @IsString()
  @MaxLength(2000)
  note?: string | null;

  /** With `approve`: id of the board item. A lease return needs none. */
  @IfGiven()
  @Uuid()
  boardItem?: string;

  /** With `pick_up`: who takes the devices, and signs. */
  @IfGiven()
  @Nested(() => DriverBody)
  driver?: DriverBody;

  /** With `pick_up`: how many devices the driver counted. */
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(MOST_IN_LOT * 2)
  counted?: number;

  /** With `pick_up`: devices of the manifest that are not there. They stay in the district. */
  @IfGiven()
  @NestedList(() => NotTakenBody)
  @ArrayMaxSize(MOST_AT_ONCE)
  notTaken?: NotTakenBody[];

  /** With `pick_up`: devices that are there and not on the manifest. Rollcall notes them, and disposes of none of them. */
  @IfGiven()
  @NestedList(() => ExtraDeviceBody)
  @ArrayMaxSize(MOST_AT_ONCE)
  extras?: ExtraDeviceBody[];

  /** With `pick_up` of a lease return: number of the receipt of the lessor. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  lessorReceipt?: string;
}

export class ObligationBody {
  /** Day of the paper. Leave it out if nobody has to file it any more. */
  @IfGiven()
  @CalendarDate()
  filedOn?: string;

  /** By contract, if it is another day than Rollcall proposes. */
  @IfGiven()
  @CalendarDate()
  dueOn?: string;

  /** Its number, or where it is kept. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  reference?: string | null;

  @OrNull()
  @IsInt()
  @Min(0)
  @Max(LARGEST_INTEGER)
  amountCents?: number | null;

  /** Kilograms. */
  @OrNull()
  @IsNumber()
  @Min(0.001)
  @Max(1_000_000)
  weightKg?: number | null;

  /** Why nobody has to file it any more. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  waivedBecause?: string;
}

export class DifferenceBody {
  /** What was found out. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  resolution!: string;
}
