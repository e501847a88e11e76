import { type Command, InvalidArgumentError, Option } from 'commander';
import { DistrictsService } from '../access/districts.service.js';
import { type Scope, systemScope } from '../access/scope.js';
import { CountsFold } from '../counts/ledger/counts-fold.js';
import { localUpload } from '../imports/upload/uploads.js';
import { ImportsQueries, type ImportView } from '../imports/imports.queries.js';
import { ImportsService } from '../imports/imports.service.js';
import { runJob } from './run-job.js';
import { type Session, withSession } from './session.js';

interface ImportCommandOptions {
  district: string;
  kind: string;
  mapping?: string;
  rehearse?: boolean;
  allOrNothing?: boolean;
  schoolYear?: string;
  lot?: number;
}

/** `rollcall import`: a file in, seen through to its end. */
export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description('import a CSV, TSV or XLSX file; the exit status is 0 only if every row was accepted')
    .argument('<file>', 'the file')
    .requiredOption('--district <slug>', 'short name of the district')
    .addOption(
      new Option('--kind <kind>', 'what the rows are')
        .choices(['sites', 'pupils', 'people', 'devices', 'coverages', 'settlements'])
        .makeOptionMandatory(),
    )
    .option('--rehearse', 'show what would happen, and change nothing')
    .option(
      '--mapping <name>',
      'a mapping by name: template, snipe-it, incident-iq, gam, intune, california-cde, oneroster, or a saved one; without it, Rollcall guesses the columns',
    )
    .option(
      '--school-year <year>',
      'school year of enrolled students that have none in the file, such as 2025-26',
    )
    .option('--lot <number>', 'the number of the lot that a file of settlements is about', lotNumber)
    .option('--all-or-nothing', 'import every row or none (up to 50,000 rows)')
    .action(async (file: string, options: ImportCommandOptions) => {
      const accepted = await withSession((session) => importFile(session, file, options));
      process.exitCode = accepted ? 0 : 1;
    });
}

function lotNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Enter the number of a lot.');
  return Number(text);
}

async function importFile(session: Session, path: string, options: ImportCommandOptions): Promise<boolean> {
  const { app } = session;
  const scope = systemScope(await app.get(DistrictsService).bySlug(options.district));
  const [imports, queries] = [app.get(ImportsService), app.get(ImportsQueries)];
  const file = await localUpload(path);
  const started = await imports.create(
    scope,
    {
      kind: options.kind,
      mode: options.rehearse ? 'rehearse' : 'commit',
      mapping: options.mapping,
      options: { allOrNothing: options.allOrNothing, schoolYear: options.schoolYear, lot: options.lot },
    },
    file,
  );
  for (const warning of started.warnings) process.stderr.write(`note: ${warning.detail}\n`);
  if (!started.job) throw new Error('an import that was just made has no job');
  const job = await runJob(session, scope.districtId, started.job.id);
  const done = await queries.find(scope, started.id);
  await app.get(CountsFold).foldAll();
  if (job.state === 'failed') process.stderr.write(`failed: ${describe(job.problem)}\n`);
  await report(queries, scope, done);
  return job.state === 'done' && done.plan !== null && done.plan.refused + done.plan.held === 0;
}

async function report(imports: ImportsQueries, scope: Scope, done: ImportView): Promise<void> {
  const { plan } = done;
  if (!plan) return;
  const parts = (['add', 'change', 'unchanged', 'refused', 'held'] as const).map(
    (key) => `${plan[key]} ${key}`,
  );
  process.stdout.write(`${done.state}: ${plan.rows} rows: ${parts.join(', ')} (import ${done.id})\n`);
  for (const [code, rows] of Object.entries(plan.notes))
    process.stdout.write(`note ${code}: ${rows} rows; GET /api/v1/imports/${done.id}/notes.csv has them\n`);
  if (plan.refused + plan.held === 0) return;
  const outcome = plan.refused > 0 ? 'refused' : 'held';
  const { items } = await imports.rows(scope, done.id, { limit: 20, outcome });
  for (const row of items) {
    const reasons = (row.problems ?? []).map(({ column, detail }) =>
      column ? `${column}: ${detail}` : detail,
    );
    process.stderr.write(`row ${row.rowNo}: ${reasons.join('; ')}\n`);
  }
  if (plan.refused + plan.held > items.length)
    process.stderr.write(
      `and ${plan.refused + plan.held - items.length} more; GET /api/v1/imports/${done.id}/errors.csv has them all\n`,
    );
}

function describe(problem: unknown): string {
  return typeof problem === 'object' && problem !== null && 'detail' in problem
    ? String(problem.detail)
    : 'no reason';
}
