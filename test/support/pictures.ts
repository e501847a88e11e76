import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programPath } from '../../scripts/test-programs.mjs';
import { run } from './run.js';

/** A picture in grey: one byte for each dot, row by row. */
export interface Picture {
  width: number;
  height: number;
  dots: Buffer;
}

export const PDFTOPPM = programPath('pdftoppm');
export const ZBARIMG = programPath('zbarimg');

/** The pages of a PDF as a printer of so many dots an inch would have them. */
export async function pagesOf(pdf: Buffer, dpi: number): Promise<Picture[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-pages-'));
  try {
    await writeFile(join(folder, 'labels.pdf'), pdf);
    run(PDFTOPPM ?? 'pdftoppm', [
      '-r',
      String(dpi),
      '-gray',
      join(folder, 'labels.pdf'),
      join(folder, 'page'),
    ]);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.pgm')).toSorted();
    return await Promise.all(names.map(async (name) => pictureOf(await readFile(join(folder, name)))));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What zbar, a decoder that is none of ours, reads off pictures, one list for each. */
export async function codesIn(pictures: readonly Picture[]): Promise<string[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-codes-'));
  try {
    const files = pictures.map((_, i) => join(folder, `${String(i).padStart(5, '0')}.pgm`));
    await Promise.all(pictures.map((picture, i) => writeFile(files[i] as string, pgmOf(picture))));
    const read = run(ZBARIMG ?? 'zbarimg', ['--quiet', '--xml', ...files]).toString();
    const bySource = new Map(
      [...read.matchAll(/<source href='([^']+)'>(.*?)<\/source>/gs)].map(([, file, symbols]) => [
        file,
        [...(symbols ?? '').matchAll(/<!\[CDATA\[(.*?)\]\]>/gs)].map(([, code]) => code ?? ''),
      ]),
    );
    return files.map((file) => bySource.get(file) ?? []);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A part of a picture. */
export function cut(
  { width, dots }: Picture,
  left: number,
  top: number,
  wide: number,
  high: number,
): Picture {
  const rows = Array.from({ length: high }, (_, y) => {
    const from = (top + y) * width + left;
    return dots.subarray(from, from + wide);
  });
  return { width: wide, height: high, dots: Buffer.concat(rows) };
}

/** A picture in the middle of a white one. */
export function framed({ width, height, dots }: Picture, wide: number, high: number): Picture {
  const around = Buffer.alloc(wide * high, 255);
  const left = Math.floor((wide - width) / 2);
  const top = Math.floor((high - height) / 2);
  for (let y = 0; y < height; y += 1) dots.copy(around, (top + y) * wide + left, y * width, (y + 1) * width);
  return { width: wide, height: high, dots: around };
}

/** Pictures one after the other as a video that Chromium takes for a camera, each for so many frames. */
export function videoOf(pictures: readonly Picture[], framesEach: number, perSecond: number): Buffer {
  const [{ width, height }] = pictures as [Picture, ...Picture[]];
  // Grey has no colour: both planes of it are in the middle.
  const colour = Buffer.alloc((width * height) / 2, 128);
  const frames = pictures.flatMap(({ dots }) =>
    Array.from({ length: framesEach }, () => Buffer.concat([Buffer.from('FRAME\n'), dots, colour])),
  );
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${width} H${height} F${perSecond}:1 Ip A1:1 C420jpeg\n`),
    ...frames,
  ]);
}

function pictureOf(pgm: Buffer): Picture {
  const [head = '', width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 64)) ?? [];
  if (!head) throw new Error('not a picture in grey');
  return { width: Number(width), height: Number(height), dots: pgm.subarray(head.length) };
}

function pgmOf({ width, height, dots }: Picture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), dots]);
}
