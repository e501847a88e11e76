import type { Scope } from '../access/scope.js';
import type { SpooledFile } from '../files/spooled-file.js';
import { ImportsQueries } from '../imports/imports.queries.js';
import { ImportsService } from '../imports/imports.service.js';
import { runJob } from './run-job.js';
import type { Session } from './session.js';

/** Imports a file that Rollcall itself brought along: every row goes in, or it is a fault of ours. */
export async function importWhole(
  session: Session,
  scope: Scope,
  kind: string,
  file: SpooledFile,
): Promise<void> {
  const imports = session.app.get(ImportsService);
  try {
    const started = await imports.create(scope, { kind, mode: 'commit' }, file);
    if (!started.job) throw new Error('an import that was just made has no job');
    await runJob(session, scope.districtId, started.job.id);
    const { state, plan } = await session.app.get(ImportsQueries).find(scope, started.id);
    if (state !== 'committed' || !plan || plan.refused + plan.held > 0)
      throw new Error(`Not every row of ${file.fileName} went in (import ${started.id}).`);
  } finally {
    await file.discard();
  }
}
