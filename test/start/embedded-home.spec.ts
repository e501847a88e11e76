import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findDataFolder } from '../../src/database/embedded/embedded-home.js';
import { openEmbeddedPostgres } from '../../src/database/embedded/embedded-postgres.js';

const run = promisify(execFile);

// Only root has to be helped: everybody else runs PostgreSQL as themselves.
const describeAsRoot = process.getuid?.() === 0 ? describe : describe.skip;

describeAsRoot('the data folder of root where nobody named one', () => {
  let folder: string;
  /** What Rollcall lies in, as in root's home: nobody else may enter. */
  let clone: string;
  let usual: string;
  let otherPlace: string;
  let said: string[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollcall-home-'));
    await chmod(folder, 0o711);
    clone = join(folder, 'rollcall');
    usual = join(clone, 'data');
    otherPlace = join(folder, 'other');
    await mkdir(clone, { mode: 0o700 });
    said = [];
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  function find(usualFolder = usual): Promise<string> {
    return findDataFolder(usualFolder, (line) => said.push(line), otherPlace);
  }

  async function putDataInto(dataDir: string): Promise<void> {
    await mkdir(join(dataDir, 'postgres'));
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '18\n');
    await run('chown', ['-R', '65533:65533', join(dataDir, 'postgres')]);
  }

  it('is the usual one where PostgreSQL can reach it', async () => {
    await chmod(clone, 0o755);
    expect(await find()).toBe(usual);
    expect(said).toEqual([]);
  });

  it('is another one where PostgreSQL cannot reach it, said once and then remembered', async () => {
    const chosen = await find();
    expect(chosen).toMatch(new RegExp(`^${otherPlace}/rollcall-[0-9a-f]{8}$`));
    expect(said).toEqual([expect.stringContaining(`Rollcall keeps its data in ${chosen}`)]);
    expect(await find()).toBe(chosen);
    await chmod(clone, 0o755);
    expect(await find()).toBe(chosen);
    expect(said).toHaveLength(1);
    const server = await openEmbeddedPostgres({ dataDir: chosen, log: () => undefined });
    await server.release();
  });

  it('is one and the same for two commands that start together', async () => {
    const [one, other] = await Promise.all([find(), find()]);
    expect(other).toBe(one);
    expect(await readdir(otherPlace)).toHaveLength(1);
  });

  it('is of its own for each of two clones', async () => {
    const second = join(folder, 'closed', 'rollcall');
    await mkdir(join(folder, 'closed'), { mode: 0o700 });
    await mkdir(second);
    expect(await find(join(second, 'data'))).not.toBe(await find());
  });

  it('stays the same when the clone is moved, and says so once', async () => {
    const chosen = await find();
    await rename(clone, join(folder, 'moved'));
    expect(await find(join(folder, 'moved', 'data'))).toBe(chosen);
    expect(await find(join(folder, 'moved', 'data'))).toBe(chosen);
    expect(said.slice(1)).toEqual([expect.stringContaining(`Its data is still in ${chosen}`)]);
  });

  it('is never shared with a copy of the clone, which is told what to do', async () => {
    const chosen = await find();
    const copy = join(folder, 'copy');
    await run('cp', ['-a', clone, copy]);
    await expect(find(join(copy, 'data'))).rejects.toMatchObject({
      code: 'DATA_FOLDER_OF_A_COPY',
      message: expect.stringContaining(`rm ${join(copy, 'data', 'elsewhere')}`),
    });
    expect(await find()).toBe(chosen);
    await rm(join(usual, 'elsewhere'));
    expect(await find(join(copy, 'data'))).toBe(chosen);
    expect(await find()).not.toBe(chosen);
  });

  it('is missed, not made anew, when somebody took it away', async () => {
    await rm(await find(), { recursive: true });
    await expect(find()).rejects.toMatchObject({
      code: 'DATA_FOLDER_GONE',
      message: expect.stringMatching(/not there.*mount it.*rm /s),
    });
  });

  it('is told of when its link was deleted', async () => {
    const chosen = await find();
    await putDataInto(chosen);
    await rm(join(usual, 'elsewhere'));
    expect(await find()).not.toBe(chosen);
    expect(said.at(-1)).toContain(`ROLLCALL_DATA=${chosen}`);
  });

  it('is the usual one where data is there already: opening it says how to go on', async () => {
    await mkdir(usual);
    await putDataInto(usual);
    expect(await find()).toBe(usual);
    await expect(openEmbeddedPostgres({ dataDir: usual, log: () => undefined })).rejects.toMatchObject({
      code: 'DATA_FOLDER_UNREACHABLE',
      message: expect.stringContaining(`mv ${usual} /var/lib/rollcall`),
    });
  });

  it('is the usual one where no other place can be reached either', async () => {
    await mkdir(otherPlace, { mode: 0o700 });
    expect(await find()).toBe(usual);
    expect(await readdir(otherPlace)).toEqual([]);
  });
});
