import { Injectable } from '@nestjs/common';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import { newId } from '../../common/ids.js';
import type { Page } from '../../common/paging.js';
import { Transactions } from '../../database/transactions.js';
import { lockSubjects } from '../../steps/step-writes.js';
import { CLAIM_STEPS } from '../claims/claim-steps.js';
import { ClaimNotFound, ClaimNotSent } from '../claims/claims.errors.js';
import { ClaimMessage, type MessageSide } from './claim-message.entity.js';
import type { ClaimMessagesQuery } from './claim-messages.dto.js';
import { MessageLetters } from './message-letters.js';

/** A message as both sides see it. */
export interface ClaimMessageView {
  id: string;
  /** Who wrote it: somebody of the district, or of the vendor. */
  side: MessageSide;
  /** Name of the district, or of the person at the vendor. The vendor never reads who wrote it in the district. */
  from: string;
  text: string;
  writtenAt: Date;
}

type Asked = ClaimMessagesQuery & { claimId: string };

const MESSAGES = list<ClaimMessageView, Asked>({
  name: 'messages of a claim',
  select: `
    SELECT m.id, m.side, CASE WHEN m.side = 'district' THEN t.name ELSE a.name END AS "from", m.text,
           m.written_at AS "writtenAt"
      FROM claim_messages m
      JOIN districts t ON t.id = $1
      LEFT JOIN accounts a ON a.district_id = $1 AND a.id = m.written_by
     WHERE m.district_id = $1`,
  reach: 'subject',
  filters: { claimId: (id, param) => `m.claim_id = ${param(id)}` },
  sorts: { id: ['m.id'] },
  id: 'm.id',
});

/** What the district and the vendor write to each other. The caller has made sure that the claim may be seen. */
@Injectable()
export class ClaimMessages {
  constructor(
    private readonly lists: Lists,
    private readonly transactions: Transactions,
    private readonly letters: MessageLetters,
  ) {}

  list(scope: Scope, claimId: string, query: ClaimMessagesQuery): Promise<Page<ClaimMessageView>> {
    return this.lists.answer(MESSAGES, scope, { ...query, claimId });
  }

  /**
   * Adds what somebody writes, on the side that their role is on, and has the other side told by email.
   * @throws ClaimNotFound where it is out of reach; ClaimNotSent where no vendor has the claim yet
   */
  async write(scope: Scope, claimId: string, text: string): Promise<ClaimMessageView> {
    const { districtId, accountId } = scope;
    const id = newId();
    const side = scope.role === 'vendor' ? 'vendor' : 'district';
    await this.transactions.run(async (tx) => {
      const claim = (await lockSubjects(tx, scope, CLAIM_STEPS, [claimId])).get(claimId);
      if (!claim) throw new ClaimNotFound();
      if (claim.sentAt === null) throw new ClaimNotSent();
      await tx.insert(ClaimMessage, {
        districtId,
        id,
        claimId,
        side,
        text,
        writtenBy: accountId,
        writtenAt: tx.at,
      });
      await this.letters.announceWithin(tx, districtId, { id, claimId, side });
    });
    const row = await this.lists.find(MESSAGES, scope, id);
    if (!row) throw new Error('a message is gone');
    return row;
  }
}
