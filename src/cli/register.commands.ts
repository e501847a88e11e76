import type { Command } from 'commander';
import { text } from 'node:stream/consumers';
import { AccountsService } from '../access/accounts/accounts.service.js';
import { ApiTokensService, DEFAULT_TOKEN_DAYS } from '../access/accounts/api-tokens.service.js';
import { DistrictsService } from '../access/districts.service.js';
import { type Role, ROLES } from '../access/scope.js';
import { endOfDay, list, oneOf } from './arguments.js';
import { commandSettings, withDatabase, withSession } from './session.js';
import { prepareDatabase } from '../prepare-database.js';

interface AccountOptions {
  district: string;
  email: string;
  role: Role;
  name?: string;
  sites?: string[];
  regions?: string[];
  passwordStdin?: boolean;
}

/** Commands that set a register up: schema, districts, accounts, tokens. */
export function addRegisterCommands(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to date; safe beside a running server')
    .action(async () => {
      const done = await withDatabase(commandSettings(), prepareDatabase);
      process.stdout.write(done.length > 0 ? `${done.join('\n')}\n` : 'up to date\n');
    });

  program
    .command('district')
    .description('districts, each a register of its own')
    .command('create')
    .description('begin a district')
    .requiredOption('--name <name>', 'its full name, such as "Irvine Unified"')
    .requiredOption('--slug <slug>', 'its short name in commands: lower case letters, digits, hyphens')
    .requiredOption('--time-zone <zone>', 'IANA name, such as America/Los_Angeles')
    .action(async (options: { name: string; slug: string; timeZone: string }) => {
      const district = await withSession(({ app }) => app.get(DistrictsService).create(options));
      process.stdout.write(`${district.id}\n`);
    });

  program
    .command('account')
    .description('people who may sign in, and programs that may call')
    .command('create')
    .description('make an account; prints its id')
    .requiredOption('--district <slug>', 'slug of the district')
    .requiredOption('--email <address>', 'address to sign in with')
    .requiredOption('--role <role>', ROLES.join(', '), oneOf(ROLES))
    .option('--name <name>', 'name to show')
    .option('--sites <codes>', 'codes of the sites in reach, separated by commas', list)
    .option('--regions <names>', 'regions in reach, separated by commas', list)
    .option('--password-stdin', 'read a password from standard input; without one only tokens work')
    .action(async (options: AccountOptions) => {
      const password = options.passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined;
      const account = await withSession(async ({ app }) => {
        const district = await app.get(DistrictsService).bySlug(options.district);
        const { email, name, role, sites, regions } = options;
        return app.get(AccountsService).create(district.id, { email, name, role, sites, regions, password });
      });
      process.stdout.write(`${account.id}\n`);
    });

  program
    .command('token')
    .description('bearer tokens for programs')
    .command('create')
    .description('make a token; prints it, alone and once')
    .requiredOption('--email <address>', 'account that the token acts for')
    .option('--district <slug>', 'where the address has accounts in several districts')
    .option('--name <name>', 'what it is for', 'command line')
    .option(
      '--expires <date>',
      `last day, YYYY-MM-DD; ${DEFAULT_TOKEN_DAYS} days from now where nothing is said`,
      endOfDay,
    )
    .action(async (options: { email: string; district?: string; name: string; expires?: Date }) => {
      const { token } = await withSession(async ({ app }) => {
        const account = await app.get(AccountsService).byEmail(options.email, options.district);
        const expiresAt = options.expires ?? new Date(Date.now() + DEFAULT_TOKEN_DAYS * 86_400_000);
        return app
          .get(ApiTokensService)
          .create(account.districtId, account.id, { name: options.name, expiresAt });
      });
      process.stdout.write(`${token}\n`);
    });
}
