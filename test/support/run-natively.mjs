/**
 * Runs a spec with Jest's own runner, but loads it with Node itself instead of in Jest's sandbox. The sandbox loads and
 * links all that a spec imports anew for every file: the whole application, some seconds each time. Here a worker loads
 * the application and its packages once, and each spec only its own code and the tests' own files. What a spec wants
 * separate, it starts separately: an application on a database of its own takes half a second.
 */
import circus from 'jest-circus/runner';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { mapOf } from './compiled.mjs';
import './typescript-hooks.mjs';

/** Built-ins that Jest's matchers look up by name. The sandbox has its own copies, which the tests do not use. */
const BUILT_INS =
  'Array BigInt Boolean Date Error Function Map Number Object Promise RangeError RegExp Set String Symbol TypeError';
const GLOBALS = ['afterAll', 'afterEach', 'beforeAll', 'beforeEach', 'describe', 'expect', 'it', 'test'];

let files = 0;

export default async function run(globalConfig, config, environment, runtime, testPath, sendMessageToJest) {
  if (globalConfig.watch || globalConfig.watchAll)
    throw new Error('Watch mode does not work here, because a worker keeps the modules that it has loaded.');
  for (const name of BUILT_INS.split(' ')) environment.global[name] = globalThis[name];
  findMaps(runtime.getSourceMaps());
  runtime.unstable_shouldLoadAsEsm = (path) => path === testPath;
  runtime.unstable_importModule = async (path) => {
    for (const name of GLOBALS) globalThis[name] = environment.global[name];
    files += 1;
    await import(`${pathToFileURL(path).href}?file=${files}`);
  };
  const ownConsole = globalThis.console;
  globalThis.console = environment.global.console;
  try {
    return await circus.default(globalConfig, config, environment, runtime, testPath, sendMessageToJest);
  } finally {
    globalThis.console = ownConsole;
  }
}

/** So that a failure names the line of the TypeScript file. */
function findMaps(known) {
  const find = known.get.bind(known);
  known.get = (file) => (/^file:.*\.ts(\?|$)/.test(file) ? mapOf(fileURLToPath(file)) : find(file));
}
