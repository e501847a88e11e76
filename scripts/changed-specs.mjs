/** What `npm run test:quick` runs: all pure rules, and the specs of what changed since the branch left main. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './prepare.mjs';

/** Files that start nothing: rules, the shape of the code. `test/transactions` reads the whole program, for long. */
const RULES = [
  '^src/',
  '^test/architecture',
  '^test/deployment',
  '^test/request-classes',
  '^test/statements',
];

/** At most this many affected specs, because some changes affect half of all tests. `npm test` runs them all. */
export const MOST = 8;

/**
 * The specs that show quickly whether a folder of `src` still works. `test/quick.spec.ts` checks that
 * every folder is listed here, and that every spec exists.
 */
export const SPECS_OF = {
  access: ['api/access', 'api/tokens', 'api/idempotency', 'api/routes'],
  allocation: ['api/allocation', 'api/absences', 'api/time-entries', 'api/proposals'],
  calendar: ['api/school-calendars'],
  catalogue: ['api/imports-makers', 'api/devices-create'],
  cli: ['api/counts'],
  common: ['api/problems', 'api/http-edges', 'api/list-pages', 'api/list-files'],
  config: ['api/access'],
  'count-evidence': ['db/count-evidence', 'api/imports-counts'],
  counts: ['api/counts', 'db/counts-fold', 'db/counts-series', 'db/counts-growth'],
  database: ['db/pools', 'db/naming-client', 'db/schema'],
  devices: ['api/devices-create', 'api/devices-change', 'api/devices-life', 'api/devices-batch'],
  files: ['api/broken-uploads', 'api/imports-upload'],
  imports: ['api/imports-rows', 'api/imports-rehearsal', 'api/imports-mappings', 'api/imports-upload'],
  jobs: ['jobs/jobs', 'api/jobs-seen'],
  openapi: ['api/routes'],
  operations: ['api/operations', 'api/logs'],
  outbox: ['jobs/outbox', 'jobs/report-mail'],
  people: ['api/people', 'db/people-imports'],
  periodic: ['api/access-retention', 'api/imports-retention'],
  'problem-reports': ['api/problem-reports'],
  reports: ['api/reports', 'api/reports-saved'],
  salvage: ['api/sanitizations', 'api/assessments', 'api/assessment-rules'],
  scanning: ['api/scan-batches', 'api/scan-conflicts', 'api/sweeps', 'api/labels'],
  secrets: [],
  sites: ['api/sites', 'api/people', 'db/site-imports'],
  steps: ['db/steps', 'api/support-purchases'],
  'support-load': ['api/support-load'],
  vendors: ['api/vendors'],
  warranty: [
    'api/coverages',
    'api/coverages-import',
    'api/coverage-rules',
    'api/coverage-look-ups',
    'api/look-up-schedules',
    'api/claims',
    'api/warranty-bad-lots',
    'api/warranty-missed-coverage',
    'api/warranty-scorecard',
    'api/warranty-reports',
  ],
  web: [],
};

/** The specs to run, and the specs that the change affects but that are left out. */
export function quickSpecs() {
  const all = specsUnder('src').concat(specsUnder('test'));
  const rules = all.filter((spec) => RULES.some((start) => new RegExp(start).test(spec)));
  const concerned = specsOf(changedFiles(), all).filter((spec) => !rules.includes(spec));
  return { run: [...rules, ...concerned.slice(0, MOST)], left: concerned.slice(MOST) };
}

/** Changed specs first, then those that use a changed file of the tests, then those of the changed folders. */
export function specsOf(changed, all) {
  const specs = changed.filter((file) => all.includes(file));
  const helpers = changed.filter((file) => file.startsWith('test/support/'));
  const users = all.filter((spec) => helpers.some((helper) => names(spec, helper)));
  const folders = changed.map((file) => /^src\/([^/]+)\//.exec(file)?.[1] ?? '');
  const ofFolders = folders.flatMap((folder) => SPECS_OF[folder] ?? []).map((name) => `test/${name}.spec.ts`);
  if (changed.some((file) => file.startsWith('migrations/'))) ofFolders.push('test/db/schema.spec.ts');
  return [...new Set([...specs, ...users, ...ofFolders])];
}

function names(spec, helper) {
  const name = helper.replace(/^test\/support\/(.*?)\.m?[jt]s$/, '/support/$1.');
  return readFileSync(join(ROOT, spec), 'utf8').includes(name);
}

function specsUnder(folder) {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.spec.ts'))
    .toSorted();
}

/** Files committed since the branch left main (on main: in the last commit), edited since then, or new. */
function changedFiles() {
  const head = git('rev-parse', 'HEAD')[0];
  const left = ['origin/main', 'main'].map((main) => git('merge-base', main, 'HEAD')[0]).filter(Boolean);
  const base = left.find((commit) => commit !== head) ?? 'HEAD~1';
  const changed = git('diff', '--name-only', '--diff-filter=d', base, '--');
  return [...new Set([...changed, ...git('ls-files', '--others', '--exclude-standard')])];
}

/** The lines that git prints; none if git fails, for example in a folder that is not a clone. */
function git(...args) {
  try {
    const said = execFileSync('git', args, {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return said.split('\n').filter((line) => line !== '');
  } catch {
    return [];
  }
}
