import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import type { Page } from '../../common/paging.js';
import { InvalidInput, NotFound } from '../../common/refusal.js';
import { Clock, dateIn } from '../../common/time/clock.js';
import { daysAfter } from '../../common/time/days-and-times.js';
import type { Statements } from '../../database/tx.js';
import type { DisposalRoute } from '../../devices/statuses.js';
import type { BoardDecision } from './board-item.entity.js';
import type { BoardItemsQuery } from './board-items.dto.js';
import { assessedValue } from '../assessment/latest-assessment.js';
import { type FindingProposal, type ProposedFor, proposeFinding } from './finding-proposals.js';
import { type Finding, findingOn } from './findings.js';

export interface BoardItemView {
  id: string;
  meetingOn: string;
  number: string;
  title: string;
  finding: Finding;
  /** The district's own words, if `finding` is `other`. */
  findingText: string | null;
  present: number | null;
  yes: number | null;
  decision: BoardDecision;
  validFrom: string;
  validTo: string;
  note: string | null;
  version: number;
  /** How many lots the item names. */
  lotsNamed: number;
  /** How many lots this item approved. */
  lotsApproved: number;
}

export interface BoardItemLotView {
  id: string;
  number: number;
  name: string;
  route: DisposalRoute;
  state: string;
  devices: number;
  /** Whether the item names this lot. An item that names no lots can approve it, too. */
  isNamed: boolean;
}

/** A period in which the law asks for a notice. Calendar dates. */
export interface NoticeView {
  what: string;
  from: string;
  to: string;
  source: string;
}

export interface BoardItemDetail extends BoardItemView {
  /** Section of the law, with the words that the board adopts. */
  statute: string;
  words: string | null;
  /** Whether every member present must vote yes. */
  isUnanimous: boolean;
  /** What all of it together may be worth, in cents. Null if the finding has no limit. */
  mostCents: number | null;
  source: string;
  /** What Rollcall's sources leave open. */
  doubt: string | null;
  notices: NoticeView[];
  lots: BoardItemLotView[];
}

const ITEMS = `
  SELECT b.id, b.meeting_on AS "meetingOn", b.number, b.title, b.finding, b.finding_text AS "findingText", b.present, b.yes,
         b.decision, b.valid_from AS "validFrom", b.valid_to AS "validTo", b.note, b.version,
         (SELECT count(*)::int FROM board_item_lots n WHERE n.district_id = $1 AND n.board_item_id = b.id) AS "lotsNamed",
         (SELECT count(*)::int FROM lots l WHERE l.district_id = $1 AND l.board_item_id = b.id) AS "lotsApproved"
    FROM board_items b WHERE b.district_id = $1`;

const BOARD_ITEMS = list<BoardItemView, BoardItemsQuery>({
  name: 'board items',
  select: ITEMS,
  reach: 'district',
  filters: { decision: (decision, param) => `b.decision = ${param(decision)}` },
  sorts: { meetingOn: ['b.meeting_on', 'b.id'] },
});

export class BoardItemNotFound extends NotFound {
  constructor() {
    super('The board item', 'BOARD_ITEM_NOT_FOUND');
  }
}

/** @param index of the lot in what was sent */
export function unknownLot(index: number): InvalidInput {
  const detail = 'This lot does not exist. Remove it from the list.';
  return new InvalidInput(detail, [{ field: `lots.${index}`, code: 'UNKNOWN_LOT', detail }]);
}

@Injectable()
export class BoardItemsQueries {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  list(scope: Scope, query: BoardItemsQuery): Promise<Page<BoardItemView>> {
    return this.lists.answer(BOARD_ITEMS, scope, query);
  }

  /** @throws InvalidInput for a lot that the district does not have */
  async propose({ districtId, timeZone }: Scope, lots: readonly string[]): Promise<FindingProposal> {
    const rows = await this.source.query<
      ({ id: string; route: DisposalRoute } & Omit<ProposedFor, 'routes'>)[]
    >(
      `SELECT l.id, l.route, count(d.id)::int AS devices,
              coalesce(sum(${assessedValue('d.id')}), 0)::float8 AS "valueCents",
              count(d.id) FILTER (WHERE ${assessedValue('d.id')} IS NULL)::int AS unvalued
         FROM lots l
         LEFT JOIN lot_devices y ON y.district_id = $1 AND y.lot_id = l.id
         LEFT JOIN devices d ON d.district_id = $1 AND d.id = y.device_id
        WHERE l.district_id = $1 AND l.id = ANY ($2::uuid[]) GROUP BY l.id, l.route`,
      [districtId, lots],
    );
    const known = new Set(rows.map(({ id }) => id));
    const missing = lots.findIndex((id) => !known.has(id));
    if (missing >= 0) throw unknownLot(missing);
    const sum = (of: 'devices' | 'valueCents' | 'unvalued'): number =>
      rows.reduce((total, row) => total + row[of], 0);
    const routes = [...new Set(rows.map(({ route }) => route))].toSorted();
    const what = {
      routes,
      devices: sum('devices'),
      valueCents: sum('valueCents'),
      unvalued: sum('unvalued'),
    };
    return proposeFinding(what, dateIn(timeZone, this.clock.now()));
  }

  /** @throws BoardItemNotFound */
  async find({ districtId }: Scope, id: string, db: Statements = this.source): Promise<BoardItemDetail> {
    const [row] = await db.query<BoardItemView[]>(`${ITEMS} AND b.id = $2`, [districtId, id]);
    if (!row) throw new BoardItemNotFound();
    const lots = await db.query<BoardItemLotView[]>(
      `SELECT l.id, l.number, l.name, l.route, l.state, n.lot_id IS NOT NULL AS "isNamed",
              (SELECT count(*)::int FROM lot_devices y WHERE y.district_id = $1 AND y.lot_id = l.id) AS devices
         FROM lots l
         LEFT JOIN board_item_lots n ON n.district_id = $1 AND n.board_item_id = $2 AND n.lot_id = l.id
        WHERE l.district_id = $1 AND (n.lot_id IS NOT NULL OR l.board_item_id = $2) ORDER BY l.number`,
      [districtId, id],
    );
    const rule = findingOn(row.finding, row.meetingOn);
    const { statute, words, isUnanimous, mostCents, source, doubt } = rule;
    const notices = rule.notices.map(({ what, afterDays, forDays }) => ({
      what,
      from: daysAfter(row.meetingOn, afterDays),
      to: daysAfter(row.meetingOn, afterDays + forDays),
      source,
    }));
    return {
      ...row,
      statute,
      words: row.findingText ?? words,
      isUnanimous,
      mostCents,
      source,
      doubt,
      notices,
      lots,
    };
  }
}
