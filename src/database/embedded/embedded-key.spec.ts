import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretsKeyIn } from './embedded-key.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rollcall-key-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the key of a data folder', () => {
  it('is the same for all that start together, and later', async () => {
    const keys = await Promise.all(Array.from({ length: 10 }, () => secretsKeyIn(folder)));
    expect(new Set([...keys, await secretsKeyIn(folder)]).size).toBe(1);
    expect(Buffer.from(keys[0] ?? '', 'base64')).toHaveLength(32);
  });

  it('is there for its owner only, and leaves nothing else behind', async () => {
    await secretsKeyIn(folder);
    expect(await readdir(folder)).toEqual(['secrets.key']);
    expect((await stat(join(folder, 'secrets.key'))).mode & 0o777).toBe(0o600);
  });
});
