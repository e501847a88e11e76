import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import { nextTurn, Pace } from '../../common/turns.js';

type Doc = PDFKit.PDFDocument;

/** Rows of a picture between two looks at the clock. */
const ROWS = 32;
/** Enough for a large photo, and little enough that a crafted file cannot fill the memory. */
const MOST_DOTS = 16_000_000;
const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** Channels of a dot by the color type of a PNG: gray, RGB, gray and RGB with transparency. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 4: 2, 6: 4 };

const inflated = promisify<Buffer, object, Buffer>(inflate);
const deflated = promisify<Buffer, Buffer>(deflate);

interface Size {
  width: number;
  height: number;
}

/** A picture as PDFKit draws it. It asks for `embed` once, and then refers to `obj`. */
interface Picture extends Size {
  label: string;
  obj: PDFKit.PDFKitReference | null;
  embed(doc: Doc): void;
}

/**
 * A photo as PDFKit can print it. A JPEG stays as it is. A PNG is decoded here: PDFKit reads it byte by byte in one go,
 * and decodes a damaged one in a callback, where an error stops the whole process.
 * @returns null for WebP, for rare kinds of PNG, and for what is damaged
 */
export async function printable(
  doc: Doc,
  bytes: Buffer,
  label: string,
): Promise<PDFKit.Mixins.ImageSrc | null> {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) return isJpeg(doc, bytes) ? bytes : null;
  // PDFKit also draws what has a size and embeds itself, but its types do not say so.
  return (await pictureOf(bytes, label)) as unknown as PDFKit.Mixins.ImageSrc | null;
}

/** Whether PDFKit understands the head of a JPEG. It throws texts and errors for what it cannot read. */
function isJpeg(doc: Doc, bytes: Buffer): boolean {
  try {
    const open = Reflect.get(doc, 'openImage') as (src: Buffer) => Size & { colorSpace?: string };
    const { width, height, colorSpace } = open.call(doc, bytes);
    return width > 0 && height > 0 && colorSpace !== undefined;
  } catch {
    return false;
  }
}

/** A PNG without transparency, on white. */
async function pictureOf(png: Buffer, label: string): Promise<Picture | null> {
  const parts = partsOf(png);
  const head = parts.find(({ type }) => type === 'IHDR')?.content;
  if (head?.length !== 13) return null;
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const [bits, colorType, , , interlaced] = head.subarray(8);
  const channels = CHANNELS[colorType ?? -1];
  if (bits !== 8 || interlaced !== 0 || channels === undefined) return null;
  if (width === 0 || height === 0 || width * height > MOST_DOTS) return null;
  const length = (width * channels + 1) * height;
  const packed = Buffer.concat(parts.filter(({ type }) => type === 'IDAT').map(({ content }) => content));
  const rows = await inflated(packed, { maxOutputLength: length }).catch(() => null);
  if (rows?.length !== length) return null;
  const colors = channels < 3 ? 1 : 3;
  const plain = await flattened(rows, { width, height, channels, colors });
  if (!plain) return null;
  const data = await deflated(plain);
  await nextTurn();
  const picture: Picture = {
    width,
    height,
    label,
    obj: null,
    embed(doc) {
      const obj = doc.ref({
        Type: 'XObject',
        Subtype: 'Image',
        BitsPerComponent: 8,
        Width: width,
        Height: height,
        ColorSpace: colors === 1 ? 'DeviceGray' : 'DeviceRGB',
        Filter: 'FlateDecode',
      });
      obj.end(data);
      picture.obj = obj;
    },
  };
  return picture;
}

/** The dots of the rows, without filters and without transparency. Null for a filter that PNG does not have. */
async function flattened(
  rows: Buffer,
  { width, height, channels, colors }: Size & { channels: number; colors: number },
): Promise<Buffer | null> {
  const length = width * channels;
  const plain = Buffer.alloc(width * colors * height);
  const pace = new Pace();
  let above: Uint8Array = new Uint8Array(length);
  let to = 0;
  for (let y = 0; y < height; y += 1) {
    if (y % ROWS === 0) await pace.rest();
    const at = y * (length + 1);
    const row = rows.subarray(at + 1, at + 1 + length);
    if (!unfilter(rows[at] ?? 0, row, above, channels)) return null;
    above = row;
    for (let x = 0; x < length; x += channels) {
      const share = channels === colors ? 255 : (row[x + colors] ?? 255);
      for (let c = 0; c < colors; c += 1)
        plain[to++] = Math.round(((row[x + c] ?? 0) * share + 255 * (255 - share)) / 255);
    }
  }
  return plain;
}

/** Takes the filter of one row back, in place. @returns false for a filter that PNG does not have */
function unfilter(filter: number, row: Uint8Array, above: Uint8Array, channels: number): boolean {
  if (filter > 4) return false;
  if (filter === 0) return true;
  for (let i = 0; i < row.length; i += 1) {
    const left = i < channels ? 0 : (row[i - channels] ?? 0);
    const up = above[i] ?? 0;
    const corner = i < channels ? 0 : (above[i - channels] ?? 0);
    row[i] = ((row[i] ?? 0) + guess(filter, left, up, corner)) & 255;
  }
  return true;
}

/** What the filters 1 to 4 of PNG expect a byte to be. */
function guess(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** The parts of a PNG, as far as they are whole. */
function partsOf(png: Buffer): { type: string; content: Buffer }[] {
  const parts: { type: string; content: Buffer }[] = [];
  for (let at = 8; at + 12 <= png.length;) {
    const length = png.readUInt32BE(at);
    if (at + 12 + length > png.length) break;
    parts.push({
      type: png.toString('latin1', at + 4, at + 8),
      content: png.subarray(at + 8, at + 8 + length),
    });
    at += 12 + length;
  }
  return parts;
}
