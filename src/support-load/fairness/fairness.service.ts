import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import type { Unit } from '../../allocation/models/allocation-model.js';
import { inUnit } from '../../allocation/models/allocation-model.js';
import { AllocationModels } from '../../allocation/models/models.service.js';
import { schoolYearBegin } from '../../allocation/models/option-days.js';
import type { SitePlan } from '../../allocation/plans/plan.js';
import { AllocationPlans } from '../../allocation/plans/plans.service.js';
import { Clock, dateIn } from '../../common/time/clock.js';
import { CountsQueries, IN_USE } from '../../counts/counts.queries.js';
import { schoolYearName } from '../../common/time/school-year.js';
import { type Spread, spreadOf } from './fairness.js';
import { hoursOf, SMALL_SITE } from '../site-load.js';
import type { FairnessQuery } from '../support-load.dto.js';

/** Whose hours are spread: what the model recommends, what sites have, and what they would have without gifts. */
const BASES = ['recommended', 'allocated', 'without_gifts'] as const;

export type Basis = (typeof BASES)[number];

/** A model, and how evenly hours per 100 devices are spread over the sites it covers. */
export interface ModelFairness {
  model: string;
  modelVersion: number;
  modelName: string;
  /** Covered sites with fewer than 50 devices, which are left out. */
  small: number;
  /** Sites that the model does not cover, which are left out. */
  notCovered: number;
  /** One for each basis. */
  spreads: (Spread & { basis: Basis })[];
}

export interface Fairness {
  asOf: string;
  schoolYear: string;
  /** Sites with fewer devices are left out. */
  smallerThan: number;
  models: ModelFairness[];
}

/** Models that are put side by side; a district has few. */
const MOST_MODELS = 20;

/** How evenly help is spread over the sites in reach, under each model, with and without gifts. */
@Injectable()
export class FairnessService {
  constructor(
    private readonly models: AllocationModels,
    private readonly plans: AllocationPlans,
    private readonly counts: CountsQueries,
    private readonly clock: Clock,
  ) {}

  async find(scope: Scope, query: FairnessQuery): Promise<Fairness> {
    const asOf = query.asOf ?? dateIn(scope.timeZone, this.clock.now());
    const schoolYear = query.schoolYear ?? schoolYearName(schoolYearBegin(asOf));
    const { groups } = await this.counts.counts(scope, { asOf, groupBy: ['site'], statuses: IN_USE });
    const devices = new Map(groups.map(({ site, count }) => [site ?? '', count]));
    const { items } = await this.models.list(scope, { limit: MOST_MODELS });
    const models: ModelFairness[] = [];
    // One after the other: many plans at once would take many connections from everybody else.
    for (const { key } of items) {
      const { sites, unit, ...plan } = await this.plans.plan(scope, { ...query, model: key, schoolYear });
      const covered = sites.filter(({ recommended }) => recommended !== null);
      const ranked = covered.filter(({ site }) => (devices.get(site) ?? 0) >= SMALL_SITE);
      models.push({
        model: plan.model,
        modelVersion: plan.modelVersion,
        modelName: plan.modelName,
        small: covered.length - ranked.length,
        notCovered: sites.length - covered.length,
        spreads: BASES.map((basis) => ({
          basis,
          ...spreadOf(
            ranked.map((site) => (100 * hoursBy(basis, site, unit)) / (devices.get(site.site) as number)),
          ),
        })),
      });
    }
    return { asOf, schoolYear, smallerThan: SMALL_SITE, models };
  }
}

function hoursBy(basis: Basis, site: SitePlan, unit: Unit): number {
  if (basis === 'recommended') return inUnit(site.recommended ?? 0, unit, 'hours');
  const { allocated, gifts } = hoursOf(site, unit);
  return basis === 'allocated' ? allocated : allocated - gifts;
}
