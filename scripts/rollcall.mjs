/** `npm run --silent rollcall -- <command>`: the command line, built first if need be. */
import { prepareAnd } from './prepare.mjs';
import { runInstead } from './run-child.mjs';

await prepareAnd(() => runInstead('dist/src/cli/rollcall.js', process.argv.slice(2)));
