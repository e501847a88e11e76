/**
 * TypeScript compiled as `.swcrc` says, kept in `.cache/compiled` by what it was made of: a run starts many processes,
 * and each would compile the whole application for itself.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { transform, version } from '@swc/core';

const FOLDER = resolve(import.meta.dirname, '../../.cache/compiled');
const DAYS_KEPT = 7;
const OPTIONS = readFileSync(resolve(import.meta.dirname, '../../.swcrc'), 'utf8');

/** The code of a TypeScript file as Node takes it. */
export async function compiled(filename) {
  const source = readFileSync(filename, 'utf8');
  const kept = keptAs(filename, source);
  try {
    return readFileSync(`${kept}.js`, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const { code, map } = await transform(source, { filename, sourceMaps: true });
  try {
    mkdirSync(FOLDER, { recursive: true });
    // Write the map first, so that a process that finds the code also finds its map.
    keep(`${kept}.map`, map);
    keep(`${kept}.js`, code);
  } catch {
    // A test that works as another user may not write here, and compiles for itself.
  }
  return code;
}

/** Where the map of a compiled file lies. */
export function mapOf(filename) {
  return `${keptAs(filename, readFileSync(filename, 'utf8'))}.map`;
}

/** Removes what was compiled long ago; what is still in use is compiled again. */
export function forgetOld() {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of readdirSync(FOLDER)) {
    const file = join(FOLDER, name);
    const madeAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - madeAt > DAYS_KEPT * 86_400_000) rmSync(file, { force: true });
  }
}

function keptAs(filename, source) {
  const hash = createHash('sha256');
  for (const part of [version, OPTIONS, filename, source]) hash.update(part).update('\0');
  return join(FOLDER, hash.digest('hex'));
}

/** Whole or not at all: others may read and write the same file. */
function keep(file, content) {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, content);
  renameSync(unfinished, file);
}
