import { DEMO_EMAIL, IRVINE } from './irvine.js';
import type { LoadedDemo } from './load-demo.js';
import type { SignIn } from './people/demo-accounts.js';

/** What the demo loaded, as the command line tells it. */
export function describeDemo(demo: LoadedDemo): string {
  const { sites, devices, activeDevices, events, storyEndsOn } = demo;
  return (
    `${demo.signIns ? 'The demo is loaded' : 'The demo was loaded before; nothing changed'}: ${IRVINE.name} ` +
    `(district "${IRVINE.slug}"), ${number(sites)} sites, ${number(devices)} devices from ` +
    `July 1, 2010 to ${usDate(storyEndsOn)}, ${number(activeDevices)} of them active today, ${number(events)} events.`
  );
}

/** How to sign in. For standard error, and never for a log: passwords are in it. */
export function howToSignIn({ signIns }: LoadedDemo): string {
  if (signIns)
    return `\n  Sign in with one of these accounts. The passwords are shown only this once:\n\n${table(signIns)}\n\n`;
  return (
    `\n  Sign in with the passwords that were shown when the demo was loaded, for example as ${DEMO_EMAIL}.\n` +
    `  If you no longer have them, create another account (its password needs at least 12 characters):\n` +
    `  npm run --silent rollcall -- account create --district ${IRVINE.slug} --role admin ` +
    `--email you@irvine.example --password-stdin\n\n`
  );
}

function table(signIns: readonly SignIn[]): string {
  const rows = [
    ['ROLE', 'NAME', 'EMAIL', 'PASSWORD'],
    ...signIns.map(({ role, name, email, password }) => [role, name, email, password]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`)
    .join('\n');
}

function usDate(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
}

function number(count: number): string {
  return count.toLocaleString('en-US');
}
