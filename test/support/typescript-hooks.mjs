/**
 * Lets Node run the TypeScript sources as they are: Node 20 cannot, and a build may be missing or older than what is
 * under test. Use: `node --import ./test/support/typescript-hooks.mjs child.mjs`.
 */
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { compiled } from './compiled.mjs';

// Node loads hooks in a thread of their own; there this file is the hooks, here it only registers itself.
if (isMainThread) register(import.meta.url);

const TESTS = new URL('../', import.meta.url).href;

/**
 * Finds `./name.ts` where the source, as `nodenext` wants it, says `./name.js`. What a spec loads of the tests' own
 * files, it loads for itself, with the query that run-natively.mjs gave it; the application is loaded once.
 */
export async function resolve(specifier, context, nextResolve) {
  const isOurs =
    specifier.startsWith('.') && context.parentURL && !context.parentURL.includes('/node_modules/');
  if (!isOurs || !specifier.endsWith('.js')) return nextResolve(specifier, context);
  try {
    const found = await nextResolve(specifier.replace(/\.js$/, '.ts'), context);
    const { search } = new URL(context.parentURL);
    return found.url.startsWith(TESTS) ? { ...found, url: found.url + search } : found;
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    return nextResolve(specifier, context);
  }
}

export async function load(url, context, nextLoad) {
  if (!url.split('?')[0].endsWith('.ts')) return nextLoad(url, context);
  return { format: 'module', source: await compiled(fileURLToPath(url)), shortCircuit: true };
}
