import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsIn,
  IsNotEmpty,
  IsNumber,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { ListQuery } from '../../access/routes/list-file.js';
import { IfGiven, Instant, OrNull, Trimmed, Uuid, Uuids } from '../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../common/paging.js';
import {
  DECISIONS,
  MEDIA_SOURCES,
  type MediaSource,
  RESULTS,
  type SanitizationResult,
  type ValidationDecision,
} from './sanitization.entities.js';
import { MEDIA, type Medium, METHODS, type Method, type Technique, TECHNIQUES } from './techniques.js';

/** How many devices one record can have. */
export const MOST_SANITIZED = 1_000;

export class NewSanitizationBody {
  /** Ids of the devices. Each is recorded or refused by itself. */
  @Uuids()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_SANITIZED)
  @ArrayUnique()
  deviceIds!: string[];

  /** Where the devices keep data. */
  @IsIn(MEDIA)
  medium!: Medium;

  /** `pulled` for a drive that was taken out of a device that does not start. */
  @IfGiven()
  @IsIn(MEDIA_SOURCES)
  mediaSource: MediaSource = 'installed';

  /** Serial number of the pulled drive. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  driveSerial?: string | null;

  @IsIn(TECHNIQUES)
  technique!: Technique;

  /** The program or machine that removed the data. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  tool?: string | null;

  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  toolVersion?: string | null;

  /** Size of the largest particle in millimeters. `shred` needs it. */
  @OrNull()
  @IsNumber()
  @Min(0.1)
  @Max(1000)
  particleMm?: number | null;

  /** Whether the technique completed. */
  @IsIn(RESULTS)
  result!: SanitizationResult;

  /** Name and title of the person who saw that it completed. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  verifiedBy?: string | null;

  /** How this person saw that it completed. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  verification?: string | null;

  /** Where the data was removed. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  place?: string | null;

  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  note?: string | null;

  /** When the data was removed. By default, now. It cannot be in the future. */
  @IfGiven()
  @Instant()
  doneAt?: Date;
}

export class SanitizationValidationBody {
  /** `repeat` and `escalate` close the gate of these devices again. */
  @IsIn(DECISIONS)
  decision!: ValidationDecision;

  /** The reason. It can be left out only if the sanitization is accepted. */
  @OrNull()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  note?: string | null;
}

export class SanitizationsQuery extends ListQuery {
  /** Id of a device. */
  @IfGiven()
  @Uuid()
  device?: string;

  @IfGiven()
  @IsIn(RESULTS)
  result?: SanitizationResult;

  @IfGiven()
  @IsIn(METHODS)
  method?: Method;

  @SortedBy('doneAt')
  sort: BothWays<'doneAt'> = '-doneAt';
}
