import type { Command } from 'commander';
import { DataSource } from 'typeorm';
import { CountsFold } from '../counts/ledger/counts-fold.js';
import { DerivedCounts } from '../counts/ledger/derived-counts.js';
import { RecountService } from '../count-evidence/recount.service.js';
import { type Session, withSession } from './session.js';

/** Differences that are printed; more would scroll away what they have in common. */
const MOST_SHOWN = 100;

/** `rollcall recount`: every count again from devices and events. */
export function addRecountCommand(program: Command): void {
  program
    .command('recount')
    .description('rebuild the counts of every district from its events, and then check them')
    .option('--check', 'change nothing, and print only differences between events, devices and counts')
    .option('--district <slug>', 'one district only')
    .action(async (options: { check?: boolean; district?: string }) => {
      const differences = await withSession((session) => recount(session, options));
      process.exitCode = differences === 0 ? 0 : 1;
    });
}

async function recount({ app }: Session, options: { check?: boolean; district?: string }): Promise<number> {
  const recounting = app.get(RecountService);
  const districts = await app
    .get(DataSource)
    .query<{ id: string; slug: string }[]>(
      `SELECT id, slug FROM districts WHERE $1::text IS NULL OR slug = $1 ORDER BY slug`,
      [options.district ?? null],
    );
  if (!options.check) await app.get(CountsFold).foldAll();
  let differences = 0;
  for (const { id, slug } of districts) {
    if (!options.check) await app.get(DerivedCounts).rebuild(id);
    const { devices } = await recounting.check(id, ({ what, detail }) => {
      differences += 1;
      if (differences <= MOST_SHOWN) process.stdout.write(`${slug}: ${what}: ${detail}\n`);
    });
    if (!options.check) process.stdout.write(`${slug}: ${devices} devices recounted\n`);
  }
  if (differences > MOST_SHOWN) process.stdout.write(`and ${differences - MOST_SHOWN} more differences\n`);
  return differences;
}
