import { DataSource } from 'typeorm';
import { CoverageRules } from '../../../warranty/rules/coverage-rules.service.js';
import { RuleRuns } from '../../../warranty/rules/rule-runs.service.js';
import { type DemoStage, scopeOf } from '../demo-stage.js';
import { ITS_EMAIL } from '../people/demo-accounts.js';
import { demoRules } from './demo-rules.js';

/** ITS writes rules that are not there yet, and applies them all. To apply one again has no effect. */
export async function loadCoverages(
  stage: DemoStage,
  accounts: ReadonlyMap<string, string>,
  until: string,
): Promise<void> {
  const { app } = stage.session;
  const its = await scopeOf(stage, accounts.get(ITS_EMAIL) ?? '');
  const known = new Map(
    (
      await app
        .get(DataSource)
        .query<{ id: string; name: string }[]>(`SELECT id, name FROM coverage_rules WHERE district_id = $1`, [
          stage.scope.districtId,
        ])
    ).map(({ id, name }) => [name, id]),
  );
  for (const rule of demoRules(until)) {
    const id = known.get(rule.name) ?? (await app.get(CoverageRules).create(its, rule)).id;
    await app.get(RuleRuns).apply(its, id);
    stage.signal?.throwIfAborted();
  }
}
