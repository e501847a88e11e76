import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Transactions } from '../../src/database/transactions.js';
import type { Tx } from '../../src/database/tx.js';
import { type FileContent, fileOfBytes } from '../../src/files/file-content.js';
import { FileNotFound, Files } from '../../src/files/files.service.js';
import { type TestApp, testApp, type TestDistrict } from '../support/app.js';

const MIB = 1024 * 1024;
/** What a file of any size may hold of the memory of the process while it is stored or read. */
const ALLOWED = 56 * MIB;
const TEXT = { mediaType: 'text/plain', createdBy: null };

/** The collector of this process, which Node hides unless it is told not to. */
function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

let app: TestApp;
let here: TestDistrict;
let files: Files;

beforeAll(async () => {
  // Fewer connections than there are slow readers below.
  app = await testApp({ ROLE: 'api', DATABASE_POOL: '3' });
  files = app.get(Files);
  here = await app.district();
});

afterAll(() => app.close());

const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => app.get(Transactions).run(work);
const store = (content: FileContent): Promise<string> =>
  within((tx) => files.storeWithin(tx, here.id, content, TEXT));

async function partsOf(id: string): Promise<number[]> {
  const parts = await app.source.query<{ length: number }[]>(
    `SELECT octet_length(bytes) AS length FROM file_parts WHERE file_id = $1 ORDER BY part`,
    [id],
  );
  return parts.map(({ length }) => length);
}

describe('a file', () => {
  it('comes back byte for byte, with its name, type and hash, from parts of a mebibyte', async () => {
    const bytes = randomBytes(2.5 * MIB);
    const id = await store(fileOfBytes('batch-7.csv', bytes));
    expect(await partsOf(id)).toEqual([MIB, MIB, MIB / 2]);
    const file = await files.find(here.id, id);
    expect(file).toMatchObject({
      id,
      fileName: 'batch-7.csv',
      mediaType: 'text/plain',
      sizeBytes: 2.5 * MIB,
      sha256: createHash('sha256').update(bytes).digest(),
    });
    expect((await buffer(file.open())).equals(bytes)).toBe(true);
    expect((await buffer(file.open())).equals(bytes)).toBe(true);
  });

  it('may be empty', async () => {
    const id = await store(fileOfBytes('empty', Buffer.alloc(0)));
    expect(await partsOf(id)).toEqual([]);
    expect(await buffer((await files.find(here.id, id)).open())).toHaveLength(0);
  });

  it('is of one district: no other finds it, deletes it or points to it', async () => {
    const id = await store(fileOfBytes('ours', Buffer.from('ours')));
    const other = await app.district();
    await expect(files.find(other.id, id)).rejects.toBeInstanceOf(FileNotFound);
    await within((tx) => files.deleteWithin(tx, other.id, [id]));
    expect(await partsOf(id)).toEqual([4]);
    await expect(
      app.source.query(
        `INSERT INTO imports (district_id, id, kind, file_id, file_name, size_bytes, sha256, reading, mapping, state)
         VALUES ($1, $2, 'sites', $2, 'ours', 4, '', '{}', '{}', 'uploaded')`,
        [other.id, id],
      ),
    ).rejects.toMatchObject({ driverError: { constraint: 'imports_file' } });
  });

  it('goes with all its parts, and not while a row points to it', async () => {
    const id = await store(fileOfBytes('a', randomBytes(1.5 * MIB)));
    await app.source.query(
      `INSERT INTO imports (district_id, id, kind, file_id, file_name, size_bytes, sha256, reading, mapping, state)
       VALUES ($1, $2, 'sites', $2, 'a', 4, '', '{}', '{}', 'uploaded')`,
      [here.id, id],
    );
    const remove = (): Promise<void> => within((tx) => files.deleteWithin(tx, here.id, [id]));
    await expect(remove()).rejects.toMatchObject({ driverError: { constraint: 'imports_file' } });
    expect(await partsOf(id)).toEqual([MIB, MIB / 2]);
    await app.source.query(`UPDATE imports SET file_id = NULL WHERE id = $1`, [id]);
    await remove();
    expect(await partsOf(id)).toEqual([]);
    await expect(files.find(here.id, id)).rejects.toBeInstanceOf(FileNotFound);
  });

  it('leaves nothing where its transaction is not committed, or it is shorter than it said', async () => {
    const count = async (): Promise<unknown> =>
      app.source.query(`SELECT (SELECT count(*) FROM files), (SELECT count(*) FROM file_parts) AS parts`);
    const before = await count();
    const content = fileOfBytes('a', randomBytes(MIB));
    await expect(
      within(async (tx) => {
        await files.storeWithin(tx, here.id, content, TEXT);
        throw new Error('something else');
      }),
    ).rejects.toThrow('something else');
    await expect(store({ ...content, sizeBytes: MIB + 1 })).rejects.toThrow('a file of 1048577 bytes');
    expect(await count()).toEqual(before);
  });
});

describe('a file that is being read', () => {
  it('ends with an error when it is deleted, and is never taken for a shorter one', async () => {
    const id = await store(fileOfBytes('a', randomBytes(8 * MIB)));
    const stream = (await files.find(here.id, id)).open();
    await once(stream, 'readable');
    stream.read();
    await within((tx) => files.deleteWithin(tx, here.id, [id]));
    await expect(buffer(stream)).rejects.toBeInstanceOf(FileNotFound);
  });

  it('holds no connection while its reader is slow', async () => {
    const id = await store(fileOfBytes('a', randomBytes(8 * MIB)));
    const readers = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const stream = (await files.find(here.id, id)).open();
        await once(stream, 'readable');
        return stream;
      }),
    );
    const since = performance.now();
    await here.admin.get('/sites').expect(200);
    expect(performance.now() - since).toBeLessThan(2_000);
    for (const reader of readers) reader.destroy();
  });

  it('takes a few parts of memory, whatever its size, also while it is stored', async () => {
    const size = 96 * MIB;
    const hash = createHash('sha256');
    const collectGarbage = garbageCollector();
    const held = (): number => process.memoryUsage().arrayBuffers - before;
    let most = 0;
    // What is garbage already is not held. To collect it takes a second, so it is left where there is little.
    const look = (): void => {
      if (held() < ALLOWED) return;
      collectGarbage();
      most = Math.max(most, held());
    };
    async function* made(): AsyncGenerator<Buffer> {
      for (let i = 0; i < size / MIB; i++) {
        look();
        yield Buffer.alloc(MIB, i);
      }
    }
    for (let i = 0; i < size / MIB; i++) hash.update(Buffer.alloc(MIB, i));
    const sha256 = hash.digest();
    collectGarbage();
    const before = process.memoryUsage().arrayBuffers;
    const content = { fileName: 'large', sizeBytes: size, sha256, open: () => Readable.from(made()) };
    const id = await store(content);
    const read = createHash('sha256');
    for await (const chunk of (await files.find(here.id, id)).open()) {
      look();
      read.update(chunk as Buffer);
    }
    expect(read.digest().equals(sha256)).toBe(true);
    expect(most).toBeLessThan(ALLOWED);
  });
});
