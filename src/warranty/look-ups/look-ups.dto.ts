import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { ListQuery } from '../../access/routes/list-file.js';
import { IfGiven, Trimmed, Uuid } from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';
import { ANSWER_OUTCOMES, type AnswerOutcome } from './look-ups.entities.js';
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
