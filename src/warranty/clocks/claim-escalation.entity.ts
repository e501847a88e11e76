import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../../access/entities/account.entity.js';
import { Claim } from '../claims/claim.entity.js';
import type { ClockName } from './claim-clock.js';

/** That a claim came to a level. Each level is reached once in each round; a claim that is sent again begins a round. */
@Entity('claim_escalations')
@Index('claim_escalations_of_notice', ['districtId', 'noticeId'])
@Check('claim_escalations_level_known', 'level BETWEEN 1 AND 3')
@Check('claim_escalations_clock_known', `clock IN ('acknowledge', 'resolve')`)
@ForeignKey(() => Claim, ['districtId', 'claimId'], ['districtId', 'id'], { name: 'claim_escalations_claim' })
@ForeignKey(() => Account, ['districtId', 'raisedBy'], ['districtId', 'id'], {
  name: 'claim_escalations_raiser',
})
export class ClaimEscalation {
  @PrimaryColumn('uuid')
  districtId!: string;

  @PrimaryColumn('uuid')
  claimId!: string;

  /** How often the claim had been sent again before. */
  @PrimaryColumn('integer')
  round!: number;

  /** 1 when it is sent. */
  @PrimaryColumn('smallint')
  level!: number;

  /** The promise that the vendor did not keep. Null where it was sent, or raised by hand. */
  @Column('text', { nullable: true })
  clock!: ClockName | null;

  /** Why a person raised it. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid', { nullable: true })
  raisedBy!: string | null;

  @Column('timestamptz')
  raisedAt!: Date;

  /** What came to a level together goes into one letter. */
  @Column('uuid')
  noticeId!: string;
}
