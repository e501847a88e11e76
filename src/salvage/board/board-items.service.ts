import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import { explainConstraint } from '../../common/constraint-refusals.js';
import { definedFields } from '../../common/defined-fields.js';
import { StaleVersion } from '../../common/http/etag.js';
import { newId } from '../../common/ids.js';
import { Conflict, InvalidInput } from '../../common/refusal.js';
import { dateIn } from '../../common/time/clock.js';
import { daysAfter } from '../../common/time/days-and-times.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import type { BoardItemChangeBody, NewBoardItemBody } from './board-items.dto.js';
import {
  type BoardItemDetail,
  BoardItemNotFound,
  BoardItemsQueries,
  type BoardItemView,
  unknownLot,
} from './board-items.queries.js';

explainConstraint(
  'board_items_number_unique',
  (key) =>
    new Conflict(`There is already a board item ${key}. Give this one another number.`, 'BOARD_ITEM_TAKEN'),
);

/** The columns of an item that people fill in. */
type Facts = Omit<BoardItemView, 'id' | 'version' | 'lotsNamed' | 'lotsApproved'>;

/** Board items as people record them. */
@Injectable()
export class BoardItems {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: BoardItemsQueries,
  ) {}

  /** @throws InvalidInput if two fields contradict each other, or if a lot does not exist */
  create(scope: Scope, { lots = [], ...said }: NewBoardItemBody): Promise<BoardItemDetail> {
    const facts: Facts = {
      findingText: null,
      present: null,
      yes: null,
      note: null,
      validFrom: said.meetingOn,
      validTo: aYearAfter(said.meetingOn),
      ...definedFields(said),
      meetingOn: said.meetingOn,
      number: said.number,
      title: said.title,
      finding: said.finding,
      decision: said.decision,
    };
    assertSound(facts, lots.length);
    const id = newId();
    return this.transactions.run(async (tx) => {
      assertMet(scope, tx, facts);
      await tx.query(
        `INSERT INTO board_items (district_id, id, ${COLUMNS.join(', ')}, created_at, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
        [scope.districtId, id, ...valuesOf(facts), tx.at, scope.accountId],
      );
      await nameLots(tx, scope, id, lots);
      return this.queries.find(scope, id, tx);
    });
  }

  /**
   * Changes an item. After the item has approved a lot, only its note can change.
   * @param version the version that the caller read; null to change any version
   */
  change(
    scope: Scope,
    id: string,
    version: number | null,
    { lots, ...said }: BoardItemChangeBody,
  ): Promise<BoardItemDetail> {
    return this.transactions.run(async (tx) => {
      const [locked] = await tx.query<{ version: number }[]>(
        `SELECT version FROM board_items WHERE district_id = $1 AND id = $2 FOR UPDATE`,
        [scope.districtId, id],
      );
      if (!locked) throw new BoardItemNotFound();
      if (version !== null && version !== locked.version)
        throw new StaleVersion('The board item', locked.version);
      const before = await this.queries.find(scope, id, tx);
      const changed = definedFields(said);
      const isOnlyNote = lots === undefined && Object.keys(changed).every((name) => name === 'note');
      if (before.lotsApproved > 0 && !isOnlyNote)
        throw new Conflict(
          'This item has approved a lot, so only the note of the item can change. Take back the approval of the lot first.',
          'BOARD_ITEM_USED',
        );
      const facts: Facts = { ...before, ...movedWith(before, changed.meetingOn), ...changed };
      assertSound(facts, lots?.length ?? before.lotsNamed);
      assertMet(scope, tx, facts);
      await tx.query(
        `UPDATE board_items SET (${COLUMNS.join(', ')}) = ROW($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13),
                version = version + 1
          WHERE district_id = $1 AND id = $2`,
        [scope.districtId, id, ...valuesOf(facts)],
      );
      if (lots) await nameLots(tx, scope, id, lots);
      return this.queries.find(scope, id, tx);
    });
  }
}

const COLUMNS = [
  'meeting_on',
  'number',
  'title',
  'finding',
  'finding_text',
  'present',
  'yes',
  'decision',
  'valid_from',
  'valid_to',
  'note',
];

function valuesOf(facts: Facts): unknown[] {
  const { meetingOn, number, title, finding, findingText, present, yes, decision } = facts;
  const { validFrom, validTo, note } = facts;
  return [meetingOn, number, title, finding, findingText, present, yes, decision, validFrom, validTo, note];
}

/** @throws InvalidInput */
function assertSound(
  { finding, findingText, present, yes, decision, validFrom, validTo }: Facts,
  lots: number,
): void {
  const wrong = (field: string, code: string, detail: string): InvalidInput =>
    new InvalidInput(detail, [{ field, code, detail }], 'BOARD_ITEM_INCOMPLETE');
  if (finding === 'other' && findingText === null)
    throw wrong('findingText', 'MISSING', 'Enter the words of the finding.');
  if ((present === null) !== (yes === null))
    throw wrong(
      present === null ? 'present' : 'yes',
      'MISSING',
      'Enter both numbers: the members who were present, and the members who voted yes.',
    );
  if (present !== null && yes !== null && yes > present)
    throw wrong(
      'yes',
      'MORE_THAN_PRESENT',
      'More members voted yes than were present. Correct one of the two numbers.',
    );
  if ((decision === 'approved' || decision === 'in_part') && yes === null)
    throw wrong('yes', 'MISSING', 'Enter how many members were present, and how many voted yes.');
  if (decision === 'in_part' && lots === 0)
    throw wrong('lots', 'MISSING', 'Name the lots that the board approved.');
  if (validTo < validFrom)
    throw wrong('validTo', 'BEFORE_VALID_FROM', 'Choose a last day that is not before the first day.');
}

/** A board decides at its meeting. @throws InvalidInput */
function assertMet({ timeZone }: Scope, tx: Tx, { decision, meetingOn }: Facts): void {
  if (decision === 'planned' || meetingOn <= dateIn(timeZone, tx.at)) return;
  const detail = `The meeting is on ${meetingOn}. Record the decision on that day or later.`;
  throw new InvalidInput(detail, [{ field: 'decision', code: 'MEETING_TO_COME', detail }]);
}

/** Days that followed from the meeting follow it to another day. */
function movedWith(
  { meetingOn, validFrom, validTo }: Facts,
  to: string | undefined,
): Partial<Pick<Facts, 'validFrom' | 'validTo'>> {
  if (to === undefined) return {};
  return {
    ...(validFrom === meetingOn ? { validFrom: to } : {}),
    ...(validTo === aYearAfter(meetingOn) ? { validTo: aYearAfter(to) } : {}),
  };
}

/** Replaces the lots that an item names. @throws InvalidInput if the district does not have one of them */
async function nameLots(tx: Tx, { districtId }: Scope, id: string, lots: readonly string[]): Promise<void> {
  await tx.query(`DELETE FROM board_item_lots WHERE district_id = $1 AND board_item_id = $2`, [
    districtId,
    id,
  ]);
  if (lots.length === 0) return;
  const found = await tx.query<{ id: string }[]>(
    `INSERT INTO board_item_lots (district_id, board_item_id, lot_id)
     SELECT $1::uuid, $2::uuid, l.id FROM lots l WHERE l.district_id = $1 AND l.id = ANY ($3::uuid[])
     RETURNING lot_id AS id`,
    [districtId, id, lots],
  );
  const known = new Set(found.map((row) => row.id));
  const missing = lots.findIndex((lot) => !known.has(lot));
  if (missing >= 0) throw unknownLot(missing);
}

const aYearAfter = (day: string): string => daysAfter(day, 365);
