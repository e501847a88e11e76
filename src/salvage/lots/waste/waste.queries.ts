import { Injectable } from '@nestjs/common';
import { list } from '../../../access/lists/list.js';
import { Lists } from '../../../access/lists/lists.service.js';
import type { Scope } from '../../../access/scope.js';
import type { Page } from '../../../common/paging.js';
import { Clock, dateIn } from '../../../common/time/clock.js';
import type { Statements } from '../../../database/tx.js';
import type { WasteQuery } from '../lots.dto.js';
import {
  type DevicesWeight,
  nearness,
  WEIGHT_FACTS,
  type WeightFacts,
  type WasteLevel,
  wasteLimitOn,
  weightOf,
} from './waste-weights.js';

/** The universal waste on hand at one site: what is on its lots since a day on which somebody decided to discard it. */
export interface WasteView extends DevicesWeight {
  siteId: string;
  /** Code of the site. */
  site: string;
  siteName: string;
  /** Lots that are waste and still here. */
  lots: number;
  devices: number;
  /** From this weight on, the site needs an identification number. */
  limitKg: number;
  /** The rule that says so. */
  limitSource: string;
  /** The weight in percent of the limit, rounded down to one decimal. */
  percent: number;
  /** `near` from 80% of the limit on. */
  level: WasteLevel;
}

interface WasteRow extends WeightFacts {
  siteId: string;
  site: string;
  siteName: string;
  lots: number;
  devices: number;
}

/** SQL of the lots `l` of the district `$1` that are waste and still here, at the site `s`. */
const WASTE_OF_SITE = `l.district_id = $1 AND l.site_id = s.id AND l.waste_since IS NOT NULL
                   AND l.state IN ('open', 'frozen', 'approved')`;

// A device that was disposed of by itself is still on its open lot, until somebody removes it there.
const WASTE = list<WasteRow, WasteQuery>({
  name: 'universal waste on hand',
  select: `
    SELECT s.id AS "siteId", s.code AS site, s.name AS "siteName",
           (SELECT count(*)::int FROM lots l WHERE ${WASTE_OF_SITE}) AS lots, w.devices, w."knownGrams", w.unweighed
      FROM sites s
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS devices, ${WEIGHT_FACTS}
          FROM lots l
          JOIN lot_devices y ON y.district_id = $1 AND y.lot_id = l.id
          JOIN devices d ON d.district_id = $1 AND d.id = y.device_id AND d.status NOT IN ('disposed', 'void')
          JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
         WHERE ${WASTE_OF_SITE}) w
     WHERE s.district_id = $1 AND w.devices > 0`,
  reach: 's.id',
  filters: {},
  sorts: { site: ['s.code'] },
});

/** What universal waste weighs, and how near that is to the limit. */
@Injectable()
export class WasteQueries {
  constructor(
    private readonly lists: Lists,
    private readonly clock: Clock,
  ) {}

  /** The sites in reach that have universal waste. */
  list(scope: Scope, query: WasteQuery): Promise<Page<WasteView>> {
    const limit = wasteLimitOn(dateIn(scope.timeZone, this.clock.now()));
    return this.lists.answer(WASTE, scope, query, (rows) =>
      rows.map(({ knownGrams, unweighed, ...site }) => {
        const weight = weightOf({ knownGrams, unweighed });
        const { kg: limitKg, source: limitSource } = limit;
        return { ...site, ...weight, limitKg, limitSource, ...nearness(weight.weightKg, limit) };
      }),
    );
  }
}

/** What all devices of a lot weigh that the caller reaches. */
export async function weightOfLot(
  db: Statements,
  { districtId }: Scope,
  lotId: string,
): Promise<DevicesWeight> {
  const [row] = await db.query<WeightFacts[]>(
    `SELECT ${WEIGHT_FACTS}
       FROM lot_devices y
       JOIN devices d ON d.district_id = $1 AND d.id = y.device_id
       JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
      WHERE y.district_id = $1 AND y.lot_id = $2`,
    [districtId, lotId],
  );
  if (!row) throw new Error('a sum has one row');
  return weightOf(row);
}
