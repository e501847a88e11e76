import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { IfGiven, OrNull, Trimmed } from '../../../common/http/request-fields.js';
import { DATA_REMOVED, type DataRemoved } from '../claim.entity.js';

/** The device that the vendor sent for the claimed one. */
export class ClaimReplacementBody {
  /** The serial number of the new device. If it is that of the claimed device, nothing is replaced. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  serialNumber!: string;

  /** By default, the manufacturer of the claimed device. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  manufacturer?: string;

  /** By default, the model of the claimed device. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  model?: string;

  /** A tag of its own, or null for none. By default, the new device takes over the tag of the claimed one. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  assetTag?: string | null;

  /** `deployed`: the new device goes to the person, the room and the cart of the claimed one. */
  @IfGiven()
  @IsIn(['in_stock', 'deployed'])
  status: 'in_stock' | 'deployed' = 'in_stock';

  /**
   * How the data on the claimed device was removed: the district wiped it, or the vendor states that it does. Needed
   * unless the register knows it already.
   */
  @IfGiven()
  @IsIn(DATA_REMOVED)
  dataRemoved?: DataRemoved;
}

export class UndoReplacementBody {
  /** Why. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason!: string;
}
