import type { Statements } from '../../../database/tx.js';
import type { AssessmentRule } from './rules.js';
import { STARTING_RULES } from './starting-rules.js';

/** One version of a district's rules. */
export interface RuleSet {
  /** 0 for the starting set of Rollcall. */
  version: number;
  /** Null for the starting set of Rollcall. */
  recordedAt: Date | null;
  /** Name or email of the account that stored this version. */
  recordedByName: string | null;
  rules: readonly AssessmentRule[];
}

const STARTING_SET: RuleSet = { version: 0, recordedAt: null, recordedByName: null, rules: STARTING_RULES };

/** The rules that are in force now. */
export async function rulesNow(db: Statements, districtId: string): Promise<RuleSet> {
  const [stored] = await db.query<RuleSet[]>(
    `SELECT s.version, s.recorded_at AS "recordedAt", coalesce(nullif(a.name, ''), a.email) AS "recordedByName", s.rules
       FROM assessment_rule_sets s
       LEFT JOIN accounts a ON a.district_id = $1 AND a.id = s.recorded_by
      WHERE s.district_id = $1 ORDER BY s.version DESC LIMIT 1`,
    [districtId],
  );
  return stored ?? STARTING_SET;
}
