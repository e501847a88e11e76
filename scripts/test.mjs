/**
 * `npm test`: lint with types, format and every test, on a machine that has only Node. With arguments (`npm test --
 * test/start`) only Jest runs, with them. `npm run test:quick`: lint, format, the rules, and the specs of what changed.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quickSpecs } from './changed-specs.mjs';
import { prepareAnd, ROOT } from './prepare.mjs';
import { findOrUnpackPrograms } from './test-programs.mjs';

const quick = process.argv[2] === '--quick' ? quickSpecs() : undefined;
const jestArgs = quick ? ['--runTestsByPath', ...quick.run] : process.argv.slice(2);

await prepareAnd(runAll, {
  // A spec that starts or reads what is built asks for it by itself.
  builds: quick === undefined,
});

async function runAll() {
  const missing = await findOrUnpackPrograms();
  const results = [];
  if (quick || jestArgs.length === 0) results.push(...(await Promise.all([check('lint'), check('format')])));
  results.push(await runTests());
  summarize(results, missing);
  if (quick && quick.left.length > 0) console.log(`Affected, but not run: ${quick.left.join(' ')}`);
  // A developer may do without; on CI a test that nobody ran would pass for one that did.
  const isWhole = process.env.CI !== 'true' || missing.length === 0;
  process.exitCode = isWhole && results.every((result) => result.succeeded) ? 0 : 1;
}

/** A step that passes or fails as a whole. */
async function check(name) {
  const { succeeded, seconds } = await npmRun([name]);
  return { name, succeeded, seconds, passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
}

/** Jest, with its own count of tests; a run that ends without one has failed. */
async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-test-'));
  const report = join(folder, 'report.json');
  const { succeeded, seconds } = await npmRun([
    'jest',
    '--',
    '--json',
    `--outputFile=${report}`,
    ...jestArgs,
  ]);
  const counts = existsSync(report)
    ? countsIn(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 1, skipped: 0 };
  rmSync(folder, { recursive: true });
  return { name: 'tests', succeeded, seconds, ...counts };
}

function countsIn(report) {
  return {
    passed: report.numPassedTests,
    // A file that does not even load has no tests to count, and is a failure all the same.
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function npmRun(command) {
  console.log(`\n— npm run ${command[0]}`);
  const startedAt = performance.now();
  const child = spawn('npm', ['run', '--silent', ...command], {
    cwd: ROOT,
    stdio: 'inherit',
    // On Windows npm is a script, which only a shell can run.
    shell: process.platform === 'win32',
  });
  return new Promise((resolve) => {
    const finish = (succeeded) => resolve({ succeeded, seconds: (performance.now() - startedAt) / 1000 });
    child.on('error', (error) => {
      console.error(`npm could not be started: ${error.message}`);
      finish(false);
    });
    child.on('close', (exitCode) => finish(exitCode === 0));
  });
}

/** Ends with one plain line that people and CI read alike; lint and format count as one each. */
function summarize(results, missing) {
  console.log('\nSummary');
  for (const { name, succeeded, seconds } of results) {
    console.log(`  ${succeeded ? 'passed' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)`);
  }
  for (const what of missing) console.log(`  skipped: ${what}`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
}
