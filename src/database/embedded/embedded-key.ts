import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, readIfThere } from './embedded-files.js';

const FILE = 'secrets.key';

/**
 * The key with which secrets are sealed where no setting names one: a file beside the embedded database, made once.
 * @returns 32 bytes in base64
 */
export async function secretsKeyIn(dataDir: string): Promise<string> {
  const path = join(dataDir, FILE);
  const kept = await readIfThere(path);
  if (kept !== undefined) return kept.trim();
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
  try {
    // Of two processes that start together, one makes the key for both; and nobody reads half of it.
    await link(draft, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
  return (await readFile(path, 'utf8')).trim();
}
