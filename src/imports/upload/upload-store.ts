import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DataSource } from 'typeorm';
import type { Statements, Tx } from '../../database/tx.js';
import { MAX_UPLOAD_BYTES } from '../reading/limits.js';
import { UploadTooLarge } from '../reading/reading.errors.js';
import type { TableSource } from '../reading/table.js';

const PART_BYTES = 1024 * 1024;

/** An upload on this machine, until it is stored where every worker can read it. */
export interface SpooledFile extends TableSource {
  sha256: Buffer;
  discard(): Promise<void>;
}

/** Keeps uploads in the database, in parts: any worker on any machine can take up an import. */
@Injectable()
export class UploadStore {
  constructor(private readonly source: DataSource) {}

  /**
   * Takes an upload in to a temporary file, counting as it comes.
   * @throws UploadTooLarge as soon as the limit is passed
   */
  async spool(fileName: string, upload: Readable): Promise<SpooledFile> {
    const folder = await mkdtemp(join(tmpdir(), `rollcall-upload-${process.pid}-`));
    const path = join(folder, 'upload');
    const discard = (): Promise<void> => rm(folder, { recursive: true, force: true });
    const hash = createHash('sha256');
    let bytes = 0;
    const counting = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        hash.update(chunk);
        done(bytes > MAX_UPLOAD_BYTES ? new UploadTooLarge(bytes) : null, chunk);
      },
    });
    try {
      await pipeline(upload, counting, createWriteStream(path));
    } catch (error) {
      await discard();
      throw error;
    }
    return { ...localSource(fileName, path, bytes), sha256: hash.digest(), discard };
  }

  /** A file that lies on this machine already: the command line's. It is not removed. */
  async local(fileName: string, path: string): Promise<SpooledFile> {
    const { size } = await stat(path);
    if (size > MAX_UPLOAD_BYTES) throw new UploadTooLarge(size);
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return { ...localSource(fileName, path, size), sha256: hash.digest(), discard: async () => undefined };
  }

  async storeWithin(tx: Tx, districtId: string, importId: string, file: SpooledFile): Promise<void> {
    let part = 0;
    for await (const bytes of createReadStream(await file.toFile!(), { highWaterMark: PART_BYTES })) {
      await tx.query(
        `INSERT INTO import_file_parts (district_id, import_id, part, bytes) VALUES ($1, $2, $3, $4)`,
        [districtId, importId, part, bytes],
      );
      part += 1;
    }
  }

  async isKept(db: Statements, districtId: string, importId: string): Promise<boolean> {
    const parts = await db.query<unknown[]>(
      `SELECT 1 FROM import_file_parts WHERE district_id = $1 AND import_id = $2 AND part = 0`,
      [districtId, importId],
    );
    return parts.length > 0;
  }

  /** A stored upload, as the readers want it. */
  stored(districtId: string, importId: string, fileName: string, sizeBytes: number): TableSource {
    const { source } = this;
    async function* parts(): AsyncGenerator<Buffer> {
      for (let part = 0; ; part++) {
        const [row] = await source.query<{ bytes: Buffer }[]>(
          `SELECT bytes FROM import_file_parts WHERE district_id = $1 AND import_id = $2 AND part = $3`,
          [districtId, importId, part],
        );
        if (!row) return;
        yield row.bytes;
      }
    }
    return { fileName, sizeBytes, open: () => Readable.from(parts(), { objectMode: false }) };
  }
}

function localSource(fileName: string, path: string, sizeBytes: number): TableSource {
  return { fileName, sizeBytes, open: () => createReadStream(path), toFile: async () => path };
}
