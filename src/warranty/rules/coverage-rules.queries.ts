import { Injectable } from '@nestjs/common';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import type { DeviceKind } from '../../catalogue/kinds.js';
import type { Page } from '../../common/paging.js';
import type { Statements } from '../../database/tx.js';
import type { CoverageKind, Exclusion, OnReplacement, ServiceLevel } from '../coverages/coverage-terms.js';
import type { StartsFrom } from './coverage-rule.entities.js';
import type { CoverageRulesQuery } from './coverage-rules.dto.js';
import { CoverageRuleNotFound } from './coverage-rules.errors.js';

/** Which devices a rule is for. Null for a condition that it does not have. */
export interface RuleDevices {
  purchaseReference: string | null;
  /** Name of the funding source. */
  fundingSource: string | null;
  manufacturer: string | null;
  model: string | null;
  kinds: DeviceKind[] | null;
  purchasedFrom: string | null;
  purchasedTo: string | null;
}

/** A rule that creates the same coverage on many devices. */
export interface CoverageRuleView {
  id: string;
  name: string;
  /** Key of the vendor that provides the coverage. */
  vendor: string;
  vendorName: string;
  kind: CoverageKind;
  serviceLevel: ServiceLevel | null;
  /** Empty if it has none. */
  contractNumber: string;
  incidentsAYear: number | null;
  incidentsInTotal: number | null;
  deductibleCents: number | null;
  repairCapCents: number | null;
  waitingDays: number;
  excludes: Exclusion[];
  onReplacement: OnReplacement;
  /** How long the coverage lasts. */
  months: number;
  /** The first day: the day on which the device was purchased, or put in service. */
  startsFrom: StartsFrom;
  devices: RuleDevices;
  /** When the rule was last applied and changed something, and which version of it. Null if that was undone. */
  appliedAt: Date | null;
  appliedVersion: number | null;
  version: number;
}

const RULES = list<CoverageRuleView, CoverageRulesQuery>({
  name: 'coverage rules',
  select: `
    SELECT r.id, r.name, v.key AS vendor, v.name AS "vendorName", r.kind, r.service_level AS "serviceLevel",
           r.contract_number AS "contractNumber", r.incidents_a_year AS "incidentsAYear",
           r.incidents_in_total AS "incidentsInTotal", r.deductible_cents AS "deductibleCents",
           r.repair_cap_cents AS "repairCapCents", r.waiting_days AS "waitingDays", r.excludes,
           r.on_replacement AS "onReplacement", r.months, r.starts_from AS "startsFrom",
           jsonb_build_object('purchaseReference', r.purchase_reference, 'fundingSource', f.name,
             'manufacturer', r.manufacturer, 'model', r.model, 'kinds', r.kinds, 'purchasedFrom', r.purchased_from,
             'purchasedTo', r.purchased_to) AS devices,
           a.applied_at AS "appliedAt", a.rule_version AS "appliedVersion", r.version
      FROM coverage_rules r
      JOIN vendors v ON v.district_id = $1 AND v.id = r.vendor_id
      LEFT JOIN funding_sources f ON f.district_id = $1 AND f.id = r.funding_source_id
      LEFT JOIN LATERAL (
        SELECT applied_at, rule_version FROM coverage_rule_runs
         WHERE district_id = $1 AND rule_id = r.id AND undone_at IS NULL
         ORDER BY applied_at DESC, id DESC LIMIT 1) a ON true
     WHERE r.district_id = $1`,
  reach: 'district',
  filters: { vendor: (key, param) => `v.key = ${param(key)}` },
  sorts: { name: ['lower(r.name)'] },
  id: 'r.id',
});

@Injectable()
export class CoverageRulesQueries {
  constructor(private readonly lists: Lists) {}

  list(scope: Scope, query: CoverageRulesQuery): Promise<Page<CoverageRuleView>> {
    return this.lists.answer(RULES, scope, query);
  }

  /** @throws CoverageRuleNotFound */
  async find(scope: Scope, id: string, db?: Statements): Promise<CoverageRuleView> {
    const row = await this.lists.find(RULES, scope, id, db);
    if (!row) throw new CoverageRuleNotFound();
    return row;
  }
}
