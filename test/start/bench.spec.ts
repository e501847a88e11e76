import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { prepare } from '../../scripts/prepare.mjs';
import type { BenchReport } from '../../src/cli/bench/bench-report.js';

const COUNTS = [
  'counts of all sites, any date',
  'the same by kind and status',
  'counts of all sites, as known at any moment of the load',
  'ten-year monthly series by kind',
  'the same of all sites',
  'the series by kind, as known at any moment of the load',
  'growth of a year by site and cause',
];
const ROLLCALL = join(import.meta.dirname, '../../dist/src/cli/rollcall.js');

let folder: string;

beforeAll(async () => {
  await prepare(() => undefined);
  folder = await mkdtemp(join(tmpdir(), 'rollcall-bench-spec-'));
  // The embedded server may run as another user.
  await chmod(folder, 0o711);
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

it('measures everything beside its floor, on a small register', async () => {
  const out = join(folder, 'bench.json');
  const { PATH = '', HOME = '' } = process.env;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [ROLLCALL, 'bench', '--devices', '700', '--seconds', '0.3', '--rounds', '1', '--out', out],
    { env: { PATH, HOME, ROLLCALL_DATA: join(folder, 'data') } },
  );
  const report = JSON.parse(await readFile(out, 'utf8')) as BenchReport;
  expect(report.devices).toBe(700);
  expect(report.figures.map(({ work }) => work)).toEqual([
    'import of 700 rows',
    'look up by any code, HTTP, 8 clients',
    'scan batch of 50, 8 clients, one site and kind',
    ...COUNTS,
    'first page of a filtered list',
    expect.stringMatching(/^page \d+ of it$/),
    'search by 3 to 6 characters of a code',
    'search by a word of a name',
    'CSV export of the register',
    ...COUNTS.map((name) => `${name}; ten districts`),
  ]);
  for (const { work, floor, rollcall, ratio } of report.figures) {
    expect([work, floor.rate > 0, rollcall.rate > 0]).toEqual([work, true, true]);
    expect(ratio).toBeGreaterThan(0);
  }
  // Rollcall and its floor did the same work; only the scans meanwhile come on top.
  const also = report.figures[0]?.also ?? {};
  expect(also['codes written']).toBe(also['codes written by the floor']);
  expect(also['events written']).toBeGreaterThanOrEqual(also['events written by the floor'] ?? NaN);
  expect(stdout).toContain('memory of the Rollcall process');
}, 300_000);
