import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../access/scope.js';
import { newId } from '../../common/ids.js';
import { sqlParameters } from '../../database/sql-parameters.js';
import { Transactions, UNIQUE_VIOLATION } from '../../database/transactions.js';
import type { Statements, Tx } from '../../database/tx.js';
import { inactiveVendor } from '../../vendors/vendors.errors.js';
import { Vendors } from '../../vendors/vendors.service.js';
import { CoverageRule, CoverageRuleRun } from './coverage-rule.entities.js';
import { CoverageRuleNotApplied, CoverageRuleNotFound } from './coverage-rules.errors.js';
import { assertWholeDistrict, lockRule } from './coverage-rules.service.js';
import { judgedSql, RULED_COLUMNS } from './rule-effect.sql.js';
import {
  MOST_EXAMPLES,
  type RuledDevice,
  type RuledDevices,
  type RuleEffect,
  type RuleUndo,
} from './rule-effect.js';
import { undoRun } from './rule-undo.js';

type Effect = 'add' | 'change' | 'unchanged' | 'withoutDate';

/** Rehearses, applies and undoes rules. */
@Injectable()
export class RuleRuns {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly vendors: Vendors,
  ) {}

  /** What the rule would do now to devices at the sites of the caller. */
  async rehearse(scope: Scope, id: string): Promise<RuleEffect> {
    const rule = await this.source.manager.findOneBy(CoverageRule, { districtId: scope.districtId, id });
    if (!rule) throw new CoverageRuleNotFound();
    return effectOf(this.source, scope, rule);
  }

  /**
   * Adds and changes coverages in one transaction. Whoever applies the rule at the same time finds it done.
   * @throws InvalidInput where the district no longer deals with the vendor of the rule
   */
  apply(scope: Scope, id: string): Promise<RuleEffect> {
    assertWholeDistrict(scope);
    return this.transactions.run(
      async (tx) => {
        const rule = await lockRule(tx, scope.districtId, id);
        const gone = (await this.vendors.inactive(tx, scope.districtId)).get(rule.vendorId);
        if (gone !== undefined) throw inactiveVendor('vendor', gone);
        const effect = await effectOf(tx, scope, rule);
        const planned = effect.add.devices + effect.change.devices;
        if (planned === 0) return effect;
        const runId = newId();
        const { added, changed } = await writeRun(tx, scope, rule, runId);
        // Another rule or a person may have been faster with some of them.
        const unchanged = effect.unchanged.devices + planned - added - changed;
        return {
          ...effect,
          runId: added + changed > 0 ? runId : null,
          add: { ...effect.add, devices: added },
          change: { ...effect.change, devices: changed },
          unchanged: { ...effect.unchanged, devices: unchanged },
        };
      },
      [UNIQUE_VIOLATION],
    );
  }

  /** Takes back the last application that was not undone. @throws CoverageRuleNotApplied */
  undo(scope: Scope, id: string): Promise<RuleUndo> {
    assertWholeDistrict(scope);
    const { districtId, accountId } = scope;
    return this.transactions.run(
      async (tx) => {
        await lockRule(tx, districtId, id);
        const [run] = await tx.query<{ id: string }[]>(
          `SELECT id FROM coverage_rule_runs WHERE district_id = $1 AND rule_id = $2 AND undone_at IS NULL
          ORDER BY applied_at DESC, id DESC LIMIT 1`,
          [districtId, id],
        );
        if (!run) throw new CoverageRuleNotApplied();
        const undone = await undoRun(tx, scope, run.id);
        await tx.update(
          CoverageRuleRun,
          { districtId, id: run.id },
          { undoneAt: tx.at, undoneBy: accountId },
        );
        return { ruleId: id, runId: run.id, ...undone };
      },
      [UNIQUE_VIOLATION],
    );
  }
}

/** What a rule would do, without doing it. */
async function effectOf(db: Statements, scope: Scope, rule: CoverageRule): Promise<RuleEffect> {
  const { parameters, param } = sqlParameters(scope.districtId);
  const rows = await db.query<(RuledDevice & { effect: Effect; devices: number })[]>(
    `WITH ${judgedSql(rule, scope, param)}
     SELECT effect, devices, device_id AS "deviceId", code AS "deviceCode", starts_on AS "startsOn",
            ends_on AS "endsOn", ends_on_before AS "endsOnBefore"
       FROM (SELECT j.*, (count(*) OVER (PARTITION BY effect))::int AS devices,
                    row_number() OVER (PARTITION BY effect ORDER BY code, device_id) AS place
               FROM judged j) ranked
      WHERE place <= ${MOST_EXAMPLES} ORDER BY effect, place`,
    parameters,
  );
  const named = (effect: Effect): RuledDevices => {
    const own = rows.filter((row) => row.effect === effect);
    const examples = own.map(({ effect: _, devices: __, ...device }) => device);
    return { devices: own[0]?.devices ?? 0, examples };
  };
  return {
    ruleId: rule.id,
    version: rule.version,
    runId: null,
    add: named('add'),
    change: named('change'),
    unchanged: named('unchanged'),
    withoutDate: named('withoutDate'),
  };
}

/**
 * Adds and changes what the rule says, and remembers what was before. Where nothing is left to do, there is no run.
 * @returns how many coverages were added and changed
 */
async function writeRun(
  tx: Tx,
  scope: Scope,
  rule: CoverageRule,
  runId: string,
): Promise<{ added: number; changed: number }> {
  const { parameters, param } = sqlParameters(scope.districtId);
  const judged = judgedSql(rule, scope, param);
  const columns = RULED_COLUMNS.join(', ');
  const run = `${param(runId)}::uuid`;
  const at = `${param(tx.at)}::timestamptz`;
  const by = `${param(scope.accountId)}::uuid`;
  const [counts] = await tx.query<{ added: number; changed: number }[]>(
    `WITH ${judged},
     before AS MATERIALIZED (
       SELECT c.id, jsonb_build_object(${[...RULED_COLUMNS, 'source_id', 'source_at']
         .map((column) => `'${column}', c.${column}`)
         .join(', ')}) AS before
         FROM judged j JOIN coverages c ON c.district_id = $1 AND c.id = j.coverage_id
        WHERE j.effect = 'change'),
     added AS (
       INSERT INTO coverages (district_id, id, device_id, ${columns}, source, source_id, source_at, created_by,
                              created_at, updated_at)
       SELECT $1::uuid, gen_random_uuid(), device_id, ${columns}, 'rule', ${run}, ${at}, ${by},
              ${at}, ${at}
         FROM judged WHERE effect = 'add' ORDER BY device_id
       ON CONFLICT (district_id, device_id, vendor_id, kind, contract_number, starts_on, source)
         WHERE withdrawn_at IS NULL DO NOTHING
       RETURNING id),
     changed AS (
       UPDATE coverages c
          SET ${RULED_COLUMNS.map((column) => `${column} = j.${column}`).join(', ')},
              source_id = ${run}, source_at = ${at}, version = c.version + 1, updated_at = ${at}
         FROM judged j
        WHERE c.district_id = $1 AND c.id = j.coverage_id AND j.effect = 'change'
          AND c.version = j.coverage_version
       RETURNING c.id),
     counts AS (
       SELECT (SELECT count(*)::int FROM added) AS added, (SELECT count(*)::int FROM changed) AS changed),
     run AS (
       INSERT INTO coverage_rule_runs (district_id, id, rule_id, rule_version, added, changed, applied_at, applied_by)
       SELECT $1::uuid, ${run}, ${param(rule.id)}::uuid, ${param(rule.version)}::integer, added, changed, ${at}, ${by}
         FROM counts WHERE added + changed > 0),
     kept AS (
       INSERT INTO coverage_rule_rows (district_id, run_id, coverage_id, action, before)
       SELECT $1::uuid, ${run}, id, 'add', NULL::jsonb FROM added
        UNION ALL SELECT $1::uuid, ${run}, b.id, 'change', b.before FROM changed JOIN before b USING (id))
     SELECT added, changed FROM counts`,
    parameters,
  );
  return counts ?? { added: 0, changed: 0 };
}
