import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { Scope } from '../../access/scope.js';
import type { DeviceKind } from '../../catalogue/kinds.js';
import { dateIn } from '../../common/time/clock.js';
import type { Tx } from '../../database/tx.js';
import type { DeviceRecord } from '../../devices/device-record.js';
import { type Answers, type Repair, repairsBy } from './checklists.js';
import { REPAIR_SEEDS, valueOf } from './device-values.js';

/** With this many repairs of its own, a district's costs say more than the costs of other districts. */
const ENOUGH_REPAIRS = 10;
/** How many of the latest invoices the costs are taken from. */
const MOST_INVOICES = 2_000;

/** The estimated cost of one repair. */
export interface RepairEstimate {
  repair: Repair;
  /** Null if the cost is not known. */
  cents: number | null;
  /** How many invoices of the district the estimate is the median of. 0 if it comes from another source. */
  ownRepairs: number;
  source: string | null;
}

/** What Rollcall knew about a device when it was assessed. It is stored, so that the result can be explained later. */
export interface AssessmentFacts {
  kind: DeviceKind;
  /** Calendar date of the purchase, or of the first use if the purchase date is not known. */
  since: string | null;
  /** Whole months since then. */
  ageMonths: number | null;
  autoUpdateEndsOn: string | null;
  /** Whole months until the automatic updates end, rounded down. Below 0 after they ended. */
  monthsToUpdateEnd: number | null;
  priceCents: number | null;
  /** What a working device like this one is worth. Null if its model has no value, and its price or its age is not known. */
  valueCents: number | null;
  valueSource: string | null;
  /** Whether the district gave the model this value. Left out in assessments from before models had values. */
  isValueOfModel?: boolean;
  /** The repairs that the answers call for. */
  repairs: RepairEstimate[];
  /** The cost of all repairs together. 0 if nothing has to be repaired, null if the cost of one repair is not known. */
  repairCents: number | null;
  /** How often the device was in repair or had a claim, whichever number is higher. */
  repairsSoFar: number;
}

/** A device, the answers about it, and when somebody looked at it. */
export interface Seen {
  device: DeviceRecord;
  answers: Answers;
  at: Date;
}

interface Registered {
  id: string;
  autoUpdateEndsOn: string | null;
  modelValueCents: number | null;
  modelValueSource: string | null;
  repairsSoFar: number;
}

interface OwnCost {
  kind: DeviceKind;
  repair: Repair;
  count: number;
  cents: number;
}

/** Collects what Rollcall knows about devices. It sends two statements, however many devices there are. */
@Injectable()
export class AssessmentFactsReader {
  /** @returns the facts of each, in their order */
  async read(tx: Tx, { districtId, timeZone }: Scope, seen: readonly Seen[]): Promise<AssessmentFacts[]> {
    const known = await registered(
      tx,
      districtId,
      seen.map(({ device }) => device.id),
    );
    const repairs = seen.map(({ device, answers }) => repairsBy(device.kind, answers));
    const costs = repairs.some((some) => some.length > 0) ? await ownCosts(tx, districtId) : [];
    return seen.map(({ device, at }, i): AssessmentFacts => {
      const found = known.get(device.id);
      const { autoUpdateEndsOn = null, repairsSoFar = 0 } = found ?? {};
      const { kind, costCents: priceCents } = device;
      const today = DateTime.fromISO(dateIn(timeZone, at));
      const since = device.purchasedOn ?? device.inServiceOn;
      const ageMonths = since === null ? null : Math.max(0, wholeMonths(DateTime.fromISO(since), today));
      const { modelValueCents = null, modelValueSource = null } = found ?? {};
      const ofModel =
        modelValueCents === null || modelValueSource === null
          ? null
          : { cents: modelValueCents, source: modelValueSource };
      const value = valueOf(kind, priceCents, ageMonths, ofModel);
      const estimates = (repairs[i] ?? []).map((repair) => estimateOf(kind, repair, costs));
      return {
        kind,
        since,
        ageMonths,
        autoUpdateEndsOn,
        monthsToUpdateEnd:
          autoUpdateEndsOn === null ? null : wholeMonths(today, DateTime.fromISO(autoUpdateEndsOn)),
        priceCents,
        valueCents: value?.cents ?? null,
        valueSource: value?.source ?? null,
        isValueOfModel: value?.from === 'model',
        repairs: estimates,
        repairCents: sumOf(estimates.map(({ cents }) => cents)),
        repairsSoFar,
      };
    });
  }
}

/** Rounds down, so that one day past the end is -1. */
function wholeMonths(from: DateTime, to: DateTime): number {
  return Math.floor(to.diff(from, 'months').months);
}

function sumOf(cents: readonly (number | null)[]): number | null {
  return cents.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
}

function estimateOf(kind: DeviceKind, repair: Repair, costs: readonly OwnCost[]): RepairEstimate {
  const own = costs.find((cost) => cost.kind === kind && cost.repair === repair);
  if (own)
    return {
      repair,
      cents: own.cents,
      ownRepairs: own.count,
      source: `The median of the last ${own.count} invoices of this district for this repair`,
    };
  const seed = REPAIR_SEEDS[kind]?.[repair];
  return { repair, cents: seed?.cents ?? null, ownRepairs: 0, source: seed?.source ?? null };
}

async function registered(
  tx: Tx,
  districtId: string,
  ids: readonly string[],
): Promise<Map<string, Registered>> {
  const rows = await tx.query<Registered[]>(
    `SELECT d.id, coalesce(m.auto_update_ends_on, a.ends_on) AS "autoUpdateEndsOn",
            m.value_cents AS "modelValueCents", m.value_source AS "modelValueSource",
            greatest(
              (SELECT count(*) FROM claims c
                WHERE c.district_id = $1 AND c.device_id = d.id AND c.state <> 'cancelled'),
              (SELECT count(*) FROM device_events e
                 JOIN change_sets g ON g.district_id = $1 AND g.id = e.change_set_id AND g.kind <> 'undo'
                WHERE e.district_id = $1 AND e.device_id = d.id AND e.changes->'status'->>1 = 'in_repair'
                  AND NOT EXISTS (SELECT FROM change_sets u WHERE u.district_id = $1 AND u.undoes_id = g.id))
            )::integer AS "repairsSoFar"
       FROM devices d
       JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
       LEFT JOIN auto_update_ends a ON a.name = m.auto_update_name
      WHERE d.district_id = $1 AND d.id = ANY ($2::uuid[])`,
    [districtId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What the district paid for its latest repairs, for each sort of repair with enough invoices. */
function ownCosts(tx: Tx, districtId: string): Promise<OwnCost[]> {
  return tx.query<OwnCost[]>(
    `SELECT x.kind, x.category AS repair, count(*)::integer AS count,
            (percentile_disc(0.5) WITHIN GROUP (ORDER BY x.cents))::integer AS cents
       FROM (SELECT d.kind, c.category, c.cost_invoiced_cents AS cents
               FROM claims c JOIN devices d ON d.district_id = $1 AND d.id = c.device_id
              WHERE c.district_id = $1 AND c.cost_invoiced_cents > 0 AND c.state IN ('resolved', 'closed')
              ORDER BY c.sequence DESC LIMIT $2) x
      GROUP BY x.kind, x.category HAVING count(*) >= $3`,
    [districtId, MOST_INVOICES, ENOUGH_REPAIRS],
  );
}
