import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { readSignatureImage } from './signature-image.js';

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function png({
  width = 40,
  height = 20,
  colorType = 6,
  interlace = 0,
  rows,
}: { width?: number; height?: number; colorType?: number; interlace?: number; rows?: Buffer } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colorType, 0, 0, interlace], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows ?? Buffer.alloc((width * 4 + 1) * height))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const read = (bytes: Buffer): Promise<Buffer> => readSignatureImage(bytes.toString('base64'));

describe('the picture of a signature', () => {
  it('is a PNG that is whole', async () => {
    const bytes = png();
    expect(await read(bytes)).toEqual(bytes);
  });

  it.each([
    ['what is no base64', 'ä'.repeat(40), 'not base64'],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0]).toString('base64'), 'not a PNG'],
    ['nothing', '', 'not a PNG'],
    ['half a picture', png().subarray(0, 60).toString('base64'), 'damaged'],
    [
      'a picture of a wall',
      png({ width: 4_000, height: 4_000, rows: Buffer.alloc(9) }).toString('base64'),
      '1200 by 600',
    ],
    ['more dots than it says', png({ rows: Buffer.alloc(161 * 20 + 1) }).toString('base64'), 'damaged'],
    ['fewer dots than it says', png({ rows: Buffer.alloc(161 * 19) }).toString('base64'), 'damaged'],
    ['a filter that there is not', png({ rows: Buffer.alloc(161 * 20, 9) }).toString('base64'), 'damaged'],
    ['a palette', png({ colorType: 3 }).toString('base64'), 'palette'],
    ['interlaced dots', png({ interlace: 1 }).toString('base64'), 'interlaced'],
    ['something behind its end', Buffer.concat([png(), Buffer.alloc(3)]).toString('base64'), 'damaged'],
  ])('is not %s', async (_, base64, detail) => {
    await expect(readSignatureImage(base64)).rejects.toMatchObject({
      code: 'BAD_SIGNATURE',
      message: expect.stringContaining(detail) as string,
    });
  });

  it('is not changed by a flipped bit that its checksum tells', async () => {
    const bytes = png();
    bytes[45] = (bytes[45] ?? 0) ^ 1;
    await expect(read(bytes)).rejects.toMatchObject({ code: 'BAD_SIGNATURE' });
  });

  it('is at most 200 KiB', async () => {
    const noise = (): Buffer => Buffer.concat([Buffer.alloc(1), randomBytes(600 * 4)]);
    const rows = Buffer.concat(Array.from({ length: 300 }, noise));
    await expect(read(png({ width: 600, height: 300, rows }))).rejects.toThrow('200 KiB');
  });
});
