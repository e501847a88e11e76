import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { ListQuery } from '../../access/routes/list-file.js';
import {
  IfGiven,
  Nested,
  OrNull,
  TimeOfDay,
  Trimmed,
  Uuid,
  Weekdays,
} from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';
import { ANSWER_OUTCOMES, type AnswerOutcome, type LookUpSchedule } from './look-ups.entities.js';
import { LOOK_UP_DEVICES, type LookUpDevices } from './look-ups.service.js';
import { MAKERS, type MakerName } from './makers/maker.js';

export class MakerAccountBody {
  /** Key of the vendor that provides what the maker says. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  vendor!: string;

  /** What the manufacturer gives, by the names in the list of manufacturers. It is encrypted and never shown again. */
  @IsObject()
  credentials!: Record<string, string>;
}

export class LookUpScheduleBody implements LookUpSchedule {
  /** From 1 for Monday to 7 for Sunday. */
  @Weekdays()
  weekdays!: number[];

  /** Such as `02:00`, in the district's time zone. */
  @TimeOfDay()
  at!: string;

  /**
   * Rollcall asks again about devices whose last answer is older than so many days. Null if it asks only about devices
   * without an answer.
   */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(3650)
  askAgainAfterDays: number | null = null;
}

export class MakerScheduleBody {
  /** When Rollcall asks by itself. Null if people start each look-up themselves. */
  @OrNull()
  @Nested(() => LookUpScheduleBody)
  schedule?: LookUpScheduleBody | null;
}

export class LookUpBody {
  @IsIn(MAKERS)
  maker!: MakerName;

  /** `new` for devices about which the maker has not answered yet, `all` for every device. */
  @IfGiven()
  @IsIn(LOOK_UP_DEVICES)
  devices?: LookUpDevices;

  /** Only these devices, of those. */
  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2000)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  deviceIds?: string[];
}

export class AnswersQuery extends ListQuery {
  /** Id of a device. */
  @IfGiven()
  @Uuid()
  device?: string;

  @IfGiven()
  @IsIn(MAKERS)
  maker?: MakerName;

  @IfGiven()
  @IsIn(ANSWER_OUTCOMES)
  outcome?: AnswerOutcome;

  @SortedBy('askedAt')
  sort: BothWays<'askedAt'> = '-askedAt';
}
