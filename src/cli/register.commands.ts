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
    .description('update the database; safe while a server runs')
    .action(async () => {
      const done = await withDatabase(commandSettings(), prepareDatabase);
      process.stdout.write(done.length > 0 ? `${done.join('\n')}\n` : 'up to date\n');
    });

  program
    .command('district')
    .description('work with districts; each has records of its own')
    .command('create')
    .description('create a district')
    .requiredOption('--name <name>', 'full name, such as "Irvine Unified"')
    .requiredOption('--slug <slug>', 'short name for commands: lower-case letters, digits, hyphens')
    .requiredOption('--time-zone <zone>', 'IANA name, such as America/Los_Angeles')
    .action(async (options: { name: string; slug: string; timeZone: string }) => {
      const district = await withSession(({ app }) => app.get(DistrictsService).create(options));
      process.stdout.write(`${district.id}\n`);
    });

  program
    .command('account')
    .description('work with accounts, of people who sign in and of programs')
    .command('create')
    .description('create an account and print its id')
    .requiredOption('--district <slug>', 'short name of the district')
    .requiredOption('--email <address>', 'email to sign in with')
    .requiredOption('--role <role>', ROLES.join(', '), oneOf(ROLES))
    .option('--name <name>', 'name to show')
    .option('--sites <codes>', 'codes of the sites that the account can see, separated by commas', list)
    .option('--regions <names>', 'regions that the account can see, separated by commas', list)
    .option(
      '--password-stdin',
      'read the password from standard input; an account without a password can only use tokens',
    )
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
    .description('work with API tokens for programs')
    .command('create')
    .description('create a token and print it; it is shown only once')
    .requiredOption('--email <address>', 'email of the account that the token acts for')
    .option('--district <slug>', 'short name of the district, if the email has accounts in several')
    .option('--name <name>', 'what it is for', 'command line')
    .option(
      '--expires <date>',
      `last day, YYYY-MM-DD; ${DEFAULT_TOKEN_DAYS} days from now by default`,
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
