import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../../access/lists/list.js';
import { Lists } from '../../../access/lists/lists.service.js';
import { type Scope, siteFilter } from '../../../access/scope.js';
import type { Page } from '../../../common/paging.js';
import type { Statements } from '../../../database/tx.js';
import { LotNotFound } from '../lots.errors.js';
import type { ReturnedDifferencesQuery, ReturnedLinesQuery } from './returned.dto.js';
import type { Disposition, ReturnedKind, ReturnedReason, SanitizationResult } from './returned.entities.js';

/** What a recipient says of one device of a lot. */
export interface ReturnedLineView {
  id: string;
  /** Null for codes that no device of the district has, and for a device of another lot at a site out of reach. */
  deviceId: string | null;
  /** The serial number, or without one the asset tag. */
  code: string;
  /** Number on the manifest. Null for what is not on it. */
  position: number | null;
  /** As the file says. */
  serialNumber: string | null;
  assetTag: string | null;
  cosmeticGrade: string | null;
  functionalGrade: string | null;
  letterGrade: string | null;
  weightKg: number | null;
  priceCents: number | null;
  /** What the recipient had offered, if the file says so. */
  offeredCents: number | null;
  sanitization: SanitizationResult | null;
  disposition: Disposition | null;
  /** In the words of the file. */
  dispositionText: string | null;
  note: string | null;
  /** In what it differs from the manifest, settled or not. */
  differences: ReturnedKind[];
  openDifferences: number;
  importId: string;
  rowNo: number;
  recordedAt: Date;
}

/** In what a settlement differs from the manifest: open until somebody settles it. */
export interface ReturnedDifferenceView {
  id: string;
  kind: ReturnedKind;
  reason: ReturnedReason;
  /** Null for the whole lot, for codes that nobody knows, and for a device of another lot at a site out of reach. */
  deviceId: string | null;
  /** Serial number or asset tag. Empty for the whole lot. */
  code: string;
  /** What Rollcall knew: a code, a grade, or an amount in cents. */
  expected: string;
  /**
   * What the file says instead: a code, a grade, the number of a lot, or an amount in cents. Empty for a lot out of
   * reach.
   */
  found: string;
  foundAt: Date;
  settledAt: Date | null;
  settledByName: string | null;
  note: string | null;
}

/** What came back about a lot, in figures. */
export interface ReturnedTotals {
  lines: number;
  /** Of the lines that have a weight or a price. Null where none has. */
  weightKg: number | null;
  priceCents: number | null;
  /** Lines without a price. */
  unpriced: number;
  /** Lines that say nothing of the data. */
  withoutResult: number;
  /** Open differences by kind. */
  open: { kind: ReturnedKind; differences: number }[];
}

/**
 * SQL of the device of a row: null for one at a site out of reach, unless it is on this lot.
 * @param sites the ids of the sites in reach, or null for all
 */
function seenDevice(row: 's' | 'n', sites: string): string {
  return `CASE WHEN ${sites}::uuid[] IS NULL
             OR EXISTS (SELECT FROM lot_devices o
                         WHERE o.district_id = $1 AND o.lot_id = ${row}.lot_id AND o.device_id = ${row}.device_id)
             OR EXISTS (SELECT FROM devices o
                         WHERE o.district_id = $1 AND o.id = ${row}.device_id AND o.site_id = ANY (${sites}))
            THEN ${row}.device_id END`;
}

/** SQL of differences. The number of a lot out of reach is empty. */
function differencesSql(sites: string): string {
  return `
    SELECT n.id, n.kind, n.reason, ${seenDevice('n', sites)} AS "deviceId", n.code, n.expected,
           CASE WHEN n.reason <> 'other_lot' OR ${sites}::uuid[] IS NULL
                  OR EXISTS (SELECT FROM lots o
                              WHERE o.district_id = $1 AND o.number::text = n.found AND o.site_id = ANY (${sites}))
                THEN n.found ELSE '' END AS found,
           n.found_at AS "foundAt", n.settled_at AS "settledAt",
           coalesce(nullif(a.name, ''), a.email) AS "settledByName", n.note
      FROM lot_settlement_differences n
      LEFT JOIN accounts a ON a.district_id = $1 AND a.id = n.settled_by
     WHERE n.district_id = $1 AND n.ended_at IS NULL`;
}

const LINES = list<ReturnedLineView, ReturnedLinesQuery & { lot: string }>({
  name: 'settlement lines of a lot',
  select: (param, _query, { scope }) => `
    SELECT s.id, ${seenDevice('s', param(siteFilter(scope)))} AS "deviceId", s.code, y.position, s.serial_number AS "serialNumber",
           s.asset_tag AS "assetTag", s.cosmetic_grade AS "cosmeticGrade", s.functional_grade AS "functionalGrade",
           s.letter_grade AS "letterGrade", s.weight_grams / 1000.0::float8 AS "weightKg",
           s.price_cents AS "priceCents", s.offered_cents AS "offeredCents", s.sanitization, s.disposition,
           s.disposition_text AS "dispositionText", s.note, f.kinds AS differences, f.open AS "openDifferences",
           s.import_id AS "importId", s.row_no AS "rowNo", s.recorded_at AS "recordedAt"
      FROM lot_settlement_lines s
      LEFT JOIN lot_devices y ON y.district_id = $1 AND y.lot_id = s.lot_id AND y.device_id = s.device_id
      CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(n.kind), '{}') AS kinds,
               count(*) FILTER (WHERE n.settled_at IS NULL)::int AS open
          FROM lot_settlement_differences n
         WHERE n.district_id = $1 AND n.line_id = s.id AND n.ended_at IS NULL) f
     WHERE s.district_id = $1 AND s.withdrawn_at IS NULL`,
  reach: 'subject',
  filters: { lot: (id, param) => `s.lot_id = ${param(id)}` },
  sorts: { code: ['s.code', 's.id'] },
});

const DIFFERENCES = list<ReturnedDifferenceView, ReturnedDifferencesQuery & { lot: string }>({
  name: 'settlement differences of a lot',
  select: (param, _query, { scope }) => differencesSql(param(siteFilter(scope))),
  reach: 'subject',
  filters: {
    lot: (id, param) => `n.lot_id = ${param(id)}`,
    kind: (kind, param) => `n.kind = ${param(kind)}`,
    open: (open) => `n.settled_at IS ${open ? '' : 'NOT '}NULL`,
  },
  sorts: { foundAt: ['n.found_at', 'n.id'] },
});

@Injectable()
export class ReturnedQueries {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
  ) {}

  /** @throws LotNotFound where it is not there or out of reach */
  async lines(scope: Scope, lotId: string, query: ReturnedLinesQuery): Promise<Page<ReturnedLineView>> {
    await this.assertReached(scope, lotId);
    return this.lists.answer(LINES, scope, { ...query, lot: lotId });
  }

  /** @throws LotNotFound where it is not there or out of reach */
  async differences(
    scope: Scope,
    lotId: string,
    query: ReturnedDifferencesQuery,
  ): Promise<Page<ReturnedDifferenceView>> {
    await this.assertReached(scope, lotId);
    return this.lists.answer(DIFFERENCES, scope, { ...query, lot: lotId });
  }

  private async assertReached(scope: Scope, lotId: string): Promise<void> {
    const rows = await this.source.query<object[]>(
      `SELECT FROM lots WHERE district_id = $1 AND id = $2 AND ($3::uuid[] IS NULL OR site_id = ANY ($3))`,
      [scope.districtId, lotId, siteFilter(scope)],
    );
    if (rows.length === 0) throw new LotNotFound();
  }
}

/** One difference of a lot that stands. */
export async function differenceView(
  db: Statements,
  scope: Scope,
  lotId: string,
  id: string,
): Promise<ReturnedDifferenceView | undefined> {
  const [row] = await db.query<ReturnedDifferenceView[]>(
    `${differencesSql('$2')} AND n.lot_id = $3 AND n.id = $4`,
    [scope.districtId, siteFilter(scope), lotId, id],
  );
  return row;
}

/** What came back about a lot. Null where nothing did. */
export async function returnedTotals(
  db: Statements,
  { districtId }: Scope,
  lotId: string,
): Promise<ReturnedTotals | null> {
  const [row] = await db.query<ReturnedTotals[]>(
    `SELECT count(*)::int AS lines, sum(s.weight_grams)::float8 / 1000 AS "weightKg",
            sum(s.price_cents)::float8 AS "priceCents",
            count(*) FILTER (WHERE s.price_cents IS NULL)::int AS unpriced,
            count(*) FILTER (WHERE s.sanitization IS NULL)::int AS "withoutResult",
            (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', f.kind, 'differences', f.count) ORDER BY f.kind), '[]')
               FROM (SELECT n.kind, count(*)::int AS count FROM lot_settlement_differences n
                      WHERE n.district_id = $1 AND n.lot_id = $2 AND n.ended_at IS NULL AND n.settled_at IS NULL
                      GROUP BY n.kind) f) AS open
       FROM lot_settlement_lines s
      WHERE s.district_id = $1 AND s.lot_id = $2 AND s.withdrawn_at IS NULL`,
    [districtId, lotId],
  );
  return row && row.lines + row.open.length > 0 ? row : null;
}
