/**
 * Lets a child process of a test run the TypeScript sources as they are: Node 20 cannot, and a build may be missing or
 * older than what is under test. Use: `node --import ./test/support/typescript-hooks.mjs child.mjs`.
 */
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { transform } from '@swc/core';

// Node loads hooks in a thread of their own; there this file is the hooks, here it only registers itself.
if (isMainThread) register(import.meta.url);

/** Finds `./name.ts` where the source, as `nodenext` wants it, says `./name.js`. */
export async function resolve(specifier, context, nextResolve) {
  const isOurs =
    specifier.startsWith('.') && context.parentURL && !context.parentURL.includes('/node_modules/');
  if (!isOurs || !specifier.endsWith('.js')) return nextResolve(specifier, context);
  try {
    return await nextResolve(specifier.replace(/\.js$/, '.ts'), context);
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    return nextResolve(specifier, context);
  }
}

/** Compiles with the options of `.swcrc`, as Jest does. */
export async function load(url, context, nextLoad) {
  if (!url.endsWith('.ts')) return nextLoad(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), { filename });
  return { format: 'module', source: code, shortCircuit: true };
}
