import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../../access/scope.js';
import { StaleVersion } from '../../../common/http/etag.js';
import { InvalidInput } from '../../../common/refusal.js';
import { Transactions } from '../../../database/transactions.js';
import type { Statements } from '../../../database/tx.js';
import type { AssessmentFacts } from '../assessment-facts.js';
import type { Answers } from '../checklists.js';
import { type AssessmentRule, decide, type Recommendation, ruleProblems } from './rules.js';
import { type RuleSet, rulesNow } from './stored-rules.js';

/** How many assessments a preview decides again. */
const PREVIEWED = 500;

/** A rule, with how it was used in this district. */
export interface AssessmentRuleView extends AssessmentRule {
  /** How many assessments the rule decided, in all of its versions. */
  decided: number;
  /** How many of these assessments people overruled. */
  overruled: number;
}

export interface AssessmentRulesView extends Omit<RuleSet, 'rules'> {
  /** The rules in their order. The first rule that fits decides. */
  rules: AssessmentRuleView[];
}

/** An assessment that would get another recommendation. */
export interface PreviewedChange {
  id: string;
  deviceId: string;
  /** Asset tag of the device, or its serial number if it has no tag. */
  deviceCode: string | null;
  from: Recommendation;
  to: Recommendation;
  /** Id of the rule that would decide. */
  rule: string;
}

export interface RulesPreview {
  /** How many assessments were decided again: the latest 500, or all if there are fewer. */
  assessments: number;
  /** How many assessments would go from one recommendation to another, or keep theirs. */
  counts: { from: Recommendation; to: Recommendation; count: number }[];
  changes: PreviewedChange[];
}

interface Past {
  id: string;
  deviceId: string;
  deviceCode: string | null;
  answers: Answers;
  facts: AssessmentFacts;
  recommendation: Recommendation;
}

/** The rules of a district. Every version is kept. */
@Injectable()
export class AssessmentRules {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** The rules that decide now, with their figures. */
  find({ districtId }: Scope): Promise<AssessmentRulesView> {
    return withFigures(this.source, districtId);
  }

  /**
   * Stores the next version.
   * @param version the version that the caller read; null to replace any version
   * @throws InvalidInput naming every rule that cannot be used; StaleVersion if somebody else has stored a newer version
   */
  async replace(
    scope: Scope,
    version: number | null,
    rules: readonly AssessmentRule[],
  ): Promise<AssessmentRulesView> {
    assertUsable(rules);
    return this.transactions.run(async (tx) => {
      // If two people save at the same moment, the second one waits here and then finds a newer version.
      await tx.query(`SELECT 1 FROM districts WHERE id = $1 FOR NO KEY UPDATE`, [scope.districtId]);
      const before = await rulesNow(tx, scope.districtId);
      if (version !== null && version !== before.version) throw new StaleVersion('The rules', before.version);
      await tx.query(
        `INSERT INTO assessment_rule_sets (district_id, version, rules, recorded_at, recorded_by)
         VALUES ($1, $2, $3::jsonb, $4, $5)`,
        [scope.districtId, before.version + 1, JSON.stringify(rules), tx.at, scope.accountId],
      );
      return withFigures(tx, scope.districtId);
    });
  }

  /**
   * Decides the latest assessments again with other rules, from what was known at that time.
   * @throws InvalidInput naming every rule that cannot be used
   */
  async preview({ districtId }: Scope, rules: readonly AssessmentRule[]): Promise<RulesPreview> {
    assertUsable(rules);
    const past = await this.source.query<Past[]>(
      `SELECT a.id, a.device_id AS "deviceId", coalesce(d.asset_tag, d.serial_number) AS "deviceCode",
              a.answers, a.facts, a.recommendation
         FROM assessments a JOIN devices d ON d.district_id = $1 AND d.id = a.device_id
        WHERE a.district_id = $1 AND a.withdrawn_at IS NULL
        ORDER BY a.assessed_at DESC, a.id DESC LIMIT $2`,
      [districtId, PREVIEWED],
    );
    const judged = past.map(({ answers, facts, recommendation, ...of }) => {
      const { recommendation: to, rule } = decide(rules, answers, facts);
      return { ...of, from: recommendation, to, rule: rule.id };
    });
    return {
      assessments: judged.length,
      counts: countsOf(judged),
      changes: judged.filter(({ from, to }) => from !== to),
    };
  }
}

function countsOf(judged: readonly Pick<PreviewedChange, 'from' | 'to'>[]): RulesPreview['counts'] {
  const counts = new Map<string, RulesPreview['counts'][number]>();
  for (const { from, to } of judged) {
    const known = counts.get(`${from} ${to}`);
    if (known) known.count += 1;
    else counts.set(`${from} ${to}`, { from, to, count: 1 });
  }
  return [...counts.values()].toSorted((one, other) => other.count - one.count);
}

async function withFigures(db: Statements, districtId: string): Promise<AssessmentRulesView> {
  const set = await rulesNow(db, districtId);
  const figures = await db.query<{ id: string; decided: number; overruled: number }[]>(
    `SELECT rule_id AS id, count(*)::integer AS decided,
            (count(*) FILTER (WHERE result <> recommendation))::integer AS overruled
       FROM assessments WHERE district_id = $1 AND withdrawn_at IS NULL GROUP BY rule_id`,
    [districtId],
  );
  const byId = new Map(figures.map(({ id, ...figure }) => [id, figure]));
  return {
    ...set,
    rules: set.rules.map((rule) => ({ ...rule, ...(byId.get(rule.id) ?? { decided: 0, overruled: 0 }) })),
  };
}

function assertUsable(rules: readonly AssessmentRule[]): void {
  const errors = ruleProblems(rules);
  if (errors.length > 0)
    throw new InvalidInput(
      `These rules cannot be used. ${errors.map(({ detail }) => detail).join(' ')}`,
      errors,
      'RULES_UNUSABLE',
    );
}
