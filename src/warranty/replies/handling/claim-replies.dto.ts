import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { ListQuery } from '../../../access/routes/list-file.js';
import { CommaList, IfGiven, Trimmed, Uuid } from '../../../common/http/request-fields.js';
import { type BothWays, SortedBy } from '../../../common/paging.js';
import {
  CLAIM_OUTCOMES,
  type ClaimOutcome,
  DENIAL_REASONS,
  type DenialReason,
} from '../../claims/claim.entity.js';
import { REPLY_STATES, type ReplyState } from '../claim-reply.entities.js';
import { WAITS_BECAUSE, type WaitsBecause } from '../intake/judge-reply.js';

/** Steps of a claim by which a person takes over a reply. `none`: only its details, such as the reference. */
export const REPLY_CLAIM_STEPS = [
  'acknowledge',
  'start',
  'wait',
  'resume',
  'resolve',
  'deny',
  'reopen',
  'none',
] as const;
export type ReplyClaimStep = (typeof REPLY_CLAIM_STEPS)[number];

export class ReplyApplicationBody {
  /** By default, what the vendor's word means. */
  @IfGiven()
  @IsIn(REPLY_CLAIM_STEPS)
  step?: ReplyClaimStep;

  /** How the vendor resolved the claim, if the reply does not say it. */
  @IfGiven()
  @IsIn(CLAIM_OUTCOMES)
  outcome?: ClaimOutcome;

  /** Why the vendor denied the claim, if the reply does not say it. */
  @IfGiven()
  @IsIn(DENIAL_REASONS)
  denialReason?: DenialReason;

  /** Why you take it over. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason!: string;
}

export class ReplyDismissalBody {
  /** Why the reply changes nothing. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason!: string;
}

export class ClaimRepliesQuery extends ListQuery {
  /** One state, or several with commas between them. `waiting`: for a person. */
  @CommaList(REPLY_STATES.length)
  @IsIn(REPLY_STATES, { each: true })
  state?: ReplyState[];

  /** Why they wait. */
  @IfGiven()
  @IsIn(WAITS_BECAUSE)
  why?: WaitsBecause;

  /** Key of a vendor. */
  @IfGiven()
  @IsString()
  @MaxLength(100)
  vendor?: string;

  /** Id of a claim. */
  @IfGiven()
  @Uuid()
  claim?: string;

  /** Sorted by `id`, which is the order in which they came. */
  @SortedBy('id')
  sort: BothWays<'id'> = '-id';
}
