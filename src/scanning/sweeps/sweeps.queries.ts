import { Injectable, type StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Letterheads } from '../../access/letterheads.service.js';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import { instantIn } from '../../common/documents/letterhead.js';
import type { Page, PageQuery, SortedPage } from '../../common/paging.js';
import { NotFound } from '../../common/refusal.js';
import { type ExportFormat, tableFile } from '../../common/documents/table-export.js';
import type { TableColumn } from '../../common/documents/table-writer.js';
import { StreamPool } from '../../database/pools/stream-pool.js';
import type { Statements } from '../../database/tx.js';
import { FOUND_IN_ALL, FOUND_SO_FAR, SWEEP_RESULTS, type SweepResult } from './sweep-findings.sql.js';

/** A sweep as lists show it. */
export interface SweepView {
  id: string;
  name: string;
  /** Code of the site. */
  site: string;
  siteName: string;
  /** Without a room and a cart it is of the whole site. */
  room: string | null;
  cart: string | null;
  begunAt: Date;
  begunBy: string;
  closedAt: Date | null;
  closedBy: string | null;
  note: string | null;
}

/** One sweep, with how many of what were found. */
export interface SweepDetail extends SweepView {
  expected: number;
  found: Record<SweepResult, number>;
  /** Accounts that scanned for it. */
  technicians: string[];
  /** Scans that came after it was closed, and are in none of the numbers. */
  late: number;
}

export interface SweepFindingView {
  key: string;
  result: SweepResult;
  code: string | null;
  deviceId: string | null;
  model: string | null;
  status: string | null;
  expectedRoom: string | null;
  foundRoom: string | null;
  seenAt: Date | null;
  seenBy: string | null;
}

/** A room that nobody has swept for a while. */
export interface DueRoom {
  site: string;
  siteName: string;
  roomId: string;
  room: string;
  devices: number;
  lastSweptAt: Date | null;
}

const SWEEPS = list<SweepView, SortedPage<'begunAt'> & { open?: boolean; site?: string }>({
  name: 'sweeps',
  select: `
    SELECT w.id, w.name, t.code AS site, t.name AS "siteName", r.name AS room, c.name AS cart, w.begun_at AS "begunAt",
           w.begun_by AS "begunBy", w.closed_at AS "closedAt", w.closed_by AS "closedBy", w.note
      FROM sweeps w
      JOIN sites t ON t.district_id = $1 AND t.id = w.site_id
      LEFT JOIN rooms r ON r.district_id = $1 AND r.id = w.room_id
      LEFT JOIN carts c ON c.district_id = $1 AND c.id = w.cart_id
     WHERE w.district_id = $1`,
  reach: 'w.site_id',
  filters: {
    open: (open) => (open ? 'w.closed_at IS NULL' : 'w.closed_at IS NOT NULL'),
    site: (code, param) => `t.code = ${param(code)}`,
  },
  sorts: { begunAt: ['w.begun_at', 'w.id'] },
  id: 'w.id',
});

const FINDING = `
  f.key, f.result, f.code, f.device_id AS "deviceId", m.manufacturer || ' ' || m.name AS model, d.status,
  f.expected_room AS "expectedRoom", f.found_room AS "foundRoom", f.seen_at AS "seenAt", f.seen_by AS "seenBy"`;

const WITH_DEVICES = `
  LEFT JOIN devices d ON d.district_id = $1 AND d.id = f.device_id
  LEFT JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id`;

/** Device by device and code by code. */
const FINDINGS = list<SweepFindingView, PageQuery & { sweep: SweepView; result?: SweepResult }>({
  name: 'findings',
  select: (param, { sweep }) => {
    const [from, id] = [foundIn(sweep), param(sweep.id)];
    // What was found calls the sweep so.
    if (id !== '$2') throw new Error('The sweep is the second parameter.');
    return `SELECT ${FINDING} FROM (${from}) f ${WITH_DEVICES} WHERE f.key IS NOT NULL`;
  },
  reach: 'subject',
  filters: { sweep: 'in select', result: (result, param) => `f.result = ${param(result)}` },
  sorts: { key: ['f.key'] },
});

/** Rooms with devices of which no sweep was closed for some months. */
const DUE = list<DueRoom, PageQuery & { months: number }>({
  name: 'due rooms',
  select: `
    SELECT t.code AS site, t.name AS "siteName", r.id AS "roomId", r.name AS room, n.devices,
           l.closed_at AS "lastSweptAt"
      FROM rooms r
      JOIN sites t ON t.district_id = $1 AND t.id = r.site_id
      JOIN LATERAL (SELECT count(*)::int AS devices FROM devices d
                     WHERE d.district_id = $1 AND d.room_id = r.id AND d.status IN ('in_stock', 'deployed')) n
        ON n.devices > 0
      LEFT JOIN LATERAL (SELECT max(w.closed_at) AS closed_at FROM sweeps w
                          WHERE w.district_id = $1 AND w.site_id = r.site_id
                            AND (w.room_id = r.id OR (w.room_id IS NULL AND w.cart_id IS NULL))) l ON true
     WHERE r.district_id = $1 AND r.closed_on IS NULL`,
  reach: 'r.site_id',
  filters: {
    months: (months, param, { now }) =>
      `l.closed_at IS NULL OR l.closed_at < ${param(now)}::timestamptz - make_interval(months => ${param(months)})`,
  },
  sorts: { site: ['t.code', 'r.name'] },
});

const REPORT: TableColumn[] = [
  { header: 'Result', type: 'text' },
  { header: 'Code', type: 'text' },
  { header: 'Asset tag', type: 'text' },
  { header: 'Serial number', type: 'text' },
  { header: 'Model', type: 'text' },
  { header: 'Status', type: 'text' },
  { header: 'Expected room', type: 'text' },
  { header: 'Found in room', type: 'text' },
  { header: 'Seen at', type: 'instant' },
  { header: 'Seen by', type: 'text' },
];

@Injectable()
export class SweepsQueries {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
    private readonly streams: StreamPool,
    private readonly letterheads: Letterheads,
  ) {}

  list(
    scope: Scope,
    query: SortedPage<'begunAt'> & { open?: boolean; site?: string },
  ): Promise<Page<SweepView>> {
    return this.lists.answer(SWEEPS, scope, query);
  }

  /** @throws NotFound also where its site is out of the caller's reach */
  async find(scope: Scope, id: string, manager: Statements = this.source.manager): Promise<SweepDetail> {
    const view = await this.view(scope, id, manager);
    const parameters = [scope.districtId, id];
    const [numbers] = await manager.query<Omit<SweepDetail, keyof SweepView | 'found'>[]>(
      `SELECT (SELECT count(*)::int FROM sweep_devices WHERE district_id = $1 AND sweep_id = $2) AS expected,
              coalesce(array_agg(DISTINCT account_id), '{}') AS technicians,
              count(*)::int - coalesce((SELECT counted_scans FROM sweeps WHERE district_id = $1 AND id = $2),
                                       count(*)::int) AS late
         FROM scans WHERE district_id = $1 AND sweep_id = $2`,
      parameters,
    );
    const results = await manager.query<{ result: SweepResult; count: number }[]>(
      `SELECT result, count(*)::int AS count FROM (${foundIn(view)}) f GROUP BY 1`,
      parameters,
    );
    const found = Object.fromEntries(SWEEP_RESULTS.map((result) => [result, 0]));
    for (const { result, count } of results) found[result] = count;
    return {
      ...view,
      expected: numbers?.expected ?? 0,
      found: found as SweepDetail['found'],
      technicians: numbers?.technicians ?? [],
      late: numbers?.late ?? 0,
    };
  }

  /** @throws NotFound also where its site is out of the caller's reach */
  async findings(
    scope: Scope,
    id: string,
    query: PageQuery & { result?: SweepResult },
  ): Promise<Page<SweepFindingView>> {
    return this.lists.answer(FINDINGS, scope, { ...query, sweep: await this.view(scope, id) });
  }

  /** What there is to sign: everything that was found, with who swept and who closed it. */
  async report(scope: Scope, id: string, format: ExportFormat): Promise<StreamableFile> {
    const sweep = await this.find(scope, id);
    const names = await this.names(scope, [...sweep.technicians, sweep.begunBy, sweep.closedBy ?? '']);
    const nameOf = (account: string | null): string => names.get(account ?? '') ?? '';
    const part = sweep.room ? `, room ${sweep.room}` : sweep.cart ? `, cart ${sweep.cart}` : '';
    const { found } = sweep;
    const at = (instant: Date): string => instantIn(instant, scope.timeZone);
    const table = await this.letterheads.forList(
      scope,
      `Sweep of ${sweep.siteName}${part}: ${sweep.name}`,
      REPORT,
    );
    const notes = [
      `${sweep.expected} devices were expected; ${found.verified} verified, ${found.misplaced} misplaced, ` +
        `${found.missing} missing, ${found.retired} retired but seen, ${found.unknown} unknown codes.`,
      `Begun by ${nameOf(sweep.begunBy)} at ${at(sweep.begunAt)}; swept by ${sweep.technicians.map(nameOf).join(', ') || 'nobody yet'}.`,
      sweep.closedAt
        ? `Closed and signed off by ${nameOf(sweep.closedBy)} at ${at(sweep.closedAt)}.`
        : 'Not closed yet: what is here may change.',
      ...(sweep.note ? [sweep.note] : []),
      ...(sweep.late > 0 ? [`${sweep.late} scans came after it was closed and are not in it.`] : []),
    ];
    const rows = await this.streams.rows(
      scope,
      `SELECT f.result, f.code, d.asset_tag, d.serial_number, m.manufacturer || ' ' || m.name, d.status,
              f.expected_room, f.found_room, f.seen_at, a.name
         FROM (${foundIn(sweep)}) f ${WITH_DEVICES}
         LEFT JOIN accounts a ON a.district_id = $1 AND a.id = f.seen_by
        ORDER BY array_position(ARRAY['missing', 'misplaced', 'unknown', 'retired', 'verified'], f.result), f.code`,
      [scope.districtId, id],
    );
    return tableFile(`sweep-${id}`, format, { ...table, notes }, rows);
  }

  /** Rooms that were never swept, or not in the last `months` months, by site and name. */
  due(scope: Scope, query: PageQuery & { months: number }): Promise<Page<DueRoom>> {
    return this.lists.answer(DUE, scope, query);
  }

  private async view(scope: Scope, id: string, db?: Statements): Promise<SweepView> {
    const view = await this.lists.find(SWEEPS, scope, id, db);
    if (!view) throw new NotFound('The sweep', 'SWEEP_NOT_FOUND');
    return view;
  }

  private async names({ districtId }: Scope, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.source.query<{ id: string; name: string }[]>(
      `SELECT id, coalesce(nullif(name, ''), email) AS name FROM accounts WHERE district_id = $1 AND id = ANY ($2::uuid[])`,
      [districtId, ids.filter(Boolean)],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

function foundIn({ closedAt }: SweepView): string {
  return closedAt === null ? FOUND_SO_FAR : FOUND_IN_ALL;
}
