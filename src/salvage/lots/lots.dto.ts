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
import { MOST_AT_ONCE, MOST_IN_LOT } from './lot-limits.js';
import { LOT_ROUTES, LOT_STATES, type LotRoute, type LotState } from './lot.entities.js';

/** The contract by which the recipient removes the data. */
export class WipeContractBody {
  /** Number of the contract, or where it is kept. */
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

/** The fields of a lot that can change until it is frozen. */
class LotDetails {
  /** Key of the vendor who gets the devices. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  recipient?: string | null;

  /** Where at the site the lot stands. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  place?: string | null;

  /** The contract, if the recipient removes the data. A lease return cannot have one. */
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

  /** Code of the site where the lot stands. Everyone who can see this site can see the lot and its devices. */
  @SiteCode()
  site!: string;

  /** The lot is for swollen and damaged batteries only. They can only be recycled. */
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

  /** Id of a device. Lists the lots that the device is or was on. */
  @IfGiven()
  @Uuid()
  device?: string;

  /** Sorted by `number`. */
  @SortedBy('number')
  sort: BothWays<'number'> = '-number';
}

export class WasteQuery extends ListQuery {
  /** Sorted by the code of the site. */
  @SortedBy('site')
  sort: BothWays<'site'> = 'site';
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

  /** The pallet of the devices that are added. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  pallet?: string | null;

  /** The condition of the devices that are added, in words or as a grade. */
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

  /** The reason. `cancel` and `disapprove` need one. */
  @OrNull()
  @Trimmed()
  @IsString()
  @MaxLength(2000)
  note?: string | null;

  /** For `approve`: id of the board item. A lease return needs none. */
  @IfGiven()
  @Uuid()
  boardItem?: string;

  /** For `pick_up`: the driver, who takes the devices and signs. */
  @IfGiven()
  @Nested(() => DriverBody)
  driver?: DriverBody;

  /** For `pick_up`: how many devices the driver counted. */
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(MOST_IN_LOT * 2)
  counted?: number;

  /** For `pick_up`: devices of the manifest that the driver does not take. They stay in the district. */
  @IfGiven()
  @NestedList(() => NotTakenBody)
  @ArrayMaxSize(MOST_IN_LOT)
  notTaken?: NotTakenBody[];

  /** For `pick_up`: devices that the driver takes, but that are not on the manifest. They stay in the records. */
  @IfGiven()
  @NestedList(() => ExtraDeviceBody)
  @ArrayMaxSize(MOST_AT_ONCE)
  extras?: ExtraDeviceBody[];

  /** For `pick_up` of a lease return: number of the lessor’s receipt. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  lessorReceipt?: string;
}

export class ObligationBody {
  /** Date of the paper. Leave it out if the paper is not needed. */
  @IfGiven()
  @CalendarDate()
  filedOn?: string;

  /** The due date in your contract, if it differs from the one that Rollcall proposes. */
  @IfGiven()
  @CalendarDate()
  dueOn?: string;

  /** Number of the paper, or where it is kept. */
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

  /** The reason why this obligation does not have to be filed. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  waivedBecause?: string;
}

export class DifferenceBody {
  /** The explanation of the difference. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  resolution!: string;
}
