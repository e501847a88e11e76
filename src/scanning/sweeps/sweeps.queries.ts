import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import type { Page, PageQuery, SortedPage } from '../../common/paging.js';
import { NotFound } from '../../common/refusal.js';
import type { Statements } from '../../database/tx.js';
import { Files, type StoredFile } from '../../files/files.service.js';
import { COUNTS, FOUND_IN_ALL, FOUND_SO_FAR, SWEEP_RESULTS, type SweepResult } from './sweep-findings.sql.js';

/** A sweep as lists show it. */
export interface SweepView {
  id: string;
  /** Null if the sweep has no name. Pages then show its place. */
  name: string | null;
  /** Code of the site. */
  site: string;
  siteName: string;
  /** Without a room or a cart, the sweep is of the whole site. */
  room: string | null;
  cart: string | null;
  begunAt: Date;
  begunBy: string;
  /** Name of the account, or its email if it has no name. */
  begunByName: string;
  closedAt: Date | null;
  closedBy: string | null;
  closedByName: string | null;
  /** The name in the signature. Null for a sweep without a signature. */
  signedName: string | null;
  /** Whether there is a picture of the signature. */
  isDrawn: boolean;
  note: string | null;
}

/** One sweep, with the number of devices for each result. */
export interface SweepDetail extends SweepView {
  expected: number;
  found: Record<SweepResult, number>;
  /** Accounts whose scans count for it. */
  technicians: string[];
  /** Scans that arrived after the sweep was closed. They are not in the numbers. */
  late: number;
}

export interface SweepFindingView {
  key: string;
  result: SweepResult;
  code: string | null;
  deviceId: string | null;
  model: string | null;
  status: string | null;
  /** Code of the site where the device is on record. For a closed sweep, where it was when the sweep was closed. */
  recordedSite: string | null;
  recordedSiteName: string | null;
  recordedRoom: string | null;
  recordedCart: string | null;
  /** Where the device was expected when the sweep began. */
  expectedRoom: string | null;
  foundRoom: string | null;
  seenAt: Date | null;
  seenBy: string | null;
  seenByName: string | null;
}

/** A room without a recent sweep. */
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
           w.begun_by AS "begunBy", coalesce(nullif(a.name, ''), a.email) AS "begunByName",
           w.closed_at AS "closedAt", w.closed_by AS "closedBy",
           coalesce(nullif(b.name, ''), b.email) AS "closedByName", g.name AS "signedName",
           g.image_id IS NOT NULL AS "isDrawn", w.note
      FROM sweeps w
      JOIN sites t ON t.district_id = $1 AND t.id = w.site_id
      LEFT JOIN rooms r ON r.district_id = $1 AND r.id = w.room_id
      LEFT JOIN carts c ON c.district_id = $1 AND c.id = w.cart_id
      LEFT JOIN accounts a ON a.district_id = $1 AND a.id = w.begun_by
      LEFT JOIN accounts b ON b.district_id = $1 AND b.id = w.closed_by
      LEFT JOIN sweep_signatures g ON g.district_id = $1 AND g.sweep_id = w.id
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
  o.code AS "recordedSite", o.name AS "recordedSiteName", f.recorded_room AS "recordedRoom",
  f.recorded_cart AS "recordedCart", f.expected_room AS "expectedRoom", f.found_room AS "foundRoom",
  f.seen_at AS "seenAt", f.seen_by AS "seenBy", coalesce(nullif(a.name, ''), a.email) AS "seenByName"`;

/** Joins of the findings `f` with what they name. */
export const NAMED_FINDINGS = `
  LEFT JOIN devices d ON d.district_id = $1 AND d.id = f.device_id
  LEFT JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
  LEFT JOIN sites o ON o.district_id = $1 AND o.id = f.recorded_site_id
  LEFT JOIN accounts a ON a.district_id = $1 AND a.id = f.seen_by`;

/** Device by device and code by code. */
const FINDINGS = list<SweepFindingView, PageQuery & { sweep: SweepView; result?: SweepResult }>({
  name: 'findings',
  select: (param, { sweep }) => {
    const [from, id] = [foundIn(sweep), param(sweep.id)];
    // What was found calls the sweep so.
    if (id !== '$2') throw new Error('The sweep is the second parameter.');
    return `SELECT ${FINDING} FROM (${from}) f ${NAMED_FINDINGS} WHERE f.key IS NOT NULL`;
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

@Injectable()
export class SweepsQueries {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
    private readonly files: Files,
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
              coalesce(array_agg(DISTINCT account_id) FILTER (WHERE ${COUNTS}), '{}') AS technicians,
              count(*)::int - coalesce((SELECT counted_scans FROM sweeps WHERE district_id = $1 AND id = $2),
                                       count(*)::int) AS late
         FROM scans c WHERE district_id = $1 AND sweep_id = $2`,
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

  /** The picture of the signature. Null for a typed signature, or none. @throws NotFound where the sweep is out of reach */
  async signatureImage(scope: Scope, id: string): Promise<StoredFile | null> {
    const { isDrawn } = await this.view(scope, id);
    if (!isDrawn) return null;
    const [row] = await this.source.query<{ imageId: string }[]>(
      `SELECT image_id AS "imageId" FROM sweep_signatures WHERE district_id = $1 AND sweep_id = $2`,
      [scope.districtId, id],
    );
    return row ? this.files.find(scope.districtId, row.imageId) : null;
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
}

/** SQL of what a sweep has found, by whether it is closed. */
export function foundIn({ closedAt }: SweepView): string {
  return closedAt === null ? FOUND_SO_FAR : FOUND_IN_ALL;
}
