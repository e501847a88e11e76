/** `npm start`, and with `--demo` `npm run demo`: makes everything ready, then serves until it is stopped. */
import { prepareAnd } from './prepare.mjs';
import { runInstead } from './run-child.mjs';

const args = process.argv.slice(2);
const demo = args.includes('--demo');

await prepareAnd(() =>
  runInstead(
    'dist/src/main.js',
    args.filter((arg) => arg !== '--demo'),
    demo ? { ...process.env, ROLLCALL_DEMO: '1' } : process.env,
  ),
);
