import { type Scope, siteFilter } from '../../access/scope.js';
import { makerName } from '../../catalogue/makers.js';
import type { Param } from '../../database/sql-parameters.js';
import type { CoverageRule } from './coverage-rule.entities.js';

/**
 * The last day of a coverage of some months: the day before the one with the same number. Where that month has no such
 * day, the coverage ends with the month. So 12 months from August 15 end on August 14, and 1 month from January 31 ends on
 * the last day of February.
 * @param start SQL of a date @param months SQL of an integer
 */
function lastDaySql(start: string, months: string): string {
  // PostgreSQL stops at the end of a month that is too short, so a day with another number is such an end.
  const end = `(${start} + make_interval(months => ${months}))::date`;
  return `CASE WHEN extract(day FROM ${end}) = extract(day FROM ${start}) THEN ${end} - 1 ELSE ${end} END`;
}

/** What a coverage of a rule says: its columns, and the SQL of what the rule says of each. */
function termsOf(rule: CoverageRule, param: Param): Record<string, string> {
  return {
    vendor_id: `${param(rule.vendorId)}::uuid`,
    kind: `${param(rule.kind)}::text`,
    service_level: `${param(rule.serviceLevel)}::text`,
    contract_number: `${param(rule.contractNumber)}::text`,
    incidents_a_year: `${param(rule.incidentsAYear)}::integer`,
    incidents_in_total: `${param(rule.incidentsInTotal)}::integer`,
    deductible_cents: `${param(rule.deductibleCents)}::integer`,
    repair_cap_cents: `${param(rule.repairCapCents)}::integer`,
    waiting_days: `${param(rule.waitingDays)}::integer`,
    excludes: `${param(rule.excludes)}::text[]`,
    on_replacement: `${param(rule.onReplacement)}::text`,
  };
}

/** The columns of a coverage that a rule writes, in the order in which they are kept and put back. */
export const RULED_COLUMNS = [
  'vendor_id',
  'kind',
  'service_level',
  'contract_number',
  'incidents_a_year',
  'incidents_in_total',
  'deductible_cents',
  'repair_cap_cents',
  'waiting_days',
  'excludes',
  'on_replacement',
  'starts_on',
  'ends_on',
] as const;

function conditionsOf(rule: CoverageRule, param: Param): string[] {
  const { purchaseReference, fundingSourceId, manufacturer, model, kinds, purchasedFrom, purchasedTo } = rule;
  const conditions: string[] = [];
  if (purchaseReference !== null)
    conditions.push(`lower(btrim(d.purchase_reference)) = lower(${param(purchaseReference)})`);
  if (fundingSourceId !== null) conditions.push(`d.funding_source_id = ${param(fundingSourceId)}`);
  if (manufacturer !== null)
    conditions.push(`lower(m.manufacturer) = lower(${param(makerName(manufacturer) ?? manufacturer)})`);
  if (model !== null) {
    const name = param(model);
    conditions.push(`lower(${name}) IN (lower(m.name), lower(m.manufacturer || ' ' || m.name))`);
  }
  if (kinds !== null) conditions.push(`d.kind = ANY (${param(kinds)}::text[])`);
  if (purchasedFrom !== null) conditions.push(`d.purchased_on >= ${param(purchasedFrom)}::date`);
  if (purchasedTo !== null) conditions.push(`d.purchased_on <= ${param(purchasedTo)}::date`);
  return conditions;
}

/**
 * SQL of `judged`: each device of a rule that is on the books, and what the rule would do to it. `$1` is the district.
 *
 * A rule has one coverage on a device: the one that it added and that no undo took back. It is left alone once a person
 * corrected or withdrew it. What another rule said of the same coverage is left alone too, as it may be there only once.
 */
export function judgedSql(rule: CoverageRule, scope: Scope, param: Param): string {
  const terms = termsOf(rule, param);
  const start = rule.startsFrom === 'purchased' ? 'd.purchased_on' : 'd.in_service_on';
  const sites = param(siteFilter(scope));
  const conditions = conditionsOf(rule, param).map((condition) => ` AND ${condition}`);
  const isSame = RULED_COLUMNS.map((column) => `o.${column} IS NOT DISTINCT FROM d.${column}`).join(' AND ');
  return `
    chosen AS (
      SELECT d.id AS device_id, coalesce(d.asset_tag, d.serial_number) AS code, ${start} AS starts_on
        FROM devices d JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
       WHERE d.district_id = $1 AND d.status NOT IN ('disposed', 'void')
         AND (${sites}::uuid[] IS NULL OR d.site_id = ANY (${sites}))${conditions.join('')}),
    dated AS (
      SELECT d.device_id, d.code, d.starts_on, ${lastDaySql('d.starts_on', `${param(rule.months)}::integer`)} AS ends_on,
             ${Object.entries(terms)
               .map(([column, value]) => `${value} AS ${column}`)
               .join(', ')}
        FROM chosen d),
    own AS (
      SELECT DISTINCT ON (c.device_id) c.*
        FROM coverage_rule_runs r
        JOIN coverage_rule_rows w ON w.district_id = $1 AND w.run_id = r.id AND w.action = 'add'
        JOIN coverages c ON c.district_id = $1 AND c.id = w.coverage_id
       WHERE r.district_id = $1 AND r.rule_id = ${param(rule.id)} AND r.undone_at IS NULL
       ORDER BY c.device_id, r.applied_at DESC, r.id DESC),
    judged AS MATERIALIZED (
      SELECT d.*, o.id AS coverage_id, o.version AS coverage_version, o.ends_on AS ends_on_before,
             CASE WHEN d.starts_on IS NULL THEN 'withoutDate'
                  WHEN o.withdrawn_at IS NOT NULL OR o.source <> 'rule' OR (o.id IS NOT NULL AND ${isSame})
                    OR EXISTS (
                      SELECT 1 FROM coverages x
                       WHERE x.district_id = $1 AND x.device_id = d.device_id AND x.vendor_id = d.vendor_id
                         AND x.kind = d.kind AND x.contract_number = d.contract_number
                         AND x.starts_on = d.starts_on AND x.source = 'rule' AND x.withdrawn_at IS NULL
                         AND x.id IS DISTINCT FROM o.id)
                  THEN 'unchanged'
                  WHEN o.id IS NULL THEN 'add' ELSE 'change' END AS effect
        FROM dated d LEFT JOIN own o ON o.device_id = d.device_id)`;
}
