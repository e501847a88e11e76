import type { Scope } from '../../access/scope.js';
import { Conflict, InvalidInput, type Refusal } from '../../common/refusal.js';
import type { Tx } from '../../database/tx.js';
import type { DisposalRoute } from '../../devices/statuses.js';
import type { BoardDecision } from './board-item.entity.js';
import { type Finding, findingOn } from './findings.js';

/** A board item as the approval of a lot reads it. */
export interface ApprovingItem {
  number: string;
  meetingOn: string;
  finding: Finding;
  present: number | null;
  yes: number | null;
  decision: BoardDecision;
  validFrom: string;
  validTo: string;
  /** How many lots the item names. */
  named: number;
  namesLot: boolean;
}

/**
 * Locks a board item, so that nobody changes it while it approves a lot.
 * @throws InvalidInput if the board item does not exist
 */
export async function boardItemFor(
  tx: Tx,
  { districtId }: Scope,
  id: string,
  lotId: string,
): Promise<ApprovingItem> {
  const [row] = await tx.query<Omit<ApprovingItem, 'named' | 'namesLot'>[]>(
    `SELECT number, meeting_on AS "meetingOn", finding, present, yes, decision, valid_from AS "validFrom",
            valid_to AS "validTo"
       FROM board_items WHERE district_id = $1 AND id = $2 FOR SHARE`,
    [districtId, id],
  );
  if (row) {
    // Only after the lock: a statement that waits for a lock sees other tables as they were before.
    const [lots] = await tx.query<Pick<ApprovingItem, 'named' | 'namesLot'>[]>(
      `SELECT count(*)::int AS named, count(*) FILTER (WHERE lot_id = $3) > 0 AS "namesLot"
         FROM board_item_lots WHERE district_id = $1 AND board_item_id = $2`,
      [districtId, id, lotId],
    );
    return { ...row, named: lots?.named ?? 0, namesLot: lots?.namesLot ?? false };
  }
  const detail = 'This board item does not exist. Choose another one.';
  throw new InvalidInput(detail, [{ field: 'boardItem', code: 'UNKNOWN_BOARD_ITEM', detail }]);
}

/** Why a board item does not approve a lot today. Null if it does. @param today calendar date */
export function approvalRefusal(
  item: ApprovingItem,
  lot: { route: DisposalRoute },
  today: string,
): Refusal | null {
  const { number, meetingOn, decision, named, namesLot, validFrom, validTo, present, yes } = item;
  const name = `Item ${number} of ${meetingOn}`;
  const no = (detail: string): Conflict => new Conflict(detail, 'BOARD_ITEM_DOES_NOT_APPROVE');
  if (decision === 'planned') return no(`${name} has no decision yet. Record the decision first.`);
  if (decision === 'refused') return no(`${name} was refused by the board. Choose another board item.`);
  if (decision === 'in_part' && !namesLot)
    return no(
      `${name} was approved for some lots only, and it does not name this lot. If the board approved this lot, add it to the item.`,
    );
  if (named > 0 && !namesLot)
    return no(`${name} names other lots. If the board approved this lot, add it to the item.`);
  if (today < validFrom || today > validTo)
    return no(
      `${name} is valid from ${validFrom} to ${validTo}, and today is ${today}. Choose another board item, or correct its dates.`,
    );
  const rule = findingOn(item.finding, meetingOn);
  if (rule.isUnanimous && yes !== present)
    return no(
      `${rule.statute} needs a yes vote from every member present. ${yes} of ${present} members voted yes. Choose another board item.`,
    );
  if (rule.routes && !rule.routes.includes(lot.route))
    return no(
      `${rule.statute} does not cover the route “${lot.route.replaceAll('_', ' ')}”. Choose an item with another finding.`,
    );
  return null;
}
