import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { DeviceKind } from '../../catalogue/kinds.js';
import { type Scope, siteFilter } from '../../access/scope.js';
import { dateIn } from '../../common/time/clock.js';
import type { Statements } from '../../database/tx.js';
import { LAST_ON } from '../coverages/coverage-state.js';
import { type KindCounts, type LotCounts, type LotFigures, rankLots, SMALLEST_LOT } from './lot-ranking.js';

/** The devices of one model that were bought under one purchase reference. */
export interface Lot extends LotCounts {
  kind: DeviceKind;
  modelId: string;
  /** Manufacturer and model. */
  model: string;
  /** Null for the devices of the model without a purchase reference. */
  purchaseReference: string | null;
}

export type RankedLot = Lot & LotFigures;

export interface RankedLots {
  /** From this day on, devices are watched. Null if there are no claims yet. */
  from: string | null;
  lots: RankedLot[];
  /** Lots that are too small to be shown. */
  smallLots: number;
}

/** What still pays for a lot. */
export interface LotCoverage {
  /** Devices that are covered today. */
  coveredDevices: number;
  /** The day on which the first of these devices loses its coverage: claims for all of them must be made by then. */
  claimBy: string;
  /** The day on which the last of them loses it. */
  lastCoverageOn: string;
}

/** Older failures say little about devices that are still in use. */
const WATCHED_YEARS = 3;

/** A claim so soon after another one of the same device is about the same failure: it was not repaired well. */
const SAME_FAILURE_DAYS = 90;

/** The vendor, or the district, found nothing that the maker answers for. */
const NOT_THE_MAKERS = `('customer_damage', 'liquid', 'cosmetic', 'altered_serial', 'no_fault_found')`;

/**
 * SQL of the failures of devices, by `device_id`: claims for defects from `$3` on. Accidents are not failures, and
 * neither are claims that were cancelled, resolved with no fault found, or denied for damage.
 */
const FAILURES = `
  SELECT f.device_id, count(*)::int AS failures
    FROM (SELECT k.device_id, k.opened_at,
                 lag(k.opened_at) OVER (PARTITION BY k.device_id ORDER BY k.sequence) AS before
            FROM claims k
           WHERE k.district_id = $1 AND NOT k.is_accidental AND k.state <> 'cancelled'
             AND k.outcome IS DISTINCT FROM 'no_fault_found'
             AND (k.denial_reason IS NULL OR k.denial_reason NOT IN ${NOT_THE_MAKERS})) f
   WHERE (f.opened_at AT TIME ZONE $5)::date >= $3::date
     AND (f.before IS NULL OR f.opened_at > f.before + interval '${SAME_FAILURE_DAYS} days')
   GROUP BY f.device_id`;

/**
 * SQL of the days for which a device `d` was watched: from its first day, or from `$3` if that is later, until today
 * (`$4`), or until it was retired, missing or disposed of.
 */
const WATCHED_DAYS = `greatest(0,
  least($4::date, CASE WHEN d.status IN ('retired', 'missing', 'disposed')
                       THEN (d.status_since AT TIME ZONE $5)::date END)
  - greatest(coalesce(d.in_service_on, d.purchased_on, d.entered_on), $3::date))`;

/** Kinds of coverage that pay for a defect of any part. */
const PAYS_FOR_DEFECTS = `c.kind <> 'battery'`;

/** Counts failures and device-years of lots. */
@Injectable()
export class LotsQueries {
  /** @param today in the district's time zone */
  async ranked(db: Statements, scope: Scope, today: string): Promise<RankedLots> {
    const from = await watchedFrom(db, scope, today);
    if (from === null) return { from, lots: [], smallLots: 0 };
    const rows = await db.query<(Lot & { isKind: boolean; smallLots: number })[]>(
      `WITH failures AS (${FAILURES}),
            watched AS (
              SELECT d.kind, d.model_id, d.purchase_reference, ${WATCHED_DAYS} AS days,
                     coalesce(f.failures, 0) AS failures
                FROM devices d LEFT JOIN failures f ON f.device_id = d.id
               WHERE d.district_id = $1 AND d.status <> 'void'
                 AND ($2::uuid[] IS NULL OR d.site_id = ANY ($2))),
            purchase_lots AS (
              SELECT kind, model_id, purchase_reference, count(*)::int AS devices, sum(failures)::int AS failures,
                     sum(days)::float8 / 365.25 AS device_years
                FROM watched WHERE days > 0 GROUP BY kind, model_id, purchase_reference)
       SELECT l.kind, l.model_id AS "modelId", m.manufacturer || ' ' || m.name AS model,
              l.purchase_reference AS "purchaseReference", l.devices, l.failures, l.device_years AS "deviceYears",
              false AS "isKind", 0 AS "smallLots"
         FROM purchase_lots l JOIN device_models m ON m.district_id = $1 AND m.id = l.model_id
        WHERE l.devices >= ${SMALLEST_LOT}
       UNION ALL
       SELECT kind, NULL, NULL, NULL, sum(devices)::int, sum(failures)::int, sum(device_years), true,
              count(*) FILTER (WHERE devices < ${SMALLEST_LOT})::int
         FROM purchase_lots GROUP BY kind`,
      [scope.districtId, siteFilter(scope), from, today, scope.timeZone],
    );
    const kinds = new Map<string, KindCounts>(
      rows.flatMap(({ isKind, kind, failures, deviceYears }) =>
        isKind ? [[kind, { failures, deviceYears }]] : [],
      ),
    );
    const lots = rows.flatMap(({ isKind, smallLots: _, ...lot }) => (isKind ? [] : [lot]));
    const smallLots = rows.reduce((sum, row) => sum + row.smallLots, 0);
    return { from, lots: (await rankLots(lots, kinds)).toSorted(byRank), smallLots };
  }

  /**
   * What still pays for defects of lots.
   * @returns by place in the list; nothing where no device of the lot is covered any more
   */
  async coverageOf(
    db: Statements,
    { districtId }: Scope,
    lots: readonly Pick<Lot, 'modelId' | 'purchaseReference'>[],
    today: string,
  ): Promise<Map<number, LotCoverage>> {
    const rows = await db.query<(LotCoverage & { place: number })[]>(
      `SELECT e.place::int, count(*)::int AS "coveredDevices", min(e.ends)::text AS "claimBy",
              max(e.ends)::text AS "lastCoverageOn"
         FROM (SELECT n.place, d.id, max(${LAST_ON}) AS ends
                 FROM ROWS FROM (jsonb_to_recordset($2::jsonb) AS ("modelId" uuid, "purchaseReference" text))
                        WITH ORDINALITY AS n (model_id, purchase_reference, place)
                 JOIN devices d ON d.district_id = $1 AND d.model_id = n.model_id
                      AND d.purchase_reference IS NOT DISTINCT FROM n.purchase_reference
                      AND d.status IN ('in_stock', 'deployed', 'in_repair')
                 JOIN coverages c ON c.district_id = $1 AND c.device_id = d.id AND c.withdrawn_at IS NULL
                      AND ${PAYS_FOR_DEFECTS} AND c.starts_on <= $3::date AND ${LAST_ON} >= $3::date
                GROUP BY n.place, d.id) e
        GROUP BY e.place`,
      [districtId, JSON.stringify(lots), today],
    );
    return new Map(rows.map(({ place, ...coverage }) => [place - 1, coverage]));
  }
}

/** The day of the first claim, but at most some years back: what failed before that is not on record. */
async function watchedFrom(
  db: Statements,
  { districtId, timeZone }: Scope,
  today: string,
): Promise<string | null> {
  const [first] = await db.query<{ openedAt: Date }[]>(
    `SELECT opened_at AS "openedAt" FROM claims WHERE district_id = $1 ORDER BY sequence LIMIT 1`,
    [districtId],
  );
  if (!first) return null;
  const earliest = DateTime.fromISO(today).minus({ years: WATCHED_YEARS }).toISODate() ?? today;
  const opened = dateIn(timeZone, first.openedAt);
  return opened > earliest ? opened : earliest;
}

/** Bad lots first, the worst one at the top; then those with the highest rate. */
function byRank(one: RankedLot, other: RankedLot): number {
  return (one.rank ?? Infinity) - (other.rank ?? Infinity) || (other.ratio ?? -1) - (one.ratio ?? -1) || 0;
}
