import { MAX_CELL_CHARS, WORKBOOK_LIMITS } from '../limits.js';
import { BrokenWorkbook, WorkbookTooLarge } from '../reading.errors.js';
import type { WorkbookPackage } from './package.js';
import { decodeEscapes } from './values.js';
import { readXml } from './xml.js';

const BLOCK_BYTES = 4 * 1024 * 1024;
/** Room that the longest string may need: three bytes for each UTF-16 unit. */
const LONGEST_BYTES = (MAX_CELL_CHARS + 1) * 3;
/** A power of two: the place in the cache is the number's low bits. */
const CACHED = 4096;

/**
 * The texts of a workbook, which its cells name by number. A million serial numbers as JavaScript strings would take
 * several hundred megabytes; as bytes in a few blocks they take what they are, and eight bytes each to find them.
 */
export class SharedStrings {
  private readonly blocks: Buffer[] = [];
  private used = BLOCK_BYTES;
  private starts = new Uint32Array(1024);
  private count = 0;
  private readonly cachedNumbers = new Int32Array(CACHED).fill(-1);
  private readonly cached: string[] = [];

  static async read(pack: WorkbookPackage, part: string | undefined): Promise<SharedStrings> {
    const strings = new SharedStrings();
    if (part === undefined) return strings;
    let text = '';
    let isText = false;
    let isPhonetic = false;
    await readXml(pack.read(part), {
      open(name) {
        if (name === 'si') text = '';
        else if (name === 't') isText = !isPhonetic;
        else if (name === 'rPh') isPhonetic = true;
      },
      text(data) {
        if (isText && text.length <= MAX_CELL_CHARS) text += data;
      },
      close(name) {
        if (name === 't') isText = false;
        else if (name === 'rPh') isPhonetic = false;
        else if (name === 'si') strings.add(decodeEscapes(text).slice(0, MAX_CELL_CHARS + 1));
      },
    });
    return strings;
  }

  get(number: number): string {
    const slot = number & (CACHED - 1);
    const known = this.cached[slot];
    if (known !== undefined && this.cachedNumbers[slot] === number) return known;
    const text = this.find(number);
    this.cachedNumbers[slot] = number;
    this.cached[slot] = text;
    return text;
  }

  private find(number: number): string {
    const start = number >= 0 && number < this.count ? this.starts[number] : undefined;
    if (start === undefined) throw new BrokenWorkbook(`it has no text number ${number}`);
    const block = this.blocks[Math.floor(start / BLOCK_BYTES)];
    const offset = start % BLOCK_BYTES;
    if (!block) throw new BrokenWorkbook(`it has no text number ${number}`);
    const length = block.readUInt32LE(offset);
    return block.toString('utf8', offset + 4, offset + 4 + length);
  }

  private add(text: string): void {
    if (this.used + 4 + LONGEST_BYTES > BLOCK_BYTES) this.addBlock();
    if (this.count === this.starts.length) this.grow();
    const block = this.blocks[this.blocks.length - 1];
    if (!block) throw new BrokenWorkbook('its texts cannot be read');
    const length = block.write(text, this.used + 4, 'utf8');
    block.writeUInt32LE(length, this.used);
    this.starts[this.count] = (this.blocks.length - 1) * BLOCK_BYTES + this.used;
    this.count += 1;
    this.used += 4 + length;
  }

  private addBlock(): void {
    if ((this.blocks.length + 1) * BLOCK_BYTES > WORKBOOK_LIMITS.sharedStringBytes) {
      throw new WorkbookTooLarge('its sheets hold more than 64 MB of different texts');
    }
    this.blocks.push(Buffer.allocUnsafeSlow(BLOCK_BYTES));
    this.used = 0;
  }

  private grow(): void {
    if (this.count >= WORKBOOK_LIMITS.sharedStrings) {
      throw new WorkbookTooLarge('its sheets hold more than four million different texts');
    }
    const grown = new Uint32Array(Math.min(this.count * 2, WORKBOOK_LIMITS.sharedStrings));
    grown.set(this.starts);
    this.starts = grown;
  }
}
