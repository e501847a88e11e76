import { DEMO_EMAIL, IRVINE } from './irvine.js';
import type { LoadedDemo } from './load-demo.js';

/** What the demo made, for who asked for it. */
export function describeDemo(demo: LoadedDemo): string {
  return (
    `${demo.password ? 'The demo is loaded' : 'The demo was loaded before, and is as it was'}: ${IRVINE.name} ` +
    `(district "${IRVINE.slug}"), ${number(demo.sites)} sites with devices, ${number(demo.devices)} devices from ` +
    `1 July 2010 to ${demo.storyEndsOn}, ${number(demo.activeDevices)} of them active today, ` +
    `${number(demo.events)} events.`
  );
}

/** How to sign in. For stderr, and never for a log: there may be a password in it. */
export function howToSignIn({ password }: LoadedDemo): string {
  if (password)
    return `\n  Sign in to the demo; the password is not shown again:\n  ${DEMO_EMAIL}\n  ${password}\n\n`;
  return (
    `\n  Sign in to the demo as ${DEMO_EMAIL}, with the password that was shown when it was loaded.\n` +
    `  Where that is lost, make another account (it asks for twelve characters or more):\n` +
    `  npm run --silent rollcall -- account create --district ${IRVINE.slug} --role admin ` +
    `--email you@irvine.example --password-stdin\n\n`
  );
}

function number(count: number): string {
  return count.toLocaleString('en-US');
}
