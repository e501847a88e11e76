/** `npm start`, and with `--demo` `npm run demo`: makes everything ready, then serves until it is stopped. */
import { prepareAnd } from './prepare.mjs';
import { runInstead } from './run-child.mjs';

await prepareAnd(() => runInstead('dist/src/main.js', process.argv.slice(2)));
