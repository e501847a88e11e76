import type { Command } from 'commander';
import { describeDemo, howToSignIn } from './demo/demo-words.js';
import { loadDemo } from './demo/load-demo.js';
import { withSession } from './session.js';

/** `rollcall demo`: a district to try things on. */
export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .description(
      'load a demo district: the 45 schools of Irvine Unified, with made-up devices, people and work from 2010 to today; continues where it was stopped',
    )
    .action(async () => {
      const stop = new AbortController();
      process.once('SIGINT', () => stop.abort());
      try {
        const demo = await withSession((session) => loadDemo(session, { signal: stop.signal }));
        process.stdout.write(`${describeDemo(demo)}\n`);
        process.stderr.write(howToSignIn(demo));
      } catch (error) {
        if (!stop.signal.aborted) throw error;
        process.stderr.write('Stopped. Run `rollcall demo` again to continue.\n');
        process.exitCode = 130;
      }
    });
}
