import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../../access/scope.js';
import { InvalidInput } from '../../common/refusal.js';
import { schoolYearOf } from '../../common/time/school-year.js';
import { type AllocationModel, FULL_TIME, inUnit, type Unit } from '../models/allocation-model.js';
import { AllocationSettingsService } from '../settings/allocation-settings.service.js';
import { DeliveredTime } from '../time/delivered-time.queries.js';
import { bandErrors } from '../models/model-rules.js';
import { AllocationModels } from '../models/models.service.js';
import { isMostOfTheYear, schoolYearDays } from '../models/option-days.js';
import {
  type PlannedPurchase,
  type PlannedSite,
  planOf,
  type PlanTotals,
  type SitePlan,
  totalsOf,
} from './plan.js';
import type { PlannedSitesQuery, PlanQuery, ScenarioBody } from './plans.dto.js';

/** A model applied to the caller's sites for a school year. Amounts are per week. */
export interface AllocationPlan {
  model: string;
  modelVersion: number;
  modelName: string;
  schoolYear: string;
  unit: Unit;
  /** True if the model was not made for this school year. */
  isOutsideYears: boolean;
  /** What a site gets if it has no hours or days and buys none. */
  otherwise: string | null;
  sites: SitePlan[];
  totals: PlanTotals;
  technicians: PlanTechnicians;
}

/** The technicians whose home site is in the plan, compared with what the plan recommends. */
export interface PlanTechnicians {
  count: number;
  /** Technicians who work five days a week count as one. With 2 decimals. */
  fullTimeEquivalents: number;
  /**
   * How many more full-time technicians the recommendation needs than the district has, with 2 decimals. If the
   * number is below 0, the district has more than it needs.
   */
  gap: number;
}

/** One plan of a comparison, without its sites. */
export interface ScenarioResult {
  name: string;
  model: string;
  modelVersion: number;
  schoolYear: string;
  /** The unit of the totals. The sites of a comparison are all in the unit of the comparison. */
  unit: Unit;
  totals: PlanTotals;
}

/** A site under each scenario, in their order. Amounts are a week, in the comparison's unit. */
export interface ComparedSite {
  site: string;
  name: string;
  /** With 2 decimals. */
  recommended: (number | null)[];
  /** With 2 decimals. */
  shortfall: (number | null)[];
  /**
   * The recommendation of the last scenario minus that of the first, with 2 decimals. Null if one of them has none.
   */
  change: number | null;
}

export interface PlanComparison {
  unit: Unit;
  scenarios: ScenarioResult[];
  sites: ComparedSite[];
}

type SiteRow = Omit<PlannedSite, 'purchases' | 'deliveredHours'> & {
  purchases: (Omit<PlannedPurchase, 'isForTheYear'> & { startsOn: string; endsOn: string })[];
};

/** Sites that are open on some day of the school year, with what they have. */
const SITES = `
  SELECT s.id AS "siteId", s.code AS site, s.name, s.type, s.region, s.served, p.pupils, e.given,
         coalesce(b.purchases, '[]') AS purchases
    FROM sites s
    LEFT JOIN LATERAL (
      SELECT x.pupils FROM site_pupils x
       WHERE x.district_id = $1 AND x.site_id = s.id AND x.school_year = $2
       ORDER BY x.revision DESC LIMIT 1) p ON true
    LEFT JOIN LATERAL (
      SELECT CASE WHEN x.amount IS NOT NULL THEN jsonb_build_object('unit', x.unit, 'amount', x.amount) END AS given
        FROM site_entitlements x
       WHERE x.district_id = $1 AND x.site_id = s.id AND x.school_year = $2
       ORDER BY x.revision DESC LIMIT 1) e ON true
    LEFT JOIN LATERAL (
      SELECT jsonb_agg(jsonb_build_object('payer', x.payer, 'unit', x.unit, 'amount', x.amount,
               'isApproved', x.state IN ('approved', 'encumbered'), 'startsOn', x.starts_on, 'endsOn', x.ends_on))
             AS purchases
        FROM support_purchases x
       WHERE x.district_id = $1 AND x.site_id = s.id AND x.school_year = $2
         AND x.state IN ('submitted', 'approved', 'encumbered')) b ON true
   WHERE s.district_id = $1
     AND ($3::uuid[] IS NULL OR s.id = ANY ($3))
     AND coalesce(s.opened_on <= $5::date, true) AND coalesce(s.closed_on > $4::date, true)
     AND ($6::text IS NULL OR s.region = $6)
     AND ($7::text IS NULL OR s.type = $7)
     AND ($8::boolean IS NULL OR s.charter = $8)
   ORDER BY s.name, s.id`;

/** Technicians at home at some sites between two days. */
const TECHNICIANS = `
  SELECT count(*)::int AS count, coalesce(sum(cardinality(weekdays)), 0)::int AS days FROM technicians
   WHERE district_id = $1 AND home_site_id = ANY ($2) AND starts_on <= $4 AND coalesce(ends_on >= $3, true)`;

/** Who gets how much help: a model, a school year, the sites in reach. */
@Injectable()
export class AllocationPlans {
  constructor(
    private readonly source: DataSource,
    private readonly models: AllocationModels,
    private readonly settings: AllocationSettingsService,
    private readonly delivered: DeliveredTime,
  ) {}

  async plan(scope: Scope, query: PlanQuery): Promise<AllocationPlan> {
    const model = await this.settings.modelFor(scope, query.model, query.version);
    return this.apply(scope, model, query.schoolYear, query);
  }

  /** @throws InvalidInput where bands that are tried out leave a gap or overlap */
  async compare(
    scope: Scope,
    scenarios: readonly ScenarioBody[],
    chosen: PlannedSitesQuery,
  ): Promise<PlanComparison> {
    // One after the other: four plans at once would take four connections from everybody else.
    const plans: AllocationPlan[] = [];
    for (const [i, { model: key, version, bands, schoolYear }] of scenarios.entries()) {
      const model = await this.models.find(scope, key, version);
      if (bands) assertBands(bands, i);
      plans.push(await this.apply(scope, bands ? { ...model, bands } : model, schoolYear, chosen));
    }
    const unit = plans[0]?.unit ?? 'days';
    return {
      unit,
      scenarios: plans.map(({ model, modelVersion, modelName, schoolYear, unit: own, totals }, i) => ({
        name: scenarios[i]?.name ?? `${modelName}, ${schoolYear}`,
        model,
        modelVersion,
        schoolYear,
        unit: own,
        totals,
      })),
      sites: sideBySide(plans, unit),
    };
  }

  private async apply(
    scope: Scope,
    model: AllocationModel,
    schoolYear: string,
    { region = null, type = null, charter = null }: PlannedSitesQueryValues,
  ): Promise<AllocationPlan> {
    const year = schoolYearOf(schoolYear);
    const { startsOn, endsOn } = schoolYearDays(year);
    const rows = await this.source.query<SiteRow[]>(SITES, [
      scope.districtId,
      year,
      siteFilter(scope),
      startsOn,
      endsOn,
      region,
      type,
      charter,
    ]);
    const delivered = await this.delivered.weekly(scope, { from: startsOn, to: endsOn });
    const sites = rows.map(({ purchases, ...site }) =>
      planOf(model, {
        ...site,
        deliveredHours: delivered && (delivered.get(site.siteId) ?? 0),
        purchases: purchases.map((purchase) => ({ ...purchase, isForTheYear: isMostOfTheYear(purchase) })),
      }),
    );
    const totals = totalsOf(model, sites);
    const [there] = await this.source.query<{ count: number; days: number }[]>(TECHNICIANS, [
      scope.districtId,
      sites.map(({ siteId }) => siteId),
      startsOn,
      endsOn,
    ]);
    const fullTimeEquivalents = (there?.days ?? 0) / FULL_TIME.days;
    const { key, version, name, unit, otherwise, firstYear, lastYear } = model;
    return {
      model: key,
      modelVersion: version,
      modelName: name,
      schoolYear,
      unit,
      isOutsideYears:
        (firstYear !== null && schoolYear < firstYear) || (lastYear !== null && schoolYear > lastYear),
      otherwise,
      sites,
      totals,
      technicians: {
        count: there?.count ?? 0,
        fullTimeEquivalents,
        gap: totals.fullTimeEquivalents - fullTimeEquivalents,
      },
    };
  }
}

type PlannedSitesQueryValues = { [K in keyof PlannedSitesQuery]?: PlannedSitesQuery[K] | null };

function assertBands(bands: NonNullable<ScenarioBody['bands']>, scenario: number): void {
  const errors = bandErrors(bands).map((error) => ({
    ...error,
    field: `scenarios[${scenario}].${error.field}`,
  }));
  if (errors.length > 0)
    throw new InvalidInput(
      `These bands cannot be used. ${errors.map(({ detail }) => detail).join(' ')}`,
      errors,
      'MODEL_UNUSABLE',
    );
}

/** Every site that one of the plans has: two school years need not have the same. */
function sideBySide(plans: readonly AllocationPlan[], unit: Unit): ComparedSite[] {
  const named = new Map(plans.flatMap(({ sites }) => sites.map((site) => [site.siteId, site])));
  const bySite = plans.map(({ sites }) => new Map(sites.map((site) => [site.siteId, site])));
  return [...named.values()].map(({ siteId, site, name }) => {
    const amounts = (of: 'recommended' | 'shortfall'): (number | null)[] =>
      plans.map((plan, i) => {
        const amount = bySite[i]?.get(siteId)?.[of] ?? null;
        return amount === null ? null : inUnit(amount, plan.unit, unit);
      });
    const advice = amounts('recommended');
    const [first = null, last = null] = [advice[0], advice.at(-1)];
    return {
      site,
      name,
      recommended: advice,
      shortfall: amounts('shortfall'),
      change: first === null || last === null ? null : last - first,
    };
  });
}
