import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { Refusal } from '../../../common/refusal.js';
import { WORKBOOK_LIMITS } from '../limits.js';
import { BrokenWorkbook, NotATable, WorkbookTooLarge } from '../reading.errors.js';
import type { TableSource } from '../table.js';

/** An opened XLSX package: parts by name, unpacked piece by piece, with a count that no header can lie about. */
export class WorkbookPackage {
  private inflated = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly parts: Map<string, Entry>,
    private readonly cleanUp: () => Promise<void>,
  ) {}

  static async open(source: TableSource): Promise<WorkbookPackage> {
    const { path, cleanUp } = await fileOf(source);
    try {
      const zip = await yauzl
        .openPromise(path, { autoClose: false, lazyEntries: true })
        .catch(rethrowAsBroken);
      const parts = await readDirectory(zip).catch((error: unknown) => {
        zip.close();
        return rethrowAsBroken(error);
      });
      return new WorkbookPackage(zip, parts, cleanUp);
    } catch (error) {
      await cleanUp();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.parts.has(partName(name));
  }

  /** The text of a part. @param limit bytes that it may unpack to, if it will be held in memory whole */
  async *read(name: string, limit: number = WORKBOOK_LIMITS.inflatedBytes): AsyncGenerator<string> {
    const entry = this.parts.get(partName(name));
    if (!entry) throw new BrokenWorkbook(`its part ${name} is missing`);
    if (entry.uncompressedSize > limit) throw new WorkbookTooLarge(`its part ${name} is too large`);
    const decoder = new StringDecoder('utf8');
    let isFirst = true;
    try {
      const stream: AsyncIterable<Buffer> = await this.zip.openReadStreamPromise(entry);
      for await (const bytes of stream) {
        // yauzl ends a part that grows beyond its declared size; the sum is ours to watch, for parts read twice.
        this.inflated += bytes.length;
        if (this.inflated > WORKBOOK_LIMITS.inflatedBytes)
          throw new WorkbookTooLarge('it unpacks to more than 2 GB');
        const text = decoder.write(bytes);
        yield isFirst && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
        isFirst = false;
      }
    } catch (error) {
      rethrowAsBroken(error);
    }
  }

  async close(): Promise<void> {
    this.zip.close();
    await this.cleanUp();
  }
}

/** Checks what the package declares, before one byte of it is unpacked. */
async function readDirectory(zip: ZipFile): Promise<Map<string, Entry>> {
  const parts = new Map<string, Entry>();
  let declared = 0;
  if (zip.entryCount > WORKBOOK_LIMITS.entries) throw new WorkbookTooLarge('it has more than 10,000 parts');
  for await (const entry of zip.eachEntry()) {
    declared += entry.uncompressedSize;
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
    if (declared > WORKBOOK_LIMITS.inflatedBytes) throw new WorkbookTooLarge('it unpacks to more than 2 GB');
    if (entry.uncompressedSize > WORKBOOK_LIMITS.ratioFromBytes && ratio > WORKBOOK_LIMITS.ratio) {
      throw new WorkbookTooLarge(`its part ${entry.fileName} is packed more than 200 to 1, as no table is`);
    }
    parts.set(partName(entry.fileName), entry);
  }
  assertWorkbook(parts);
  return parts;
}

function assertWorkbook(parts: Map<string, Entry>): void {
  if (parts.has('xl/workbook.bin'))
    throw new NotATable('a binary workbook (.xlsb)', 'Save it as XLSX or CSV.');
  if (parts.has('content.xml')) throw new NotATable('an OpenDocument file (.ods)', 'Save it as XLSX or CSV.');
  if (parts.has('index/document.iwa')) throw new NotATable('a Numbers document', 'Export it as XLSX or CSV.');
  if (parts.has('word/document.xml'))
    throw new NotATable('a Word document', 'Copy its table to a spreadsheet first.');
  if (!parts.has('_rels/.rels'))
    throw new NotATable('a ZIP archive', 'Unpack it and upload the table inside.');
}

/** Names differ in case and in their first slash from one program to the next. */
function partName(name: string): string {
  return name.replace(/^\//, '').toLowerCase();
}

/** yauzl, zlib and the XML parser throw plain errors; each of them means that the file is damaged. */
function rethrowAsBroken(error: unknown): never {
  if (error instanceof Refusal) throw error;
  throw new BrokenWorkbook(error instanceof Error ? error.message : String(error));
}

async function fileOf(source: TableSource): Promise<{ path: string; cleanUp: () => Promise<void> }> {
  if (source.toFile) return { path: await source.toFile(), cleanUp: () => Promise.resolve() };
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-workbook-'));
  const path = join(folder, 'upload.xlsx');
  await pipeline(source.open(), createWriteStream(path));
  return { path, cleanUp: () => rm(folder, { recursive: true, force: true }) };
}
