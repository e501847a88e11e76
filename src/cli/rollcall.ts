import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { Refusal } from '../common/refusal.js';
import { BadSettings } from '../config/settings.js';
import { addBenchCommand } from './bench.command.js';
import { addDemoCommand } from './demo.command.js';
import { addImportCommand } from './import.command.js';
import { addRecountCommand } from './recount.command.js';
import { addRegisterCommands } from './register.commands.js';

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const program = new Command('rollcall')
  .description('Rollcall on the command line. Commands work with or without a running server.')
  .version(version)
  .showHelpAfterError('(for help: rollcall <command> --help)')
  .addHelpText(
    'after',
    `
Examples:
  rollcall district create --name "Irvine Unified" --slug irvine --time-zone America/Los_Angeles
  rollcall import --district irvine --kind sites sites.csv
  rollcall import --district irvine --kind devices fleet.csv --rehearse
  rollcall account create --district irvine --email you@iusd.example --role admin --password-stdin
  rollcall token create --email you@iusd.example --expires 2027-06-30
  rollcall recount --check

Settings come from the environment (docs/administrators.md, "Settings"): DATABASE_URL, ROLLCALL_DATA and so on.`,
  );

addRegisterCommands(program);
addImportCommand(program);
addRecountCommand(program);
addDemoCommand(program);
addBenchCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${describe(error)}\n`);
  process.exitCode = 2;
}

/** A refusal is an answer and is told as one; anything else is a bug, with its trace where it is wanted. */
function describe(error: unknown): string {
  if (error instanceof Refusal) {
    const fields = error.errors.map(({ field, detail }) => `  ${field}: ${detail}`);
    return [error.message, ...fields].join('\n');
  }
  if (error instanceof BadSettings || !(error instanceof Error))
    return error instanceof Error ? error.message : String(error);
  return process.env['LOG_LEVEL'] === 'debug'
    ? String(error.stack)
    : `${error.message} (for details: LOG_LEVEL=debug)`;
}
