import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileContent } from './file-content.js';
import { PART_BYTES } from './file.entities.js';

/** A file on this machine, until it is stored where every process can read it. */
export interface SpooledFile extends FileContent {
  /** Its path. */
  toFile(): Promise<string>;
  /** Deletes it from this machine. */
  discard(): Promise<void>;
}

/** How large a file may be, and the refusal of a larger one. */
export interface SizeLimit {
  mostBytes: number;
  refuse: (bytes: number) => Error;
}

/**
 * Receives a file of any size into a temporary file: no transaction stays open while a slow caller sends.
 * @throws what the limit refuses with, as soon as more bytes have arrived
 */
export async function spoolFile(fileName: string, bytes: Readable, limit: SizeLimit): Promise<SpooledFile> {
  const folder = await mkdtemp(join(tmpdir(), `rollcall-upload-${process.pid}-`));
  const path = join(folder, 'upload');
  const discard = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const hash = createHash('sha256');
  let size = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      done(size > limit.mostBytes ? limit.refuse(size) : null, chunk);
    },
  });
  try {
    await pipeline(bytes, counting, createWriteStream(path));
  } catch (error) {
    await discard();
    throw error;
  }
  return onDisk({ fileName, path, sizeBytes: size, sha256: hash.digest() }, discard);
}

/** A file that is on this machine already. `discard` does not delete it. */
export async function localFile(fileName: string, path: string, limit: SizeLimit): Promise<SpooledFile> {
  const { size } = await stat(path);
  if (size > limit.mostBytes) throw limit.refuse(size);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return onDisk({ fileName, path, sizeBytes: size, sha256: hash.digest() }, async () => undefined);
}

function onDisk(
  { path, ...file }: Omit<FileContent, 'open'> & { path: string },
  discard: () => Promise<void>,
): SpooledFile {
  // Chunks as long as the parts in which they are stored, so that none has to be put together.
  const open = (): Readable => createReadStream(path, { highWaterMark: PART_BYTES });
  return { ...file, open, toFile: async () => path, discard };
}
