import { ArrayMaxSize, IsArray, IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { IfGiven, NestedList, OrNull, Trimmed } from '../../../common/http/request-fields.js';
import {
  CLAIM_OUTCOMES,
  type ClaimOutcome,
  DENIAL_REASONS,
  type DenialReason,
} from '../../claims/claim.entity.js';
import { type Meaning, MEANINGS, READY_MADE_NAMES } from './word-meanings.js';

/** Of one vendor. A system has some dozens of words. */
export const MOST_WORDS = 500;
const MOST_AT_ONCE = 200;

export class ReplyWordBody {
  /** As the vendor writes it. Upper and lower case make no difference. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  word!: string;

  /** What becomes of a claim. `no_change`: nothing that Rollcall keeps. */
  @IsIn(MEANINGS)
  meaning!: Meaning;

  /** With `resolved`: how the vendor resolved the claim, if its replies do not say it. */
  @OrNull()
  @IsIn(CLAIM_OUTCOMES)
  outcome?: ClaimOutcome | null;

  /** With `denied`: why, if its replies do not say it. */
  @OrNull()
  @IsIn(DENIAL_REASONS)
  denialReason?: DenialReason | null;
}

export class ReplyWordsBody {
  /** Words that get a meaning or another one. Other words stay as they are. */
  @IsArray()
  @ArrayMaxSize(MOST_AT_ONCE)
  @NestedList(() => ReplyWordBody)
  words!: ReplyWordBody[];

  /** Words that lose their meaning. Replies with such a word wait for a person from now on. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_AT_ONCE)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  remove?: string[];
}

export class ReadyMadeWordsBody {
  /** Name of a mapping that comes with Rollcall. */
  @IsIn(READY_MADE_NAMES)
  name!: string;
}
