import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { newId } from '../common/ids.js';
import { NotFound } from '../common/refusal.js';
import type { Tx } from '../database/tx.js';
import { type FileContent, inParts } from './file-content.js';
import { PART_BYTES } from './file.entities.js';

/** A file as it was stored. */
export interface StoredFile extends FileContent {
  id: string;
  mediaType: string;
}

/** The file was deleted, perhaps while it was being read. */
export class FileNotFound extends NotFound {
  constructor() {
    super('The file', 'FILE_NOT_FOUND');
  }
}

/**
 * Keeps files in the database, where any process on any machine can read them. The module that keeps a file's id decides
 * who may read the file. Nobody reaches a file except through a row of that module.
 */
@Injectable()
export class Files {
  constructor(private readonly source: DataSource) {}

  /** Stores a file a part at a time, so that its size does not matter. Returns its id, for the row of the caller. */
  async storeWithin(
    tx: Tx,
    districtId: string,
    content: FileContent,
    { mediaType, createdBy }: { mediaType: string; createdBy: string | null },
  ): Promise<string> {
    const id = newId();
    const { fileName, sizeBytes, sha256 } = content;
    await tx.query(
      `INSERT INTO files (district_id, id, media_type, name, size_bytes, sha256, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [districtId, id, mediaType, fileName, sizeBytes, sha256, createdBy],
    );
    let part = 0;
    let stored = 0;
    for await (const bytes of inParts(content.open(), PART_BYTES)) {
      await tx.query(`INSERT INTO file_parts (district_id, file_id, part, bytes) VALUES ($1, $2, $3, $4)`, [
        districtId,
        id,
        part,
        bytes,
      ]);
      part += 1;
      stored += bytes.length;
    }
    if (stored !== sizeBytes) throw new Error(`a file of ${sizeBytes} bytes had ${stored}`);
    return id;
  }

  /**
   * A file by its id. Its bytes are read a part at a time, and no connection is held in between: however slowly
   * somebody downloads, nobody else waits for them.
   * @throws FileNotFound; the stream ends with it where the file is deleted meanwhile, so that half a file is never
   *   taken for a whole one
   */
  async find(districtId: string, id: string): Promise<StoredFile> {
    const [row] = await this.source.query<(Omit<StoredFile, 'open' | 'sizeBytes'> & { sizeBytes: string })[]>(
      `SELECT id, media_type AS "mediaType", name AS "fileName", size_bytes AS "sizeBytes", sha256
         FROM files WHERE district_id = $1 AND id = $2`,
      [districtId, id],
    );
    if (!row) throw new FileNotFound();
    const sizeBytes = Number(row.sizeBytes);
    const open = (): Readable => Readable.from(this.parts(districtId, id, sizeBytes), { objectMode: false });
    return { ...row, sizeBytes, open };
  }

  /** Deletes files with all their parts. The rows that pointed to them must not do so any more. */
  async deleteWithin(tx: Tx, districtId: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await tx.query(`DELETE FROM file_parts WHERE district_id = $1 AND file_id = ANY ($2)`, [districtId, ids]);
    await tx.query(`DELETE FROM files WHERE district_id = $1 AND id = ANY ($2)`, [districtId, ids]);
  }

  private async *parts(districtId: string, id: string, sizeBytes: number): AsyncGenerator<Buffer> {
    for (let part = 0, read = 0; read < sizeBytes; part++) {
      const [row] = await this.source.query<{ bytes: Buffer }[]>(
        `SELECT bytes FROM file_parts WHERE district_id = $1 AND file_id = $2 AND part = $3`,
        [districtId, id, part],
      );
      if (!row) throw new FileNotFound();
      read += row.bytes.length;
      yield row.bytes;
    }
  }
}
