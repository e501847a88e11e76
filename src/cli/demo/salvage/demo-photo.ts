import { crc32, deflateSync } from 'node:zlib';
import { type FileContent, fileOfBytes } from '../../../files/file-content.js';
import type { PhotoType } from '../../../files/photos.js';

const WIDTH = 320;
const HEIGHT = 240;
type Color = readonly [red: number, green: number, blue: number];

const TABLE: Color = [214, 205, 190];
const LID: Color = [92, 98, 108];
const SCREEN: Color = [24, 30, 44];
const KEY: Color = [58, 62, 70];
const CRACK: Color = [225, 232, 240];

const isIn = (x: number, y: number, left: number, top: number, right: number, bottom: number): boolean =>
  x >= left && x < right && y >= top && y < bottom;

/** An open laptop, seen from above: its screen at the back, its keys in front. */
function colorAt(x: number, y: number, isCracked: boolean): Color {
  if (isIn(x, y, 60, 26, 260, 124)) {
    const isCrack = [0.9, -0.55, 0.2].some((slope) => Math.abs(y - 66 - slope * (x - 150)) < 1.2);
    if (isCracked && isCrack) return CRACK;
    return SCREEN;
  }
  if (isIn(x, y, 50, 16, 270, 132)) return LID;
  if (isIn(x, y, 40, 136, 280, 218)) {
    const isKey = isIn(x, y, 54, 144, 266, 192) && x % 18 < 14 && y % 12 < 9;
    return isKey || isIn(x, y, 128, 198, 192, 214) ? KEY : LID;
  }
  return TABLE;
}

/** A drawing in place of a photo, so that the demo needs no pictures of somebody’s devices. */
export function demoPhoto(isCracked: boolean): FileContent & { mediaType: PhotoType } {
  const rows = Buffer.alloc((WIDTH * 3 + 1) * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) rows.set(colorAt(x, y, isCracked), y * (WIDTH * 3 + 1) + 1 + x * 3);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  // Eight bits for each of red, green and blue.
  head.set([8, 2], 8);
  const bytes = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    part('IHDR', head),
    part('IDAT', deflateSync(rows)),
    part('IEND', Buffer.alloc(0)),
  ]);
  return { ...fileOfBytes('bench.png', bytes), mediaType: 'image/png' };
}

function part(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
