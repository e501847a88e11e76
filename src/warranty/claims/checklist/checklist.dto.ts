import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { IfGiven, NestedList, Trimmed, Uuids } from '../../../common/http/request-fields.js';
import { POINT_KINDS, type PointKind } from './checklist-points.js';

const MOST_POINTS = 30;
const MOST_AT_ONCE = 200;
const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export class ChecklistPointBody {
  /** Name of the point. Keep it when you change the label, so that claims keep what was ticked. */
  @Trimmed()
  @IsString()
  @Matches(KEY, { message: '$property must be lower-case letters, digits and hyphens, such as asset-label' })
  @MaxLength(50)
  key!: string;

  /**
   * `confirmation` is a tick. `management_lock` is answered with `lock_off` or `deprovisioned`, and `data_removal` with
   * `wiped` or `by_vendor`. `photo` and `proof_of_purchase` are told from the claim and its device.
   */
  @IfGiven()
  @IsIn(POINT_KINDS)
  kind: PointKind = 'confirmation';

  /** What technicians read. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  label!: string;
}

export class ChecklistBody {
  /** The whole list, in its order. An empty list: nothing is asked. */
  @IsArray()
  @ArrayMaxSize(MOST_POINTS)
  @ArrayUnique(({ key }: ChecklistPointBody) => key)
  @NestedList(() => ChecklistPointBody)
  points!: ChecklistPointBody[];
}

export class ClaimCheckBody {
  /** The point of the vendor's checklist. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  key!: string;

  /** False takes the tick back. */
  @IfGiven()
  @IsBoolean()
  isDone = true;

  /** For a point with answers. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  answer?: string;

  /** Why. Needed for `deprovisioned`: the reason that keeps the license. */
  @IfGiven()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason?: string;
}

/** Ticks of many claims of one vendor. */
export class ClaimChecksBody {
  /** Ids of claims. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @ArrayUnique()
  @Uuids()
  claims!: string[];

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_POINTS)
  @ArrayUnique(({ key }: ClaimCheckBody) => key)
  @NestedList(() => ClaimCheckBody)
  points!: ClaimCheckBody[];
}
