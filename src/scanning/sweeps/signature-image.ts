import { promisify } from 'node:util';
import { crc32, inflate } from 'node:zlib';
import { InvalidInput } from '../../common/refusal.js';

const inflated = promisify(inflate);

/** A signature in black and white takes some 10 kB. */
const MOST_BYTES = 200 * 1024;
/** Drawing more dots into a report would hold up everybody else. */
const WIDEST = 1_200;
const HIGHEST = 600;

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** Bytes of a dot by the color type, at 8 bits: gray, color, gray and color with transparency. */
const DOT_BYTES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 4: 2, 6: 4 };

/** Why a picture is no signature. */
class Unusable extends Error {}

const unusable = (detail: string): Unusable => new Unusable(detail);

/**
 * The bytes of a signature that came as base64: a PNG picture that is whole, and that a report can draw.
 * @param field of the request that has it
 * @throws InvalidInput (`BAD_SIGNATURE`) for anything else
 */
export async function readSignatureImage(base64: string, field = 'signature.image'): Promise<Buffer> {
  try {
    return await pictureOf(base64);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    const detail = `The picture cannot be used, because ${error.message}.`;
    throw new InvalidInput(
      `The picture of the signature cannot be used, because ${error.message}. Sign again.`,
      [{ field, code: 'BAD_SIGNATURE', detail }],
      'BAD_SIGNATURE',
    );
  }
}

async function pictureOf(base64: string): Promise<Buffer> {
  const bytes = Buffer.from(base64, 'base64');
  // Node leaves out what is not base64 instead of refusing it.
  if (bytes.toString('base64') !== base64) throw unusable('it is not base64');
  if (bytes.length > MOST_BYTES) throw unusable(`it is larger than ${MOST_BYTES / 1024} KiB`);
  const { header, data } = chunksOf(bytes);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const dotBytes = DOT_BYTES[header.readUInt8(9)];
  if (width < 1 || height < 1 || width > WIDEST || height > HIGHEST)
    throw unusable(`it must be at most ${WIDEST} by ${HIGHEST} dots`);
  if (header.readUInt8(8) !== 8 || dotBytes === undefined || header.readUInt8(12) !== 0)
    throw unusable('it must have 8 bits a color, no palette, and not be interlaced');
  const rowBytes = width * dotBytes + 1;
  const rows = await inflated(data, { maxOutputLength: rowBytes * height }).catch(() => undefined);
  if (rows?.length !== rowBytes * height) throw unusable('it is damaged');
  // A row begins with the number of its filter. PNG has five filters, 0 to 4.
  for (let row = 0; row < height; row++)
    if (rows.readUInt8(row * rowBytes) > 4) throw unusable('it is damaged');
  return bytes;
}

/** The header and the compressed dots of a PNG file, each part by its checksum. */
function chunksOf(bytes: Buffer): { header: Buffer; data: Buffer } {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw unusable('it is not a PNG picture');
  const data: Buffer[] = [];
  let header: Buffer | undefined;
  for (let at = SIGNATURE.length; at + 12 <= bytes.length;) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) break;
    const type = bytes.toString('latin1', at + 4, at + 8);
    const content = bytes.subarray(at + 8, end);
    if ((header === undefined) !== (type === 'IHDR')) break;
    if (type === 'IHDR' && content.length === 13) header = content;
    if (type === 'IDAT') data.push(content);
    if (type === 'IEND' && header && end + 4 === bytes.length) return { header, data: Buffer.concat(data) };
    at = end + 4;
  }
  throw unusable('it is damaged');
}
